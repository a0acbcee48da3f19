"""Whole words: what a person means who let go of the mouse in the middle of one."""

from __future__ import annotations

import unicodedata

from factdesk.model.values.text import Span


def whole_words(text: str, span: Span) -> Span:
    """Widen a span to whole words at both ends; scripts without spaces between words are left as they are."""
    start, end = span.start, span.end
    while start > 0 and _belongs(text[start - 1]) and _belongs(text[start]):
        start -= 1
    while end < len(text) and end > start and _belongs(text[end - 1]) and _belongs(text[end]):
        end += 1
    return Span(start, end)


def _belongs(letter: str) -> bool:
    """Whether a letter belongs to a word of a script that writes spaces: cased letters, their marks, digits."""
    return unicodedata.category(letter) in ("Ll", "Lu", "Lt", "Mn", "Nd")
