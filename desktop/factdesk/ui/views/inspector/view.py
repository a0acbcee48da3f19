"""The right pane: everything about the selected claim, edited where it stands and kept as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind, Status
from factdesk.model.ids import ClaimId, EvidenceId, NoteId, public_id
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.evidence import EvidenceRow
from factdesk.tasks.runner import Runner
from factdesk.ui.actionset import ActionSet
from factdesk.ui.bus import Bus
from factdesk.ui.formats import date_time
from factdesk.ui.labels import STATUSES
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.theme import theme
from factdesk.ui.typing_groups import TypingGroups
from factdesk.ui.views.inspector.content import ClaimContent, read_claim, read_names
from factdesk.ui.views.inspector.evidence_part import EvidencePart
from factdesk.ui.views.inspector.facts import FactsPart
from factdesk.ui.views.inspector.judgement import VerdictPart, WordingPart
from factdesk.ui.widgets.action_button import ActionIcon
from factdesk.ui.widgets.buttons import IconButton
from factdesk.ui.widgets.editing import EditInPlace
from factdesk.ui.widgets.labels import Caption, QuoteBlock, label, rule, surface
from factdesk.ui.widgets.notes import NoteDraft, NotesPart
from factdesk.ui.widgets.notices import Banner, EmptyState
from factdesk.ui.widgets.segmented import Segment, SegmentedControl
from factdesk.words import _

WORDS_FROM = 370
HEARD = (
    *("claim.next", "claim.previous", "claim.verdict", "claim.status", "claim.assign", "evidence.link"),
    *(f"verdict.{key}" for key in range(7)),
)
"""Deeds whose keys are printed here, so that they are heard here too."""
RELOADS = (Kind.CLAIM, Kind.EVIDENCE, Kind.NOTE, Kind.SOURCE)


class InspectorView(QWidget):
    """The inspector of one claim."""

    def __init__(
        self,
        *,
        library: Library,
        runner: Runner,
        bus: Bus,
        actions: ActionSet,
        navigator: Navigator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._deeds = actions
        self._navigator = navigator
        self.claim_id: int | None = None
        self._groups = TypingGroups()
        self._shown_article = 0
        self._shown_claim: int | None = None
        self._title, self._id = label("", "strong"), label("", "text3", selectable=True)
        self._quote = QuoteBlock()
        self._statement = EditInPlace(
            placeholder=_("In one sentence that can be checked on its own"), name=_("Statement"), is_multiline=True
        )
        self._statement.setObjectName("claim-statement")
        self._banner = Banner(action=_("Decide"))
        self._status = SegmentedControl(
            [Segment(status.value, _(words), f"status:{status.value}") for status, words in STATUSES.items()],
            name=_("Status"),
        )
        self._facts = FactsPart()
        self._verdict = VerdictPart(actions)
        self._wording = WordingPart()
        self.evidence = EvidencePart(actions)
        self._notes = NotesPart()
        self._made = label("", "small", wrap=True)
        self._empty = EmptyState(
            "highlighter", _("No claim selected"), _("Select words in the text and press M to mark a claim.")
        )
        self._stack = QStackedWidget()
        self._arrange()
        self._connect(bus)
        self.show_claim(None, 0, 0)
        self._read_names()

    def show_claim(self, claim_id: int | None, position: int, total: int) -> None:
        """Show a claim, number `position` of `total`; None shows that none is selected."""
        if claim_id != self.claim_id:
            self._flush()
            self._groups.begin()
        self.claim_id = claim_id
        if claim_id is None:
            self._stack.setCurrentWidget(self._empty)
            self._title.setText(_("Claim"))
            self._id.setText("")
            return
        self._title.setText(_("Claim {position} of {total}").format(position=position, total=total))
        self._id.setText(public_id(Kind.CLAIM, claim_id))
        self._read()

    def work_place(self) -> QWidget:
        """Give the statement."""
        return self._statement

    def edit_statement(self) -> None:
        """Open the statement for typing."""
        self._statement.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the word of the present status only where there is no room for all four."""
        super().resizeEvent(event)
        self._status.set_compact(event.size().width() < WORDS_FROM)

    def _arrange(self) -> None:
        surface(self, "base")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._id)
        row.addStretch(1)
        for name, action_id in (("chevron-up", "claim.previous"), ("chevron-down", "claim.next")):
            row.addWidget(ActionIcon(self._deeds[action_id], name))
        self._more = IconButton("ellipsis", _("More for this claim"))
        self._more.clicked.connect(self._on_more)
        row.addWidget(self._more)
        head.setFixedHeight(theme().height("pane_bar"))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(surface(self._body(), "base"))
        self._scroll = scroll
        self._stack.addWidget(self._empty)
        self._stack.addWidget(scroll)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(rule())
        box.addWidget(self._stack, 1)

    def _body(self) -> QWidget:
        top, state = QWidget(), QWidget()
        box = QVBoxLayout(top)
        box.setContentsMargins(16, 12, 16, 10)
        box.setSpacing(4)
        box.addWidget(self._quote)
        box.addSpacing(4)
        box.addWidget(Caption(_("Statement to check")))
        box.addWidget(self._statement)
        box = QVBoxLayout(state)
        box.setContentsMargins(16, 10, 16, 0)
        box.addWidget(self._status)
        foot = QWidget()
        box = QVBoxLayout(foot)
        box.setContentsMargins(16, 10, 16, 16)
        box.addWidget(self._made)
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._banner)
        for widget in (top, rule(), state, self._facts, rule(), self._verdict, rule()):
            box.addWidget(widget)
        for part in (self.evidence, self._wording, self._notes):
            box.addWidget(part)
        box.addWidget(foot)
        box.addStretch(1)
        return body

    def _connect(self, bus: Bus) -> None:
        self._deeds.bind_few(self, *HEARD)
        bus.library_changed.connect(self._on_library_changed)
        self._statement.edited.connect(lambda text: self._edit(ClaimPatch(statement=text), "statement"))
        self._status.chosen.connect(lambda key: self._edit(ClaimPatch(status=Status(key)), "status"))
        for part in (self._facts, self._verdict, self._wording):
            part.patched.connect(self._edit)
        self._banner.acted.connect(self._on_decide)
        self.evidence.opened.connect(self._on_evidence_opened)
        self.evidence.changed_wanted.connect(self._on_evidence_change)
        self.evidence.unlink_wanted.connect(
            lambda row: self._runner.edit(self._library.evidence.unlink, EvidenceId(row.id))
        )
        self._notes.written.connect(self._on_note_written)
        self._notes.changed.connect(
            lambda at, text: self._runner.edit(
                self._library.notes.edit, NoteId(at), text, group=self._group(f"note-{at}")
            )
        )
        self._notes.deleted.connect(lambda at: self._runner.edit(self._library.notes.delete, NoteId(at)))
        for widget in (self._statement, self._status, self._facts, self._verdict, self._wording, self._notes):
            widget.setEnabled(not self._library.is_read_only)

    def _read(self) -> None:
        if self.claim_id is not None:
            self._runner.latest("inspector", read_claim, self._library, self.claim_id, on_done=self._show)

    def _read_names(self) -> None:
        self._runner.latest("inspector-names", read_names, self._library, on_done=self._facts.show_names)

    def _show(self, content: ClaimContent) -> None:
        row, detail = content.detail.row, content.detail
        if row.id != self.claim_id:
            return
        self._shown_article, self._shown_claim = row.article_id, row.id
        self._stack.setCurrentWidget(self._scroll)
        self._banner.set(content.state_words, _("Decide"))
        self._quote.set_quote(_("“{words}”").format(words=row.anchor.exact), content.look)
        self._statement.set_text(row.statement)
        self._status.set_value(row.status.value)
        self._facts.show_content(content)
        self._verdict.show_content(content)
        self._wording.show_content(content)
        self.evidence.show_content(content)
        self._notes.show_notes(detail.notes)
        self._made.setText(
            _("Marked by {who}, {when}").format(who=detail.created_by, when=date_time(detail.created_at))
            + "\n"
            + _("Changed {when}").format(when=date_time(row.changed_at))
        )

    def _edit(self, patch: ClaimPatch, field: str) -> None:
        if self.claim_id is not None:
            self._runner.edit(self._library.claims.edit, ClaimId(self.claim_id), patch, group=self._group(field))

    def _group(self, field: str) -> str:
        """Name what undoes as one: what is typed into one field without a longer pause."""
        return self._groups.of(field)

    def _flush(self) -> None:
        """Hand over what is being typed, and close the fields before another claim takes them."""
        for field in self.findChildren(EditInPlace):
            field.finish()
        self._notes.close_draft()

    def _on_note_written(self, draft: NoteDraft) -> None:
        if self.claim_id is not None:
            self._runner.edit(
                self._library.notes.write,
                Kind.CLAIM,
                self.claim_id,
                draft.text,
                on_done=lambda changes: self._notes.take_written(draft, changes.new(Kind.NOTE)),
            )

    def _on_evidence_opened(self, row: EvidenceRow) -> None:
        if row.version_id is not None and row.anchor is not None and row.source_article_id is not None:
            self._navigator.open(Target(Place.LINK, row.claim_id, version_id=row.version_id, evidence_id=row.id))
        else:
            self._navigator.open(Target(Place.SOURCE, row.source_id))

    def _on_evidence_change(self, row: EvidenceRow) -> None:
        self._navigator.open(Target(Place.LINK, row.claim_id, evidence_id=row.id))

    def _on_decide(self) -> None:
        self._navigator.open(Target(Place.CARRY_OVER, self._shown_article))

    def _on_more(self) -> None:
        menu = QMenu(self)
        names = ("evidence.link", "claim.verdict", "claim.status", "claim.assign", "claim.delete")
        menu.addActions([self._deeds[name] for name in names])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_library_changed(self, changes: Changes) -> None:
        if changes.touches(*RELOADS):
            self._read()
        if changes.touches(Kind.CLAIM, Kind.TAG, Kind.PERSON):
            self._read_names()
