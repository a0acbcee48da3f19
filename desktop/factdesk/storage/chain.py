"""The lines of the tamper-evident history: how one is hashed and chained to the line before."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row

from factdesk.model.tables import Event
from factdesk.storage.recording import RowChange, canonical, encoded

FIRST = "0" * 64
"""What stands for the hash before the first line."""


def changes_of(rows: tuple[RowChange, ...]) -> str:
    """Write what rows were and became as canonical JSON: a list of {table, key, before, after}."""
    return canonical(
        [
            {"table": row.table, "key": list(row.key), "before": encoded(row.before), "after": encoded(row.after)}
            for row in rows
        ]
    )


def hash_of(line: Event | Row[Any]) -> str:
    """Give the SHA-256, in hex, over the canonical JSON of the whole line, the hash of the line before included.

    `changes` goes in as the text that is stored, so that not even a space of it can be altered unseen.
    """
    whole = {
        "id": line.id,
        "at": _moment(line.at),
        "who": line.who,
        "verb": line.verb,
        "subject": line.subject,
        "summary": line.summary,
        "group": line.group,
        "undoes": line.undoes,
        "changes": line.changes,
        "previous": line.previous_hash,
    }
    return hashlib.sha256(canonical(whole).encode("utf-8", "surrogatepass")).hexdigest()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
