"""The history: what was done, undoing it, and whether its chain holds."""

from __future__ import annotations

from factdesk.library.group import Group
from factdesk.model.changes import Changes
from factdesk.model.values.desk import EventRow, Problem
from factdesk.model.verbs import Verb
from factdesk.storage.reversing import take_back


class History(Group):
    """`library.history`."""

    def rows(self, limit: int = 500, before: int | None = None) -> tuple[EventRow, ...]:
        """List the newest lines, or those before a line."""
        with self._read() as stores:
            return stores.history.rows(limit, before)

    def undo(self) -> Changes:
        """Take the last deed back, across restarts; ConflictError when what it touched changed since."""
        with self._begin(Verb.UNDO) as unit:
            take_back(unit, unit.history.next_undo())
        return unit.changes

    def redo(self) -> Changes:
        """Do again what was last undone."""
        with self._begin(Verb.REDO) as unit:
            take_back(unit, unit.history.next_redo())
        return unit.changes

    def undo_words(self) -> str:
        """Name what undo would take back; "" when there is nothing."""
        with self._read() as stores:
            step = stores.history.next_undo()
        return step.verb.words if step else ""

    def redo_words(self) -> str:
        """Name what redo would do again; "" when there is nothing."""
        with self._read() as stores:
            step = stores.history.next_redo()
        return step.verb.words if step else ""

    def verify(self) -> tuple[Problem, ...]:
        """Check the chain of hashes from the first line to the last."""
        with self._read() as stores:
            return stores.history.verify()
