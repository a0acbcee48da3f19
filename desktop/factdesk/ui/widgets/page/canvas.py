"""Everything painted on the page beside its words: grounds, marks, hits, selection, gutter, bullets, rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextCharFormat, QTextLayout

from factdesk.model.values.text import Span
from factdesk.ui.theme import theme
from factdesk.ui.widgets.page import styles
from factdesk.ui.widgets.page.boxes import LineBox, position_boxes, span_boxes, start_of, x_of
from factdesk.ui.widgets.page.gutter import GutterItem, gutter_items, has_place, paint_item
from factdesk.ui.widgets.page.layout import PageLayout
from factdesk.ui.widgets.page.mark_painter import outline, paint_line, paint_outline, paint_tint
from factdesk.ui.widgets.page.marks import Mark, MarkKind, MarkSet
from factdesk.ui.widgets.painting import fill_box, paint_shape


@dataclass(slots=True)
class PageState:
    """What is shown on the page beside its text."""

    marks: MarkSet = field(default_factory=MarkSet)
    selected: str = ""
    hovered: str = ""
    hits: tuple[Span, ...] = ()
    current_hit: int = -1
    flashed: Span | None = None
    selection: tuple[int, int] = (0, 0)
    line_width: float = 2.0
    is_plain: bool = False
    has_gutter: bool = True
    is_selection_outlined: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    mark: Mark
    lane: int
    boxes: list[LineBox]


class PageCanvas:
    """The painter of one page's layout."""

    def __init__(self, layout: PageLayout, state: PageState) -> None:
        self._layout = layout
        self._state = state
        self._seen: list[_Seen] = []
        self._struck: list[tuple[int, int]] = []
        self._found: list[tuple[int, int]] = []
        self.gutter: list[GutterItem] = []

    def _range(self, first: int, last: int) -> Span:
        document = self._layout.source
        start = document.findBlockByNumber(first).position()
        block = document.findBlockByNumber(last)
        return self._layout.plan.offsets.span(start, block.position() + block.length() - 1)

    # Under the words

    def paint_under(self, painter: QPainter, first: int, last: int) -> None:
        """Paint grounds: tables, quotation bars, bullets, tints, hits, the selection."""
        span = self._range(first, last)
        marks = self._state.marks
        self._seen = [
            _Seen(mark, marks.lane(mark), span_boxes(self._layout, mark.span, first, last))
            for mark in marks.between(span)
        ]
        offsets = self._layout.plan.offsets
        self._struck = [offsets.positions(seen.mark.span) for seen in self._seen if seen.mark.kind is MarkKind.STRUCK]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_furniture(painter, first, last)
        if not self._state.is_plain:
            for seen in sorted(self._seen, key=lambda one: (-one.lane, -len(one.mark.span))):
                for box in seen.boxes:
                    paint_tint(painter, seen.mark, box, seen.lane, seen.mark.id == self._state.selected)
        self._paint_hits(painter, span, first, last)
        self._paint_selection(painter, first, last)
        painter.restore()

    def _paint_furniture(self, painter: QPainter, first: int, last: int) -> None:
        style = theme()
        for number in range(first, last + 1):
            kind = self._layout.plan.blocks[number].kind
            if kind == styles.QUOTATION:
                corner = self._layout.flow.origin(number)
                high = self._layout.flow.height_of(number)
                painter.fillRect(
                    QRectF(self._layout.flow.column.left, corner.y() + 3, 3, high - 6), style.colour("line_strong")
                )
            elif kind == styles.ITEM:
                self._paint_bullet(painter, number)
            elif kind == styles.CELL and number == self._layout.flow.last_of_row(number):
                bottom = self._layout.flow.bottom_of(number) + 6
                painter.fillRect(
                    QRectF(self._layout.flow.column.left, bottom, self._layout.flow.column.width, 1),
                    style.colour("line"),
                )

    def _paint_bullet(self, painter: QPainter, number: int) -> None:
        words = self._layout.source.findBlockByNumber(number).text()
        if words[:1].isdigit() or words[:1] in "•–—-*":
            return
        look = self._layout.flow.style(number)
        corner = self._layout.flow.origin(number)
        painter.setPen(theme().colour("text3"))
        painter.setFont(look.font)
        painter.drawText(QPointF(corner.x() - look.font.pixelSize(), corner.y() + look.baseline), "•")

    def _paint_hits(self, painter: QPainter, span: Span, first: int, last: int) -> None:
        style = theme()
        state = self._state
        self._found = []
        first_hit = bisect_left(state.hits, Span(span.start, span.start))
        for place in range(max(0, first_hit - 1), len(state.hits)):
            hit = state.hits[place]
            if hit.start > span.end:
                break
            self._found.append(self._layout.plan.offsets.positions(hit))
            for box in span_boxes(self._layout, hit, first, last):
                ground = box.ground().adjusted(-1, 0, 1, 0)
                fill_box(painter, ground, 2, style.colour("find"))
                if place == state.current_hit:
                    outline(painter, ground.adjusted(-1, -1, 1, 1), style.colour("text"), 1.5)

    def _paint_selection(self, painter: QPainter, first: int, last: int) -> None:
        start, end = self._state.selection
        if end <= start:
            return
        style = theme()
        for box in position_boxes(self._layout, start, end, first, last, has_head=True):
            if self._state.is_selection_outlined:
                fill_box(painter, box.frame(), 3, style.colour("accent_tint2"))
                outline(painter, box.frame(), style.colour("accent"), 1.5)
            else:
                painter.fillRect(box.ground().adjusted(0, -1, 0, 2), style.colour("accent_tint2"))

    # The words

    def word_formats(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        """Give the inks of struck words and of the kicker's first one."""
        found: list[QTextLayout.FormatRange] = []
        base, length = block.position(), block.length()
        for start, end in self._struck:
            low, high = max(start, base), min(end, base + length)
            if high > low:
                found.append(_inked(low - base, high - low, "text3"))
        for start, end in self._found:
            low, high = max(start, base), min(end, base + length)
            if high > low:
                found.append(_inked(low - base, high - low, "text"))
        number = block.blockNumber()
        if number == self._layout.plan.kicker:
            found.append(_inked(0, len(self._layout.plan.head.kicker[0]), "text"))
        return found

    # Over the words

    def paint_over(self, painter: QPainter, first: int, last: int) -> None:
        """Paint lines, outlines, the gutter and the head's icons."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = self._state
        for seen in self._seen:
            for box in seen.boxes:
                paint_line(painter, seen.mark, box, seen.lane, state.line_width)
        for seen in self._seen:
            is_selected, is_hovered = seen.mark.id == state.selected, seen.mark.id == state.hovered
            for box in seen.boxes:
                paint_outline(painter, seen.mark, box, seen.lane, is_selected=is_selected, is_hovered=is_hovered)
        if state.flashed is not None:
            for box in span_boxes(self._layout, state.flashed, first, last):
                outline(painter, box.frame(), theme().colour("accent"), 2)
        if state.has_gutter:
            self.gutter = gutter_items(self._gutter_lines())
            for item in self.gutter:
                paint_item(painter, item)
        meta = self._layout.plan.meta
        if first <= meta <= last:
            self._paint_meta(painter, meta)
        painter.restore()

    def _gutter_lines(self) -> list[tuple[float, float, list[Mark]]]:
        lines: dict[tuple[int, int], tuple[float, float, list[Mark]]] = {}
        for seen in self._seen:
            if not seen.boxes or not has_place(seen.mark) or not seen.boxes[0].is_first:
                continue
            box = seen.boxes[0]
            middle = box.baseline - box.style.above * 6 / 17
            place = (self._layout.flow.column.left, middle)
            lines.setdefault((box.block, box.line), (*place, []))[2].append(seen.mark)
        return list(lines.values())

    def _paint_meta(self, painter: QPainter, number: int) -> None:
        style = theme()
        block = self._layout.source.findBlockByNumber(number)
        corner = self._layout.flow.origin(number)
        look = self._layout.flow.style(number)
        lines = block.layout()
        for item, start, _end in self._layout.plan.head.meta_places():
            line = lines.lineForTextPosition(start)
            if item.icon and line.isValid():
                y = corner.y() + line.lineNumber() * look.line + (look.line - 14) / 2
                at = QPointF(round(corner.x() + x_of(line, start)), round(y))
                paint_shape(painter, at, item.icon, 14)
        bottom = corner.y() + max(1, lines.lineCount()) * look.line + 14
        painter.fillRect(
            QRectF(self._layout.flow.column.left, round(bottom), self._layout.flow.column.width, 1),
            style.colour("line"),
        )

    # What is where

    def hit(self, point: QPointF) -> tuple[Mark, ...]:
        """Give the marks whose words or gutter shape are under a point of the page, the shortest first."""
        for item in self.gutter:
            if item.place.adjusted(-2, -5, 2, 5).contains(point):
                return item.marks
        under = [
            seen.mark
            for seen in self._seen
            if seen.mark.can_be_hit and any(box.frame().contains(point) for box in seen.boxes)
        ]
        return tuple(sorted(under, key=lambda mark: (len(mark.span), mark.span.start, mark.id)))

    def is_gutter(self, point: QPointF) -> bool:
        """Whether a point of the page lies in the gutter."""
        return point.x() < self._layout.flow.column.left - 3

    def head_key(self, point: QPointF) -> str:
        """Give the key of the head's fact under a point, or ""."""
        plan = self._layout.plan
        if plan.meta < 0:
            return ""
        block = self._layout.source.findBlockByNumber(plan.meta)
        for item, start, end in plan.head.meta_places():
            if item.key:
                position = block.position() + start
                boxes = position_boxes(
                    self._layout, position, block.position() + end, plan.meta, plan.meta, has_head=True
                )
                if any(box.ground().adjusted(0, -4, 0, 4).contains(point) for box in boxes):
                    return item.key
        return ""

    def top_of(self, span: Span) -> float | None:
        """Give the height of the baseline where a span begins."""
        point = start_of(self._layout, span.start)
        return None if point is None else point.y()

    def ticks(self, marks: Sequence[Mark]) -> list[tuple[float, Mark]]:
        """Give, for each mark, the share of the page's height where it begins (as far as it is laid out)."""
        document = self._layout.source
        whole = max(1.0, self._layout.documentSize().height())
        offsets = self._layout.plan.offsets
        found: list[tuple[float, Mark]] = []
        for mark in marks:
            block = document.findBlock(offsets.position(mark.span.start))
            corner = self._layout.flow.origin(block.blockNumber())
            inside = (offsets.position(mark.span.start) - block.position()) / max(1, block.length())
            found.append(((corner.y() + inside * self._layout.flow.height_of(block.blockNumber())) / whole, mark))
        return found


def _inked(start: int, length: int, ink: str) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    look = QTextCharFormat()
    look.setForeground(theme().colour(ink))
    made.format = look
    return made
