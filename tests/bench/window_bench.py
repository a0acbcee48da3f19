"""The window on a large library: start, typing in the search box, the longest block of its thread. Run by hand.

    python tests/bench/window_bench.py LIBRARY.factdesk [--files FOLDER] [--runs 5]

A heartbeat timer of 5 ms tells how long the window's thread was away. Latency of typing is from the key to the moment
the rows of its answer have been painted. With --files, the files of FOLDER are filed meanwhile. Drawn offscreen.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
STARTED = float(os.environ.get("BENCH_STARTED", "0") or 0)
PREFIXES = (
    "gov", "govern", "oil pr", "bank", "market sh", "minist", "record", "first quarter", "тендер", "закуп",
    "київ", "управл", "trade def", "interest ra", "cocoa", "film", "football cl", "election", "budget", "рішен",
)  # fmt: skip


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("library", type=Path)
    parser.add_argument("--files", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only-start", action="store_true")
    options = parser.parse_args()
    if options.only_start:
        _start_once(options.library)
        return
    _starts(options.library, options.runs)
    _typing(options.library, options.files)


def _starts(library: Path, runs: int) -> None:
    times = []
    for _run in range(runs + 1):
        command = [sys.executable, __file__, str(library), "--only-start"]
        environment = os.environ | {"BENCH_STARTED": repr(time.time())}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        times.append(float(done.stdout.split()[-1]))
    print(f"start to usable window: median {statistics.median(times[1:]):.2f} s, all {[round(t, 2) for t in times]}")


def _start_once(library: Path) -> None:
    """Run `factdesk gui` as a person does, and say when the list, the text and the marks of the first article stand."""
    gc.disable()  # as the program does while it loads the window
    from PySide6.QtCore import QTimer

    from factdesk import __main__ as entrance
    from factdesk.ui import app

    class Watched(app.Desktop):
        """The window, looked at every millisecond."""

        def open_library(self, folder: Path, then: Callable[[], None] | None = None) -> None:
            super().open_library(folder, then)
            self._looking = QTimer(self.window)
            self._looking.timeout.connect(self._look)
            self._looking.start(1)

        def _look(self) -> None:
            desk = self.window.bench.desk if self.window.bench is not None else None
            if desk is None or desk.reader.content is None or not desk.articles.model.rowCount():
                return
            self.window.repaint()
            print(time.time() - STARTED)
            sys.stdout.flush()
            os._exit(0)

    app.Desktop = Watched  # type: ignore[misc]
    entrance.run(["gui", "--library", str(library)])


def _typing(library: Path, files: Path | None) -> None:
    desktop, loop_until = _desktop()
    desktop.open_library(library)
    loop_until(lambda: desktop.window.bench is not None and desktop.window.bench.desk.reader.content is not None)
    loop_until(lambda: desktop.runner.pending == 0)
    bench = desktop.window.bench
    heart = _Heart()
    bench.search.open("")
    search, field = bench.search, bench.search.head.line
    latencies: list[float] = []
    for words in PREFIXES:
        field.clear()
        loop_until(lambda: not search.is_asking and desktop.runner.pending == 0)
        for letter in words:
            began = time.perf_counter()
            _press(field, letter)
            loop_until(lambda: search.asked == field.text() and not search.is_asking)
            desktop.window.repaint()
            latencies.append(1000 * (time.perf_counter() - began))
    _say("key to painted results, with the 120 ms that wait for the next key", latencies)
    _say("the same without that wait", [max(0.0, value - 120) for value in latencies])
    print(f"longest block while typing: {heart.longest():.0f} ms")
    if files is not None:
        heart = _Heart()
        bench.search.close_overlay()
        began = time.perf_counter()
        bench.filing.file_paths([files])
        loop_until(lambda: desktop.context.tasks.running > 0)
        loop_until(lambda: desktop.context.tasks.running == 0)
        done = desktop.context.tasks.tasks[0]
        seconds = time.perf_counter() - began
        print(f"filed meanwhile: {done.words} in {seconds:.1f} s; longest block {heart.longest():.0f} ms")
    print(f"memory of the window: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    sys.stdout.flush()
    os._exit(0)


class _Heart:
    """Beats every 5 ms and remembers how late it came."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def longest(self) -> float:
        """Give the longest absence in milliseconds."""
        return 1000 * max(self._gaps, default=0.0)

    def _beat(self) -> None:
        now = time.perf_counter()
        self._gaps.append(now - self._last - 0.005)
        self._last = now


def _press(field: object, letter: str) -> None:
    """Type a letter of any script."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def _desktop() -> tuple[object, Callable[[Callable[[], bool]], None]]:
    from PySide6.QtCore import QEventLoop, QTimer

    from factdesk.settings import Settings
    from factdesk.ui.app import Desktop, apply_look, make_application

    make_application(["bench"])
    settings = Settings(who="Bench", language="en")
    apply_look(settings)
    desktop = Desktop(settings, keep=lambda kept, **changes: kept.model_copy(update=changes))
    desktop.window.resize(1440, 900)
    desktop.window.show()

    def loop_until(seen: Callable[[], bool]) -> None:
        loop, looking = QEventLoop(), QTimer()
        looking.timeout.connect(lambda: loop.quit() if seen() else None)
        looking.start(1)
        loop.exec()

    return desktop, loop_until


def _say(name: str, values: Sequence[float]) -> None:
    ordered = sorted(values)
    parts = [f"p{at} {ordered[min(len(ordered) - 1, int(len(ordered) * at / 100))]:.0f} ms" for at in (50, 95, 99)]
    print(f"{name}: {', '.join(parts)} over {len(ordered)} keys")


if __name__ == "__main__":
    main()
