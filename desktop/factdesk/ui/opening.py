"""Hands a file to the program of the desktop that opens its kind."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from factdesk.errors import PlaceError
from factdesk.ui.errors import ErrorPresenter
from factdesk.words import _


def open_file(path: Path, over: QWidget) -> None:
    """Open a file in its own program; where there is none, say over the window `over` where the file is."""
    if not path.exists():
        trouble = PlaceError(_("“{name}” is no longer there.").format(name=path.name), hint=str(path.parent))
    elif QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return
    else:
        trouble = PlaceError(
            _("No program on this computer opens “{name}”.").format(name=path.name),
            hint=_("The file itself is fine. It is in {folder}").format(folder=path.parent),
        )
    ErrorPresenter(over.window())(trouble)
