"""The reading page: opening, places, sizes, finding."""

from __future__ import annotations

import time
from itertools import pairwise
from statistics import quantiles

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from factdesk.model.enums import BlockKind
from factdesk.model.values.text import CanonicalText, Span
from factdesk.ui.widgets.page.find_bar import FindBar
from factdesk.ui.widgets.page.finding import find_words
from factdesk.ui.widgets.page.marks import Mark
from factdesk.ui.widgets.page.view import PageView
from shots.gallery_text import HEAD, TEXT, canonical, spot

SENTENCE = "The board was told on Tuesday that agency nurses cost three times what they did two years ago. "


def long_text(paragraphs: int) -> CanonicalText:
    return canonical(tuple((BlockKind.PARAGRAPH, f"{at}. " + SENTENCE * 3, 0) for at in range(paragraphs)))


@pytest.fixture
def page(qtbot: QtBot) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(786, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def fill(qtbot: QtBot, page: PageView, content: CanonicalText, **more: object) -> None:
    with qtbot.waitSignal(page.content_filled):
        page.set_content(content, **more)


# Time of this thread alone, so that a busy machine does not fail the test.
def test_long_text_opens_without_holding_the_window(qtbot: QtBot, page: PageView) -> None:
    content = long_text(1900)
    beats: list[float] = []
    timer = QTimer()
    timer.setInterval(1)
    timer.timeout.connect(lambda: beats.append(time.thread_time()))
    timer.start()
    fill(qtbot, page, content)
    timer.stop()
    gaps = [later - earlier for earlier, later in pairwise(beats)]
    assert len(content.text.split()) > 100_000
    assert quantiles(gaps, n=20)[-1] < 0.05


def test_going_through_marks_of_a_long_text_is_quick(qtbot: QtBot, page: PageView) -> None:
    content = long_text(1900)
    fill(qtbot, page, content)
    step = len(content.text) // 300
    page.set_marks([Mark(f"C-{at}", Span(at * step, at * step + 60), look="false") for at in range(299)])
    taken: list[float] = []
    for at in range(0, 299, 6):
        start = time.thread_time()
        page.select_mark(f"C-{at}")
        page.viewport().repaint()
        taken.append(time.thread_time() - start)
    assert quantiles(taken, n=20)[-1] < 0.05


def test_text_can_open_at_a_place_far_down(qtbot: QtBot, page: PageView) -> None:
    content = long_text(400)
    place = Span(len(content.text) - 5000, len(content.text) - 4990)
    page.set_content(content, place=place)
    assert abs(page.place().start - place.start) < 200
    qtbot.waitUntil(lambda: page._layout.is_whole)
    assert abs(page.place().start - place.start) < 200


@pytest.mark.parametrize("size", [16, 22])
def test_reading_place_stays_on_zoom(qtbot: QtBot, page: PageView, size: int) -> None:
    content = long_text(200)
    fill(qtbot, page, content, place=Span(20_000, 20_001))
    before = page.place().start
    page.set_size(size)
    qtbot.waitUntil(lambda: page._layout.is_whole)
    assert page.size_px == size
    assert abs(page.place().start - before) < 120


def test_reading_place_stays_on_resize_and_back(qtbot: QtBot, page: PageView) -> None:
    fill(qtbot, page, long_text(200), place=Span(20_000, 20_001))
    before = page.place().start
    for width in (640, 560, 700, 786):
        page.resize(width, 700)
    qtbot.waitUntil(lambda: page._layout.is_whole)
    assert abs(page.place().start - before) < 20


def test_keys_change_the_size(qtbot: QtBot, page: PageView) -> None:
    page.set_content(TEXT)
    with qtbot.waitSignal(page.zoom_changed) as heard:
        qtbot.keyClick(page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == [20]
    qtbot.keyClick(page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.size_px == 18
    for _step in range(5):
        page.zoom(-1)
    assert page.size_px == 16


def test_lines_are_never_longer_than_the_measure(qtbot: QtBot, page: PageView) -> None:
    page.resize(1600, 700)
    fill(qtbot, page, long_text(3))
    assert page._layout.flow.column.width == 660
    assert page._layout.flow.column.left > 300


def test_selection_is_told_in_code_points(qtbot: QtBot, page: PageView) -> None:
    page.set_content(TEXT, head=HEAD)
    with qtbot.waitSignal(page.selection_changed) as heard:
        page.select(spot("three times"))
    assert heard.args == [spot("three times")]
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.span() is None


def test_new_text_takes_marks_hits_and_selection_away(page: PageView) -> None:
    page.set_content(TEXT)
    page.set_marks([Mark("C-1", Span(0, 7))])
    page.select_mark("C-1")
    page.find_words("ward")
    page.select(Span(0, 7))
    page.set_content(long_text(1))
    assert (page.marks, page.selected_mark, page.hits, page.span()) == ((), "", (), None)


def test_menu_can_be_filled_by_the_owner(qtbot: QtBot, page: PageView) -> None:
    page.set_content(TEXT)
    page.select(spot("three times"))
    seen: list[object] = []

    def add(menu: QMenu, span: object) -> None:
        seen.append(span)
        menu.addAction("Mark claim")

    page.menu_wanted.connect(add)
    centre = page.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, centre, page.mapToGlobal(centre))

    page.contextMenuEvent(event)
    assert seen == [spot("three times")]
    menu = page.findChild(QMenu)
    assert [action.text() for action in menu.actions()][-1] == "Mark claim"
    menu.close()


def test_nothing_can_be_put_in(qtbot: QtBot, page: PageView) -> None:
    page.set_content(TEXT)
    before = page.toPlainText()
    qtbot.keyClicks(page, "abc")
    page.paste()
    assert page.toPlainText() == before
    assert page.loadResource(2, "http://example.org/x.png") is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("WARD", "ward"), ("resume", "résumé"), ("it's", "it’s"), ("об’єднали", "об'єднали"), ("\"no", "“no"),
        ("2025-26", "2025–26"), ("two  words", "two\nwords"), ("елка", "Ёлка"),
    ],
)  # fmt: skip
def test_finding_forgives_case_accents_and_signs(words: str, found: str) -> None:
    text = f"before {found} after"
    assert find_words(text, words) == (Span(7, 7 + len(found)),)


