"""An index written by Whoosh's own writer in its own format, from documents taken apart one by one."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from whoosh.fields import STORED, FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Existence
from whoosh.index import FileIndex

from factdesk.search.engine import SearchDocument
from factdesk.search.schema import PlacesFormat, schema
from search.apart import Analysed, analyse

Posting = tuple[bytes, int, float, bytes]


class Weights(FieldType):  # type: ignore[misc]
    """Takes term to weight."""

    def __init__(self) -> None:
        super().__init__(Existence(), None, scorable=True)

    def index(self, value: Mapping[str, float], **_options: Any) -> Iterator[Posting]:
        for term, weight in value.items():
            yield term.encode(), 1, weight, b""


class Places(FieldType):  # type: ignore[misc]
    """Takes term to places."""

    def __init__(self) -> None:
        super().__init__(PlacesFormat(), None)

    def index(self, value: Mapping[str, list[int]], **_options: Any) -> Iterator[Posting]:
        for term, places in value.items():
            row = sorted(places)
            yield term.encode(), len(row), float(len(row)), array("I", row).tobytes()


class Label(FieldType):  # type: ignore[misc]
    """Takes one value."""

    def __init__(self) -> None:
        super().__init__(Existence(), None)

    def index(self, value: str, **_options: Any) -> Iterator[Posting]:
        yield value.encode(), 1, 1.0, b""


def stock_index(folder: Path, documents: Sequence[SearchDocument]) -> FileIndex:
    """Write documents with stock Whoosh, under the same fields as ours; each stores its key as "key"."""
    fields = Schema(key=STORED)
    for name, field in schema().items():
        is_placed, is_scored = isinstance(field.format, PlacesFormat), field.scorable
        fields.add(name, Places() if is_placed else Weights() if is_scored else Label())
    index = FileIndex.create(FileStorage(str(folder)), fields, "STOCK")
    writer = index.writer()
    for document in documents:
        writer.add_document(key=document.key, **_values(analyse(document)))
    writer.commit()
    return index


def _values(apart: Analysed) -> dict[str, Any]:
    return {"stem": apart.stems, "word": apart.words, **apart.names, **apart.labels}
