"""The one presenter of errors: what is wrong, what now; a trace only for faults of our own."""

from __future__ import annotations

import traceback

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from factdesk import __version__
from factdesk.errors import Cancelled, FactdeskError, UserError
from factdesk.words import _


class ErrorPresenter:
    """Shows an error over the window it was made for."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def __call__(self, error: FactdeskError) -> None:
        """Show the error; a cancelled deed is none."""
        if isinstance(error, Cancelled):
            return
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setObjectName("error")
        box.setWindowTitle("Factdesk")
        if isinstance(error, UserError):
            box.setIcon(QMessageBox.Icon.Warning)
            box.setText(error.sentence)
            box.setInformativeText(error.hint)
            box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
        else:
            self._fill_report(box, error)
        box.open()

    def _fill_report(self, box: QMessageBox, error: FactdeskError) -> None:
        report = _report(error)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setText(_("Factdesk made a mistake. What you typed is kept."))
        box.setInformativeText(_("The report names the place in the program, and nothing of your texts."))
        box.setDetailedText(report)
        copy = box.addButton(_("Copy report"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(report))
        box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)


def _report(error: FactdeskError) -> str:
    cause = error.__cause__ or error
    frames = traceback.extract_tb(cause.__traceback__)
    places = "\n".join(f"  {frame.filename.rsplit('factdesk', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames)
    return f"Factdesk {__version__}\n{type(cause).__name__}\n{places}"
