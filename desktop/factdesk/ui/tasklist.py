"""What is under way and what came of it: the model behind the Tasks panel and the ring in the tool bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from time import monotonic

from PySide6.QtCore import QObject, Signal

from factdesk.errors import FactdeskError, UserError
from factdesk.tasks.ticket import Ticket
from factdesk.words import _


class TaskState(StrEnum):
    """How a task stands."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class TaskFailure:
    """One item of a task that failed: its name, why, what to do about it, and where it lies."""

    name: str
    reason: str
    retry: Callable[[], None] | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class TaskOffer:
    """Something a task leaves for a person: what, and the deeds that fit with their words."""

    words: str
    deeds: tuple[tuple[str, Callable[[], None]], ...]


@dataclass
class Task:
    """One line of the panel. `done` and `total` count items; `total` is None while it is not known.

    `tallies` are (icon name, number, words) shown under the bar; `open` goes to what the task made; `offers` are what
    it left undone.
    """

    title: str
    ticket: Ticket | None = None
    state: TaskState = TaskState.RUNNING
    done: int = 0
    total: int | None = None
    words: str = ""
    tallies: tuple[tuple[str, int, str], ...] = ()
    failures: list[TaskFailure] = field(default_factory=list)
    offers: tuple[TaskOffer, ...] = ()
    retry: Callable[[], None] | None = None
    retry_all: Callable[[], None] | None = None
    open: Callable[[], None] | None = None
    started: float = field(default_factory=monotonic)

    @property
    def pace(self) -> float | None:
        """Items a second so far; None before there is a pace."""
        seconds = monotonic() - self.started
        return self.done / seconds if self.total and self.done > 0 and seconds > 0 else None

    @property
    def seconds_left(self) -> float | None:
        """Guess the seconds left from the pace so far; None before there is a pace."""
        if self.total is None or self.pace is None or self.state is not TaskState.RUNNING:
            return None
        return (self.total - self.done) / self.pace


class TaskList(QObject):
    """Keeps tasks, newest first."""

    changed = Signal()
    ended = Signal(object)
    """A `Task`, told once when it is over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Give the tasks, newest first."""
        return tuple(self._tasks)

    @property
    def has_trouble(self) -> bool:
        """Whether something failed in a task that is over and still on the list."""
        return any(task.failures or task.state is TaskState.FAILED for task in self._tasks)

    @property
    def running(self) -> int:
        """Give the number under way."""
        return sum(task.state is TaskState.RUNNING for task in self._tasks)

    def add(self, task: Task) -> Task:
        """Put a task on the list and follow its ticket to the end."""
        self._tasks.insert(0, task)
        if task.ticket is not None:
            task.ticket.progressed.connect(lambda done, total, words: self._on_progressed(task, done, total, words))
            task.ticket.finished.connect(lambda _value: self.end(task, TaskState.DONE))
            task.ticket.cancelled.connect(
                lambda: self.end(task, TaskState.CANCELLED, _("Cancelled. What was done is kept."))
            )
            task.ticket.failed.connect(lambda error: self._on_failed(task, error))
        self.changed.emit()
        return task

    def end(self, task: Task, state: TaskState, words: str = "") -> None:
        """Say how a task ended; the first word on it stands."""
        if task.state is not TaskState.RUNNING:
            return
        task.state = state
        task.words = words or task.words
        task.ticket = None
        self.changed.emit()
        self.ended.emit(task)

    def touch(self) -> None:
        """Say that a task was changed by its owner."""
        self.changed.emit()

    def forget(self) -> None:
        """Drop everything: the library it was done for is closed."""
        self._tasks = []
        self.changed.emit()

    def clear_done(self) -> None:
        """Take what is over off the list."""
        self._tasks = [task for task in self._tasks if task.state is TaskState.RUNNING]
        self.changed.emit()

    def _on_progressed(self, task: Task, done: int, total: int, words: str) -> None:
        task.done = done
        task.total = None if total < 0 else total
        task.words = words
        self.changed.emit()

    def _on_failed(self, task: Task, error: FactdeskError) -> None:
        sentence = str(error) if isinstance(error, UserError) else _("Factdesk made a mistake here.")
        self.end(task, TaskState.FAILED, sentence)
