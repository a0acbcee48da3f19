"""Keeps the index level with the database: drains the outbox, rebuilds what cannot answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from threading import Lock

from factdesk.library.group import Group, Room
from factdesk.model.enums import Kind
from factdesk.progress import CancelToken, Progress, SilentProgress
from factdesk.search.engine import Engine, Health, SearchDocument
from factdesk.storage.searchable import Searchable

SEARCHED = (Kind.ARTICLE, Kind.CLAIM, Kind.SOURCE, Kind.EVIDENCE, Kind.NOTE, Kind.MEMO)
BATCH = 200


class Indexing(Group):
    """`library.indexing`. The database is the truth; whatever happens to the index costs time, never a word."""

    def __init__(self, room: Room, engine: Engine) -> None:
        super().__init__(room)
        self._engine = engine
        self._lock = Lock()

    def health(self) -> Health:
        """Say whether the index can answer."""
        return self._engine.health()

    def pending(self) -> int:
        """Give the number of changes that the index has yet to hear of."""
        with self._read() as stores:
            return stores.outbox.count()

    def drain(self, cancel: CancelToken | None = None) -> int:
        """Bring every waiting change into the index, in batches; give the number of documents written.

        Nothing is taken off the outbox before the engine has it: a crash between the two writes it once more.
        """
        stop = cancel or CancelToken()
        if self._room.is_read_only or self._engine.health() is not Health.READY:
            return 0
        written = 0
        with self._lock:
            while not stop.is_cancelled:
                count, is_last = self._drain_batch()
                written += count
                if is_last:
                    break
        return written

    def heal(self, progress: Progress | None = None, cancel: CancelToken | None = None) -> int:
        """Rebuild the index when it is missing, damaged or of another schema; then drain."""
        if self._room.is_read_only:
            return 0
        if self._engine.health() is not Health.READY:
            self.rebuild(progress, cancel)
        return self.drain(cancel)

    def rebuild(self, progress: Progress | None = None, cancel: CancelToken | None = None) -> int:
        """Build the index anew from the database, in place of the old one at the very end; give the number."""
        self._check_writable()
        with self._lock:
            with self._read() as stores:
                total, last = stores.searchables.total(), stores.outbox.last()
            told, stop = progress or SilentProgress(), cancel or CancelToken()
            self._engine.rebuild(self._everything(), total, told, stop)
            self._room.storage.take_off_outbox(last)
        return total

    def keys(self) -> frozenset[str]:
        """Give the keys of all documents in the index, for `check`."""
        return self._engine.keys()

    def _drain_batch(self) -> tuple[int, bool]:
        with self._read() as stores:
            waiting = stores.outbox.pending(BATCH)
            if not waiting:
                return 0, True
            wanted: dict[Kind, list[int]] = {}
            for row in waiting:
                ids = wanted.setdefault(row.kind, [])
                if row.id not in ids:
                    ids.append(row.id)
            documents = [
                as_document(one)
                for kind, ids in wanted.items()
                if kind in SEARCHED
                for one in stores.searchables.documents(kind, ids)
            ]
        live = [document for document in documents if not document.is_deleted]
        gone = [document.key for document in documents if document.is_deleted]
        self._engine.write(live, gone)
        self._room.storage.take_off_outbox(waiting[-1].seq)
        return len(documents), len(waiting) < BATCH

    def _everything(self) -> Iterator[SearchDocument]:
        for found in self._room.storage.searchables(BATCH):
            if not found.is_deleted:
                yield as_document(found)


def as_document(found: Searchable) -> SearchDocument:
    """Hand a row of the database to the engine as the document it knows."""
    return SearchDocument(**asdict(found))
