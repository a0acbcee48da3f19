"""The live actions as values: what the palette, the key sheet, the shortcut editor and the help list."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from factdesk.ui.actions import ACTIONS, Action, Scope
from factdesk.ui.actionset import ActionSet
from factdesk.ui.itemmodels.commands import Command
from factdesk.ui.widgets.buttons import words_of
from factdesk.words import _


def commands_now(actions: ActionSet) -> list[Command]:
    """Give every action in the order of the menus, with its words and its key as they are now."""
    focused = QApplication.focusWidget()
    return [_command(row, actions, focused) for row in ACTIONS]


def menu_words(row: Action) -> str:
    """Give the name of the menu an action is in."""
    return words_of(_(row.menu.value))


def _command(row: Action, actions: ActionSet, focused: QWidget | None) -> Command:
    action = actions[row.id]
    return Command(
        id=row.id,
        text=words_of(action.text()),
        group=menu_words(row),
        key=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        icon=row.icon,
        note=_(row.tip),
        is_enabled=action.isEnabled(),
        is_here=row.scope is not Scope.GLOBAL and _is_heard(actions, row.id, focused),
    )


def _is_heard(actions: ActionSet, action_id: str, focused: QWidget | None) -> bool:
    """Whether the focus is in a pane that hears the action's key."""
    panes = [one for one in actions[action_id].associatedObjects() if isinstance(one, QWidget)]
    return focused is not None and any(pane is focused or pane.isAncestorOf(focused) for pane in panes)
