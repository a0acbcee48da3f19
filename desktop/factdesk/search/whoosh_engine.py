"""The engine on Whoosh 2.7.4: its schema, lists of segments, locks and queries, with a codec of our own behind them.

Postings are arrays (`arrays`), matched and ranked a whole list at a time, because stepping through Whoosh's matchers
costs microseconds for each posting; stock Whoosh reads the same files. No index is opened before its seal was verified
(`seal`), since a Whoosh list of segments is a pickle and could be of anybody's making.
"""

from __future__ import annotations

import logging
import pickle
import shutil
import struct
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from heapq import nlargest
from pathlib import Path

from factdesk.errors import PlaceError, UserError
from factdesk.progress import CancelToken, Progress
from factdesk.search.arrays.collect import Collector
from factdesk.search.arrays.evaluate import Evaluator
from factdesk.search.engine import Engine, EngineMaker, Health, Hits, SearchDocument, SearchRequest
from factdesk.search.folding import fold
from factdesk.search.merging import to_merge
from factdesk.search.names import is_name
from factdesk.search.plan import WORD, plan
from factdesk.search.schema import schema, stamp
from factdesk.search.seal import Seal, secret, sync_folder
from factdesk.search.snapshot import Snapshot
from factdesk.search.whoosh_parts import LockError
from factdesk.search.writing import SealedStorage, Writer, create
from factdesk.words import _

_log = logging.getLogger(__name__)
_REPORT_EVERY = 25
# How often, and after how many seconds, an index is looked at again that another process was just changing.
_ATTEMPTS, _PAUSE = 10, 0.005
# What Whoosh and pickle raise on bytes that are not what was written.
_READING_FAULTS = (
    *(OSError, EOFError, ValueError, LookupError, TypeError, AttributeError, AssertionError),
    *(struct.error, pickle.UnpicklingError),
)
Identity = tuple[int, int]
_NOWHERE: Identity = (0, -1)


class IndexNotReadyError(UserError):
    """The index is missing, damaged or of another schema; `health` says which, `rebuild` mends it."""

    code = "index_not_ready"


