"""Makes a page of hits out of what was found: deleted and filtered ones out, facets counted, the best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from heapq import nlargest, nsmallest

from factdesk.search.engine import Hit, Hits, Order, SearchRequest
from factdesk.search.evaluate import Found
from factdesk.search.fields import FACETS
from factdesk.search.snapshot import Leaf


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One found document: where it is, and what sorts it."""

    score: float
    published: str
    kind: str
    number: int


@dataclass(slots=True)
class Collector:
    """Takes what was found leaf by leaf. A field's own filter does not narrow its own facet, so that the counts of
    the other values say what choosing them as well would add."""

    request: SearchRequest
    _kept: list[tuple[Leaf, Found]] = field(default_factory=list)
    _facets: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in FACETS})
    _by_kind: Counter[str] = field(default_factory=Counter)

    def take(self, leaf: Leaf, found: Found) -> None:
        """Take the documents of one leaf."""
        facts = leaf.segment.facts
        documents = found.keys() - leaf.deleted if leaf.deleted else set(found)
        filters = {name: values for name, values in self.request.filters.items() if values and name in FACETS}
        passing = {name: facts.passing(name, values, documents) for name, values in filters.items()}
        kept = documents.intersection(*passing.values()) if passing else documents
        self._by_kind += facts.count("kind", kept)
        if self.request.with_facets:
            for name in FACETS:
                others = [numbers for one, numbers in passing.items() if one != name]
                counted = documents.intersection(*others) if name in passing else kept
                self._facets[name] += facts.count(name, counted)
        self._kept.append((leaf, found if len(kept) == len(found) else {number: found[number] for number in kept}))

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
        for leaf, found in self._kept:
            columns = leaf.segment.facts.columns
            kinds, ids, dates = columns["kind"], columns["id"], columns["published"]
            documents: Collection[int] = found if kind is None else [one for one in found if kinds[one] == kind]
            candidates += [
                _Candidate(found[one], dates[one], kinds[one], int(ids[one]))
                for one in _first(documents, found, dates, number, self.request.order)
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


def _first(documents: Collection[int], found: Found, dates: list[str], number: int, order: Order) -> Collection[int]:
    """Leave out what cannot be among the first `number` of a leaf; ties at the edge stay in."""
    if len(documents) <= number:
        return documents
    if order is Order.RELEVANCE:
        lowest = nlargest(number, map(found.__getitem__, documents))[-1]
        return [one for one in documents if found[one] >= lowest]
    if order is Order.NEWEST:
        oldest = nlargest(number, map(dates.__getitem__, documents))[-1]
        return [one for one in documents if dates[one] >= oldest]
    newest = nsmallest(number, (dates[one] or "~" for one in documents))[-1]
    return [one for one in documents if (dates[one] or "~") <= newest]
