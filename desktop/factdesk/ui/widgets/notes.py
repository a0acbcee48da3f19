"""Notes on a thing: each edited where it stands, a new one written below and kept as it is typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factdesk.model.values.claims import NoteRow
from factdesk.ui.formats import date_time
from factdesk.ui.widgets.buttons import Button, IconButton
from factdesk.ui.widgets.editing import EditInPlace
from factdesk.ui.widgets.fields import TextArea
from factdesk.ui.widgets.fold import FoldSection
from factdesk.ui.widgets.labels import label
from factdesk.words import _


class NoteDraft:
    """A note being written: what was said of it so far, and its id as soon as it is kept."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.id: int | None = None
        self.later: str | None = None


class NotesPart(FoldSection):
    """`written(NoteDraft)`, `changed(note id, text)`, `deleted(note id)`.

    A new note is kept as it is typed, like everything else: written after its first words, changed from then on.
    """

    written = Signal(object)
    changed = Signal(int, str)
    deleted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Notes"), parent=parent)
        self._notes: tuple[NoteRow, ...] = ()
        self._shown: dict[int, EditInPlace] = {}
        self._draft: NoteDraft | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._new = TextArea(_("Write a note"), name=_("New note"))
        self._new.setObjectName("new-note")
        self._new.edited.connect(self._on_edited)
        self._another = Button(_("Another note"), small=True, tooltip=_("Close this note and begin another"))
        self._another.set_key("Ctrl+Return")
        self._another.clicked.connect(self.close_draft)
        self._another.hide()
        self._new.submitted.connect(self.close_draft)
        self._new.textChanged.connect(lambda: self._another.setVisible(bool(self._new.text.strip())))
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(self._list)
        box.addWidget(self._new)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._another)
        box.addLayout(foot)
        self.set_content(content)

    def show_notes(self, notes: tuple[NoteRow, ...]) -> None:
        """Show notes, oldest first; words being typed win, and the note being written stays in its field."""
        self._notes = notes
        draft = self._draft
        if draft is not None and draft.id is not None and all(note.id != draft.id for note in notes):
            self._draft = None
        self._list_notes()

    def _list_notes(self) -> None:
        notes, draft = self._notes, self._draft
        listed = tuple(note for note in notes if draft is None or note.id != draft.id)
        if [note.id for note in listed] != list(self._shown):
            self._rebuild(listed)
        for note in listed:
            self._shown[note.id].set_text(note.text)
        self.set_count(len(notes) or None)
        self.set_summary(notes[-1].text.strip().splitlines()[0][:60] if notes else _("None"))

    def take_written(self, draft: NoteDraft, note_id: int) -> None:
        """Learn the id of a note that was just kept; what was typed meanwhile goes after it."""
        draft.id = note_id
        later, draft.later = draft.later, None
        if later is not None and later != draft.text:
            self._hand_over(draft, later)
        self._list_notes()

    def close_draft(self) -> None:
        """Hand over the last words of the note being written and empty the field for another."""
        self._new.flush()
        self._draft = None
        self._new.set_text("")
        self._list_notes()

    def _on_edited(self, text: str) -> None:
        words = text.strip()
        if self._draft is None:
            if words:
                self._draft = NoteDraft(words)
                self.written.emit(self._draft)
        elif self._draft.id is None:
            self._draft.later = words
        else:
            self._hand_over(self._draft, words)

    def _hand_over(self, draft: NoteDraft, words: str) -> None:
        draft.text = words
        if draft.id is None:
            return
        if words:
            self.changed.emit(draft.id, words)
            return
        self.deleted.emit(draft.id)
        if self._draft is draft:
            self._draft = None

    def _rebuild(self, notes: tuple[NoteRow, ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._shown = {}
        for note in notes:
            self._list.addWidget(self._row(note))

    def _row(self, note: NoteRow) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(label(f"{note.author} · {date_time(note.written_at)}", "small"), 1)
        bin_button = IconButton("trash-2", _("Delete note"), small=True)
        bin_button.clicked.connect(partial(self._on_delete, note.id))
        head.addWidget(bin_button)
        edit = EditInPlace(note.text, name=_("Note"), is_multiline=True)
        edit.edited.connect(partial(self._on_note_edited, note.id))
        self._shown[note.id] = edit
        box.addLayout(head)
        box.addWidget(edit)
        return holder

    def _on_note_edited(self, note_id: int, text: str) -> None:
        self.changed.emit(note_id, text.strip())

    def _on_delete(self, note_id: int, _checked: bool = False) -> None:
        self.deleted.emit(note_id)
