"""Plain text: paragraphs, wrapped lines, lists, encodings."""

from __future__ import annotations

import pytest

from capture.samples import RUSSIAN, UKRAINIAN, captured, kept, words
from factdesk.errors import InputError

WRAPPED = (
    "The regional hospital ended its financial year with a deficit of\n"
    "forty-one million, the largest in its history, the board was told\n"
    "on Tuesday.\n\n"
    "The chief executive said that no ward had been closed since she\n"
    "arrived, and that none of them would be.\n"
)


def test_blank_lines_part_paragraphs_and_wrapped_lines_are_joined() -> None:
    assert words(captured(WRAPPED.encode(), "a.txt")) == [
        "The regional hospital ended its financial year with a deficit of forty-one million, the largest in its "
        "history, the board was told on Tuesday.",
        "The chief executive said that no ward had been closed since she arrived, and that none of them would be.",
    ]


def test_short_lines_stay_apart() -> None:
    assert words(captured(b"Roses are red\nViolets are blue\n\nKyiv, Khreshchatyk 1\nUkraine", "a.txt")) == [
        "Roses are red",
        "Violets are blue",
        "Kyiv, Khreshchatyk 1",
        "Ukraine",
    ]


def test_lists_and_quotations_are_known() -> None:
    found = captured("Plan\n- first\n* second\n1. third\n> said\n— Так, — сказав він.".encode(), "a.txt")
    assert kept(found) == [
        ("paragraph", "Plan"),
        ("item", "first"),
        ("item", "second"),
        ("item", "1. third"),
        ("quotation", "said"),
        ("paragraph", "— Так, — сказав він."),
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028"])
def test_every_line_end_parts_lines(ending: str) -> None:
    assert words(captured(ending.join(["one", "two"]).encode(), "a.txt")) == ["one", "two"]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-u"])
def test_ukrainian_is_read_in_any_encoding(charset: str) -> None:
    said = UKRAINIAN.replace("’", "'")
    found = captured(said.encode(charset), "a.txt")
    assert words(found) == [said]
    assert found.language.value == "uk"
    assert bool(found.notices) == (charset in {"cp1251", "koi8-u"})


def test_a_charset_the_sender_named_is_used() -> None:
    assert words(captured(RUSSIAN.encode("koi8-r"), "a.txt", charset="koi8-r")) == [RUSSIAN]


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x89\xff\x00\x01" * 99, b"\x00\x01\x02\x03" * 99])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"“a.txt” is no text") as caught:
        captured(data, "a.txt")
    assert caught.value.code == "unsupported"


def test_bidi_tricks_and_terminal_escapes_are_taken_off() -> None:
    assert words(captured("evil\u202etxt.exe \x1b[31mred\x1b[0m".encode(), "a.txt")) == ["eviltxt.exe [31mred[0m"]


def test_a_short_line_above_a_paragraph_is_a_heading() -> None:
    source = f"Лікарня закінчила рік\n\n{UKRAINIAN}\n\nПодробиці\n\n{UKRAINIAN}\n\nКінець.\n\nІще\n\nодне"
    found = captured(source.encode(), "a.txt")
    assert [kind for kind, _said in kept(found)] == [
        "heading",
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
        "paragraph",
        "paragraph",
    ]
    assert [read.block.level for read in found.blocks][:3] == [1, 0, 2]
    assert found.title.value == "Лікарня закінчила рік"
