"""Runs work off the window's thread and brings its answer back: one of the four borders that catch everything."""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import count
from time import monotonic
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from factdesk.errors import BugError, Cancelled, FactdeskError
from factdesk.progress import CancelToken
from factdesk.tasks.collecting import Collector
from factdesk.tasks.lanes import Lane, make_pools
from factdesk.tasks.ticket import Ticket

log = logging.getLogger(__name__)
Done = Callable[[Any], None]
Failed = Callable[[FactdeskError], None]
_PROGRESS_EVERY = 0.05


class ErrorPresenter(Protocol):
    """Shows an error that no caller took."""

    def __call__(self, error: FactdeskError) -> None:
        """Show it."""


class _Messages(QObject):
    """Carries answers from a lane's thread to the window's; lives as long as the runner. The first word is a key."""

    answered = Signal(int, object, object)
    progressed = Signal(int, int, int, str)


class _LaneProgress:
    """Progress that crosses threads, at most twenty times a second so that the window is never flooded."""

    def __init__(self, key: int, messages: _Messages) -> None:
        self._key = key
        self._messages = messages
        self._last = 0.0

    def report(self, done: int, total: int | None, words: str = "") -> None:
        """Send the report, unless one went out just now and this is not the last."""
        now = monotonic()
        if done != total and now - self._last < _PROGRESS_EVERY:
            return
        self._last = now
        self._messages.progressed.emit(self._key, done, -1 if total is None else total, words)


class _Job:
    """One call on a lane. Knows its ticket by a key only: no object of the window is let go of on another thread."""

    def __init__(self, key: int, token: CancelToken, messages: _Messages, call: Callable[[], object]) -> None:
        self._key = key
        self._token = token
        self._messages = messages
        self._call = call

    def __call__(self) -> None:
        """Call, and send what came of it; nothing escapes into the lane."""
        value: object = None
        error: FactdeskError | None = None
        try:
            self._token.raise_if_cancelled()
            value = self._call()
        except FactdeskError as fault:
            error = fault
        except Exception as fault:
            log.exception("work failed on a lane")
            error = BugError(f"{type(fault).__name__}: {fault}")
            error.__cause__ = fault
        self._messages.answered.emit(self._key, value, error)


