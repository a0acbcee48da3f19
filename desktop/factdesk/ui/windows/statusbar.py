"""The line at the foot: which library, how much is in it, whether its originals match, when it was saved."""

from __future__ import annotations

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.values.desk import Counts
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.formats import number
from factdesk.ui.icons import pixmap
from factdesk.ui.theme import looks, theme
from factdesk.ui.widgets.labels import label, surface
from factdesk.words import _, ngettext


class StatusBar(QWidget):
    """Trust is visible: the same quiet facts in the same place, always."""

    def __init__(self, library: Library, runner: Runner, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        surface(self, "chrome")
        self.setFixedHeight(theme().height("status_bar"))
        self._lock, self._shield, self._check = label(), label(), label()
        self._name = label(library.name, "small")
        self._counts, self._originals, self._saved = label("", "small"), label("", "small"), label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        for widget in (self._lock, self._name):
            row.addWidget(widget)
        row.addSpacing(10)
        row.addWidget(self._counts)
        row.addStretch(1)
        for widget in (self._shield, self._originals):
            row.addWidget(widget)
        row.addSpacing(10)
        for widget in (self._check, self._saved):
            row.addWidget(widget)
        looks().changed.connect(self._repaint)
        bus.library_changed.connect(self._on_library_changed)
        self._repaint()
        self._read_counts()
        self.show_checked(None)
        self._name.setToolTip(str(library.folder))

    def show_checked(self, problems: int | None) -> None:
        """Say what the last check of the originals found; None: not checked since the library was opened."""
        self._originals.setVisible(problems is not None)
        self._shield.setVisible(problems is not None)
        if problems is None:
            return
        self._originals.setProperty("role", "danger" if problems else "small")
        if problems:
            words = ngettext("{count} problem found", "{count} problems found", problems).format(count=problems)
        else:
            words = _("Library checked {time}").format(time=_clock())
        self._originals.setText(words)

    def _on_library_changed(self, changes: Changes) -> None:
        if changes.event is not None:
            self._saved.setText(_("Saved {time}").format(time=_clock()))
            self._check.show()
        if changes.touches(Kind.ARTICLE, Kind.CLAIM):
            self._read_counts()

    def _read_counts(self) -> None:
        self._runner.latest("status-counts", self._library.articles.counts, on_done=self._show_counts)

    def _show_counts(self, counts: Counts) -> None:
        articles = ngettext("{count} article", "{count} articles", counts.articles).format(
            count=number(counts.articles)
        )
        claims = ngettext("{count} claim", "{count} claims", counts.claims).format(count=number(counts.claims))
        self._counts.setText(f"{articles}    {claims}")

    def _repaint(self) -> None:
        self._lock.setPixmap(pixmap("lock-keyhole" if self._library.is_read_only else "library", "text3", 14))
        self._shield.setPixmap(pixmap("shield-check", "text3", 14))
        self._check.setPixmap(pixmap("check", "text3", 14))
        self._check.setVisible(bool(self._saved.text()))


def _clock() -> str:
    return QDateTime.currentDateTime().toString("HH:mm")
