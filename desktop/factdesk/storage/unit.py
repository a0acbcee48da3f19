"""One deed of a user: rows, its line of the history and the outbox in one commit, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock, RLock
from typing import Any, Final

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from factdesk.errors import BugError
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.ids import PREFIXES, public_id
from factdesk.model.tables import Base, Event, Outbox, columns_of, table_of
from factdesk.model.verbs import Verb
from factdesk.storage import chain, derived, tallies
from factdesk.storage.base import Pen
from factdesk.storage.database import Database
from factdesk.storage.recording import Recorder, RowChange
from factdesk.storage.stores import Stores
from factdesk.storage.subjects import subject_of

_QUIET: Final = {"article": frozenset({"is_unread"})}
"""What may be written without a line of the history: marks of reading, which are nobody's deed."""


class UnitOfWork(Stores):
    """All stores on one transaction; what they wrote becomes one event, outbox rows and `changes`.

    Made by `Storage.begin`. What the event is about is found by itself; `about`, `subject` and `summary` overrule it.
    """

    def __init__(self, session: Session, verb: Verb, pen: Pen, group: str = "") -> None:
        super().__init__(session, pen)
        self.verb = verb
        self.group = group
        self.subject = ""
        self.summary = ""
        self.undoes: tuple[int, ...] = ()
        self._pen = pen
        self._about: derived.Thing | None = None
        self._recorder = Recorder(session)
        self._changes: Changes | None = None

    @property
    def changes(self) -> Changes:
        """What was written, once the `with` block has ended; BugError before."""
        if self._changes is None:
            message = "the unit of work has not ended"
            raise BugError(message)
        return self._changes

    def about(self, kind: Kind, key: int) -> None:
        """Name the thing the event is about."""
        self._about = (kind, key)

    def row(self, model: type[Base], key: tuple[Any, ...]) -> Base | None:
        """Give any row by its primary key (for undo, which knows tables and not things)."""
        return self._session.get(model, key)

    def add_row(self, row: Base) -> None:
        """Put a row back as it was (for undo)."""
        self._session.add(row)

    def take_away(self, row: Base) -> None:
        """Take back that a row was made: into the trash where its table has one, else away (for undo)."""
        if hasattr(row, "deleted_at"):
            row.deleted_at = self._pen.at
        else:
            self._session.delete(row)

    def flush(self) -> None:
        """Send what is pending to the database, within the transaction."""
        self._session.flush()

    def finish(self) -> None:
        """Derive `changes`, the outbox and the event from what was written; called once, before the commit."""
        rows = self._recorder.rows()
        event = self._record(rows) if rows else None
        self._settle(rows, event)

    def finish_quietly(self) -> None:
        """Derive `changes` without an event; BugError when anything but a mark of reading was written."""
        rows = self._recorder.rows()
        for row in rows:
            if row.is_creation or not row.columns <= _QUIET.get(row.table, frozenset()):
                message = f"{row.table} cannot be written without an event"
                raise BugError(message)
        self._settle(rows, None)

    def _settle(self, rows: tuple[RowChange, ...], event: int | None) -> None:
        documents = derived.documents(self._session, rows)
        if documents:
            table = table_of(Outbox)
            self._session.execute(insert(table), [{"kind": kind, "item_id": key} for kind, key in documents])
        ids = derived.touched(rows)
        tallies.refresh(self._session, ids.get(Kind.ARTICLE, ()))
        self._changes = Changes(self.verb, event, ids, derived.created(rows))

    def _record(self, rows: tuple[RowChange, ...]) -> int:
        column = columns_of(Event)
        last = self._session.execute(select(column.id, column.hash).order_by(column.id.desc()).limit(1)).first()
        thing = self._about or subject_of(self.verb, rows)
        line = Event(
            id=1 if last is None else last.id + 1,
            at=self._pen.at,
            who=self._pen.who,
            verb=self.verb.value,
            subject=self.subject or (public_id(*thing) if thing and thing[0] in PREFIXES else ""),
            summary=self.summary or (self.things.title(*thing) if thing else ""),
            group=self.group,
            undoes=",".join(map(str, self.undoes)),
            previous_hash=chain.FIRST if last is None else last.hash,
            hash="",
            changes=chain.changes_of(rows),
        )
        line.hash = chain.hash_of(line)
        self._session.add(line)
        self._session.flush()
        return line.id


class WriteLock:
    """One writer at a time within this process; a unit of work inside another one is a BugError, not a deadlock."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._is_held = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Wait for the pen, and hold it."""
        with self._lock:
            if self._is_held:
                message = "a verb called a verb: a unit of work was begun inside another"
                raise BugError(message)
            self._is_held = True
            try:
                yield
            finally:
                self._is_held = False


_locks: dict[str, WriteLock] = {}
_locks_guard = Lock()


def lock_of(database: Database) -> WriteLock:
    """Give the one write lock of a library within this process."""
    name = str(database.path.resolve()) if database.path else str(id(database))
    with _locks_guard:
        return _locks.setdefault(name, WriteLock())


@contextmanager
def unit_of_work(
    database: Database, verb: Verb, who: str, at: datetime, *, group: str = "", is_quiet: bool = False
) -> Iterator[UnitOfWork]:
    """Begin one deed: commits when the block ends, takes everything back when it raises.

    PlaceError when the disk is full, read-only or locked; nothing is changed then.
    """
    with lock_of(database).held(), database.writing() as session:
        unit = UnitOfWork(session, verb, Pen(who, at), group)
        yield unit
        if is_quiet:
            unit.finish_quietly()
        else:
            unit.finish()
