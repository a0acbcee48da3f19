"""Dates of reduced precision as a query and a document write them: the days they begin and end with."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?:T.*)?\Z")
Days = tuple[str, str]


@lru_cache(maxsize=32768)
def days_of(date: str) -> Days | None:
    """Give the first and the last day of "2026", "2026-03" or "2026-03-05" (a time of day is dropped) as ISO 8601
    days; None when it is no date."""
    found = _DATE.match(date)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if year < 1 or (found[2] and not 1 <= month <= 12):
        return None
    if not month:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    last = calendar.monthrange(year, month)[1]
    if not found[3]:
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last:02}"
    if not 1 <= day <= last:
        return None
    return (f"{year:04}-{month:02}-{day:02}",) * 2


def range_of(value: str) -> Days | None:
    """Give the first and last day of a date or of a range "a..b", "a..", "..b"; "" is an open end, and ends that
    stand the wrong way round are turned. None when a part is no date."""
    first, dots, second = value.strip().partition("..")
    if not dots:
        return days_of(first)
    if not first and not second:
        return None
    start, end = (days_of(part) if part else ("", "") for part in (first, second))
    if start is None or end is None:
        return None
    if first and second and start[0] > end[1]:
        start, end = end, start
    return start[0], end[1]


def is_within(date: str, days: Days) -> bool:
    """Say whether the whole of `date` lies within `days`; a date that is none lies nowhere."""
    own = days_of(date)
    return own is not None and days[0] <= own[0] and (not days[1] or own[1] <= days[1])


@lru_cache(maxsize=32768)
def periods_of(date: str) -> tuple[str, ...]:
    """Give the year of a date and, when it has one, its month: ("2026", "2026-03"); nothing when it is no date."""
    own = days_of(date)
    if own is None:
        return ()
    year, first, last = own[0][:4], own[0][:7], own[1][:7]
    return (year, first) if first == last else (year,)
