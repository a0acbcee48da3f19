"""Brings a library to today's form at opening: newer ones are refused untouched, older ones copied first."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from factdesk.errors import LibraryError, NewerLibraryError, PlaceError
from factdesk.storage import backups
from factdesk.storage.database import Database
from factdesk.words import _

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

HEAD = "0001"
"""The form this program reads and writes; the name of the newest file in migrations/versions."""

SCRIPTS = Path(__file__).with_name("migrations")
"""Where the steps lie, in source and wheel alike."""


def revision(path: Path) -> str:
    """Give the form a library is in, "" for a database that is none. Not one byte on disk is changed.

    A database whose log was left by a crash is read through the log; without one it is opened as immutable.
    PlaceError when the file is damaged or no database.
    """
    has_log = path.with_name(path.name + "-wal").exists()
    uri = f"file:{quote(str(path.resolve()))}?mode=ro" + ("" if has_log else "&immutable=1")
    database = Database(path, is_read_only=True)
    with database.translating(), closing(sqlite3.connect(uri, uri=True)) as connection:
        known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    return "" if row is None else str(row[0])


def check(path: Path, *, head: str = HEAD) -> str:
    """Give the form of a library that can be opened; NewerLibraryError or LibraryError otherwise, all untouched."""
    found = revision(path)
    if not re.fullmatch(r"\d{4}", found):
        if found:
            raise _newer(path)
        raise LibraryError(
            _("“{name}” is not a Factdesk library.").format(name=path.parent),
            hint=_("Choose a folder that Factdesk made, or make a new library."),
        )
    if found > head:
        raise _newer(path)
    return found


def create(path: Path) -> None:
    """Make the tables of a new library in one transaction."""
    _migrate(path, HEAD, SCRIPTS)


def upgrade(path: Path, at: datetime, backup_folder: Path, *, to: str = HEAD, scripts: Path = SCRIPTS) -> Path | None:
    """Bring an older library to today's form; give the copy that was made before, None when nothing was to do.

    The copy is verified before anything is touched. All steps and the record of the form stand in one transaction:
    the library is either old or new, whatever happens.
    """
    found = check(path, head=to)
    if found >= to:
        return None
    database = Database(path)
    try:
        copy = backups.back_up(database, backup_folder, at, label=f"before{to}")
    finally:
        database.close()
    if revision(copy) != found:
        raise PlaceError(
            _("The copy “{name}” came out damaged.").format(name=copy.name),
            hint=_("Nothing was changed. Check the disk and try again."),
            code="place_damaged",
        )
    _migrate(path, to, scripts)
    return copy


def config(scripts: Path = SCRIPTS) -> Config:
    """Give Alembic's view of the migrations inside this package (imports Alembic)."""
    from alembic.config import Config  # noqa: PLC0415  (a tenth of a second that most openings need not pay)

    found = Config()
    found.set_main_option("script_location", str(scripts).replace("%", "%%"))
    found.set_main_option("path_separator", "os")
    return found


def _migrate(path: Path, to: str, scripts: Path) -> None:
    """Run the steps with foreign keys switched off (a table rebuild would empty what hangs on it), and check after."""
    database = Database(path, checks_keys=False)
    try:
        with database.connection() as connection:
            _run(connection, to, scripts)
            if database.broken_keys(connection):
                raise LibraryError(
                    _("The library could not be brought to today’s form: rows point to nothing."),
                    hint=_("Nothing was changed. Send the developers its newest backup."),
                )
    finally:
        database.close()


def _run(connection: Connection, to: str, scripts: Path) -> None:
    """Upgrade within the caller's transaction; migrations/env.py takes the connection from here."""
    from alembic import command  # noqa: PLC0415

    steps = config(scripts)
    steps.attributes["connection"] = connection
    command.upgrade(steps, to)


def _newer(path: Path) -> NewerLibraryError:
    return NewerLibraryError(
        _("“{name}” was written by a newer Factdesk.").format(name=path.parent),
        hint=_("It was left untouched. Install the newest version to open it."),
    )
