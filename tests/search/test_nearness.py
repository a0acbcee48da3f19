"""Words are near each other when a short stretch of the text holds all of them."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.search.nearness import SHIFT, near, near_counts

ROW = st.lists(st.integers(0, 14), max_size=6, unique=True).map(sorted)
ROWS = st.lists(ROW, min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("places", "slop", "in_order", "count"),
    [
        ([[0, 10], [1, 11]], 0, True, 2),
        ([[0, 10], [1, 11]], 0, False, 2),
        ([[1], [0]], 0, True, 0),
        ([[1], [0]], 0, False, 1),
        ([[0], [4]], 2, True, 0),
        ([[0], [4]], 3, True, 1),
        ([[0, 2], [3]], 5, True, 1),
        ([[0], [3], [5]], 3, True, 1),
        ([[0], [3], [5]], 2, True, 0),
        ([[5], [0], [3]], 3, False, 1),
        ([[0, 4], [2]], 1, False, 2),
        ([[0], []], 9, True, 0),
        ([[0], []], 9, False, 0),
        ([], 9, True, 0),
        ([[3, 7]], 0, True, 2),
        ([[3, 7]], 0, False, 2),
    ],
)
def test_stretches_are_counted(places: list[list[int]], slop: int, in_order: bool, count: int) -> None:
    assert near(places, slop, in_order=in_order) == count


def test_one_place_serves_one_word() -> None:
    assert near([[3], [3]], 5, in_order=False) == 0
    assert near([[3, 6], [3, 6]], 2, in_order=False) == 1
    assert near([[3, 6, 9], [3, 6, 9]], 2, in_order=False) == 2
    assert near([[5], [5, 6], [7]], 0, in_order=False) == 1
    assert near([[5], [5], [6, 7]], 9, in_order=False) == 0


def plainly(places: list[list[int]], slop: int, in_order: bool) -> int:
    """Count the shortest stretches by trying every choice of places."""
    choices = [
        choice
        for choice in product(*places)
        if len(set(choice)) == len(choice) and (not in_order or list(choice) == sorted(choice))
    ]
    spans = {(min(choice), max(choice)) for choice in choices}
    shortest = [
        (start, end)
        for start, end in spans
        if not any((a, b) != (start, end) and start <= a and b <= end for a, b in spans)
    ]
    return sum(end - start <= slop + len(places) - 1 for start, end in shortest)


@given(ROWS, st.integers(0, 8), st.booleans())
def test_stretches_are_those_that_trying_everything_gives(places: list[list[int]], slop: int, in_order: bool) -> None:
    assert near(places, slop, in_order=in_order) == plainly(places, slop, in_order)


LIBRARIES = st.integers(1, 4).flatmap(lambda size: st.lists(st.lists(ROW, min_size=size, max_size=size), max_size=4))


@given(LIBRARIES, st.integers(0, 8), st.booleans())
def test_all_documents_at_once_are_counted_as_one_by_one(
    documents: list[list[list[int]]], slop: int, in_order: bool
) -> None:
    keys = [
        np.array([(at << SHIFT) + place for at, rows in enumerate(documents) for place in rows[group]], np.int64)
        for group in range(len(documents[0]) if documents else 0)
    ]
    found, counts = near_counts(keys, slop, in_order=in_order)
    wanted = {at: near(rows, slop, in_order=in_order) for at, rows in enumerate(documents)}
    assert list(zip(found.tolist(), counts.tolist(), strict=True)) == [(at, n) for at, n in wanted.items() if n]
