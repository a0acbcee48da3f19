"""Progress on stderr: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from factdesk.cli.output import plain, print_line

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

EVERY = 2.0
AT_ONCE = 0.4
WIDTH = 40


class Watcher(Protocol):
    """Progress that begins and ends."""

    def report(self, done: int, total: int | None, words: str = "") -> None:
        """Say where the work stands."""

    def __enter__(self) -> Self:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """End, leaving nothing of a bar behind."""


class LineWatcher:
    """Writes a line to stderr every two seconds where it is known how much there is: for pipes, logs and files."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._last = time.monotonic()

    def report(self, done: int, total: int | None, words: str = "") -> None:
        """Write a line when the last one is old enough."""
        del words
        now = time.monotonic()
        if total is None or now - self._last < EVERY:
            return
        self._last = now
        print_line(sys.stderr, f"{self._title}: {done} / {total}")

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """End."""


class BarWatcher:
    """Shows a bar with the time left on a terminal, once it is known how much there is and it has taken a moment."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._begun = time.monotonic()
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def report(self, done: int, total: int | None, words: str = "") -> None:
        """Move the bar."""
        if self._bar is None and total is not None and time.monotonic() - self._begun > AT_ONCE:
            self._show()
        if self._bar is not None and self._task is not None:
            shown = plain(words)
            shown = shown if len(shown) <= WIDTH else f"{shown[: WIDTH - 1]}…"
            self._bar.update(self._task, completed=done, total=total, words=shown)

    def __enter__(self) -> Self:
        """Begin to count."""
        self._begun = time.monotonic()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def _show(self) -> None:
        from rich.console import Console  # noqa: PLC0415  (only where a terminal watches)
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[words]}", markup=False),
            console=Console(file=sys.stderr, highlight=False),
            transient=True,
            # Lines for a pipe must go into the pipe; on the bar's own terminal they are printed above it.
            redirect_stdout=sys.stdout is not None and sys.stdout.isatty(),
        )
        self._task = self._bar.add_task(self._title, total=None, words="")
        self._bar.start()


def watcher(title: str) -> Watcher:
    """Give the progress that suits stderr."""
    return BarWatcher(title) if sys.stderr is not None and sys.stderr.isatty() else LineWatcher(title)
