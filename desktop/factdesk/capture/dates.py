"""Dates as files write them to ISO 8601 of reduced precision: "2026", "2026-11", "2026-11-11", "2026-11-11T04:40Z"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"""^(?P<day>\d{4}-\d{2}-\d{2})
    (?:[T ](?P<time>\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?
    (?:\s*\[[^\]]*\])?$""",
    re.IGNORECASE | re.VERBOSE,
)
_REDUCED = re.compile(r"^(\d{4})(?:[-/.](\d{1,2}))?$")
_SLASHED = re.compile(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_PDF = re.compile(
    r"""^(?:D:)?(?P<year>\d{4})(?P<month>\d{2})?(?P<day>\d{2})?(?P<hour>\d{2})?(?P<minute>\d{2})?(?:\d{2})?
    (?P<zone>Z|[+-]\d{2})?'?(?P<zone_minutes>\d{2})?'?$""",
    re.VERBOSE,
)
_EARLIEST = 1800


def iso(text: str) -> str:
    """Give a date written in ISO 8601 or RFC 5322 form, in UTC where its zone is known; "" when it cannot be one.

    Midnight in a page's own zone is what systems write that know the day only, so it gives the day alone. A time
    without a zone is kept as it is, without a "Z".
    """
    words = text.strip()[:64]
    found = _ISO.match(words)
    try:
        if found:
            return _placed(found["day"], found["time"] or "00:00", found["zone"] or "")
        short = _REDUCED.match(words)
        if short:
            return _reduced(short.group(1), short.group(2))
        day = _SLASHED.match(words) or _COMPACT.match(words)
        if day:
            return moment(datetime(*(int(part) for part in day.groups())))  # type: ignore[arg-type]
        if re.search(r"[A-Za-z]{3}", words) and re.search(r"\d{1,2}:\d{2}", words):
            return moment(parsedate_to_datetime(words))
    except (ValueError, OverflowError, TypeError):
        return ""
    return ""


def from_pdf(text: str) -> str:
    """Give a date written as PDF writes it (ISO 32000-1, 7.9.4), else as `iso` does."""
    found = _PDF.match(text.strip()[:32])
    if not found or len(text.strip()) < 6:
        return iso(text)
    if not found["month"] or not found["day"]:
        return _reduced(found["year"], found["month"])
    zone = found["zone"] or ""
    if zone not in {"", "Z"}:
        zone = f"{zone}:{found['zone_minutes'] or '00'}"
    try:
        day = f"{found['year']}-{found['month']}-{found['day']}"
        return _placed(day, f"{found['hour'] or '00'}:{found['minute'] or '00'}", zone)
    except (ValueError, OverflowError):
        return ""


def moment(value: datetime) -> str:
    """Give a datetime in ISO 8601: UTC to the minute, or the day alone when it is midnight; "" for an unlikely year."""
    day = value.replace(tzinfo=None)
    if not _EARLIEST <= day.year <= datetime.now(UTC).year + 1:
        return ""
    if (day.hour, day.minute, day.second) == (0, 0, 0):
        return f"{day:%Y-%m-%d}"
    if value.tzinfo is None:
        return f"{day:%Y-%m-%dT%H:%M}"
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def is_ahead(value: str, now: datetime | None = None) -> bool:
    """Whether a date made by this module lies more than a day ahead."""
    limit = (now or datetime.now(UTC)) + timedelta(days=1)
    return value[:10] > f"{limit:%Y-%m-%d}"


def _placed(day: str, time: str, zone: str) -> str:
    """Give the moment of a day (2026-11-11), a time (06:40) and a zone (Z, UTC, +02, +0200, +02:00 or none)."""
    offset = zone.upper()
    if offset in {"Z", "UTC", "GMT"}:
        offset = "+00:00"
    elif len(offset) == 3:
        offset += ":00"
    return moment(datetime.fromisoformat(f"{day}T{time}:00{offset}"))


def _reduced(year: str, month: str | None) -> str:
    if not _EARLIEST <= int(year) <= datetime.now(UTC).year + 1:
        return ""
    if month is None:
        return year
    return f"{year}-{int(month):02d}" if 1 <= int(month) <= 12 else ""
