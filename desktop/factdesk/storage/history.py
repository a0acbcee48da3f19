"""The history: its lines, whether the chain holds, and which event undo and redo would take."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from factdesk.model.tables import Event, columns_of, table_of
from factdesk.model.values.desk import EventRow, Problem
from factdesk.model.verbs import Verb
from factdesk.progress import CancelToken, Progress, SilentProgress
from factdesk.storage import chain
from factdesk.storage.base import Store
from factdesk.words import _

_e = columns_of(Event)
_BATCH = 500
_ROW = (_e.id, _e.at, _e.who, _e.verb, _e.subject, _e.summary, _e.hash, _e.previous_hash)
_COLUMNS = (_e.id, _e.verb, _e.group, _e.undoes, _e.subject, _e.summary)


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo or redo takes back: the events, newest first, and the words for the menu."""

    events: tuple[int, ...]
    verb: Verb
    subject: str
    summary: str


@dataclass(frozen=True, slots=True)
class _Line:
    """As much of an event as finding the next step needs."""

    id: int
    verb: Verb
    group: str
    undoes: frozenset[int]
    subject: str
    summary: str


class HistoryStore(Store):
    """Queries of the history; it is written by the unit of work alone."""

    def rows(self, limit: int = 500, before: int | None = None) -> tuple[EventRow, ...]:
        """List events, newest first, below `before`; `is_undone` holds for what an undo has taken back."""
        found = select(*_ROW).order_by(_e.id.desc()).limit(limit)
        return self._rows(found if before is None else found.where(_e.id < before))

    def about(self, subjects: Collection[str]) -> tuple[EventRow, ...]:
        """List the events whose subject is one of these public ids, newest first."""
        return self._rows(select(*_ROW).where(_e.subject.in_(subjects)).order_by(_e.id.desc()))

    def _rows(self, found: Select[Any]) -> tuple[EventRow, ...]:
        rows = self._session.execute(found).all()
        undone = self._undone(rows[-1].id) if rows else frozenset()
        return tuple(
            EventRow(
                id=row.id,
                at=row.at,
                who=row.who,
                verb=row.verb,
                subject=row.subject,
                summary=row.summary,
                hash=row.hash,
                previous_hash=row.previous_hash,
                is_undone=row.id in undone,
            )
            for row in rows
        )

    def last(self) -> tuple[int, str]:
        """Give number and hash of the newest line, (0, zeros) when there is none."""
        row = self._session.execute(select(_e.id, _e.hash).order_by(_e.id.desc()).limit(1)).first()
        return (0, chain.FIRST) if row is None else (row.id, row.hash)

    def verify(self, progress: Progress | None = None, cancel: CancelToken | None = None) -> tuple[Problem, ...]:
        """Read every line once, few at a time, and name those that do not match; () when the chain holds.

        Cancelled when told to stop.
        """
        return tuple(self._broken(progress or SilentProgress(), cancel or CancelToken()))

    def next_undo(self) -> Step | None:
        """Give what undo would take back now, across restarts; None when there is nothing."""
        undone: set[int] = set()
        lines = self._backwards()
        for line in lines:
            if line.id in undone:
                continue
            if line.verb is Verb.UNDO:
                undone |= line.undoes
            elif line.verb is Verb.REDO:
                undone |= line.undoes
                return self._redone(line)
            elif line.verb.is_undoable:
                group = [line]
                for older in lines:
                    if not line.group or older.group != line.group or older.id in undone:
                        break
                    group.append(older)
                return Step(tuple(one.id for one in group), line.verb, line.subject, line.summary)
        return None

    def next_redo(self) -> Step | None:
        """Give what redo would bring back now; None when nothing was undone or something new was done since."""
        undone: set[int] = set()
        for line in self._backwards():
            if line.id in undone:
                continue
            if line.verb is Verb.UNDO:
                verb, subject, summary = self._words(line)
                return Step((line.id,), verb, subject, summary)
            if line.verb is Verb.REDO:
                undone |= line.undoes
            elif line.verb.is_undoable:
                return None
        return None

    def changes(self, event_id: int) -> str:
        """Give what an event did, as the JSON that was hashed."""
        return str(self._session.scalars(select(_e.changes).where(_e.id == event_id)).one())

    def _redone(self, redo: _Line) -> Step:
        verb, subject, summary = self._words(redo)
        return Step((redo.id,), verb, subject, summary)

    def _words(self, line: _Line) -> tuple[Verb, str, str]:
        """Find the deed of a person at the end of a chain of undo and redo."""
        while line.undoes:
            line = self._line(max(line.undoes))
        return line.verb, line.subject, line.summary

    def _undone(self, above: int) -> frozenset[int]:
        """Give the events that stand undone, looking at the undos and redos from `above` on."""
        undone: set[int] = set()
        found = select(*_COLUMNS).where(_e.undoes != "", _e.id >= above).order_by(_e.id.desc())
        for line in map(_line, self._session.execute(found)):
            if line.id not in undone:
                undone |= line.undoes
        return frozenset(undone)

    def _line(self, event_id: int) -> _Line:
        return _line(self._session.execute(select(*_COLUMNS).where(_e.id == event_id)).one())

    def _backwards(self) -> Iterator[_Line]:
        before: int | None = None
        while True:
            found = select(*_COLUMNS).order_by(_e.id.desc())
            if before is not None:
                found = found.where(_e.id < before)
            rows = self._session.execute(found.limit(50 if before is None else _BATCH)).all()
            if not rows:
                return
            yield from (_line(row) for row in rows)
            before = rows[-1].id

    def _broken(self, progress: Progress, cancel: CancelToken) -> Iterator[Problem]:
        expected, number, after = chain.FIRST, 0, 0
        total = self.last()[0]
        while True:
            cancel.raise_if_cancelled()
            lines = self._session.execute(
                select(table_of(Event)).where(_e.id > after).order_by(_e.id).limit(_BATCH)
            ).all()
            for line in lines:
                number += 1
                if line.id != number:
                    yield _problem(number, _("Line {number} of the history is missing.").format(number=number))
                    number = line.id
                if line.previous_hash != expected or line.hash != chain.hash_of(line):
                    yield _problem(line.id, _("Line {number} of the history does not match.").format(number=line.id))
                expected = line.hash
            if not lines:
                return
            after = number
            progress.report(after, total)


def _line(row: Any) -> _Line:
    ids = frozenset(int(one) for one in row.undoes.split(",") if one)
    return _Line(row.id, Verb(row.verb), row.group, ids, row.subject, row.summary)


def _problem(number: int, sentence: str) -> Problem:
    return Problem("chain_broken", str(number), sentence)
