"""On which page each bookmark will stand: a small layout of the body, close to Word's, to fill the page numbers in.

Lines are broken greedily with the widths of the memo's fonts; rows and paragraphs are then put on pages by the rules
of keep with next, rows that do not split, repeated header rows and two-line widows (ECMA-376, 17.3.1 and 17.4).
Word and LibreOffice number the pages again when they update fields.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from factdesk.export.formats.docx_parts import metrics
from factdesk.export.formats.docx_parts.markup import WP, Element, tag
from factdesk.export.formats.docx_parts.sheet import Setting, Sheet, sheet

_NATURAL = 1.22  # line of Calibri in ems; Cambria's is less
_PIECES = re.compile(r" +|[^ \-–—]*[\-–—]|[^ \-–—]+")
_EXTENT = f".//{{{WP}}}extent"


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages by bookmark, the number of pages, and how full the last one is (0 to 1)."""

    by_bookmark: dict[str, int]
    count: int
    last_filled: float


@dataclass(slots=True)
class _Item:
    """A paragraph or a table row. `lines` many steps of `step` points can part; 1 means it stays whole."""

    height: float
    lines: int = 1
    step: float = 0.0
    before: float = 0.0
    keeps_next: bool = False
    breaks: bool = False
    repeated: float = 0.0
    bookmarks: list[str] = field(default_factory=list)

    @property
    def first(self) -> float:
        """Give the least height that must stand with what comes before."""
        return self.height if self.lines <= 3 else self.height - (self.lines - 2) * self.step


def lay(elements: Sequence[Element]) -> Pages:
    """Lay the elements of a body out on pages, from the first one."""
    styles = sheet()
    items: list[_Item] = []
    for element in elements:
        if element.tag == tag("p"):
            item = _paragraph(element, styles, styles.width)
            if item is not None:
                items.append(item)
        elif element.tag == tag("tbl"):
            items += _rows(element, styles)
    return _paginate(items, styles.height)


def _paginate(items: list[_Item], height: float) -> Pages:
    pages, page, used = {}, 1, 0.0
    position = 0
    while position < len(items):
        end = position
        while items[end].keeps_next and end + 1 < len(items) and not items[end + 1].breaks:
            end += 1
        chain = items[position : end + 1]
        need = sum(item.height for item in chain[:-1]) + chain[-1].first
        breaks = chain[0].breaks and (used > 0 or page > 1)
        if breaks or (used + need > height and used > 0):
            page, used = page + 1, chain[0].repeated - (0 if breaks else chain[0].before)
        for item in chain:
            if used + item.first > height and used > item.repeated:
                page, used = page + 1, item.repeated
            for name in item.bookmarks:
                pages[name] = page
            page, used = _put(item, page, used, height)
        position = end + 1
    return Pages(pages, page, min(1.0, used / height))


def _put(item: _Item, page: int, used: float, height: float) -> tuple[int, float]:
    """Set one item down line by line and give the page and the height used on it."""
    if used + item.height <= height or item.lines <= 1:
        return page, used + item.height
    rest = item.height
    while used + rest > height:
        fitting = max(1, int((height - used) / item.step)) if item.step else 1
        rest -= max(fitting, 1) * item.step
        page, used = page + 1, item.repeated
    return page, used + max(rest, 0.0)


def _paragraph(element: Element, styles: Sheet, width: float) -> _Item | None:
    """Measure a paragraph; None for one in a frame, which takes no room of its own."""
    properties = element.find(tag("pPr"))
    if properties is not None and properties.find(tag("framePr")) is not None:
        return None
    named = None if properties is None else properties.find(tag("pStyle"))
    setting = styles.setting("Normal" if named is None else named.get(tag("val")))
    count = _count_lines(element, styles, setting, width - setting.left)
    step = max(setting.line, setting.size * _NATURAL)
    extra = setting.before + setting.after + setting.edges
    is_whole = setting.keeps_lines
    return _Item(
        extra + count * step,
        lines=1 if is_whole else count,
        step=step,
        before=setting.before,
        keeps_next=setting.keeps_next or (properties is not None and properties.find(tag("keepNext")) is not None),
        breaks=properties is not None and properties.find(tag("pageBreakBefore")) is not None,
        bookmarks=[start.get(tag("name")) for start in element.iter(tag("bookmarkStart"))],
    )


