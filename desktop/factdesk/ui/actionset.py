"""The table of actions as live QActions: one each, shared by menus, bars, palette and key sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from factdesk import words
from factdesk.ui.actions import ACTIONS, BY_ID, Scope
from factdesk.ui.icons import icon


class ActionSet(QObject):
    """One QAction a row of the table. An action without a slot is disabled: nothing in the window is a dead button."""

    def __init__(self, keys: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._slots: dict[str, Callable[[], object]] = {}
        self._connected: set[str] = set()
        self._live: dict[str, str] = {}
        self._spoken = words.language()
        for row in ACTIONS:
            action = QAction(self)
            action.setObjectName(row.id)
            action.setCheckable(row.is_checkable)
            action.setIconVisibleInMenu(not row.is_checkable)  # an icon would hide the tick
            action.setEnabled(False)
            if row.scope is not Scope.GLOBAL:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._actions[row.id] = action
        self.use_keys(keys)
        self.speak()
        self.repaint()

    def __getitem__(self, action_id: str) -> QAction:
        """Give the QAction of this id."""
        return self._actions[action_id]

    def on(self, action_id: str, slot: Callable[[], object]) -> None:
        """Do `slot` when the action is triggered, in place of an earlier slot, and enable it."""
        action = self._actions[action_id]
        if action_id not in self._connected:
            self._connected.add(action_id)
            action.triggered.connect(partial(self._on_triggered, action_id))
        self._slots[action_id] = slot
        action.setEnabled(True)

    def release(self, *kept: str) -> None:
        """Forget every slot but those of `kept`, and disable what is left without one: its library is closed."""
        for action_id in [known for known in self._slots if known not in kept]:
            del self._slots[action_id]
            self._live.pop(action_id, None)
            self._actions[action_id].setEnabled(False)

    def enable(self, is_enabled: bool, *action_ids: str) -> None:
        """Enable or disable actions that have a slot."""
        for action_id in action_ids:
            self._actions[action_id].setEnabled(is_enabled and action_id in self._slots)

    def bind(self, scope: Scope, pane: QWidget) -> None:
        """Let the pane and what is inside hear the shortcuts of `scope`."""
        pane.addActions([self._actions[row.id] for row in ACTIONS if row.scope is scope])

    def bind_few(self, pane: QWidget, *action_ids: str) -> None:
        """Let another pane hear the shortcuts of these actions too."""
        pane.addActions([self._actions[action_id] for action_id in action_ids])

    def bind_global(self, window: QWidget) -> None:
        """Let the whole window hear the global shortcuts."""
        window.addActions([self._actions[row.id] for row in ACTIONS if row.scope is Scope.GLOBAL])

    def use_keys(self, keys: Mapping[str, str]) -> None:
        """Put the user's own shortcuts in force."""
        for action_id, action in self._actions.items():
            keys_said = keys.get(action_id, BY_ID[action_id].shortcut)
            action.setShortcut(QKeySequence(keys_said) if keys_said else QKeySequence())

    def name(self, action_id: str, text: str) -> None:
        """Call an action by what it would do now; it keeps that until the language changes."""
        self._live[action_id] = text
        self._actions[action_id].setText(text)

    def speak(self) -> None:
        """Say texts and tooltips in the language now spoken."""
        if words.language() != self._spoken:
            self._spoken = words.language()
            self._live.clear()
        for action_id, action in self._actions.items():
            row = BY_ID[action_id]
            shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(self._live.get(action_id, row.words))
            action.setToolTip(f"{row.tip_words} ({shortcut})" if shortcut else row.tip_words)

    def repaint(self) -> None:
        """Draw the icons in the inks of the theme now in force."""
        for action_id, action in self._actions.items():
            name = BY_ID[action_id].icon
            if name:
                action.setIcon(icon(name))

    def _on_triggered(self, action_id: str, _is_checked: bool = False) -> None:
        slot = self._slots.get(action_id)
        if slot is not None:
            slot()
