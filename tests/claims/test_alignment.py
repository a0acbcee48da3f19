"""Which tokens of two lists are the same, also in large lists."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.claims import alignment
from factdesk.claims.alignment import align

TOKENS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


def fits(old: list[str], new: list[str], found: tuple[tuple[int, int, int], ...]) -> bool:
    a_at = b_at = 0
    for a, b, count in found:
        assert count > 0 and a >= a_at and b >= b_at
        assert old[a : a + count] == new[b : b + count]
        a_at, b_at = a + count, b + count
    return True


@settings(deadline=None, max_examples=200)
@given(TOKENS, TOKENS)
def test_align_gives_equal_runs_that_cross_nowhere(old: list[str], new: list[str]) -> None:
    assert fits(old, new, align(old, new))
    assert align(old, old) == (((0, 0, len(old)),) if old else ())


@settings(deadline=None, max_examples=200)
@given(TOKENS, TOKENS)
def test_align_finds_a_longest_common_subsequence(old: list[str], new: list[str]) -> None:
    row = [0] * (len(new) + 1)
    for token in old:
        diagonal = 0
        for at, other in enumerate(new, 1):
            diagonal, row[at] = row[at], diagonal + 1 if token == other else max(row[at], row[at - 1])
    assert sum(count for _, _, count in align(old, new)) == row[-1]


@settings(deadline=None, max_examples=150)
@given(TOKENS, TOKENS)
def test_align_by_cutting_alone_still_fits(old: list[str], new: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "_MATRIX", 0)
        assert fits(old, new, align(old, new))


def test_align_joins_runs_and_cuts_large_parts_at_unique_runs() -> None:
    chance = random.Random(6)
    old = [str(chance.randrange(30_000)) for _ in range(9_000)]
    new = [*(str(chance.randrange(30_000, 60_000)) for _ in range(500)), *old[:4_000], "x", *old[4_200:], "y"]
    found = align(old, new)
    assert fits(old, new, found)
    assert (0, 500, 4_000) in found and (4_200, 4_501, 4_800) in found


def test_align_of_large_lists_with_nothing_in_common_is_empty() -> None:
    assert align(["a", "b"] * 4_000, ["c", "d"] * 4_000) == ()