def _rows(table: Element, styles: Sheet) -> list[_Item]:
    style = table.find(f"{tag('tblPr')}/{tag('tblStyle')}").get(tag("val"))
    widths = [float(column.get(tag("w"))) / 20 for column in table.find(tag("tblGrid"))]
    items: list[_Item] = []
    repeated = 0.0
    for row in table.iter(tag("tr")):
        item = _row(row, styles, widths, styles.margins.get(style, (0.0, 0.0, 0.0, 0.0)))
        item.repeated = repeated
        if row.find(f"{tag('trPr')}/{tag('tblHeader')}") is not None:
            repeated += item.height
            item.keeps_next = True
        items.append(item)
    return items


def _row(row: Element, styles: Sheet, widths: Sequence[float], margins: tuple[float, float, float, float]) -> _Item:
    top, left, bottom, right = margins
    highest = _Item(0.0)
    keeps = True
    for cell, width in zip(row.iter(tag("tc")), widths, strict=True):
        own = cell.find(f"{tag('tcPr')}/{tag('tcMar')}")
        inner = width - _side(own, "left", left) - _side(own, "right", right)
        measured = [_paragraph(paragraph, styles, inner) for paragraph in cell.iter(tag("p"))]
        parts = [item for item in measured if item is not None]
        keeps = keeps and bool(parts) and parts[0].keeps_next
        height = sum(part.height for part in parts)
        if height > highest.height:
            highest = _Item(height, sum(part.lines for part in parts), parts[0].step)
    given = row.find(f"{tag('trPr')}/{tag('trHeight')}")
    least = 0.0 if given is None else float(given.get(tag("val"))) / 20
    whole = row.find(f"{tag('trPr')}/{tag('cantSplit')}") is not None
    return _Item(
        max(highest.height + top + bottom, least) + 0.5,
        lines=1 if whole else highest.lines,
        step=highest.step,
        keeps_next=keeps,
        bookmarks=[start.get(tag("name")) for start in row.iter(tag("bookmarkStart"))],
    )


def _side(margins: Element, side: str, usual: float) -> float:
    own = None if margins is None else margins.find(tag(side))
    return usual if own is None else float(own.get(tag("w"))) / 20


def _count_lines(paragraph: Element, styles: Sheet, setting: Setting, room: float) -> int:
    """Count the lines of a paragraph; a word may run through several runs."""
    words: list[tuple[float, float]] = []
    count, word = 0, 0.0
    for run in paragraph.iter(tag("r")):
        named = run.find(f"{tag('rPr')}/{tag('rStyle')}")
        own = setting if named is None else styles.run(setting, named.get(tag("val")))
        for node in run:
            if node.tag == tag("br"):
                count += metrics.lines([*words, (word, 0.0)], room)
                words, word = [], 0.0
            elif node.tag == tag("drawing"):
                word += float(node.find(_EXTENT).get("cx")) / 12_700
            elif node.tag == tag("t") and node.text:
                word = _add(node.text, own, words, word)
    return count + metrics.lines([*words, (word, 0.0)], room)


def _add(text: str, setting: Setting, words: list[tuple[float, float]], word: float) -> float:
    """Add the pieces of a run to the words and give the width of the word left open."""
    for piece in _PIECES.findall(text.upper() if setting.is_capitals else text):
        wide = metrics.width(piece, setting.font, setting.size, is_bold=setting.is_bold, is_italic=setting.is_italic)
        wide += setting.letters * len(piece)
        if piece[0] == " ":
            words.append((word, wide))
            word = 0.0
        elif piece[-1] in "-–—":
            words.append((word + wide, 0.0))
            word = 0.0
        else:
            word += wide
    return word
