"""The port behind which an index stands: what any engine must do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from factdesk.progress import CancelToken, Progress
from factdesk.search.query import Query


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing to be found. Picklable; `key` is `kind` + "-" + `id` ("claim-345") and unique in the index.

    `language` is an ISO 639-1 code or "" (then every word stands for itself). `published` is an ISO 8601 date of
    reduced precision or "". Multi-valued fields are tuples. `body` is analysed and indexed but not stored.
    """

    kind: str
    id: int
    article_id: int | None
    title: str
    body: str
    language: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    claimant: str = ""
    status: str = ""
    verdict: str = ""
    stance: str = ""
    tags: tuple[str, ...] = ()
    published: str = ""
    public_id: str = ""
    is_deleted: bool = False

    @property
    def key(self) -> str:
        """Give the unique key."""
        return f"{self.kind}-{self.id}"


class Order(StrEnum):
    """How hits are sorted."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Hit:
    """One found thing."""

    kind: str
    id: int
    score: float


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits, best first. `total` counts all; `facets[field][value]` counts under the whole query."""

    hits: tuple[Hit, ...]
    total: int
    totals_by_kind: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


class Health(StrEnum):
    """Whether an index can answer."""

    READY = "ready"
    MISSING = "missing"
    DAMAGED = "damaged"
    OTHER_SCHEMA = "other_schema"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What to look for. `filters` keep hits that have one of the values, all fields together ("kind", "outlet",
    "language", "status", "verdict", "claimant", "tag", "published" with values "2026", "2026-11" or "2023.." ).
    `offset`/`limit` page through all hits; `per_kind`, when set, instead gives that many of each kind."""

    query: Query
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    offset: int = 0
    limit: int = 50
    per_kind: int | None = None
    with_facets: bool = True


class Engine(Protocol):
    """An index over SearchDocuments. One writer at a time; searching is safe from any thread."""

    def health(self) -> Health:
        """Say whether the index can answer."""

    def clear(self) -> None:
        """Make it empty and of today's schema; whatever was there is dropped."""

    def write(self, documents: Iterable[SearchDocument], gone: Sequence[str] = ()) -> int:
        """Replace documents by key and drop the keys in `gone`, in one commit; give the number written."""

    def rebuild(self, documents: Iterable[SearchDocument], total: int, progress: Progress, cancel: CancelToken) -> None:
        """Build a whole new index beside the old one and put it in its place at the end."""

    def search(self, request: SearchRequest, cancel: CancelToken) -> Hits:
        """Find; raises Cancelled when told to stop. Sees every write that returned before the call."""

    def keys(self) -> frozenset[str]:
        """Give the keys of all documents, for `check`."""

    def words(self, prefix: str, limit: int) -> tuple[str, ...]:
        """Give words of the index that start with `prefix`, commonest first, for completion."""

    def spellings(self, word: str) -> tuple[str, ...]:
        """Give other spellings, also in other scripts, under which the index knows a name; () for what is none."""

    def close(self) -> None:
        """Let go of files."""


class EngineMaker(Protocol):
    """How the library makes its engine."""

    def __call__(self, folder: Path) -> Engine:
        """Open (never create) the index in `folder`."""
