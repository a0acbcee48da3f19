"""Makes a page of hits out of what was found: deleted and filtered ones out, facets counted, the best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from factdesk.search.arrays.file import Array
from factdesk.search.arrays.found import Found
from factdesk.search.arrays.segment import Segment
from factdesk.search.engine import Hit, Hits, Order, SearchRequest
from factdesk.search.fields import FACETS


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One found document: what it is, and what sorts it."""

    score: float
    published: str
    kind: str
    number: int


def _but(name: str, passing: Mapping[str, Array], found: Found, kept: Found) -> Found:
    """Give what passes every filter but the one of this facet."""
    if name not in passing:
        return kept
    others = [mask for one, mask in passing.items() if one != name]
    return found.kept(np.logical_and.reduce(others)) if others else found


@dataclass(slots=True)
class Collector:
    """Takes what was found leaf by leaf. A field's own filter does not narrow its own facet, so that the counts of
    the other values say what choosing them as well would add."""

    request: SearchRequest
    _kept: list[tuple[Segment, Found]] = field(default_factory=list)
    _facets: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in FACETS})
    _by_kind: Counter[str] = field(default_factory=Counter)

    def take(self, segment: Segment, alive: Array | None, found: Found) -> None:
        """Take what was found in a segment; `alive` says by document whether it is there still, None: all are."""
        facts = segment.facts
        if alive is not None:
            found = found.kept(alive[found.documents])
        filters = {name: values for name, values in self.request.filters.items() if values and name in FACETS}
        passing = {name: facts.passing(name, values)[found.documents] for name, values in filters.items()}
        kept = found.kept(np.logical_and.reduce(list(passing.values()))) if passing else found
        self._by_kind += facts.count("kind", kept.documents)
        if self.request.with_facets:
            for name in FACETS:
                self._facets[name] += facts.count(name, _but(name, passing, found, kept).documents)
        self._kept.append((segment, kept))

    def hits(self) -> Hits:
        """Give the page that was asked for."""
        request = self.request
        if request.per_kind is None:
            last = request.offset + request.limit
            page = self._best(last, None)[request.offset : last]
        else:
            page = [one for kind in self._by_kind for one in self._best(request.per_kind, kind)]
            page.sort(key=_KEYS[request.order])
        facets: Mapping[str, Mapping[str, int]] = {}
        if request.with_facets:
            facets = {name: dict(counts.most_common()) for name, counts in self._facets.items()}
        hits = tuple(Hit(one.kind, one.number, one.score) for one in page)
        return Hits(hits, self._by_kind.total(), dict(self._by_kind), facets)

    def _best(self, number: int, kind: str | None) -> list[_Candidate]:
        """Give the first `number` in order, of one kind or of all."""
        if number <= 0:
            return []
        candidates: list[_Candidate] = []
        for segment, kept in self._kept:
            facts = segment.facts
            found = kept
            if kind is not None:
                found = kept.kept(facts.passing("kind", frozenset({kind}))[kept.documents])
            first = found.kept(_first(segment, found, number, self.request.order))
            candidates += [
                _Candidate(score, facts.value("published", at), facts.value("kind", at), int(facts.ids[at]))
                for at, score in zip(first.documents.tolist(), first.scores.tolist(), strict=True)
            ]
        candidates.sort(key=_KEYS[self.request.order])
        return candidates[:number]


# Ties go to the newer; what has no date stands last in both orders by date.
_KEYS: dict[Order, Callable[[_Candidate], tuple[float | str, ...]]] = {
    Order.RELEVANCE: lambda one: (-one.score, _newest(one.published), one.kind, -one.number),
    Order.NEWEST: lambda one: (_newest(one.published), -one.score, one.kind, -one.number),
    Order.OLDEST: lambda one: (one.published or "~", -one.score, one.kind, one.number),
}
_REVERSED = str.maketrans("0123456789", "9876543210")


def _newest(published: str) -> str:
    """Give a text that sorts the newest first."""
    return published.translate(_REVERSED) if published else "~"


def _first(segment: Segment, found: Found, number: int, order: Order) -> Array:
    """Give the places of the first `number` of a leaf; what ties with the last by score and date comes along."""
    if len(found) <= number:
        return np.arange(len(found))
    facts = segment.facts
    # The values of a fact are in order, so its codes are ranks; the empty date is the first value of all.
    dates = facts.codes("published")[found.documents].astype(np.int64)
    if order is Order.OLDEST:
        has_no_date = bool(facts.values("published")) and not facts.values("published")[0]
        primary, secondary = -(dates + np.where(has_no_date & (dates == 0), 1 << 40, 0)), found.scores
    elif order is Order.NEWEST:
        primary, secondary = dates, found.scores
    else:
        primary, secondary = found.scores, dates
    least = np.partition(primary, len(primary) - number)[len(primary) - number]
    sure, edge = np.flatnonzero(primary > least), np.flatnonzero(primary == least)
    wanted = number - len(sure)
    if len(edge) > wanted:
        second = secondary[edge]
        edge = edge[second >= np.partition(second, len(second) - wanted)[len(second) - wanted]]
    if len(edge) > 4 * number:
        kinds, ids = facts.codes("kind")[found.documents[edge]], facts.ids[found.documents[edge]].astype(np.int64)
        edge = edge[np.lexsort((ids if order is Order.OLDEST else -ids, kinds))[:wanted]]
    return np.sort(np.concatenate((sure, edge)))
