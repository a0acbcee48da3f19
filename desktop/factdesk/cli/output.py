"""What a command prints: words or one JSON object on stdout, notes and errors on stderr, and the exit codes."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import TextIO

from factdesk.errors import PlaceError
from factdesk.words import _

Json = Mapping[str, object]

_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"


class OutputError(PlaceError):
    """Standard output takes no more: the disk it goes to is full."""


class ExitCode(IntEnum):
    """How a command ends."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NO_LIBRARY = 3


def force_utf8() -> None:
    """Write UTF-8 whatever the system's locale says; what cannot be written is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def plain(words: str) -> str:
    """Give `words` on one line and without characters that steer a terminal or turn the reading direction."""
    spaced = "".join(" " if character.isspace() else character for character in words.strip())
    return "".join(
        character for character in spaced if character in _JOINERS or unicodedata.category(character) not in _INVISIBLE
    )


class Output:
    """Where a command's answer goes. With `is_json` stdout holds JSON and nothing else."""

    def __init__(self, *, is_json: bool = False) -> None:
        self.is_json = is_json

    @property
    def is_terminal(self) -> bool:
        """Whether a person reads stdout on a terminal."""
        return sys.stdout is not None and sys.stdout.isatty()

    def result(self, result: Json, words: Callable[[], None]) -> None:
        """Give the answer: the JSON object, or what `words` prints."""
        if self.is_json:
            self._print_json({"ok": True, "result": result})
        else:
            words()

    def json_line(self, item: Json) -> None:
        """Give one item as a line of its own, at once."""
        self._print_json(item)

    def error(self, code: str, sentence: str, hint: str = "") -> None:
        """Say what went wrong: one line on stderr, and the JSON object on stdout where that was asked for."""
        self.note(f"{sentence} {hint}" if hint else sentence)
        if self.is_json:
            self._print_json({"ok": False, "error": {"code": code, "sentence": sentence, "hint": hint}})

    def note(self, words: str) -> None:
        """Say something on stderr."""
        print_line(sys.stderr, plain(words))

    def line(self, words: str = "") -> None:
        """Print one line on stdout."""
        print_line(sys.stdout, plain(words))

    def text(self, words: str) -> None:
        """Print a text of several lines on stdout as it is, but for steering characters."""
        for line in words.split("\n"):
            self.line(line)

    def row(self, *cells: str) -> None:
        """Print one row: two spaces between the cells on a terminal, tabs elsewhere."""
        print_line(sys.stdout, ("  " if self.is_terminal else "\t").join(plain(cell) for cell in cells))

    def fields(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Print named values, one a line; empty ones are left out."""
        for name, value in pairs:
            if value:
                self.line(f"{name}: {value}")

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Print rows: aligned under headings on a terminal, else one line a row with tabs between."""
        if not self.is_terminal:
            for row in rows:
                self.row(*row)
            return
        from rich.console import Console  # noqa: PLC0415  (a piped command does without)
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        table = Table(box=None, pad_edge=False, header_style="dim", show_edge=False)
        for number, column in enumerate(columns):
            table.add_column(column, no_wrap=number == 0)
        for row in rows:
            table.add_row(*(Text(plain(cell)) for cell in row))
        Console(file=sys.stdout, highlight=False).print(table)

    def nothing(self, *, is_narrowed: bool = False) -> None:
        """Say on stderr that there is nothing to list, or nothing of what was asked for."""
        self.note(f"{_('Nothing matches')}." if is_narrowed else _("Nothing here yet."))

    def _print_json(self, value: Json) -> None:
        print_line(sys.stdout, json.dumps(value, ensure_ascii=False))


def print_line(stream: TextIO | None, words: str) -> None:
    """Write one line and let it go at once, so that a reader at the other end of a pipe has it.

    A program started without a console (the window's own script on Windows) has no stream to write to.
    """
    if stream is None:
        return
    try:
        stream.write(f"{words}\n")
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            _("The output could not be written: {reason}.").format(reason=error.strerror),
            hint=_("What was done before stays done."),
        ) from error
