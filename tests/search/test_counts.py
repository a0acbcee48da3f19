"""Numbers of a query mean the least and the most that a person means."""

from __future__ import annotations

import pytest

from factdesk.search.counts import MOST, span_of


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("5", (5, 5)),
        ("=5", (5, 5)),
        (">5", (6, MOST)),
        (">=5", (5, MOST)),
        ("≥ 5", (5, MOST)),
        ("<5", (0, 4)),
        ("<=5", (0, 5)),
        ("≤5", (0, 5)),
        ("<0", (0, -1)),
        ("2..4", (2, 4)),
        ("4..2", (2, 4)),
        ("2..", (2, MOST)),
        ("..4", (0, 4)),
        ("..", None),
        ("many", None),
        ("5x", None),
        ("-5", None),
        ("1" * 10, None),
        ("٥", None),
        ("", None),
    ],
)
def test_a_number_gives_its_span(value: str, span: tuple[int, int] | None) -> None:
    assert span_of(value) == span
