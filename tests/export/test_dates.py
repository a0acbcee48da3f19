"""Dates as people of each language write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from factdesk.export import dates

WHEN = datetime(2026, 11, 12, 14, 10, tzinfo=UTC)


def test_moments_are_written_by_language() -> None:
    assert dates.moment(WHEN, "en") == "12 November 2026, 14:10"
    assert dates.moment(WHEN, "en", short=True) == "12 Nov 2026, 14:10"
    assert dates.moment(WHEN, "uk") == "12 листопада 2026, 14:10"
    assert dates.brief_moment(WHEN, "uk") == "12 лист., 14:10"


def test_an_unknown_language_is_written_in_english() -> None:
    assert dates.day(date(2026, 1, 2), "xx") == "2 January 2026"


@pytest.mark.parametrize(
    ("text", "english", "ukrainian"),
    [
        ("2026", "2026", "2026"),
        ("2026-11", "November 2026", "листопад 2026"),
        ("2026-11-05", "5 November 2026", "5 листопада 2026"),
        ("2026-11-11T06:40Z", "11 November 2026, 06:40", "11 листопада 2026, 06:40"),
        ("2026-13", "2026-13", "2026-13"),
        ("2026-02-30", "2026-02-30", "2026-02-30"),
        ("last spring", "last spring", "last spring"),
        ("", "", ""),
    ],
)
def test_dates_of_any_precision_are_written(text: str, english: str, ukrainian: str) -> None:
    assert dates.partial(text, "en") == english
    assert dates.partial(text, "uk") == ukrainian


@pytest.mark.parametrize(("offset", "name"), [(0, "UTC"), (60, "UTC+01:00"), (-210, "UTC-03:30"), (345, "UTC+05:45")])
def test_zones_are_named_by_their_offset(offset: int, name: str) -> None:
    assert dates.zone(WHEN.replace(tzinfo=timezone(timedelta(minutes=offset)))) == name


def test_a_naive_time_has_no_zone() -> None:
    assert dates.zone(WHEN.replace(tzinfo=None)) == ""


def test_thousands_are_kept_apart_by_language() -> None:
    assert dates.whole_number(9412, "en") == "9,412"
    assert dates.whole_number(9412, "uk") == "9\u202f412"
