"""Cuts the best passage out of a text, and says where all matches stand; the text comes from the database."""

from __future__ import annotations

import re
from itertools import islice

from factdesk.search.places import Place, finder
from factdesk.search.query import Query
from factdesk.search.results import SnippetPart

WIDTH = 200
_MOST_PLACES = 3000
_ELLIPSIS = "…"
_LEAD = 40
_BLANK = re.compile(r"\s")


def spans(text: str, query: Query, language: str, limit: int = 1000) -> tuple[tuple[int, int], ...]:
    """Give where the words of a query stand in a text of this language (ISO 639-1 or ""), as start and end in code
    points, in order and without overlap; at most `limit`."""
    found: list[tuple[int, int]] = []
    for place in finder(query.root, language).find(text):
        if found and place.start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], place.end))
        elif len(found) == limit:
            break
        else:
            found.append((place.start, place.end))
    return tuple(found)


def snippet(text: str, query: Query, language: str, width: int = WIDTH) -> tuple[SnippetPart, ...]:
    """Give the passage of about `width` code points that has the most parts of the query, nearest together; the
    beginning of the text when it has none. Blanks and line ends are single blanks; "…" stands where text is cut."""
    places = list(islice(finder(query.root, language).find(text), _MOST_PLACES))
    first, last = _best(places, width)
    start = max(0, places[first].start - _LEAD) if places else 0
    end = min(len(text), max(start + width, places[last - 1].end if places else 0))
    start = max(0, min(start, end - width))
    start, end = _to_words(text, start, end)
    shown = [place for place in places if start <= place.start and place.end <= end]
    parts = _parts(text, start, end, shown)
    if start > 0:
        parts.insert(0, SnippetPart(_ELLIPSIS))
    if end < len(text.rstrip()):
        parts.append(SnippetPart(_ELLIPSIS))
    return tuple(parts)


def _best(places: list[Place], width: int) -> tuple[int, int]:
    """Give the slice of places with the most different parts within `width`, then the most places in all."""
    best, at = (0, 0, 0), (0, 0)
    counts: dict[int, int] = {}
    first = 0
    for last, place in enumerate(places, start=1):
        counts[place.needle] = counts.get(place.needle, 0) + 1
        while first < last - 1 and place.end - places[first].start > width - _LEAD:
            needle = places[first].needle
            counts[needle] -= 1
            if not counts[needle]:
                del counts[needle]
            first += 1
        worth = (len(counts), min(last - first, 4), places[first].start - place.end if len(counts) > 1 else 0)
        if worth > best or at == (0, 0):
            best, at = worth, (first, last)
    return at


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Move the ends to blanks nearby, so that no word is cut."""
    if start > 0:
        blank = _BLANK.search(text, start, start + _LEAD)
        start = blank.end() if blank is not None else start
    if end < len(text):
        last = max(text.rfind(" ", end - _LEAD, end + 1), text.rfind("\n", end - _LEAD, end + 1))
        end = last if last > start else end
    return start, end


def _parts(text: str, start: int, end: int, places: list[Place]) -> list[SnippetPart]:
    parts: list[SnippetPart] = []
    at = start
    for place in places:
        if place.end <= at:
            continue
        if place.start > at:
            parts.append(SnippetPart(_one_line(text[at : place.start])))
        parts.append(SnippetPart(_one_line(text[max(at, place.start) : place.end]), is_hit=True))
        at = place.end
    if at < end:
        parts.append(SnippetPart(_one_line(text[at:end])))
    return [part for part in parts if part.text]


def _one_line(text: str) -> str:
    """Give the text with every run of blanks and line ends as one blank."""
    inner = " ".join(text.split())
    before = " " if text[:1].isspace() else ""
    after = " " if inner and text[-1:].isspace() else ""
    return before + inner + after
