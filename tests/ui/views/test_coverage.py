"""Coverage in the reader and its panel: the current sentence, the next one, striking and taking back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factdesk.library.library import Library
from factdesk.model.enums import SentenceState, StrikeReason
from factdesk.model.values.text import Sentence
from factdesk.ui.actionset import ActionSet
from factdesk.ui.views.coverage_panel import CoveragePanel
from factdesk.ui.views.reader import ReaderView
from factdesk.ui.widgets.key_menu import KeyMenu
from factdesk.ui.widgets.page.marks import MarkKind
from ui.reading import REPORT_ID, Parts, open_story, span_of, verdicts
from ui.small_library import version_of


@pytest.fixture
def panel(library: Library, parts: Parts, reader: ReaderView, qtbot: QtBot) -> CoveragePanel:
    """Give the panel, tied to the reader as the desk ties it."""
    view = CoveragePanel(library=library, actions=parts.actions)
    qtbot.addWidget(view)
    reader.coverage_read.connect(view.show_coverage)
    reader.sentence_selected.connect(view.show_sentence)
    view.sentence_wanted.connect(reader.go_to_sentence)
    view.strike_wanted.connect(reader.coverage.strike)
    return view


def switch_on(reader: ReaderView, deeds: ActionSet, qtbot: QtBot) -> None:
    open_story(reader, qtbot, REPORT_ID)
    deeds["view.coverage"].trigger()
    qtbot.waitUntil(lambda: current(reader) is not None)


def current(reader: ReaderView) -> Sentence | None:
    return reader.coverage.current_sentence()


def current_words(reader: ReaderView) -> str:
    sentence = current(reader)
    return reader.page.words(sentence.span) if sentence else ""


def open_marks(reader: ReaderView) -> list[str]:
    return [mark.id for mark in reader.page.marks if mark.kind is MarkKind.OPEN]


def test_coverage_is_read_only_where_it_is_shown(reader: ReaderView, deeds: ActionSet, qtbot: QtBot) -> None:
    open_story(reader, qtbot, REPORT_ID)
    assert reader.content is not None and reader.content.coverage is None
    deeds["view.coverage"].trigger()
    qtbot.waitUntil(lambda: reader.content is not None and reader.content.coverage is not None)


def test_switching_on_shows_open_sentences_and_the_first_of_them(
    reader: ReaderView, deeds: ActionSet, panel: CoveragePanel, qtbot: QtBot
) -> None:
    switch_on(reader, deeds, qtbot)
    sentence = current(reader)
    assert sentence is not None and sentence.state is SentenceState.OPEN
    marked = reader.page.mark(f"open-{sentence.number}")
    assert marked is not None and marked.is_current
    assert reader.foot.isVisible()
    assert panel.model.rowCount() > 0


def test_panel_shows_the_current_sentence_and_its_paragraph(
    reader: ReaderView, deeds: ActionSet, panel: CoveragePanel, qtbot: QtBot
) -> None:
    switch_on(reader, deeds, qtbot)
    first = panel.view.currentIndex().row()
    words = {label.text() for label in panel.findChildren(type(panel._title))}
    sentence = current(reader)
    assert sentence is not None and reader.content is not None and reader.content.coverage is not None
    assert f"Sentence {sentence.number} of {reader.content.coverage.total}" in words
    deeds["coverage.next"].trigger()
    assert current(reader) != sentence
    assert panel.view.currentIndex().row() >= first


def test_next_goes_round_and_previous_back(reader: ReaderView, deeds: ActionSet, qtbot: QtBot) -> None:
    switch_on(reader, deeds, qtbot)
    opened = current(reader)
    count = len(open_marks(reader))
    for _step in range(count):
        deeds["coverage.next"].trigger()
    assert current(reader) == opened
    deeds["coverage.next"].trigger()
    deeds["coverage.previous"].trigger()
    assert current(reader) == opened
    assert sum(mark.is_current for mark in reader.page.marks) == 1


def test_nothing_to_check_then_a_digit_strikes_and_moves_on(
    reader: ReaderView, deeds: ActionSet, library: Library, qtbot: QtBot
) -> None:
    switch_on(reader, deeds, qtbot)
    words, judged = current_words(reader), verdicts(library)
    deeds["coverage.strike"].trigger()
    menu = reader.findChild(KeyMenu)
    assert menu is not None
    qtbot.keyClick(menu, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(library.coverage.strikes(version_of(library, REPORT_ID))) == 1)
    strike = library.coverage.strikes(version_of(library, REPORT_ID))[0]
    assert (strike.anchor.exact, strike.reason) == (words, StrikeReason.FORECAST)
    qtbot.waitUntil(lambda: current_words(reader) not in ("", words))
    assert verdicts(library) == judged


def test_struck_sentence_is_taken_back_by_nought(
    reader: ReaderView, deeds: ActionSet, library: Library, qtbot: QtBot
) -> None:
    switch_on(reader, deeds, qtbot)
    sentence = current(reader)
    assert sentence is not None
    reader.coverage.strike(StrikeReason.OPINION)
    qtbot.waitUntil(lambda: current(reader) is not None and current(reader).number != sentence.number)  # type: ignore[union-attr]
    reader.go_to_sentence(sentence.number)
    deeds["coverage.strike"].trigger()
    menu = reader.findChild(KeyMenu)
    assert menu is not None
    qtbot.keyClick(menu, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: library.coverage.strikes(version_of(library, REPORT_ID)) == ())


def test_reason_in_the_panel_strikes_and_is_counted(
    reader: ReaderView, deeds: ActionSet, panel: CoveragePanel, library: Library, qtbot: QtBot
) -> None:
    switch_on(reader, deeds, qtbot)
    button = panel.findChild(QPushButton, f"strike-{StrikeReason.SCENE}")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: panel._reason_counts[StrikeReason.SCENE].text() == "1 passage")


def test_mark_takes_the_current_sentence(reader: ReaderView, deeds: ActionSet, library: Library, qtbot: QtBot) -> None:
    switch_on(reader, deeds, qtbot)
    words = current_words(reader)
    deeds["claim.mark"].trigger()
    qtbot.waitUntil(lambda: len(library.claims.rows()) == 3)
    assert words in {row.anchor.exact for row in library.claims.rows()}
    qtbot.waitUntil(lambda: current_words(reader) not in ("", words))


def test_selected_words_win_over_the_current_sentence(
    reader: ReaderView, deeds: ActionSet, library: Library, qtbot: QtBot
) -> None:
    switch_on(reader, deeds, qtbot)
    reader.page.select(span_of(reader, "for a pilot"))
    reader.coverage.strike(StrikeReason.COMMON)
    qtbot.waitUntil(lambda: len(library.coverage.strikes(version_of(library, REPORT_ID))) == 1)
    assert library.coverage.strikes(version_of(library, REPORT_ID))[0].anchor.exact == "for a pilot"


def test_paragraph_leads_to_its_first_open_sentence(
    reader: ReaderView, deeds: ActionSet, panel: CoveragePanel, qtbot: QtBot
) -> None:
    switch_on(reader, deeds, qtbot)
    last = panel.model.index(panel.model.rowCount() - 1, 0)
    panel.view.activated.emit(last)
    assert panel.view.currentIndex() == last


def test_all_dealt_with_is_said(reader: ReaderView, deeds: ActionSet, panel: CoveragePanel, qtbot: QtBot) -> None:
    switch_on(reader, deeds, qtbot)
    while current(reader) is not None:
        before = len(open_marks(reader))
        reader.coverage.strike(StrikeReason.COMMON)
        qtbot.waitUntil(lambda before=before: len(open_marks(reader)) < before)  # type: ignore[misc]
    assert reader.content is not None and reader.content.coverage is not None
    assert reader.content.coverage.percent == 100
    assert panel._state.text() == "every sentence is dealt with"
    assert not deeds["coverage.strike"].isEnabled()


def test_switching_off_takes_corners_and_foot_away(reader: ReaderView, deeds: ActionSet, qtbot: QtBot) -> None:
    switch_on(reader, deeds, qtbot)
    deeds["view.coverage"].trigger()
    qtbot.waitUntil(lambda: open_marks(reader) == [])
    assert reader.foot.isHidden()
