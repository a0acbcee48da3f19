"""Verbs and queries on notes."""

from __future__ import annotations

from factdesk.errors import InputError
from factdesk.library.group import Group
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.ids import NoteId
from factdesk.model.values.claims import NoteRow
from factdesk.model.verbs import Verb
from factdesk.words import _


class Notes(Group):
    """`library.notes`."""

    def of(self, kind: Kind, owner_id: int) -> tuple[NoteRow, ...]:
        """List the notes on an article, a claim or a source, oldest first."""
        with self._read() as stores:
            return stores.notes.of(kind, owner_id)

    def row(self, note_id: NoteId) -> NoteRow:
        """Give one note; NotFoundError when there is none."""
        with self._read() as stores:
            return stores.notes.row(note_id)

    def write(self, kind: Kind, owner_id: int, text: str) -> Changes:
        """Write a note; InputError when it holds no words."""
        if not text.strip():
            raise InputError(_("The note is empty."), hint=_("Write something first."))
        with self._begin(Verb.WRITE_NOTE) as unit:
            unit.notes.add(kind, owner_id, text)
        return unit.changes

    def edit(self, note_id: NoteId, text: str, *, group: str = "") -> Changes:
        """Change the words of a note."""
        with self._begin(Verb.WRITE_NOTE, group) as unit:
            unit.notes.patch(note_id, text)
        return unit.changes

    def delete(self, note_id: NoteId) -> Changes:
        """Put a note into the trash."""
        with self._begin(Verb.DELETE_NOTE) as unit:
            unit.notes.delete(note_id)
        return unit.changes
