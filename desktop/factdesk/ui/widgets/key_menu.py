"""A menu of choices that are each made by one more key, whatever the window does with that key meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget


class KeyMenu(QMenu):
    """Takes itself away when it is closed; the keys of its choices never reach the actions of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys: dict[str, QAction] = {}
        self.aboutToHide.connect(self.deleteLater)

    def add_choice(self, key: str, text: str, icon: QIcon | None = None) -> QAction:
        """Add a choice that `key` makes; the key is printed at the right."""
        action = self.addAction(text.replace("&", "&&") + (f"\t{key}" if key else ""))
        if icon is not None:
            action.setIcon(icon)
        if key:
            self._keys[key] = action
        return action

    def event(self, event: QEvent, /) -> bool:
        """Keep every key to the menu while it is open."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make the choice of the key."""
        action = self._keys.get(event.text())
        if action is not None and action.isEnabled():
            self.close()
            action.trigger()
            return
        super().keyPressEvent(event)
