"""The table of sources: every source, filtered, sorted, thrown away and brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.library import Library
from factdesk.model.ids import SourceId
from factdesk.ui.actionset import ActionSet
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.views.sources import SourcesView
from ui.small_library import went_to


def made_view(request: pytest.FixtureRequest) -> SourcesView:
    parts = {name: request.getfixturevalue(name) for name in ("runner", "bus", "navigator", "actions")}
    return SourcesView(library=request.getfixturevalue("empty_library"), **parts)


@pytest.fixture
def view(request: pytest.FixtureRequest, library: Library, host: QWidget) -> SourcesView:
    assert library.sources.rows()
    made = made_view(request)
    QVBoxLayout(host).addWidget(made)
    return made


def titles(view: SourcesView) -> list[str]:
    model = view.view.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_sources_are_listed_and_filtered(qtbot: QtBot, view: SourcesView) -> None:
    qtbot.waitUntil(lambda: len(titles(view)) == 2)
    assert titles(view) == ["Annual report of the harbour office", "Call to the pilots"]
    QTest.keyClicks(view.findChild(QLineEdit), "pilots")
    qtbot.waitUntil(lambda: titles(view) == ["Call to the pilots"])


def test_enter_opens_the_sheet(qtbot: QtBot, view: SourcesView, navigator: Navigator) -> None:
    targets = went_to(navigator)
    qtbot.waitUntil(lambda: len(titles(view)) == 2)
    view.view.selectRow(1)
    QTest.keyClick(view.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: targets == [Target(Place.SOURCE, 2)])


def test_thrown_away_source_is_brought_back_from_the_trash(
    qtbot: QtBot, view: SourcesView, library: Library, navigator: Navigator
) -> None:
    targets = went_to(navigator)
    qtbot.waitUntil(lambda: len(titles(view)) == 2)
    library.sources.delete(SourceId(2))
    qtbot.waitUntil(lambda: titles(view) == ["Annual report of the harbour office"])
    next(one for one in view.findChildren(QAbstractButton) if one.text() == "Trash").click()
    qtbot.waitUntil(lambda: titles(view) == ["Call to the pilots"])
    view.view.selectRow(0)
    QTest.keyClick(view.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(view) == [])
    assert len(library.sources.rows()) == 2
    assert targets == []


def test_empty_library_offers_to_add_one(
    qtbot: QtBot, request: pytest.FixtureRequest, actions: ActionSet, host: QWidget
) -> None:
    made = made_view(request)
    QVBoxLayout(host).addWidget(made)
    asked: list[str] = []
    actions["source.add"].triggered.connect(lambda: asked.append("asked"))
    qtbot.waitUntil(lambda: not made.view.isVisible())
    buttons = [one for one in made.findChildren(QAbstractButton) if one.text().startswith("Add source")]
    for one in buttons:
        one.click()
    assert asked == ["asked", "asked"]
