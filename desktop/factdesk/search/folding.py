"""Where a word begins and ends, and what of its spelling does not count: case, accents, apostrophes, soft hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from factdesk.search.numbers import WITH_UNIT, WRITTEN, one_way

APOSTROPHES = "'’‘ʼʹʻ`´′‛＇"
HYPHENS = "-‐‑"
IGNORABLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
# Scripts written without spaces: each character is a word of its own, and a word of a query is a phrase of them.
UNSPACED = "\u0e01-\u0e3a\u0e40-\u0e4e\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

# Longer words (a line of base64) are compared by their beginning.
_LONGEST_WORD = 100
_KEPT = frozenset("йїў")
_NOT_DECOMPOSED = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_NOT_DECOMPOSED |= {"ħ": "h", "ŧ": "t", "ə": "a"}
_SPELLING = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(IGNORABLE, None)})
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff]")
_CYRILLIC_STRESS = re.compile("(?<=[\u0400-\u04ff])[\u0300\u0301]")
# Latin and Cyrillic letters that look alike, at least as capitals. A word of one alphabet that has a few of them from
# the other was typed or read so by mistake.
_LATIN_ALIKE, _CYRILLIC_ALIKE = "abcehikmoptxy", "авсенікмортху"
_TO_CYRILLIC = str.maketrans(_LATIN_ALIKE, _CYRILLIC_ALIKE)
_TO_LATIN = str.maketrans(_CYRILLIC_ALIKE, _LATIN_ALIKE)
_NEARLY_CYRILLIC = re.compile(rf"(?=.*[\u0400-\u04ff])[\u0400-\u04ff'{_LATIN_ALIKE}]+\Z")
_NEARLY_LATIN = re.compile(rf"(?=.*[a-z])[a-z'{_CYRILLIC_ALIKE}]+\Z")


def _marks() -> str:
    """Give the combining marks of the basic plane as the inside of a character class."""
    marks = [code for code in range(0x300, 0xFE30) if unicodedata.category(chr(code)) in {"Mn", "Mc", "Me"}]
    spans: list[list[int]] = []
    for code in marks:
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in spans)


LETTER = rf"[^\W_{UNSPACED}]"
INNER = rf"[{_marks()}{IGNORABLE}]"
_WORD = rf"{LETTER}++(?:{INNER}++{LETTER}*+|[{APOSTROPHES}]{LETTER}++)*+"
# A token is a number with its separators and its unit, or words joined by hyphens or single dots ("well-known",
# "U.S."), or one character of a script without spaces.
TOKEN = re.compile(rf"{WITH_UNIT}|{WRITTEN}|{_WORD}(?:[{HYPHENS}.]{_WORD})*+|[{UNSPACED}]")
PART = re.compile(rf"{WRITTEN}|{_WORD}|[{UNSPACED}]")


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Go through the tokens of `text`; a match counts in code points of the text as given."""
    return TOKEN.finditer(text)


def parts(token: str) -> list[str]:
    """Split a token into its words: "well-known" gives "well" and "known"."""
    return PART.findall(token)


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """Give the word as a stemmer wants it: one spelling, small letters, no soft hyphens, accents kept."""
    word = word[:_LONGEST_WORD]
    if word.isascii():
        return word.lower().replace("`", "'").strip("'")
    # Apostrophes first: NFKC takes the acute accent ´ for a blank with a mark.
    one = unicodedata.normalize("NFKC", word.translate(_SPELLING)).translate(_SPELLING).casefold()
    one = _CYRILLIC_STRESS.sub("", unicodedata.normalize("NFC", one))
    if _NEARLY_CYRILLIC.match(one):
        one = one.translate(_TO_CYRILLIC)
    elif _NEARLY_LATIN.match(one):
        one = one.translate(_TO_LATIN)
    return one.strip("'")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Give the word as it is compared: `plain`, and without accents (й and ї are letters and stay)."""
    word = plain(word)
    if word.isascii():
        return one_way(word)
    word = "".join(map(_bare, unicodedata.normalize("NFC", word)))
    return one_way(word) if word.isascii() else word


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    if letter in _KEPT:
        return letter
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    return "".join(_NOT_DECOMPOSED.get(one, one) for one in _ACCENTS.sub("", unicodedata.normalize("NFD", letter)))


def label(value: str) -> str:
    """Give a value of a closed set ("Mostly true", "mostly-true") as it is compared: "mostly_true"."""
    return "_".join(fold(word) for token in tokens(value.replace("_", " ")) for word in parts(token.group()))
