"""Found things as rows of data: groups with their counts, lines under them, and the values hits can be narrowed by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from PySide6.QtCore import QObject

from factdesk.model.enums import Kind
from factdesk.model.values.text import Span
from factdesk.search.results import SnippetPart
from factdesk.ui.formats import number
from factdesk.ui.itemmodels.rows import Caption, RowListModel
from factdesk.words import _

_KINDS = {kind: place for place, kind in enumerate(Kind)}
_ROOM = 1 << 48


@dataclass(frozen=True, slots=True)
class GroupCaption(Caption):
    """The line over the hits of one kind; `is_whole` when no more of them can be shown."""

    kind: Kind = Kind.ARTICLE
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One hit: an icon or a verdict's shape, a title, facts at the right, and a line of words with those found.

    `marks` are places in the title, shown where the line of words has none of those looked for.
    """

    kind: Kind
    id: int
    icon: str
    title: str
    facts: str
    parts: tuple[SnippetPart, ...] = ()
    marks: tuple[Span, ...] = ()

    @property
    def title_parts(self) -> list[tuple[str, bool]]:
        """Give the title in pieces, those that were found told apart."""
        pieces, at = [], 0
        for span in self.marks:
            pieces += [(self.title[at : span.start], False), (self.title[span.start : span.end], True)]
            at = span.end
        return [piece for piece in [*pieces, (self.title[at:], False)] if piece[0]]

    @property
    def key(self) -> int:
        """Give a number that only this thing has."""
        return _KINDS[self.kind] * _ROOM + self.id


@dataclass(frozen=True, slots=True)
class FacetLine:
    """One value of a field with the number of hits that have it; without a value it opens the rest of its field."""

    field: str
    value: str
    words: str
    count: int
    shape: str = ""
    is_ticked: bool = False

    @property
    def key(self) -> int:
        """Give a number that only this value has."""
        return crc32(f"{self.field}\0{self.value}".encode())


def found_words(line: FoundLine) -> str:
    """Say a hit: title, facts, the words around the match."""
    snippet = "".join(part.text for part in line.parts)
    return ". ".join(part for part in (line.title, line.facts, snippet) if part)


def facet_words(line: FacetLine) -> str:
    """Say a value: its words, its count, whether it is chosen."""
    if not line.value:
        return line.words
    told = f"{line.words}, {number(line.count)}"
    return f"{told}, {_('chosen')}" if line.is_ticked else told


class FoundModel(RowListModel[FoundLine]):
    """The list of hits; further ones of a kind come below without moving what is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(found_words, lambda line: line.key, parent)

    def append(self, lines: Sequence[FoundLine]) -> None:
        """Put further hits below."""
        self.set_rows([*self._rows, *lines])

    def caption_at(self, row: int) -> GroupCaption | None:
        """Give the caption that stands over a row, or is it."""
        for line in reversed(self._rows[: row + 1]):
            if isinstance(line, GroupCaption):
                return line
        return None
