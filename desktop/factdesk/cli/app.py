"""Runs one command line: lifts the common options, starts up, calls the command, and stands at the border of errors."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import typer

from factdesk import logs
from factdesk.cli.arguments import Common, asks_for_json, lift
from factdesk.cli.doors import Doors
from factdesk.cli.output import ExitCode, Output, OutputError, force_utf8
from factdesk.cli.session import Session
from factdesk.cli.watching import watcher
from factdesk.compute import Compute, Here, Workers
from factdesk.errors import Cancelled, LibraryError, PlaceError, UserError
from factdesk.progress import CancelToken
from factdesk.startup import Start, library_steps, perform, program_steps
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.library.library import Library

INTERRUPTED = 130

log = logging.getLogger(__name__)


def main(arguments: Sequence[str], doors: Doors, compute: Compute | None = None) -> int:
    """Run one command line and give its exit code; whatever goes wrong ends in one sentence on stderr.

    `compute` is where files are read: in worker processes unless the caller hands in something else.
    """
    force_utf8()
    out = Output(is_json=asks_for_json(arguments))
    begun = time.monotonic()
    code = _guarded(arguments, out, doors, compute or Workers())
    log.info("ended with %d after %.2f s", code, time.monotonic() - begun)
    return code


def _guarded(arguments: Sequence[str], out: Output, doors: Doors, compute: Compute) -> int:
    """Run, and turn whatever is raised into a sentence and an exit code."""
    try:
        return _run(lift(arguments), out, doors, compute)
    except BrokenPipeError:
        _let_go_of_stdout()
        return ExitCode.FAILED
    except (KeyboardInterrupt, Cancelled, typer.Abort):
        return _fail(out, ExitCode.FAILED, Cancelled.code, _("Stopped."), _("What was done before stays done."))
    except typer.TyperException as error:
        return _fail(out, ExitCode.USAGE, "usage", _sentence(error.format_message()), _usage_hint())
    except UserError as error:
        log.info("refused: %s (%s)", type(error).__name__, error.code)
        if isinstance(error, OutputError):
            _let_go_of_stdout()
        return _fail(out, _code_of(error), error.code, error.sentence, error.hint)
    except Exception as error:
        log.critical("a command ended in our own fault", exc_info=error)
        return _fail(out, ExitCode.FAILED, "bug", _("Factdesk made a mistake and stopped."), _log_hint())


def _run(common: Common, out: Output, doors: Doors, compute: Compute) -> int:
    """Start up and hand the rest of the arguments to typer."""
    start = Start(is_verbose=common.is_verbose)
    perform(program_steps(start), start)
    if common.is_verbose:
        _tell_warnings(start, out)
    from factdesk.cli.commands import command_line  # noqa: PLC0415  (its texts are worded on import, in the language just chosen)

    session = Session(
        common.library,
        out,
        start.settings,
        opener=_Opener(start, compute, out),
        maker=lambda folder: _make(start, folder),
        doors=doors,
        cancel=start.cancel,
    )
    try:
        with _heed_interrupt(session.cancel, out):
            code = command_line().main(list(common.rest), prog_name="factdesk", standalone_mode=False, obj=session)
    finally:
        compute.close()
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    return int(code or session.code)


@dataclass(frozen=True)
class _Opener:
    """Opens libraries by the steps of start-up."""

    start: Start
    compute: Compute
    out: Output

    def __call__(self, folder: Path, *, may_write: bool, apart: bool = False) -> Library:
        start = self.start
        start.folder, start.may_write = folder, may_write
        start.compute = self.compute if apart else Here()
        start.warnings.clear()
        with watcher(_("Opening the library")) as progress:
            perform(library_steps(start), start, progress)
        if may_write:
            _tell_warnings(start, self.out)
        return start.library


def _tell_warnings(start: Start, out: Output) -> None:
    """Say on stderr what start-up warned of: a cloud folder, a log that cannot be written."""
    for warning in start.warnings:
        out.note(warning)


def _make(start: Start, folder: Path) -> Library:
    """Make a library; LibraryError when the place is taken or cannot be written."""
    from factdesk.library.library import Library  # noqa: PLC0415  (the database is loaded when a library is wanted)

    try:
        return Library.create(folder, who=start.settings.who, compute=start.compute)
    except PlaceError as error:
        raise LibraryError(error.sentence, hint=error.hint, code=error.code) from error


@contextmanager
def _heed_interrupt(cancel: CancelToken, out: Output) -> Iterator[None]:
    """Let the first Ctrl+C stop at the next safe place, and the second one at once."""

    def on_interrupt(number: int, frame: FrameType | None) -> None:
        del number, frame
        if cancel.is_cancelled:
            raise KeyboardInterrupt
        cancel.cancel()
        out.note(_("Stopping after this step; press Ctrl+C again to stop at once."))

    try:
        before = signal.signal(signal.SIGINT, on_interrupt)
    except ValueError:  # not on the main thread: whoever runs us there heeds Ctrl+C
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _code_of(error: UserError) -> ExitCode:
    """Give the exit code of a user error."""
    if isinstance(error, LibraryError):
        return ExitCode.NO_LIBRARY
    return ExitCode.USAGE if error.code == "usage" else ExitCode.FAILED


def _fail(out: Output, code: ExitCode, word: str, sentence: str, hint: str) -> int:
    """Say what went wrong and give the exit code, also when nobody listens any more."""
    try:
        out.error(word, sentence, hint)
    except (BrokenPipeError, OutputError):
        _let_go_of_stdout()
    return code


def _sentence(message: str) -> str:
    """Make typer's message a sentence on one line."""
    words = " ".join(message.replace("Value error, ", "").split())
    return words if words.endswith((".", "?")) else f"{words}."


def _usage_hint() -> str:
    """Say where the options are listed."""
    return _("“factdesk --help” lists the commands, “factdesk COMMAND --help” the options of one.")


def _log_hint() -> str:
    """Say where the trace is kept."""
    file = logs.file()
    return _("What happened is in {file}.").format(file=file) if file else ""


def _let_go_of_stdout() -> None:
    """Point stdout at nothing, so that Python's last flush does not fail when nobody takes it any more."""
    try:
        descriptor = os.open(os.devnull, os.O_WRONLY)
        os.dup2(descriptor, sys.stdout.fileno())
        os.close(descriptor)
    except (OSError, ValueError):
        return
