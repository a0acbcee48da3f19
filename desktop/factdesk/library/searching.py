"""Finding: one query over everything, with snippets cut from the database's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from time import monotonic

from factdesk.library.group import Group, Room
from factdesk.model.enums import Kind
from factdesk.model.ids import public_id
from factdesk.model.values.text import Span
from factdesk.progress import CancelToken
from factdesk.search.engine import Engine, Health, Hit, Hits, Order, SearchRequest
from factdesk.search.query import Query, parse, spelled, widened
from factdesk.search.results import SnippetPart
from factdesk.search.snippets import snippet, spans
from factdesk.storage.searchable import FoundPlace, Searchable

SPANS_MOST = 200
FEW = 5
"""Hits; with no more of them, a row of words is looked for by any of them."""
_EMPTY: Mapping[str, frozenset[str]] = {}


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One found thing as it is shown. `spans` are its words in the article's newest text, when it has a place there;
    `title_spans` are those in the title."""

    kind: Kind
    id: int
    public_id: str
    title: str
    subtitle: str
    snippet: tuple[SnippetPart, ...]
    article_id: int | None
    version_id: int | None
    spans: tuple[Span, ...]
    verdict: str
    date: str
    outlet: str
    language: str
    score: float
    title_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of found things, best first. `ignored` names what of the query could not be understood."""

    hits: tuple[FoundRow, ...]
    total: int
    totals_by_kind: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    seconds: float = 0.0
    health: Health = Health.READY


class Searching(Group):
    """`library.searching`."""

    def __init__(self, room: Room, engine: Engine) -> None:
        super().__init__(room)
        self._engine = engine

    def find(
        self,
        text: str,
        *,
        filters: Mapping[str, frozenset[str]] = _EMPTY,
        order: Order = Order.RELEVANCE,
        offset: int = 0,
        limit: int = 50,
        per_kind: int | None = None,
        is_typing: bool = False,
        cancel: CancelToken | None = None,
    ) -> SearchPage:
        """Find things; any text is a query. Raises Cancelled when told to stop, and never for what was typed.

        `is_typing`: the last word may be unfinished, so words that begin with it are found too.
        """
        started, stop = monotonic(), cancel or CancelToken()
        query = parse(text, is_typing=is_typing)
        health = self._engine.health()
        if health is not Health.READY:
            return SearchPage((), 0, ignored=query.ignored, health=health)
        wider = widened(query)
        query = spelled(query, self._engine.spellings)
        request = SearchRequest(query, filters, order, offset, limit, per_kind)
        hits = self._engine.search(request, stop)
        if wider is not None and hits.total <= FEW:
            query = spelled(wider, self._engine.spellings)
            hits = self._engine.search(replace(request, query=query), stop)
        rows = self._rows(hits, query, stop)
        return SearchPage(rows, hits.total, hits.totals_by_kind, hits.facets, query.ignored, monotonic() - started)

    def complete(self, prefix: str, limit: int = 8) -> tuple[str, ...]:
        """Give words of the library that start so, commonest first."""
        return self._engine.words(prefix, limit) if self._engine.health() is Health.READY else ()

    def _rows(self, hits: Hits, query: Query, cancel: CancelToken) -> tuple[FoundRow, ...]:
        by_kind: dict[Kind, list[int]] = {}
        for hit in hits.hits:
            by_kind.setdefault(Kind(hit.kind), []).append(hit.id)
        made: dict[tuple[str, int], FoundRow] = {}
        with self._read() as stores:
            for kind, ids in by_kind.items():
                documents = {one.id: one for one in stores.searchables.documents(kind, ids)}
                places = stores.searchables.places(kind, ids)
                for hit in [one for one in hits.hits if one.kind == kind and one.id in documents]:
                    cancel.raise_if_cancelled()
                    made[hit.kind, hit.id] = _row(hit, documents[hit.id], places.get(hit.id), query)
        return tuple(made[hit.kind, hit.id] for hit in hits.hits if (hit.kind, hit.id) in made)


def _row(hit: Hit, found: Searchable, place: FoundPlace | None, query: Query) -> FoundRow:
    kind = Kind(hit.kind)
    matches: tuple[Span, ...] = ()
    if kind is Kind.ARTICLE:
        matches = tuple(Span(*pair) for pair in spans(found.body, query, found.language, SPANS_MOST))
    elif place is not None and place.span is not None:
        matches = (place.span,)
    return FoundRow(
        kind=kind,
        id=hit.id,
        public_id=public_id(kind, hit.id),
        title=found.title,
        subtitle=_subtitle(found),
        snippet=snippet(_in_a_line(found), query, found.language),
        article_id=place.article_id if place else found.article_id,
        version_id=place.version_id if place else None,
        spans=matches,
        verdict=found.verdict,
        date=found.published,
        outlet=found.outlet,
        language=found.language,
        score=hit.score,
        title_spans=tuple(Span(*pair) for pair in spans(found.title, query, found.language, SPANS_MOST)),
    )


def _in_a_line(found: Searchable) -> str:
    """Give the body to cut a snippet from; the parts of one that is no running text are told apart by dots."""
    return found.body if found.kind == Kind.ARTICLE else " · ".join(filter(None, found.body.split("\n")))


def _subtitle(found: Searchable) -> str:
    parts = [found.claimant, found.outlet] if found.kind == Kind.CLAIM else [found.outlet, *found.authors[:2]]
    return " · ".join(part for part in parts if part)
