"""What a session wrote, row by row: the one ground that event, outbox and `Changes` are derived from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from factdesk.errors import BugError
from factdesk.model.tables import MODELS, Base, Event, Outbox, Tally, UtcDateTime, VersionBand, table_of

Values: TypeAlias = dict[str, Any]
Key: TypeAlias = tuple[Any, ...]

TABLES: Mapping[str, type[Base]] = {table_of(model).name: model for model in MODELS}
HEAVY = frozenset({"text", "blocks", "signature"})
"""Columns of a version that never change and are too big for a line of history: their hash stands for them."""

_UNRECORDED = (Event, Outbox, Tally, VersionBand)


@dataclass(slots=True)
class RowChange:
    """One row before and after: None where it was not there; of an update only the columns that changed."""

    table: str
    key: Key
    row: Base
    before: Values | None
    after: Values | None

    @property
    def is_creation(self) -> bool:
        """Whether the row is new."""
        return self.before is None

    @property
    def columns(self) -> frozenset[str]:
        """Give the columns that changed (all of them when the row came or went)."""
        return frozenset((self.after if self.before is None else self.before) or {})


class Recorder:
    """Listens to the flushes of one session and adds up what they did."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: dict[tuple[str, Key], RowChange] = {}
        event.listen(session, "after_flush", self._on_flushed)

    def rows(self) -> tuple[RowChange, ...]:
        """Flush, and give what changed on the whole; what was changed and changed back is left out."""
        self._session.flush()
        return tuple(kept for row in self._rows.values() if (kept := _pruned(row)) is not None)

    def _on_flushed(self, session: Session, context: object) -> None:
        del context
        for row in session.new:
            self._note(row, None, _values(row))
        for row in session.dirty:
            before, after = _difference(row)
            if after:
                self._note(row, before, after)
        for row in session.deleted:
            self._note(row, _values(row), None)

    def _note(self, row: object, before: Values | None, after: Values | None) -> None:
        if isinstance(row, _UNRECORDED):
            return
        if not isinstance(row, Base):
            message = f"no table of the model: {row!r}"
            raise BugError(message)
        state = inspect(row)
        key: Key = state.identity or tuple(state.mapper.primary_key_from_instance(row))
        name = str(table_of(type(row)).name)
        new = RowChange(name, key, row, before, after)
        old = self._rows.get((name, key))
        self._rows[name, key] = new if old is None else _merged(old, new)


def encoded(values: Values | None) -> Values | None:
    """Make values fit for JSON: moments as ISO 8601 in UTC, heavy ones as their hash."""
    if values is None:
        return None
    return {name: _plain(name, value) for name, value in sorted(values.items())}


def decoded(table: str, values: Values) -> Values:
    """Read values back from JSON; heavy ones are left out."""
    columns = table_of(TABLES[table]).c
    return {
        name: datetime.fromisoformat(value)
        if isinstance(value, str) and isinstance(columns[name].type, UtcDateTime)
        else value
        for name, value in values.items()
        if name not in HEAVY or table != "version"
    }


def canonical(value: object) -> str:
    """Write JSON in the one way that hashes count in: keys sorted, no spaces, every letter as itself."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, bytes):
        return {"sha256": hashlib.sha256(value).hexdigest()}
    if name == "blocks":
        return {"sha256": hashlib.sha256(canonical(value).encode()).hexdigest()}
    return value


def _values(row: object) -> Values:
    values = {column.key: getattr(row, column.key) for column in inspect(row).mapper.column_attrs}
    if type(row) is TABLES["version"]:
        values["text"] = str(values["text"]).encode()
    return values


def _difference(row: object) -> tuple[Values, Values]:
    before: Values = {}
    after: Values = {}
    state = inspect(row)
    for column in state.mapper.column_attrs:
        history = state.attrs[column.key].history
        if history.has_changes():
            if not history.deleted:
                message = f"{column.key} was overwritten without having been read"
                raise BugError(message)
            before[column.key] = history.deleted[0]
            after[column.key] = history.added[0]
    return before, after


def _merged(old: RowChange, new: RowChange) -> RowChange:
    before = old.before if old.before is None or new.before is None else {**new.before, **old.before}
    after = new.after if old.after is None or new.after is None else {**old.after, **new.after}
    return RowChange(old.table, old.key, new.row, before, after)


def _pruned(row: RowChange) -> RowChange | None:
    if row.before is None and row.after is None:
        return None
    if row.before is None or row.after is None:
        return row
    changed = [name for name in row.after if row.before.get(name) != row.after[name]]
    if not changed:
        return None
    before = {name: row.before[name] for name in changed}
    after = {name: row.after[name] for name in changed}
    return RowChange(row.table, row.key, row.row, before, after)
