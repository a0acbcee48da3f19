"""Dates of reduced precision begin and end where people mean them to."""

from __future__ import annotations

from datetime import date

import pytest

from factdesk.search.dates import days_of, is_within, periods_of, range_of


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2026", ("2026-01-01", "2026-12-31")),
        ("2024-2", ("2024-02-01", "2024-02-29")),
        ("2026-03-05", ("2026-03-05", "2026-03-05")),
        ("2026-3-5T10:00:00Z", ("2026-03-05", "2026-03-05")),
        ("0000", None),
        ("2026-00", None),
        ("2026-13", None),
        ("2026-02-30", None),
        ("2026-", None),
        ("soon", None),
        ("٢٠٢٦", None),
        ("", None),
    ],
)
def test_a_date_gives_its_days(date: str, days: tuple[str, str] | None) -> None:
    assert days_of(date) == days


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2026-01..2026-03", ("2026-01-01", "2026-03-31")),
        ("2026..2025", ("2025-01-01", "2026-12-31")),
        ("..2024", ("", "2024-12-31")),
        ("2023..", ("2023-01-01", "")),
        ("..", None),
        ("2023..soon", None),
        ("a..b..c", None),
    ],
)
def test_a_range_gives_its_days(value: str, days: tuple[str, str] | None) -> None:
    assert range_of(value) == days


@pytest.mark.parametrize(
    ("value", "days"),
    [
        (">2026-03", ("2026-04-01", "")),
        (">= 2026-03", ("2026-03-01", "")),
        ("≥2026", ("2026-01-01", "")),
        ("<2026", ("", "2025-12-31")),
        ("<=2026-02", ("", "2026-02-28")),
        ("≤2026", ("", "2026-12-31")),
        ("yesterday", ("2026-11-24", "2026-11-24")),
        ("last month", ("2026-10-01", "2026-10-31")),
        ("минулого тижня", ("2026-11-16", "2026-11-22")),
        ("2026-01 .. yesterday", ("2026-01-01", "2026-11-24")),
        ("last month..", ("2026-10-01", "")),
        (">yesterday", ("2026-11-25", "")),
        (">9999", None),
        ("<0001", None),
        ("> soon", None),
        (">", None),
    ],
)
def test_a_range_may_be_told_by_signs_and_by_today(value: str, days: tuple[str, str] | None) -> None:
    assert range_of(value, date(2026, 11, 25)) == days


def test_nothing_depends_on_the_clock() -> None:
    assert range_of("yesterday") is None


def test_a_date_lies_within_only_as_a_whole() -> None:
    assert is_within("2026-02", ("2026-01-01", "2026-03-31"))
    assert not is_within("2026", ("2026-01-01", "2026-03-31"))
    assert is_within("2026", ("2025-05-01", ""))
    assert not is_within("2024", ("2024-01-02", ""))
    assert not is_within("", ("", ""))


def test_a_date_counts_for_its_year_and_month() -> None:
    assert periods_of("2026-03-05") == ("2026", "2026-03")
    assert periods_of("2026-03") == ("2026", "2026-03")
    assert periods_of("2026") == ("2026",)
    assert periods_of("n.d.") == ()
