"""Lets Whoosh's own readers, queries and matchers work on our segments: the codec that a list of segments names.

Factdesk itself reads arrays (`evaluate`). This side serves everything else of Whoosh, and the tests, which ask stock
Whoosh the same questions about the same files.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from io import UnsupportedOperation
from pathlib import Path
from typing import Any

import numpy as np

from factdesk.search.arrays.field import FieldPostings
from factdesk.search.arrays.segment import Segment
from factdesk.search.plan import STEM
from factdesk.search.whoosh_parts import (
    Codec,
    FieldCursor,
    ListMatcher,
    PerDocumentReader,
    TermInfo,
    TermNotFound,
    TermsReader,
    W3Segment,
)

SUFFIX = ".seg"


class ArrayCodec(Codec):  # type: ignore[misc]
    """Reads segments that `writing` made; it writes none itself, since Whoosh's writer goes posting by posting."""

    length_stats = False

    def per_document_writer(self, storage: Any, segment: Any) -> Any:
        """Refuse: see `search.writing`."""
        raise UnsupportedOperation("segments are written by search.writing")

    field_writer = postings_writer = per_document_writer

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None) -> Any:
        """Refuse: postings are reached through `terms_reader`."""
        raise UnsupportedOperation("postings are read through terms_reader")

    def terms_reader(self, storage: Any, segment: Any) -> ArrayTerms:
        """Open the terms of a segment."""
        return ArrayTerms(open_segment(storage, segment))

    def per_document_reader(self, storage: Any, segment: Any) -> ArrayDocuments:
        """Open the documents of a segment."""
        return ArrayDocuments(open_segment(storage, segment), segment)

    def new_segment(self, storage: Any, indexname: str) -> Any:
        """Give a segment without documents."""
        del storage
        return W3Segment(self, indexname)


def open_segment(storage: Any, segment: Any) -> Segment:
    """Open the file of a segment that a list of segments names."""
    return Segment(Path(storage.folder) / segment.make_filename(SUFFIX), segment.segment_id())


