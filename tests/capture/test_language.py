"""The language of a text, from its words."""

from __future__ import annotations

import pytest

from capture.samples import ENGLISH, POLISH, RUSSIAN, UKRAINIAN
from factdesk.capture.language import code_of, is_sure, told


@pytest.mark.parametrize(("said", "code"), [(ENGLISH, "en"), (UKRAINIAN, "uk"), (RUSSIAN, "ru"), (POLISH, "pl")])
def test_an_articles_language_is_told_and_sure(said: str, code: str) -> None:
    found, confidence = told(said)
    assert found == code
    assert is_sure(said, confidence)


@pytest.mark.parametrize("said", ["", "12.5 %", "Kiel", "!!!", "🏴🏴🏴"])
def test_too_few_letters_tell_nothing_for_sure(said: str) -> None:
    _code, confidence = told(said)
    assert not is_sure(said, confidence)


def test_the_middle_of_a_long_text_counts() -> None:
    assert told(ENGLISH + UKRAINIAN * 200 + ENGLISH)[0] == "uk"


@pytest.mark.parametrize(
    ("tag", "code"),
    [("uk-UA", "uk"), ("en_GB", "en"), ("EN", "en"), ("ua", "uk"), ("", ""), ("мова", ""), ("x", ""), ("c1", "")],
)
def test_a_tag_gives_its_first_part(tag: str, code: str) -> None:
    assert code_of(tag) == code
