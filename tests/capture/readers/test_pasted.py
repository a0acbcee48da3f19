"""What was copied: rich text with its blocks, sanitised, and plain words."""

from __future__ import annotations

from capture.samples import ENGLISH, kept
from factdesk.capture.captured import Captured
from factdesk.capture.readers import pasted, read


def copied(words: str, html: str = "") -> Captured:
    return read(pasted.payload(words, html))


def test_rich_text_keeps_its_blocks() -> None:
    html = f"<h2>Head</h2><p>{ENGLISH}</p><ul><li>one<ul><li>two</li></ul></li></ul><blockquote>said</blockquote>"
    found = copied("plain", html)
    assert kept(found) == [
        ("heading", "Head"),
        ("paragraph", ENGLISH),
        ("item", "one"),
        ("item", "two"),
        ("quotation", "said"),
    ]
    assert found.media_type == "text/html"
    assert [read.block.level for read in found.blocks] == [2, 0, 1, 2, 0]


def test_scripts_and_hidden_parts_are_taken_off() -> None:
    html = (
        "<p>a</p><script>alert(1)</script><style>p{}</style><p style='display:none'>secret</p><iframe src=x></iframe>"
    )
    assert [said for _kind, said in kept(copied("", html))] == ["a"]


def test_a_word_processors_fragment_is_read() -> None:
    html = (
        "<html><head><style>x</style></head><body><!--StartFragment--><p class=MsoNormal>Text</p>"
        "<p class=MsoListParagraph><span>·<span>       </span></span>point</p><!--EndFragment--></body></html>"
    )
    assert kept(copied("", html)) == [("paragraph", "Text"), ("item", "point")]


def test_plain_words_are_paragraphs() -> None:
    found = copied("Перший рядок\n\nДругий рядок 🏴")
    assert kept(found) == [("paragraph", "Перший рядок"), ("paragraph", "Другий рядок 🏴")]
    assert found.media_type == "text/plain"


def test_lone_surrogates_of_a_clipboard_are_replaced() -> None:
    assert kept(copied("half \ud83d of an emoji")) == [("paragraph", "half ? of an emoji")]


def test_deep_nesting_is_read_within_bounds() -> None:
    found = copied("", "<div>" * 30_000 + "deep" + "</div>" * 30_000)
    assert "deep" in found.text
