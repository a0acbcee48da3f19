"""The date among a text's first lines, in words or figures, and the agency of a dateline ("KYIV, March 3 (Reuters) —").

Ambiguous dates (3/4/2026), dates without a year and dates inside sentences are left to the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from factdesk.capture import dates
from factdesk.capture.byline_words import AGENCY

_MOST_LINES = 8
_MOST_CHARS = 200
_MOST_PASSED = 1_200  # a title, a summary and a caption may stand above; a whole story does not
_RECENT = "1990"  # a lone date before that is a birthday or a battle sooner than a day of publication
_MONTHS = (
    ("january", "jan", "січня", "января"),
    ("february", "feb", "лютого", "февраля"),
    ("march", "mar", "березня", "марта"),
    ("april", "apr", "квітня", "апреля"),
    ("may", "травня", "мая"),
    ("june", "jun", "червня", "июня"),
    ("july", "jul", "липня", "июля"),
    ("august", "aug", "серпня", "августа"),
    ("september", "sept", "sep", "вересня", "сентября"),
    ("october", "oct", "жовтня", "октября"),
    ("november", "nov", "листопада", "ноября"),
    ("december", "dec", "грудня", "декабря"),
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_MONTH = rf"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|понеділок|вівторок|середа|четвер"
    r"|п[’'ʼ]ятниця|субота|неділя|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\.?"
)
_TIME = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"
_DATE = rf"""(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?:T[\d:.]+(?:Z|[+-]\d{{2}}:?\d{{2}})?)?
    | (?P<dotted>\d{{1,2}}\.\d{{1,2}}\.\d{{4}})
    | (?P<slashed>\d{{1,2}}/\d{{1,2}}/\d{{4}})
    | (?P<day_first>\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?,?\s+\d{{4}})
    | (?P<month_first>{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})
    )(?!\d)(?:\s*(?:року|года|р\.|г\.))?"""
_ANY = re.compile(rf"(?<![\w/.-]){_DATE}", re.IGNORECASE | re.VERBOSE)
_LABEL = (
    r"(?:(?:first\s+|originally\s+)?(?:published|posted|released)(?:\s+on)?|date(?:\s+published)?|publication\s+date"
    r"|опубліковано|дата(?:\s+публікації)?|оприлюднено|опубликовано|дата\s+публикации)"
)
_CHANGED = re.compile(
    r"(?:updated|modified|revised|changed|edited|оновлено|змінено|обновлено|изменено)\W*(?:on|at|:)?\W*$", re.IGNORECASE
)
# What may follow a time on its line: a zone, a reading time, a place behind a bar; no more figures, as tables have.
_AFTER_TIME = (
    r"(?:\s*[+-]\d{2}:?\d{2})?(?:[^\d,]{0,60}|[^\d,]{0,12}[|•·].{0,60}|,\s*[^\d,]{1,20}|\s*(?:last\s+)?updated.{0,60})"
)
_LINE = re.compile(
    rf"""^[\W_]*(?P<label>{_LABEL}\s*[:—–-]?\s*)?(?:{_TIME}\s*[,|•·]?\s*)?(?:{_WEEKDAY},?\s*)?(?:{_TIME}\s*[,|•·]?\s*)?
    {_DATE}
    (?: [\s,.()]*
      | \s*[|•·/].{{0,80}}
      | [\s,;–—-]*(?:at|о|об|в|на)?\s*{_TIME}{_AFTER_TIME}
      | [\s,;.()–—-]*(?:(?:last\s+)?updated|modified|оновлено|обновлено)\b.{{0,60}}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER_BAR = re.compile(rf"^.{{2,80}}?\s*[|•·]\s*(?:{_WEEKDAY},?\s*)?{_DATE}", re.IGNORECASE | re.VERBOSE)
# "KYIV, March 3 (Reuters) —": the place in capitals, perhaps a day, the agency, a dash.
_AGENCY_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][^()\n]{1,80}?)\s*\((?P<agency>[^()]{2,40})\)\s*(?:[-–—―]{1,2})\s*\S"
)
_PLACED_DATE = re.compile(rf"^(?P<place>[^\W\d_][^()\d]{{1,50}}?),\s+{_DATE}", re.IGNORECASE | re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the first lines say: `published` as in `dates` ("" for none), `outlet` as it stands there.

    `is_sure` is True when the line says that the date is that of publication. `lines` hold nothing but a date.
    """

    published: str = ""
    outlet: str = ""
    is_sure: bool = False
    lines: tuple[int, ...] = ()


def read(lines: Sequence[str], bylines: Sequence[int] = ()) -> Dateline:
    """Read the date near the top of a text, given by its lines; `bylines` are the numbers of those with the byline."""
    first = list(top(lines))
    outlet = next((agency for line in first if (agency := _agency(line))), "")
    alone = [(number, found) for number, line in enumerate(first) if (found := _LINE.match(line))]
    for number, found in alone:
        if found["label"] and (when := _iso(found)):
            return Dateline(when, outlet, True, (number,))
    for number in bylines:
        if number < len(first) and (when := _inside(first[number])):
            return Dateline(when, outlet, True)
    told = [(number, when) for number, found in alone if (when := _iso(found))]
    told += [(-1, when) for line in first if (when := _beside(line))]
    if len({when for _number, when in told}) != 1 or told[0][1] < _RECENT:
        return Dateline("", outlet)  # no date, a chronicle, or the day of what is told
    return Dateline(told[0][1], outlet, False, tuple(number for number, _when in told if number >= 0))


def is_line(words: str) -> bool:
    """Whether a line holds a date, perhaps with its time, and nothing besides."""
    return len(words) <= _MOST_CHARS and _LINE.match(words) is not None


def top(lines: Sequence[str]) -> Iterator[str]:
    """Give the lines above and at the start of the story, the long ones cut."""
    passed = 0
    for line in lines[:_MOST_LINES]:
        if passed > _MOST_PASSED:
            return
        yield line[: _MOST_CHARS + 1]
        passed += len(line)


def _inside(line: str) -> str:
    """Give the first date of a byline that is not the day of a change."""
    for found in _ANY.finditer(line):
        if not _CHANGED.search(line[: found.start()]):
            return _iso(found)
    return ""


def _beside(line: str) -> str:
    """Give the date that stands behind a bar ("The Courier | 12 March 2026") or in a dateline with its year."""
    found = _AFTER_BAR.match(line) if len(line) <= _MOST_CHARS else None
    if found:
        return _iso(found)
    dated = _AGENCY_DATELINE.match(line)
    placed = _PLACED_DATE.match(dated["place"]) if dated else None
    return _iso(placed) if placed and placed["place"].split()[0].isupper() else ""


def _agency(line: str) -> str:
    """Give the agency of a dateline; its place is written in capitals, or a day stands beside it."""
    found = _AGENCY_DATELINE.match(line)
    if not found or not AGENCY.fullmatch(found["agency"].strip()):
        return ""
    place = found["place"]
    has_day = re.search(rf"\b{_MONTH}\b", place, re.IGNORECASE) is not None and any(char.isdigit() for char in place)
    return found["agency"].strip() if place.split(",")[0].isupper() or has_day else ""


def _iso(found: re.Match[str]) -> str:
    """Give a matched date in ISO 8601, "" for one that cannot be or whose day and month could be either."""
    said = found.groupdict()
    if said["iso"]:
        return dates.iso(said["iso"])
    parts = [int(part) for part in re.findall(r"\d+", said["dotted"] or said["slashed"] or "")]
    if said["slashed"]:
        if parts[0] <= 12 and parts[1] <= 12 and parts[0] != parts[1]:
            return ""
        if parts[1] > 12:
            parts[:2] = parts[1::-1]
    if not parts:
        words = (said["day_first"] or said["month_first"]).casefold()
        day, year = (int(part) for part in re.findall(r"\d+", words))
        month = next(word for word in re.findall(r"[^\W\d_]+", words) if word in _NUMBERS)
        parts = [day, _NUMBERS[month], year]
    try:
        return dates.moment(datetime(parts[2], parts[1], parts[0]))
    except ValueError:
        return ""
