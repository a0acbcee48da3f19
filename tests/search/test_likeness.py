"""Words are alike by the slips between them, wherever these are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.search.likeness import distance_between, like

WORDS = sorted([":en:ward", "card", "draw", "wad", "ward", "wards", "warden", "word", "wrad", "слово", "слава"])


def found(word: str, distance: int, limit: int | None = None) -> list[str]:
    return [WORDS[at] for at in like(WORDS, word, distance, limit)]


@pytest.mark.parametrize(
    ("word", "distance", "words"),
    [
        ("ward", 1, ["ward", "card", "wad", "wards", "word", "wrad"]),
        ("wrd", 1, ["wad", "ward", "word", "wrad"]),
        ("wardeen", 1, ["warden"]),
        ("слова", 1, ["слава", "слово"]),
        ("ward", 2, ["ward", "card", "wad", "wards", "word", "wrad", "warden"]),
        ("nothing", 2, []),
        ("", 1, []),
    ],
)
def test_the_nearest_words_come_first(word: str, distance: int, words: list[str]) -> None:
    assert found(word, distance) == words


def test_no_more_are_given_than_wanted() -> None:
    assert found("ward", 2, 2) == ["ward", "card"]
    assert like([], "ward", 2) == []


def test_two_letters_swapped_are_one_slip() -> None:
    assert distance_between("ward", "wrad") == 1
    assert distance_between("ward", "window") == 3


@given(st.lists(st.text("abв", min_size=1, max_size=6), max_size=12), st.text("abв", min_size=1, max_size=6))
def test_every_word_within_the_distance_is_found(words: list[str], word: str) -> None:
    for distance in (1, 2):
        wanted = {at for at, one in enumerate(words) if distance_between(word, one, 9) <= distance}
        assert set(like(words, word, distance)) == wanted
