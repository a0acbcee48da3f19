"""The one place that knows Qt counts UTF-16 units: code points of a text to positions on the page and back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factdesk.model.values.text import Span

_ASTRAL = re.compile(r"[\U00010000-\U0010FFFF]")


class OffsetMap:
    """Maps offsets of one text. `inserts` are (offset, UTF-16 length) of words shown on the page but not in the text.

    An insert stands before the code point at its offset. A position inside an insert maps to that offset.
    """

    def __init__(self, text: str, inserts: Sequence[tuple[int, int]] = ()) -> None:
        self._length = len(text)
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._cuts: list[int] = []
        self._shifts: list[int] = []
        self._begins: list[int] = []
        shift = 0
        for offset, length in sorted(inserts):
            self._cuts.append(offset)
            self._begins.append(self._plain(offset) + shift)
            shift += length
            self._shifts.append(shift)

    def _plain(self, offset: int) -> int:
        return offset + bisect_left(self._astral, offset)

    def position(self, offset: int) -> int:
        """Give the page's position of the code point at `offset` (clamped to the text)."""
        at = max(0, min(offset, self._length))
        place = bisect_right(self._cuts, at)
        return self._plain(at) + (self._shifts[place - 1] if place else 0)

    def end_position(self, offset: int) -> int:
        """Give the position just after the code point before `offset`: before any insert that stands there."""
        at = max(0, min(offset, self._length))
        if at == 0:
            return self.position(0)
        place = bisect_left(self._cuts, at)
        return self._plain(at) + (self._shifts[place - 1] if place else 0)

    def offset(self, position: int) -> int:
        """Give the code point at a position; inside a surrogate pair the one it belongs to."""
        place = bisect_right(self._begins, position)
        if place:
            shift = self._shifts[place - 1]
            inner = position - shift
            if inner < self._plain(self._cuts[place - 1]):
                return min(self._cuts[place - 1], self._length)
        else:
            inner = position
        return max(0, min(self._unplain(inner), self._length))

    def _unplain(self, units: int) -> int:
        low, high = 0, len(self._astral)
        while low < high:
            middle = (low + high) // 2
            if self._astral[middle] + middle + 1 < units:
                low = middle + 1
            else:
                high = middle
        if low < len(self._astral) and self._astral[low] + low < units <= self._astral[low] + low + 1:
            return self._astral[low]
        return units - low

    def positions(self, span: Span) -> tuple[int, int]:
        """Give the positions of a span's begin and end."""
        start = self.position(span.start)
        return start, max(start, self.end_position(span.end))

    def span(self, start: int, end: int) -> Span:
        """Give the span between two positions; a cut surrogate pair is taken whole."""
        first, last = self.offset(start), self.offset(end)
        if last > first and self.position(last) < end and self.end_position(last) < end:
            last = min(last + 1, self._length)
        return Span(first, max(first, last))
