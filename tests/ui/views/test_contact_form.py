"""The form of a contact: what it shows can be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDateTimeEdit
from pytestqt.qtbot import QtBot

from factdesk import words
from factdesk.ui.views.source_sheet.contacts import _ContactForm


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    words.use_language("en")


@pytest.mark.parametrize("code", ["en", "uk"])
def test_the_moment_has_room_and_is_written_in_the_language(qtbot: QtBot, code: str) -> None:
    words.use_language(code)
    form = _ContactForm()
    qtbot.addWidget(form)
    form.resize(360, 220)
    form.start()
    field = form.findChild(QDateTimeEdit)
    assert field is not None
    assert field.lineEdit().width() > field.fontMetrics().horizontalAdvance(field.text())
    assert field.locale().name() == {"en": "en_GB", "uk": "uk_UA"}[code]
