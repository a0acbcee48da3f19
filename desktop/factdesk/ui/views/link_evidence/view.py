"""The split view that ties a claim to the exact words of a source."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind, Reliability, Stance
from factdesk.model.ids import ClaimId, EvidenceId, SourceId, VersionId, public_id
from factdesk.model.values.evidence import CalculationInput, EvidenceDraft, EvidencePatch, EvidenceRow
from factdesk.model.values.sources import SourcePatch
from factdesk.tasks.runner import Runner
from factdesk.ui.actions import Scope
from factdesk.ui.actionset import ActionSet
from factdesk.ui.bus import Bus
from factdesk.ui.dialogs.calculation import CalculationDialog
from factdesk.ui.labels import STANCES
from factdesk.ui.preferences import Preferences
from factdesk.ui.theme import theme
from factdesk.ui.views.link_evidence.adding import SourceAdding
from factdesk.ui.views.link_evidence.content import LinkContent, SourceContent, read_claim, read_source
from factdesk.ui.views.link_evidence.foot import LinkFoot
from factdesk.ui.views.link_evidence.source_pane import SourcePane
from factdesk.ui.widgets.buttons import IconButton
from factdesk.ui.widgets.chips import ShapeLabel
from factdesk.ui.widgets.focus import focus_pane
from factdesk.ui.widgets.labels import Caption, ElidedLabel, label, rule, surface
from factdesk.ui.widgets.page.head import Head
from factdesk.ui.widgets.page.view import PageView
from factdesk.words import _

NUMBER_WORDS = 4
"""A selection of so few words is taken for a number to work with."""

LINK_DEEDS = ("stance.supports", "stance.refutes", "stance.context", "link.accept", "link.next_source")


class LinkEvidenceView(QWidget):
    """`closed()` when the person is done."""

    closed = Signal()

    def __init__(
        self,
        *,
        library: Library,
        runner: Runner,
        bus: Bus,
        actions: ActionSet,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._actions = actions
        self._runner = runner
        self._content: LinkContent | None = None
        self._evidence: EvidenceRow | None = None
        self._claim_id = 0
        self._kicker, self._statement = label("", "small"), ElidedLabel("", "strong")
        self._id = label("", "text3")
        self._so_far = QHBoxLayout()
        self.page = PageView()
        self.source = SourcePane()
        self._adding = SourceAdding(library, runner, self.source, self)
        self.foot = LinkFoot(actions)
        for page in (self.page, self.source.page):
            page.set_size(max(16, preferences.settings.reading_size - 2))
        self._arrange()
        self._connect(bus, actions)

    def open(self, claim_id: int, *, evidence_id: int | None = None) -> None:
        """Show a claim and its sources; a piece of evidence opens its source at the passage."""
        self._claim_id = claim_id
        self._evidence = None
        self.foot.reset()
        self.foot.set_mode(is_change=False)
        self._runner.latest(
            "link-claim",
            read_claim,
            self._library,
            claim_id,
            on_done=lambda content: self._show_claim(content, evidence_id),
        )

    @property
    def evidence_count(self) -> int:
        """Give how much evidence the claim has."""
        return len(self._content.claim.evidence) if self._content is not None else 0

    def use_article(self, article_id: int) -> None:
        """Take an article as source, on a tab of its own."""
        self._adding.use_article(article_id)

    def work_place(self) -> QWidget:
        """Give what is shown of the source."""
        return self.source.work_place()

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
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._kicker)
        words.addWidget(self._statement)
        words.addStretch(1)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 20, 0)
        row.setSpacing(10)
        row.addWidget(back)
        row.addLayout(words, 1)
        row.addLayout(self._so_far)
        head.setFixedHeight(theme().height("page_bar") + 8)
        left, top = QWidget(), QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(Caption(_("Article")))
        row.addStretch(1)
        row.addWidget(self._id)
        top.setFixedHeight(theme().height("toolbar"))
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (top, rule(), self.page):
            box.addWidget(widget)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(self.source)
        halves.setSizes([500, 500])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(rule())
        outer.addWidget(halves, 1)
        outer.addWidget(self.foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the stances while evidence is being linked."""
        super().showEvent(event)
        self._actions.enable(not self._library.is_read_only, *LINK_DEEDS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the stances away with the view: no deed of a menu does nothing."""
        super().hideEvent(event)
        self._actions.enable(False, *LINK_DEEDS)

    def _connect(self, bus: Bus, actions: ActionSet) -> None:
        bus.library_changed.connect(self._on_library_changed)
        actions.bind(Scope.LINK, self)
        actions.on("link.next_source", self.source.step)
        self.source.source_chosen.connect(self._on_source_chosen)
        self.source.passage_changed.connect(self._on_passage_changed)
        self.foot.linked.connect(self._on_linked)
        self.foot.cancelled.connect(self.closed)
        self.foot.calculation_wanted.connect(self._on_calculation_wanted)
        self.foot.reliability_chosen.connect(self._on_reliability)
        self.foot.setEnabled(not self._library.is_read_only)

    def _show_claim(self, content: LinkContent, evidence_id: int | None) -> None:
        self._content = content
        row = content.claim.row
        self._kicker.setText(_("Link evidence to claim {number}").format(number=row.number))
        self._statement.setText(row.statement or row.anchor.exact)
        self._id.setText(public_id(Kind.CLAIM, row.id))
        article = content.article.row
        self.page.set_content(
            content.text.content,
            head=Head(kicker=(article.outlet,) if article.outlet else (), headline=article.title),
            language=content.text.language,
        )
        self.page.set_marks(content.marks())
        self.page.select_mark(public_id(Kind.CLAIM, row.id))
        self._show_so_far()
        wanted = next((one for one in content.claim.evidence if one.id == evidence_id), None)
        self._take_evidence(wanted)
        self.source.show_sources(content.sources, wanted.source_id if wanted else None)
        if not content.sources:
            focus_pane(self)

    def _take_evidence(self, row: EvidenceRow | None) -> None:
        self._evidence = row
        self.foot.set_mode(is_change=row is not None)
        if row is not None:
            self.foot.show_evidence(row)

    def _show_so_far(self) -> None:
        while (item := self._so_far.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if self._content is None or not self._content.claim.evidence:
            return
        self._so_far.addWidget(label(_("So far"), "small"))
        for stance in Stance:
            count = self._content.count(stance)
            if count:
                self._so_far.addWidget(ShapeLabel(f"stance:{stance}", f"{_(STANCES[stance])}  {count}", strong=True))

    def _on_source_chosen(self, source_id: int) -> None:
        wanted = self._evidence if self._evidence and self._evidence.source_id == source_id else None
        version = wanted.version_id if wanted else None
        self._runner.latest("link-source", read_source, self._library, source_id, version, on_done=self._show_source)

    def _show_source(self, content: SourceContent) -> None:
        row = self._evidence
        is_its = row is not None and row.source_id == content.detail.row.id
        span = row.anchor.span if row is not None and is_its and row.anchor is not None else None
        self.source.show_content(content, span)
        focus_pane(self)
        self.foot.show_source(content.detail.row)
        if row is not None and not is_its:
            self._take_evidence(None)
            self.foot.reset()

    def _on_passage_changed(self) -> None:
        words = self.source.words()
        if not words and self._evidence is not None:
            words = self._evidence.passage
        self.foot.show_passage(words, "")

    def _on_linked(self) -> None:
        stance, content = self.foot.stance, self.source.content
        if stance is None or content is None:
            return
        if self._evidence is not None and not self.source.words():
            patch = EvidencePatch(
                stance=stance,
                locator=self.foot.locator.text().strip(),
                credibility=self.foot.chosen_credibility(),
                note=self.foot.note.text().strip(),
                calculation=self.foot.calculation,
            )
            self._runner.edit(
                self._library.evidence.edit, EvidenceId(self._evidence.id), patch, on_done=self._on_written
            )
            return
        source_id, span = content.detail.row.id, self.source.span()
        locator, note = self.foot.locator.text().strip(), self.foot.note.text().strip()
        if content.text is None or span is None or self.foot.calculation is not None:
            draft = EvidenceDraft(
                self._claim_id,
                source_id,
                stance,
                passage=self.source.words(),
                locator=locator,
                credibility=self.foot.chosen_credibility(),
                note=note,
                calculation=self.foot.calculation,
            )
            self._link_draft(draft)
            return
        self._runner.edit(
            self._library.evidence.link_span,
            ClaimId(self._claim_id),
            SourceId(source_id),
            stance,
            VersionId(content.text.version.id),
            span,
            locator=locator,
            credibility=self.foot.chosen_credibility(),
            note=note,
            on_done=self._on_written,
        )

    def _link_draft(self, draft: EvidenceDraft) -> None:
        """Link words that were heard, or a calculation; words selected in a filed source are anchored as well."""
        content, span = self.source.content, self.source.span()
        version = content.text.version.id if content is not None and content.text is not None else None
        self._runner.edit(self._library.evidence.link_draft, draft, version, span, on_done=self._on_written)

    def _on_calculation_wanted(self) -> None:
        content, words = self.source.content, self.source.words()
        first = None
        if content is not None and words and len(words.split()) <= NUMBER_WORDS:
            first = CalculationInput("a", content.detail.row.title, words, "", content.detail.row.id)
        dialog = CalculationDialog(
            runner=self._runner,
            work_out=self._library.evidence.work_out,
            first=first,
            calculation=self.foot.calculation,
            parent=self,
        )
        dialog.worked_out.connect(self.foot.show_calculation)
        dialog.open()

    def _on_written(self, _changes: Changes) -> None:
        self._take_evidence(None)
        self.source.page.select(None)
        self.source.heard.clear()
        self.foot.reset()

    def _on_reliability(self, letter: Reliability) -> None:
        if self.source.content is not None:
            source_id = SourceId(self.source.content.detail.row.id)
            self._runner.edit(self._library.sources.edit, source_id, SourcePatch(reliability=letter))

    def _on_library_changed(self, changes: Changes) -> None:
        if self.isVisible() and self._claim_id and changes.touches(Kind.EVIDENCE, Kind.CLAIM, Kind.SOURCE):
            self._runner.latest("link-again", read_claim, self._library, self._claim_id, on_done=self._renew)

    def _renew(self, content: LinkContent) -> None:
        """Show what changed without losing the place in either text."""
        self._content = content
        self.page.set_marks(content.marks())
        self.page.select_mark(public_id(Kind.CLAIM, content.claim.row.id), scroll=False)
        self._show_so_far()
        if self.source.content is not None and self.source.content.text is not None:
            version = self.source.content.text.version.id
            source_id = self.source.content.detail.row.id
            self._runner.latest(
                "link-marks", read_source, self._library, source_id, version, on_done=self._renew_source
            )

    def _renew_source(self, content: SourceContent) -> None:
        self.source.content = content
        self.source.page.set_marks(content.marks())
        self.foot.show_source(content.detail.row)
