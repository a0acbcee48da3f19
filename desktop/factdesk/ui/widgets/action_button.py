"""Buttons that stand for an action: enabled with it, worded by it, printing the key it has now."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from factdesk.ui.widgets.buttons import TEXT, Button


class ActionButton(Button):
    """Triggers an action. `words` "" takes the action's own; the key follows when the person chooses another."""

    def __init__(
        self,
        action: QAction,
        words: str = "",
        *,
        kind: str = TEXT,
        icon: str = "",
        small: bool = False,
        shows_key: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words or action.text().rstrip("…"), kind=kind, icon=icon, small=small, parent=parent)
        self._action = action
        self._shows_key = shows_key
        self.setObjectName(f"do-{action.objectName()}")
        self._follow()
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)

    def set_shows_key(self, shows_key: bool) -> None:
        """Print the key, or leave it to the tooltip."""
        self._shows_key = shows_key
        self._follow()

    def _follow(self) -> None:
        """Take over what the action is now."""
        action = self._action
        key = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        self.setEnabled(action.isEnabled())
        printed = key if self._shows_key else ""
        native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = action.toolTip() if not printed else action.toolTip().removesuffix(f" ({native})")
        if (printed, tip) != (self.key, self._tip):
            self._tip = tip
            self.set_key(printed)


class ActionIcon(ActionButton):
    """The same as a square button with the icon alone."""

    def __init__(self, action: QAction, icon: str, *, parent: QWidget | None = None) -> None:
        super().__init__(action, icon=icon, shows_key=False, parent=parent)
        self.set_compact(True)
