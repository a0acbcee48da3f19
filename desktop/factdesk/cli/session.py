"""What a command is given: the library to work on, the place to print to, and the flag that Ctrl+C raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import typer

from factdesk.cli.arguments import LIBRARY_VARIABLE, UsageError
from factdesk.cli.doors import Doors
from factdesk.cli.output import ExitCode, Output
from factdesk.cli.watching import Watcher, watcher
from factdesk.errors import BugError, LibraryError, NewerLibraryError, ReadOnlyError
from factdesk.progress import CancelToken
from factdesk.settings import Settings
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.library.library import Library

Maker = Callable[[Path], "Library"]


class Opener(Protocol):
    """How a session opens a library."""

    def __call__(self, folder: Path, *, may_write: bool, apart: bool = False) -> Library:
        """Open; `apart` reads files in worker processes, so that a hostile one cannot end the command."""


@dataclass(slots=True)
class Session:
    """One run of the command line. `code` is what it ends with when nothing raises."""

    library: str
    out: Output
    settings: Settings
    opener: Opener
    maker: Maker
    doors: Doors
    cancel: CancelToken = field(default_factory=CancelToken)
    code: ExitCode = ExitCode.DONE

    @property
    def folder(self) -> Path:
        """Give the library's folder; UsageError when none was named."""
        if not self.library:
            raise UsageError(
                _("No library is named."),
                hint=_("Add “--library DIR”, or set {variable}.").format(variable=LIBRARY_VARIABLE),
            )
        return Path(self.library).expanduser()

    @contextmanager
    def reading(self) -> Iterator[Library]:
        """Open the library to look at it; no lock is taken, so that a window or another command may go on writing."""
        with self._for_reading() as library:
            yield library

    @contextmanager
    def opened(self, *, may_write: bool, apart: bool = False) -> Iterator[Library]:
        """Open the library; one that another process has is read-only whatever was asked."""
        library = self.opener(self.folder, may_write=may_write, apart=apart)
        try:
            yield library
        finally:
            library.close()

    @contextmanager
    def writing(self, *, apart: bool = False) -> Iterator[Library]:
        """Open the library to change it, and bring its index up to date at the end; `apart` as in `Opener`.

        ReadOnlyError when another process has it.
        """
        with self.opened(may_write=True, apart=apart) as library:
            if library.is_read_only:
                raise ReadOnlyError(library.read_only_reason, hint=_("Nothing was changed."))
            yield library
            library.indexing.drain()

    def _for_reading(self) -> AbstractContextManager[Library]:
        """Open without a lock; a library of an older form is opened with one, which brings it up to date."""
        try:
            library = self.opener(self.folder, may_write=False)
        except NewerLibraryError:
            raise
        except LibraryError:
            library = self.opener(self.folder, may_write=True)
        return closing(library)

    def watch(self, title: str) -> Watcher:
        """Give progress on stderr."""
        return watcher(title)


def of(context: typer.Context) -> Session:
    """Give the session of a running command."""
    session = context.find_root().obj
    if not isinstance(session, Session):
        message = "a command ran without a session"
        raise BugError(message)
    return session
