"""One segment of an index, open: its postings, lengths, facts and lists of terms, read when first asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import cached_property
from typing import Any

from factdesk.search.codec import BlockCodec
from factdesk.search.facts import Facts
from factdesk.search.mapped import MappedStorage
from factdesk.search.plan import STEM, WORD
from factdesk.search.schema import FACTS_COLUMN
from factdesk.search.whoosh_parts import TermNotFound, VarBytesColumn

Postings = tuple[tuple[int, ...], tuple[float, ...] | None]
_CACHED_POSTINGS = 400_000
_NO_POSTINGS: Postings = ((), None)
K1, B = 1.2, 0.75


class Segment:
    """What a search reads of one segment. Not for two threads at once; nothing in it ever changes."""

    def __init__(self, storage: Any, segment: Any, schema: Any) -> None:
        self.name: str = segment.segment_id()
        self.size: int = segment.doc_count_all()
        self._schema = schema
        self._files = MappedStorage(storage.open_file(segment.make_filename(segment.COMPOUND_EXT)))
        codec: BlockCodec = segment.codec()
        self._terms = codec.terms_reader(self._files, segment)
        self._documents = codec.per_document_reader(self._files, segment)
        self._listings: dict[str, tuple[list[str], array[int]]] = {}
        self._postings: dict[tuple[str, str], Postings] = {}
        self._cached = 0
        self._norms: tuple[float, list[float]] = (0.0, [])

    def warm(self) -> None:
        """Read what the first search would wait for."""
        _read = (self.numbers, self.lengths, self.listing(WORD))

    def close(self) -> None:
        """Let go of the files."""
        self._terms.close()
        self._documents.close()
        self._files.close()

    @cached_property
    def facts(self) -> Facts:
        """The facts of each document."""
        return Facts.read(self._documents.column_reader(FACTS_COLUMN, VarBytesColumn()))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The document number of each key."""
        return {key: number for number, key in enumerate(self.facts.keys())}

    @cached_property
    def lengths(self) -> list[int]:
        """The length of each document in weighted forms of words (as Whoosh keeps it, to about 6 %)."""
        length = self._documents.doc_field_length
        return [length(number, STEM) or 0 for number in range(self.size)]

    def norms(self, average: float) -> list[float]:
        """Give BM25's K1 · (1 - B + B · length / average) of each document."""
        if self._norms[0] != average:
            base, slope = K1 * (1 - B), K1 * B / average
            self._norms = (average, [base + slope * length for length in self.lengths])
        return self._norms[1]

    def total_length(self) -> int:
        """Give the length of all documents together."""
        return int(self._documents.field_length(STEM))

    def frequency(self, field: str, term: str) -> int:
        """Give the number of documents that have the term, deleted ones included."""
        try:
            return int(self._terms.doc_frequency(field, term.encode()))
        except KeyError:
            return 0

    def postings(self, field: str, term: str) -> Postings:
        """Give the documents that have the term, in order, and its weight in each (None: 1 in all)."""
        key = (field, term)
        found = self._postings.get(key)
        if found is None:
            found = self._read_postings(field, term)
            self._cached += len(found[0])
            if self._cached > _CACHED_POSTINGS:
                self._postings.clear()
                self._cached = len(found[0])
            self._postings[key] = found
        return found

    def _read_postings(self, field: str, term: str) -> Postings:
        matcher = self._matcher(field, term)
        if matcher is None:
            return _NO_POSTINGS
        blocks = [(ids, weights) for ids, weights, _values in matcher.blocks()]
        if len(blocks) == 1:
            return blocks[0]
        ids = tuple(number for block, _weights in blocks for number in block)
        if all(weights is None for _ids, weights in blocks):
            return ids, None
        return ids, tuple(
            weight for block, weights in blocks for weight in (weights if weights is not None else (1.0,) * len(block))
        )

    def places(self, field: str, term: str) -> dict[int, bytes]:
        """Give the places (32-bit numbers) of the term in each document that has it."""
        matcher = self._matcher(field, term)
        found: dict[int, bytes] = {}
        if matcher is not None:
            for ids, _weights, values in matcher.blocks():
                found.update(zip(ids, values, strict=True))
        return found

    def _matcher(self, field: str, term: str) -> Any:
        try:
            return self._terms.matcher(field, term.encode(), self._schema[field].format)
        except TermNotFound:
            return None

    def listing(self, field: str) -> tuple[list[str], array[int]]:
        """Give all terms of a field in order, and in how many documents each is."""
        found = self._listings.get(field)
        if found is None:
            found = self._listings[field] = self._terms.listing(field)
        return found

    def starting(self, field: str, prefix: str) -> list[tuple[str, int]]:
        """Give the terms of a field that begin so, each with the number of documents that have it."""
        terms, counts = self.listing(field)
        first = bisect_left(terms, prefix)
        last = bisect_left(terms, prefix + "\U0010ffff", first)
        return list(zip(terms[first:last], counts[first:last], strict=True))
