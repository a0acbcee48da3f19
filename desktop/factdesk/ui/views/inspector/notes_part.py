"""Notes on a claim: each edited where it stands, a new one written below."""

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


class NotesPart(FoldSection):
    """`written(text)`, `changed(note id, text)`, `deleted(note id)`."""

    written = Signal(str)
    changed = Signal(int, str)
    deleted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Notes"), parent=parent)
        self._shown: dict[int, EditInPlace] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._new = TextArea(_("Write a note"), name=_("New note"))
        self._new.setObjectName("claim-new-note")
        self._keep = Button(_("Keep note"), small=True, key="Ctrl+Enter", tooltip=_("Keep the note with the claim"))
        self._keep.clicked.connect(self._on_keep)
        self._new.submitted.connect(self._on_keep)
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(self._list)
        box.addWidget(self._new)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._keep)
        box.addLayout(foot)
        self.set_content(content)

    def show_notes(self, notes: tuple[NoteRow, ...]) -> None:
        """Show notes, oldest first; words being typed win."""
        if [note.id for note in notes] != list(self._shown):
            self._rebuild(notes)
        for note in notes:
            self._shown[note.id].set_text(note.text)
        self.set_count(len(notes) or None)
        self.set_summary(notes[-1].text.splitlines()[0][:60] if notes else _("None"))

    def forget_draft(self) -> None:
        """Empty the field, for another claim; a note half written is kept as a note, not dropped."""
        self._on_keep()

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
        bin_button.clicked.connect(partial(self.deleted.emit, note.id))
        head.addWidget(bin_button)
        edit = EditInPlace(note.text, name=_("Note"), is_multiline=True)
        edit.edited.connect(partial(self.changed.emit, note.id))
        self._shown[note.id] = edit
        box.addLayout(head)
        box.addWidget(edit)
        return holder

    def _on_keep(self) -> None:
        text = self._new.text.strip()
        if text:
            self._new.set_text("")
            self._new.clear()
            self.written.emit(text)
