"""A line that is typed into while a list beside it follows: arrows move there, Enter chooses there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from factdesk.ui.theme import theme

_STEPS = {
    Qt.Key.Key_Up: (-1, False),
    Qt.Key.Key_Down: (1, False),
    Qt.Key.Key_PageUp: (-1, True),
    Qt.Key.Key_PageDown: (1, True),
}


class StepLine(QLineEdit):
    """`stepped(step, is_page)` for arrows, `entered(is_staying)` for Enter, with Ctrl to stay. Esc goes on."""

    stepped = Signal(int, bool)
    entered = Signal(bool)

    def __init__(self, placeholder: str, *, px: int = 15, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bare")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        font = theme().font("body")
        font.setPixelSize(theme().px(px))
        self.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that move in the list and choose."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(*_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
