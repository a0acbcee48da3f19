"""Adding a source on the way: one of the library, a page or file filed on the spot, one entered by hand."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from factdesk.library.library import Library
from factdesk.model.enums import Kind, Role
from factdesk.model.ids import ArticleId, SourceId
from factdesk.model.values.sources import SourceRow
from factdesk.tasks.runner import Runner
from factdesk.ui.dialogs.filing import FilingDialog
from factdesk.ui.dialogs.source_form import SourceFormDialog
from factdesk.ui.dialogs.source_picker import SourcePickerDialog
from factdesk.ui.views.link_evidence.source_pane import SourcePane


class SourceAdding(QObject):
    """Opens the dialog that is wanted and puts what comes of it on a tab."""

    def __init__(self, library: Library, runner: Runner, pane: SourcePane, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._runner = runner
        self._pane = pane
        self._window = window
        pane.library_wanted.connect(self._on_library_wanted)
        pane.file_wanted.connect(self._on_file_wanted)
        pane.hand_wanted.connect(self._on_hand_wanted)

    def _on_library_wanted(self) -> None:
        dialog = SourcePickerDialog(library=self._library, runner=self._runner, parent=self._window)
        dialog.source_chosen.connect(self._pane.add_source)
        dialog.article_chosen.connect(self.use_article)
        dialog.open()

    def _on_file_wanted(self) -> None:
        dialog = FilingDialog(library=self._library, runner=self._runner, role=Role.REFERENCE, parent=self._window)
        dialog.filed.connect(self.use_article)
        dialog.open()
        dialog.start(None)

    def _on_hand_wanted(self) -> None:
        dialog = SourceFormDialog(library=self._library, runner=self._runner, parent=self._window)
        dialog.added.connect(self._add_source)
        dialog.open()

    def use_article(self, article_id: int) -> None:
        """Take an article as source; it becomes one when it is none yet."""
        self._runner.edit(_source_of, self._library, article_id, on_done=self._pane.add_source)

    def _add_source(self, source_id: int) -> None:
        self._runner.read(
            self._library.sources.detail, SourceId(source_id), on_done=lambda detail: self._pane.add_source(detail.row)
        )


def _source_of(library: Library, article_id: int) -> SourceRow:
    """Give the source that is an article, made when it is none yet; runs on the edit lane."""
    known = library.sources.of_article(ArticleId(article_id))
    if known is not None:
        return known
    changes = library.sources.from_article(ArticleId(article_id))
    return library.sources.detail(SourceId(changes.new(Kind.SOURCE))).row
