"""Code points to positions and back, whatever the letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from factdesk.model.enums import BlockKind
from factdesk.model.values.text import Block, CanonicalText, Span
from factdesk.ui.widgets.page.head import Head, HeadItem, units
from factdesk.ui.widgets.page.mapping import OffsetMap
from factdesk.ui.widgets.page.plan import plan_page
from factdesk.ui.widgets.page.view import PageView
from shots.gallery_text import HEAD, canonical

LETTERS = st.text(st.sampled_from("a жї́й́👩‍⚕️𝔘שלו'’\u200d🇺🇦\n"), max_size=60)
WORDS = st.text(st.sampled_from("aж👩𝔘ש e\u0301🇺🇦"), min_size=1, max_size=20)


@given(LETTERS)
def test_every_code_point_comes_back(text: str) -> None:
    offsets = OffsetMap(text)
    for at in range(len(text) + 1):
        assert offsets.position(at) == units(text[:at])
        assert offsets.offset(offsets.position(at)) == at


@given(LETTERS, st.integers(0, 60), st.integers(1, 9))
def test_every_code_point_comes_back_beside_an_insert(text: str, cut: int, length: int) -> None:
    offsets = OffsetMap(text, [(min(cut, len(text)), length)])
    for at in range(len(text) + 1):
        assert offsets.offset(offsets.position(at)) == at


@given(LETTERS)
def test_position_inside_a_pair_belongs_to_its_letter(text: str) -> None:
    offsets = OffsetMap(text)
    for at, letter in enumerate(text):
        if letter > "\uffff":
            assert offsets.offset(offsets.position(at) + 1) == at


@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_span_selected_on_the_page_is_the_span_asked_for(words: list[str], data: st.DataObject) -> None:
    parts = tuple((BlockKind.PARAGRAPH, word, 0) for word in words)
    content = canonical(parts)
    plan = plan_page(content, Head(("👩 kicker",), "Headline", "", (HeadItem("link", "𝔘"),)))
    start = data.draw(st.integers(0, len(content.text)))
    end = data.draw(st.integers(start, len(content.text)))
    first, last = plan.offsets.positions(Span(start, end))
    shown = plan.text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le")
    if end > start:
        assert shown.replace("\n", "") == content.text[start:end].replace("\n", "")
        assert plan.offsets.span(first, last) == Span(start, end)


def test_page_selects_and_reads_back_any_words(qtbot: QtBot) -> None:
    page = PageView()
    qtbot.addWidget(page)
    words = ("Title 👩‍⚕️", "Кава е́ ї 🇺🇦 кінець", "שלום עולם and more", "plain")
    content = canonical(tuple((BlockKind.PARAGRAPH, word, 0) for word in words))
    page.set_content(content, head=HEAD)
    for word in ("👩‍⚕️", "е́ ї 🇺🇦", "עולם and", "plain"):
        start = content.text.index(word)
        page.select(Span(start, start + len(word)))
        assert page.span() == Span(start, start + len(word))
        assert page.createMimeDataFromSelection().text() == word


def test_selection_is_trimmed_of_spaces(qtbot: QtBot) -> None:
    page = PageView()
    qtbot.addWidget(page)
    page.set_content(canonical(((BlockKind.PARAGRAPH, "one two three", 0),)))
    page.select(Span(3, 8))
    assert page.span() == Span(4, 7)
    page.select(Span(3, 4))
    assert page.span() is None


def test_odd_letters_keep_the_places_of_the_others() -> None:
    text = "a\u2029b\rc\0d\nnext"
    content = CanonicalText(text, (Block(BlockKind.PARAGRAPH, 0, 7), Block(BlockKind.PARAGRAPH, 8, 12)))
    plan = plan_page(content)
    assert len(plan.text) == len(text)
    assert plan.text.index("next") == 8
    assert plan.text.count("\n") == 1


def test_headline_of_the_text_is_shown_once_and_can_be_marked() -> None:
    parts = ((BlockKind.HEADING, "A record", 1), (BlockKind.PARAGRAPH, "It said.", 0), (BlockKind.PARAGRAPH, "Body", 0))
    plan = plan_page(canonical(parts), Head(("Courier",), "A record", "It said.", (HeadItem("link", "x"),)))
    assert [block.kind for block in plan.blocks] == ["kicker", "headline", "standfirst", "meta", "paragraph"]
    assert plan.text.count("A record") == 1
    assert plan.is_text(1)
    assert not plan.is_text(3)
    assert plan.text[plan.offsets.position(0) :].startswith("A record")


def test_head_of_a_text_without_headline_stands_before_it() -> None:
    plan = plan_page(canonical(((BlockKind.PARAGRAPH, "Body", 0),)), Head((), "A record", "It said."))
    assert [block.kind for block in plan.blocks] == ["headline", "standfirst", "paragraph"]
    assert plan.offsets.position(0) == len("A record\nIt said.\n")


def test_text_that_is_a_headline_only_keeps_its_place() -> None:
    plan = plan_page(
        canonical(((BlockKind.HEADING, "A record", 1),)), Head(("x",), "A record", "", (HeadItem("", "m"),))
    )
    assert plan.offsets.positions(Span(0, 8)) == (2, 10)
    assert plan.offsets.offset(len(plan.text)) == 8


def test_empty_text_is_an_empty_page(qtbot: QtBot) -> None:
    page = PageView()
    qtbot.addWidget(page)
    page.set_content(CanonicalText("", ()))
    assert page.span() is None
    assert page.words(page.place()) == ""
