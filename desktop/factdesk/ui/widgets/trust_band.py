"""A band that says whether something can be trusted: a shield, one sentence, what it rests on, a deed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import label


class TrustBand(QWidget):
    """`acted()` when its deed is wanted. Chrome while it holds or is not known, the danger's tint when it is broken."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_broken = False
        self._shield = IconLabel("shield", ink="text2", size=18)
        self._title = label("", "strong", wrap=True)
        self._facts = label("", "small", wrap=True)
        self.button = Button("")
        self.button.clicked.connect(self.acted)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 11)
        row.setSpacing(12)
        row.addWidget(self._shield)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    @property
    def title(self) -> str:
        """The sentence shown."""
        return self._title.text()

    def say(self, title: str, facts: str, deed: str, *, icon: str = "shield", is_broken: bool = False) -> None:
        """Say how it stands."""
        self._is_broken = is_broken
        self._shield.set(icon, "", "danger" if is_broken else "text2")
        self._title.setText(title)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self.button.set_words(deed)
        self.setAccessibleName(f"{title}. {facts}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the rule below."""
        del event
        style, painter = theme(), QPainter(self)
        painter.fillRect(self.rect(), style.colour("danger_tint" if self._is_broken else "chrome"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, style.colour("line"))
