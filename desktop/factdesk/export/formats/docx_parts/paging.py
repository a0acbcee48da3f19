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

STILL_EMPTY = 0.5  # a page filled less than this is gone on with, where a part would like a new one
_NATURAL = 1.22  # line of Calibri in ems; Cambria's is less
_PIECES = re.compile(r" +|[^ \-–—]*[\-–—]|[^ \-–—]+")
_EXTENT = f".//{{{WP}}}extent"


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages by bookmark, the number of pages, and the page breaks that are not needed."""

    by_bookmark: dict[str, int]
    count: int
    going_on: tuple[Element, ...]


@dataclass(slots=True)
class _Item:
    """A paragraph or a table row. `lines` many steps of `step` points can part; 1 means it stays whole."""

    height: float
    lines: int = 1
    step: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False
    contextual: str = ""
    breaking: Element | None = None
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


class _Book:
    """Pages being filled from the top: `used` points of the page, `after` the space wanted below the last item."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.page = 1
        self.used = 0.0
        self.after = 0.0

    def turn(self, item: _Item) -> None:
        """Begin a new page, with the header rows of the table that `item` is in."""
        self.page += 1
        self.used = item.repeated
        self.after = 0.0

    def gap(self, item: _Item) -> float:
        """Give the space before an item: the larger of what both want, nothing at the top of a page."""
        return max(self.after, item.before) if self.used else 0.0

    def holds(self, chain: Sequence[_Item]) -> bool:
        """Whether a chain of items that keep together fits, the last with its first lines at least."""
        need, after, used = 0.0, self.after, self.used
        for item in chain:
            need += max(after, item.before) if used else 0.0
            need += item.height if item is not chain[-1] else item.first
            after, used = item.after, used + item.height
        return self.used + need <= self.height

    def put(self, item: _Item) -> None:
        """Set one item down, line by line when it is too high for the page."""
        if not self.holds([item]) and self.used > item.repeated:
            self.turn(item)
        self.used += self.gap(item)
        rest = item.height
        while item.lines > 1 and item.step and self.used + rest > self.height:
            rest -= max(1, int((self.height - self.used) / item.step)) * item.step
            self.turn(item)
        self.used += max(rest, 0.0)
        self.after = item.after


def _paginate(items: list[_Item], height: float) -> Pages:
    pages: dict[str, int] = {}
    going_on: list[Element] = []
    book, position = _Book(height), 0
    while position < len(items):
        end = position
        while items[end].keeps_next and end + 1 < len(items) and items[end + 1].breaking is None:
            end += 1
        chain = items[position : end + 1]
        breaks = chain[0].breaking is not None and book.used > STILL_EMPTY * height
        if chain[0].breaking is not None and not breaks:
            going_on.append(chain[0].breaking)
        if breaks or (book.used and not book.holds(chain)):
            book.turn(chain[0])
        for item in chain:
            if not book.holds([item]) and book.used > item.repeated:
                book.turn(item)
            pages.update(dict.fromkeys(item.bookmarks, book.page))
            book.put(item)
        position = end + 1
    return Pages(pages, book.page, tuple(going_on))


def _paragraph(element: Element, styles: Sheet, width: float) -> _Item | None:
    """Measure a paragraph; None for one in a frame, which takes no room of its own."""
    properties = element.find(tag("pPr"))
    if properties is not None and properties.find(tag("framePr")) is not None:
        return None
    named = None if properties is None else properties.find(tag("pStyle"))
    style = "Normal" if named is None else named.get(tag("val"))
    setting = styles.setting(style)
    count = _count_lines(element, styles, setting, width - setting.left)
    step = max(setting.line, setting.size * _NATURAL)
    return _Item(
        setting.edges + count * step,
        lines=1 if setting.keeps_lines else count,
        step=step,
        before=setting.before,
        after=setting.after,
        contextual=style if setting.is_contextual else "",
        keeps_next=setting.keeps_next or (properties is not None and properties.find(tag("keepNext")) is not None),
        breaking=None if properties is None else properties.find(tag("pageBreakBefore")),
        bookmarks=[start.get(tag("name")) for start in element.iter(tag("bookmarkStart"))],
    )


def _rows(table: Element, styles: Sheet) -> list[_Item]:
    style = table.find(f"{tag('tblPr')}/{tag('tblStyle')}").get(tag("val"))
    widths = [float(column.get(tag("w"))) / 20 for column in table.find(tag("tblGrid"))]
    items: list[_Item] = []
    repeated = 0.0
    for row in table.iter(tag("tr")):
        item = _row(row, styles, widths, styles.margins.get(style, (0.0,) * 5))
        item.repeated = repeated
        if row.find(f"{tag('trPr')}/{tag('tblHeader')}") is not None:
            repeated += item.height
            item.keeps_next = True
        items.append(item)
    return items


def _row(row: Element, styles: Sheet, widths: Sequence[float], margins: tuple[float, ...]) -> _Item:
    top, left, bottom, right, rule = margins
    highest = _Item(0.0)
    keeps = True
    for cell, width in zip(row.iter(tag("tc")), widths, strict=True):
        own = cell.find(f"{tag('tcPr')}/{tag('tcMar')}")
        inner = width - _side(own, "left", left) - _side(own, "right", right)
        measured = [_paragraph(paragraph, styles, inner) for paragraph in cell.iter(tag("p"))]
        parts = [item for item in measured if item is not None]
        keeps = keeps and bool(parts) and parts[0].keeps_next
        height = _stacked(parts)
        if height > highest.height:
            highest = _Item(height, sum(part.lines for part in parts), parts[0].step)
    given = row.find(f"{tag('trPr')}/{tag('trHeight')}")
    least = 0.0 if given is None else float(given.get(tag("val"))) / 20
    whole = row.find(f"{tag('trPr')}/{tag('cantSplit')}") is not None
    return _Item(
        max(highest.height + top + bottom, least) + rule,
        lines=1 if whole else highest.lines,
        step=highest.step,
        keeps_next=keeps,
        bookmarks=[start.get(tag("name")) for start in row.iter(tag("bookmarkStart"))],
    )


def _stacked(parts: Sequence[_Item]) -> float:
    """Give the height of paragraphs in a cell, where the larger of two spaces counts and a contextual one falls."""
    height, before = 0.0, _Item(0.0)
    for part in parts:
        is_one = part.contextual and part.contextual == before.contextual
        height += part.height + (0.0 if is_one else max(before.after, part.before))
        before = part
    return height + before.after


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
