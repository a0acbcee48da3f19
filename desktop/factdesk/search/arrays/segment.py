"""One segment of an index, open: its postings, lengths and facts. Nothing in it ever changes."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import numpy as np

from factdesk.search.arrays.facts import Facts
from factdesk.search.arrays.field import FieldPostings
from factdesk.search.arrays.file import Array, ArrayFile
from factdesk.search.plan import WORD

K1, B = 1.5, 0.5
"""Chosen on the development collections of tests/bench/quality_bench.py; the textbook's 1.2 and 0.75 find less."""


class Segment:
    """What a search reads of one segment; safe from any thread."""

    def __init__(self, path: Path, name: str) -> None:
        """Open it; OSError or ValueError when the file is gone or is none of ours."""
        self.name = name
        self.file = ArrayFile(path)
        self.lengths = self.file.get("lengths")
        self.size = len(self.lengths)
        self.facts = Facts(self.file)
        self._fields: dict[str, FieldPostings] = {}
        self._norms: tuple[float, Array] = (0.0, np.empty(0, np.float32))

    def close(self) -> None:
        """Let go of the file."""
        self._fields.clear()
        self.__dict__.pop("facts", None)
        self.__dict__.pop("lengths", None)
        self.file.close()

    def warm(self) -> None:
        """Read what the first search would wait for."""
        _read = (self.facts.values("kind"), self.field(WORD).words.find(b"a"), self.total_length)

    def field(self, name: str) -> FieldPostings:
        """Give the postings of a field; empty where no document has it."""
        found = self._fields.get(name)
        if found is None:
            found = self._fields[name] = FieldPostings(self.file, name)
        return found

    def field_names(self) -> tuple[str, ...]:
        """Give the names of all fields with postings."""
        names = (name.rpartition("/") for name in self.file.names())
        return tuple(sorted(field for field, _slash, part in names if part == "starts"))

    @cached_property
    def total_length(self) -> int:
        """The length of all documents together."""
        return int(self.lengths.sum(dtype=np.int64))

    def norms(self, average: float) -> Array:
        """Give BM25's K1 · (1 - B + B · length / average) of each document."""
        if self._norms[0] != average:
            made = np.float32(K1 * (1 - B)) + np.float32(K1 * B / average) * self.lengths.astype(np.float32)
            self._norms = (average, made)
        return self._norms[1]

    def frequency(self, field: str, term: str) -> int:
        """Give the number of documents that have the term, deleted ones included."""
        postings = self.field(field)
        at = postings.words.find(term.encode())
        return postings.frequency(at, at + 1) if at >= 0 else 0

    def starting(self, field: str, prefix: str) -> list[tuple[str, int]]:
        """Give the terms of a field that begin so, each with the number of documents that have it."""
        postings = self.field(field)
        first, last = postings.words.starting(prefix.encode())
        return [(postings.words[at].decode(), postings.frequency(at, at + 1)) for at in range(first, last)]
