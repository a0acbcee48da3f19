"""The Whoosh schema, and the stamp that changes with it so that older indexes are rebuilt."""

from __future__ import annotations

import hashlib
from array import array
from typing import Any

from factdesk.search.analysis import FACTS, GAP, TITLE_WEIGHT
from factdesk.search.arrays.file import MAGIC
from factdesk.search.fields import FIELDS, Compare
from factdesk.search.languages import LANGUAGES
from factdesk.search.plan import STEM, WORD
from factdesk.search.whoosh_parts import Existence, FieldType, Format, Schema, whoosh_version

# Raise this when analysis gives other terms than before; everything else that matters is in the stamp by itself.
ANALYSIS = 3


class PlacesFormat(Format):  # type: ignore[misc]
    """Gives Whoosh the places of a term in a document, which it gets as an array of 32-bit numbers."""

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
    """A field whose terms are made by `arrays.building`."""

    def __init__(self, format_: Format, *, is_scored: bool = False) -> None:
        super().__init__(format_, None, scorable=is_scored)


def schema() -> Any:
    """Give the schema."""
    made = Schema()
    made.add(STEM, _Terms(Existence(), is_scored=True))
    made.add(WORD, _Terms(PlacesFormat()))
    for field in FIELDS:
        if field.compare is Compare.LABEL:
            made.add(field.name, _Terms(Existence()))
        elif field.compare is not Compare.DATE:
            made.add(field.name, _Terms(PlacesFormat()))
    return made


def stamp() -> str:
    """Give a short word that is another whenever an index made before would not do any more."""
    parts = (
        ANALYSIS,
        MAGIC,
        [(field.name, field.compare.value) for field in FIELDS],
        FACTS,
        GAP,
        TITLE_WEIGHT,
        sorted(LANGUAGES),
        ".".join(map(str, whoosh_version)),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
