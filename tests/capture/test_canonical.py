"""Canonical text: what is kept, what is folded, and what always holds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.capture.canonical import Passage, clean, lay_out, lines
from factdesk.capture.limits import Limits
from factdesk.model.enums import BlockKind


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("  two   spaces\tand a tab ", "two spaces and a tab"),
        ("one\nline\r\nbreak\u2028here", "one line break here"),
        ("non\u00a0breaking\u202fspace", "non breaking space"),
        ("soft\u00adhyphen", "softhyphen"),
        ("at a line’s soft\u00ad\n end", "at a line’s softend"),
        ("zero\u200bwidth\ufeff and \u2060joiner", "zerowidth and joiner"),
        ("evil\u202etxt.exe\u202c \u2066isolated\u2069", "eviltxt.exe isolated"),
        ("bell\x07 and null\x00", "bell and null"),
        ("decomposed e\u0301 і\u0308", "decomposed é ї"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("family 👨\u200d👩\u200d👧 and ❤\ufe0f", "family 👨\u200d👩\u200d👧 and ❤\ufe0f"),
        ("שלום\u200f עולם", "שלום\u200f עולם"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("п’ятдесят", "п’ятдесят"),
        ("\u200b\u200e\u2066", ""),
        ("\u0301", ""),
        ("", ""),
    ],
)
def test_words_are_cleaned(raw: str, wanted: str) -> None:
    assert clean(raw) == wanted


@given(st.text(alphabet=st.characters(), max_size=80))
def test_cleaning_is_stable_and_holds_one_line(raw: str) -> None:
    once = clean(raw)
    assert clean(once) == once
    assert unicodedata.normalize("NFC", once) == once
    assert not any(char in once for char in "\n\r\t\v\f\x85\u2028\u2029\u00a0\u00ad\u202e")
    assert once == once.strip()


@given(
    st.lists(
        st.builds(
            Passage, st.sampled_from(BlockKind), st.text(alphabet=st.characters(), max_size=40), st.integers(0, 6)
        ),
        max_size=12,
    )
)
def test_blocks_tile_the_text(passages: list[Passage]) -> None:
    text, blocks, is_cut = lay_out(passages)
    assert not is_cut
    at = 0
    for read in blocks:
        assert read.block.start == at
        assert read.block.end > read.block.start
        assert "\n" not in text[read.block.start : read.block.end]
        at = read.block.end + 1
    assert at == (len(text) + 1 if blocks else 0)
    assert [text[read.block.start : read.block.end] for read in blocks] == text.split("\n") or not blocks


def test_offsets_count_code_points() -> None:
    text, blocks, _is_cut = lay_out([Passage(BlockKind.PARAGRAPH, "🏴 Київ"), Passage(BlockKind.PARAGRAPH, "é")])
    assert [(read.block.start, read.block.end) for read in blocks] == [(0, 6), (7, 8)]
    assert text == "🏴 Київ\né"


def test_empty_passages_leave_no_block() -> None:
    text, blocks, _is_cut = lay_out([Passage(BlockKind.PARAGRAPH, " \u200b "), Passage(BlockKind.ITEM, "one", level=2)])
    assert text == "one"
    assert blocks[0].block.level == 2


def test_what_is_beyond_the_limits_is_cut() -> None:
    passages = [Passage(BlockKind.PARAGRAPH, "word " * 10) for _number in range(10)]
    assert len(lay_out(passages, Limits(blocks=3))[1]) == 3
    text, _blocks, is_cut = lay_out(passages, Limits(text_chars=120))
    assert is_cut
    assert len(text) <= 120


def test_every_line_break_parts_lines() -> None:
    assert lines("a\nb\r\nc\rd\u2028e\x85f") == ["a", "b", "c", "d", "e", "f"]
