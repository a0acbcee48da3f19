"""Measures of a ranking, relevance taken as yes or no. `relevant` is never empty."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence


def ndcg(ranked: Sequence[str], relevant: Collection[str], depth: int) -> float:
    """Give the discounted gain of the first `depth` (1 / log2(rank + 1) for each relevant one), as a share of the
    best that could be."""
    gain = sum(1 / math.log2(rank + 1) for rank, one in enumerate(ranked[:depth], start=1) if one in relevant)
    best = sum(1 / math.log2(rank + 1) for rank in range(1, min(depth, len(relevant)) + 1))
    return gain / best


def recall(ranked: Sequence[str], relevant: Collection[str], depth: int) -> float:
    """Give the share of the relevant ones that are among the first `depth`."""
    return len(set(ranked[:depth]).intersection(relevant)) / len(relevant)


def average_precision(ranked: Sequence[str], relevant: Collection[str], depth: int | None = None) -> float:
    """Give the mean over the relevant ones of the precision at their rank, 0 for those not found. With a `depth`
    only so many can be found, and so many are divided by at most (CheckThat!'s MAP@5)."""
    found, total = 0, 0.0
    for rank, one in enumerate(ranked[:depth], start=1):
        if one in relevant:
            found += 1
            total += found / rank
    return total / (len(relevant) if depth is None else min(depth, len(relevant)))
