"""The sheet of one source: citation and trust at the left, uses in the middle, the contact log at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.ids import ContactId, SourceId, public_id
from factdesk.model.values.desk import Scale
from factdesk.model.values.evidence import EvidenceRow
from factdesk.model.values.sources import Citation, ContactDraft, SourceDetail, SourcePatch
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.formats import date_time, file_size
from factdesk.ui.labels import SOURCE_TYPES
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.notekeeper import NoteKeeper
from factdesk.ui.theme import theme
from factdesk.ui.typing_groups import TypingGroups
from factdesk.ui.views.source_sheet.contacts import ContactsPart
from factdesk.ui.views.source_sheet.trust import TrustPart
from factdesk.ui.views.source_sheet.uses import UsesPart
from factdesk.ui.widgets.buttons import Button, IconButton
from factdesk.ui.widgets.chips import Box, Tag
from factdesk.ui.widgets.citation_form import CitationForm
from factdesk.ui.widgets.labels import ElidedLabel, HashLabel, QuoteBlock, label, rule, surface
from factdesk.ui.widgets.notes import NotesPart
from factdesk.words import _

LEFT, RIGHT = 452, 392


@dataclass(frozen=True, slots=True)
class SheetContent:
    """A source, its citation as one line, its calculations, and the scale of verdicts."""

    detail: SourceDetail
    line: str
    calculated: tuple[EvidenceRow, ...]
    scale: Scale


class SourceSheetView(QWidget):
    """`closed()` when the person goes back."""

    closed = Signal()

    def __init__(
        self,
        *,
        library: Library,
        runner: Runner,
        bus: Bus,
        navigator: Navigator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._navigator = navigator
        self._source_id = 0
        self._content: SheetContent | None = None
        self._groups = TypingGroups()
        self._title, self._id = ElidedLabel("", "title"), label("", "text3", selectable=True)
        self._type, self._letter = Tag(""), Box("")
        self._open = Button(_("Open the text"), icon="book-open", tooltip=_("Read the article that this source is"))
        self._delete = Button(
            _("Move to trash"), kind="text", icon="trash-2", tooltip=_("Move the source to the trash")
        )
        self.citation = CitationForm(label_width=84)
        self._line = QuoteBlock(role="evidence_quote")
        self.trust = TrustPart()
        self.uses = UsesPart()
        self.contacts = ContactsPart()
        self.notes = NotesPart()
        self._notes = NoteKeeper(self.notes, Kind.SOURCE, library=library, runner=runner, bus=bus)
        self._original, self._sealed, self._hash = ElidedLabel(""), label("", "small"), HashLabel("")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._arrange()
        self._connect(bus)

    def open(self, source_id: int) -> None:
        """Show a source."""
        if source_id != self._source_id:
            self._groups.begin()
        self._source_id = source_id
        self._notes.show(source_id)
        self._read()

    def work_place(self) -> QWidget:
        """Give the citation."""
        return self.citation

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        surface(self, "base")
        back = IconButton("arrow-left", _("Back"), key="Esc")
        back.clicked.connect(self.closed)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 16, 0)
        row.setSpacing(10)
        for widget in (back, self._title, self._id, self._type, self._letter):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._delete)
        row.addWidget(self._open)
        head.setFixedHeight(theme().height("page_bar"))
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        left = self._left()
        left.setFixedWidth(LEFT)
        self.contacts.setFixedWidth(RIGHT)
        columns.addWidget(left)
        columns.addWidget(rule(vertical=True))
        columns.addWidget(self.uses, 1)
        columns.addWidget(rule(vertical=True))
        columns.addWidget(self.contacts)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(rule())
        box.addLayout(columns, 1)

    def _left(self) -> QWidget:
        cite, original = QWidget(), QWidget()
        box = QVBoxLayout(cite)
        box.setContentsMargins(20, 14, 20, 14)
        box.setSpacing(10)
        box.addWidget(label(_("Citation"), "strong"))
        box.addWidget(self.citation)
        box.addWidget(self._line)
        box = QVBoxLayout(original)
        box.setContentsMargins(20, 14, 20, 20)
        box.setSpacing(6)
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(label(_("Original"), "strong"), 1)
        top.addWidget(self._sealed)
        below.addWidget(self._original, 1)
        below.addWidget(self._hash)
        box.addLayout(top)
        box.addLayout(below)
        self._original_part = original
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (cite, rule(), self.trust, rule(), self.notes, rule(), original):
            box.addWidget(widget)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(surface(inside, "base"))
        return scroll

    def _connect(self, bus: Bus) -> None:
        bus.library_changed.connect(self._on_library_changed)
        self.citation.edited.connect(self._on_citation)
        self.trust.patched.connect(lambda patch: self._edit(patch, ""))
        self.uses.claim_wanted.connect(lambda at: self._navigator.open(Target(Place.CLAIM, at)))
        self.contacts.logged.connect(self._on_logged)
        self.contacts.deleted.connect(lambda at: self._runner.edit(self._library.sources.delete_contact, ContactId(at)))
        self._open.clicked.connect(self._on_open)
        self._delete.clicked.connect(self._on_delete)
        for widget in (self.citation, self.trust, self._delete):
            widget.setEnabled(not self._library.is_read_only)

    def _read(self) -> None:
        if self._source_id:
            self._runner.latest("source-sheet", _read_sheet, self._library, self._source_id, on_done=self._show)

    def _show(self, content: SheetContent) -> None:
        self._content = content
        detail, row = content.detail, content.detail.row
        if row.id != self._source_id:
            return
        self._title.setText(row.title)
        self._id.setText(public_id(Kind.SOURCE, row.id))
        self._type.set_text(_(SOURCE_TYPES[row.citation.type]))
        self._letter.set_text(row.reliability or "–")
        self._open.setVisible(row.article_id is not None)
        self.citation.set_citation(row.citation)
        self._line.set_quote(content.line)
        self.trust.show_detail(detail)
        self.uses.show_uses(detail.uses, content.calculated, content.scale, row.reliability or "")
        self.contacts.show_contacts(row.id, detail.contacts, may_write=not self._library.is_read_only)
        self._original_part.setVisible(bool(detail.original_sha256))
        self._original.setText(f"{detail.original_name} · {file_size(detail.original_size)}")
        self._hash.set_hash(detail.original_sha256)
        if detail.captured_at is not None:
            self._sealed.setText(_("sealed {when}").format(when=date_time(detail.captured_at)))

    def _on_citation(self, citation: Citation) -> None:
        if self._content is not None and citation != self._content.detail.row.citation and citation.title:
            self._edit(SourcePatch(citation=citation), self._groups.of("citation"))

    def _edit(self, patch: SourcePatch, group: str) -> None:
        self._runner.edit(self._library.sources.edit, SourceId(self._source_id), patch, group=group)

    def _on_logged(self, draft: ContactDraft) -> None:
        self._runner.edit(self._library.sources.log_contact, draft)

    def _on_open(self) -> None:
        if self._content is not None and self._content.detail.row.article_id is not None:
            self._navigator.open(Target(Place.ARTICLE, self._content.detail.row.article_id))

    def _on_delete(self) -> None:
        self._runner.edit(
            self._library.sources.delete, SourceId(self._source_id), on_done=lambda _changes: self.closed.emit()
        )

    def _on_library_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.SOURCE, Kind.EVIDENCE, Kind.CONTACT, Kind.CLAIM):
            self._read()


def _read_sheet(library: Library, source_id: int) -> SheetContent:
    """Read a source with what its sheet shows; runs on a lane."""
    detail = library.sources.detail(SourceId(source_id))
    evidence = library.evidence.of_source(SourceId(source_id))
    calculated = tuple(row for row in evidence if row.calculation is not None)
    return SheetContent(detail, library.sources.cite(detail.row.citation), calculated, library.desk.scale())
