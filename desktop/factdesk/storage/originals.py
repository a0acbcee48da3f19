"""What was filed, byte for byte: originals/ab/cd/<sha256>, written once, read-only, never half there."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from factdesk.errors import NotFoundError, PlaceError
from factdesk.words import _

DRAFTS = ".drafts"
_CHUNK = 1 << 20
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class Originals:
    """The folder of originals of one library."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep the bytes; give their SHA-256 in hex. Bytes that are here already are left alone.

        Safe against a crash at any moment: temporary file, fsync, rename, fsync of the folder. A file of the right
        name and wrong size (a disk that lost it) is written anew. PlaceError when the place is full or read-only.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        target = self.path(sha256)
        with translated(self.folder):
            if target.is_file():
                if target.stat().st_size == len(data):
                    return sha256
                target.chmod(0o600)
            self._make_folders(self._drafts)
            self._make_folders(target.parent)
            write_whole(target, data, mode=0o444, drafts=self._drafts)
        return sha256

    def path(self, sha256: str) -> Path:
        """Give where the bytes of this hash lie, whether or not they are there."""
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def read(self, sha256: str) -> bytes:
        """Give the bytes; NotFoundError when they are gone, PlaceError when they cannot be read."""
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise _missing(sha256) from error
        except OSError as error:
            raise place_error(error, self.folder) from error

    def verify(self, sha256: str) -> bool:
        """Whether the bytes still have this hash; NotFoundError when they are gone."""
        digest = hashlib.sha256()
        try:
            with self.path(sha256).open("rb") as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
        except FileNotFoundError as error:
            raise _missing(sha256) from error
        except OSError as error:
            raise place_error(error, self.folder) from error
        return digest.hexdigest() == sha256

    def drop_drafts(self) -> int:
        """Take away what a crash left half written; give the number of files. Called by the writer at opening."""
        drafts = list(self._drafts.iterdir()) if self._drafts.is_dir() else []
        for draft in drafts:
            with suppress(OSError):
                draft.unlink()
        return len(drafts)

    @property
    def _drafts(self) -> Path:
        return self.folder / DRAFTS

    def _make_folders(self, folder: Path) -> None:
        made = [place for place in (folder, *folder.parents) if not place.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for place in made:
            sync_folder(place.parent)


def write_whole(target: Path, data: bytes, *, mode: int = 0o644, drafts: Path | None = None) -> None:
    """Write a file whole or not at all (temporary file, fsync, rename, fsync of the folder); raises OSError.

    `drafts` is a folder of the same disk for the temporary file; without it it stands beside the target.
    """
    draft = (drafts or target.parent) / f".{target.name}.{secrets.token_hex(4)}.part"
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(PermissionError):  # a stick formatted for cameras knows no rights
            draft.chmod(mode)
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename last; where folders have no handles (Windows, some network drives) the system does it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(descriptor)


@contextmanager
def translated(place: Path) -> Iterator[None]:
    """Turn an OSError into a PlaceError that names `place`."""
    try:
        yield
    except OSError as error:
        raise place_error(error, place) from error


def place_error(error: OSError, place: Path) -> PlaceError:
    """Say in a sentence why a place could not be written to or read."""
    if error.errno in _FULL:
        return PlaceError(
            _("There is no room left on the disk of “{name}”.").format(name=place),
            hint=_("Nothing was changed. Free some space and try again."),
            code="place_full",
        )
    if error.errno in _READ_ONLY:
        return PlaceError(
            _("“{name}” may not be written to.").format(name=place),
            hint=_("Nothing was changed. Check the rights of the folder, or work on a copy."),
            code="place_read_only",
        )
    return PlaceError(
        _("“{name}” cannot be read or written.").format(name=place),
        hint=_("Nothing was changed. Check that the disk is there and has room."),
        code="place_unreachable",
    )


def _missing(sha256: str) -> NotFoundError:
    return NotFoundError(
        _("The original {hash} is missing from the library.").format(hash=sha256[:12]),
        hint=_("Put it back from a copy of the library’s folder “originals”."),
    )
