"""Where things stand across the page: the column of words, its gutter, and the columns of tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factdesk.ui.theme import theme
from factdesk.ui.widgets.page.plan import PlannedBlock

_LEAST_SHARE = 0.12
_USUAL = 18


@dataclass(frozen=True, slots=True)
class PageColumn:
    """The column of words: its left edge, width, and the space over and under the text, in pixels."""

    left: float
    width: float
    top: float
    bottom: float = 120.0


def page_column(viewport: int, size: int, *, has_gutter: bool = True) -> PageColumn:
    """Work out the column for a viewport's width: 660 pixels at 18, in the middle, never over the gutter."""
    style = theme()
    left = style.reading("left") if has_gutter else style.reading("right") - 16
    right = style.reading("right") if has_gutter else 24
    room = max(120.0, viewport - left - right)
    width = min(room, style.reading("measure") * size / _USUAL)
    spare = room - width
    return PageColumn(round(left + spare / 2), float(round(width)), style.reading("top"))


def table_columns(blocks: Sequence[PlannedBlock]) -> dict[int, tuple[float, float]]:
    """Give, for each cell's number, the left edge and the width of its column as shares of the page's column."""
    places: dict[int, tuple[float, float]] = {}
    table: list[int] = []
    for number in range(len(blocks) + 1):
        block = blocks[number] if number < len(blocks) else None
        starts_anew = block is not None and table and block.row < blocks[table[-1]].row
        if table and (block is None or not block.row or starts_anew):
            places.update(_spread(blocks, table))
            table = []
        if block is not None and block.row:
            table.append(number)
    return places


def _spread(blocks: Sequence[PlannedBlock], table: Sequence[int]) -> dict[int, tuple[float, float]]:
    longest: dict[int, int] = {}
    for number in table:
        column = blocks[number].column
        longest[column] = max(longest.get(column, 4), min(blocks[number].length, 60))
    total = sum(longest.values())
    shares = {column: max(_LEAST_SHARE, length / total) for column, length in longest.items()}
    whole = sum(shares.values())
    lefts: dict[int, tuple[float, float]] = {}
    at = 0.0
    for column in sorted(shares):
        share = shares[column] / whole
        lefts[column] = (at, share)
        at += share
    return {number: lefts[blocks[number].column] for number in table}
