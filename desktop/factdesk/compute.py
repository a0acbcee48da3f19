"""Where CPU-heavy work runs: here, or in worker processes. Stdlib only."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from threading import Lock, Thread
from typing import ParamSpec, Protocol, TypeVar

from factdesk.errors import InputError
from factdesk.words import _, language, use_language

P = ParamSpec("P")
T = TypeVar("T")

MEMORY_LIMIT = 3 * 1024**3


class Compute(Protocol):
    """Runs a picklable function with picklable values."""

    def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run and wait; the calling thread sleeps meanwhile."""

    def close(self) -> None:
        """Let go of workers."""


class Here:
    """Runs in the calling thread: for the command line on small jobs, and for tests."""

    def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call `work`."""
        return work(*args, **kwargs)

    def close(self) -> None:
        """Hold nothing, so let go of nothing."""


class Workers:
    """Runs in a small pool of processes, so that no reader holds the window's thread or its memory.

    A worker that dies (a bomb that beat every limit, the system short of memory) costs its own item only: the
    pool is made anew and the item ends in an InputError. Each call has `seconds` before its worker is stopped.
    """

    def __init__(self, processes: int = 2, seconds: float = 120.0) -> None:
        self._processes = processes
        self._seconds = seconds
        self._pool: ProcessPoolExecutor | None = None
        self._spoken = ""
        self._lock = Lock()

    def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run in a worker; InputError when the worker died or took too long."""
        pool = self._ready()
        try:
            future: Future[T] = pool.submit(work, *args, **kwargs)
            return future.result(timeout=self._seconds)
        except BrokenProcessPool as error:
            self._drop(pool)
            raise InputError(
                _("Reading this file broke its reader."), hint=_("It was left out; nothing was filed.")
            ) from error
        except TimeoutError as error:
            self._drop(pool)
            raise InputError(
                _("Reading this file took too long."), hint=_("It was left out; nothing was filed.")
            ) from error

    def close(self) -> None:
        """Stop the workers."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)

    def _ready(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is not None and self._spoken != language():
                self._pool.shutdown(wait=False)
                self._pool = None
            if self._pool is None:
                self._spoken = language()
                self._pool = ProcessPoolExecutor(
                    self._processes,
                    mp_context=multiprocessing.get_context("spawn"),
                    initializer=_begin_worker,
                    initargs=(self._spoken,),
                )
            return self._pool

    def _drop(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool = None
        for process in list((getattr(pool, "_processes", None) or {}).values()):
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def _begin_worker(code: str) -> None:
    """Speak the program's language, leave Ctrl+C to the process that holds the pool, end with it, cap the memory."""
    use_language(code)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()
    _limit_memory()


def _end_with_parent() -> None:
    """Wait for the parent to go, also by a kill it cannot tell of, and go too: a worker alone would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _limit_memory() -> None:
    """Cap the address space of a worker where the system can; elsewhere the readers' own limits hold."""
    try:
        import resource  # noqa: PLC0415  (POSIX only)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
