"""Words of a text with their places: the one notion of a word that all comparing rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Python's \w leaves combining marks out, yet "й" may stand as two code points and Devanagari lives on marks.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u200c\u200d"
)
WORD_CLASS = rf"\w{MARKS}"
_PICTURE = "\U0001f000-\U0001f0ff\U0001f10d-\U0001f1e5\U0001f200-\U0001faff\u2600-\u27bf\u2b00-\u2bff"
_TONE = "\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
_EMOJI = rf"[\U0001f1e6-\U0001f1ff]{{2}}|[{_PICTURE}][{_TONE}]*(?:\u200d[{_PICTURE}][{_TONE}]*)*"
_WORD = rf"[{WORD_CLASS}]+(?:['’ʼ‘`´][{WORD_CLASS}]+|(?<=\d)[.,]\d[{WORD_CLASS}]*)*"
_TOKEN = re.compile(rf"(?:{_EMOJI})|{_WORD}|\S")
# Scripts that write no space between words: each character is taken for a word.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_PIECES = re.compile(f"{_UNSPACED.pattern}[{MARKS}]*|[^{_UNSPACED.pattern[1:-1]}]+")
_HAS_WORD = re.compile(rf"\w|[{_PICTURE}\U0001f1e6-\U0001f1ff]")
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´", "'"))


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: words, emoji and single marks of punctuation; white space is what lies between them."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        """Give the number of tokens."""
        return len(self.words)


def tokens(text: str) -> Tokens:
    """Split `text` into tokens; places are code points. "9.2", "don’t" and "👩‍🔬" are one token each."""
    found: list[tuple[str, int, int]] = []
    if _UNSPACED.search(text) is None:
        found = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    else:
        for match in _TOKEN.finditer(text):
            at = match.start()
            if _UNSPACED.search(match[0]) is None:
                found.append((match[0], at, match.end()))
            else:
                pieces = _PIECES.finditer(match[0])
                found.extend((piece[0], at + piece.start(), at + piece.end()) for piece in pieces)
    if not found:
        return Tokens((), (), ())
    words, starts, ends = zip(*found, strict=True)
    return Tokens(words, starts, ends)


def is_word(token: str) -> bool:
    """Whether a token is more than punctuation (emoji count as words)."""
    return _HAS_WORD.search(token) is not None


def has_words(text: str) -> bool:
    """Whether a text holds at least one word or emoji."""
    return _HAS_WORD.search(text) is not None


def words(text: str) -> tuple[str, ...]:
    """Give the words of a text without punctuation, folded in case and apostrophes, for counting likeness."""
    return tuple(fold(token) for token in tokens(text).words if is_word(token))


def fold(word: str) -> str:
    """Fold case and the variants of the apostrophe."""
    return word.casefold().translate(_APOSTROPHES)
