"""Numbers as a query writes them: 5, >5, >=5, <5, <=5, 2..4, with open ends."""

from __future__ import annotations

import re

MOST = 2**31 - 1
"""Stands for an open end."""
_COUNT = re.compile(r"(>=|<=|[><=≥≤]?)([0-9]{1,9})\Z")
_RANGE = re.compile(r"([0-9]{0,9})\.\.([0-9]{0,9})\Z")


def span_of(value: str) -> tuple[int, int] | None:
    """Give the least and the most that a value means, both included (the most is less than the least when no number
    fits); ends that stand the wrong way round are turned. None when it is no number."""
    value = "".join(value.split())
    single = _COUNT.match(value)
    if single is not None:
        number = int(single[2])
        bounds = {">": (number + 1, MOST), "<": (0, number - 1), ">=": (number, MOST), "<=": (0, number)}
        return bounds.get(single[1].replace("≥", ">=").replace("≤", "<="), (number, number))
    double = _RANGE.match(value)
    if double is None or value == "..":
        return None
    low, high = int(double[1] or 0), int(double[2] or MOST)
    return min(low, high), max(low, high)
