"""What facets, filters, order and dates read of each document of a segment: lists, one value a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from factdesk.search.analysis import FACTS
from factdesk.search.dates import is_within, periods_of, range_of

# The column in which each facet stands.
COLUMNS: dict[str, str] = {"tag": "tags"}


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one segment by document number, equal values kept once."""

    columns: dict[str, list[str]]

    @classmethod
    def read(cls, rows: Iterable[bytes]) -> Facts:
        """Take the rows of the facts column, one a document."""
        kept: dict[str, str] = {}
        columns: list[list[str]] = [[] for _name in FACTS]
        for row in rows:
            for column, value in zip(columns, row.decode().split("\x1e"), strict=True):
                column.append(kept.setdefault(value, value))
        return cls(dict(zip(FACTS, columns, strict=True)))

    def column(self, facet: str) -> list[str]:
        """Give the values of a facet by document; those of "tag" are joined by U+001F."""
        return self.columns[COLUMNS.get(facet, facet)]

    def keys(self) -> list[str]:
        """Give the keys by document."""
        return [f"{kind}-{number}" for kind, number in zip(self.columns["kind"], self.columns["id"], strict=True)]

    def count(self, facet: str, documents: Collection[int]) -> Counter[str]:
        """Count the values of a facet over documents; "" is not counted, dates count for their year and month."""
        whole = Counter(map(self.column(facet).__getitem__, documents))
        if facet not in {"tag", "published"}:
            whole.pop("", None)
            return whole
        split: Counter[str] = Counter()
        for value, number in whole.items():
            names = value.split("\x1f") if facet == "tag" else periods_of(value)
            for name in filter(None, names):
                split[name] += number
        return split

    def passing(self, facet: str, wanted: frozenset[str], documents: Iterable[int]) -> set[int]:
        """Give the documents that have one of the wanted values (dates: lie within one of the ranges)."""
        column = self.column(facet)
        fits = _test(facet, wanted)
        good = {value for value in set(column) if fits(value)}
        return {document for document in documents if column[document] in good}

    def published_within(self, start: str, end: str) -> list[int]:
        """Give the documents whose whole date lies within the days."""
        column = self.columns["published"]
        good = {value for value in set(column) if value and is_within(value, (start, end))}
        return [document for document, value in enumerate(column) if value in good]


def _test(facet: str, wanted: frozenset[str]) -> Callable[[str], bool]:
    if facet == "tag":
        return lambda value: not wanted.isdisjoint(value.split("\x1f"))
    if facet == "published":
        ranges = [days for days in map(range_of, wanted) if days is not None]
        return lambda value: any(is_within(value, days) for days in ranges)
    return wanted.__contains__
