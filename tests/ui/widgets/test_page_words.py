"""Whole words from a selection that begins or ends inside one."""

from __future__ import annotations

import pytest

from factdesk.model.values.text import Span
from factdesk.ui.widgets.page.words import whole_words


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("follow their place in the queue", "eir place in the que", "their place in the queue"),
        ("follow their place", "their", "their"),
        ("Торік порт перевантажив тонни", "рт перевант", "порт перевантажив"),
        ("it rose to 41.6 million", "1.6 mil", "41.6 million"),
        ("“Nobody,” he said", "obody,” h", "Nobody,” he"),
        ("cafe\u0301 noir", "af", "cafe\u0301"),
        ("今年の貨物は多い", "年の貨", "年の貨"),
        ("one", "n", "one"),
        ("a 😀 b", "😀", "😀"),
    ],
)
def test_selection_is_widened_to_whole_words(text: str, part: str, whole: str) -> None:
    start = text.index(part)
    found = whole_words(text, Span(start, start + len(part)))
    assert text[found.start : found.end] == whole
