"""Looking after a library: whether everything in it is still what was filed, and keeping copies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factdesk.errors import UserError
from factdesk.library.group import Group, Room
from factdesk.library.indexing import SEARCHED, Indexing
from factdesk.model.enums import Kind
from factdesk.model.ids import public_id
from factdesk.model.values.desk import Problem
from factdesk.progress import CancelToken, Progress, SilentProgress
from factdesk.search.engine import Health
from factdesk.words import _

BATCH = 500


class Upkeep(Group):
    """`library.upkeep`."""

    def __init__(self, room: Room, indexing: Indexing) -> None:
        super().__init__(room)
        self._indexing = indexing

    def backup(self) -> Path:
        """Keep a verified copy of the database in backups/; PlaceError when it cannot be written."""
        return self._room.storage.backup(self._room.clock())

    def check(self, progress: Progress | None = None, cancel: CancelToken | None = None) -> tuple[Problem, ...]:
        """Compare originals with their hashes, texts with theirs, the history with its chain, index with database."""
        told, stop = progress or SilentProgress(), cancel or CancelToken()
        steps: tuple[Callable[[Progress, CancelToken], list[Problem]], ...] = (
            self._database,
            self._originals,
            self._texts,
            self._chain,
            self._index,
        )
        problems: list[Problem] = []
        for step in steps:
            stop.raise_if_cancelled()
            problems += step(told, stop)
        return tuple(problems)

    def _database(self, progress: Progress, cancel: CancelToken) -> list[Problem]:
        del progress, cancel
        complaint = self._room.storage.check_database()
        if not complaint:
            return []
        words = _("The database is damaged ({complaint}); bring back a copy from the folder backups.")
        return [Problem("database_damaged", "", words.format(complaint=complaint[:200]))]

    def _originals(self, progress: Progress, cancel: CancelToken) -> list[Problem]:
        with self._read() as stores:
            known = stores.versions.originals()
            owners = stores.versions.owners_of_originals()
        problems = []
        for done, (sha256, _size) in enumerate(known, start=1):
            cancel.raise_if_cancelled()
            fault = self._original_fault(sha256)
            if fault:
                kind, words = fault
                owner = owners.get(sha256)
                name = public_id(Kind.ARTICLE, owner) if owner else sha256[:12]
                problems.append(Problem(kind, name, words.format(id=name, hash=sha256[:12])))
            progress.report(done, len(known), _("Originals"))
        return problems

    def _original_fault(self, sha256: str) -> tuple[str, str] | None:
        originals = self._room.storage.originals
        if not originals.path(sha256).is_file():
            return "original_missing", _("The original of {id} is missing from the library ({hash}).")
        try:
            holds = originals.verify(sha256)
        except UserError as error:
            return "original_unreadable", str(error)
        return None if holds else ("original_changed", _("The original of {id} is not what was filed ({hash})."))

    def _texts(self, progress: Progress, cancel: CancelToken) -> list[Problem]:
        del progress, cancel
        with self._read() as stores:
            changed = [(stores.versions.row(one), one) for one in stores.versions.changed_texts()]
        return [
            Problem(
                "text_changed",
                public_id(Kind.ARTICLE, row.article_id),
                _("The text of version {number} of {id} is not what was filed.").format(
                    number=row.number, id=public_id(Kind.ARTICLE, row.article_id)
                ),
            )
            for row, _id in changed
        ]

    def _chain(self, progress: Progress, cancel: CancelToken) -> list[Problem]:
        del progress, cancel
        with self._read() as stores:
            return list(stores.history.verify())

    def _index(self, progress: Progress, cancel: CancelToken) -> list[Problem]:
        if self._indexing.health() is not Health.READY:
            return [Problem("index_unusable", "", _("The search index cannot answer; rebuild it."))]
        indexed = set(self._indexing.keys())
        missing: list[str] = []
        for kind in SEARCHED:
            after = 0
            while True:
                cancel.raise_if_cancelled()
                with self._read() as stores:
                    ids = stores.searchables.ids(kind, after, BATCH)
                if not ids:
                    break
                missing += [f"{kind}-{one}" for one in ids if f"{kind}-{one}" not in indexed]
                indexed -= {f"{kind}-{one}" for one in ids}
                after = ids[-1]
        progress.report(1, 1, _("Search index"))
        waiting = self._waiting()
        return [
            *_differences("index_missing", missing, waiting),
            *_differences("index_extra", sorted(indexed), waiting),
        ]

    def _waiting(self) -> frozenset[str]:
        """Keys the index is yet to hear of: a difference there is no fault."""
        with self._read() as stores:
            return frozenset(f"{row.kind}-{row.id}" for row in stores.outbox.pending(1_000_000))


def _differences(kind: str, keys: list[str], waiting: frozenset[str]) -> list[Problem]:
    words = {
        "index_missing": _("Search does not know {id}; rebuild the index."),
        "index_extra": _("Search still knows {id}, which is gone; rebuild the index."),
    }[kind]
    problems = []
    for key in keys:
        if key in waiting:
            continue
        name, number = key.rsplit("-", 1)
        thing = public_id(Kind(name), int(number))
        problems.append(Problem(kind, thing, words.format(id=thing)))
    return problems
