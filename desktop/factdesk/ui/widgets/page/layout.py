"""Lays the page out block by block, only what is seen at once and the rest in the pauses.

Qt's own layout of a rich text lays out up to 200,000 letters in one step, which holds the window for a quarter of a
second in a long text. This one estimates the height of what was not laid out yet, so opening, zooming and jumping in a
text of 100,000 words cost what one screenful costs.
"""

from __future__ import annotations

import time
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from factdesk.ui.theme import theme
from factdesk.ui.widgets.page import styles
from factdesk.ui.widgets.page.columns import PageColumn, table_columns
from factdesk.ui.widgets.page.head import units
from factdesk.ui.widgets.page.plan import EMPTY, PagePlan
from factdesk.ui.widgets.page.styles import BlockStyle, style_of


class PagePainter(Protocol):
    """Paints what lies under and over the words; `first` and `last` are block numbers, `last` included."""

    def paint_under(self, painter: QPainter, first: int, last: int) -> None:
        """Paint tints and grounds."""
        ...

    def word_formats(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        """Give inks for parts of a block."""
        ...

    def paint_over(self, painter: QPainter, first: int, last: int) -> None:
        """Paint lines, outlines and the gutter."""
        ...


class PageLayout(QAbstractTextDocumentLayout):
    """The layout of a `PagePlan`. Units are blocks, or the cells of one table row beside each other."""

    def __init__(self, document: QTextDocument, plan: PagePlan = EMPTY) -> None:
        super().__init__(document)
        self.plan = plan
        self.painter: PagePainter | None = None
        self.has_caret = False
        self.size = 18
        self.role = styles.READING
        self.column = PageColumn(56, 660, 28)
        self._width = -1.0
        self._units: list[tuple[int, int]] = []
        self._unit_of: list[int] = []
        self._heights: list[float] = []
        self._tops: list[float] = [0.0]
        self._laid = bytearray()
        self._clean = 0
        self._next = 0
        self._places: dict[int, tuple[float, float]] = {}
        self._styles: list[BlockStyle] = []
        self._gaps: list[float] = []
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._gather()

    # What stands where

    def _gather(self) -> None:
        """Join the cells of a row to one unit and begin anew with estimates."""
        blocks = self.plan.blocks
        self._units = []
        self._unit_of = []
        start = 0
        for number, block in enumerate(blocks):
            previous = blocks[number - 1] if number else None
            joins = (
                previous is not None and block.row > 0 and previous.row == block.row and previous.column < block.column
            )
            if not joins:
                start = number
                self._units.append((number, number))
            else:
                self._units[-1] = (start, number)
            self._unit_of.append(len(self._units) - 1)
        self._places = table_columns(blocks)
        self._begin()

    def _begin(self) -> None:
        looks: dict[tuple[str, int], BlockStyle] = {}
        self._styles = []
        for block in self.plan.blocks:
            look = looks.get((block.kind, block.level))
            if look is None:
                look = style_of(block.kind, block.level, self.size, self.role, theme().user_px)
                looks[block.kind, block.level] = look
            self._styles.append(look)
        self._gaps = [self._gap(number) for number in range(len(self._styles))]
        self._laid = bytearray(len(self._units))
        self._heights = [self._estimate(first, last) for first, last in self._units]
        self._clean = 0
        self._next = 0

    def _estimate(self, first: int, last: int) -> float:
        high = 0.0
        for number in range(first, last + 1):
            style = self.style(number)
            width = max(40.0, self._width_of(number))
            lines = max(1, -(-self.plan.blocks[number].length * style.letter // width))
            high = max(high, lines * style.line)
        return high + self._before(first)

    def style(self, number: int) -> BlockStyle:
        """Give the look of a block."""
        return self._styles[min(number, len(self._styles) - 1)]

    def _before(self, number: int) -> float:
        return self._gaps[number]

    def _gap(self, number: int) -> float:
        """Give the space over a block: the larger of what the two neighbours ask for, cells of one table closed up."""
        if number == 0:
            return 0.0
        mine, above = self.plan.blocks[number], self.plan.blocks[number - 1]
        if mine.row and above.row:
            return 13.0
        gap = max(self.style(number).before, self.style(number - 1).after)
        if above.kind == styles.META or (number - 1 == self.plan.meta):
            return 37.0
        is_head_end = above.kind in (styles.STANDFIRST, styles.HEADLINE) and mine.kind not in (
            styles.STANDFIRST, styles.META, styles.HEADLINE,
        )  # fmt: skip
        return max(gap, 24.0) if is_head_end else gap

    def _width_of(self, number: int) -> float:
        block = self.plan.blocks[number]
        if block.row:
            _left, share = self._places.get(number, (0.0, 1.0))
            return self.column.width * share - 16
        return self.column.width - self.style(number).indent

    def _left_of(self, number: int) -> float:
        block = self.plan.blocks[number]
        if block.row:
            left, _share = self._places.get(number, (0.0, 1.0))
            return self.column.left + self.column.width * left
        return self.column.left + self.style(number).indent

    def tops(self) -> list[float]:
        """Give the top of every unit and, last, the end."""
        if self._clean < len(self._units) + 1 or len(self._tops) != len(self._units) + 1:
            self._tops = list(accumulate(self._heights, initial=self.column.top))
            self._clean = len(self._units) + 1
        return self._tops

    def unit_at(self, y: float) -> int:
        """Give the unit at a height of the page."""
        place = bisect_right(self.tops(), y) - 1
        return max(0, min(place, len(self._units) - 1))

    def unit_of(self, number: int) -> int:
        """Give the unit of a block."""
        return self._unit_of[max(0, min(number, len(self._unit_of) - 1))]

    def blocks_between(self, top: float, bottom: float) -> tuple[int, int]:
        """Give the first and last block seen between two heights."""
        return self._units[self.unit_at(top)][0], self._units[self.unit_at(bottom)][1]

    def origin(self, number: int) -> QPointF:
        """Give the top left corner of a block's lines."""
        if number >= len(self._unit_of):
            return QPointF(self.column.left, self.column.top)
        unit = self._unit_of[number]
        top = self.tops()[unit] + self._before(self._units[unit][0])
        return QPointF(self._left_of(number), top)

    def height_of(self, number: int) -> float:
        """Give the height of a block's unit without the space over it."""
        unit = self.unit_of(number)
        return self._heights[unit] - self._before(self._units[unit][0])

    def bottom_of(self, number: int) -> float:
        """Give the bottom of a block's unit."""
        return self.tops()[self.unit_of(number) + 1]

    def last_of_row(self, number: int) -> int:
        """Give the last block of the unit a block stands in."""
        return self._units[self.unit_of(number)][1]

    @property
    def is_whole(self) -> bool:
        """Whether every block is laid out."""
        return self._next >= len(self._units)

    # Laying out

    def ensure(self, top: float, bottom: float) -> bool:
        """Lay out what stands between two heights; give whether a height changed."""
        changed = False
        unit = self.unit_at(top)
        while unit < len(self._units) and self.tops()[unit] <= bottom:
            if not self._laid[unit]:
                changed |= self._lay(unit)
            unit += 1
        return changed

    def ensure_block(self, number: int) -> bool:
        """Lay out one block; give whether its height changed."""
        unit = self.unit_of(number)
        return not self._laid[unit] and self._lay(unit)

    def lay_more(self, seconds: float) -> bool:
        """Lay out the next units for about `seconds`; give whether a height changed."""
        changed = False
        end = time.perf_counter() + seconds
        while self._next < len(self._units):
            if not self._laid[self._next]:
                changed |= self._lay(self._next)
                if time.perf_counter() > end:
                    break
            self._next += 1
        return changed

    def _lay(self, unit: int) -> bool:
        first, last = self._units[unit]
        high = max(self._lay_block(number) for number in range(first, last + 1)) + self._before(first)
        self._laid[unit] = 1
        if abs(high - self._heights[unit]) < 0.5:
            return False
        self._heights[unit] = high
        self._clean = 0
        return True

    def _lay_block(self, number: int) -> float:
        block = self.document().findBlockByNumber(number)
        style = self.style(number)
        layout = block.layout()
        option = QTextOption(self._option)
        if is_right_to_left(block.text()):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        layout.setFormats(self._faces(block, style, number))
        width = max(40.0, self._width_of(number))
        layout.beginLayout()
        y = 0.0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, y + style.baseline - line.ascent()))
            y += style.line
        layout.endLayout()
        return max(style.line, y)

    def _faces(self, block: QTextBlock, style: BlockStyle, number: int) -> list[QTextLayout.FormatRange]:
        whole = QTextLayout.FormatRange()
        whole.start, whole.length = 0, block.length()
        face = QTextCharFormat()
        face.setFont(style.font)
        whole.format = face
        faces = [whole]
        if number == self.plan.kicker and self.plan.head.kicker:
            faces.append(_in_face(0, units(self.plan.head.kicker[0]), "body_strong"))
        if number == self.plan.meta:
            for item, start, end in self.plan.head.meta_places():
                if item.is_hash:
                    faces.append(_in_face(start, end - start, "hash"))
        return faces

    # What Qt asks

    def documentChanged(self, start: int, removed: int, added: int, /) -> None:
        """Begin anew: the text of a page changes as a whole only."""
        del start, removed, added
        width = self.document().pageSize().width()
        if width > 0:
            self._width = width

    def set_plan(self, plan: PagePlan, column: PageColumn, size: int, role: str) -> None:
        """Show another page in a column, at a size."""
        self.plan = plan
        self.column, self.size, self.role = column, size, role
        self._gather()

    def restyle(self, column: PageColumn, size: int, role: str) -> None:
        """Take another width, size or role; everything is laid out anew, what is seen first."""
        has_width = column.width != self.column.width
        self.column = column
        if has_width or size != self.size or role != self.role:
            self.size, self.role = size, role
            self._begin()
        self._clean = 0

    def documentSize(self) -> QSizeF:
        """Give the size of the page as far as it is known."""
        return QSizeF(max(1.0, self._width), self.tops()[-1] + self.column.bottom)

    def pageCount(self) -> int:
        """Give one: the page has no end but its own."""
        return 1

    def frameBoundingRect(self, frame: QTextFrame, /) -> QRectF:
        """Give the whole page."""
        del frame
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock, /) -> QRectF:
        """Give the place of a block; it is laid out for this where it was not."""
        number = block.blockNumber()
        if not block.isValid() or number >= len(self._unit_of):
            return QRectF()
        self.ensure_block(number)
        lines = block.layout().lineCount()
        corner = self.origin(number)
        return QRectF(corner, QSizeF(self._width_of(number), max(1, lines) * self.style(number).line))

    def hitTest(self, point: QPointF | object, accuracy: Qt.HitTestAccuracy, /) -> int:
        """Give the position under a point of the page, or -1 where an exact hit was asked for and nothing is there."""
        assert isinstance(point, QPointF)
        unit = self.unit_at(point.y())
        if not self._laid[unit]:
            self._lay(unit)
        number = self._block_in(unit, point.x())
        block = self.document().findBlockByNumber(number)
        line = self.line_at(number, point.y())
        if line is None:
            return -1 if accuracy is Qt.HitTestAccuracy.ExactHit else block.position()
        corner = self.origin(number)
        x = point.x() - corner.x()
        if accuracy is Qt.HitTestAccuracy.ExactHit:
            seen = line.naturalTextRect()
            if not (seen.left() <= x <= seen.right()) or point.y() < corner.y():
                return -1
        return block.position() + line.xToCursor(x)

    def _block_in(self, unit: int, x: float) -> int:
        first, last = self._units[unit]
        found = first
        for number in range(first, last + 1):
            if x >= self._left_of(number) - 8:
                found = number
        return found

    def line_at(self, number: int, y: float) -> QTextLine | None:
        """Give the line of a block at a height of the page (the nearest one), or None where it has none."""
        layout = self.document().findBlockByNumber(number).layout()
        if not layout.lineCount():
            return None
        place = int((y - self.origin(number).y()) // self.style(number).line)
        return layout.lineAt(max(0, min(place, layout.lineCount() - 1)))

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext, /) -> None:
        """Paint what is in the clip: grounds, words, lines."""
        clip = context.clip if context.clip.isValid() else QRectF(QPointF(0, 0), self.documentSize())
        first, last = self.blocks_between(clip.top() - 40, clip.bottom() + 40)
        for unit in range(self._unit_of[first], self._unit_of[last] + 1):
            if not self._laid[unit]:
                self._lay(unit)
        if self.painter is not None:
            self.painter.paint_under(painter, first, last)
        block = self.document().findBlockByNumber(first)
        for number in range(first, last + 1):
            self._draw_block(painter, block, number, clip, context.cursorPosition)
            block = block.next()
        if self.painter is not None:
            self.painter.paint_over(painter, first, last)

    def _draw_block(self, painter: QPainter, block: QTextBlock, number: int, clip: QRectF, caret: int) -> None:
        corner = self.origin(number)
        painter.setPen(theme().colour(self.style(number).ink))
        inks = self.painter.word_formats(block) if self.painter is not None else []
        block.layout().draw(painter, corner, inks, clip)
        if self.has_caret and 0 <= caret - block.position() < block.length():
            painter.setPen(theme().colour("text"))
            block.layout().drawCursor(painter, corner, caret - block.position(), 2)


def is_right_to_left(words: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    if words.isascii():
        return False
    for letter in words:
        way = unicodedata.bidirectional(letter)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False


def _in_face(start: int, length: int, role: str) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    face = QTextCharFormat()
    face.setFont(theme().font(role))
    made.format = face
    return made
