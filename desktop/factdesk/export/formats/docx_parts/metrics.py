"""How wide words are in the memo's fonts, from resources/templates/widths.json, and how many lines they take."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from factdesk.paths import resource

_USUAL = 0.5  # of an em, for a letter the table does not hold
_WIDE = 1.0
_MONO = 0.55


@lru_cache(maxsize=1)
def _faces() -> dict[str, dict[str, float]]:
    table = json.loads(resource("templates/widths.json").read_text("utf-8"))
    characters = [chr(code) for first, last in table["ranges"] for code in range(first, last + 1)]
    return {
        name: {character: width / 1000 for character, width in zip(characters, widths, strict=True) if width}
        for name, widths in table["faces"].items()
    }


@lru_cache(maxsize=8)
def _face(font: str, is_bold: bool, is_italic: bool) -> dict[str, float]:
    faces = _faces()
    named = f"{font} bold" if is_bold else f"{font} italic" if is_italic else font
    return faces.get(named) or faces.get(font) or faces["Calibri"]


def width(text: str, font: str, size: float, *, is_bold: bool = False, is_italic: bool = False) -> float:
    """Give the width of text in points at `size` points."""
    if font == "Consolas":
        return len(text) * _MONO * size
    face = _face(font, is_bold, is_italic)
    return sum(face[letter] if letter in face else _unknown(letter) for letter in text) * size


@lru_cache(maxsize=2048)
def _unknown(letter: str) -> float:
    if unicodedata.category(letter)[0] in "MC":
        return 0.0
    is_wide = unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0x1F000
    return _WIDE if is_wide else _USUAL


def lines(words: Iterable[tuple[float, float]], room: float) -> int:
    """Count the lines of words broken greedily; each is (width, width of the space after it) in points.

    A word wider than the line is broken as Word breaks it, so that it takes more than one.
    """
    count, used = 1, 0.0
    for word, space in words:
        if used + word > room and used:
            count, used = count + 1, 0.0
        if word > room:
            more = int(word // room)
            count, word = count + more, word - more * room  # noqa: PLW2901
        used += word + space
    return count
