"""The line the search is typed into: it says when typing pauses, and takes filters away."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from factdesk.ui.theme import theme
from factdesk.ui.widgets.step_line import StepLine
from factdesk.words import _


class SearchLine(StepLine):
    """`settled(text)` comes when typing pauses, `kind_wanted()` on Shift+Enter, `backed()` on Backspace with nothing
    left to erase."""

    settled = Signal(str)
    kind_wanted = Signal()
    backed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Search articles, claims, sources, evidence and notes"), px=18, parent=parent)
        self.setObjectName("search-line")
        self.setAccessibleName(_("Search the library"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(theme().ms("search_debounce"))
        self._timer.timeout.connect(lambda: self.settled.emit(self.text()))
        self.textChanged.connect(lambda _text: self._timer.start())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for a whole kind, take a filter away."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.kind_wanted.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.backed.emit()
        else:
            super().keyPressEvent(event)
