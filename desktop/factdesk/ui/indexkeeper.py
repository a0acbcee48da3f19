"""Keeps the search index level with the database while the window is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from factdesk.errors import FactdeskError
from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.tasklist import Task, TaskList
from factdesk.words import _


class IndexKeeper(QObject):
    """Drains the outbox after every change, and rebuilds an index that cannot answer.

    One drain is under way at a time; a change that comes meanwhile asks for another one after it.
    """

    drained = Signal()
    progressed = Signal(int, int)
    failed = Signal(object)

    def __init__(
        self, library: Library, runner: Runner, bus: Bus, tasks: TaskList, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._tasks = tasks
        self._is_busy = False
        self._is_asked = False
        bus.library_changed.connect(self._on_library_changed)

    def heal(self) -> None:
        """Rebuild the index if it is missing, damaged or of another schema; then catch up."""
        self._run(self._library.indexing.heal, _("Preparing search"))

    def rebuild(self) -> None:
        """Build the index anew whatever its state."""
        self._run(self._library.indexing.rebuild, _("Rebuilding the search index"))

    def _run(self, work: Callable[..., object], title: str) -> None:
        self._is_busy = True
        ticket = self._runner.index(work, on_done=self._on_done, on_error=self._on_error, progress=True)
        ticket.cancelled.connect(lambda: self._on_done(0))
        ticket.progressed.connect(lambda done, total, _words: self.progressed.emit(done, total))
        self._tasks.add(Task(title, ticket))

    def _on_library_changed(self, _changes: Changes) -> None:
        self._drain()

    def _drain(self) -> None:
        if self._is_busy:
            self._is_asked = True
            return
        self._is_busy = True
        ticket = self._runner.index(
            self._library.indexing.drain, on_done=self._on_done, on_error=self._on_error, cancellable=True
        )
        ticket.cancelled.connect(lambda: self._on_done(0))

    def _on_done(self, _written: object) -> None:
        self._is_busy = False
        self.drained.emit()
        if self._is_asked:
            self._is_asked = False
            self._drain()

    def _on_error(self, error: FactdeskError) -> None:
        self._is_busy = False
        self.failed.emit(error)
