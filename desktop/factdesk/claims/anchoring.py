"""Anchors: from a place to words with their surroundings (W3C TextQuoteSelector) and back to a place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from factdesk.claims.nearness import WordIndex
from factdesk.errors import InputError
from factdesk.model.values.text import Anchor, Span
from factdesk.words import _

CONTEXT = 48
_WORD = re.compile(r"\w")
_QUOTES = '"“”„‟«»‹›″＂❝❞'
_APOSTROPHES = "'’‘‚‛ʼʹ′`´＇"
_DASHES = "-‐‑‒–—―−﹣－"
# Soft hyphens, zero-width spaces and direction marks stand unseen between letters.
_UNSEEN = "[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*"


def anchor(text: str, span: Span, context: int = CONTEXT) -> Anchor:
    """Anchor the words at `span` with up to `context` code points on either side.

    White space at both ends of the span is left out. Raises InputError when nothing is left or the span does not lie
    in the text. W3C Web Annotation Data Model, 4.2.4 and 4.2.5.
    """
    if not 0 <= span.start <= span.end <= len(text):
        raise InputError(_("The selected place does not lie in this text."), hint=_("Select the words again."))
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    if start >= end:
        raise InputError(_("Nothing is selected."), hint=_("Select some words first."))
    return Anchor(text[start:end], text[max(0, start - context) : start], text[end : end + context], start, end)


def locate(text: str, anchor: Anchor) -> Span | None:
    """Find the words of an anchor: at their place, else where quote and surroundings fit best, else None.

    Of places that fit equally well the nearest to the old one is given.
    """
    if anchor.exact and text[anchor.start : anchor.end] == anchor.exact:
        return anchor.span
    best: tuple[int, int, int] | None = None
    for start in places(text, anchor.exact):
        fit = agreement(text, start, start + len(anchor.exact), anchor.prefix, anchor.suffix)
        rank = (fit, -abs(start - anchor.start), start)
        best = rank if best is None else max(best, rank)
    return Span(best[2], best[2] + len(anchor.exact)) if best else None


def agreement(text: str, start: int, end: int, prefix: str, suffix: str) -> int:
    """Count the code points around `start` and `end` that agree with a prefix and a suffix without a break."""
    before = text[max(0, start - len(prefix)) : start]
    count = 0
    for ours, theirs in zip(reversed(before), reversed(prefix), strict=False):
        if ours != theirs:
            break
        count += 1
    for ours, theirs in zip(text[end : end + len(suffix)], suffix, strict=False):
        if ours != theirs:
            break
        count += 1
    return count


def places(text: str, exact: str) -> Iterator[int]:
    """Give the start of every occurrence of `exact`, overlapping ones too."""
    at = text.find(exact) if exact else -1
    while at >= 0:
        yield at
        at = text.find(exact, at + 1)


def find_quote(text: str, exact: str) -> tuple[Span, ...]:
    """Find all places of quoted words, as they are or, when they are nowhere, by a tolerant look.

    The tolerant look takes every quotation mark, apostrophe, dash and stretch of white space for its fellows and
    ignores case, composition of letters and unseen characters. Whole words win over parts of words. The spans are of
    the real text; white space at the ends of `exact` does not count.
    """
    wanted = exact.strip()
    if not wanted:
        return ()
    found = [Span(at, at + len(wanted)) for at in places(text, wanted)]
    whole = [span for span in found if is_whole(text, span)]
    if whole:
        return tuple(whole)
    loose = [Span(*match.span()) for match in _tolerant(wanted).finditer(text)]
    return tuple(span for span in loose if is_whole(text, span)) or tuple(found) or tuple(loose)


def is_whole(text: str, span: Span) -> bool:
    """Whether a place begins and ends at the edge of a word ("art" in "party" does not)."""
    cuts_start = span.start > 0 and _joins(text[span.start - 1], text[span.start])
    return not cuts_start and not (span.end < len(text) and _joins(text[span.end - 1], text[span.end]))


def _joins(left: str, right: str) -> bool:
    is_right = _WORD.match(right) is not None or unicodedata.combining(right) > 0
    return is_right and (_WORD.match(left) is not None or unicodedata.combining(left) > 0)


def _tolerant(wanted: str) -> re.Pattern[str]:
    """Build a pattern that finds `wanted` in whatever typography."""
    plain = re.sub(_UNSEEN, "", unicodedata.normalize("NFC", wanted)).replace("…", "...")
    return re.compile(_UNSEEN.join(_pieces(plain)), re.IGNORECASE)


def _pieces(plain: str) -> Iterator[str]:
    for part in re.findall(r"\s+|\.{3}|.", plain, re.DOTALL):
        if part.isspace():
            yield r"\s+"
        elif part == "...":
            yield r"(?:…|\.\s?\.\s?\.)"
        elif part in _QUOTES:
            yield f"[{_QUOTES}]"
        elif part in _APOSTROPHES:
            yield f"[{_APOSTROPHES}]"
        elif part in _DASHES:
            yield f"[{re.escape(_DASHES)}]"
        else:
            apart = unicodedata.normalize("NFD", part)
            yield re.escape(part) if apart == part else f"(?:{re.escape(part)}|{re.escape(apart)})"


def nearest(text: str, exact: str, limit: int = 3) -> tuple[tuple[Span, float], ...]:
    """Find the places whose words are most like `exact`, best first, with their likeness (0 to 1, share of words).

    At most `limit`, none overlapping; for sentences like "Nearest: …".
    """
    return WordIndex(text).nearest(exact, limit)
