"""Days named by today's are those of the calendar on the wall, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.search.periods import period_of

# A Wednesday.
TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        (("today", "сьогодні", "TODAY", "this day"), "2026-11-25", "2026-11-25"),
        (("yesterday", "вчора", "учора"), "2026-11-24", "2026-11-24"),
        (("позавчора",), "2026-11-23", "2026-11-23"),
        (("tomorrow", "завтра"), "2026-11-26", "2026-11-26"),
        (("this week", "цей тиждень", "цього тижня"), "2026-11-23", "2026-11-29"),
        (("last week", "last-week", "last_week", "минулий тиждень", "минулого тижня"), "2026-11-16", "2026-11-22"),
        (("next week", "наступного тижня"), "2026-11-30", "2026-12-06"),
        (("this month", "цього місяця", "цей місяць"), "2026-11-01", "2026-11-30"),
        (("last month", "минулого місяця", "  Минулий   місяць "), "2026-10-01", "2026-10-31"),
        (("next month",), "2026-12-01", "2026-12-31"),
        (("this year", "цього року", "цей рік"), "2026-01-01", "2026-12-31"),
        (("last year", "минулого року", "торік", "previous year"), "2025-01-01", "2025-12-31"),
        (("last 7 days", "past 7 days", "останні 7 днів", "останніх-7-днів"), "2026-11-19", "2026-11-25"),
        (("last 2 weeks", "останні 2 тижні"), "2026-11-12", "2026-11-25"),
        (("last 3 months", "останні 3 місяці"), "2026-08-26", "2026-11-25"),
        (("last 2 years", "останні 2 роки"), "2024-11-26", "2026-11-25"),
        (("last 0 days",), "2026-11-25", "2026-11-25"),
        (("last 9999 years",), "0001-01-26", "2026-11-25"),
    ],
)
def test_words_name_days(words: tuple[str, ...], first: str, last: str) -> None:
    for one in words:
        assert period_of(one, TODAY) == (date.fromisoformat(first), date.fromisoformat(last)), one


@pytest.mark.parametrize(
    "words", ["", " ", "soon", "last", "week", "last last week", "last x days", "2026", "last ٣ days"]
)
def test_other_words_name_none(words: str) -> None:
    assert period_of(words, TODAY) is None


def test_months_end_where_they_are_shorter() -> None:
    assert period_of("last month", date(2026, 3, 31)) == (date(2026, 2, 1), date(2026, 2, 28))
    assert period_of("last 1 month", date(2024, 3, 31)) == (date(2024, 3, 1), date(2024, 3, 31))


@given(
    st.dates(),
    st.sampled_from(["last", "this", "next"]),
    st.sampled_from(["day", "week", "month", "year"]),
    st.integers(0, 9999),
)
def test_any_day_has_its_periods(today: date, which: str, unit: str, count: int) -> None:
    for words in (f"{which} {unit}", f"last {count} {unit}s"):
        period = period_of(words, today)
        assert period is not None
        assert period[0] <= period[1]
