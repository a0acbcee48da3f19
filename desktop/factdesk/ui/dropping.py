"""What was dropped or copied: files, an address or a text; always taken as a copy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

from factdesk.library.filing_values import Origin

SCHEMES = ("http://", "https://", "www.")


@dataclass(frozen=True, slots=True)
class Brought:
    """Files and folders, or else one address or text."""

    paths: tuple[Path, ...] = ()
    origin: Origin | None = None

    @property
    def first(self) -> Origin:
        """Give the first of the files, or the address or text."""
        return Origin.file(self.paths[0]) if self.origin is None else self.origin


def brought(data: QMimeData | None) -> Brought | None:
    """Give what data stands for; None when there is nothing to file in it, as on an empty clipboard."""
    if data is None:
        return None
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if paths:
        return Brought(paths)
    # A dragged link has its address here, and as text often only its title.
    links = [url.toString() for url in data.urls() if url.scheme() in ("http", "https")]
    if links:
        return Brought(origin=Origin.url(links[0]))
    words = data.text().strip()
    if not words:
        return None
    if len(words.split()) == 1 and words.casefold().startswith(SCHEMES):
        return Brought(origin=Origin.url(words))
    return Brought(origin=Origin.text(words, data.html() if data.hasHtml() else ""))


def take_copy(event: QDropEvent) -> bool:
    """Accept what is dragged or dropped as a copy; False where only moving is offered.

    An editor whose words are "moved" deletes its own, and a file manager its file.
    """
    if not event.possibleActions() & Qt.DropAction.CopyAction:
        event.ignore()
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True
