"""Marks on the page: lanes, hits, clicks, ticks, coverage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from factdesk.model.values.text import Span
from factdesk.ui.theme import theme
from factdesk.ui.widgets.page.boxes import span_boxes
from factdesk.ui.widgets.page.gutter import gutter_items
from factdesk.ui.widgets.page.marks import Mark, MarkKind, MarkSet, lanes
from factdesk.ui.widgets.page.view import PageView
from shots import gallery_text
from shots.gallery_text import HEAD, TEXT, claims, spot

SPANS = st.lists(
    st.tuples(st.integers(0, 80), st.integers(1, 30)).map(lambda pair: Span(pair[0], sum(pair))), max_size=14
)


@pytest.fixture
def page(qtbot: QtBot) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(786, 900)
    made.set_content(TEXT, head=HEAD)
    made.set_marks(claims())
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made._layout.is_whole)
    made.grab()
    return made


def point_of(page: PageView, span: Span, at: int = 0) -> QPoint:
    box = span_boxes(page._layout, span)[at]
    middle = box.ground().center()
    return QPoint(round(middle.x()), round(box.baseline - 4) - page.verticalScrollBar().value())


@given(SPANS)
def test_overlapping_marks_never_share_a_lane(spans: list[Span]) -> None:
    found = lanes(spans)
    for one, first in enumerate(spans):
        for two, second in enumerate(spans):
            if one < two and first.overlaps(second):
                assert found[one] != found[two]


@given(SPANS)
def test_enclosing_mark_runs_below_what_it_holds(spans: list[Span]) -> None:
    found = lanes(spans)
    for one, outer in enumerate(spans):
        for two, inner in enumerate(spans):
            if outer.contains(inner) and outer != inner:
                assert found[one] > found[two]


def test_of_two_that_cross_the_earlier_runs_above() -> None:
    assert lanes([Span(5, 20), Span(0, 10)]) == [1, 0]


@given(SPANS, st.integers(0, 120))
def test_marks_at_a_place_are_all_that_hold_it_shortest_first(spans: list[Span], offset: int) -> None:
    marks = MarkSet([Mark(f"C-{at}", span) for at, span in enumerate(spans)])
    found = marks.at(offset)
    assert {mark.id for mark in found} == {
        f"C-{at}" for at, span in enumerate(spans) if span.start <= offset < span.end
    }
    assert [len(mark.span) for mark in found] == sorted(len(mark.span) for mark in found)


def test_click_on_a_mark_chooses_it(qtbot: QtBot, page: PageView) -> None:
    with qtbot.waitSignal(page.mark_clicked) as heard:
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=point_of(page, page.mark("C-4").span))
    assert heard.args == ["C-4"]
    assert page.selected_mark == "C-4"


def test_clicks_go_from_the_shortest_mark_outwards_and_round(qtbot: QtBot, page: PageView) -> None:
    heard: list[str] = []
    page.mark_clicked.connect(heard.append)
    where = point_of(page, page.mark("C-2").span)
    for _time in range(3):
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert heard == ["C-2", "C-1", "C-2"]


def test_click_beside_the_marks_tells_nothing(qtbot: QtBot, page: PageView) -> None:
    heard: list[str] = []
    page.mark_clicked.connect(heard.append)
    where = point_of(page, spot("Chief executive Ines"))
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert heard == []


def test_click_on_a_gutter_shape_chooses_its_mark(qtbot: QtBot, page: PageView) -> None:
    item = next(item for item in page.canvas.gutter if item.marks[0].id == "C-3")
    with qtbot.waitSignal(page.gutter_clicked) as heard:
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=item.place.center().toPoint())
    assert heard.args == ["C-3"]


def test_dragging_selects_and_chooses_no_mark(qtbot: QtBot, page: PageView) -> None:
    heard: list[str] = []
    page.mark_clicked.connect(heard.append)
    start, end = point_of(page, spot("No ward")), point_of(page, spot("since I"))
    qtbot.mousePress(page.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(page.viewport(), end)
    qtbot.mouseRelease(page.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert heard == []
    assert page.span() is not None


def test_head_fact_with_a_key_can_be_clicked(qtbot: QtBot, page: PageView) -> None:
    block = page.document().findBlockByNumber(page._layout.plan.meta)
    at = page._layout.flow.origin(block.blockNumber())
    line = block.layout().lineAt(0)
    x = at.x() + line.naturalTextWidth() - 20
    with qtbot.waitSignal(page.head_activated) as heard:
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(at.y() + 8)))
    assert heard.args == ["url"]


def test_caret_entering_a_mark_is_told(qtbot: QtBot, page: PageView) -> None:
    with qtbot.waitSignal(page.mark_entered) as heard:
        page.set_caret(spot("ward has been closed").start)
    assert heard.args == ["C-4"]


def test_shift_and_arrows_select_words(qtbot: QtBot, page: PageView) -> None:
    page.setFocus()
    page.set_caret(spot("Velmark Regional").start)
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page, Qt.Key.Key_Right, control)
    qtbot.keyClick(page, Qt.Key.Key_Right, control)
    assert page.words(page.span()) == "Velmark Regional"


def test_enter_opens_the_chosen_mark(qtbot: QtBot, page: PageView) -> None:
    page.select_mark("C-5")
    with qtbot.waitSignal(page.mark_activated) as heard:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert heard.args == ["C-5"]


def test_letters_are_left_to_the_owner(qtbot: QtBot, page: PageView) -> None:
    before = page.toPlainText()
    for key in (Qt.Key.Key_J, Qt.Key.Key_M, Qt.Key.Key_1):
        qtbot.keyClick(page, key)
    assert page.toPlainText() == before


def test_chosen_mark_comes_into_view(page: PageView, qtbot: QtBot) -> None:
    page.resize(786, 200)
    page.select_mark("C-8")
    top, high = page.verticalScrollBar().value(), page.viewport().height()
    assert top < span_boxes(page._layout, page.mark("C-8").span)[0].baseline < top + high


def test_marks_that_are_gone_are_chosen_no_more(page: PageView) -> None:
    page.select_mark("C-4")
    page.set_marks([mark for mark in claims() if mark.id != "C-4"])
    assert page.selected_mark == ""
    assert len(page.ticks.ticks) == 7


def test_tint_lies_under_the_words_and_line_over_them(page: PageView) -> None:
    image = page.grab().toImage()
    box = span_boxes(page._layout, page.mark("C-1").span)[0]
    at = box.ground()
    tint = image.pixelColor(round(at.left()) + 20, round(at.top()) + 1)
    assert tint == QColor(theme().verdict("true").tint)
    line = image.pixelColor(round(at.center().x()), round(box.baseline + box.style.below - 1 + 5))
    assert line == QColor(theme().verdict("true").ink)


def test_changing_marks_lays_nothing_out_anew(page: PageView) -> None:
    before = page._layout.flow.tops()
    page.set_marks([Mark(f"X-{at}", Span(at * 7, at * 7 + 40), look="false") for at in range(100)])
    page.grab()
    assert page._layout.flow.tops() is before


def test_third_mark_of_a_line_is_counted() -> None:
    marks = [Mark(f"C-{at}", Span(at, at + 1)) for at in range(4)]
    items = gutter_items([(66.0, 100.0, marks)])
    assert [item.more for item in items] == [0, 3]
    assert all(item.place.right() <= 66 for item in items)
    assert all(item.place.left() >= 66 - 40 for item in items)


@pytest.mark.parametrize("kind", ["marks", "coverage", "compare", "blocks"])
def test_every_way_to_show_a_text_is_painted(qtbot: QtBot, kind: str) -> None:
    page = PageView()
    qtbot.addWidget(page)
    page.resize(700, 800)
    gallery_text.fill(page, kind)
    page.show()
    image = page.grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, 700, 3) for y in range(0, 800, 3)}) > 20


def test_struck_words_are_grey(qtbot: QtBot) -> None:
    page = PageView()
    qtbot.addWidget(page)
    page.resize(786, 900)
    page.set_content(TEXT)
    block = page.document().findBlock(0)
    page.set_marks([Mark("X-1", Span(0, 8), MarkKind.STRUCK)])
    page.grab()
    formats = page.canvas.word_formats(block)
    assert [(part.start, part.length) for part in formats] == [(0, 8)]
    assert formats[0].format.foreground().color() == theme().colour("text3")
