"""Where the focus goes when a pane is entered, and whether it came by keyboard: only then is a ring drawn."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from factdesk.ui.theme import theme

_BY_MOUSE = frozenset({Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason})
_KEPT = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason})
_NAME = "_focus_by_keyboard"


@runtime_checkable
class HasWorkPlace(Protocol):
    """A pane that says where work in it begins.

    It is no focus proxy: while the proxy of a pane is hidden, Qt's Tab goes past everything in the pane.
    """

    def work_place(self) -> QWidget:
        """Give the widget, or the part of the pane, that takes the keys when the pane is entered."""


def focus_pane(pane: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
    """Put the focus where work in a pane begins, else on the first widget in it that takes it by Tab."""
    takes = Qt.FocusPolicy.TabFocus.value
    starts = [pane.work_place(), pane] if isinstance(pane, HasWorkPlace) else [pane]
    for start in starts:
        for child in (start, *start.findChildren(QWidget)):
            if child.isVisible() and child.isEnabled() and child.focusPolicy().value & takes:
                child.setFocus(reason)
                return


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
