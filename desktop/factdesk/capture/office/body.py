"""The paragraphs and tables of a Word text, tracked changes as if accepted, hidden words and field codes left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from factdesk.capture.canonical import Passage
from factdesk.capture.office.styles import Styles, child, local, value
from factdesk.model.enums import BlockKind

_SKIPPED = frozenset({
    "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText",
    "instrText", "delInstrText", "rt", "rubyPr", "footnoteRef", "endnoteRef", "annotationRef", "separator",
    "continuationSeparator", "bookmarkStart", "proofErr", "lastRenderedPageBreak", "Fallback", "binData", "fldData",
})  # fmt: skip
_SPACES = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-"}
_PLAIN_SYMBOLS = {"b7": "•", "a7": "•", "d8": "•", "fc": "✓", "a8": "◦", "2d": "–", "ae": "→", "e0": "→"}


@dataclass(slots=True)
class Seen:
    """What was met on the way and is told in notices."""

    changes: int = 0
    hidden: int = 0
    comments: int = 0
    title: str = ""


@dataclass(slots=True)
class _Table:
    row: int = 0
    column: int = 0
    span: int = 1


@dataclass(slots=True)
class _Paragraph:
    kind: BlockKind
    level: int
    is_title: bool
    words: list[str] = field(default_factory=list)


class Body:
    """Walks one part of a Word file, without recursion; `chunk` reads the embedded file of a relation (altChunk)."""

    def __init__(self, styles: Styles, seen: Seen, chunk: Callable[[str], Iterable[Passage]] | None = None) -> None:
        self._styles = styles
        self._chunk = chunk
        self._seen = seen
        self._tables: list[_Table] = []
        self._open: list[_Paragraph] = []

    def passages(self, root: etree._Element) -> Iterator[Passage]:
        """Give the passages below `root` in order; those of a text box come before the paragraph that holds it."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = local(element)
            if event == "start":
                if self._is_passed_over(element, tag):
                    walk.skip_subtree()
                elif tag == "altChunk" and self._chunk is not None:
                    yield from self._chunk(value(element, "id"))
                else:
                    self._start(element, tag)
            elif tag == "p":
                if self._open:
                    yield from self._finished(self._open.pop())
            elif tag == "tbl" and self._tables:
                self._tables.pop()

    def _is_passed_over(self, element: etree._Element, tag: str) -> bool:
        if tag in {"del", "moveFrom"} and len(element):
            self._seen.changes += 1
        if tag == "r" and self._styles.is_hidden(child(element, "rPr")):
            self._seen.hidden += 1
            return True
        if tag == "Fallback":
            return True
        if tag == "pict" and any(local(above) == "Choice" for above in element.iterancestors()):
            return True
        return tag in _SKIPPED or not tag

    def _start(self, element: etree._Element, tag: str) -> None:
        if tag == "p":
            properties = child(element, "pPr")
            kind, level = self._styles.kind(properties)
            self._open.append(_Paragraph(kind, level, self._styles.is_title(properties)))
        elif tag == "tbl":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].row += 1
            self._tables[-1].column = 0
            self._tables[-1].span = 1
        elif tag == "tc" and self._tables:
            self._tables[-1].column += self._tables[-1].span
            span = value(child(child(element, "tcPr"), "gridSpan"))
            self._tables[-1].span = int(span) if span.isdecimal() and 0 < len(span) < 4 and int(span) else 1
        elif tag in {"ins", "moveTo"} and len(element):
            self._seen.changes += 1
        elif tag == "commentReference":
            self._seen.comments += 1
        elif self._open:
            self._add(element, tag)

    def _add(self, element: etree._Element, tag: str) -> None:
        words = self._open[-1].words
        if tag == "t":
            words.append(element.text or "")
        elif tag in _SPACES:
            words.append(_SPACES[tag])
        elif tag == "sym":
            words.append(_symbol(value(element, "char")))

    def _finished(self, paragraph: _Paragraph) -> Iterator[Passage]:
        words = "".join(paragraph.words)
        if paragraph.is_title and not self._seen.title:
            self._seen.title = words
        if self._tables and not self._open and paragraph.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
            table = self._tables[-1]
            if len(self._tables) == 1 and table.row and table.column:
                yield Passage(BlockKind.CELL, words, row=table.row, column=table.column)
                return
        yield Passage(paragraph.kind, words, level=paragraph.level)


def _symbol(code: str) -> str:
    """Give a sign of a symbol font where it is a plain one; the private ones of fonts have no letter of their own."""
    low = code.casefold()[-2:]
    if low in _PLAIN_SYMBOLS:
        return _PLAIN_SYMBOLS[low]
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 < number < 0xD800 else ""
