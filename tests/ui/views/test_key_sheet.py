"""The key sheet: what it lists, finding by words and by pressing a key, running."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.actions import ACTIONS, Scope
from factdesk.ui.actionset import ActionSet
from factdesk.ui.itemmodels.commands import Command
from factdesk.ui.itemmodels.rows import ROW_ROLE
from factdesk.ui.views.key_sheet import KeyCaption, KeySheet


def cells(sheet: KeySheet) -> list[object]:
    model = sheet.model
    return [
        model.index(row, column).data(ROW_ROLE)
        for column in range(model.columnCount())
        for row in range(model.rowCount())
    ]


def ids(sheet: KeySheet) -> list[str]:
    return [cell.id for cell in cells(sheet) if isinstance(cell, Command)]


def opened(actions: ActionSet, host: QWidget) -> KeySheet:
    sheet = KeySheet(actions, parent=host)
    sheet.open()
    return sheet


def test_it_lists_every_action_that_has_a_key(host: QWidget, actions: ActionSet) -> None:
    wanted = {row.id for row in ACTIONS if row.shortcut} - {"help.keys"}
    assert set(ids(opened(actions, host))) == wanted


def test_keys_of_the_user_are_listed(host: QWidget, actions: ActionSet) -> None:
    actions.use_keys({"claim.mark": "Ctrl+Alt+M", "claim.next": ""})
    sheet = opened(actions, host)
    known = {cell.id: cell.key for cell in cells(sheet) if isinstance(cell, Command)}
    assert known["claim.mark"] == "Ctrl+Alt+M"
    assert "claim.next" not in known


def test_a_group_stays_in_one_column_under_its_caption(host: QWidget, actions: ActionSet) -> None:
    groups: list[str] = []
    for cell in cells(opened(actions, host)):
        if isinstance(cell, KeyCaption):
            groups.append(cell.text)
        elif isinstance(cell, Command):
            assert cell.group == groups[-1]
    assert len(groups) == len(set(groups))


def test_words_find(host: QWidget, actions: ActionSet, qtbot: QtBot) -> None:
    sheet = opened(actions, host)
    qtbot.keyClicks(sheet.line, "open sentence")
    assert ids(sheet) == ["coverage.next", "coverage.previous"]


def test_a_pressed_key_finds_and_is_not_done(host: QWidget, actions: ActionSet, qtbot: QtBot) -> None:
    done: list[str] = []
    actions.on("article.versions", lambda: done.append("versions"))
    actions.bind_global(host)
    sheet = opened(actions, host)
    qtbot.keyClick(sheet.line, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert ids(sheet) == ["article.versions"]
    assert done == []
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert done == ["versions"]
    assert not sheet.is_open


def test_a_single_letter_finds_its_key_first(host: QWidget, actions: ActionSet, qtbot: QtBot) -> None:
    sheet = opened(actions, host)
    qtbot.keyClicks(sheet.line, "m")
    assert sheet.model.command_at(sheet.view.currentIndex()).id == "claim.mark"  # type: ignore[union-attr]


def test_what_is_disabled_is_listed_and_not_run(host: QWidget, actions: ActionSet, qtbot: QtBot) -> None:
    actions.enable(False, "claim.mark")
    sheet = opened(actions, host)
    qtbot.keyClicks(sheet.line, "mark claim")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.is_open


def test_the_group_of_the_pane_in_use_is_marked(host: QWidget, actions: ActionSet) -> None:
    pane = QWidget(host)
    pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    pane.show()
    actions.bind(Scope.LINK, pane)
    pane.setFocus()
    captions = [cell for cell in cells(opened(actions, host)) if isinstance(cell, KeyCaption)]
    assert [caption.text for caption in captions if caption.is_here] == ["Evidence"]


def test_a_narrow_window_has_fewer_columns(host: QWidget, actions: ActionSet) -> None:
    host.resize(1024, 700)
    assert opened(actions, host).model.columnCount() == 3
