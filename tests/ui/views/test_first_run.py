"""The first window: its deeds, recent libraries, dropped files, language and colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factdesk import words
from factdesk.settings import ThemeChoice
from factdesk.ui.dropping import Brought
from factdesk.ui.preferences import Preferences
from factdesk.ui.views.first_run import FirstRunView
from factdesk.ui.widgets.fields import ComboField


@pytest.fixture
def view(preferences: Preferences, qtbot: QtBot) -> FirstRunView:
    made = FirstRunView(preferences=preferences)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def english() -> Iterator[None]:
    yield
    words.use_language("en")


def button(view: FirstRunView, name: str) -> QPushButton:
    return next(one for one in view.findChildren(QPushButton) if one.objectName() == name and not one.isHidden())


@pytest.mark.parametrize("name", ["new", "open", "sample"])
def test_each_card_has_its_deed(view: FirstRunView, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(getattr(view, f"{name}_wanted")):
        button(view, f"first-run-{name}").click()


def test_a_recent_library_is_opened_by_a_click(view: FirstRunView, qtbot: QtBot, tmp_path: Path) -> None:
    view.show_recent((str(tmp_path / "b.factdesk"), str(tmp_path / "a.factdesk")))
    with qtbot.waitSignal(view.recent_chosen) as chosen:
        button(view, "recent-library").click()
    assert chosen.args == [str(tmp_path / "b.factdesk")]


def test_dropped_files_are_handed_over(view: FirstRunView, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "story.txt")), QUrl("https://example.org/")])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(view.dropped) as dropped:
        view.dropEvent(event)
    assert dropped.args == [Brought((tmp_path / "story.txt",))]


def test_colours_are_changed_at_once(view: FirstRunView, preferences: Preferences) -> None:
    combo = view.findChild(ComboField, "first-run-colours")
    combo.chosen.emit("dark")
    assert preferences.settings.theme is ThemeChoice.DARK


@pytest.mark.usefixtures("english")
def test_another_language_is_spoken_at_once(view: FirstRunView, preferences: Preferences, qtbot: QtBot) -> None:
    preferences.changed.connect(lambda settings: words.use_language(settings.language))
    view.findChild(ComboField, "first-run-language").chosen.emit("uk")
    assert preferences.settings.language == "uk"

    def is_rebuilt() -> bool:
        shown = [one for one in view.findChildren(ComboField, "first-run-language") if not one.isHidden()]
        return bool(shown) and shown[-1].value == "uk"

    qtbot.waitUntil(is_rebuilt)
