"""The log of this machine: one rotating file, and hooks that write uncaught errors into it.

A log may be sent to somebody, so it holds ids and counts, never a title, a quotation or the path of a library: a
trace names types and places in the code, and gives a message only where our own code or the language wrote it.
"""

from __future__ import annotations

import logging
import os
import platform
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from factdesk import __version__
from factdesk.errors import BugError, Cancelled, PlaceError
from factdesk.paths import log_folder
from factdesk.words import _

NAME = "factdesk.log"
SIZE = 1_000_000
KEPT = 4
_LINE = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
_TELLING = (BugError, TypeError, AttributeError, NameError, ImportError, AssertionError, RecursionError, MemoryError)

log = logging.getLogger(__name__)


class PrivateFormatter(logging.Formatter):
    """Writes a line in UTC, with traces that name places in the code and keep people's words out."""

    converter = staticmethod(time.gmtime)

    def formatException(  # noqa: N802  (the name is logging's)
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """Give the trace of an error, causes first."""
        return "" if ei[1] is None else trace(ei[1])


def trace(error: BaseException) -> str:
    """Give the trace of `error` and its causes without words that could come from a library.

    Messages of our own bugs and of the language's programming errors stay; of an OSError only its number; of all
    others (which may quote a title, a path or a row) only the type.
    """
    return "\n".join(part for link in _chain(error) for part in _told(link))


def keep_quiet() -> None:
    """Keep warnings and the words of other packages off the terminal, also where no log can be written."""
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())
    logging.captureWarnings(True)


def set_up(folder: Path | None = None, *, is_verbose: bool = False) -> Path:
    """Send the log to a rotating file and catch what nobody caught; give the file.

    Calling again moves the log to the new `folder`. PlaceError when the folder cannot be written.
    """
    place = folder or log_folder()
    try:
        place.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(place / NAME, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=False)
    except OSError as error:
        raise PlaceError(
            _("The log cannot be written in {folder}.").format(folder=place),
            hint=_("Factdesk works without it."),
        ) from error
    handler.setFormatter(PrivateFormatter(_LINE))
    root = logging.getLogger("factdesk")
    take_down()
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if is_verbose else logging.INFO)
    root.propagate = False
    sys.excepthook = _on_uncaught
    threading.excepthook = _on_uncaught_in_thread
    log.info("Factdesk %s, Python %s, %s", __version__, platform.python_version(), platform.system())
    return place / NAME


def take_down() -> None:
    """Close the file and put the hooks back as Python had them."""
    root = logging.getLogger("factdesk")
    for handler in [one for one in root.handlers if isinstance(one, RotatingFileHandler)]:
        root.removeHandler(handler)
        handler.close()
    root.propagate = True
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__


def file() -> Path | None:
    """Give the file the log goes to, None when it goes nowhere."""
    for handler in logging.getLogger("factdesk").handlers:
        if isinstance(handler, RotatingFileHandler):
            return Path(handler.baseFilename)
    return None


def _on_uncaught(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """Log what reached the top of the main thread."""
    del kind, where
    if isinstance(error, KeyboardInterrupt | Cancelled):
        return
    log.critical("uncaught", exc_info=error)


def _on_uncaught_in_thread(arguments: threading.ExceptHookArgs) -> None:
    """Log what ended a thread."""
    if arguments.exc_value is None or isinstance(arguments.exc_value, SystemExit | Cancelled):
        return
    name = arguments.thread.name if arguments.thread else "?"
    log.critical("uncaught in thread %s", name, exc_info=arguments.exc_value)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Give the causes of `error`, first cause first, and `error` itself."""
    links: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in links:
        links.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return reversed(links)


def _told(error: BaseException) -> Iterator[str]:
    """Give the frames of one error and its last line."""
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}: {frame.line or ''}"
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(error, _TELLING):
        yield f"{name}: {error}"
    elif isinstance(error, OSError):
        yield f"{name}: {error.errno} {os.strerror(error.errno) if error.errno else ''}".rstrip()
    else:
        yield name


def _place(filename: str) -> str:
    """Give a source file's last three parts, so that no home folder is named."""
    return "/".join(Path(filename).parts[-3:])
