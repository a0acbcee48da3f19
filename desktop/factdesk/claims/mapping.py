"""Where places of an old text lie in a new one, by the difference between the two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from factdesk.model.values.text import Span
from factdesk.model.values.versions import DiffKind, DiffPart


@dataclass(frozen=True, slots=True)
class _Row:
    """One part of the difference with its places in both texts."""

    old: Span
    new: Span
    kind: DiffKind


@dataclass(frozen=True, slots=True)
class Image:
    """What became of a place: `core` is from its first to its last word that stayed, `whole` has the words put in
    at the edges too (None: nothing), `is_replaced` says that words were put in where some were taken out.
    """

    core: Span | None
    whole: Span | None
    is_replaced: bool


class Mapping:
    """A difference, made ready for many questions about places."""

    def __init__(self, parts: Sequence[DiffPart]) -> None:
        self._rows: list[_Row] = []
        old_at = new_at = 0
        for part in parts:
            size = len(part.text)
            old_size = 0 if part.kind is DiffKind.ADDED else size
            new_size = 0 if part.kind is DiffKind.REMOVED else size
            self._rows.append(
                _Row(Span(old_at, old_at + old_size), Span(new_at, new_at + new_size), part.kind),
            )
            old_at, new_at = old_at + old_size, new_at + new_size
        self._old_starts = [row.old.start for row in self._rows]
        self._same = [row for row in self._rows if row.kind is DiffKind.SAME]
        self._same_new_starts = [row.new.start for row in self._same]

    def same(self, span: Span) -> Span | None:
        """Give the place of words that all stayed together, None when one of them did not."""
        rows = self._over(span)
        if len(rows) != 1 or rows[0].kind is not DiffKind.SAME or not rows[0].old.contains(span):
            return None
        shift = rows[0].new.start - rows[0].old.start
        return Span(span.start + shift, span.end + shift)

    def origin(self, span: Span) -> Span | None:
        """Give the old place of words of the new text that all stayed together, None when one of them did not."""
        index = bisect_right(self._same_new_starts, span.start) - 1
        if index < 0 or not self._same[index].new.contains(span):
            return None
        shift = self._same[index].old.start - self._same[index].new.start
        return Span(span.start + shift, span.end + shift)

    def position(self, old: int) -> int:
        """Give the place in the new text nearest to a place in the old one."""
        index = bisect_right(self._old_starts, old) - 1
        if index < 0:
            return 0
        row = self._rows[index]
        return min(row.new.start + old - row.old.start, row.new.end)

    def image(self, span: Span) -> Image:
        """Give what became of a place of the old text."""
        over = self._over(span)
        stayed = [row for row in over if row.kind is DiffKind.SAME]
        core: Span | None = None
        if stayed:
            first, last = stayed[0], stayed[-1]
            start = first.new.start + max(0, span.start - first.old.start)
            core = Span(start, last.new.start + min(span.end, last.old.end) - last.old.start)
        added = [row for row in over if row.kind is DiffKind.ADDED]
        ends = [row.new for row in added] + ([core] if core else [])
        whole = Span(min(end.start for end in ends), max(end.end for end in ends)) if ends else None
        is_replaced = bool(added) and any(row.kind is DiffKind.REMOVED for row in over)
        return Image(core, whole, is_replaced)

    def _over(self, span: Span) -> list[_Row]:
        """Give the rows over a place, with what was added inside it or in the stead of its first or last words."""
        index = max(0, bisect_right(self._old_starts, span.start) - 1)
        while index > 0 and self._rows[index - 1].old.end > span.start:
            index -= 1
        found: list[_Row] = []
        for at in range(index, len(self._rows)):
            row = self._rows[at]
            # What was added right after words that were taken out stands in their stead.
            is_stead = bool(found) and found[-1].kind is DiffKind.REMOVED and row.kind is DiffKind.ADDED
            if row.old.start >= span.end and not is_stead:
                break
            is_inside = row.kind is DiffKind.ADDED and span.start < row.old.start < span.end
            if is_stead or is_inside or (row.kind is not DiffKind.ADDED and row.old.overlaps(span)):
                found.append(row)
        return found