class ArrayTerms(TermsReader):  # type: ignore[misc]
    """Terms and postings the way Whoosh asks for them."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._segment.field(term[0]).words.find(term[1]) >= 0

    def cursor(self, fieldname: str, fieldobj: Any) -> ArrayCursor:
        """Give a cursor over the terms of a field."""
        return ArrayCursor(self._segment.field(fieldname), fieldobj)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Go through all terms."""
        for name in self.indexed_field_names():
            yield from self.terms_from(name, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Go through the terms of a field from one on."""
        words = self._segment.field(fieldname).words
        for at in range(words.starting(prefix)[0], len(words)):
            yield fieldname, words[at]

    def items(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Go through all terms with their figures."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Go through the terms of a field from one on, with their figures."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> Any:
        """Give the figures of a term; KeyError when there is none."""
        postings, at = self._find(fieldname, text)
        return _info(postings, at)

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Give the weight of a term in all documents together."""
        return float(self.term_info(fieldname, text).weight())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Give the number of documents that have a term."""
        return int(self.term_info(fieldname, text).doc_frequency())

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        """Give Whoosh's matcher over a list, with the places of each document as their bytes."""
        try:
            postings, at = self._find(fieldname, text)
        except KeyError as error:
            raise TermNotFound(f"{fieldname}:{text!r}") from error
        documents, counts, places = postings.places(at) if postings.has_places else (None, None, None)
        ids = postings.documents(at, at + 1).tolist()
        weights = postings.weights(at, at + 1)
        values = None
        if documents is not None and counts is not None and places is not None:
            cuts = np.cumsum(counts.astype(np.int64))[:-1]
            values = [piece.astype(np.uint32).tobytes() for piece in np.split(places, cuts)]
        heavy = [1.0] * len(ids) if weights is None else weights.astype(float).tolist()
        return ListMatcher(
            ids, heavy, values, format=format_, scorer=scorer, term=(fieldname, text), terminfo=_info(postings, at)
        )

    def indexed_field_names(self) -> tuple[str, ...]:
        """Give the fields that have terms."""
        return self._segment.field_names()

    def close(self) -> None:
        """Let go of the file."""
        self._segment.close()

    def _find(self, fieldname: str, text: bytes) -> tuple[FieldPostings, int]:
        postings = self._segment.field(fieldname)
        at = postings.words.find(text)
        if at < 0:
            raise KeyError(text)
        return postings, at


class ArrayCursor(FieldCursor):  # type: ignore[misc]
    """Walks the terms of a field in order."""

    def __init__(self, postings: FieldPostings, field: Any) -> None:
        self._postings, self._field, self._at = postings, field, 0

    def first(self) -> Any:
        """Go to the first term and give it."""
        self._at = 0
        return self.text()

    def find(self, string: Any) -> Any:
        """Go to a term or the next one behind it, and give it."""
        wanted = string if isinstance(string, bytes) else str(string).encode()
        self._at = self._postings.words.starting(wanted)[0]
        return self.text()

    def next(self) -> Any:
        """Go to the next term and give it."""
        self._at += 1
        return self.text()

    def text(self) -> Any:
        """Give the term as text; None behind the last."""
        words = self._postings.words
        return self._field.from_bytes(words[self._at]) if self._at < len(words) else None

    def term_info(self) -> Any:
        """Give the figures of the term."""
        return _info(self._postings, self._at)

    def is_valid(self) -> bool:
        """Whether there is a term here."""
        return self._at < len(self._postings.words)


class ArrayDocuments(PerDocumentReader):  # type: ignore[misc]
    """What Whoosh asks of documents: how many, which are deleted, how long; nothing of a text is stored."""

    def __init__(self, segment: Segment, listed: Any) -> None:
        self._segment, self._listed = segment, listed

    def doc_count(self) -> int:
        """Give the number of documents that are not deleted."""
        return int(self._listed.doc_count())

    def doc_count_all(self) -> int:
        """Give the number of documents."""
        return self._segment.size

    def has_deletions(self) -> bool:
        """Whether a document is deleted."""
        return bool(self._listed.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether this document is deleted."""
        return bool(self._listed.is_deleted(docnum))

    def deleted_docs(self) -> Any:
        """Give the deleted documents."""
        return self._listed.deleted_docs()

    @cached_property
    def _lengths(self) -> list[int]:
        return [int(length) for length in self._segment.lengths.tolist()]

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Give the length of a document."""
        return self._lengths[docnum] if fieldname == STEM else default

    def field_length(self, fieldname: str) -> int:
        """Give the length of all documents."""
        return self._segment.total_length if fieldname == STEM else 0

    def min_field_length(self, fieldname: str) -> int:
        """Give the shortest length."""
        return min(self._lengths, default=0) if fieldname == STEM else 0

    def max_field_length(self, fieldname: str) -> int:
        """Give the longest length."""
        return max(self._lengths, default=0) if fieldname == STEM else 0

    def stored_fields(self, docnum: int) -> dict[str, object]:
        """Give the key of a document under the names it was filed by."""
        facts = self._segment.facts
        return {"kind": facts.value("kind", docnum), "id": int(facts.ids[docnum])}

    def close(self) -> None:
        """Let go of the file."""
        self._segment.close()


def _info(postings: FieldPostings, at: int) -> Any:
    documents, weights = postings.documents(at, at + 1), postings.weights(at, at + 1)
    heavy = np.ones(len(documents)) if weights is None else weights.astype(float)
    return TermInfo(
        weight=float(heavy.sum()),
        df=len(documents),
        minlength=1,
        maxlength=1,
        maxweight=float(heavy.max(initial=0)),
        minid=int(documents[0]) if len(documents) else None,
        maxid=int(documents[-1]) if len(documents) else 0,
    )
