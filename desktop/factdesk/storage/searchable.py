"""The words of every thing as an index wants them: bodies come from here and are stored nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from factdesk.model.enums import Kind
from factdesk.model.tables import Article, Base, Claim, Evidence, Memo, Note, Source, columns_of
from factdesk.model.values.text import Span
from factdesk.storage import documents
from factdesk.storage.base import Store

KINDS = (Kind.ARTICLE, Kind.CLAIM, Kind.SOURCE, Kind.EVIDENCE, Kind.NOTE, Kind.MEMO)
"""What can be found, in the order of a rebuild."""

_MODELS: Mapping[Kind, type[Base]] = {
    Kind.ARTICLE: Article,
    Kind.CLAIM: Claim,
    Kind.SOURCE: Source,
    Kind.EVIDENCE: Evidence,
    Kind.NOTE: Note,
    Kind.MEMO: Memo,
}


@dataclass(frozen=True, slots=True)
class Searchable:
    """One thing to be found; field for field what the index takes (see `SearchDocument` in search/engine.py)."""

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
        """Give the unique key, such as "claim-345"."""
        return f"{self.kind}-{self.id}"


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """Where a found thing is opened: its article, the version, and the words when it has an anchor."""

    article_id: int | None
    version_id: int | None
    span: Span | None


class SearchableStore(Store):
    """Reads things as documents; a fixed number of queries for any number of them."""

    def documents(self, kind: Kind, ids: Sequence[int]) -> tuple[Searchable, ...]:
        """Give the documents of these things, those in the trash marked `is_deleted`; unknown ids are left out."""
        if not ids:
            return ()
        read = _READERS[kind]
        return tuple(Searchable(**values) for values in read(self._session, tuple(ids)))

    def texts(self, kind: Kind, ids: Sequence[int]) -> Mapping[int, str]:
        """Give the bodies of these things, for snippets (of an article, its newest text)."""
        return {one.id: one.body for one in self.documents(kind, ids)}

    def places(self, kind: Kind, ids: Sequence[int]) -> Mapping[int, FoundPlace]:
        """Give where each of these things is opened."""
        found = documents.places(self._session, kind, tuple(ids))
        return {
            key: FoundPlace(article, version, None if start is None or end is None or start < 0 else Span(start, end))
            for key, (article, version, start, end) in found.items()
        }

    def ids(self, kind: Kind, after: int = 0, limit: int = 500) -> tuple[int, ...]:
        """Give the next ids of a kind above `after`, for walking through all of them in short reads."""
        column = columns_of(_MODELS[kind]).id
        return tuple(self._session.scalars(select(column).where(column > after).order_by(column).limit(limit)))

    def total(self) -> int:
        """Give the number of all documents."""
        return sum(self.count(kind) for kind in KINDS)

    def count(self, kind: Kind) -> int:
        """Give the number of documents of a kind."""
        return int(self._session.execute(select(func.count()).select_from(_MODELS[kind])).scalar_one())


_READERS: Mapping[Kind, Callable[[Any, tuple[int, ...]], Iterable[dict[str, Any]]]] = {
    Kind.ARTICLE: documents.articles,
    Kind.CLAIM: documents.claims,
    Kind.SOURCE: documents.sources,
    Kind.EVIDENCE: documents.evidence,
    Kind.NOTE: documents.notes,
    Kind.MEMO: documents.memos,
}
