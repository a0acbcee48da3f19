"""Dates, numbers and sizes as people write them, in English and Ukrainian."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from factdesk import words
from factdesk.ui import formats
from factdesk.ui.labels import CLAIM_KINDS, CREDIBILITIES, RELIABILITIES, STANCES, STATUSES, STRIKE_REASONS


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = words.language()
    words.use_language("en")
    yield
    words.use_language(before)


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2026", "2026"),
        ("2026-03", "March 2026"),
        ("2026-03-14", "14 Mar 2026"),
        ("2026-03-14T17:00", "14 Mar 2026, 17:00"),
        ("", ""),
        ("last spring", "last spring"),
        ("2026-02-31", "2026-02-31"),
        ("2026-13", "2026-13"),
        ("12-13-14-15", "12-13-14-15"),
    ],
)
def test_date_is_written_as_precisely_as_it_is_known(iso: str, shown: str) -> None:
    assert formats.partial_date(iso) == shown


def test_moment_with_an_offset_is_written_in_local_time() -> None:
    moment = datetime(2026, 3, 14, 6, 40, tzinfo=UTC)
    assert formats.partial_date("2026-03-14T06:40Z") == formats.date_time(moment)
    assert formats.partial_date("2026-03-14T08:40+02:00") == formats.date_time(moment)


def test_short_date_leaves_this_year_out() -> None:
    year = datetime.now(UTC).astimezone().year
    assert formats.short_date(f"{year}-03-14") == "14 Mar"
    assert formats.short_date("2019-03-14") == "14 Mar 2019"
    assert formats.short_date("2019") == "2019"


def test_moment_is_written_in_local_time() -> None:
    moment = datetime(2026, 11, 12, 14, 10, tzinfo=UTC)
    local = moment.astimezone()
    assert formats.date_time(moment) == f"{local.day} Nov 2026, {local:%H:%M}"
    assert formats.date(moment) == f"{local.day} Nov 2026"


def test_numbers_and_sizes_have_groups_and_units() -> None:
    assert formats.number(1284) == "1,284"
    assert formats.file_size(184_000) == "184 kB"
    assert formats.file_size(2_500_000) == "2.5 MB"


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.2, "about 1 s left"), (40, "about 40 s left"), (130, "about 2 min left")]
)
def test_time_left_is_no_more_exact_than_it_is(seconds: float, shown: str) -> None:
    assert formats.time_left(seconds) == shown


def test_ukrainian_dates_are_written_in_ukrainian() -> None:
    words.use_language("uk")
    assert formats.partial_date("2026-03-14").startswith("14 бер")


@pytest.mark.parametrize("table", [CLAIM_KINDS, CREDIBILITIES, RELIABILITIES, STANCES, STATUSES, STRIKE_REASONS])
def test_every_member_of_a_closed_set_has_words(table: dict[object, str]) -> None:
    kind = type(next(iter(table)))
    assert set(table) == set(kind)  # type: ignore[call-overload]
    assert all(table.values())
