"""Abbreviations by language: consistent sets, and the fallback."""

from __future__ import annotations

import pytest

from factdesk.claims.abbreviations import abbreviations


@pytest.mark.parametrize("code", ["en", "uk", "ru", "de", ""])
def test_abbreviations_are_in_lower_case_without_their_last_dot(code: str) -> None:
    known = abbreviations(code)
    for word in known.before_number | known.may_be_last:
        assert word == word.casefold() and not word.endswith(".")
    assert all(word[0].isupper() for word in known.starters)


def test_language_codes_are_read_with_their_region() -> None:
    assert abbreviations("en-GB") == abbreviations("en_US") == abbreviations("EN")


def test_cyrillic_languages_know_latin_abbreviations_but_english_knows_none_of_theirs() -> None:
    assert "mr" in abbreviations("uk").never_last and "вул" not in abbreviations("en").never_last


def test_unknown_language_gets_all() -> None:
    assert {"mr", "вул", "ул"} <= abbreviations("xx").never_last
