"""The program's entrance: the window when nothing else is asked for, else the command line."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from factdesk import logs
from factdesk.cli.app import main as command_line
from factdesk.cli.doors import Doors
from factdesk.errors import BugError, PlaceError
from factdesk.words import _

SUFFIX = ".factdesk"


def main() -> int:
    """Run `factdesk …` and give its exit code."""
    multiprocessing.freeze_support()
    return run(sys.argv[1:])


def window() -> int:
    """Run the window's own script: its arguments are a library, or files to be filed."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    return run(arguments if _is_library(arguments) else ["gui", *arguments])


def run(arguments: Sequence[str]) -> int:
    """Run a command line; a single library folder (a double click on it) opens the window on it."""
    logs.keep_quiet()
    doors = Doors(window=_open_window, tour=_run_tour)
    if _is_library(arguments):
        return command_line(["gui", "--library", arguments[0]], doors)
    return command_line(arguments, doors)


def _is_library(arguments: Sequence[str]) -> bool:
    """Whether the one argument is a library's folder."""
    return len(arguments) == 1 and arguments[0].rstrip("/\\").endswith(SUFFIX) and Path(arguments[0]).is_dir()


def _open_window(library: Path | None, theme: str | None, open_id: str | None, files: Sequence[Path]) -> int:
    """Load the window and show it; PlaceError where it cannot be shown."""
    if not _has_screen():
        raise PlaceError(
            _("There is no screen to show the window on."),
            hint=_("“factdesk tour --out DIR” shows the window in pictures; the command line does the same work."),
        )
    gc.disable()  # an eighth of the start is the collector looking at classes; the window enables it again
    try:
        from factdesk.ui.app import run_window  # noqa: PLC0415  (Qt is loaded when the window is wanted)
    except ImportError as error:
        raise _unloadable(error) from error
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run_window(library, theme=theme, open_id=open_id, files=files)


def _run_tour(folder: Path) -> tuple[Path, ...]:
    """Load the window and let it do the main job, drawn into memory where there is no screen."""
    if not _has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from factdesk.ui.tour import run_tour  # noqa: PLC0415  (Qt is loaded when the window is wanted)
    except ImportError as error:
        raise _unloadable(error) from error
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run_tour(folder)


def _unloadable(error: ImportError) -> Exception:
    """Say that a library Qt needs is missing from the system; a module of our own that is missing is our fault."""
    if (error.name or "").startswith("factdesk"):
        return BugError(str(error))
    return PlaceError(
        _("The window cannot be loaded: {reason}.").format(reason=str(error).rstrip(".")),
        hint=_("“packaging/run” installs what it needs."),
    )


def _has_screen() -> bool:
    """Whether Qt has something to draw on; only X11 and Wayland can be missing."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
