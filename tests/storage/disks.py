"""Disks that can be filled and made read-only, so that faults are real: a mounted one, or limits of the system."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

SIZE = 2_000_000
NOBODY = 65534


class Disk(Protocol):
    """A folder with little room."""

    folder: Path
    full_codes: frozenset[str]

    def fill(self) -> None:
        """Leave no room."""

    def free(self) -> None:
        """Give the room back."""

    def make_read_only(self) -> None:
        """Forbid every write."""


@dataclass(frozen=True)
class MountedDisk:
    """A disk of two megabytes in memory; only root can mount it."""

    folder: Path
    full_codes: frozenset[str] = frozenset({"place_full"})

    def fill(self) -> None:
        with (self.folder / "ballast").open("wb", buffering=0) as file:
            for size in (65536, 4096, 1):
                while True:
                    try:
                        file.write(b"x" * size)
                    except OSError as error:
                        assert error.errno == errno.ENOSPC
                        break

    def free(self) -> None:
        (self.folder / "ballast").unlink()

    def make_read_only(self) -> None:
        subprocess.run(["mount", "-o", "remount,ro", str(self.folder)], check=True)


@dataclass
class LimitedDisk:
    """A plain folder: full by the limit on the size of files, read-only by rights that bind this process too."""

    folder: Path
    full_codes: frozenset[str] = frozenset({"place_full", "place_unreachable"})
    _undo: ExitStack = field(default_factory=ExitStack)

    def fill(self) -> None:
        self._hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, self._hard))

    def free(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._hard, self._hard))

    def make_read_only(self) -> None:
        entries = [self.folder, *self.folder.rglob("*")]
        if os.geteuid() == 0:
            for entry in entries:
                os.chown(entry, NOBODY, NOBODY)
            os.seteuid(NOBODY)
            self._undo.callback(os.seteuid, 0)
        for entry in entries:
            entry.chmod(0o555 if entry.is_dir() else 0o444)

    def close(self) -> None:
        self._undo.close()
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        for entry in [self.folder, *self.folder.rglob("*")]:
            entry.chmod(0o755)
        shutil.rmtree(self.folder)


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """Mount a disk where that is allowed, else set limits."""
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={SIZE}", "factdesk"]
    mounted = shutil.which("mount") and subprocess.run(["mount", *options, folder], capture_output=True, check=False)
    if mounted and mounted.returncode == 0:
        try:
            yield MountedDisk(folder)
        finally:
            subprocess.run(["umount", "-l", str(folder)], check=True)
        return
    disk = LimitedDisk(Path(tempfile.mkdtemp(prefix="factdesk-disk-")))
    disk.folder.chmod(0o755)
    try:
        yield disk
    finally:
        disk.close()
