"""Gathers the postings of a segment term by term, and writes each term's list in one go.

Whoosh's own pool sorts single postings and its field writer takes them one by one. Documents arrive in the order of
their numbers (new ones first, then those of merged segments), so the postings of a term are in order by themselves
and only the terms have to be sorted. The format on the disk is the stock one.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from factdesk.search.whoosh_parts import W3FieldWriter

# What a posting takes in memory, in bytes: three entries of a list, a float, a small bytes object.
_POSTING = 90
_TERM = 220
Group = list[Any]


class Pool:
    """Stands in for Whoosh's pool of postings. `size` is about the memory it takes, in bytes."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[bytes, Group]] = {}
        self.size = 0

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        """Add one posting: field, term, number of the document, weight, value."""
        name, term, number, weight, value = item
        terms = self._fields.get(name)
        if terms is None:
            terms = self._fields[name] = {}
        group = terms.get(term)
        if group is None:
            terms[term] = [number, weight, value]
            self.size += _TERM
        else:
            group += (number, weight, value)
        self.size += _POSTING

    def iter_postings(self) -> Pool:
        """Give itself: `GroupWriter` takes groups, not postings."""
        return self

    def groups(self) -> Iterator[tuple[str, list[tuple[bytes, Group]]]]:
        """Go through the fields by name, each with its terms in order; a field is dropped once it was given."""
        for name in sorted(self._fields):
            yield name, sorted(self._fields.pop(name).items())

    def cleanup(self) -> None:
        """Drop everything (Whoosh calls this when the segment is closed)."""
        self._fields.clear()


class GroupWriter(W3FieldWriter):  # type: ignore[misc]
    """The stock writer of terms and postings, fed by whole posting lists."""

    def add_postings(self, schema: Any, lengths: Any, items: Pool) -> None:
        """Write all groups of a pool. `lengths` is not used: no reader of ours skips by length."""
        del lengths
        for name, terms in items.groups():
            field = schema[name]
            self.start_field(name, field)
            has_values = field.format.posting_size != 0
            for term, group in terms:
                self.start_term(term)
                self._write_group(group, has_values)
                self.finish_term()
            self.finish_field()

    def abandon(self) -> None:
        """Close the files as they are."""
        for file in (self._tindex.dbfile, self._postfile):
            with suppress(OSError):
                file.raw_file().close()

    def _write_group(self, group: Group, has_values: bool) -> None:
        """Fill the stock writer's block buffer and let it write the block, all but the last, which it does itself."""
        writer = self._postwriter
        size = 3 * writer._blocklimit
        for first in range(0, len(group), size):
            if first:
                writer._write_block()
            weights = array("f", group[first + 1 : first + size : 3])
            writer._ids = array("I", group[first : first + size : 3])
            writer._weights = weights
            writer._values = group[first + 2 : first + size : 3] if has_values else []
            writer._maxweight = max(weights)
