"""Local files into payloads, and folders into lists of files: sizes first, regular files only, no loops."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from factdesk.capture.captured import Payload
from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.names import safe_name, shown_name
from factdesk.errors import InputError, NotFoundError, UserError
from factdesk.words import _

_LEFT_OUT_NAMES = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx"})
_LEFT_OUT_STARTS = (".", "~$", "~lock.", ".~lock.", "._")
_LEFT_OUT_ENDINGS = (".tmp", ".part", ".crdownload", ".download", ".swp", "~")


def read_file(path: Path, limits: Limits = LIMITS) -> Payload:
    """Read a regular file; InputError (too large, no file, locked) or NotFoundError, in one sentence naming it."""
    name = path.name or str(path)
    if "\x00" in str(path):
        raise _absent(name)
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as error:
        raise _unreadable(name, error, is_folder=_is_folder(path)) from error
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise _not_a_file(name, is_folder=stat.S_ISDIR(status.st_mode))
        check_size(status.st_size, name, limits)
        with os.fdopen(handle, "rb", closefd=False) as stream:
            data = stream.read(limits.file_bytes + 1)
    except OSError as error:
        raise _unreadable(name, error, is_folder=False) from error
    finally:
        os.close(handle)
    check_size(len(data), name, limits)
    return Payload(data, safe_name(name))


def check_size(size: int, name: str, limits: Limits = LIMITS) -> None:
    """Raise InputError when `size` bytes are more than a file may have."""
    if size > limits.file_bytes:
        raise InputError(
            _("{file} is too large: {size}, and {limit} is the most.").format(
                file=shown_name(name), size=size_words(size), limit=size_words(limits.file_bytes)
            ),
            hint=_("File the part you need, as a smaller file."),
            code="too_large",
        )


def size_words(size: int) -> str:
    """Give a size in words a person reads: 184 KB, 1.2 MB (powers of 1,000, as file managers show)."""
    if size < 1000:
        return _("{number} bytes").format(number=size)
    for unit, power in ((_("KB"), 1), (_("MB"), 2), (_("GB"), 3)):
        value = size / 1000**power
        if value < 999.5 or power == 3:
            return f"{value:.0f} {unit}" if value >= 10 or power == 1 else f"{value:.1f} {unit}"
    return str(size)


def expand(paths: Iterable[Path], limits: Limits = LIMITS) -> tuple[Path, ...]:
    """Give the files of `paths`, folders walked in the order of their names, each file once.

    Hidden files, lock files of open programs, symbolic links inside folders and special files are left out; what was
    named itself stays, so that its error is told. Bounded in depth and count.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for file in _walk(path, limits) if _is_folder(path) else (path,):
            if len(found) >= limits.folder_files:
                raise InputError(
                    _("{file} holds more than {count} files.").format(
                        file=shown_name(str(path)), count=limits.folder_files
                    ),
                    hint=_("File it in parts."),
                    code="too_many",
                )
            found.setdefault(file, None)
    return tuple(found)


def _walk(folder: Path, limits: Limits) -> Iterator[Path]:
    waiting: list[tuple[Path, int]] = [(folder, 1)]
    while waiting:
        here, depth = waiting.pop()
        files, folders = _entries(here)
        yield from files
        if depth < limits.folder_depth:
            waiting.extend((inner, depth + 1) for inner in reversed(folders))


def _entries(folder: Path) -> tuple[list[Path], list[Path]]:
    """List the files and folders wanted in one folder; one that may not be read counts as empty."""
    files: list[Path] = []
    folders: list[Path] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if is_left_out(entry.name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                elif entry.is_file(follow_symlinks=False):
                    files.append(Path(entry.path))
    except OSError:
        return sorted(files), sorted(folders)
    return sorted(files), sorted(folders)


def is_left_out(name: str) -> bool:
    """Whether a file found in a folder is none a person means: hidden, a lock file, half downloaded."""
    low = name.casefold()
    return low in _LEFT_OUT_NAMES or low.startswith(_LEFT_OUT_STARTS) or low.endswith(_LEFT_OUT_ENDINGS)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _absent(name: str) -> NotFoundError:
    return NotFoundError(
        _("{file} is not there.").format(file=shown_name(name)), hint=_("It may have been moved or renamed.")
    )


def _not_a_file(name: str, *, is_folder: bool) -> InputError:
    if is_folder:
        return InputError(
            _("{file} is a folder.").format(file=shown_name(name)), hint=_("File the files in it."), code="not_a_file"
        )
    return InputError(
        _("{file} is not a file but a device or a pipe.").format(file=shown_name(name)),
        hint=_("Choose a document."),
        code="not_a_file",
    )


def _unreadable(name: str, error: OSError | ValueError, *, is_folder: bool) -> UserError:
    code = getattr(error, "errno", None)
    if is_folder or isinstance(error, IsADirectoryError) or code in {errno.ENXIO, errno.ENODEV, errno.EWOULDBLOCK}:
        return _not_a_file(name, is_folder=is_folder or isinstance(error, IsADirectoryError))
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError) or code == errno.ENAMETOOLONG:
        return _absent(name)
    return _withheld(name, error, code)


def _withheld(name: str, error: OSError, code: int | None) -> InputError:
    """Give the sentence for a file that is there and is not given."""
    if code == errno.ELOOP:
        return InputError(
            _("{file} is a link that leads back to itself.").format(file=shown_name(name)),
            hint=_("Choose the document itself."),
            code="not_a_file",
        )
    if getattr(error, "winerror", None) in {32, 33} or code in {errno.EBUSY, errno.ETXTBSY}:
        return InputError(
            _("{file} is held open by another program.").format(file=shown_name(name)),
            hint=_("Close it there and try again."),
            code="busy",
        )
    if isinstance(error, PermissionError):
        return InputError(
            _("{file} may not be read by you.").format(file=shown_name(name)),
            hint=_("Ask for the right to read it, or copy it to a place of yours."),
            code="forbidden",
        )
    return InputError(
        _("{file} could not be read: the disk or drive failed.").format(file=shown_name(name)),
        hint=_("Copy it to another place and file that copy."),
        code="unreadable",
    )
