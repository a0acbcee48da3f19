"""Articles, their versions and what filing shows before it writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factdesk.model.enums import FilingOutcome, Role, Status, TwinKind
from factdesk.model.values.text import CanonicalText


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A line of the article list. `verdicts` counts claims by rating key, worst first ("" = no verdict)."""

    id: int
    title: str
    outlet: str
    authors: tuple[str, ...]
    published: str
    filed_at: datetime
    language: str
    role: Role
    status: Status
    version_count: int
    claim_count: int
    verdicts: tuple[tuple[str, int], ...]
    tags: tuple[str, ...]
    assignee: str
    due: str
    is_unread: bool
    is_deleted: bool


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of an article. `text_hash` is the SHA-256 of the canonical text in UTF-8, in hex."""

    id: int
    article_id: int
    number: int
    captured_at: datetime
    captured_from: str
    captured_by: str
    text_hash: str
    word_count: int
    tool: str
    original_sha256: str
    original_name: str
    original_size: int
    media_type: str
    page_count: int | None


@dataclass(frozen=True, slots=True)
class ArticleDetail:
    """A whole article without its text. `published` is ISO 8601 of reduced precision ("2026", "2026-11-11T06:40Z")."""

    row: ArticleRow
    canonical_url: str
    versions: tuple[VersionRow, ...]

    @property
    def latest(self) -> VersionRow:
        """Give the newest version."""
        return self.versions[-1]


@dataclass(frozen=True, slots=True)
class VersionText:
    """One immutable text of an article."""

    version: VersionRow
    title: str
    content: CanonicalText
    language: str


@dataclass(frozen=True, slots=True)
class ArticlePatch:
    """Changes to an article: None leaves a field, an empty value clears it."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] | None = None
    published: str | None = None
    language: str | None = None
    canonical_url: str | None = None
    role: Role | None = None
    status: Status | None = None
    assignee: str | None = None
    due: str | None = None
    tags: tuple[str, ...] | None = None
    is_unread: bool | None = None


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """What a person confirmed in the filing dialog: the fields and the text that will be kept."""

    title: str
    content: CanonicalText
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    language: str = ""
    canonical_url: str = ""
    role: Role = Role.DRAFT
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginalDraft:
    """The bytes to keep, and what is known of them. `captured_from` is a URL, a file name or "pasted"."""

    data: bytes
    name: str
    media_type: str
    captured_from: str
    tool: str
    page_count: int | None = None


@dataclass(frozen=True, slots=True)
class Twin:
    """An article that may be the one to be filed. `likeness` is the share of the words, 0 to 1."""

    article_id: int
    version_id: int
    title: str
    version_number: int
    captured_at: datetime
    claim_count: int
    kind: TwinKind
    likeness: float


@dataclass(frozen=True, slots=True)
class FilingItem:
    """What became of one item. `article_id` is None when it failed; `error` is then the sentence and hint.

    For a TWIN it names the article that is here already.
    """

    source: str
    outcome: FilingOutcome
    article_id: int | None
    title: str
    error: str = ""
    hint: str = ""
