"""Text cut into runs of one script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.export import scripts
from factdesk.export.scripts import EMOJI, Run, cleaned, runs, tag


def cut(text: str, language: str) -> list[tuple[str, str]]:
    """Give text and language of the runs."""
    return [(run.text, run.language) for run in runs(text, language)]


def test_one_script_is_one_run() -> None:
    assert cut("Plain words, 12.", "en") == [("Plain words, 12.", "en-GB")]
    assert cut("п’ятдесят ліжок", "uk") == [("п’ятдесят ліжок", "uk-UA")]


def test_another_script_is_a_run_of_its_own() -> None:
    assert cut("see Голос here", "en") == [("see ", "en-GB"), ("Голос", "uk-UA"), (" here", "en-GB")]
    assert cut("слово Word тут", "uk") == [("слово ", "uk-UA"), ("Word", "en-GB"), (" тут", "uk-UA")]


def test_russian_letters_are_told_from_ukrainian() -> None:
    assert cut("закрыли", "en") == [("закрыли", "ru-RU")]
    assert cut("закрили", "en") == [("закрили", "uk-UA")]
    assert cut("закрыли", "ru") == [("закрыли", "ru-RU")]


def test_right_to_left_runs_keep_their_digits() -> None:
    (before, arabic, after) = runs("in عام 2025 they", "en")
    assert arabic == Run("عام 2025", "ar-SA", "ARABIC")
    assert arabic.is_right_to_left
    assert not before.is_right_to_left
    assert after.text == " they"


def test_emoji_sequences_stay_whole() -> None:
    found = runs("beds 🏥👩‍⚕️🇺🇦 1️⃣ left", "en")
    assert [run.text for run in found if run.script == EMOJI] == ["🏥👩‍⚕️🇺🇦", "1️⃣"]


def test_an_accent_is_not_torn_from_its_letter() -> None:
    assert cut("за\u0301мок castle", "uk") == [("за\u0301мок ", "uk-UA"), ("castle", "en-GB")]


@given(st.text(), st.sampled_from(["en", "uk", "ar", "he", "ja", "", "xx", "sr-Latn"]))
def test_runs_joined_are_the_text(text: str, language: str) -> None:
    assert "".join(run.text for run in runs(text, language)) == text


@given(st.text())
def test_cleaned_text_is_legal_xml(text: str) -> None:
    ranges = (("\x20", "\ud7ff"), ("\ue000", "\ufffd"), ("\U00010000", "\U0010ffff"))
    for character in cleaned(text).replace("\n", " "):
        assert any(first <= character <= last for first, last in ranges)


def test_line_breaks_of_every_kind_become_one() -> None:
    assert cleaned("a\r\nb\rc\u2028d\x0be\tf") == "a\nb\nc\nd\ne f"


@pytest.mark.parametrize(
    ("language", "full"),
    [("en", "en-GB"), ("uk", "uk-UA"), ("en-US", "en-US"), ("", "en-GB"), ("xx", "xx"), ("no way", "en-GB")],
)
def test_languages_are_tagged_with_a_region(language: str, full: str) -> None:
    assert tag(language) == full


def test_the_first_letter_decides_the_direction() -> None:
    assert scripts.starts_right_to_left("“12 עברית")
    assert not scripts.starts_right_to_left("a עברית")
    assert not scripts.starts_right_to_left("12 …")
