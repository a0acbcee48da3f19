"""Dates as files write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.capture import dates


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2026-11-11", "2026-11-11"),
        ("2026-11-11T06:40:00Z", "2026-11-11T06:40Z"),
        ("2026-11-11T06:40:00+02:00", "2026-11-11T04:40Z"),
        ("2026-11-11T06:40:00.123456+0200", "2026-11-11T04:40Z"),
        ("2026-11-11 06:40:00 +02", "2026-11-11T04:40Z"),
        ("2026-11-11T00:00:00+02:00", "2026-11-11"),
        ("2026-11-11T06:40", "2026-11-11T06:40"),
        ("2026-11-11T06:40:00[Europe/Kyiv]", "2026-11-11T06:40"),
        ("2026", "2026"),
        ("2026-03", "2026-03"),
        ("2026/3/5", "2026-03-05"),
        ("20260305", "2026-03-05"),
        ("Wed, 11 Nov 2026 06:40:00 +0200", "2026-11-11T04:40Z"),
        ("2026-13-45", ""),
        ("2026-02-30T10:00", ""),
        ("0000-00-00", ""),
        ("9999-12-31", ""),
        ("1215-06-15", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_written_dates_become_iso(written: str, wanted: str) -> None:
    assert dates.iso(written) == wanted


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("D:20261111064000+02'00'", "2026-11-11T04:40Z"),
        ("D:20261111064000Z", "2026-11-11T06:40Z"),
        ("D:20261111", "2026-11-11"),
        ("D:202611", "2026-11"),
        ("D:20261345", ""),
        ("2026-11-11", "2026-11-11"),
        ("D:" + "9" * 5000, ""),
    ],
)
def test_dates_of_pdf_become_iso(written: str, wanted: str) -> None:
    assert dates.from_pdf(written) == wanted


@given(st.text(max_size=80))
def test_no_words_raise(text: str) -> None:
    assert dates.iso(text) == dates.iso(text)
    dates.from_pdf(text)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2025, 12, 31)), st.integers(-12, 14))
def test_a_moment_survives_its_zone(naive: datetime, hours: int) -> None:
    moment = naive.replace(second=1, microsecond=0, tzinfo=timezone(timedelta(hours=hours)))
    found = dates.moment(moment)
    assert datetime.fromisoformat(found) == moment.astimezone(UTC).replace(second=0)


def test_a_date_ahead_is_known() -> None:
    now = datetime(2026, 11, 11, tzinfo=UTC)
    assert dates.is_ahead("2026-11-20", now)
    assert not dates.is_ahead("2026-11-11T06:40Z", now)
    assert not dates.is_ahead("2026", now)
