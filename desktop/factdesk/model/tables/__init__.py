"""SQLModel tables: what is stored, and no queries.

May import model alone; only storage imports it. A table class validates nothing, so nobody but the stores makes one.
To add a stored field: its column here, a migration in storage/migrations/versions and a saved library in
tests/libraries. A new table goes into its aggregate's file and into `MODELS`.
"""

from factdesk.model.tables.articles import Article, ArticleTag, Original, Tally, Version, VersionBand
from factdesk.model.tables.base import Base, UtcDateTime, columns_of, table_of
from factdesk.model.tables.claims import Anchor, Claim, ClaimTag, Strike
from factdesk.model.tables.desk import Meta, Person, Rating, Scale, Tag
from factdesk.model.tables.history import Event, Outbox
from factdesk.model.tables.memos import Memo, MemoClaim
from factdesk.model.tables.notes import Note
from factdesk.model.tables.sources import Contact, Evidence, Source

MODELS: tuple[type[Base], ...] = (
    Original,
    Article,
    Version,
    VersionBand,
    Tally,
    Claim,
    Strike,
    Anchor,
    Source,
    Evidence,
    Contact,
    Note,
    Tag,
    ArticleTag,
    ClaimTag,
    Person,
    Scale,
    Rating,
    Memo,
    MemoClaim,
    Event,
    Outbox,
    Meta,
)

__all__ = [
    "MODELS",
    "Anchor",
    "Article",
    "ArticleTag",
    "Base",
    "Claim",
    "ClaimTag",
    "Contact",
    "Event",
    "Evidence",
    "Memo",
    "MemoClaim",
    "Meta",
    "Note",
    "Original",
    "Outbox",
    "Person",
    "Rating",
    "Scale",
    "Source",
    "Strike",
    "Tag",
    "Tally",
    "UtcDateTime",
    "Version",
    "VersionBand",
    "columns_of",
    "table_of",
]
