"""A small desk made by verbs: a story with claims, a report that is its source, evidence, notes, a strike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from factdesk.claims.anchoring import find_quote
from factdesk.library.filing import article_draft
from factdesk.library.filing_values import Origin
from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Channel, Kind, Outcome, Role, Stance, StrikeReason, TwinChoice
from factdesk.model.ids import ArticleId, ClaimId, SourceId, VersionId
from factdesk.model.values.articles import ArticleDraft
from factdesk.model.values.sources import ContactDraft
from factdesk.model.values.text import Span

STORY = (
    "Hospital treats a record number of patients\n\n"
    "Kestrava General treated 61,300 people last year, the most since 2019.\n\n"
    "“Nobody has been left on a corridor,” said Aldo Wennick, the director.\n\n"
    "The hall opened in November, six weeks late.\n"
)
REPORT = "Performance report\n\nThe department saw 61,312 patients in 2025. Two nights were spent on a corridor.\n"
CORRIDOR = "Nobody has been left on a corridor"
LATE = "six weeks late"
RECORD = "the most since 2019"


@dataclass(frozen=True)
class Desk:
    """The ids of what `furnish` made."""

    article: ArticleId
    version: VersionId
    claim: ClaimId
    other_claim: ClaimId
    source: SourceId
    source_version: VersionId
    contact: int
    evidence: int
    note: int
    strike: int


def file_text(library: Library, words: str, **over: Any) -> Changes:
    """File pasted words as an article of their own."""
    draft = library.filing.preview(Origin.text(words))
    article = article_draft(draft.captured, role=over.pop("role", Role.DRAFT))
    values = {field: getattr(article, field) for field in ArticleDraft.__dataclass_fields__} | over
    return library.filing.file(draft, ArticleDraft(**values), TwinChoice.KEEP_BOTH, None)


def add_version(library: Library, article_id: int, words: str) -> Changes:
    """Add pasted words as the next version of an article."""
    draft = library.filing.preview(Origin.text(words))
    twin = next(twin for twin in draft.twins if twin.article_id == article_id)
    return library.filing.file(draft, article_draft(draft.captured), TwinChoice.NEW_VERSION, twin)


def latest(library: Library, article_id: int) -> VersionId:
    """Give the id of an article's newest version."""
    return VersionId(library.articles.detail(ArticleId(article_id)).latest.id)


def span_of(library: Library, version_id: VersionId, words: str) -> Span:
    """Find words in a version."""
    return find_quote(library.articles.text(version_id).content.text, words)[0]


def furnish(library: Library) -> Desk:
    """Make one of everything."""
    article = ArticleId(file_text(library, STORY, outlet="The Ledger", tags=("hospital",)).new(Kind.ARTICLE))
    report = ArticleId(file_text(library, REPORT, role=Role.REFERENCE).new(Kind.ARTICLE))
    version, source_version = latest(library, article), latest(library, report)
    claim = ClaimId(library.claims.mark_quote(article, CORRIDOR).new(Kind.CLAIM))
    other = ClaimId(library.claims.mark_quote(article, LATE).new(Kind.CLAIM))
    source = SourceId(library.sources.from_article(report).new(Kind.SOURCE))
    words = span_of(library, source_version, "Two nights were spent on a corridor")
    evidence = library.evidence.link_span(claim, source, Stance.REFUTES, source_version, words).new(Kind.EVIDENCE)
    contact = library.sources.log_contact(a_contact(source)).new(Kind.CONTACT)
    note = library.notes.write(Kind.CLAIM, claim, "Ask the ward sister.").new(Kind.NOTE)
    spans = (span_of(library, version, "Hospital treats a record number of patients"),)
    strike = library.coverage.strike(version, spans, next(iter(StrikeReason))).new(Kind.STRIKE)
    return Desk(article, version, claim, other, source, source_version, contact, evidence, note, strike)


def a_contact(source_id: int, **over: Any) -> ContactDraft:
    """Give a call that was answered."""
    plain: dict[str, Any] = {
        "source_id": source_id,
        "at": datetime(2026, 3, 2, 8, 30, tzinfo=UTC),
        "channel": Channel.PHONE,
        "who": "Press office",
        "outcome": Outcome.ANSWERED,
        "answer": "Two nights is right.",
    }
    return ContactDraft(**(plain | over))


def state(library: Library) -> dict[str, object]:
    """Give everything a person can see of a library but its history and its trash."""
    articles, claims, sources = library.articles.rows(), library.claims.rows(), library.sources.rows()
    details = [library.articles.detail(ArticleId(row.id)) for row in articles]
    versions = [version.id for detail in details for version in detail.versions]
    return {
        "articles": sorted(details, key=lambda detail: detail.row.id),
        "claims": sorted((library.claims.detail(ClaimId(row.id)) for row in claims), key=lambda one: one.row.id),
        "sources": sorted((library.sources.detail(SourceId(row.id)) for row in sources), key=lambda one: one.row.id),
        "places": [library.claims.of_version(VersionId(one)) for one in versions],
        "coverage": [library.coverage.of_version(VersionId(one)) for one in versions],
        "strikes": [library.coverage.strikes(VersionId(one)) for one in versions],
        "people": library.desk.people(),
        "tags": [tag for tag in library.desk.tags() if tag.count],
    }
