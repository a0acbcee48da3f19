"""Fields guessed from what a file says of itself: cleaned, with words on where they came from and whether to doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factdesk.capture.canonical import clean
from factdesk.capture.captured import Doubt, Guess
from factdesk.capture.limits import LIMITS
from factdesk.words import _

_DOUBTFUL_AUTHORS = re.compile(
    r"\b(staff|editor(s|ial)?|admin(istrator)?|newsroom|news ?desk|team|reporters?|correspondents?|contributors?"
    r"|webmaster|root|user|author|unknown|anonymous|guest|press release|wire|agenc(y|ies)|updated|published"
    r"|реда(кція|кция|кцією)|редактор|адмін\w*|админ\w*|автор|кореспондент\w*|корреспондент\w*|невідом\w*"
    r"|Redaktion|rédaction|redacción|redakcja|redazione)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(https?:/?/?|www\.|@|\.com\b|\.ua\b|\.org\b)\S*", re.IGNORECASE)
_BY = re.compile(r"^\s*(by|von|par|por|di|author|автор|автори|авторы|текст)\s*[:\-–—]?\s+(?=\S)", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*(?:;|\||\n| & | and | und | et | y | та | і | и |,\s+(?:and|und|et|y)\s+|,)\s*")
_AFTER_NAME = re.compile(
    r"\s*[•|·/]\s.*$|[,;]?\s+(published|updated|posted|last\ updated|on|\d{1,2}:\d{2})\b.*$"
    r"|\s+(january|february|march|april|june|july|august|september|october|november|december)\s*$"
    r"|[,;]?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d.*$|[,;]?\s+\d{1,2}[./ ].*$",
    re.IGNORECASE,
)
_MISSING = Guess("", "", Doubt.MISSING)
_SUFFIX = re.compile(r"^(jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|esq)\.?$", re.IGNORECASE)


def first(candidates: Iterable[tuple[str, str]], *, limit: int = LIMITS.field_chars) -> Guess:
    """Give the first candidate (value, origin words) that holds something, else a missing guess."""
    for value, origin in candidates:
        words = clean(value[: limit * 4])
        if words:
            return Guess(words[:limit], origin)
    return _MISSING


def authors(candidates: Iterable[tuple[tuple[str, ...], str]], outlet: str = "") -> Guess:
    """Give the first list of authors that holds a name, joined by "; "; doubtful when a part is no person's name."""
    for values, origin in candidates:
        names = _names(values)
        if names:
            joined = "; ".join(names)[: LIMITS.field_chars]
            why = _author_doubt(names, outlet)
            return Guess(joined, why or origin, Doubt.UNSURE if why else Doubt.NONE)
    return _MISSING


def surest(candidates: Sequence[tuple[tuple[str, ...], str]], outlet: str = "") -> Guess:
    """Give the first list of authors that leaves no doubt, else the first at all.

    A page that names its outlet alone as the author names nobody: that is a missing author.
    """
    told = [(tuple(v for v in values if clean(v[:200]).casefold() != outlet.casefold()), o) for values, o in candidates]
    each = [authors([candidate], outlet) for candidate in told]
    named = [guess for guess in each if guess.value and guess.value.casefold() != outlet.casefold()]
    return next((guess for guess in named if guess.doubt is Doubt.NONE), named[0] if named else _MISSING)


def split_names(words: str) -> tuple[str, ...]:
    """Split a byline ("By Lena Ashgrove and Tom Reed") into names."""
    text = _AFTER_NAME.sub("", _BY.sub("", words))
    parts = [part.strip(" .,") if part.count(".") < 2 else part.strip(" ,") for part in _BETWEEN_NAMES.split(text)]
    names: list[str] = []
    for part in parts:
        if _SUFFIX.match(part) and names:
            names[-1] = f"{names[-1]}, {part}"
        elif part:
            names.append(part)
    return tuple(names)


def _names(values: tuple[str, ...]) -> list[str]:
    found: dict[str, str] = {}
    for value in values:
        for name in split_names(clean(value[:2000])):
            found.setdefault(name.casefold(), name)
    return list(found.values())[:20]


def _author_doubt(names: list[str], outlet: str) -> str:
    """Say why these may be no authors, or "" when they look like names."""
    for name in names:
        address = _ADDRESS.search(name)
        if address:
            return _("“{part}” is an address, not a name").format(part=address.group(0)[:60])
        word = _DOUBTFUL_AUTHORS.search(name)
        if word:
            return _("“{part}” may not be part of the name").format(part=word.group(0))
        if outlet and name.casefold() == outlet.casefold():
            return _("the same as the outlet")
        if any(char.isdigit() or char == "_" for char in name) or not 1 < len(name.split()) < 7 or len(name) < 3:
            return _("“{part}” may not be a name").format(part=name[:60])
    return ""