class Runner(QObject):
    """Sends calls to lanes. Lives on the window's thread, where every answer arrives.

    With `progress=True` the function is called with keyword arguments `progress` and `cancel`; with
    `cancellable=True` with `cancel` alone. Errors go to `on_error`, else to the presenter.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.present: ErrorPresenter | None = None
        self._collector = Collector(self)
        self._pools = make_pools()
        self._messages = _Messages(self)
        self._messages.answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._messages.progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)
        self._live: dict[int, tuple[Ticket, Done | None, Failed | None]] = {}
        self._keys = count(1)
        self._latest: dict[str, Ticket] = {}
        self._is_closed = False

    @property
    def pending(self) -> int:
        """Give the number of calls without an answer yet."""
        return len(self._live)

    def edit(
        self, fn: Callable[..., Any], *args: Any, on_done: Done | None = None, on_error: Failed | None = None, **kw: Any
    ) -> Ticket:
        """Run a short write of the user, in order."""
        return self.send(Lane.EDIT, fn, *args, on_done=on_done, on_error=on_error, **kw)

    def read(
        self, fn: Callable[..., Any], *args: Any, on_done: Done | None = None, on_error: Failed | None = None, **kw: Any
    ) -> Ticket:
        """Run a query."""
        return self.send(Lane.READ, fn, *args, on_done=on_done, on_error=on_error, **kw)

    def bulk(
        self, fn: Callable[..., Any], *args: Any, on_done: Done | None = None, on_error: Failed | None = None, **kw: Any
    ) -> Ticket:
        """Run long work that reports progress."""
        return self.send(Lane.BULK, fn, *args, on_done=on_done, on_error=on_error, **kw)

    def index(
        self, fn: Callable[..., Any], *args: Any, on_done: Done | None = None, on_error: Failed | None = None, **kw: Any
    ) -> Ticket:
        """Run work on the index."""
        return self.send(Lane.INDEX, fn, *args, on_done=on_done, on_error=on_error, **kw)

    def net(
        self, fn: Callable[..., Any], *args: Any, on_done: Done | None = None, on_error: Failed | None = None, **kw: Any
    ) -> Ticket:
        """Run a fetch."""
        return self.send(Lane.NET, fn, *args, on_done=on_done, on_error=on_error, **kw)

    def latest(
        self,
        key: str,
        fn: Callable[..., Any],
        *args: Any,
        on_done: Done | None = None,
        on_error: Failed | None = None,
        **kw: Any,
    ) -> Ticket:
        """Run a query whose older ones of the same key no longer matter: they are cancelled and stay silent."""
        older = self._latest.get(key)
        if older is not None:
            older.drop()
        ticket = self.send(Lane.READ, fn, *args, on_done=on_done, on_error=on_error, **kw)
        self._latest[key] = ticket
        return ticket

    def send(
        self,
        lane: Lane,
        fn: Callable[..., Any],
        *args: Any,
        on_done: Done | None = None,
        on_error: Failed | None = None,
        progress: bool = False,
        cancellable: bool = False,
        **kwargs: Any,
    ) -> Ticket:
        """Run `fn(*args, **kwargs)` on `lane`; `on_done(value)` is called on the window's thread.

        Once the runner is closed nothing begins any more: news that come late would else work beside what is torn down.
        """
        ticket = Ticket(self, is_edit=lane is Lane.EDIT)
        if self._is_closed:
            ticket.drop()
            return ticket
        key = next(self._keys)
        if progress:
            kwargs["progress"] = _LaneProgress(key, self._messages)
        if progress or cancellable:
            kwargs["cancel"] = ticket.token
        self._live[key] = (ticket, on_done, on_error)
        self._pools[lane].start(_Job(key, ticket.token, self._messages, lambda: fn(*args, **kwargs)))
        return ticket

    def silence(self) -> None:
        """Let nothing under way answer any more, for the views it would answer go; edits are still done."""
        for ticket, _done, _failed in self._live.values():
            ticket.drop()

    def close(self) -> None:
        """Let edits that were sent finish, stop the rest, wait for the lanes."""
        self._is_closed = True
        self._pools[Lane.EDIT].wait()
        self.silence()
        for pool in self._pools.values():
            pool.close()
        self._live.clear()
        self._collector.close()

    @Slot(int, int, int, str)
    def _on_progressed(self, key: int, done: int, total: int, words: str) -> None:
        ticket = self._live[key][0] if key in self._live else None
        if ticket is not None and not ticket.is_stale:
            ticket.progressed.emit(done, total, words)

    @Slot(int, object, object)
    def _on_answered(self, key: int, value: object, error: FactdeskError | None) -> None:
        if key not in self._live:
            return
        ticket, on_done, on_error = self._live.pop(key)
        self._latest = {name: kept for name, kept in self._latest.items() if kept is not ticket}
        if not (ticket.is_stale or self._is_closed):
            self._deliver(ticket, value, error, on_done, on_error)
        ticket.ended.emit()
        ticket.deleteLater()
        if not self._live:
            self.idle.emit()

    def _deliver(
        self, ticket: Ticket, value: object, error: FactdeskError | None, on_done: Done | None, on_error: Failed | None
    ) -> None:
        if error is None:
            if on_done is not None:
                on_done(value)
            ticket.finished.emit(value)
        elif isinstance(error, Cancelled):
            ticket.cancelled.emit()
        else:
            ticket.failed.emit(error)
            if on_error is not None:
                on_error(error)
            elif self.present is not None:
                self.present(error)
