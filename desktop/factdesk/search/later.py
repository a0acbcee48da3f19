"""An engine that is loaded when it is first asked: Whoosh and numpy take a seventh of a second of the start."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from threading import Lock

from factdesk.progress import CancelToken, Progress
from factdesk.search.engine import Engine, Health, Hits, SearchDocument, SearchRequest


class LaterEngine:
    """Stands in for the engine that `make` makes; see `engine.Engine` for what each method promises."""

    def __init__(self, make: Callable[[], Engine]) -> None:
        self._make = make
        self._made: Engine | None = None
        self._lock = Lock()

    @property
    def _engine(self) -> Engine:
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    def health(self) -> Health:
        """Say whether the index can answer."""
        return self._engine.health()

    def clear(self) -> None:
        """Make it empty and of today's schema."""
        self._engine.clear()

    def write(self, documents: Iterable[SearchDocument], gone: Sequence[str] = ()) -> int:
        """Replace documents and drop keys in one commit."""
        return self._engine.write(documents, gone)

    def rebuild(self, documents: Iterable[SearchDocument], total: int, progress: Progress, cancel: CancelToken) -> None:
        """Build a whole new index and put it in place at the end."""
        self._engine.rebuild(documents, total, progress, cancel)

    def search(self, request: SearchRequest, cancel: CancelToken) -> Hits:
        """Find."""
        return self._engine.search(request, cancel)

    def keys(self) -> frozenset[str]:
        """Give the keys of all documents."""
        return self._engine.keys()

    def words(self, prefix: str, limit: int) -> tuple[str, ...]:
        """Give words of the index that start so."""
        return self._engine.words(prefix, limit)

    def spellings(self, word: str) -> tuple[str, ...]:
        """Give other spellings of a name."""
        return self._engine.spellings(word)

    def close(self) -> None:
        """Let go of files, if any were opened."""
        with self._lock:
            if self._made is not None:
                self._made.close()
