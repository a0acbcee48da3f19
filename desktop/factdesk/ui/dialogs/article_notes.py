"""Notes on an article: what a colleague must know of it, kept as it is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from factdesk.library.library import Library
from factdesk.model.enums import Kind
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.notekeeper import NoteKeeper
from factdesk.ui.widgets.dialogs import DialogBase
from factdesk.ui.widgets.labels import label
from factdesk.ui.widgets.notes import NotesPart
from factdesk.words import _


class ArticleNotesDialog(DialogBase):
    """Closing it hands the last words over; there is nothing to save."""

    def __init__(
        self, *, library: Library, runner: Runner, bus: Bus, article_id: int, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Notes on this article"), parent, width=560, primary=_("Close"))
        self._notes = NotesPart()
        self._notes.set_open(True, animate_it=False)
        self.body.addWidget(label(title, "text2", wrap=True))
        self.body.addWidget(self._notes)
        self.body.addStretch(1)
        self.cancel.hide()
        self.foot_note.setText(_("Kept as you type."))
        self.setMinimumHeight(420)
        keeper = NoteKeeper(self._notes, Kind.ARTICLE, library=library, runner=runner, bus=bus)
        keeper.show(article_id)

    def done(self, result: int) -> None:
        """Hand the words being typed over before the dialog goes."""
        self._notes.close_draft()
        super().done(result)
