"""The history: reads it page by page, follows what is done, checks the chain, leads to what a line is about."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factdesk.errors import FactdeskError
from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.values.desk import EventRow, Problem
from factdesk.model.verbs import Verb
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.formats import locale, number
from factdesk.ui.itemmodels.history import HistoryLine
from factdesk.ui.landing import Landing
from factdesk.ui.navigator import Navigator
from factdesk.ui.theme import theme
from factdesk.ui.views.history.table import HistoryTable
from factdesk.ui.widgets.labels import label, rule, surface
from factdesk.ui.widgets.trust_band import TrustBand
from factdesk.words import _, ngettext

PAGE = 200


class HistoryView(QWidget):
    """Reads only while it is shown; what happened meanwhile is read when it comes into sight."""

    def __init__(
        self, *, library: Library, runner: Runner, bus: Bus, navigator: Navigator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._rows: tuple[EventRow, ...] = ()
        self._is_whole = False
        self._is_reading = False
        self._is_stale = True
        self._broken_from: int | None = None
        self._count = label("", "text3")
        self.band = TrustBand()
        self.table = HistoryTable()
        self._landing = Landing(library, runner, navigator, self)
        self._arrange()
        self._say_unknown()
        self.band.acted.connect(self._on_check)
        self.table.opened.connect(self._landing.go_to_id)
        self.table.end_neared.connect(self._read_more)
        bus.library_changed.connect(self._on_library_changed)

    def work_place(self) -> QWidget:
        """Give the table of events."""
        return self.table

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up; the keyboard starts in the table."""
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._is_stale:
            self._read()

    def _arrange(self) -> None:
        surface(self, "base")
        head = QWidget()
        head.setFixedHeight(theme().height("page_bar"))
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(label(_("History"), "title"))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(label(_("Nothing is ever erased here; undo writes a new line."), "small"))
        self.band.button.setObjectName("check-chain")
        self.band.button.set_tip(_("Work out the hash of every line and compare"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(rule())
        box.addWidget(self.band)
        box.addWidget(self.table, 1)

    def _read(self) -> None:
        """Read as many lines as are shown, from the newest on."""
        self._is_stale = False
        limit = max(PAGE, len(self._rows) + 1)
        history = self._library.history
        self._runner.latest("history", history.rows, limit, on_done=lambda rows: self._on_read(rows, limit))

    def _on_read(self, rows: tuple[EventRow, ...], limit: int) -> None:
        """Show what was read; older lines that came meanwhile stay below."""
        older = tuple(row for row in self._rows if rows and row.id < rows[-1].id)
        self._is_whole = self._is_whole if older else len(rows) < limit
        self._rows = rows + older
        self._show()

    def _read_more(self) -> None:
        """Read the lines before the oldest that is shown."""
        if self._is_whole or self._is_reading or not self._rows:
            return
        self._is_reading = True
        self._runner.read(
            self._library.history.rows, PAGE, self._rows[-1].id, on_done=self._on_more, on_error=self._on_more_failed
        )

    def _on_more(self, rows: tuple[EventRow, ...]) -> None:
        self._is_reading = False
        known = self._rows[-1].id if self._rows else 0
        self._rows += tuple(row for row in rows if row.id < known)
        self._is_whole = len(rows) < PAGE
        self._show()

    def _on_more_failed(self, error: FactdeskError) -> None:
        self._is_reading = False
        if self._runner.present is not None:
            self._runner.present(error)

    def _show(self) -> None:
        broken = self._broken_from
        lines = [HistoryLine(row, Verb(row.verb).words, broken is not None and row.id >= broken) for row in self._rows]
        self.table.show_lines(lines, is_whole=self._is_whole)
        total = self._rows[0].id if self._rows else 0
        self._count.setText(ngettext("{count} line", "{count} lines", total).format(count=number(total)))

    def _on_check(self) -> None:
        self.band.button.setEnabled(False)
        started = monotonic()
        self._runner.bulk(
            self._library.history.verify,
            on_done=lambda problems: self._on_checked(problems, monotonic() - started),
            on_error=self._on_check_failed,
        )

    def _on_checked(self, problems: tuple[Problem, ...], seconds: float) -> None:
        self.band.button.setEnabled(True)
        self._broken_from = min((int(one.id) for one in problems if one.id.isdigit()), default=None)
        total = self._rows[0].id if self._rows else 0
        when = _("Checked {time}, in {seconds} s").format(
            time=locale().toString(QTime.currentTime(), locale().FormatType.ShortFormat),
            seconds=locale().toString(seconds, "f", 1),
        )
        if self._broken_from is None:
            count = number(total)
            title = ngettext(
                "The chain holds: {count} of {count} line matches",
                "The chain holds: {count} of {count} lines match",
                total,
            ).format(count=count)
            facts = _("every line carries the SHA-256 of the line before")
            self.band.say(title, f"{when} · {facts}", _("Check again"), icon="shield-check")
        else:
            title = _("Line {number} does not match; the {count} before it do").format(
                number=number(self._broken_from), count=number(self._broken_from - 1)
            )
            told = " ".join(one.sentence for one in problems[:2])
            self.band.say(title, f"{when} · {told}", _("Check again"), icon="shield-alert", is_broken=True)
        self._show()

    def _on_check_failed(self, error: FactdeskError) -> None:
        self.band.button.setEnabled(True)
        if self._runner.present is not None:
            self._runner.present(error)

    def _say_unknown(self) -> None:
        self.band.say(
            _("The chain has not been checked since this library was opened"),
            _("Every line carries the SHA-256 of the line before, so a changed line shows."),
            _("Check the chain"),
        )

    def _on_library_changed(self, changes: Changes) -> None:
        if changes.event is None:
            return
        self._is_stale = True
        if self.isVisible():
            self._read()
