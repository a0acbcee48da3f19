"""A ticket: what the caller holds of work that is under way."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from factdesk.progress import CancelToken


class Ticket(QObject):
    """Work under way. Lives on the window's thread; its signals arrive there.

    `progressed(done, total, words)`: total is -1 while it is not known. Exactly one of `finished`, `failed` and
    `cancelled` follows, then `ended`.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.token = CancelToken()
        self.is_stale = False

    def cancel(self) -> None:
        """Ask the work to stop; it ends at its next step."""
        self.token.cancel()

    def drop(self) -> None:
        """Cancel, and give no answer to anybody: a newer question took its place."""
        self.is_stale = True
        self.token.cancel()
