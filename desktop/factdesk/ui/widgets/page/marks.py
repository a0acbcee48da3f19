"""Marks in a text: what is marked, in which lane its line runs, and which ones stand at a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from factdesk.model.values.text import Span

LANES = 3


class MarkKind(StrEnum):
    """What a mark says of its words, and so how it is painted."""

    VERDICT = "verdict"
    PROPOSAL = "proposal"
    FINDING = "finding"
    STRUCK = "struck"
    OPEN = "open"
    EVIDENCE = "evidence"
    ADDED = "added"
    REMOVED = "removed"
    TOUCHED = "touched"


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words. `id` is unique on its page (a public id does); `label` is what is read out on entering it.

    `look` is a verdict's key, or the stance of a piece of evidence.
    """

    id: str
    span: Span
    kind: MarkKind = MarkKind.VERDICT
    look: str = "none"
    number: int | None = None
    label: str = ""
    is_current: bool = False
    is_decided: bool = False
    is_outlined: bool = False

    @property
    def can_be_hit(self) -> bool:
        """Whether a click on the words means this mark (not for the parts of a comparison)."""
        return self.kind not in (MarkKind.ADDED, MarkKind.REMOVED)


def lanes(spans: Sequence[Span]) -> list[int]:
    """Give the lane of each span: an enclosing one runs below what it holds; of two that cross the earlier is above."""
    order = sorted(range(len(spans)), key=lambda at: (spans[at].end, -spans[at].start, at))
    found = [0] * len(spans)
    placed: list[int] = []
    for at in order:
        span, lane = spans[at], 0
        for other in reversed(placed):
            if spans[other].end <= span.start:
                break
            if spans[other].overlaps(span):
                lane = max(lane, found[other] + 1)
        found[at] = lane
        placed.append(at)
    return found


class MarkSet:
    """The marks of one page, found by place and by id."""

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        self.marks = tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))
        self.by_id = {mark.id: mark for mark in self.marks}
        self._starts = [mark.span.start for mark in self.marks]
        self._reach = list(accumulate((mark.span.end for mark in self.marks), max))
        lined = [mark for mark in self.marks if mark.kind in (MarkKind.VERDICT, MarkKind.EVIDENCE, MarkKind.TOUCHED)]
        self._lanes = dict(zip((mark.id for mark in lined), lanes([mark.span for mark in lined]), strict=True))

    def replace(self, mark: Mark) -> bool:
        """Put a mark in the place of the one with its id and span; False where there is none."""
        known = self.by_id.get(mark.id)
        if known is None or known.span != mark.span:
            return False
        at = bisect_left(self._starts, mark.span.start)
        while self.marks[at].id != mark.id:
            at += 1
        self.marks = (*self.marks[:at], mark, *self.marks[at + 1 :])
        self.by_id[mark.id] = mark
        return True

    def __len__(self) -> int:
        """Give the number of marks."""
        return len(self.marks)

    def lane(self, mark: Mark) -> int:
        """Give the lane of a mark's line, from 0; `LANES` and more have no room."""
        return self._lanes.get(mark.id, 0)

    def between(self, span: Span) -> tuple[Mark, ...]:
        """Give the marks that touch `span`, in order of place."""
        last = bisect_right(self._starts, span.end)
        first = bisect_left(self._reach, span.start, 0, last)
        return tuple(mark for mark in self.marks[first:last] if mark.span.end >= span.start)

    def at(self, offset: int) -> tuple[Mark, ...]:
        """Give the marks whose words hold the code point at `offset`, the shortest first."""
        here = [mark for mark in self.between(Span(offset, offset + 1)) if mark.can_be_hit]
        here = [mark for mark in here if mark.span.start <= offset < mark.span.end]
        return tuple(sorted(here, key=lambda mark: (len(mark.span), mark.span.start, mark.id)))

    def ordered(self) -> tuple[Mark, ...]:
        """Give the marks that can be hit, in order of place."""
        return tuple(mark for mark in self.marks if mark.can_be_hit)
