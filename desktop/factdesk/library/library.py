"""The library: a folder with a database, originals and an index, and the groups of verbs over them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from factdesk import settings
from factdesk.compute import Compute, Here
from factdesk.library.articles import Articles
from factdesk.library.claims import Claims
from factdesk.library.coverage import Coverages
from factdesk.library.desk import Desks, default_ratings
from factdesk.library.evidence import Evidences
from factdesk.library.filing import Filing
from factdesk.library.group import Room
from factdesk.library.history import History
from factdesk.library.indexing import Indexing
from factdesk.library.memos import Memos
from factdesk.library.notes import Notes
from factdesk.library.searching import Searching
from factdesk.library.sources import Sources
from factdesk.library.upkeep import Upkeep
from factdesk.library.versions import Versions
from factdesk.model.changes import Changes
from factdesk.paths import config_folder
from factdesk.search.engine import Engine
from factdesk.search.later import LaterEngine
from factdesk.storage.store import Storage

SUFFIX = ".factdesk"
INDEX_KEY = "index.key"
"""This machine's key: an index that was not sealed with it is never opened, since it may hold pickles."""
Listener = Callable[[Changes], None]


def utc_now() -> datetime:
    """Give this moment in UTC."""
    return datetime.now(UTC)


class Library:
    """An open library. Every group may be used from any thread; writes wait for each other."""

    def __init__(self, storage: Storage, *, who: str, clock: Callable[[], datetime], compute: Compute) -> None:
        self._storage = storage
        self.who = who
        self.folder = storage.folder
        self.name = storage.folder.name.removesuffix(SUFFIX)
        room = Room(storage, who, clock, compute)
        engine = LaterEngine(lambda: _engine(storage.index_folder))
        self._engine = engine
        self.articles = Articles(room)
        self.versions = Versions(room)
        self.claims = Claims(room)
        self.coverage = Coverages(room)
        self.sources = Sources(room)
        self.evidence = Evidences(room)
        self.notes = Notes(room)
        self.desk = Desks(room)
        self.filing = Filing(room, allow_private=lambda: settings.load().allow_private)
        self.indexing = Indexing(room, engine)
        self.searching = Searching(room, engine)
        self.memos = Memos(room, self.name)
        self.history = History(room)
        self.upkeep = Upkeep(room, self.indexing)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        who: str,
        clock: Callable[[], datetime] = utc_now,
        compute: Compute | None = None,
        may_write: bool = True,
    ) -> Library:
        """Open a library: lock, back up and migrate where needed, open.

        LibraryError when there is none or it cannot be opened, NewerLibraryError when a later Factdesk wrote it.
        Where another program has it open for writing, it is opened for reading only, and `read_only_reason` says so.
        """
        storage = Storage.open(folder, at=clock(), read_only=not may_write)
        return cls(storage, who=who, clock=clock, compute=compute or Here())

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        who: str,
        clock: Callable[[], datetime] = utc_now,
        compute: Compute | None = None,
    ) -> Library:
        """Make a library with the default verdict scale, and open it; LibraryError when something is there already."""
        scale, ratings = default_ratings()
        name = folder.name.removesuffix(SUFFIX)
        storage = Storage.create(folder, name=name, who=who, at=clock(), scale=scale, ratings=ratings)
        library = cls(storage, who=who, clock=clock, compute=compute or Here())
        library.indexing.heal()
        return library

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._storage.is_read_only

    @property
    def read_only_reason(self) -> str:
        """Say in one sentence why nothing can be changed; "" when it can."""
        return self._storage.read_only_reason

    @property
    def warnings(self) -> tuple[str, ...]:
        """Give sentences about the place the library lies in (cloud folder, network drive)."""
        return self._storage.warnings

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` with what each commit touched, on the thread that wrote."""
        self._storage.subscribe(listener)

    def close(self) -> None:
        """Let go of the index, the database and the lock."""
        self._engine.close()
        self._storage.close()


def _engine(folder: Path) -> Engine:
    from factdesk.search.whoosh_engine import whoosh_maker  # noqa: PLC0415  (loaded when the index is first asked)

    return whoosh_maker(config_folder() / INDEX_KEY)(folder)
