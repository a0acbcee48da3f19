"""Ties a list of notes to the library: the notes of one article or one source."""

from __future__ import annotations

from PySide6.QtCore import QObject

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.ids import NoteId
from factdesk.model.values.claims import NoteRow
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.typing_groups import TypingGroups
from factdesk.ui.widgets.notes import NoteDraft, NotesPart


class NoteKeeper(QObject):
    """Reads and writes the notes that a `NotesPart` shows."""

    def __init__(self, part: NotesPart, kind: Kind, *, library: Library, runner: Runner, bus: Bus) -> None:
        super().__init__(part)
        self._part = part
        self._kind = kind
        self._library = library
        self._runner = runner
        self._owner = 0
        self._groups = TypingGroups()
        part.setEnabled(not library.is_read_only)
        part.written.connect(self._on_written)
        part.changed.connect(self._on_changed)
        part.deleted.connect(self._on_deleted)
        bus.library_changed.connect(self._on_library_changed)

    def show(self, owner_id: int) -> None:
        """Show the notes of another thing; what was being written goes with the one before."""
        if owner_id != self._owner:
            self._part.close_draft()
            self._groups.begin()
        self._owner = owner_id
        self._read()

    def _read(self) -> None:
        owner = self._owner
        if owner:
            self._runner.latest(
                f"notes-{self._kind}",
                self._library.notes.of,
                self._kind,
                owner,
                on_done=lambda notes: self._show(owner, notes),
            )

    def _show(self, owner: int, notes: tuple[NoteRow, ...]) -> None:
        if owner == self._owner:
            self._part.show_notes(notes)

    def _on_written(self, draft: NoteDraft) -> None:
        self._runner.edit(
            self._library.notes.write,
            self._kind,
            self._owner,
            draft.text,
            on_done=lambda changes: self._part.take_written(draft, changes.new(Kind.NOTE)),
        )

    def _on_changed(self, note_id: int, text: str) -> None:
        group = self._groups.of(f"note-{note_id}")
        self._runner.edit(self._library.notes.edit, NoteId(note_id), text, group=group)

    def _on_deleted(self, note_id: int) -> None:
        self._runner.edit(self._library.notes.delete, NoteId(note_id))

    def _on_library_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.NOTE, self._kind):
            self._read()
