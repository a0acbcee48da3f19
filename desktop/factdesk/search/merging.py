"""Chooses which segments to merge, so that searches meet few and no commit takes long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# Segments of about one size are merged once there are so many of them.
FANOUT = 6
# One commit is followed by the merge of at most so much text (length in weighted forms of words; an article of news
# has about 400), or of so many times what it brought itself: the next edit does not wait long, and the merges that
# many edits put off are caught up by a batch.
AT_ONCE = 12_000
AT_ONCE_FACTOR = 4
# More segments than this are merged even so, the smallest first: each costs every search.
MOST_SEGMENTS = 32


@dataclass(frozen=True, slots=True)
class Weight:
    """One segment as merging sees it: all its documents, those that are not deleted, and the length of these."""

    name: str
    size: int
    live: int
    length: int


def to_merge(segments: Iterable[Weight], brought: int) -> frozenset[str]:
    """Give the names of the segments to write anew as one, none when there is nothing to gain. `brought` is the
    length that the last commit brought."""
    by_size = sorted(segments, key=lambda one: (one.length, one.name))
    empty = [one for one in by_size if not one.live]
    rest = [one for one in by_size if one.live]
    tiers: dict[int, list[Weight]] = {}
    for one in rest:
        tiers.setdefault(_tier(one.length), []).append(one)
    chosen: list[Weight] = []
    budget = max(AT_ONCE, AT_ONCE_FACTOR * brought)
    for tier in sorted(tiers):
        cost = sum(one.length for one in tiers[tier])
        if len(tiers[tier]) >= FANOUT and cost <= budget:
            chosen += tiers[tier]
            budget -= cost
    for one in rest:
        if one not in chosen and one.live * 2 < one.size and one.length <= budget:
            chosen.append(one)
            budget -= one.length
    left = [one for one in rest if one not in chosen]
    too_many = len(left) - MOST_SEGMENTS
    if too_many > 0:
        chosen += left[: too_many + 1]
    return frozenset(one.name for one in (*empty, *chosen))


def _tier(length: int) -> int:
    """Give the order of magnitude, in powers of `FANOUT`."""
    tier = 0
    while length >= FANOUT:
        length //= FANOUT
        tier += 1
    return tier
