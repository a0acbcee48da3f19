"""Dialogs: what they say has room."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from factdesk.ui.widgets.dialogs import ConfirmDialog


@pytest.mark.parametrize("times", [1, 4, 12])
def test_the_sentence_of_a_confirmation_has_room(qtbot: QtBot, times: int) -> None:
    dialog = ConfirmDialog("Delete the article", "It goes to the trash with its claims. " * times, "Delete")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.sentence.height() >= dialog.sentence.heightForWidth(dialog.sentence.width())
