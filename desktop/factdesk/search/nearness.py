"""How often words stand near each other, given the places where each of them stands: in one document, or in all of
them at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.int64]
"""Places of many documents in order: the document's number in the upper 32 bits, the place in the lower."""
SHIFT = 32
_NOWHERE = np.iinfo(np.int64).max // 4


def near_counts(keys: Sequence[Keys], slop: int, *, in_order: bool) -> tuple[Keys, Keys]:
    """Give the documents in which the groups are near each other, in order, and what `near` counts in each. `keys` has
    the places of each group, sorted and each once."""
    if not keys or not all(map(len, keys)):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    starts, ends = _rows(keys) if in_order else _windows(keys)
    starts = starts[ends - starts < slop + len(keys)]
    documents, counts = np.unique(starts >> SHIFT, return_counts=True)
    if not in_order:
        # Rarely a place could serve two words ("a NEAR a"); which of them it does is told document by document.
        for at in np.flatnonzero(np.isin(documents, _shared(keys))):
            counts[at] = near([_places(row, int(documents[at])) for row in keys], slop, in_order=False)
    return documents[counts > 0], counts[counts > 0]


def _places(row: Keys, document: int) -> list[int]:
    first, last = np.searchsorted(row, [document << SHIFT, (document + 1) << SHIFT])
    places: list[int] = row[first:last].tolist()
    return places


def _rows(keys: Sequence[Keys]) -> tuple[Keys, Keys]:
    """Give the starts and ends of stretches as `_in_order` does, all at once."""
    starts = ends = keys[0]
    for row in keys[1:]:
        at = np.searchsorted(row, ends, side="right")
        starts, ends = starts[at < len(row)], row[at[at < len(row)]]
    is_last = np.append(ends[1:] != ends[:-1], True)[: len(ends)]
    return starts[is_last], ends[is_last]


def _windows(keys: Sequence[Keys]) -> tuple[Keys, Keys]:
    """Give the starts and ends of stretches as `_in_any_order` does, all at once: one that ends at a place begins at
    the earliest of the groups' latest places, and later than the one before when it is the shortest."""
    every = _all(keys)
    every = every[np.append(True, every[1:] > every[:-1])]
    begins = np.full(len(every), _NOWHERE)
    for row in keys:
        at = np.searchsorted(row, every, side="right")
        begins = np.minimum(begins, np.where(at > 0, row[at - 1], -_NOWHERE))
    is_new = np.append(True, begins[1:] > begins[:-1])
    return begins[is_new], every[is_new]


def _shared(keys: Sequence[Keys]) -> Keys:
    """Give the documents that have a place in two groups."""
    every = _all(keys)
    twice: Keys = every[1:][every[1:] == every[:-1]] >> SHIFT
    return twice


def _all(keys: Sequence[Keys]) -> Keys:
    # Sorted by hand: numpy's union hashes, which takes a hundred times as long on rows that are in order.
    return np.sort(np.concatenate(keys), kind="stable")


def near(places: Sequence[Sequence[int]], slop: int, *, in_order: bool) -> int:
    """Count the shortest stretches that hold a place of each group, at most `slop` other words between them in all.

    `places` has the sorted places of each group, at least one group; no place serves two groups at once. `in_order`:
    one group after the other as they are given.
    """
    if not places or not all(places):
        return 0
    widest = slop + len(places) - 1
    return _in_order(places, widest) if in_order else _in_any_order(places, widest)


def _in_order(places: Sequence[Sequence[int]], widest: int) -> int:
    """Take for each first word the next of each further one; of those that end alike the last is the shortest."""
    at = [0] * len(places)
    starts: dict[int, int] = {}
    for start in places[0]:
        end = start
        for number in range(1, len(places)):
            row = places[number]
            at[number] = bisect_right(row, end, at[number])
            if at[number] == len(row):
                return _fitting(starts, widest)
            end = row[at[number]]
        starts[end] = start
    return _fitting(starts, widest)


def _fitting(starts: dict[int, int], widest: int) -> int:
    return sum(end - start <= widest for end, start in starts.items())


def _in_any_order(places: Sequence[Sequence[int]], widest: int) -> int:
    """Move a window over all places; it counts when no stretch within it would do."""
    groups: dict[int, list[int]] = {}
    for number, row in enumerate(places):
        for place in row:
            groups.setdefault(place, []).append(number)
    every = sorted(groups)
    window = (_Shared if len(every) < sum(map(len, places)) else _Window)(len(places))
    count = first = 0
    last = -1
    for place in every:
        window.add(place, groups[place])
        while place - every[first] > widest:
            window.drop(every[first])
            first += 1
        if not window.is_full():
            continue
        while window.is_full(without=every[first]):
            window.drop(every[first])
            first += 1
        # From where it could not begin later before this place was seen, it is the shortest.
        count += first > last
        last = first
    return count


class _Window:
    """Places, each of one group, and how many there are of each group."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.groups: dict[int, list[int]] = {}
        self.counts: dict[int, int] = {}

    def add(self, place: int, groups: list[int]) -> None:
        """Take a place in."""
        self.groups[place] = groups
        for group in groups:
            self.counts[group] = self.counts.get(group, 0) + 1

    def drop(self, place: int) -> None:
        """Let a place go."""
        for group in self.groups.pop(place):
            self.counts[group] -= 1
            if not self.counts[group]:
                del self.counts[group]

    def is_full(self, without: int | None = None) -> bool:
        """Say whether every group has a place, one place left aside."""
        alone = without is not None and any(self.counts[group] == 1 for group in self.groups[without])
        return len(self.counts) == self.size and not alone


class _Shared(_Window):
    """Places of which some may serve one group or another: "a NEAR a" wants two of them."""

    def is_full(self, without: int | None = None) -> bool:
        """Say whether every group can have a place of its own (Kuhn's matching)."""
        if len(self.counts) < self.size:
            return False
        by_group: dict[int, list[int]] = {}
        for place, groups in self.groups.items():
            if place != without:
                for group in groups:
                    by_group.setdefault(group, []).append(place)
        taken: dict[int, int] = {}
        return all(_serve(group, by_group, taken, set()) for group in range(self.size))


def _serve(group: int, places: dict[int, list[int]], taken: dict[int, int], seen: set[int]) -> bool:
    """Find a place for a group; one that is taken is freed when its group can have another."""
    for place in places.get(group, ()):
        if place not in seen:
            seen.add(place)
            if place not in taken or _serve(taken[place], places, taken, seen):
                taken[place] = group
                return True
    return False
