"""All stores of a library on one session."""

from __future__ import annotations

from sqlalchemy.orm import Session

from factdesk.storage.anchors import AnchorStore
from factdesk.storage.articles import ArticleStore
from factdesk.storage.base import Pen
from factdesk.storage.claims import ClaimStore
from factdesk.storage.contacts import ContactStore
from factdesk.storage.counting import Counting
from factdesk.storage.desk import DeskStore
from factdesk.storage.evidence import EvidenceStore
from factdesk.storage.history import HistoryStore
from factdesk.storage.memos import MemoStore
from factdesk.storage.notes import NoteStore
from factdesk.storage.outbox import OutboxStore
from factdesk.storage.scales import ScaleStore
from factdesk.storage.searchable import SearchableStore
from factdesk.storage.sources import SourceStore
from factdesk.storage.strikes import StrikeStore
from factdesk.storage.tags import TagStore
from factdesk.storage.things import ThingStore
from factdesk.storage.twins import TwinStore
from factdesk.storage.versions import VersionStore


class Stores:
    """One store an aggregate, each on the same session; given by `Storage.read` and `Storage.begin`."""

    def __init__(self, session: Session, pen: Pen | None = None) -> None:
        self._session = session
        self.articles = ArticleStore(session, pen)
        self.versions = VersionStore(session, pen)
        self.twins = TwinStore(session, pen)
        self.claims = ClaimStore(session, pen)
        self.anchors = AnchorStore(session, pen)
        self.strikes = StrikeStore(session, pen)
        self.sources = SourceStore(session, pen)
        self.evidence = EvidenceStore(session, pen)
        self.contacts = ContactStore(session, pen)
        self.notes = NoteStore(session, pen)
        self.tags = TagStore(session, pen)
        self.desk = DeskStore(session, pen)
        self.scales = ScaleStore(session, pen)
        self.memos = MemoStore(session, pen)
        self.counting = Counting(session, pen)
        self.things = ThingStore(session, pen)
        self.searchables = SearchableStore(session, pen)
        self.history = HistoryStore(session, pen)
        self.outbox = OutboxStore(session, pen)
