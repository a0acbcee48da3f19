"""Finds the documents of one segment that a plan asks for, a whole posting list at a time, with BM25 scores.

Okapi BM25 (Robertson and Zaragoza, 2009) with K1 1.2 and B 0.75 over weighted forms of words; the forms of one word
count as one term. Labels and dates find but do not score.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from factdesk.search.fields import BY_NAME, Compare
from factdesk.search.nodes import Everything, Nothing
from factdesk.search.plan import STEM, AllOf, AnyOf, AnyTerm, NoneOf, Row, Starts, Step, Within
from factdesk.search.segment import K1, Segment
from factdesk.search.snapshot import Snapshot

# A prefix stands for its commonest terms: at most so many in each segment, with at most so many postings in the whole
# index. Raised, short prefixes find more and take longer: a posting costs about half a microsecond.
PREFIX_TERMS = 128
PREFIX_POSTINGS = 20_000
_FIELD_WEIGHTS = {"id": 20.0, "title": 2.0}

Found = dict[int, float]


@dataclass(slots=True)
class Evaluator:
    """Walks plans over one segment. `check` is called between steps and raises to stop."""

    snapshot: Snapshot
    segment: Segment
    check: Callable[[], None]

    def found(self, step: Step) -> Found:  # noqa: PLR0911  (one line a kind of step)
        """Give the documents of a step by number, with their scores."""
        self.check()
        match step:
            case AnyTerm(field, terms):
                return self._any_term(field, terms)
            case Row(field, terms):
                return self._row(field, terms)
            case Starts(field, prefix):
                return self._starts(field, prefix)
            case Within(start, end):
                return dict.fromkeys(self.segment.facts.published_within(start, end), 0.0)
            case AllOf(steps):
                return self._all_of(steps)
            case AnyOf(steps):
                return self._any_of(steps)
            case NoneOf(inner):
                without = self.found(inner)
                return {number: 0.0 for number in range(self.segment.size) if number not in without}
            case Everything():
                return dict.fromkeys(range(self.segment.size), 0.0)
            case Nothing():
                return {}

    def _any_term(self, field: str, terms: tuple[str, ...]) -> Found:
        best: Found = {}
        for term in terms:
            ids, weights = self.segment.postings(field, term)
            if not ids:
                continue
            scores = self._scores(field, terms, ids, weights)
            if not best:
                best = scores
            else:
                for number, score in scores.items():
                    if score > best.get(number, 0.0):
                        best[number] = score
        return best

    def _scores(
        self, field: str, terms: tuple[str, ...], ids: tuple[int, ...], weights: tuple[float, ...] | None
    ) -> Found:
        scale = self._scale(field, terms)
        if field != STEM:
            return dict.fromkeys(ids, scale)
        norms = self.segment.norms(self.snapshot.average_length)
        scale *= K1 + 1
        if weights is None:
            return {number: scale / (1 + norms[number]) for number in ids}
        return {number: scale * weight / (weight + norms[number]) for number, weight in zip(ids, weights, strict=True)}

    def _scale(self, field: str, terms: tuple[str, ...]) -> float:
        row = BY_NAME.get(field)
        if row is not None and row.compare is Compare.LABEL and field not in _FIELD_WEIGHTS:
            return 0.0
        return self.snapshot.rarity(field, terms) * _FIELD_WEIGHTS.get(field, 1.0)

    def _row(self, field: str, terms: tuple[str, ...]) -> Found:
        """Documents in which the terms stand at one place after the other, scored by how often they do."""
        lists = sorted({term: self.segment.postings(field, term)[0] for term in terms}.values(), key=len)
        common = set(lists[0])
        for ids in lists[1:]:
            common.intersection_update(ids)
        if not common:
            return {}
        places = {term: self.segment.places(field, term) for term in dict.fromkeys(terms)}
        scale = sum(self._scale(field, (term,)) for term in terms) * (K1 + 1)
        norms = self.segment.norms(self.snapshot.average_length)
        found: Found = {}
        for number in common:
            starts = set(array("I", places[terms[0]][number]))
            for step, term in enumerate(terms[1:], start=1):
                starts.intersection_update([place - step for place in array("I", places[term][number])])
                if not starts:
                    break
            else:
                found[number] = scale * len(starts) / (len(starts) + norms[number])
        return found

    def _starts(self, field: str, prefix: str) -> Found:
        commonest = nlargest(PREFIX_TERMS, self.segment.starting(field, prefix), key=itemgetter(1))
        most = PREFIX_POSTINGS * self.segment.size // max(1, self.snapshot.size)
        total: Found = {}
        read = 0
        for term, _count in commonest:
            ids, weights = self.segment.postings(field, term)
            if read and read + len(ids) > most:
                break
            read += len(ids)
            if not total:
                total = dict(zip(ids, weights, strict=True)) if weights is not None else dict.fromkeys(ids, 1.0)
                continue
            get = total.get
            for number, weight in zip(ids, weights or (1.0,) * len(ids), strict=True):
                total[number] = get(number, 0.0) + weight
        row = BY_NAME.get(field)
        if row is not None and row.compare is Compare.LABEL:
            return dict.fromkeys(total, 0.0)
        norms = self.segment.norms(self.snapshot.average_length)
        return {number: weight / (weight + norms[number]) for number, weight in total.items()}

    def _all_of(self, steps: tuple[Step, ...]) -> Found:
        wanted = [self.found(step) for step in steps if not isinstance(step, NoneOf | Everything)]
        if not wanted and steps:
            wanted = [self.found(Everything())]
        wanted.sort(key=len)
        result = wanted[0]
        for more in wanted[1:]:
            if not result:
                return {}
            result = {number: score + more[number] for number, score in result.items() if number in more}
        for step in steps:
            if isinstance(step, NoneOf) and result:
                without = self.found(step.step)
                result = {number: score for number, score in result.items() if number not in without}
        return result

    def _any_of(self, steps: tuple[Step, ...]) -> Found:
        result: Found = {}
        for step in steps:
            found = self.found(step)
            if not result:
                result = dict(found)
                continue
            get = result.get
            for number, score in found.items():
                result[number] = get(number, 0.0) + score
        return result
