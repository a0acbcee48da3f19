"""Dates and times in the memo's language, without Qt: whole, short and of reduced precision."""

from __future__ import annotations

import re
from datetime import date, datetime

_LONG = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "uk": (
        "січня",
        "лютого",
        "березня",
        "квітня",
        "травня",
        "червня",
        "липня",
        "серпня",
        "вересня",
        "жовтня",
        "листопада",
        "грудня",
    ),
}
_ALONE = {
    "en": _LONG["en"],
    "uk": (
        "січень",
        "лютий",
        "березень",
        "квітень",
        "травень",
        "червень",
        "липень",
        "серпень",
        "вересень",
        "жовтень",
        "листопад",
        "грудень",
    ),
}
_SHORT = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "uk": ("січ.", "лют.", "бер.", "квіт.", "трав.", "черв.", "лип.", "серп.", "вер.", "жовт.", "лист.", "груд."),
}
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})\S*)?)?)?")
_NARROW_NO_BREAK = "\N{NARROW NO-BREAK SPACE}"


def _language(language: str) -> str:
    return language if language in _LONG else "en"


def day(value: date, language: str, *, short: bool = False) -> str:
    """Write a day: "12 November 2026", short "12 Nov 2026"; uk "12 листопада 2026"."""
    months = (_SHORT if short else _LONG)[_language(language)]
    return f"{value.day} {months[value.month - 1]} {value.year}"


def moment(value: datetime, language: str, *, short: bool = False) -> str:
    """Write a day with its time: "12 November 2026, 14:10", as given, in no other zone."""
    return f"{day(value, language, short=short)}, {value:%H:%M}"


def brief_moment(value: datetime, language: str) -> str:
    """Write a day without its year, and the time, for a table: "12 Nov, 14:10"."""
    return f"{value.day} {_SHORT[_language(language)][value.month - 1]}, {value:%H:%M}"


def partial(text: str, language: str) -> str:
    """Write an ISO 8601 date of any precision: "2026", "November 2026", "11 November 2026, 06:40".

    Anything else (free words, an impossible date) is given back as it is.
    """
    found = _PARTIAL.fullmatch(text.strip())
    if not found:
        return text
    year, month, month_day, hour, minute = (int(part) if part else None for part in found.groups())
    if year is None or month is None:
        return text.strip()
    if not 1 <= month <= 12:
        return text
    if month_day is None:
        return f"{_ALONE[_language(language)][month - 1]} {year}"
    try:
        whole = day(date(year, month, month_day), language)
    except ValueError:
        return text
    return whole if hour is None or minute is None else f"{whole}, {hour:02}:{minute:02}"


def zone(value: datetime) -> str:
    """Name the time zone as an offset ("UTC", "UTC+02:00"); "" for a naive time."""
    offset = value.utcoffset()
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    if not minutes:
        return "UTC"
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def whole_number(value: int, language: str) -> str:
    """Write a number with its thousands apart: "9,412"; uk "9 412" with a narrow no-break space."""
    grouped = f"{value:,}"
    return grouped.replace(",", _NARROW_NO_BREAK) if _language(language) == "uk" else grouped
