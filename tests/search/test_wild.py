"""Patterns fit the words that people mean by them, whatever their letters, and never take long."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.search.wild import compiled, folded, has_stars, joined, matching, pieces

WORDS = sorted([":en:over", "county", "mova", "nova", "overed", "oversized", "over", "зміна", "ціна", "п'ять", "п'ята"])
LETTERS = st.text("abаб", max_size=6)
PATTERNS = st.text("abаб*?", min_size=1, max_size=8)


def found(pattern: str) -> list[str]:
    return [WORDS[at] for at in matching(WORDS, pattern)]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("*ova", ["mova", "nova"]),
        ("?ova", ["mova", "nova"]),
        ("over*ed", ["overed", "oversized"]),
        ("over*", ["over", "overed", "oversized"]),
        ("?іна", ["ціна"]),
        ("*іна", ["зміна", "ціна"]),
        ("п'*", ["п'ята", "п'ять"]),
        ("п'ят?", ["п'ята", "п'ять"]),
        ("*ver*", ["over", "overed", "oversized"]),
        ("c??nty", ["county"]),
        ("*o*v*e*", ["over", "overed", "oversized"]),
        ("nothing", []),
        ("mova", ["mova"]),
        ("*.a", []),
    ],
)
def test_a_pattern_gives_the_words_that_fit(pattern: str, words: list[str]) -> None:
    assert found(pattern) == words


@given(st.sets(LETTERS.filter(bool), max_size=20), PATTERNS)
def test_a_pattern_gives_what_a_plain_expression_does(words: set[str], pattern: str) -> None:
    rows = sorted(words)
    plain = re.compile("".join({"*": ".*", "?": "."}.get(one, one) for one in pattern))
    wanted = [at for at, word in enumerate(rows) if plain.fullmatch(word)]
    assert list(matching(rows, pattern)) == wanted
    assert list(matching(rows, pattern, joined(rows))) == wanted
    assert [at for at, word in enumerate(rows) if compiled(pattern).fullmatch(word)] == wanted


def test_forms_of_a_language_fit_no_pattern() -> None:
    assert found("*over") == ["over"]
    assert ":en:over" not in found("*e*")
    assert found("?e?????") == []


def test_an_index_without_words_has_none_that_fit() -> None:
    assert list(matching([], "*a")) == list(matching([], "a*")) == list(matching([], "?")) == []


@pytest.mark.parametrize(
    ("typed", "pattern"),
    [
        ("Over*ED", "over*ed"),
        ("п’*ь", "п'*ь"),
        ("*’ять", "*'ять"),
        ("’*ять’", "*ять"),
        ("a**b??c", "a*b??c"),
        ("a?*?b", "a??*b"),
        ("É*", "e*"),
        ("*", ""),
        ("*?'", ""),
    ],
)
def test_a_pattern_is_folded_like_words(typed: str, pattern: str) -> None:
    assert folded(typed) == pattern


def test_a_question_mark_at_the_end_is_no_star() -> None:
    assert [text for text in ("ward?", "ward?!", "ward??", "?ard", "w?rd?", "ward*?") if has_stars(text)] == [
        "?ard",
        "w?rd?",
        "ward*?",
    ]


def test_words_between_signs_are_taken_one_by_one() -> None:
    assert list(pieces("e-ma?l,*ова!*;'*'(п’*)")) == ["e", "ma?l", "*ова", "п’*"]


def test_many_stars_take_no_longer() -> None:
    words = ["a" * 90 + "b"] * 200
    start = time.process_time()
    assert list(matching(words, "*a" * 40 + "*c")) == []
    assert len(matching(words, "?*a" * 20 + "*b")) == 200
    assert time.process_time() - start < 2.0
