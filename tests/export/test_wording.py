"""The words of a memo in its own language."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from factdesk.export.wording import Wording
from factdesk.model.enums import Answer, BlockKind, Channel, ClaimKind, Outcome, Risk, SourceLevel, SourceType, Stance

ENGLISH = Wording("en")


def test_the_table_of_claims_is_headed_in_words_up_to_twelve() -> None:
    assert [ENGLISH.claims(count) for count in (0, 1, 7, 12, 13, 1200)] == [
        "No claims",
        "One claim",
        "Seven claims",
        "Twelve claims",
        "13 claims",
        "1,200 claims",
    ]


@pytest.mark.parametrize(
    ("text", "language", "quoted"),
    [
        ("closed", "en", "“closed”"),
        ("закрито", "uk", "«закрито»"),
        ("закрыто", "ru-RU", "«закрыто»"),
        ("“closed”", "en", "“closed”"),
        ("", "en", ""),
    ],
)
def test_quotation_marks_are_those_of_the_language(text: str, language: str, quoted: str) -> None:
    assert ENGLISH.quoted(text, language) == quoted


def test_a_text_without_a_language_takes_the_marks_of_the_memo() -> None:
    assert Wording("uk").quoted("так") == "«так»"


def test_every_member_of_every_set_has_its_word() -> None:
    for name, kinds in (
        ("stance", Stance),
        ("risk", Risk),
        ("kind", ClaimKind),
        ("channel", Channel),
        ("outcome", Outcome),
        ("answer", Answer),
        ("level", SourceLevel),
    ):
        words = [getattr(ENGLISH, name)(member) for member in kinds]
        assert all(words)
        assert len(set(words)) == len(words)
    assert all(ENGLISH.block(block, 3).endswith("3") for block in BlockKind)
    assert ENGLISH.block(BlockKind.HEADING, 1) == "Headline"
    assert ENGLISH.source_type(SourceType.BOOK) == ""
    assert ENGLISH.source_type(SourceType.INTERVIEW) == "Interview"


def test_a_day_is_bound_to_its_month() -> None:
    assert ENGLISH.moment(datetime(2026, 11, 2, 14, 10, tzinfo=UTC)) == "2\u00a0November 2026, 14:10"
    assert ENGLISH.partial("2026-11") == "November 2026"
    assert ENGLISH.partial("12 wards ago") == "12 wards ago"
