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

    def __init__(self, parent: QObject | None = None, *, is_edit: bool = False) -> None:
        super().__init__(parent)
        self.is_edit = is_edit
        self.token = CancelToken()
        self.is_stale = False

    def cancel(self) -> None:
        """Ask the work to stop; it ends at its next step."""
        self.token.cancel()

    def drop(self) -> None:
        """Give no answer to anybody, and stop; an edit is still done, since it holds a user's words."""
        self.is_stale = True
        if not self.is_edit:
            self.token.cancel()
