"""What every group of verbs shares: the way to read, the way to write, and whose name stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime

from factdesk.compute import Compute
from factdesk.errors import ReadOnlyError
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from factdesk.storage.stores import Stores
from factdesk.storage.unit import UnitOfWork
from factdesk.words import _


@dataclass(frozen=True)
class Room:
    """What the groups of one library work with."""

    storage: Storage
    who: str
    clock: Callable[[], datetime]
    compute: Compute

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.storage.is_read_only


class Group:
    """A group of verbs and queries. Verbs never call verbs; shared steps are functions beside them."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def _read(self) -> AbstractContextManager[Stores]:
        """Open all stores for reading, on one consistent state."""
        return self._room.storage.read()

    @contextmanager
    def _begin(self, verb: Verb, group: str = "") -> Iterator[UnitOfWork]:
        """Begin one deed: committed and told to the window when the block ends, taken back when it raises."""
        with self._room.storage.begin(verb, self._room.who, self._room.clock(), group=group) as unit:
            yield unit

    def _check_writable(self) -> None:
        """Raise ReadOnlyError before anything is put on disk that no commit would own."""
        if self._room.is_read_only:
            raise ReadOnlyError(_("This library is open for reading only."), hint=self._room.storage.read_only_reason)