@pytest.mark.parametrize(("words", "text"), [("и", "й"), ("і", "ї"), ("xyz", "ward"), ("  ", "a  b"), ("", "a")])
def test_finding_keeps_apart_what_is_another_letter(words: str, text: str) -> None:
    assert find_words(text, words) == ()


def test_find_bar_counts_and_goes_round(qtbot: QtBot, page: PageView) -> None:
    page.set_content(TEXT, head=HEAD)
    bar = FindBar(page)
    qtbot.addWidget(bar)
    bar.show()
    bar.open("ward")
    assert len(page.hits) == 4
    assert page.current_hit == 0
    qtbot.keyClick(bar.field, Qt.Key.Key_F3)
    qtbot.keyClick(bar.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(bar.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert page.current_hit == 3
    assert bar.field.accessibleDescription() == "4 of 4"
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert page.hits == ()
    assert page.words(page.span()) == "ward"


def test_find_bar_says_when_nothing_is_there(qtbot: QtBot, page: PageView) -> None:
    page.set_content(TEXT)
    bar = FindBar(page)
    qtbot.addWidget(bar)
    bar.open("zebra")
    assert bar.field.accessibleDescription() == "Not found"


def test_page_says_its_language_and_its_marks(page: PageView) -> None:
    page.set_content(TEXT, language="uk")
    page.set_marks([Mark("C-1", Span(0, 7)), Mark("C-2", Span(8, 12))])
    assert page.accessibleName() == "Text"
    assert page.accessibleDescription() == "українська, 2 marks"
