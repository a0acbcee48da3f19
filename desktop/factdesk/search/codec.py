"""Whoosh's own file format, read a whole posting list at a time.

Whoosh steps through postings one by one, at some microseconds each. `BlockCodec` is its stock codec and writes its
stock format (larger blocks, not compressed); only the readers have a method more, which hands out what the stock
matcher reads block by block.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from itertools import accumulate, repeat
from typing import Any

from factdesk.search.mapped import MappedFile
from factdesk.search.pool import GroupWriter
from factdesk.search.whoosh_parts import SegmentReader, W3Codec, W3LeafMatcher, W3TermsReader

BLOCK = 1024


class BlockMatcher(W3LeafMatcher):  # type: ignore[misc]
    """The stock matcher, with whole blocks."""

    def blocks(self) -> Iterator[tuple[tuple[int, ...], Any, Any]]:
        """Go through the blocks: document numbers, their weights (None: all 1), their values (None: none)."""
        while self.is_active():
            self._read_data()
            ids, weights, values = self._data
            if isinstance(weights, float):
                weights = (weights,) * len(ids)
            yield tuple(accumulate(ids)), weights, values
            self._next_block()


class BlockTerms(W3TermsReader):  # type: ignore[misc]
    """The stock terms of a segment, with a listing of a field in one go."""

    def listing(self, field: str) -> tuple[list[str], array[int]]:
        """Give all terms of a field in the order of their bytes, and in how many documents each is."""
        terms: list[str] = []
        counts = array("I")
        number = self._fieldmap.get(field)
        if number is None:
            return terms, counts
        start: bytes = self._keycoder(field, b"")
        head = start[:2]
        count_at: Callable[[int], int] = self._dbfile.get_uint
        get: Callable[[int, int], bytes] = self._dbfile.get
        for key_at, key_length, data_at, _length in self._tindex.ranges_from(start):
            key = bytes(get(key_at, key_length))
            if not key.startswith(head):
                break
            terms.append(key[2:].decode())
            counts.append(count_at(data_at + 5))
        return terms, counts


class BlockCodec(W3Codec):  # type: ignore[misc]
    """The codec of every segment we write. It keeps no statistics of lengths for blocks."""

    length_stats = False

    def __init__(self) -> None:
        super().__init__(blocklimit=BLOCK, compression=0)

    def field_writer(self, storage: Any, segment: Any) -> Any:
        """Open the writer of a segment's terms and postings."""
        return GroupWriter(self, storage, segment)

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None) -> Any:
        """Open the postings of a term (none are kept within the term's own entry: the limit for that is 1)."""
        offset, length = terminfo.extent()
        # Read from the disk, the length comes as a tuple of one; Whoosh never looks at it.
        length = length[0] if isinstance(length, tuple) else length
        if isinstance(dbfile, MappedFile):
            dbfile, offset = dbfile.extent(offset, length), 0
        return BlockMatcher(dbfile, offset, length, format_, term=term, scorer=scorer)

    def terms_reader(self, storage: Any, segment: Any) -> Any:
        """Open the terms of a segment."""
        name = segment.make_filename(self.TERMS_EXT)
        file = storage.open_file(name)
        return BlockTerms(self, file, storage.file_length(name), segment.open_file(storage, self.POSTS_EXT))


class BlockReader(SegmentReader):  # type: ignore[misc]
    """The stock reader of a segment as a merge uses it, giving its postings from whole blocks."""

    def iter_postings(self) -> Iterator[tuple[str, bytes, int, float, bytes]]:
        """Go through field, term, document, weight and value of all postings of documents that are not deleted."""
        gone = frozenset(self._perdoc.deleted_docs())
        for name in list(self.indexed_field_names()):
            form = self.schema[name].format
            for term in self._terms.listing(name)[0]:
                key = term.encode()
                for ids, weights, values in self._terms.matcher(name, key, form).blocks():
                    for number, weight, value in zip(ids, weights or repeat(1.0), values or repeat(b""), strict=False):
                        if number not in gone:
                            yield name, key, number, weight, value
