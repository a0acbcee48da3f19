"""Whether the focus came by keyboard: only then is a ring drawn around what a mouse can see anyway."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from factdesk.ui.theme import theme

_BY_MOUSE = frozenset({Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason})
_KEPT = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason})
_NAME = "_focus_by_keyboard"


def note_focus(widget: QWidget, event: QFocusEvent) -> None:
    """Remember why `widget` got the focus; call it in `focusInEvent`."""
    if event.reason() in _KEPT:
        return
    widget.setProperty(_NAME, event.reason() not in _BY_MOUSE)
    widget.update()


def keyboard_focus(widget: QWidget) -> bool:
    """Whether `widget` has the focus and got it by keyboard."""
    return widget.hasFocus() and widget.property(_NAME) is True


def paint_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Draw the focus ring just inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colour("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
