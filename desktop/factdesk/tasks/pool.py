"""The threads of one lane over one queue.

QThread, not QThreadPool: a QRunnable that ends while `start` has not returned yet is freed by both sides in PySide
6.11, and what is freed the second time is whatever took its place.

What runs here makes no QObject: connecting its parts takes locks that the window's thread may hold while it waits for
the interpreter.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Condition

from PySide6.QtCore import QThread

Work = Callable[[], None]


class _Thread(QThread):
    """One thread of a pool, for as long as the pool is open."""

    def __init__(self, name: str, run: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._run = run

    def run(self) -> None:
        """Work until the pool is closed."""
        self._run()


class Pool:
    """Runs work in the order it came, on at most `threads` threads; each thread is kept, with its connection."""

    def __init__(self, name: str, threads: int) -> None:
        self._name = name
        self._most = threads
        self._threads: list[_Thread] = []
        self._queue: SimpleQueue[Work | None] = SimpleQueue()
        self._changed = Condition()
        self._open = 0

    def start(self, work: Work) -> None:
        """Queue work, which must let nothing escape; another thread begins where all are busy."""
        with self._changed:
            self._open += 1
            if self._open > len(self._threads) and len(self._threads) < self._most:
                thread = _Thread(f"{self._name}-{len(self._threads) + 1}", self._run)
                self._threads.append(thread)
                thread.start()
        self._queue.put(work)

    def wait(self) -> None:
        """Wait until all that was queued is done."""
        with self._changed:
            self._changed.wait_for(lambda: self._open == 0)

    def close(self) -> None:
        """Wait until all that was queued is done, and let the threads go."""
        self.wait()
        for _thread in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.wait()
        self._threads.clear()

    def _run(self) -> None:
        while (work := self._queue.get()) is not None:
            try:
                work()
            finally:
                del work
                with self._changed:
                    self._open -= 1
                    self._changed.notify_all()
