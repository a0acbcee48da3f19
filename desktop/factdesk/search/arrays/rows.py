"""Terms that stand one after the other in a document, found by their places."""

from __future__ import annotations

from functools import reduce

import numpy as np

from factdesk.search.arrays.field import FieldPostings
from factdesk.search.arrays.file import Array

_SHIFT = 32
# Rows are looked for by where they would start, which may lie before the first place of a document.
_MARGIN = 1 << 16


def row_counts(postings: FieldPostings, terms: tuple[bytes, ...]) -> tuple[Array, Array]:
    """Give the documents in which the terms stand in a row, and how often they do in each."""
    none = np.empty(0, np.int64), np.empty(0, np.int64)
    numbers = [postings.words.find(term) for term in terms]
    if min(numbers, default=-1) < 0:
        return none
    lists = {number: postings.documents(number, number + 1) for number in numbers}
    common = reduce(_common, sorted(lists.values(), key=len))
    if not len(common):
        return none
    starts: Array | None = None
    by_length = sorted(range(len(numbers)), key=lambda step: len(lists[numbers[step]]))
    for step in by_length:
        keys = place_keys(postings, numbers[step], common) - step
        starts = keys if starts is None else starts[np.isin(starts, keys, assume_unique=True)]
        if not len(starts):
            return none
    if starts is None:
        return none
    documents, counts = np.unique(starts >> _SHIFT, return_counts=True)
    return documents, counts


def _common(one: Array, other: Array) -> Array:
    return np.intersect1d(one, other, assume_unique=True)


def place_keys(postings: FieldPostings, number: int, common: Array) -> Array:
    """Give the places of a term in the common documents (all of which have it), in order; the document is in the upper
    half of each number."""
    documents, counts, places = postings.places(number)
    wide = counts.astype(np.int64)
    if len(documents) > len(common):
        at = np.searchsorted(documents, common)
        first = np.cumsum(wide) - wide
        each = wide[at]
        inner = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)
        places, documents, wide = places[np.repeat(first[at], each) + inner], common, each
    return (np.repeat(documents.astype(np.int64), wide) << _SHIFT) + places + _MARGIN
