"""Text made to hurt: every function stays within a second or two on 8,000 repetitions of it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from factdesk.claims.anchoring import anchor, find_quote, nearest
from factdesk.claims.comparing import diff
from factdesk.claims.covering import coverage
from factdesk.claims.guessing import guess_claimant, guess_kind
from factdesk.claims.numbers import parse_number
from factdesk.claims.reanchoring import reanchor
from factdesk.claims.sentences import sentences
from factdesk.claims.signatures import signature
from factdesk.model.values.text import CanonicalText, Span

PIECES = [
    "Aa ",
    "A. ",
    ".",
    ". ",
    "“",
    '."',
    "?! ",
    " ",
    "a",
    "1,",
    "👩\u200d",
    "\u0301",
    ", said ",
    "Aa Bb, cc ",
    "a'",
    "1 000 ",
    "今",
    "…",
]


def longer(text: str) -> str:
    return "b " + text[: len(text) // 2] + " b " + text[len(text) // 2 : -7]


WORK: dict[str, Callable[[str], object]] = {
    "sentences": lambda text: coverage(CanonicalText(text, ()), sentences(CanonicalText(text, ()), "uk"), [], []),
    "claimant": lambda text: guess_claimant(CanonicalText(text, ()), Span(10, 20), "en"),
    "kind": lambda text: guess_kind(text, text, "en"),
    "number": parse_number,
    "quote": lambda text: find_quote(text, text[:300] + "zz"),
    "nearest": lambda text: nearest(text, text[:3_000] + " zz"),
    "diff": lambda text: diff(text, longer(text)),
    "reanchor": lambda text: reanchor(text, longer(text), [anchor(text, Span(10, 20))] if text[10:20].strip() else []),
    "signature": signature,
}


@pytest.mark.parametrize("name", WORK)
def test_repeated_text_is_worked_through_in_bounded_time(name: str) -> None:
    for piece in PIECES:
        start = time.perf_counter()
        WORK[name](piece * 8_000)
        # At most 0.4 s on a quiet machine; what grows with the square takes ten times as long as the bound.
        assert time.perf_counter() - start < 4, piece
