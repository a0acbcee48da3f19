"""The command palette: what it lists, how letters find, what Enter does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.actionset import ActionSet
from factdesk.ui.itemmodels.commands import Command
from factdesk.ui.views.palette import CommandPalette


def listed(palette: CommandPalette) -> list[Command]:
    rows = [palette.model.row_at(palette.model.index(row, 0)) for row in range(palette.model.rowCount())]
    return [row for row in rows if row is not None]


def opened(actions: ActionSet, host: QWidget) -> CommandPalette:
    palette = CommandPalette(actions, parent=host)
    palette.open()
    return palette


def test_it_lists_what_can_be_done_now(host: QWidget, actions: ActionSet) -> None:
    actions.enable(False, "claim.mark")
    ids = [command.id for command in listed(opened(actions, host))]
    assert "article.file" in ids
    assert "claim.mark" not in ids
    assert "help.palette" not in ids


def test_letters_find_the_beginnings_of_words_first(host: QWidget, actions: ActionSet, qtbot: QtBot) -> None:
    palette = opened(actions, host)
    qtbot.keyClicks(palette.line, "ver")
    found = listed(palette)
    assert found[0].text == "Versions…"
    assert found[0].marks == (0, 1, 2)
    assert {"Add version…", "Give verdict…"} <= {command.text for command in found}


def test_words_of_the_tip_find_too(host: QWidget, actions: ActionSet, qtbot: QtBot) -> None:
    palette = opened(actions, host)
    qtbot.keyClicks(palette.line, "sealed")
    assert [command.id for command in listed(palette)] == ["article.original"]


def test_enter_runs_the_chosen_command_after_the_focus_went_back(
    host: QWidget, actions: ActionSet, qtbot: QtBot
) -> None:
    field = QLineEdit(host)
    field.show()
    field.setFocus()
    focused: list[bool] = []
    actions.on("claim.next", lambda: focused.append(field.hasFocus()))
    palette = opened(actions, host)
    qtbot.keyClicks(palette.line, "next claim")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert focused == [True]
    assert not palette.is_open


def test_arrows_choose_another(host: QWidget, actions: ActionSet, qtbot: QtBot) -> None:
    ran: list[str] = []
    actions.on("claim.previous", lambda: ran.append("previous"))
    palette = opened(actions, host)
    qtbot.keyClicks(palette.line, "claim")
    texts = [command.id for command in listed(palette)]
    for _step in range(texts.index("claim.previous")):
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert ran == ["previous"]


def test_nothing_that_fits_is_said(host: QWidget, actions: ActionSet, qtbot: QtBot) -> None:
    palette = opened(actions, host)
    qtbot.keyClicks(palette.line, "zzz")
    assert listed(palette) == []
    assert palette.view.isHidden()
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.is_open


def test_a_click_runs(host: QWidget, actions: ActionSet, qtbot: QtBot) -> None:
    palette = opened(actions, host)
    index = palette.model.first()
    with qtbot.waitSignal(actions["article.file"].triggered):
        qtbot.mouseClick(
            palette.view.viewport(), Qt.MouseButton.LeftButton, pos=palette.view.visualRect(index).center()
        )
