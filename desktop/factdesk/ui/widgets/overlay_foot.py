"""The foot of an overlay: keys and what they do, on chrome."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factdesk.ui.theme import theme
from factdesk.ui.widgets.chips import KeyCap
from factdesk.ui.widgets.labels import label


class OverlayFoot(QWidget):
    """A row of keys on chrome, round at the lower corners as the panel is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme().px(33))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 0, 16, 0)
        self.row.setSpacing(6)

    def add_keys(self, keys: tuple[str, ...], words: str) -> None:
        """Print keys and what they do."""
        for key in keys:
            self.row.addWidget(KeyCap(key))
        self.row.addWidget(label(words, "small"))
        self.row.addSpacing(10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        del event
        style, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()), style.radius("dialog") - 1
        path = QPainterPath()
        path.addRoundedRect(rect.adjusted(0, -2 * radius, 0, 0), radius, radius)
        painter.setClipRect(rect)
        painter.fillPath(path, style.colour("chrome"))
        painter.fillRect(QRectF(0, 0, rect.width(), 1), style.colour("line"))