class WhooshEngine:
    """One index in one folder. See `engine.Engine` for what each method promises.

    `key` is the secret that seals are made with (`seal.secret`); with an empty key an index that somebody put there
    on purpose is not told from our own. Searching takes turns behind one lock, since Whoosh's readers have one
    position; writing has a lock of its own, so a search never waits for a commit.
    """

    def __init__(self, folder: Path, *, key: bytes = b"") -> None:
        self._folder = folder
        self._seal = Seal(folder, stamp(), key)
        self._schema = schema()
        self._reading = threading.Lock()
        self._writing = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._identity = _NOWHERE
        self._is_committing = False

    def health(self) -> Health:
        """Say whether the index can answer; the files are read through when nothing is open yet."""
        with self._reading:
            return self._refresh()

    def clear(self) -> None:
        """Make it empty and of today's schema."""
        with self._writing, _as_place(self._folder):
            self._swap_in(())

    def write(self, documents: Iterable[SearchDocument], gone: Sequence[str] = ()) -> int:
        """Replace and drop in one commit; deleted documents are dropped. IndexNotReadyError when the index has to be
        rebuilt first, PlaceError when the disk refuses."""
        newest = {document.key: document for document in documents}
        living = [document for document in newest.values() if not document.is_deleted]
        keys = {*newest, *gone}
        if not keys:
            return 0
        with self._writing, _as_place(self._folder):
            with self._reading:
                numbers = _numbers(self._ready(), keys)
            with self._batch() as writer:
                for number in numbers:
                    writer.delete(number)
                for document in living:
                    writer.add(document)
            self._merge(writer.length)
        return len(living)

    def rebuild(self, documents: Iterable[SearchDocument], total: int, progress: Progress, cancel: CancelToken) -> None:
        """Build beside the old index and take its place; whatever stops it leaves the old one."""

        def living() -> Iterator[SearchDocument]:
            progress.report(0, total)
            for number, document in enumerate(documents, start=1):
                cancel.raise_if_cancelled()
                if not document.is_deleted:
                    yield document
                if number % _REPORT_EVERY == 0 or number == total:
                    progress.report(number, total)

        with self._writing, _as_place(self._folder):
            self._swap_in(living())

    def search(self, request: SearchRequest, cancel: CancelToken) -> Hits:
        """Find. IndexNotReadyError when the index cannot answer."""
        with self._reading, self._watching():
            cancel.raise_if_cancelled()
            snapshot = self._ready()
            steps = plan(request.query.root, snapshot.languages, snapshot.kin)
            collector = Collector(request)
            for leaf in snapshot.leaves:
                evaluator = Evaluator(leaf.segment, snapshot.average_length, snapshot.rarity, cancel.raise_if_cancelled)
                collector.take(leaf.segment, leaf.alive, evaluator.found(steps))
            cancel.raise_if_cancelled()
            return collector.hits()

    def keys(self) -> frozenset[str]:
        """Give the keys of all documents that can be found."""
        with self._reading, self._watching():
            return self._ready().keys()

    def words(self, prefix: str, limit: int) -> tuple[str, ...]:
        """Give folded words that start with the folded prefix, commonest first."""
        start = fold(prefix)
        if not start:
            return ()
        counts: Counter[str] = Counter()
        with self._reading, self._watching():
            for leaf in self._ready().leaves:
                counts.update(dict(leaf.segment.starting(WORD, start)))
        return tuple(nlargest(limit, counts, key=lambda word: (counts[word], -len(word))))

    def spellings(self, word: str) -> tuple[str, ...]:
        """Give other spellings of a name that the index holds."""
        if not is_name(word):
            return ()
        with self._reading, self._watching():
            return self._ready().spellings(word)

    def close(self) -> None:
        """Let go of files; the next call opens them again."""
        with self._reading:
            self._let_go()

    def _ready(self) -> Snapshot:
        health = self._refresh()
        if self._snapshot is None or health is not Health.READY:
            raise _not_ready()
        return self._snapshot

    @contextmanager
    def _watching(self) -> Iterator[None]:
        """When reading fails, look whether the files are still those that were sealed; if so the fault is ours."""
        try:
            yield
        except _READING_FAULTS as error:
            health, _generation = self._seal.verify(is_fresh=True)
            if health is Health.READY:
                raise
            self._let_go()
            raise _not_ready() from error

    def _refresh(self) -> Health:
        """Open what the folder now holds, if it is not what is open; hold `_reading`. While this engine commits, what
        is open serves until the writing thread has the new snapshot ready."""
        if self._snapshot is not None and (self._is_committing or self._now() == self._identity):
            return Health.READY
        health, opened = self._open()
        if opened is None:
            self._let_go()
        else:
            self._adopt(*opened)
        return health

    def _open(self) -> tuple[Health, tuple[Snapshot, Identity] | None]:
        """Verify and open what the folder now holds; again when another process commits or swaps just then."""
        health = Health.MISSING
        for _attempt in range(_ATTEMPTS):
            identity = self._now()
            is_same_folder = self._snapshot is not None and identity[0] == self._identity[0]
            health, generation = self._seal.verify(is_fresh=not is_same_folder)
            if health is Health.READY:
                older = self._snapshot if is_same_folder else None
                try:
                    storage = SealedStorage(self._folder, self._seal)
                    return health, (Snapshot.open(storage, self._schema, generation, older), (identity[0], generation))
                except (OSError, ValueError):
                    health = Health.DAMAGED
            if self._now() == identity and not (health is Health.MISSING and _beside(self._folder, "old").exists()):
                break
            time.sleep(_PAUSE)
        return health, None

    def _adopt(self, snapshot: Snapshot, identity: Identity) -> None:
        """Search in this snapshot from now on; hold `_reading`."""
        if self._snapshot is not None:
            self._snapshot.close(keeping=snapshot)
        self._snapshot, self._identity = snapshot, identity

    def _now(self) -> Identity:
        """Give what tells this index from any that stood or will stand here."""
        return _inode(self._folder), self._seal.generation()

    def _let_go(self) -> None:
        if self._snapshot is not None:
            self._snapshot.close()
        self._snapshot, self._identity = None, _NOWHERE

    @contextmanager
    def _batch(self) -> Iterator[Writer]:
        """Write one commit and search in it from then on; hold `_writing`. The new snapshot is opened and read before
        it takes the place of the old one, so that no search waits for it."""
        writer = Writer(self._folder, self._seal)
        self._is_committing = True
        try:
            with _ending(writer):
                yield writer
            _health, opened = self._open()
            if opened is not None:
                with self._reading:
                    self._adopt(*opened)
        finally:
            self._is_committing = False

    def _merge(self, brought: int) -> None:
        """Merge segments if there is something to gain: after the commit, so that nobody waits for it to be seen."""
        snapshot = self._snapshot
        names = to_merge(snapshot.weights(), brought) if snapshot is not None else frozenset()
        if not names:
            return
        try:
            with self._batch() as writer:
                writer.merge(names)
        except (OSError, LockError):
            _log.info("Merging %d segments of the index was put off", len(names), exc_info=True)

    def _swap_in(self, documents: Iterable[SearchDocument]) -> None:
        """Build a new index beside the folder and put it in its place; hold `_writing`."""
        building, old = _beside(self._folder, "new"), _beside(self._folder, "old")
        for left in (building, old):
            _remove(left)
        seal = Seal(building, self._seal.stamp, self._seal.key)
        try:
            create(building, seal)
            rest = iter(documents)
            for first in rest:
                writer = Writer(building, seal)
                with _ending(writer):
                    writer.add(first)
                    for document in rest:
                        writer.add(document)
                        if writer.is_full:
                            break
        except BaseException:
            _remove(building)
            raise
        with self._reading:
            self._let_go()
            if self._folder.exists():
                self._folder.rename(old)
            building.rename(self._folder)
            sync_folder(self._folder.parent)
            self._refresh()
        _remove(old)


