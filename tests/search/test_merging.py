"""Merging keeps segments few without ever taking long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factdesk.search.merging import AT_ONCE, FANOUT, MOST_SEGMENTS, Weight, to_merge


def some(number: int, length: int, live: int = 4) -> list[Weight]:
    return [Weight(f"{length}-{live}-{at}", 4, live, length) for at in range(number)]


def names(weights: list[Weight]) -> set[str]:
    return {one.name for one in weights}


def test_a_full_tier_is_merged_and_no_other() -> None:
    full, other = some(FANOUT, 300), some(FANOUT - 1, 5000)
    assert to_merge([*full, *other], 300) == names(full)
    assert to_merge([*full[1:], *other], 300) == frozenset()


def test_segments_with_nothing_left_are_dropped() -> None:
    gone = some(1, 300, live=0)
    assert to_merge([*gone, *some(2, 300)], 0) == names(gone)


def test_a_segment_mostly_deleted_is_written_anew() -> None:
    assert to_merge(some(1, 300, live=1), 0) == {"300-1-0"}
    assert to_merge(some(1, AT_ONCE * 2, live=1), 0) == frozenset()


def test_much_text_waits_for_a_batch() -> None:
    large = some(FANOUT, AT_ONCE)
    assert to_merge(large, 300) == frozenset()
    assert to_merge(large, AT_ONCE * FANOUT) == names(large)


def test_too_many_segments_lose_the_smallest() -> None:
    weights = [Weight(str(at), 1, 1, AT_ONCE * 7**at) for at in range(MOST_SEGMENTS + 2)]
    assert to_merge(weights, 0) == {"0", "1", "2"}


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=300))
def test_any_row_of_commits_stays_few_segments(lengths: list[int]) -> None:
    weights: list[Weight] = []
    for at, length in enumerate(lengths):
        weights.append(Weight(f"{at}", 1, 1, length))
        chosen = to_merge(weights, length)
        merged = [one for one in weights if one.name in chosen]
        if merged:
            weights = [one for one in weights if one.name not in chosen]
            weights.append(Weight(f"m{at}", len(merged), len(merged), sum(one.length for one in merged)))
        assert len(weights) <= MOST_SEGMENTS
