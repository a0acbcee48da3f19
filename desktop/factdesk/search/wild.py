"""Words with "*" (any letters) and "?" (one letter) in them: cut out of a query, folded, and met with the words of an
index."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factdesk.search.folding import APOSTROPHES, INNER, LETTER, UNSPACED, fold

STARS = "*?"
_LAST = "\U0010ffff"
# Forms of words stand in the same lists with their language before them (":en:run"); no pattern means those.
_FORM = ":"
# Shorter literals stand in too many words for each to be looked at by itself.
_RARE = 2
_PIECE = re.compile(rf"[0-9]++(?:[.,][0-9]++)++|(?:{LETTER}|{INNER}|[{APOSTROPHES}*?{UNSPACED}])+")
_WILD = re.compile(r"([*?]+)")


def has_stars(text: str) -> bool:
    """Say whether a word holds a "*", or a "?" that does not merely end it as a question does."""
    return "*" in text or "?" in text.rstrip("?!.,;:…")


def pieces(text: str) -> Iterator[str]:
    """Go through the words of `text`, with their stars; stars without a letter beside them are no word."""
    for found in _PIECE.finditer(text):
        piece = found.group().strip(APOSTROPHES)
        if piece.strip(STARS + APOSTROPHES):
            yield piece


@lru_cache(maxsize=1024)
def folded(pattern: str) -> str:
    """Give a pattern as folded words are compared with it; runs of stars become one. "" when no letter is left."""
    made = ""
    for number, part in enumerate(_WILD.split(pattern)):
        if number % 2:
            made += "?" * part.count("?") + ("*" if "*" in part else "")
        elif part:
            # Folding drops apostrophes at the ends of a word, and these ends are within one.
            bare = fold(part)
            first = "'" if bare and made and part[0] in APOSTROPHES else ""
            made += first + bare + ("'" if bare and part[-1] in APOSTROPHES else "")
    made = made.strip("'")
    return made if made.strip(STARS) else ""


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str]:
    """Give the expression whose `fullmatch` a folded word of this folded pattern passes. Each star takes the first
    place that fits and never goes back, so that no pattern takes longer than its length times that of the word."""
    return re.compile(_expression(pattern))


def joined(words: Sequence[str]) -> str:
    """Give all words as one text, for `matching`; who asks often keeps it."""
    return "\n" + "\n".join(words) + "\n"


def matching(words: Sequence[str], pattern: str, text: str = "") -> Sequence[int]:
    """Give the places in `words` (sorted by code points, no line ends within) of those that fit the folded pattern,
    in order. `text` may be their `joined`, kept from before."""
    head = re.split(r"[*?]", pattern, maxsplit=1)[0]
    if not head:
        return _scanned(words, pattern, text or joined(words))
    first, last = bisect_left(words, head), bisect_left(words, head + _LAST)
    if pattern == f"{head}*":
        return range(first, last)
    fits = compiled(pattern).fullmatch
    return [at for at in range(first, last) if fits(words[at])]


def _scanned(words: Sequence[str], pattern: str, text: str) -> list[int]:
    """Find the pattern in the joined text: by its longest literal, or line by line when that is too common."""
    literal = max(re.split(r"[*?]", pattern), key=len)
    if len(literal) >= _RARE:
        return [bisect_left(words, word) for word in _with(text, literal, compiled(pattern))]
    found: list[int] = []
    at = before = 0
    for line in re.finditer(rf"^(?!{_FORM}|$){_expression(pattern)}$", text, re.MULTILINE):
        # Counting line ends is quicker than looking each word up.
        at += text.count("\n", before, line.start())
        before = line.start()
        found.append(at - 1)
    return found


def _with(text: str, literal: str, fits: re.Pattern[str]) -> Iterator[str]:
    at = text.find(literal)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        word = text[start:end]
        if word[0] != _FORM and fits.fullmatch(word):
            yield word
        at = text.find(literal, end)


def _expression(pattern: str) -> str:
    parts = ["".join("[^\n]" if one == "?" else re.escape(one) for one in part) for part in pattern.split("*")]
    if len(parts) == 1:
        return parts[0]
    middle = "".join(rf"(?>[^\n]*?{part})" for part in parts[1:-1] if part)
    # Only the last star tries one place after the other, till the rest ends the word.
    return parts[0] + middle + (rf"[^\n]*?{parts[-1]}" if parts[-1] else r"[^\n]*+")
