"""How long work tells where it stands, and how it is told to stop: no Qt, no threads of its own."""

from __future__ import annotations

import threading
from typing import Protocol

from factdesk.errors import Cancelled


class Progress(Protocol):
    """Where long work reports. Implementations must be cheap and safe to call from any thread."""

    def report(self, done: int, total: int | None, words: str = "") -> None:
        """Say that `done` of `total` items are finished (`None`: not known); `words` names the current one."""


class SilentProgress:
    """Progress that nobody watches."""

    def report(self, done: int, total: int | None, words: str = "") -> None:
        """Drop the report."""
        del done, total, words


class CancelToken:
    """A flag that one thread raises and another looks at between two steps of its work."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise Cancelled when somebody asked to stop."""
        if self._event.is_set():
            raise Cancelled
