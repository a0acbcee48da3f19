"""A switch of 32 by 18 pixels: a check box drawn for something that is on or off at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from factdesk.ui.theme import theme
from factdesk.ui.widgets.focus import keyboard_focus, note_focus
from factdesk.ui.widgets.painting import RIGHT, paint_text, text_width
from factdesk.words import _

_WIDTH, _HEIGHT = 32, 18


class Switch(QCheckBox):
    """A check box painted as a switch, its words at the left and "On" or "Off" at the right."""

    def __init__(self, text: str = "", *, has_state: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._has_state = has_state
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give room for switch, words and state."""
        style = theme()
        words = text_width(self.text(), style.font("body_strong")) + 12 if self.text() else 0
        state = text_width(self._state(), style.font("small")) + 12 if self._has_state else 0
        return QSize(round(_WIDTH + 6 + words + state), max(style.px(26), 24))

    def minimumSizeHint(self) -> QSize:
        """Give the same: a switch is never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint, /) -> bool:
        """Take a click anywhere on the row."""
        return self.rect().contains(pos)

    def _state(self) -> str:
        return _("On") if self.isChecked() else _("Off")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a ring is due."""
        super().focusInEvent(event)
        note_focus(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw switch, words and state."""
        del event
        style = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        track = QRectF(3, middle - _HEIGHT / 2, _WIDTH, _HEIGHT)
        is_on = self.isChecked()
        border = style.colour("accent" if is_on else "line_strong" if self.isEnabled() else "line")
        painter.setPen(QPen(border, 1))
        painter.setBrush(style.colour("accent" if is_on else "base"))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), _HEIGHT / 2, _HEIGHT / 2)
        knob = QRectF(track.right() - 15 if is_on else track.x() + 3, middle - 6, 12, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("accent_text") if is_on else border)
        painter.drawEllipse(knob)
        if keyboard_focus(self):
            painter.setPen(QPen(style.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), 11, 11)
        rect = QRectF(track.right() + 10, 0, self.width() - track.right() - 12, self.height())
        ink = style.colour("text" if self.isEnabled() else "disabled")
        paint_text(painter, rect, self.text(), style.font("body_strong"), ink)
        if self._has_state:
            paint_text(painter, rect, self._state(), style.font("small"), style.colour("text2"), align=RIGHT)
