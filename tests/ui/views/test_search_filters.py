"""Narrowing the search: values, years, chips, the whole of a kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.library import Library
from factdesk.model.values.text import Span
from factdesk.tasks.runner import Runner
from factdesk.ui.actionset import ActionSet
from factdesk.ui.navigator import Navigator
from factdesk.ui.views.search_overlay import SearchOverlay
from factdesk.ui.widgets.notices import EmptyState
from ui.small_library import version_of
from ui.views.searching import ask, chips, facet, ids, press, tick

SHIFT = Qt.KeyboardModifier.ShiftModifier
MANY = 60


@pytest.fixture
def overlay(host: QWidget, library: Library, runner: Runner, actions: ActionSet, qtbot: QtBot) -> SearchOverlay:
    made = SearchOverlay(library=library, runner=runner, navigator=Navigator(host), actions=actions, parent=host)
    made.open()
    qtbot.waitUntil(lambda: made.facets.model.rowCount() > 0)
    return made


def test_a_ticked_value_narrows_and_becomes_a_chip(overlay: SearchOverlay, qtbot: QtBot) -> None:
    ask(overlay, qtbot, "year")
    tick(overlay, "kind", "claim")
    qtbot.waitUntil(lambda: ids(overlay) == {"C-1"})
    assert chips(overlay) == ["Claims"]
    assert facet(overlay, "kind", "article").count > 0


def test_backspace_in_the_empty_line_takes_the_last_filter_away(overlay: SearchOverlay, qtbot: QtBot) -> None:
    tick(overlay, "kind", "article")
    qtbot.waitUntil(lambda: len(chips(overlay)) == 1)
    tick(overlay, "language", "uk")
    qtbot.waitUntil(lambda: ids(overlay) == {"A-3"})
    press(overlay, qtbot, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: chips(overlay) == ["Articles"])
    press(overlay, qtbot, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: not chips(overlay))


def test_years_narrow(overlay: SearchOverlay, qtbot: QtBot) -> None:
    assert overlay.facets.years.years == [2024, 2025, 2026]
    overlay.facets.years.setFocus()
    qtbot.keyClick(overlay.facets.years, Qt.Key.Key_Left)
    qtbot.keyClick(overlay.facets.years, Qt.Key.Key_Left, SHIFT)
    qtbot.keyClick(overlay.facets.years, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chips(overlay) == ["2024–2025"])
    qtbot.waitUntil(lambda: {"A-2", "A-3"} <= ids(overlay))
    assert "A-1" not in ids(overlay)
    qtbot.keyClick(overlay.facets.years, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not chips(overlay))


def test_tab_goes_from_the_line_to_the_filters_and_space_ticks(overlay: SearchOverlay, qtbot: QtBot) -> None:
    press(overlay, qtbot, Qt.Key.Key_Tab)
    qtbot.waitUntil(overlay.facets.view.hasFocus)
    qtbot.keyClick(overlay.facets.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(chips(overlay)) == 1)


def test_nothing_found_says_so_and_offers_to_remove_filters(overlay: SearchOverlay, qtbot: QtBot) -> None:
    tick(overlay, "kind", "claim")
    qtbot.waitUntil(lambda: len(chips(overlay)) == 1)
    ask(overlay, qtbot, "zebra")
    said = overlay.messages.currentWidget()
    assert isinstance(said, EmptyState)
    assert "zebra" in said.accessibleName()
    said.button.click()
    qtbot.waitUntil(lambda: not chips(overlay))


def test_a_kind_is_shown_whole_and_paged(overlay: SearchOverlay, library: Library, qtbot: QtBot) -> None:
    version = version_of(library, 2)
    for start in range(MANY):
        library.claims.mark(version, Span(start, start + 8))
    library.indexing.drain()
    ask(overlay, qtbot, "kind:claim")
    assert len(ids(overlay)) == 3
    press(overlay, qtbot, Qt.Key.Key_Return, SHIFT)
    qtbot.waitUntil(lambda: len(ids(overlay)) == 50)
    overlay.results.choose(overlay.results.found.index(50, 0))
    qtbot.waitUntil(lambda: len(ids(overlay)) == MANY + 2)
    assert ids(overlay) == {f"C-{number}" for number in range(1, MANY + 3)}
    assert chips(overlay) == ["Claims"]
