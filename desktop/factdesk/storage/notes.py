"""Notes on claims, articles and sources."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from factdesk.model.enums import Kind
from factdesk.model.tables import Article, Base, Claim, Note, Source, columns_of
from factdesk.model.values.claims import NoteRow
from factdesk.storage.base import Store, change, not_found

_n = columns_of(Note)
OWNERS: Mapping[Kind, type[Base]] = {Kind.ARTICLE: Article, Kind.CLAIM: Claim, Kind.SOURCE: Source}
"""What a note may hang on."""


class NoteStore(Store):
    """Queries and writes of notes."""

    def of(self, kind: Kind, owner_id: int) -> tuple[NoteRow, ...]:
        """List the notes on a thing, oldest first."""
        found = (
            select(_n.id, _n.owner_kind, _n.owner_id, _n.text, _n.author, _n.written_at)
            .where(_n.owner_kind == kind.value, _n.owner_id == owner_id, _n.deleted_at.is_(None))
            .order_by(_n.written_at, _n.id)
        )
        return tuple(NoteRow(*values) for values in self._session.execute(found))

    def row(self, note_id: int) -> NoteRow:
        """Give one note; NotFoundError when there is none."""
        found = select(_n.id, _n.owner_kind, _n.owner_id, _n.text, _n.author, _n.written_at).where(_n.id == note_id)
        values = self._session.execute(found).first()
        if values is None:
            raise not_found(Kind.NOTE, note_id)
        return NoteRow(*values)

    def add(self, kind: Kind, owner_id: int, text: str) -> int:
        """Write a note on an article, claim or source; give its id. NotFoundError when the thing is not there."""
        if kind not in OWNERS:
            raise not_found(kind, owner_id)
        self._find(OWNERS[kind], kind, owner_id)
        return self._add(
            Note(
                owner_kind=kind.value,
                owner_id=owner_id,
                text=text,
                author=self._pen.who,
                written_at=self._pen.at,
                changed_at=self._pen.at,
            )
        ).id

    def patch(self, note_id: int, text: str) -> None:
        """Change the words of a note; NotFoundError when there is no such note."""
        row = self._find(Note, Kind.NOTE, note_id)
        if change(row, {"text": text}):
            change(row, {"changed_at": self._pen.at})

    def delete(self, note_id: int) -> None:
        """Put a note into the trash."""
        self._bury(self._find(Note, Kind.NOTE, note_id))
