"""A library on disk: opens or makes the folder, and hands out reads, units of work, originals and copies."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from factdesk.errors import LibraryError, PlaceError, ReadOnlyError
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.values.desk import Rating
from factdesk.model.verbs import Verb
from factdesk.storage import backups, migrating, reversing, surroundings
from factdesk.storage.database import Database
from factdesk.storage.locking import LibraryLock
from factdesk.storage.originals import Originals, sync_folder, translated
from factdesk.storage.searchable import KINDS, Searchable
from factdesk.storage.stores import Stores
from factdesk.storage.unit import UnitOfWork, lock_of, unit_of_work
from factdesk.words import _

DATABASE = "library.db"
FOLDERS = ("originals", "index", "backups", "exports")


class Storage:
    """One open library. Safe from any thread: every read and every unit has its own session."""

    def __init__(self, folder: Path, database: Database, lock: LibraryLock | None, read_only_reason: str) -> None:
        """Used by `open` and `create`."""
        self.folder = folder
        self.read_only_reason = read_only_reason
        self.warnings: tuple[str, ...] = tuple(words for words in (surroundings.warning(folder),) if words)
        self.originals = Originals(folder / "originals")
        self._database = database
        self._lock = lock
        self._listeners: list[Callable[[Changes], None]] = []

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        name: str,
        who: str,
        at: datetime,
        scale: str = "",
        ratings: Sequence[Rating] = (),
    ) -> Storage:
        """Make a library in `folder` (made too; must be empty if there) and open it for writing.

        `scale` and `ratings` are the default verdict scale. The first line of the history is CREATE_LIBRARY.
        LibraryError when something is there already, PlaceError when the place cannot be written to.
        """
        _make_room(folder)
        draft = folder / (DATABASE + ".part")
        try:
            migrating.create(draft)
            database = Database(draft)
            try:
                with unit_of_work(database, Verb.CREATE_LIBRARY, who, at) as unit:
                    _fill(unit, name, at, scale, ratings)
            finally:
                database.close()
            with translated(folder):
                draft.replace(folder / DATABASE)
                sync_folder(folder)
        except BaseException:
            _drop(draft)
            raise
        return cls.open(folder, at=at)

    @classmethod
    def open(cls, folder: Path, *, at: datetime, read_only: bool = False) -> Storage:
        """Open a library; an older one is copied and brought to today's form first.

        When another process writes to it, or the place cannot be written to, it comes back read-only and
        `read_only_reason` says why in a sentence. LibraryError when there is none, NewerLibraryError (untouched) when
        a later Factdesk wrote it, PlaceError when it is damaged or out of reach.
        """
        path = folder / DATABASE
        if not path.is_file():
            raise LibraryError(
                _("There is no library in “{name}”.").format(name=folder),
                hint=_("Choose a folder that Factdesk made, or make a new library."),
            )
        found = migrating.check(path)
        lock, reason = (None, _("It was opened for reading only.")) if read_only else _taken(folder)
        if lock is None and found < migrating.HEAD:
            raise LibraryError(
                _("“{name}” is of an older form and cannot be brought up to date now.").format(name=folder),
                hint=reason,
            )
        try:
            if lock is not None:
                migrating.upgrade(path, at, folder / "backups")
                Originals(folder / "originals").drop_drafts()
            return cls(folder, Database(path, is_read_only=lock is None), lock, reason)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._lock is None

    @property
    def index_folder(self) -> Path:
        """Give where the search index of this library lies."""
        return self.folder / "index"

    def subscribe(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` after every commit that touched something, on the thread that wrote."""
        self._listeners.append(listener)

    @contextmanager
    def begin(self, verb: Verb, who: str, at: datetime, group: str = "") -> Iterator[UnitOfWork]:
        """Begin one deed; at the end of the block everything is on disk, or, when it raises, nothing is.

        After the block `unit.changes` says what was touched. Deeds that follow each other with the same non-empty
        `group` are undone as one. ReadOnlyError in a read-only library, PlaceError for the disk's faults.
        """
        self._may_write()
        with unit_of_work(self._database, verb, who, at, group=group) as unit:
            yield unit
        self._publish(unit.changes)

    @contextmanager
    def begin_quietly(self, who: str, at: datetime) -> Iterator[UnitOfWork]:
        """Like `begin`, for marks of reading alone: no line of history, nothing to undo (`articles.set_unread`)."""
        self._may_write()
        with unit_of_work(self._database, Verb.EDIT_ARTICLE, who, at, is_quiet=True) as unit:
            yield unit
        self._publish(unit.changes)

    @contextmanager
    def read(self) -> Iterator[Stores]:
        """Give all stores on one snapshot of the library, for reading alone. NotFoundError and PlaceError come out."""
        with self._database.reading() as session:
            yield Stores(session)

    def undo(self, who: str, at: datetime) -> Changes:
        """Take back the last deed, also one of an earlier run; ConflictError when it no longer fits.

        With nothing to take back, `Changes.event` is None.
        """
        with self.begin(Verb.UNDO, who, at) as unit:
            reversing.take_back(unit, unit.history.next_undo())
        return unit.changes

    def redo(self, who: str, at: datetime) -> Changes:
        """Bring back what the last undo took; ConflictError when it no longer fits."""
        with self.begin(Verb.REDO, who, at) as unit:
            reversing.take_back(unit, unit.history.next_redo())
        return unit.changes

    def take_off_outbox(self, upto: int) -> int:
        """Drop outbox rows up to and with seq `upto`, once the index has them; give their number."""
        self._may_write()
        with lock_of(self._database).held(), self._database.writing() as session:
            return Stores(session).outbox.take_off(upto)

    def searchables(self, batch: int = 200) -> Iterator[Searchable]:
        """Give every document of the library, in short reads, for a rebuild (a long one would hold the log)."""
        for kind in KINDS:
            yield from self._searchables_of(kind, batch)

    def check_database(self) -> str:
        """Give "" when the database file is whole, else its first complaint (reads all of it)."""
        return self._database.check()

    def backup(self, at: datetime, *, keep: int = backups.KEEP) -> Path:
        """Copy the database into backups/, verify the copy, keep the last `keep`; safe beside writers."""
        self._may_write()
        return backups.back_up(self._database, self.folder / "backups", at, keep=keep)

    def backups(self) -> tuple[Path, ...]:
        """List the copies, newest first."""
        return tuple(backups.backups(self.folder / "backups"))

    def close(self) -> None:
        """Let go of the database and of the writer's lock; a second call does nothing."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def _searchables_of(self, kind: Kind, batch: int) -> Iterator[Searchable]:
        after = 0
        while True:
            with self.read() as stores:
                ids = stores.searchables.ids(kind, after, batch)
                found = stores.searchables.documents(kind, ids)
            if not ids:
                return
            yield from found
            after = ids[-1]

    def _may_write(self) -> None:
        if self.is_read_only:
            raise ReadOnlyError(_("This library is open for reading only."), hint=self.read_only_reason)

    def _publish(self, changes: Changes) -> None:
        if changes.ids:
            for listener in tuple(self._listeners):
                listener(changes)


def _make_room(folder: Path) -> None:
    """Make the folders of a new library; what a creation that was cut short has left is no hindrance."""
    inside = next((parent for parent in folder.absolute().parents if (parent / DATABASE).exists()), None)
    if inside is not None:
        raise LibraryError(
            _("“{name}” is inside another library.").format(name=folder), hint=_("Choose a folder beside it.")
        )
    with translated(folder):
        known = {
            *FOLDERS,
            DATABASE + ".part",
            DATABASE + ".part-wal",
            DATABASE + ".part-shm",
            DATABASE + ".part-journal",
        }
        if folder.exists() and (not folder.is_dir() or any(not _is_ours(entry, known) for entry in folder.iterdir())):
            raise LibraryError(
                _("“{name}” is not empty.").format(name=folder), hint=_("Choose a new or an empty folder.")
            )
        for part in FOLDERS:
            (folder / part).mkdir(parents=True, exist_ok=True)
    _drop(folder / (DATABASE + ".part"))


def _is_ours(entry: Path, known: Collection[str]) -> bool:
    return entry.name in known and (entry.is_file() or not any(entry.iterdir()))


def _drop(draft: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            draft.with_name(draft.name + end).unlink()


def _fill(unit: UnitOfWork, name: str, at: datetime, scale: str, ratings: Sequence[Rating]) -> None:
    unit.summary = name
    unit.desk.set_fact("id", str(uuid.uuid4()))
    unit.desk.set_fact("name", name)
    unit.desk.set_fact("created", at.astimezone(UTC).isoformat())
    if ratings:
        unit.scales.add(scale, ratings)


def _taken(folder: Path) -> tuple[LibraryLock | None, str]:
    """Become the writer of a folder, or say in a sentence why not."""
    lock = LibraryLock(folder)
    try:
        if lock.take():
            return lock, ""
    except PlaceError as error:
        return None, error.sentence
    holder = lock.holder()
    if holder:
        return None, _("Another Factdesk has this library open for writing ({holder}).").format(holder=holder)
    return None, _("Another Factdesk has this library open for writing.")