def whoosh_maker(key_file: Path) -> EngineMaker:
    """Give the maker of engines that seal with the secret kept in `key_file`, a file of this user's settings. Where
    it can be neither read nor made, an index still works for damage and other schemas."""

    def make(folder: Path) -> Engine:
        try:
            key = secret(key_file)
        except OSError:
            key = b""
        return WhooshEngine(folder, key=key)

    return make


@contextmanager
def _ending(writer: Writer) -> Iterator[None]:
    try:
        yield
        writer.commit()
    except BaseException:
        writer.cancel()
        raise


@contextmanager
def _as_place(folder: Path) -> Iterator[None]:
    """Say what the disk or another process refuses."""
    try:
        yield
    except LockError as error:
        raise PlaceError(
            _("The search index is being written by another window."), hint=_("Close it and start again.")
        ) from error
    except OSError as error:
        raise PlaceError(
            _("The search index in {folder} cannot be written.").format(folder=folder),
            hint=_("Check that the disk has room and that the folder may be written."),
        ) from error


def _numbers(snapshot: Snapshot, keys: Iterable[str]) -> list[int]:
    """Give the numbers of the documents that now have these keys."""
    found: list[int] = []
    for leaf in snapshot.leaves:
        for key in keys:
            found += [leaf.base + number for number in leaf.segment.facts.numbers(key) if leaf.is_alive(number)]
    return found


def _not_ready() -> IndexNotReadyError:
    return IndexNotReadyError(_("The search index has to be rebuilt."), hint=_("Nothing of the library is lost."))


def _beside(folder: Path, what: str) -> Path:
    return folder.with_name(f"{folder.name}.{what}")


def _remove(place: Path) -> None:
    """Take a folder away, or the file that stands in its place; what cannot be removed is left."""
    shutil.rmtree(place, ignore_errors=True)
    with suppress(OSError):
        place.unlink()


def _inode(folder: Path) -> int:
    try:
        return folder.stat().st_ino
    except OSError:
        return 0
