"""Dates of reduced precision as a query and a document write them: the days they begin and end with."""

from __future__ import annotations

import calendar
import datetime
import re
from functools import lru_cache

from factdesk.search.periods import period_of

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?:T.*)?\Z")
_SIGN = re.compile(r"(>=|<=|[><=≥≤])\s*(.*)\Z", re.DOTALL)
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


def range_of(value: str, today: datetime.date | None = None) -> Days | None:
    """Give the first and last day of a date, of a range "a..b", "a..", "..b" or of ">a", ">=a", "<a", "<=a"; "" is an
    open end, and ends that stand the wrong way round are turned. With `today`, the words of `periods` ("last week")
    are dates too. None when a part is no date."""
    sign = _SIGN.match(value.strip())
    if sign is not None:
        days = _days(sign[2], today)
        return _beside(sign[1], days) if days is not None else None
    first, dots, second = (part.strip() for part in value.partition(".."))
    if not dots:
        return _days(first, today)
    if not first and not second:
        return None
    start, end = (_days(part, today) if part else ("", "") for part in (first, second))
    if start is None or end is None:
        return None
    if first and second and start[0] > end[1]:
        start, end = end, start
    return start[0], end[1]


def _days(words: str, today: datetime.date | None) -> Days | None:
    days = days_of(words)
    if days is None and today is not None:
        period = period_of(words, today)
        return None if period is None else (period[0].isoformat(), period[1].isoformat())
    return days


def _beside(sign: str, days: Days) -> Days | None:
    """Give the days before or after some days; None when there are none."""
    first, last = map(datetime.date.fromisoformat, days)
    match sign.replace("≥", ">=").replace("≤", "<="):
        case ">":
            return ((last + datetime.timedelta(1)).isoformat(), "") if last < datetime.date.max else None
        case ">=":
            return days[0], ""
        case "<":
            return ("", (first - datetime.timedelta(1)).isoformat()) if first > datetime.date.min else None
        case "<=":
            return "", days[1]
    return days


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
