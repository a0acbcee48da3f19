"""Dates, numbers and sizes as the reader's language writes them; local time on screen, UTC in storage."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime

from factdesk.words import _, language

MONTHS = 12


def locale() -> QLocale:
    """Give the locale of the language now spoken."""
    return QLocale("en_GB" if language() == "en" else "uk_UA")


def number(value: int) -> str:
    """Write a whole number with its groups."""
    return locale().toString(value)


def date_time(at: datetime) -> str:
    """Write a moment as "12 Nov 2026, 14:10" in local time."""
    local = at.astimezone()
    return f"{_date(local.year, local.month, local.day)}, {local:%H:%M}"


def date(at: datetime) -> str:
    """Write the day of a moment as "12 Nov 2026" in local time."""
    local = at.astimezone()
    return _date(local.year, local.month, local.day)


def short_date(iso: str) -> str:
    """Write an ISO date of reduced precision as "12 Nov", without the year when it is this one."""
    words = partial_date(iso)
    return words.removesuffix(f" {QDate.currentDate().year()}") if len(iso) >= len("2026-11-12") else words


def partial_date(iso: str) -> str:
    """Write an ISO 8601 date of reduced precision as precisely as it is known; words that are no date stay."""
    parts = iso.split("T", 1)
    try:
        numbers = [int(part) for part in parts[0].split("-")]
    except ValueError:
        return iso
    if len(numbers) == 1:
        return str(numbers[0])
    if len(numbers) == 2 and 1 <= numbers[1] <= MONTHS:
        return f"{locale().standaloneMonthName(numbers[1], QLocale.FormatType.LongFormat)} {numbers[0]}"
    if len(numbers) != 3 or not QDate.isValid(*numbers):
        return iso
    if len(parts) == 1:
        return _date(*numbers)
    return _moment(iso) or f"{_date(*numbers)}, {_clock(parts[1])}"


def file_size(count: int) -> str:
    """Write a size in bytes as "184 KB"."""
    return locale().formattedDataSize(count, 0 if count < 1024**2 else 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def time_left(seconds: float) -> str:
    """Write a guess of the time left, no more exact than it is."""
    if seconds < 60:
        return _("about {count} s left").format(count=max(1, round(seconds)))
    return _("about {count} min left").format(count=round(seconds / 60))


def _date(year: int, month: int, day: int) -> str:
    return locale().toString(QDate(year, month, day), "d MMM yyyy")


def _moment(iso: str) -> str:
    """Write a moment that names its offset in local time; "" for one that does not."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    return date_time(moment) if moment.tzinfo is not None else ""


def _clock(words: str) -> str:
    """Write the time of an ISO moment as it is given."""
    time = QTime.fromString(words[:5], "HH:mm")
    return time.toString("HH:mm") if time.isValid() else words
