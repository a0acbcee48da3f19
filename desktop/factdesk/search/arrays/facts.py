"""What facets, filters, order and dates read of each document of a segment: one number a document for each fact."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable
from functools import cached_property

import numpy as np

from factdesk.search.analysis import FACTS, facts
from factdesk.search.arrays.file import Array, ArrayFile, narrow
from factdesk.search.arrays.lexicon import Numbers
from factdesk.search.arrays.words import Words, words_arrays
from factdesk.search.dates import is_within, periods_of, range_of
from factdesk.search.engine import SearchDocument

COLUMNS: dict[str, str] = {"tag": "tags"}
"""The fact in which a facet stands, where its name is another."""
_ID = FACTS.index("id")


class FactsBuilder:
    """Gathers the facts of documents in the order of their numbers."""

    def __init__(self) -> None:
        self._columns = {name: (Numbers(), array("I")) for name in FACTS if name != "id"}
        self._ids = array("Q")

    def add(self, document: SearchDocument) -> None:
        """Add a document."""
        for name, value in zip(FACTS, facts(document), strict=True):
            if name == "id":
                self._ids.append(int(value))
            else:
                numbers, codes = self._columns[name]
                codes.append(numbers[value])

    def arrays(self) -> dict[str, Array]:
        """Give the arrays: the values of each fact in order, and by document which it has."""
        made = {"facts/id": narrow(np.frombuffer(self._ids, np.uint64)) if self._ids else np.empty(0, np.uint8)}
        for name, (numbers, codes) in self._columns.items():
            made |= coded(name, list(numbers), np.frombuffer(codes, np.uint32) if codes else np.empty(0, np.uint32))
        return made


def coded(name: str, values: list[str], codes: Array) -> dict[str, Array]:
    """Give the arrays of one fact with its values sorted, so that a smaller code is a smaller value."""
    order = sorted(range(len(values)), key=values.__getitem__)
    rank = np.empty(len(values), np.int64)
    rank[order] = np.arange(len(values))
    letters, ends = words_arrays(values[at] for at in order)
    return {
        f"facts/{name}/letters": letters,
        f"facts/{name}/ends": ends,
        f"facts/{name}/codes": narrow(rank[codes]),
    }


class Facts:
    """The facts of one segment. `documents` below are arrays of document numbers."""

    def __init__(self, file: ArrayFile) -> None:
        self.ids = file.get("facts/id")
        self._codes = {name: file.get(f"facts/{name}/codes") for name in FACTS if name != "id"}
        self._words = {
            name: Words(file.get(f"facts/{name}/letters"), file.get(f"facts/{name}/ends")) for name in self._codes
        }

    def values(self, facet: str) -> list[str]:
        """Give the different values of a facet in order; those of "tag" are joined by U+001F."""
        return self._words[COLUMNS.get(facet, facet)].texts

    def codes(self, facet: str) -> Array:
        """Give which value each document has."""
        return self._codes[COLUMNS.get(facet, facet)]

    def value(self, facet: str, document: int) -> str:
        """Give the value of one document."""
        return self.values(facet)[int(self.codes(facet)[document])]

    @cached_property
    def keys(self) -> list[str]:
        """The keys by document."""
        kinds, codes = self.values("kind"), self.codes("kind").tolist()
        return [f"{kinds[code]}-{number}" for code, number in zip(codes, self.ids.tolist(), strict=True)]

    def numbers(self, key: str) -> list[int]:
        """Give the documents of a key, deleted ones too; a segment has at most one that lives."""
        kind, _dash, number = key.rpartition("-")
        if kind not in self.values("kind") or not number.isdigit():
            return []
        code = self.values("kind").index(kind)
        found = np.flatnonzero(self.ids == int(number))
        return [int(one) for one in found if self.codes("kind")[one] == code]

    def count(self, facet: str, documents: Array) -> Counter[str]:
        """Count the values of a facet over documents; "" is not counted, dates count for their year and month."""
        values = self.values(facet)
        counts = np.bincount(self.codes(facet)[documents], minlength=len(values))
        split: Counter[str] = Counter()
        for at in np.flatnonzero(counts).tolist():
            for name in filter(None, _names(facet, values[at])):
                split[name] += int(counts[at])
        return split

    def passing(self, facet: str, wanted: frozenset[str]) -> Array:
        """Give by document whether it has one of the wanted values (dates: lies within one of the ranges)."""
        return self._mask(facet, _test(facet, wanted))

    def published_within(self, start: str, end: str) -> Array:
        """Give by document whether its whole date lies within the days."""
        return self._mask("published", lambda value: bool(value) and is_within(value, (start, end)))

    def _mask(self, facet: str, fits: Callable[[str], bool]) -> Array:
        values = self.values(facet)
        good = np.fromiter(map(fits, values), bool, len(values))
        return good[self.codes(facet)]


def _names(facet: str, value: str) -> list[str]:
    if facet == "tag":
        return value.split("\x1f")
    return list(periods_of(value)) if facet == "published" else [value]


def _test(facet: str, wanted: frozenset[str]) -> Callable[[str], bool]:
    if facet == "tag":
        return lambda value: not wanted.isdisjoint(value.split("\x1f"))
    if facet == "published":
        ranges = [days for days in map(range_of, wanted) if days is not None]
        return lambda value: any(is_within(value, days) for days in ranges)
    return wanted.__contains__
