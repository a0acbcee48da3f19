"""The only SQLite-isms: engine, pragmas, transactions, the backup API, and SQLite's faults in plain sentences."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from factdesk.errors import BugError, InputError, PlaceError, UserError
from factdesk.words import _

BUSY_SECONDS = 10
DAMAGED = "place_damaged"
_WRITES = "factdesk_writes"

_FULL = 13
_READ_ONLY = 8
_BUSY = frozenset({5, 6})
_DAMAGED = frozenset({11, 26})
_UNREACHABLE = frozenset({10, 14})


class Database:
    """One database and how it is spoken to. Given by a path (SQLite) or by any SQLAlchemy URL.

    Writes begin with BEGIN IMMEDIATE, so that two writers meet at the start and not half way; reads see one snapshot.
    """

    def __init__(self, place: Path | str, *, is_read_only: bool = False, checks_keys: bool = True) -> None:
        """Make the engine; nothing is opened yet. `checks_keys` False is for migrations alone."""
        self.is_read_only = is_read_only
        self.path = place if isinstance(place, Path) else _path_of(place)
        if self.path is None:
            self._engine = create_engine(str(place))
        else:
            self._engine = _sqlite_engine(self.path, is_read_only=is_read_only, checks_keys=checks_keys)
        self._is_closed = False
        event.listen(self._engine, "checkin", self._on_back)
        self._writing = self._engine.execution_options(**{_WRITES: True})

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session on one snapshot; whatever was put into it is dropped. Faults come out as UserError."""
        with self.translating(), Session(self._engine, autoflush=False, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session in an immediate transaction: commits at the end, rolls back on any exception."""
        with self.translating(), Session(self._writing, expire_on_commit=False) as session, session.begin():
            session.connection()
            yield session

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """Give a bare connection in an immediate transaction, for migrations."""
        with self.translating(), self._writing.begin() as connection:
            yield connection

    @contextmanager
    def translating(self) -> Iterator[None]:
        """Turn the database's faults into sentences; our own mistakes stay what they are."""
        try:
            yield
        except DBAPIError as error:
            raise self.explained(error.orig or error) from error
        except sqlite3.Error as error:
            raise self.explained(error) from error
        except UnicodeEncodeError as error:
            raise InputError(
                _("The text holds a character that cannot be kept: {code}.").format(
                    code=ascii(error.object[error.start : error.start + 1]).strip("'")
                ),
                hint=_("Take it out and try again; nothing was changed."),
            ) from error

    def explained(self, error: BaseException) -> UserError | BugError:
        """Say what a fault of the database means: PlaceError for the world's, BugError for ours."""
        if isinstance(error, IntegrityError | sqlite3.IntegrityError):
            return BugError(f"The database refused a row: {error}")
        code = getattr(error, "sqlite_errorcode", None)
        primary = None if code is None else int(code) & 0xFF
        name = str(self.path or "")
        return _explained(primary, name) or BugError(f"The database did not understand: {error}")

    def check(self) -> str:
        """Give "" when SQLite finds the file whole, else its first complaint."""
        if self.path is None:
            return ""
        try:
            with self.reading() as session:
                answer = str(session.execute(text("PRAGMA integrity_check(1)")).scalar_one())
        except PlaceError as error:
            if error.code != DAMAGED:
                raise
            return error.sentence
        return "" if answer == "ok" else answer

    def broken_keys(self, connection: Connection) -> int:
        """Count rows that point to a row that is not there."""
        if self.path is None:
            return 0
        return len(connection.execute(text("PRAGMA foreign_key_check")).fetchall())

    def copy_to(self, target: Path) -> None:
        """Copy the whole database, as of now, by SQLite's backup API; safe beside readers and writers."""
        if self.path is None:
            message = "only SQLite is copied by its backup API"
            raise BugError(message)
        with (
            self.translating(),
            closing(sqlite3.connect(_uri(self.path, "ro"), uri=True)) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)

    def close(self) -> None:
        """Let go of every connection; the write-ahead log is folded into the file.

        A read that is still under way keeps its connection, which is closed when it comes back.
        """
        self._is_closed = True
        self._engine.dispose()

    def _on_back(self, connection: Any, record: object) -> None:
        """Close a connection that comes back late: the pool it would wait in is gone."""
        del record
        if self._is_closed and connection is not None:
            connection.close()


def _path_of(url: str) -> Path | None:
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def _uri(path: Path, mode: str) -> str:
    """Write a SQLite URI; a database on a read-only medium, which holds no log, is opened as immutable."""
    return f"file:{quote(str(path.resolve()))}?mode={mode}"


def _sqlite_engine(path: Path, *, is_read_only: bool, checks_keys: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        if not is_read_only:
            return _connect(_uri(path, "rwc"))
        try:
            return _connect(_uri(path, "ro"), is_tried=True)
        except sqlite3.OperationalError:
            return _connect(_uri(path, "ro") + "&immutable=1", is_tried=True)

    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=16,
        json_serializer=_json,
    )

    @event.listens_for(engine, "connect")
    def _set_pragmas(connection: Any, record: object) -> None:
        del record
        connection.isolation_level = None
        connection.create_function("lower", 1, _lower, deterministic=True)
        pragmas = [f"foreign_keys={'ON' if checks_keys else 'OFF'}", f"busy_timeout={BUSY_SECONDS * 1000}"]
        if is_read_only:
            pragmas.append("query_only=ON")
        else:
            pragmas += ["journal_mode=WAL", "synchronous=FULL"]
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        is_write = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_write else "BEGIN")

    return engine


def _connect(uri: str, *, is_tried: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False, timeout=BUSY_SECONDS, cached_statements=256)
    if is_tried:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.DatabaseError:
            connection.close()
            raise
    return connection


def _lower(value: str | None) -> str | None:
    """Fold case in every script, as other databases do; SQLite's own knows ASCII alone."""
    return None if value is None else str(value).lower()


def _explained(code: int | None, name: str) -> PlaceError | None:
    if code == _FULL:
        return PlaceError(
            _("There is no room left on the disk of “{name}”.").format(name=name),
            hint=_("Nothing was changed. Free some space and try again."),
            code="place_full",
        )
    if code == _READ_ONLY:
        return PlaceError(
            _("“{name}” may not be written to.").format(name=name),
            hint=_("Nothing was changed. Check the rights of the folder, or work on a copy."),
            code="place_read_only",
        )
    if code in _BUSY:
        return PlaceError(
            _("“{name}” is held by another program.").format(name=name),
            hint=_("Nothing was changed. Close the other program and try again."),
            code="place_locked",
        )
    if code in _DAMAGED:
        return PlaceError(
            _("“{name}” is damaged or is not a library.").format(name=name),
            hint=_("Open the newest copy in the library’s folder “backups”."),
            code=DAMAGED,
        )
    if code in _UNREACHABLE:
        return PlaceError(
            _("“{name}” cannot be read or written.").format(name=name),
            hint=_("Nothing was changed. Check that the disk is there and has room."),
            code="place_unreachable",
        )
    return None


def _json(value: object) -> str:
    """Write JSON with every letter as itself, so that names can be looked for in it."""
    return json.dumps(value, ensure_ascii=False)
