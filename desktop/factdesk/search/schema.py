"""The Whoosh schema, filled from `Analysed`, and the stamp that changes with it so that older indexes are rebuilt."""

from __future__ import annotations

import hashlib
import sys
from array import array
from collections.abc import Iterator, Mapping
from typing import Any

from factdesk.search.analysis import FACTS, GAP, TITLE_WEIGHT, Analysed
from factdesk.search.fields import FIELDS, Compare
from factdesk.search.languages import LANGUAGES
from factdesk.search.plan import STEM, WORD
from factdesk.search.whoosh_parts import Existence, FieldType, Format, Schema, VarBytesColumn, whoosh_version

FACTS_COLUMN = "facts"
# Raise this when analysis gives other terms than before; everything else that matters is in the stamp by itself.
ANALYSIS = 2

Posting = tuple[bytes, int, float, bytes]


class PlacesFormat(Format):  # type: ignore[misc]
    """Keeps the places of a term in a document as an array of 32-bit numbers, for phrases."""

    posting_size = -1

    def __init__(self) -> None:
        self.field_boost = 1.0
        self.options: dict[str, object] = {}

    def decode_positions(self, value: bytes) -> list[int]:
        """Give the places, in order (Whoosh's own name for it)."""
        return array("I", value).tolist()

    def decode_frequency(self, value: bytes) -> int:
        """Give the number of places."""
        return len(value) // array("I").itemsize


class _Terms(FieldType):  # type: ignore[misc]
    """A field that is handed its terms; analysis happened before."""

    def __init__(self, format_: Format, *, is_scored: bool = False) -> None:
        super().__init__(format_, None, scorable=is_scored)


class WeightsField(_Terms):
    """Takes term to weight, and the length of the document."""

    def __init__(self) -> None:
        super().__init__(Existence(), is_scored=True)

    def index(self, value: tuple[Mapping[str, float], float], **_options: Any) -> Iterator[Posting]:
        """Give the postings of one document. Whoosh adds their frequencies up for the length, so the first has it."""
        weights, length = value
        frequency = round(length)
        for term, weight in weights.items():
            yield term.encode(), frequency, weight, b""
            frequency = 0


class PlacesField(_Terms):
    """Takes term to places."""

    def __init__(self) -> None:
        super().__init__(PlacesFormat())

    def index(self, value: Mapping[str, list[int]], **_options: Any) -> Iterator[Posting]:
        """Give the postings of one document."""
        for term, places in value.items():
            yield term.encode(), len(places), float(len(places)), array("I", places).tobytes()


class LabelField(_Terms):
    """Takes one folded value."""

    def __init__(self) -> None:
        super().__init__(Existence())

    def index(self, value: str, **_options: Any) -> Iterator[Posting]:
        """Give the one posting."""
        yield value.encode(), 1, 1.0, b""


class FactsField(_Terms):
    """Not searched: a column with what facets, filters and order read of each document."""

    indexed = False

    def __init__(self) -> None:
        super().__init__(Existence())
        self.column_type = VarBytesColumn()

    def to_column_value(self, value: tuple[str, ...]) -> bytes:
        """Join the facts (they hold no control but U+001F)."""
        return "\x1e".join(value).encode()


def schema() -> Any:
    """Give the schema."""
    made = Schema()
    made.add(STEM, WeightsField())
    made.add(WORD, PlacesField())
    made.add(FACTS_COLUMN, FactsField())
    for field in FIELDS:
        if field.compare is Compare.LABEL:
            made.add(field.name, LabelField())
        elif field.compare is not Compare.DATE:
            made.add(field.name, PlacesField())
    return made


def row(analysed: Analysed) -> dict[str, Any]:
    """Give the arguments of Whoosh's `add_document`."""
    return {
        STEM: (analysed.stems, analysed.length),
        WORD: analysed.words,
        FACTS_COLUMN: analysed.facts,
        **analysed.names,
        **analysed.labels,
    }


def stamp() -> str:
    """Give a short word that is another whenever an index made before would not do any more."""
    parts = (
        ANALYSIS,
        [(field.name, field.compare.value) for field in FIELDS],
        FACTS,
        GAP,
        TITLE_WEIGHT,
        sorted(LANGUAGES),
        ".".join(map(str, whoosh_version)),
        sys.byteorder,
        array("I").itemsize,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
