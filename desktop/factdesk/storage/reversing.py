"""Takes events back: sets every row to its *before* within a new event, or refuses with a sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from factdesk.errors import ConflictError
from factdesk.model.tables import Base
from factdesk.storage.history import Step
from factdesk.storage.recording import TABLES, Values, decoded
from factdesk.storage.unit import UnitOfWork
from factdesk.words import _

_PARENTS: Mapping[str, tuple[str, str]] = {
    "version": ("article", "article_id"),
    "claim": ("article", "article_id"),
    "strike": ("article", "article_id"),
    "evidence": ("claim", "claim_id"),
    "contact": ("source", "source_id"),
    "rating": ("scale", "scale_id"),
    "article_tag": ("article", "article_id"),
    "claim_tag": ("claim", "claim_id"),
}
"""What a row goes out of sight with, so that undoing their common creation need mark the parent alone."""

_KEPT = frozenset({"original", "tag", "memo", "memo_claim"})
"""Rows that no undo takes away once made: bytes that were filed, words for tags, memos that left the house."""

_QUIET = frozenset({"is_unread"})
"""Columns that are written without an event and so may differ from what the history says."""


def take_back(unit: UnitOfWork, step: Step | None) -> None:
    """Take back a step and word the new line after it; without a step nothing is written."""
    if step is None:
        return
    reverse(unit, step)
    unit.subject = step.subject
    unit.summary = step.summary or step.verb.value


def reverse(unit: UnitOfWork, step: Step) -> None:
    """Take back the events of a step, newest first; ConflictError when a row is no longer as they left it.

    A row that an event made is put into the trash (anchors, tags of things: taken away); one that it took away comes
    back; one that it changed gets its old values. The unit's own event records it, so that it can be taken back too.
    """
    unit.undoes = step.events
    for event_id in step.events:
        rows: list[dict[str, Any]] = json.loads(unit.history.changes(event_id))
        made = {(row["table"], tuple(row["key"])) for row in rows if row["before"] is None}
        for row in reversed(rows):
            if row["before"] is not None or row["table"] not in _KEPT:
                _reverse_row(unit, row, made)
        unit.flush()


def _reverse_row(unit: UnitOfWork, row: Mapping[str, Any], made: set[tuple[str, tuple[Any, ...]]]) -> None:
    table, key = str(row["table"]), tuple(row["key"])
    before = None if row["before"] is None else decoded(table, row["before"])
    after = None if row["after"] is None else decoded(table, row["after"])
    present = unit.row(TABLES[table], key)
    if after is None:
        if present is not None:
            raise _conflict(table, key)
        unit.add_row(TABLES[table](**(before or {})))
        return
    if present is None or _differs(present, after):
        raise _conflict(table, key)
    if before is not None:
        for name, value in before.items():
            setattr(present, name, value)
    elif _parent(table, after) not in made:
        unit.take_away(present)


def _parent(table: str, values: Values) -> tuple[str, tuple[Any, ...]] | None:
    if table in _PARENTS:
        owner, column = _PARENTS[table]
        return owner, (values[column],)
    if table in {"anchor", "note"}:
        return str(values["owner_kind"]), (values["owner_id"],)
    return None


def _differs(present: Base, expected: Values) -> bool:
    return any(getattr(present, name) != value for name, value in expected.items() if name not in _QUIET)


def _conflict(table: str, key: tuple[Any, ...]) -> ConflictError:
    return ConflictError(
        _("This cannot be taken back: what it changed has been changed since ({name}).").format(
            name=f"{table} {'-'.join(map(str, key))}"
        ),
        hint=_("Undo the later change first, or set it by hand."),
    )
