"""Start-up as a list of named steps: window and command line walk the same list, in the same order."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from factdesk import logs, words
from factdesk.compute import Compute, Here
from factdesk.errors import BugError, LibraryError, UserError
from factdesk.progress import CancelToken, Progress, SilentProgress
from factdesk.settings import Settings, load
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.library.library import Library

log = logging.getLogger(__name__)


class Deed(Protocol):
    """The work of a step."""

    def __call__(self, progress: Progress) -> None:
        """Do it; a UserError stops start-up unless the step may fail."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of start-up. `name` is shown while it runs; a step that `may_fail` costs a warning only."""

    name: str
    run: Deed
    may_fail: bool = False


@dataclass(slots=True)
class Start:
    """What start-up is asked for, and what it has made so far.

    `folder` is the library to open (None: none); `may_write` False opens it for reading only and takes no lock.
    """

    folder: Path | None = None
    may_write: bool = True
    compute: Compute = field(default_factory=Here)
    settings: Settings = field(default_factory=Settings)
    is_verbose: bool = False
    warnings: list[str] = field(default_factory=list)
    cancel: CancelToken = field(default_factory=CancelToken)
    _library: Library | None = None

    @property
    def library(self) -> Library:
        """Give the opened library; BugError before its step has run."""
        if self._library is None:
            message = "the library is asked for before it is open"
            raise BugError(message)
        return self._library

    def open_log(self, progress: Progress) -> None:
        """Begin the log."""
        del progress
        logs.set_up(is_verbose=self.is_verbose)

    def load_settings(self, progress: Progress) -> None:
        """Read this machine's options."""
        del progress
        self.settings = load()

    def choose_language(self, progress: Progress) -> None:
        """Speak the language of the settings, else the system's."""
        del progress
        words.use_language(self.settings.language or words.system_language())

    def open_library(self, progress: Progress) -> None:
        """Lock the library's folder, bring it up to date and open it; LibraryError when it cannot be opened."""
        from factdesk.library.library import Library  # noqa: PLC0415  (the database is loaded when a library is wanted)

        del progress
        if self.folder is None:
            return
        try:
            self._library = Library.open(
                self.folder, who=self.settings.who, compute=self.compute, may_write=self.may_write
            )
        except LibraryError:
            raise
        except UserError as error:
            raise LibraryError(error.sentence, hint=error.hint, code=error.code) from error
        self.warnings.extend(self._library.warnings)

    def heal_index(self, progress: Progress) -> None:
        """Build the index anew when it is missing, damaged or of another make, and take in what waits."""
        if self._library is None or self._library.is_read_only:
            return
        self._library.indexing.heal(progress, self.cancel)


def program_steps(start: Start) -> Iterator[Step]:
    """Give the steps that every start needs: log, settings, language."""
    yield Step(_("Open the log"), start.open_log, may_fail=True)
    yield Step(_("Read the settings"), start.load_settings)
    yield Step(_("Choose the language"), start.choose_language)


def library_steps(start: Start) -> Iterator[Step]:
    """Give the steps that open a library: lock, migrate and open it, then see to its index."""
    yield Step(_("Open the library"), start.open_library)
    yield Step(_("See to the index"), start.heal_index, may_fail=True)


def perform(steps: Iterable[Step], start: Start, progress: Progress | None = None) -> None:
    """Walk the steps. A UserError of a step that may fail becomes one of `start.warnings`, any other goes on."""
    watcher = progress or SilentProgress()
    for number, step in enumerate(steps):
        watcher.report(number, None, step.name)
        try:
            step.run(watcher)
        except UserError as error:
            if not step.may_fail:
                raise
            log.warning("start-up went on without step %d (%s)", number, error.code)
            start.warnings.append(str(error))
