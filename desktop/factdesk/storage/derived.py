"""What follows from written rows: which things a view must read again, and which the index must hear of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from factdesk.model.enums import Kind
from factdesk.model.tables import Claim, Evidence, Note, columns_of
from factdesk.storage.recording import RowChange

Thing: TypeAlias = tuple[Kind, int]

KIND_OF_TABLE = {
    "article": Kind.ARTICLE,
    "version": Kind.VERSION,
    "claim": Kind.CLAIM,
    "strike": Kind.STRIKE,
    "source": Kind.SOURCE,
    "evidence": Kind.EVIDENCE,
    "contact": Kind.CONTACT,
    "note": Kind.NOTE,
    "person": Kind.PERSON,
    "tag": Kind.TAG,
    "scale": Kind.SCALE,
    "memo": Kind.MEMO,
}
"""Tables whose rows are things of their own."""

_OWNERS: dict[str, Callable[[Any], Iterable[Thing]]] = {
    "version": lambda row: [(Kind.ARTICLE, row.article_id)],
    "claim": lambda row: [(Kind.ARTICLE, row.article_id)],
    "strike": lambda row: [(Kind.ARTICLE, row.article_id)],
    "anchor": lambda row: [(Kind(row.owner_kind), row.owner_id)],
    "evidence": lambda row: [(Kind.CLAIM, row.claim_id), (Kind.SOURCE, row.source_id)],
    "contact": lambda row: [(Kind.SOURCE, row.source_id)],
    "note": lambda row: [(Kind(row.owner_kind), row.owner_id)],
    "article_tag": lambda row: [(Kind.ARTICLE, row.article_id), (Kind.TAG, row.tag_id)],
    "claim_tag": lambda row: [(Kind.CLAIM, row.claim_id), (Kind.TAG, row.tag_id)],
    "rating": lambda row: [(Kind.SCALE, row.scale_id)],
    "memo_claim": lambda row: [(Kind.MEMO, row.memo_id)],
}

_UNSEARCHED = {
    "article": frozenset({"is_unread", "assignee", "due", "canonical_url", "role"}),
    "claim": frozenset({"assignee", "reviewer", "due", "changed_at", "start", "version_id", "risk", "wording_answer"}),
    "source": frozenset({"changed_at", "reliability", "reliability_by", "reliability_at", "level", "is_confidential"}),
    "evidence": frozenset({"credibility", "version_id"}),
    "note": frozenset({"changed_at"}),
}
"""Columns that the index does not know."""

_INHERITED = {
    "article": frozenset({"title", "outlet", "language", "published", "authors", "deleted_at"}),
    "claim": frozenset({"deleted_at"}),
    "source": frozenset({"title", "container", "issued", "deleted_at"}),
}
"""Columns that stand in the documents of what hangs on the row, too."""

_DOCUMENT_OF = {
    "version": Kind.ARTICLE,
    "article_tag": Kind.ARTICLE,
    "claim_tag": Kind.CLAIM,
    "contact": Kind.SOURCE,
    "memo_claim": Kind.MEMO,
}
"""Rows that are part of another thing's document."""

_DOCUMENTS = frozenset({Kind.ARTICLE, Kind.CLAIM, Kind.SOURCE, Kind.EVIDENCE, Kind.NOTE, Kind.MEMO})


def own_thing(row: RowChange) -> Thing | None:
    """Give the thing a row is, None when it is only a part of one."""
    kind = KIND_OF_TABLE.get(row.table)
    return None if kind is None else (kind, int(row.key[0]))


def owners(row: RowChange) -> Iterable[Thing]:
    """Give the things a row belongs to."""
    give = _OWNERS.get(row.table)
    return () if give is None else give(row.row)


def touched(rows: Iterable[RowChange]) -> dict[Kind, frozenset[int]]:
    """Give every thing whose rows, or whose owned rows, changed."""
    things: dict[Kind, set[int]] = {}
    for row in rows:
        mine = own_thing(row)
        for kind, key in (*([mine] if mine else []), *owners(row)):
            things.setdefault(kind, set()).add(key)
    return {kind: frozenset(keys) for kind, keys in things.items()}


def created(rows: Iterable[RowChange]) -> dict[Kind, frozenset[int]]:
    """Give the things that are new."""
    return touched_own(row for row in rows if row.is_creation)


def touched_own(rows: Iterable[RowChange]) -> dict[Kind, frozenset[int]]:
    """Give the things whose very rows changed, without their owners."""
    things: dict[Kind, set[int]] = {}
    for row in rows:
        mine = own_thing(row)
        if mine is not None:
            things.setdefault(mine[0], set()).add(mine[1])
    return {kind: frozenset(keys) for kind, keys in things.items()}


def documents(session: Session, rows: Iterable[RowChange]) -> tuple[Thing, ...]:
    """Give the things whose searchable words changed, each once, in a fixed order."""
    found: set[Thing] = set()
    for row in rows:
        if row.columns <= _UNSEARCHED.get(row.table, frozenset()):
            continue
        found.update(thing for thing in _of_row(row) if thing[0] in _DOCUMENTS)
        if not row.is_creation and row.columns & _INHERITED.get(row.table, frozenset()):
            found.update(_hanging_on(session, row))
    return tuple(sorted(found))


def _of_row(row: RowChange) -> Iterator[Thing]:
    part_of = _DOCUMENT_OF.get(row.table)
    mine = own_thing(row)
    if part_of is None and mine is not None:
        yield mine
    elif row.table == "anchor":
        yield from owners(row)
    else:
        yield from (thing for thing in owners(row) if thing[0] is part_of)


def _hanging_on(session: Session, row: RowChange) -> Iterator[Thing]:
    claim, evidence, note = columns_of(Claim), columns_of(Evidence), columns_of(Note)
    key = int(row.key[0])
    if row.table == "source":
        yield from ((Kind.EVIDENCE, n) for n in session.scalars(select(evidence.id).where(evidence.source_id == key)))
        yield from _notes(session, note.owner_kind == Kind.SOURCE, note.owner_id == key)
        return
    if row.table == "article":
        claims = select(claim.id).where(claim.article_id == key)
        yield from ((Kind.CLAIM, n) for n in session.scalars(claims))
        yield from _notes(session, note.owner_kind == Kind.ARTICLE, note.owner_id == key)
    else:
        claims = select(claim.id).where(claim.id == key)
    yield from ((Kind.EVIDENCE, n) for n in session.scalars(select(evidence.id).where(evidence.claim_id.in_(claims))))
    yield from _notes(session, note.owner_kind == Kind.CLAIM, note.owner_id.in_(claims))


def _notes(session: Session, *conditions: Any) -> Iterator[Thing]:
    note = columns_of(Note)
    yield from ((Kind.NOTE, n) for n in session.scalars(select(note.id).where(*conditions)))
