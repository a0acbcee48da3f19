"""The page shown while a library is being opened, made or brought up to date."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factdesk.ui.widgets.labels import label, surface
from factdesk.ui.widgets.progress import ThinProgress

WIDTH = 320


class LoadingPage(QWidget):
    """One sentence over a moving bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "base")
        self._words = label("", "text2")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar = ThinProgress()
        bar.setFixedWidth(WIDTH)
        bar.set_share(0, 0)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addStretch(1)
        box.addWidget(self._words)
        box.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)

    def say(self, sentence: str) -> None:
        """Say what is being done."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
