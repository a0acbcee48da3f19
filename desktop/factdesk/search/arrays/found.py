"""Sets of documents with scores, and how they are joined: a whole list at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from factdesk.search.arrays.file import Array


@dataclass(frozen=True, slots=True)
class Found:
    """Documents of one segment in order, each once, and their scores."""

    documents: Array
    scores: Array

    def __len__(self) -> int:
        return len(self.documents)

    def kept(self, mask: Array) -> Found:
        """Give those of the places where the mask is true."""
        return Found(self.documents[mask], self.scores[mask])


def nothing() -> Found:
    """Give an empty set."""
    return Found(np.empty(0, np.int64), np.empty(0, np.float32))


def unscored(documents: Array) -> Found:
    """Give documents that are found and not ranked."""
    return Found(documents.astype(np.int64, copy=False), np.zeros(len(documents), np.float32))


def among(documents: Array, others: Array) -> Array:
    """Say for each of `documents` whether it is among `others`; both are in order."""
    if not len(others):
        return np.zeros(len(documents), bool)
    at = np.searchsorted(others, documents)
    at[at == len(others)] = 0
    hit: Array = others[at] == documents
    return hit


def both(one: Found, other: Found) -> Found:
    """Give the documents in both, their scores added."""
    if len(one) > len(other):
        one, other = other, one
    at = np.searchsorted(other.documents, one.documents)
    at[at == len(other)] = 0
    hit = other.documents[at] == one.documents if len(other) else np.zeros(len(one), bool)
    return Found(one.documents[hit], one.scores[hit] + other.scores[at[hit]])


def either(sets: Iterable[Found], size: int, *, is_best: bool = False) -> Found:
    """Give the documents in any of the sets, of a segment of `size`: their scores added, or the best of them."""
    some = [one for one in sets if len(one)]
    if len(some) < 2:
        return some[0] if some else nothing()
    scores, is_there = np.zeros(size, np.float32), np.zeros(size, bool)
    for one in some:
        is_there[one.documents] = True
        if is_best:
            scores[one.documents] = np.maximum(scores[one.documents], one.scores)
        else:
            scores[one.documents] += one.scores
    documents = np.flatnonzero(is_there)
    return Found(documents, scores[documents])
