"""What was typed or pasted, as something that can be read: an address, a file, a text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from factdesk.library.filing_values import Origin, OriginKind
from factdesk.ui.dropping import SCHEMES, brought
from factdesk.words import _


class SourceField(QLineEdit):
    """An address or a path; a pasted text of several lines is filed as a text. `submitted(words)`, `pasted(Origin)`."""

    submitted = Signal(str)
    pasted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("filing-source")
        self.setPlaceholderText(_("Address, file, or pasted text"))
        self.setAccessibleName(_("Source"))
        self.setAcceptDrops(False)  # the dialog takes what is dropped anywhere on it
        self.returnPressed.connect(self._on_return)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a pasted text whole, with its blocks; an address goes into the field."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._take(QGuiApplication.clipboard().mimeData())
            return
        super().keyPressEvent(event)

    def _take(self, data: QMimeData) -> None:
        found = brought(data)
        if found is None:
            return
        origin = found.first
        if origin.kind is OriginKind.TEXT and "\n" not in origin.value and not origin.html:
            self.insert(origin.value)
        else:
            self.pasted.emit(origin)

    def _on_return(self) -> None:
        words = self.text().strip()
        if words:
            self.submitted.emit(words)


def origin_of_words(words: str) -> Origin:
    """Give the origin that typed words stand for: a path, an address, or, where there are several words, a text."""
    if words.startswith(("/", "~", "\\")) or words[1:3] in (":\\", ":/"):
        return Origin.file(Path(words).expanduser())
    if len(words.split()) > 1 and not words.casefold().startswith(SCHEMES):
        return Origin.text(words)
    return Origin.url(words)
