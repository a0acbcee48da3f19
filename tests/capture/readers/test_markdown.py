"""Markdown: blocks by its marks, front matter, hostile nesting."""

from __future__ import annotations

import pytest

from capture.samples import captured, kept, words
from factdesk.capture.captured import Doubt


def test_marks_tell_the_blocks() -> None:
    source = (
        "# Title\n\nA *paragraph* with `code`, a [link](http://x.example)\nand ![a picture](x.png).\n\n"
        "> quoted\n\n1. one\n   - inner\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode line\n```\n\n"
        "<p>html &amp; more</p>\n"
    )
    assert kept(captured(source.encode(), "a.md")) == [
        ("heading", "Title"),
        ("paragraph", "A paragraph with code, a link and a picture."),
        ("quotation", "quoted"),
        ("item", "one"),
        ("item", "inner"),
        ("cell", "a"),
        ("cell", "b"),
        ("cell", "c"),
        ("cell", "d"),
        ("paragraph", "code line"),
        ("paragraph", "html & more"),
    ]


def test_levels_and_places_are_kept() -> None:
    found = captured(b"### Three\n\n- a\n  - b\n\n|x|y|\n|-|-|\n|z|w|\n", "a.md")
    assert [read.block.level for read in found.blocks] == [3, 1, 2, 0, 0, 0, 0]
    assert [(read.block.row, read.block.column) for read in found.blocks[3:]] == [(1, 1), (1, 2), (2, 1), (2, 2)]


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "The deficit"\nauthor: Lena Ashgrove\ndate: 2024-11-11\nlang: uk\n---\n',
        '+++\ntitle = "The deficit"\nauthors = ["Lena Ashgrove"]\ndate = 2024-11-11\nlang = "uk"\n+++\n',
    ],
)
def test_front_matter_fills_the_fields(front: str) -> None:
    found = captured(f"{front}\nСлова.\n".encode(), "a.md")
    assert (found.title.value, found.title.doubt) == ("The deficit", Doubt.NONE)
    assert found.authors.value == "Lena Ashgrove"
    assert found.published.value == "2024-11-11"
    assert found.language.value == "uk"
    assert words(found) == ["Слова."]


def test_scripts_in_markdown_are_no_text() -> None:
    assert words(captured(b"Text.\n\n<script>alert(1)</script>\n\n<div hidden>secret</div>\n", "a.md")) == ["Text."]


@pytest.mark.parametrize("source", ["[" * 50_000, "> " * 20_000 + "x", "- " * 5_000 + "x", "*a " * 30_000, "`" * 50_000,
                                    "[^a]: [^a]\n" * 5_000])  # fmt: skip
def test_hostile_marks_are_read_within_bounds(source: str) -> None:
    assert captured(source.encode(), "a.md").text


def test_a_text_of_definitions_alone_is_read_as_plain() -> None:
    assert words(captured(b"[a]: http://x.example\n", "a.md")) == ["[a]: http://x.example"]
