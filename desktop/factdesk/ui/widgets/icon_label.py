"""An icon with a word beside it, drawn anew when the look changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from factdesk.ui.icons import pixmap
from factdesk.ui.widgets.labels import label, set_role


class IconLabel(QWidget):
    """A quiet fact with its sign."""

    def __init__(
        self,
        icon: str,
        text: str = "",
        *,
        ink: str = "text3",
        role: str = "body",
        size: int = 14,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._ink, self._size = icon, ink, size
        self._sign = QLabel()
        self._words = label(text, role)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        self._words.setVisible(bool(text))
        self._draw()

    @property
    def text(self) -> str:
        """The word shown."""
        return self._words.text()

    def set(self, icon: str, text: str, ink: str = "", role: str = "") -> None:
        """Show another sign and word."""
        self._icon, self._ink = icon, ink or self._ink
        if role:
            set_role(self._words, role)
        self._words.setText(text)
        self._words.setVisible(bool(text))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign in the inks of the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self._sign.setPixmap(pixmap(self._icon, self._ink, self._size))
