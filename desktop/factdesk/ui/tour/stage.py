"""The stage of the tour: the running program, waiting for what a person would see, taking pictures."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QPoint, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from factdesk.errors import InputError
from factdesk.ui.app import Desktop
from factdesk.ui.theme import theme
from factdesk.words import _

LOOK_EVERY_MS = 20
PATIENCE_MS = 60_000
SIZE = (1440, 900)


class Stage(QObject):
    """What a step of the tour works with."""

    def __init__(self, desktop: Desktop, out: Path) -> None:
        super().__init__(desktop)
        self.desktop = desktop
        self.out = out
        self.pictures: list[Path] = []
        self._fault: BaseException | None = None
        desktop.runner.present = self._on_fault
        sys.excepthook = lambda _kind, fault, _trace: self._on_fault(fault)

    def wait(self, seen: Callable[[], bool], what: str) -> None:
        """Let the program run until `seen`; an error of the program, or no end in sight, stops the tour."""
        loop = QEventLoop()
        looking, patience = QTimer(), QTimer()
        is_seen = False

        def look() -> None:
            nonlocal is_seen
            # Kept, for before the loop has ended something else may begin: it was seen all the same.
            is_seen = is_seen or seen()
            if is_seen or self._fault is not None:
                loop.quit()

        looking.timeout.connect(look)
        patience.setSingleShot(True)
        patience.timeout.connect(loop.quit)
        looking.start(LOOK_EVERY_MS)
        patience.start(PATIENCE_MS)
        loop.exec()
        looking.stop()
        if self._fault is not None:
            raise self._fault
        if not is_seen:
            raise InputError(_("The tour waited in vain for: {what}.").format(what=what), code="tour")

    def settle(self) -> None:
        """Wait until nothing is under way and everything asked for was painted."""
        self.wait(lambda: self.desktop.runner.pending == 0, _("rest"))
        loop = QEventLoop()
        QTimer.singleShot(350, loop.quit)
        loop.exec()
        self.wait(lambda: self.desktop.runner.pending == 0, _("rest"))

    def picture(self, name: str, dialog: QWidget | None = None) -> None:
        """Keep a picture of the window, with the open dialog over it, as the next number."""
        self.settle()
        shot = self.desktop.window.grab()
        if dialog is not None:
            self._lay_over(shot, dialog)
        path = self.out / f"{len(self.pictures) + 1:02d}-{name}.png"
        shot.save(str(path))
        self.pictures.append(path)

    def leave(self) -> None:
        """Let the program handle its errors by itself again."""
        sys.excepthook = sys.__excepthook__

    def _lay_over(self, shot: QPixmap, dialog: QWidget) -> None:
        painter = QPainter(shot)
        scrim = QColor(theme().colour("scrim"))
        window = self.desktop.window
        painter.fillRect(window.rect(), scrim)
        painter.drawPixmap(
            QPoint((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2), dialog.grab()
        )
        painter.end()

    def _on_fault(self, error: BaseException) -> None:
        self._fault = self._fault or error
