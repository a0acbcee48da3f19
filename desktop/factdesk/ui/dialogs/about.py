"""What this program is: name, version, licence, and the parts it runs on, to be copied into a report."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk import __version__
from factdesk.paths import log_folder
from factdesk.settings import settings_file
from factdesk.ui.icons import app_icon
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.dialogs import DialogBase
from factdesk.ui.widgets.labels import ElidedLabel, label
from factdesk.words import _

ICON = 64
COLUMN = 96


class AboutDialog(DialogBase):
    """Says what runs here; nothing is fetched for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("About Factdesk"), parent, width=480, cancel=_("Close"))
        self.setObjectName("about")
        self._facts = _facts()
        self.body.addLayout(_name())
        self.body.addWidget(
            label(
                _("Keep texts with their originals, check what they claim, show what it rests on."), "body", wrap=True
            )
        )
        self.body.addLayout(self._grid())
        words = _("Free software under the GNU General Public License, version 3 or later, without any warranty.")
        self.body.addWidget(label(words, "small", wrap=True))
        copy = Button(_("Copy details"), icon="copy", tooltip=_("Copy versions and folders for a report"))
        copy.setObjectName("about-copy")
        copy.clicked.connect(self._on_copy)
        self.add_foot(copy)
        self.adjustSize()

    @property
    def details(self) -> str:
        """Give versions and folders as lines of text."""
        return "\n".join(f"{caption}: {words}" for caption, words in self._facts)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, theme().px(COLUMN))
        grid.setColumnStretch(1, 1)
        for row, (caption, words) in enumerate(self._facts[1:]):
            grid.addWidget(label(caption, "small3"), row, 0)
            grid.addWidget(ElidedLabel(words, "body", Qt.TextElideMode.ElideMiddle), row, 1)
        return grid

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.details)
        self.foot_note.setText(_("Copied"))


def _name() -> QHBoxLayout:
    picture = QLabel()
    picture.setPixmap(app_icon().pixmap(ICON, ICON))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addStretch(1)
    words.addWidget(label("Factdesk", "page_title"))
    words.addWidget(label(_("Version {version}").format(version=__version__), "text2"))
    words.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(picture)
    row.addLayout(words, 1)
    return row


def _facts() -> tuple[tuple[str, str], ...]:
    return (
        (_("Version"), __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        (_("System"), platform.platform(terse=True)),
        (_("Settings"), str(settings_file())),
        (_("Log"), str(log_folder())),
    )
