"""Entering a source by hand: a call, an interview, a document, a dataset, with its citation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from factdesk.errors import FactdeskError
from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind, Reliability, SourceLevel, SourceType
from factdesk.model.values.sources import SourceDraft
from factdesk.tasks.runner import Runner
from factdesk.ui.labels import LEVELS, RELIABILITIES
from factdesk.ui.widgets.citation_form import CitationForm
from factdesk.ui.widgets.dialogs import DialogBase
from factdesk.ui.widgets.fields import ComboField, FieldForm
from factdesk.ui.widgets.notices import Banner
from factdesk.ui.widgets.segmented import Segment, SegmentedControl
from factdesk.words import _


class SourceFormDialog(DialogBase):
    """`added(source id)` once it is written."""

    added = Signal(int)

    def __init__(self, *, library: Library, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(_("Add source"), parent, width=560, primary=_("Add source"), cancel=_("Cancel"))
        self._library = library
        self._runner = runner
        self.citation = CitationForm()
        self.citation.set_type(SourceType.CALL)
        self.level = SegmentedControl(
            [Segment(level.value, _(words)) for level, words in LEVELS.items()], name=_("Primary or secondary")
        )
        self.level.set_value(SourceLevel.PRIMARY.value)
        self.reliability = ComboField(
            [("", _("Not judged yet")), *((one.value, f"{one} · {_(words)}") for one, words in RELIABILITIES.items())],
            name=_("Reliability"),
        )
        self._trouble = Banner(kind="danger")
        form = FieldForm(label_width=96)
        form.add(_("Kind"), self.level)
        form.add(_("Reliability"), self.reliability)
        for widget in (self._trouble, self.citation, form):
            self.body.addWidget(widget)
        self._trouble.hide()
        self.citation.edited.connect(lambda _citation: self._renew())
        self.citation.typed.connect(self._renew)
        self._renew()

    def accept(self) -> None:
        """Write the source."""
        if not self.citation.citation().title:
            return
        draft = SourceDraft(
            self.citation.citation(),
            SourceLevel(self.level.value),
            Reliability(self.reliability.value) if self.reliability.value else None,
        )
        self.primary.setEnabled(False)
        self._runner.edit(self._library.sources.add, draft, on_done=self._on_added, on_error=self._on_error)

    def _renew(self) -> None:
        self.primary.setEnabled(bool(self.citation.citation().title) and not self._library.is_read_only)

    def _on_added(self, changes: Changes) -> None:
        self.added.emit(changes.new(Kind.SOURCE))
        super().accept()

    def _on_error(self, error: FactdeskError) -> None:
        self._trouble.set(str(error), kind="danger")
        self._renew()
