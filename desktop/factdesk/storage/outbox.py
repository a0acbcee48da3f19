"""What the search index has yet to hear: written with every commit, taken away when the index has it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, select

from factdesk.model.enums import Kind
from factdesk.model.tables import Outbox, columns_of, table_of
from factdesk.storage.base import Store

_o = columns_of(Outbox)


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One thing to be indexed anew; `seq` grows in the order of the commits. A thing may stand more than once."""

    seq: int
    kind: Kind
    id: int


class OutboxStore(Store):
    """The queue between database and index."""

    def pending(self, limit: int = 500) -> tuple[OutboxRow, ...]:
        """Give the oldest waiting rows."""
        found = select(_o.seq, _o.kind, _o.item_id).order_by(_o.seq).limit(limit)
        return tuple(OutboxRow(seq, Kind(kind), key) for seq, kind, key in self._session.execute(found))

    def count(self) -> int:
        """Give the number of waiting rows."""
        return int(self._session.execute(select(func.count()).select_from(Outbox)).scalar_one())

    def last(self) -> int:
        """Give the newest waiting seq, 0 when nothing waits (a rebuild takes all up to here off)."""
        return int(self._session.execute(select(func.coalesce(func.max(_o.seq), 0))).scalar_one())

    def take_off(self, upto: int) -> int:
        """Drop the rows up to and with `upto`; give their number.

        The one set-wide write of the program: the queue is derived and no deed of a user.
        """
        done = self._session.execute(delete(table_of(Outbox)).where(_o.seq <= upto))
        return int(getattr(done, "rowcount", 0))
