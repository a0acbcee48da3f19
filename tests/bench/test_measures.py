from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from measures import average_precision, ndcg, recall

RANKED = ["a", "x", "b", "y", "z", "c"]


def test_ndcg_of_hand_worked_ranking() -> None:
    # Gains at ranks 1 and 3: 1 + 1/2; the best three ranks: 1 + 1/1.58496 + 1/2.
    assert ndcg(RANKED, {"a", "b", "c"}, 5) == pytest.approx(1.5 / 2.1309297536)


def test_ndcg_counts_at_most_depth_as_best() -> None:
    assert ndcg(["a", "b"], {"a", "b", "c", "d"}, 2) == 1.0


def test_recall_of_hand_worked_ranking() -> None:
    assert recall(RANKED, {"a", "b", "c", "d"}, 5) == 0.5


def test_average_precision_counts_missing_as_nothing() -> None:
    # Precisions 1/1, 2/3 and 3/6 at the ranks of a, b and c; d is not found.
    assert average_precision(RANKED, {"a", "b", "c", "d"}) == pytest.approx((1 + 2 / 3 + 1 / 2) / 4)


def test_average_precision_at_depth_divides_by_what_can_be_found() -> None:
    assert average_precision(RANKED, {"a", "b", "c", "d", "e", "f"}, 3) == pytest.approx((1 + 2 / 3) / 3)


def test_measures_of_nothing_found_are_zero() -> None:
    assert ndcg([], {"a"}, 10) == recall([], {"a"}, 20) == average_precision([], {"a"}) == 0.0
