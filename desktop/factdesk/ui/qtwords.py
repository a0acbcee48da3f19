"""Qt's own words, such as the menu of a field, the file dialogs and the names of keys, in the language now spoken."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from factdesk.words import language

NAME = "qt-words"


def speak(app: QApplication) -> None:
    """Let Qt speak the language of the program; English, where Qt has no words of it."""
    wanted = f"{NAME}-{language()}"
    spoken = app.findChild(QTranslator)
    if (spoken.objectName() if spoken else f"{NAME}-en") == wanted:
        return
    if spoken is not None:
        app.removeTranslator(spoken)
        spoken.setParent(None)
    translator = QTranslator(app)
    translator.setObjectName(wanted)
    if translator.load(f"qtbase_{language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
