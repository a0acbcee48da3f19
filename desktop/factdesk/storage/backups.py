"""Copies of the database in the library's folder `backups/`: made by SQLite itself, verified, the newest kept."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from factdesk.errors import PlaceError
from factdesk.storage.database import Database
from factdesk.storage.originals import sync_folder, translated
from factdesk.words import _

KEEP = 10
_NAME = re.compile(r"library-\d{8}T\d{6}(-\d+)?(-[a-z0-9]+)?\.db")


def back_up(database: Database, folder: Path, at: datetime, *, label: str = "", keep: int = KEEP) -> Path:
    """Copy the database into `folder`, check the copy, and only then drop the oldest beyond `keep`.

    `label` (letters and digits) tells why it was made. Copies with a label are never dropped. PlaceError when there is
    no room, or the copy is not whole; nothing is left behind then.
    """
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
    target = _free_name(folder, at, label)
    draft = target.with_suffix(".part")
    try:
        database.copy_to(draft)
        _verify(draft)
        with translated(folder):
            with draft.open("rb+") as file:
                os.fsync(file.fileno())
            draft.replace(target)
            sync_folder(folder)
    finally:
        for leftover in (draft, *_logs(draft)):
            with suppress(FileNotFoundError):
                leftover.unlink()
    _drop_old(folder, keep)
    return target


def backups(folder: Path) -> Sequence[Path]:
    """List the copies, newest first."""
    if not folder.is_dir():
        return ()
    return sorted((file for file in folder.iterdir() if _NAME.fullmatch(file.name)), reverse=True)


def _verify(copy: Path) -> None:
    database = Database(copy, is_read_only=True)
    try:
        complaint = database.check()
    finally:
        database.close()
    if complaint:
        raise PlaceError(
            _("The copy “{name}” came out damaged.").format(name=copy.name),
            hint=_("Check the disk, and copy the library’s folder to another one now."),
            code="place_damaged",
        )


def _free_name(folder: Path, at: datetime, label: str) -> Path:
    stem = f"library-{at.astimezone(UTC):%Y%m%dT%H%M%S}"
    end = f"-{label}.db" if label else ".db"
    number = 1
    while (folder / (name := stem + (f"-{number}" if number > 1 else "") + end)).exists():
        number += 1
    return folder / name


def _logs(database: Path) -> tuple[Path, Path]:
    return database.with_name(database.name + "-wal"), database.with_name(database.name + "-shm")


def _drop_old(folder: Path, keep: int) -> None:
    plain = [file for file in backups(folder) if file.stem.count("-") == 1 or file.stem.rsplit("-", 1)[1].isdigit()]
    for file in plain[keep:]:
        with suppress(OSError):
            file.unlink()
