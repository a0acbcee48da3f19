"""A scroll bar that shows where the marks are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

_HIGH = 3.0


class TickScrollBar(QScrollBar):
    """An upright scroll bar with ticks of three pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._ticks: tuple[tuple[float, QColor], ...] = ()

    @property
    def ticks(self) -> tuple[tuple[float, QColor], ...]:
        """The ticks: share of the whole height, ink."""
        return self._ticks

    def set_ticks(self, ticks: Sequence[tuple[float, QColor]]) -> None:
        """Show ticks at shares (0 to 1) of the whole."""
        self._ticks = tuple(ticks)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and the ticks over it."""
        super().paintEvent(event)
        if not self._ticks:
            return
        painter = QPainter(self)
        seen: set[tuple[int, int]] = set()
        for share, ink in self._ticks:
            y = round(share * (self.height() - _HIGH))
            if (y, ink.rgb()) not in seen:
                seen.add((y, ink.rgb()))
                painter.fillRect(QRectF(0, y, self.width(), _HIGH), ink)
