"""Where words stand on the page: one box for each line a span runs over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLine

from factdesk.model.values.text import Span
from factdesk.ui.widgets.page.layout import PageLayout
from factdesk.ui.widgets.page.styles import BlockStyle

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class LineBox:
    """A run of words on one line. `baseline` is a height of the page; `is_first` and `is_last` end the span."""

    left: float
    right: float
    baseline: float
    style: BlockStyle
    block: int
    line: int
    is_first: bool
    is_last: bool

    def ground(self, lane: int = 0) -> QRectF:
        """Give the box of a tint: from above the capitals to below the line, a lane lower for each lane."""
        top = self.baseline - self.style.above
        return QRectF(self.left, top, self.right - self.left, self.style.above + self.style.below + 5 * lane)

    def frame(self, lane: int = 0) -> QRectF:
        """Give the box of an outline around the tint."""
        return self.ground(lane).adjusted(-2, -1.5, 2, 2.5)


def span_boxes(layout: PageLayout, span: Span, first: int | None = None, last: int | None = None) -> list[LineBox]:
    """Give the boxes of a span, only of the blocks `first` to `last` where these are given."""
    start, end = layout.plan.offsets.positions(span)
    return position_boxes(layout, start, end, first, last)


def position_boxes(
    layout: PageLayout,
    start: int,
    end: int,
    first: int | None = None,
    last: int | None = None,
    *,
    has_head: bool = False,
) -> list[LineBox]:
    """Give the boxes between two positions of the page; the head's own words only where `has_head`."""
    document = layout.source
    block = document.findBlock(start)
    if first is not None and block.blockNumber() < first:
        block = document.findBlockByNumber(first)
    found: list[LineBox] = []
    while block.isValid() and block.position() < end:
        number = block.blockNumber()
        if last is not None and number > last:
            break
        if has_head or layout.plan.is_text(number):
            layout.ensure_block(number)
            found.extend(_block_boxes(layout, block, number, start, end))
        block = block.next()
    return found


def _block_boxes(layout: PageLayout, block: QTextBlock, number: int, start: int, end: int) -> Iterator[LineBox]:
    corner = layout.flow.origin(number)
    style = layout.flow.style(number)
    base = block.position()
    low, high = max(0, start - base), min(block.length() - 1, end - base)
    lines = block.layout()
    for at in range(lines.lineCount()):
        line = lines.lineAt(at)
        begin, stop = line.textStart(), line.textStart() + line.textLength()
        if stop <= low:
            continue
        if begin >= high:
            break
        left, right = _reach(block, line, max(low, begin), min(high, stop))
        if right - left < 0.5:
            continue
        yield LineBox(
            left=corner.x() + left,
            right=corner.x() + right,
            baseline=corner.y() + at * style.line + style.baseline,
            style=style,
            block=number,
            line=at,
            is_first=base + begin <= start <= base + stop,
            is_last=end <= base + stop,
        )


def _reach(block: QTextBlock, line: QTextLine, start: int, end: int) -> tuple[float, float]:
    seen = line.naturalTextRect()
    if not _RIGHT_TO_LEFT.search(block.text()):
        return x_of(line, start), min(x_of(line, end), seen.right())
    edges = [x_of(line, place) for place in range(start, end + 1)]
    return max(min(edges), seen.left()), min(max(edges), seen.right())


def x_of(line: QTextLine, place: int) -> float:
    """Give the x of a cursor place on a line (PySide gives a tuple)."""
    x = cast(tuple[float, int] | float, line.cursorToX(place))
    return x[0] if isinstance(x, tuple) else x


def start_of(layout: PageLayout, offset: int) -> QPointF | None:
    """Give the point on the baseline where a code point begins; None where its block has no line."""
    position = layout.plan.offsets.position(offset)
    block = layout.source.findBlock(position)
    number = block.blockNumber()
    layout.ensure_block(number)
    line = block.layout().lineForTextPosition(position - block.position())
    if not line.isValid():
        return None
    corner, style = layout.flow.origin(number), layout.flow.style(number)
    y = corner.y() + line.lineNumber() * style.line + style.baseline
    return QPointF(corner.x() + x_of(line, position - block.position()), y)
