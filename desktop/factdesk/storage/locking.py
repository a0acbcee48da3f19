"""One writing process a library: a lock that the system lets go of by itself when the process dies."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO

from factdesk.storage.originals import translated

NAME = ".lock"
_FAR = 1 << 30
"""Windows locks bytes and hides them from readers: lock one that nobody reads."""


class LibraryLock:
    """The lock of one library folder, held as long as this object has it; gone after kill -9."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """Try to become the writer; False when another process (or another library object) is it.

        PlaceError when the folder cannot be written to, or its file system has no locks.
        """
        if self._file is not None:
            return True
        with translated(self._path.parent), ExitStack() as opened:
            file = opened.enter_context(self._path.open("a+", encoding="utf-8"))
            if not _lock(file):
                return False
            opened.pop_all()
        self._file = file
        with suppress(OSError):  # who holds it is good to know, and a full disk is no reason not to open
            file.truncate(0)
            file.write(f"{os.getpid()} {socket.gethostname()}\n")
            file.flush()
        return True

    def holder(self) -> str:
        """Give "process 123 on host" of the one who holds it, as far as it is known, else ""."""
        try:
            words = self._path.read_text(encoding="utf-8").split()
        except OSError:
            return ""
        return " ".join(words[:2]) if len(words) >= 2 else ""

    def release(self) -> None:
        """Let another process write."""
        file, self._file = self._file, None
        if file is not None:
            with suppress(OSError):  # the last words may not fit on a full disk; the lock is let go of all the same
                file.close()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(0)
        return True

else:
    import fcntl

    def _lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
