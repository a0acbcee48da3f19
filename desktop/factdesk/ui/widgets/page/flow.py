"""How the blocks of a page follow each other: what stands beside what, how high it is, where it begins."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QPointF

from factdesk.ui.theme import theme
from factdesk.ui.widgets.page import styles
from factdesk.ui.widgets.page.columns import PageColumn, table_columns
from factdesk.ui.widgets.page.plan import EMPTY, PagePlan, PlannedBlock
from factdesk.ui.widgets.page.styles import BlockStyle, style_of

USUAL_COLUMN = PageColumn(56, 660, 28)
_CELL_GAP = 13.0
_CELL_MARGIN = 16.0
_AFTER_META = 37.0
_AFTER_TITLE = 24.0
_LEAST = 40.0


class PageFlow:
    """The heights of a plan's units, estimated until they are set. A unit is a block, or the cells of a table's row."""

    def __init__(
        self, plan: PagePlan = EMPTY, column: PageColumn = USUAL_COLUMN, size: int = 18, role: str = styles.READING
    ) -> None:
        self.plan = plan
        self.column = column
        self.size = size
        self.role = role
        self.units, self._unit_of = _units(plan.blocks)
        self._places = table_columns(plan.blocks)
        self._tops: list[float] | None = None
        self.restyle(column, size, role)

    def restyle(self, column: PageColumn, size: int, role: str) -> None:
        """Estimate every height anew for another column, size or role."""
        self.column, self.size, self.role = column, size, role
        looks: dict[tuple[str, int], BlockStyle] = {}
        self._styles: list[BlockStyle] = []
        for block in self.plan.blocks:
            look = looks.get((block.kind, block.level))
            if look is None:
                look = style_of(block.kind, block.level, size, role, theme().user_px)
                looks[block.kind, block.level] = look
            self._styles.append(look)
        self._gaps = [self._gap(number) for number in range(len(self._styles))]
        self._heights = [self._estimate(first, last) for first, last in self.units]
        self._tops = None

    def move_to(self, column: PageColumn) -> None:
        """Take a column of the same width elsewhere; no height changes."""
        self.column = column
        self._tops = None

    def _estimate(self, first: int, last: int) -> float:
        high = 0.0
        for number in range(first, last + 1):
            style = self._styles[number]
            lines = max(1, -(-self.plan.blocks[number].length * style.letter // self.width_of(number)))
            high = max(high, lines * style.line)
        return high + self._gaps[first]

    def _gap(self, number: int) -> float:
        """Give the space over a block: the larger of what the two neighbours ask for; cells of one table closed up."""
        if number == 0:
            return 0.0
        mine, above = self.plan.blocks[number], self.plan.blocks[number - 1]
        if mine.row and above.row:
            return _CELL_GAP
        if above.kind == styles.META:
            return _AFTER_META
        gap = max(self._styles[number].before, self._styles[number - 1].after)
        return max(gap, _AFTER_TITLE) if _ends_title(above, mine) else gap

    def style(self, number: int) -> BlockStyle:
        """Give the look of a block."""
        return self._styles[min(number, len(self._styles) - 1)]

    def width_of(self, number: int) -> float:
        """Give the width a block's lines may take."""
        if self.plan.blocks[number].row:
            _left, share = self._places[number]
            return max(_LEAST, self.column.width * share - _CELL_MARGIN)
        return max(_LEAST, self.column.width - self._styles[number].indent)

    def left_of(self, number: int) -> float:
        """Give the left edge of a block's lines."""
        if self.plan.blocks[number].row:
            left, _share = self._places[number]
            return self.column.left + self.column.width * left
        return self.column.left + self._styles[number].indent

    def set_height(self, unit: int, lines: float) -> bool:
        """Set the height of a unit's lines; give whether it was another."""
        high = lines + self._gaps[self.units[unit][0]]
        if abs(high - self._heights[unit]) < 0.5:
            return False
        self._heights[unit] = high
        self._tops = None
        return True

    def tops(self) -> list[float]:
        """Give the top of every unit and, last, the end."""
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=self.column.top))
        return self._tops

    def unit_at(self, y: float) -> int:
        """Give the unit at a height of the page."""
        return max(0, min(bisect_right(self.tops(), y) - 1, len(self.units) - 1))

    def unit_of(self, number: int) -> int:
        """Give the unit of a block."""
        return self._unit_of[max(0, min(number, len(self._unit_of) - 1))]

    def blocks_between(self, top: float, bottom: float) -> tuple[int, int]:
        """Give the first and last block seen between two heights."""
        return self.units[self.unit_at(top)][0], self.units[self.unit_at(bottom)][1]

    def block_in(self, unit: int, x: float) -> int:
        """Give the block of a unit at an x of the page."""
        first, last = self.units[unit]
        return max((number for number in range(first, last + 1) if x >= self.left_of(number) - 8), default=first)

    def origin(self, number: int) -> QPointF:
        """Give the top left corner of a block's lines."""
        if number >= len(self._unit_of):
            return QPointF(self.column.left, self.column.top)
        unit = self._unit_of[number]
        return QPointF(self.left_of(number), self.tops()[unit] + self._gaps[self.units[unit][0]])

    def height_of(self, number: int) -> float:
        """Give the height of a block's unit without the space over it."""
        unit = self.unit_of(number)
        return self._heights[unit] - self._gaps[self.units[unit][0]]

    def bottom_of(self, number: int) -> float:
        """Give the bottom of a block's unit."""
        return self.tops()[self.unit_of(number) + 1]

    def last_of_row(self, number: int) -> int:
        """Give the last block of the unit a block stands in."""
        return self.units[self.unit_of(number)][1]


def _units(blocks: tuple[PlannedBlock, ...]) -> tuple[list[tuple[int, int]], list[int]]:
    units: list[tuple[int, int]] = []
    unit_of: list[int] = []
    for number, block in enumerate(blocks):
        above = blocks[number - 1] if number else None
        joins = above is not None and block.row > 0 and above.row == block.row and above.column < block.column
        if joins:
            units[-1] = (units[-1][0], number)
        else:
            units.append((number, number))
        unit_of.append(len(units) - 1)
    return units, unit_of


def _ends_title(above: PlannedBlock, mine: PlannedBlock) -> bool:
    title = (styles.STANDFIRST, styles.HEADLINE)
    return above.kind in title and mine.kind not in (*title, styles.META)
