"""Other forms of a word are found among the words of an index, each language by its own rules."""

from __future__ import annotations

import pytest

from factdesk.search.kinship import akin

WORDS = sorted(
    (
        *(":en:ward", "war", "ward", "warden", "wards", "running", "run", "runs", "n'y"),
        *("рада", "раді", "радий", "ради", "року", "рік", "роками", "дім", "дому", "домашній"),
    )
)


@pytest.mark.parametrize(
    ("word", "codes", "others"),
    [
        ("ward", ["en"], ["wards"]),
        ("wards", ["en"], ["ward"]),
        ("run", ["en", "uk"], ["running", "runs"]),
        ("рада", ["uk"], ["ради", "раді"]),
        ("рік", ["uk"], ["роками", "року"]),
        ("дому", ["uk"], ["дім"]),
        ("ward", [""], []),
        ("ward", [], []),
        ("nothing", ["en"], []),
        ("1000", ["en"], []),
        ("", ["en"], []),
    ],
)
def test_other_forms_are_found(word: str, codes: list[str], others: list[str]) -> None:
    assert [WORDS[at] for at in akin(WORDS, word, codes)] == others
