"""Wildcards, likeness and nearness find what looking at every text one by one finds."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from search.documents import a_document, an_engine, found

letters = st.text(alphabet="abc", min_size=2, max_size=5)
texts = st.lists(st.lists(letters, max_size=9), min_size=1, max_size=6)
patterns = st.text(alphabet="abc*?", min_size=3, max_size=6).filter(
    lambda text: ("*" in text or "?" in text[:-1]) and len(text.strip("*?")) > 1 and not text.endswith("?")
)


def find(some: list[list[str]], query: str) -> set[int]:
    with TemporaryDirectory() as folder:
        bodies = [a_document(number, " ".join(words), language="") for number, words in enumerate(some, start=1)]
        engine = an_engine(Path(folder), *bodies)
        numbers = {int(key.rpartition("-")[2]) for key in found(engine, query)}
        engine.close()
    return numbers


@given(texts, patterns)
@settings(max_examples=30, deadline=None)
def test_a_pattern_finds_the_words_it_fits(some: list[list[str]], pattern: str) -> None:
    fits = re.compile("".join({"*": ".*", "?": "."}.get(letter, letter) for letter in pattern)).fullmatch
    assert find(some, pattern) == {at for at, words in enumerate(some, start=1) if any(map(fits, words))}


@given(texts, st.text(alphabet="abc", min_size=4, max_size=5))
@settings(max_examples=30, deadline=None)
def test_a_fuzzy_word_finds_those_of_one_other_letter(some: list[list[str]], word: str) -> None:
    near = {at for at, words in enumerate(some, start=1) if any(Levenshtein.distance(word, one) <= 1 for one in words)}
    assert near <= find(some, f"{word}~1")


@given(texts, letters, letters, st.integers(0, 4))
@settings(max_examples=40, deadline=None)
def test_near_counts_the_words_between(some: list[list[str]], one: str, other: str, apart: int) -> None:
    expected = {
        at
        for at, words in enumerate(some, start=1)
        if any(
            first == one and second == other and i != j and abs(i - j) - 1 <= apart
            for i, first in enumerate(words)
            for j, second in enumerate(words)
        )
    }
    assert find(some, f"{one} NEAR/{apart} {other}") == expected


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("*ернатор", {1}),
        ("губ*тор", {1}),
        ("budgit~", {2}),
        ('"council budget"~3', {2}),
        ('"council budget"~2', set()),
        ("budgets NEAR/4 council", {2}),
        ('"coun* budget"~3', {2}),
        ("outlet:*ald", {2}),
        ("verdict:*false", {3}),
    ],
)
def test_what_a_person_types(query: str, numbers: set[int], tmp_path: Path) -> None:
    engine = an_engine(
        tmp_path,
        a_document(1, "Губернатор сказав, що дороги буде відремонтовано.", language="uk"),
        a_document(2, "The council looked at the budget again.", outlet="The Herald"),
        a_document(3, "Nothing.", verdict="Mostly false"),
    )
    assert {int(key.rpartition("-")[2]) for key in found(engine, query)} == numbers
    engine.close()
