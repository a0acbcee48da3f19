"""Lays the page out block by block, only what is seen at once and the rest in the pauses.

Qt's own layout of a rich text lays out up to 200,000 letters in one step, which holds the window for a quarter of a
second in a long text. This one estimates the height of what was not laid out yet, so opening, zooming and jumping in a
text of 100,000 words cost what one screenful costs.
"""

from __future__ import annotations

import time
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from factdesk.ui.theme import theme
from factdesk.ui.widgets.page.columns import PageColumn
from factdesk.ui.widgets.page.faces import block_faces, is_right_to_left
from factdesk.ui.widgets.page.flow import PageFlow
from factdesk.ui.widgets.page.plan import PagePlan


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
    """The layout of a plan's words. `flow` knows where blocks stand, `painter` adds what is not words."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        # Never ask `document()` for it: PySide makes the answer a child of this layout, and as the layout is a child of
        # the document, the garbage collector then frees both while Qt still shows them.
        self.source = document
        self.flow = PageFlow()
        self.painter: PagePainter | None = None
        self.has_caret = False
        self._width = -1.0
        self._laid = bytearray(1)
        self._next = 0

    @property
    def plan(self) -> PagePlan:
        """The plan shown."""
        return self.flow.plan

    def set_flow(self, flow: PageFlow) -> None:
        """Show another page."""
        self.flow = flow
        self._begin()

    def restyle(self, column: PageColumn, size: int, role: str) -> None:
        """Take another width, size or role; everything is laid out anew, what is seen first."""
        flow = self.flow
        if (column.width, size, role) == (flow.column.width, flow.size, flow.role):
            flow.move_to(column)
            return
        flow.restyle(column, size, role)
        self._begin()

    def _begin(self) -> None:
        self._laid = bytearray(len(self.flow.units))
        self._next = 0

    # Laying out

    @property
    def is_whole(self) -> bool:
        """Whether every block is laid out."""
        return self._next >= len(self._laid)

    def ensure(self, top: float, bottom: float) -> bool:
        """Lay out what stands between two heights; give whether a height changed."""
        changed = False
        unit = self.flow.unit_at(top)
        while unit < len(self._laid) and self.flow.tops()[unit] <= bottom:
            changed |= self._ensure_unit(unit)
            unit += 1
        return changed

    def ensure_block(self, number: int) -> bool:
        """Lay out one block; give whether its height changed."""
        return self._ensure_unit(self.flow.unit_of(number))

    def lay_more(self, seconds: float) -> bool:
        """Lay out the next units for about `seconds`; give whether a height changed."""
        changed = False
        end = time.perf_counter() + seconds
        while self._next < len(self._laid) and time.perf_counter() < end:
            changed |= self._ensure_unit(self._next)
            self._next += 1
        return changed

    def _ensure_unit(self, unit: int) -> bool:
        if self._laid[unit]:
            return False
        self._laid[unit] = 1
        first, last = self.flow.units[unit]
        return self.flow.set_height(unit, max(self._lay_block(number) for number in range(first, last + 1)))

    def _lay_block(self, number: int) -> float:
        block = self.source.findBlockByNumber(number)
        style, width = self.flow.style(number), self.flow.width_of(number)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if is_right_to_left(block.text()):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = block.layout()
        layout.setTextOption(option)
        layout.setFormats(block_faces(self.plan, block, style))
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

    # What Qt asks

    def documentChanged(self, start: int, removed: int, added: int, /) -> None:
        """Note the width; the text of a page changes as a whole only, by `set_flow`."""
        del start, removed, added
        width = self.source.pageSize().width()
        if width > 0:
            self._width = width

    def documentSize(self) -> QSizeF:
        """Give the size of the page as far as it is known."""
        return QSizeF(max(1.0, self._width), self.flow.tops()[-1] + self.flow.column.bottom)

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
        if not block.isValid() or number >= len(self.plan.blocks):
            return QRectF()
        self.ensure_block(number)
        high = max(1, block.layout().lineCount()) * self.flow.style(number).line
        return QRectF(self.flow.origin(number), QSizeF(self.flow.width_of(number), high))

    def hitTest(self, point: QPointF | object, accuracy: Qt.HitTestAccuracy, /) -> int:
        """Give the position under a point of the page, or -1 where an exact hit was asked for and nothing is there."""
        assert isinstance(point, QPointF)
        is_exact = accuracy is Qt.HitTestAccuracy.ExactHit
        unit = self.flow.unit_at(point.y())
        self._ensure_unit(unit)
        number = self.flow.block_in(unit, point.x())
        block = self.source.findBlockByNumber(number)
        line = self._line_at(number, point.y())
        if line is None:
            return -1 if is_exact else block.position()
        corner = self.flow.origin(number)
        x = point.x() - corner.x()
        seen = line.naturalTextRect()
        if is_exact and (not seen.left() <= x <= seen.right() or point.y() < corner.y()):
            return -1
        return block.position() + line.xToCursor(x)

    def _line_at(self, number: int, y: float) -> QTextLine | None:
        layout = self.source.findBlockByNumber(number).layout()
        if not layout.lineCount():
            return None
        place = int((y - self.flow.origin(number).y()) // self.flow.style(number).line)
        return layout.lineAt(max(0, min(place, layout.lineCount() - 1)))

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext, /) -> None:
        """Paint what is in the clip: grounds, words, lines."""
        clip = context.clip if context.clip.isValid() else QRectF(QPointF(0, 0), self.documentSize())
        self.ensure(clip.top() - 40, clip.bottom() + 40)
        first, last = self.flow.blocks_between(clip.top() - 40, clip.bottom() + 40)
        if self.painter is not None:
            self.painter.paint_under(painter, first, last)
        block = self.source.findBlockByNumber(first)
        for number in range(first, last + 1):
            self._draw_block(painter, block, number, clip, context.cursorPosition)
            block = block.next()
        if self.painter is not None:
            self.painter.paint_over(painter, first, last)

    def _draw_block(self, painter: QPainter, block: QTextBlock, number: int, clip: QRectF, caret: int) -> None:
        corner = self.flow.origin(number)
        painter.setPen(theme().colour(self.flow.style(number).ink))
        inks = self.painter.word_formats(block) if self.painter is not None else []
        block.layout().draw(painter, corner, inks, clip)
        if self.has_caret and 0 <= caret - block.position() < block.length():
            painter.setPen(theme().colour("text"))
            block.layout().drawCursor(painter, corner, caret - block.position(), 2)
