"""Finds words as a reader means them: case, accents, apostrophes, quotation marks and dashes do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from factdesk.model.values.text import Span

_KEPT_APART = frozenset("йЙїЇўЎ")
_SAME = ("'’‘ʼ`´′ʹ", '"“”„«»‟', "-‐‑‒–—−")
_RANGES = ((0x00C0, 0x0250), (0x0370, 0x0530), (0x1E00, 0x2000))
_LOOSE = "[\u0300-\u036f\u00ad\u200b]*"
MOST = 5000


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    families: dict[str, set[str]] = {}
    for start, end in _RANGES:
        for code in range(start, end):
            letter = chr(code)
            base = _base(letter)
            if base != letter:
                families.setdefault(base, {base}).add(letter)
    for group in _SAME:
        for letter in group:
            families[letter] = set(group)
    return {
        base: "[" + "".join(re.escape(letter) for letter in sorted(found)) + "]" for base, found in families.items()
    }


def _base(letter: str) -> str:
    if letter in _KEPT_APART:
        return letter.casefold() if len(letter.casefold()) == 1 else letter
    plain = unicodedata.normalize("NFD", letter)[0]
    folded = plain.casefold()
    return folded if len(folded) == 1 else plain


def pattern_of(words: str) -> re.Pattern[str] | None:
    """Build the pattern that finds `words`; None where there is nothing to find."""
    asked = unicodedata.normalize("NFC", words).strip()
    if not asked:
        return None
    families = _families()
    parts: list[str] = []
    for piece in asked.split():
        letters = [letter for letter in piece if not unicodedata.combining(letter)]
        parts.append(_LOOSE.join(families.get(_base(letter), re.escape(letter)) for letter in letters) + _LOOSE)
    return re.compile(r"\s+".join(parts), re.IGNORECASE)


def find_words(text: str, words: str, most: int = MOST) -> tuple[Span, ...]:
    """Give the places of `words` in `text`, in order, at most `most`."""
    pattern = pattern_of(words)
    if pattern is None:
        return ()
    found: list[Span] = []
    for match in pattern.finditer(text):
        if match.end() > match.start():
            found.append(Span(match.start(), match.end()))
            if len(found) >= most:
                break
    return tuple(found)
