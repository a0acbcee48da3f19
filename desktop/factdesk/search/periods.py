"""Days that are named by how far they lie from today: "yesterday", "this week", "last 3 months", «минулого року».

Weeks begin on Monday (ISO 8601). "Last week" is the calendar week before this one, "last 7 days" ends today.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import Enum, auto


class _Unit(Enum):
    DAY = auto()
    WEEK = auto()
    MONTH = auto()
    YEAR = auto()


_DAYS = {
    **{"yesterday": -1, "today": 0, "tomorrow": 1},
    **{"позавчора": -2, "учора": -1, "вчора": -1, "сьогодні": 0, "завтра": 1},
}
_SINGLE = {"торік": (-1, _Unit.YEAR)}
_WHICH = {
    **{"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1},
    **dict.fromkeys(("минулий", "минула", "минулого", "минулої", "попередній", "попереднього"), -1),
    **dict.fromkeys(("цей", "ця", "цього", "цієї", "поточний", "поточного"), 0),
    **dict.fromkeys(("наступний", "наступна", "наступного", "наступної"), 1),
}
_PAST = {"last", "past", "останні", "останніх", "останній", "минулі", "минулих"}
_UNITS = {
    **dict.fromkeys(("day", "days", "день", "дня", "дні", "днів"), _Unit.DAY),
    **dict.fromkeys(("week", "weeks", "тиждень", "тижня", "тижні", "тижнів"), _Unit.WEEK),
    **dict.fromkeys(("month", "months", "місяць", "місяця", "місяці", "місяців"), _Unit.MONTH),
    **dict.fromkeys(("year", "years", "рік", "року", "роки", "років"), _Unit.YEAR),
}
_APART = re.compile(r"[\s_-]+")
LONGEST = 3
"""The most words that name a period."""
_MOST = 9999

Period = tuple[date, date]


def period_of(words: str, today: date) -> Period | None:
    """Give the first and the last day that the words mean on the day `today`; None when they name no period. Words
    may be joined by blanks, hyphens or low lines, in English or Ukrainian."""
    parts = [part for part in _APART.split(words.strip().casefold()) if part]
    match parts:
        case [day] if day in _DAYS:
            return _shifted(today, _DAYS[day], _Unit.DAY), _shifted(today, _DAYS[day], _Unit.DAY)
        case [name] if name in _SINGLE:
            return _calendar(today, *_SINGLE[name])
        case [which, unit] if which in _WHICH and unit in _UNITS:
            return _calendar(today, _WHICH[which], _UNITS[unit])
        case [past, count, unit] if past in _PAST and unit in _UNITS and re.fullmatch("[0-9]{1,4}", count):
            first = _shifted(today, -int(count), _UNITS[unit])
            return min(today, _shifted(first, 1, _Unit.DAY)), today
    return None


def _calendar(today: date, which: int, unit: _Unit) -> Period:
    """Give the day, week, month or year that lies `which` of them from today's."""
    day = _shifted(today, which, unit)
    match unit:
        case _Unit.DAY:
            return day, day
        case _Unit.WEEK:
            first = _shifted(day, -day.weekday(), _Unit.DAY)
            return first, _shifted(first, 6, _Unit.DAY)
        case _Unit.MONTH:
            return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
        case _Unit.YEAR:
            return date(day.year, 1, 1), date(day.year, 12, 31)


def _shifted(day: date, number: int, unit: _Unit) -> date:
    """Give the day that many units later, the last of its month where that is shorter; no further than dates go."""
    if unit in {_Unit.DAY, _Unit.WEEK}:
        days = number * (7 if unit is _Unit.WEEK else 1)
        return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
    months = day.year * 12 + day.month - 1 + number * (12 if unit is _Unit.YEAR else 1)
    months = min(max(months, 12), _MOST * 12 + 11)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
