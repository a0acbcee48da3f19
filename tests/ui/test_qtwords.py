"""Qt's own words follow the language of the program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from factdesk import words
from factdesk.ui import qtwords


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    yield
    words.use_language("en")
    qtwords.speak(qapp)


def words_of_a_field(qtbot: QtBot) -> list[str]:
    """Give the words of the menu that a field opens."""
    field = QLineEdit("words")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    menu.setParent(field)
    return [action.text().partition("\t")[0].replace("&", "") for action in menu.actions()]


def test_a_field_speaks_ukrainian_and_english_again(qapp: QApplication, qtbot: QtBot) -> None:
    words.use_language("uk")
    qtwords.speak(qapp)
    assert "Копіювати" in words_of_a_field(qtbot)
    assert QKeySequence("Alt+Left").toString(QKeySequence.SequenceFormat.NativeText) == "Alt+Вліво"
    words.use_language("en")
    qtwords.speak(qapp)
    assert "Copy" in words_of_a_field(qtbot)


def test_one_translator_at_most(qapp: QApplication) -> None:
    for code in ("uk", "uk", "en", "uk"):
        words.use_language(code)
        qtwords.speak(qapp)
    assert [one.objectName() for one in qapp.findChildren(QTranslator)] == ["qt-words-uk"]
