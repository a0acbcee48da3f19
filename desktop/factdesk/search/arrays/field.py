"""The postings of one field of a segment, as views of its file."""

from __future__ import annotations

import numpy as np

from factdesk.search.arrays.file import Array, ArrayFile
from factdesk.search.arrays.words import Words

_NONE = np.empty(0, np.uint32)


class FieldPostings:
    """Terms by place in their order (`words`), each with its documents in order."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        def get(part: str) -> Array:
            key = f"{name}/{part}"
            return file.get(key) if key in file else _NONE

        self.words = Words(get("letters"), get("ends"))
        self._starts = get("starts")
        self._documents = get("documents")
        self._weights = get("weights") if f"{name}/weights" in file else None
        self._counts = get("counts") if f"{name}/counts" in file else None
        self._places, self._places_at = get("places"), get("places_at")

    @property
    def has_places(self) -> bool:
        """Whether the places of terms are kept."""
        return self._counts is not None

    def frequency(self, first: int, last: int) -> int:
        """Give the number of postings of the terms from `first` up to `last`."""
        return int(self._starts[last]) - int(self._starts[first]) if last > first else 0

    def frequencies(self) -> Array:
        """Give the number of documents of each term."""
        return np.diff(self._starts.astype(np.int64))

    def documents(self, first: int, last: int) -> Array:
        """Give the documents of the terms from `first` up to `last`, term after term."""
        return self._documents[int(self._starts[first]) : int(self._starts[last])]

    def weights(self, first: int, last: int) -> Array | None:
        """Give what the terms weigh in these documents: their weight, or how often they are there; None: 1 in all."""
        kept = self._weights if self._weights is not None else self._counts
        return None if kept is None else kept[int(self._starts[first]) : int(self._starts[last])]

    def of(self, terms: Array) -> tuple[Array, Array | None]:
        """Give the documents of some terms, term after term, and what the terms weigh there (None: 1 in all)."""
        starts = self._starts[terms].astype(np.int64)
        each = self._starts[terms + 1].astype(np.int64) - starts
        at = np.repeat(starts - (np.cumsum(each) - each), each) + np.arange(each.sum())
        kept = self._weights if self._weights is not None else self._counts
        return self._documents[at], None if kept is None else kept[at]

    def places_of(self, first: int, last: int) -> Array:
        """Give the places of the terms from `first` up to `last` in all their documents, in a row."""
        return self._places[int(self._places_at[first]) : int(self._places_at[last])]

    def places(self, term: int) -> tuple[Array, Array, Array]:
        """Give the documents of a term, in each the number of its places, and all places in a row."""
        counts = self.weights(term, term + 1)
        documents = self.documents(term, term + 1)
        each = np.ones(len(documents), np.int64) if counts is None else counts
        return documents, each, self.places_of(term, term + 1)
