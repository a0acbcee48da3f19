"""The one way news of a write reaches the window: queued, the first at once, the rest merged for a moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from factdesk.model.changes import Changes

MERGE_MS = 100


class Bus(QObject):
    """Passes `Changes` on to every view, on the window's thread.

    The first change goes on at once; those that follow within MERGE_MS are merged into one, so that filing 1,000
    articles does not reload a list 1,000 times.
    """

    library_changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: Changes | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MERGE_MS)
        self._timer.timeout.connect(self._on_moment_passed)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def publish(self, changes: Changes) -> None:
        """Take news from any thread; subscribed to the library."""
        self._arrived.emit(changes)

    def forget(self) -> None:
        """Let nobody of a closed library hear any more; its views read nothing again while they go."""
        self._waiting = None
        self._timer.stop()
        self.library_changed.disconnect()

    @Slot(object)
    def _on_arrived(self, changes: Changes) -> None:
        if self._timer.isActive():
            self._waiting = changes if self._waiting is None else self._waiting.merged(changes)
            return
        self._timer.start()
        self.library_changed.emit(changes)

    @Slot()
    def _on_moment_passed(self) -> None:
        if self._waiting is None:
            return
        changes, self._waiting = self._waiting, None
        self._timer.start()
        self.library_changed.emit(changes)
