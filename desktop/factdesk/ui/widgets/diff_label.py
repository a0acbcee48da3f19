"""A short text with what was added underlined and what was removed struck through, each on its own ground."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from factdesk.model.values.versions import DiffKind, DiffPart
from factdesk.ui.theme import theme


class DiffLabel(QLabel):
    """Wraps; says the change in words to a screen reader."""

    def __init__(self, parts: Sequence[DiffPart] = (), parent: object = None) -> None:
        super().__init__()
        del parent
        self._parts = tuple(parts)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._draw()

    @classmethod
    def removed(cls, words: str) -> DiffLabel:
        """Show words that are gone."""
        return cls((DiffPart(DiffKind.REMOVED, words, 0, -1),))

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        style = theme()
        styles = {
            DiffKind.SAME: "",
            DiffKind.ADDED: f"background:{style.colour('added').name()};text-decoration:underline",
            DiffKind.REMOVED: f"background:{style.colour('removed').name()};text-decoration:line-through",
        }
        self.setFont(style.font("evidence_quote"))
        self.setText("".join(f"<span style='{styles[part.kind]}'>{escape(part.text)}</span>" for part in self._parts))
        self.setAccessibleName(" ".join(part.text for part in self._parts if part.kind is not DiffKind.REMOVED))
