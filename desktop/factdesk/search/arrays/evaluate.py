"""Finds the documents of one segment that a plan asks for, a whole posting list at a time, with BM25 scores.

Okapi BM25 (Robertson and Zaragoza, 2009) over weighted forms of words; the forms of one word
count as one term. Labels and dates find but do not score.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

import numpy as np

from factdesk.search.arrays.field import FieldPostings
from factdesk.search.arrays.file import Array
from factdesk.search.arrays.found import Found, among, both, either, nothing, unscored
from factdesk.search.arrays.rows import place_keys, row_counts
from factdesk.search.arrays.segment import K1, Segment
from factdesk.search.fields import BY_NAME, Compare
from factdesk.search.likeness import like
from factdesk.search.nearness import near_counts
from factdesk.search.nodes import Everything, Nothing
from factdesk.search.plan import (
    STEM,
    AllOf,
    AnyOf,
    AnyTerm,
    Counted,
    Flagged,
    Like,
    Matching,
    Near,
    NoneOf,
    Row,
    Starts,
    Step,
    Within,
)
from factdesk.search.wild import has_stars, matching

_FIELD_WEIGHTS = {"id": 20.0, "title": 2.0}
Rarity = Callable[[str, tuple[str, ...]], float]
"""Gives the inverse document frequency of the commonest of some terms of a field, over the whole index."""


@dataclass(slots=True)
class Evaluator:
    """Walks plans over one segment. `check` is called between steps and raises to stop."""

    segment: Segment
    average_length: float
    rarity: Rarity
    check: Callable[[], None]

    def found(self, step: Step) -> Found:  # noqa: PLR0911  (one line a kind of step)
        """Give the documents of a step, with their scores."""
        self.check()
        match step:
            case AnyTerm(field, terms):
                return self._any_term(field, terms)
            case Row(field, terms):
                return self._row(field, terms)
            case Starts(field, prefix):
                return self._span(field, *self.segment.field(field).words.starting(prefix.encode()))
            case Matching(field, pattern):
                return self._spread(field, matching(self.segment.field(field).words.texts, pattern))
            case Like(field, word, distance):
                return self._spread(field, like(self.segment.field(field).words.texts, word, distance))
            case Near(field, groups, slop, in_order):
                return self._near(field, groups, slop, in_order=in_order)
            case Within(start, end):
                return unscored(np.flatnonzero(self.segment.facts.published_within(start, end)))
            case AllOf(steps):
                return self._all_of(steps)
            case AnyOf(steps):
                return either(map(self.found, steps), self.segment.size)
            case NoneOf(inner):
                return self._without(self._everything(), self.found(inner))
            case Everything():
                return self._everything()
            case Nothing() | Counted() | Flagged():
                # The facts of the last two are not held; the parser leaves them out and says so (`fields.HELD`).
                return nothing()
        assert_never(step)

    def _everything(self) -> Found:
        return unscored(np.arange(self.segment.size))

    def _any_term(self, field: str, terms: tuple[str, ...]) -> Found:
        postings = self.segment.field(field)
        numbers = [number for number in (postings.words.find(term.encode()) for term in terms) if number >= 0]
        if not numbers:
            return nothing()
        scale = self._scale(field, terms)
        return either(
            (self._scored(postings, number, field, scale) for number in numbers), self.segment.size, is_best=True
        )

    def _scored(self, postings: FieldPostings, number: int, field: str, scale: float) -> Found:
        documents = postings.documents(number, number + 1)
        if field != STEM:
            return Found(documents, np.full(len(documents), scale, np.float32))
        return Found(documents, self._bm25(documents, postings.weights(number, number + 1), scale))

    def _bm25(self, documents: Array, weights: Array | None, scale: float) -> Array:
        norms = self.segment.norms(self.average_length)[documents]
        heavy = np.float32(1) if weights is None else weights.astype(np.float32)
        return np.float32(scale * (K1 + 1)) * heavy / (heavy + norms)

    def _scale(self, field: str, terms: tuple[str, ...]) -> float:
        if _is_label(field) and field not in _FIELD_WEIGHTS:
            return 0.0
        return self.rarity(field, terms) * _FIELD_WEIGHTS.get(field, 1.0)

    def _row(self, field: str, terms: tuple[str, ...]) -> Found:
        """Documents in which the terms stand at one place after the other, scored by how often they do."""
        documents, counts = row_counts(self.segment.field(field), tuple(term.encode() for term in terms))
        return Found(documents, self._bm25(documents, counts, sum(self._scale(field, (term,)) for term in terms)))

    def _span(self, field: str, first: int, last: int) -> Found:
        """Documents that have one of the terms from `first` up to `last`, scored by how much they have of them."""
        if first >= last:
            return nothing()
        postings = self.segment.field(field)
        return self._heaped(field, postings.documents(first, last), postings.weights(first, last))

    def _spread(self, field: str, terms: Sequence[int]) -> Found:
        """As `_span`, of terms that do not stand side by side."""
        if isinstance(terms, range):
            return self._span(field, terms.start, terms.stop)
        if not len(terms):
            return nothing()
        return self._heaped(field, *self.segment.field(field).of(np.asarray(terms, np.int64)))

    def _heaped(self, field: str, documents: Array, weights: Array | None) -> Found:
        """Documents that may come more than once, scored by their weights together."""
        heavy = np.bincount(documents, weights=weights, minlength=self.segment.size)
        there = np.flatnonzero(heavy)
        if _is_label(field):
            return unscored(there)
        total = heavy[there].astype(np.float32)
        return Found(there, total / (total + self.segment.norms(self.average_length)[there]))

    def _near(self, field: str, groups: tuple[tuple[str, ...], ...], slop: int, *, in_order: bool) -> Found:
        """Documents in which a term of each group stands near one of the others."""
        postings = self.segment.field(field)
        keys, scale = [], 0.0
        for group in groups:
            numbers = self._numbers(postings, group)
            if not numbers:
                return nothing()
            some = [place_keys(postings, number, postings.documents(number, number + 1)) for number in numbers]
            keys.append(np.sort(np.concatenate(some), kind="stable"))
            scale += self._scale(field, tuple(postings.words[number].decode() for number in numbers))
        documents, counts = near_counts(keys, slop, in_order=in_order)
        return Found(documents, self._bm25(documents, counts, scale))

    def _numbers(self, postings: FieldPostings, terms: tuple[str, ...]) -> list[int]:
        """Give the numbers of terms that are here, those with stars spelled out."""
        numbers: set[int] = set()
        for term in terms:
            if has_stars(term):
                numbers.update(matching(postings.words.texts, term))
            elif (number := postings.words.find(term.encode())) >= 0:
                numbers.add(number)
        return sorted(numbers)

    def _all_of(self, steps: tuple[Step, ...]) -> Found:
        wanted = [self.found(step) for step in steps if not isinstance(step, NoneOf | Everything)]
        wanted.sort(key=len)
        result = wanted[0] if wanted else self._everything()
        for more in wanted[1:]:
            if not len(result):
                break
            result = both(result, more)
        for step in steps:
            if isinstance(step, NoneOf) and len(result):
                result = self._without(result, self.found(step.step))
        return result

    def _without(self, found: Found, unwanted: Found) -> Found:
        return found.kept(~among(found.documents, unwanted.documents))


def _is_label(field: str) -> bool:
    row = BY_NAME.get(field)
    return row is not None and row.compare is Compare.LABEL
