"""The verdict with its rationale, and the wording proposed instead."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factdesk.model.enums import Answer, Status
from factdesk.model.values.claims import ClaimPatch
from factdesk.ui.actionset import ActionSet
from factdesk.ui.labels import ANSWERS
from factdesk.ui.views.inspector.content import ClaimContent
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.chips import VerdictChip, verdict_menu
from factdesk.ui.widgets.editing import EditInPlace
from factdesk.ui.widgets.fold import FoldSection
from factdesk.ui.widgets.labels import label
from factdesk.ui.widgets.segmented import Segment, SegmentedControl
from factdesk.words import _

MARGINS = (16, 10)
GAP = 6


class VerdictPart(QWidget):
    """The chip, "proposed" while the claim is not done, and why. `patched(ClaimPatch, field name)`."""

    patched = Signal(object, str)

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: ClaimContent | None = None
        self._proposed, self._below = label(_("proposed"), "text3"), label(_("proposed"), "text3")
        self._is_proposed = False
        self._chip = VerdictChip()
        self._chip.setToolTip(_("Change the verdict"))
        self._chip.clicked.connect(self._on_menu)
        change = Button(_("Change"), kind="text", tooltip=_("Change the verdict"))
        change.set_key(actions["claim.verdict"].shortcut().toString())
        change.clicked.connect(self._on_menu)
        self._change = change
        self._rationale = EditInPlace(
            placeholder=_("Why: what the evidence shows"), name=_("Rationale"), is_multiline=True
        )
        self._rationale.setObjectName("claim-rationale")
        self._rationale.edited.connect(lambda text: self.patched.emit(ClaimPatch(rationale=text), "rationale"))
        head = QHBoxLayout()
        head.setSpacing(GAP)
        self._name = label(_("Verdict"), "strong")
        head.addWidget(self._name)
        head.addStretch(1)
        for widget in (self._proposed, self._chip, change):
            head.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGINS[0], 8, MARGINS[1], 12)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self._below)
        box.addWidget(self._rationale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, leave out the button, since the chip opens the same menu, and put "proposed" below."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """Give the least size: the pane says how wide it is."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self, width: int) -> None:
        room = width - sum(MARGINS)
        room -= sum(one.sizeHint().width() + GAP for one in (self._name, self._chip))
        self._change.setVisible(self._change.sizeHint().width() <= room)
        if not self._change.isHidden():
            room -= self._change.sizeHint().width() + GAP
        fits = self._proposed.sizeHint().width() <= room
        self._proposed.setVisible(self._is_proposed and fits)
        self._below.setVisible(self._is_proposed and not fits)

    def show_content(self, content: ClaimContent) -> None:
        """Show a claim; words being typed win."""
        self._content = content
        row = content.detail.row
        self._chip.set_verdict(content.look, content.verdict_words)
        self._is_proposed = bool(row.verdict) and row.status is not Status.DONE
        self._fit(self.width())
        self._rationale.set_text(content.detail.rationale)

    def _on_menu(self) -> None:
        if self._content is None:
            return
        menu = verdict_menu(self, self._content.scale.ratings, current=self._content.detail.row.verdict)
        menu.triggered.connect(lambda action: self.patched.emit(ClaimPatch(verdict=action.data()), "verdict"))
        menu.popup(self._chip.mapToGlobal(self._chip.rect().bottomLeft()))


class WordingPart(FoldSection):
    """The words proposed in place of the claim's, and the answer to them. `patched(ClaimPatch, field name)`."""

    patched = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Proposed wording"), parent=parent)
        self._words = EditInPlace(
            placeholder=_("What should stand there instead"), name=_("Wording"), is_multiline=True
        )
        self._words.setObjectName("claim-wording")
        self._words.edited.connect(lambda text: self.patched.emit(ClaimPatch(wording=text), "wording"))
        segments = [Segment(answer.value, _(words)) for answer, words in ANSWERS.items()]
        self._answer = SegmentedControl(segments, name=_("Answer to the wording"))
        self._answer.chosen.connect(
            lambda key: self.patched.emit(ClaimPatch(wording_answer=Answer(key)), "wording_answer")
        )
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._words)
        box.addWidget(self._answer)
        self.set_content(content)

    def show_content(self, content: ClaimContent) -> None:
        """Show a claim; words being typed win."""
        detail = content.detail
        self._words.set_text(detail.wording)
        self._answer.set_value(detail.wording_answer.value)
        self._answer.setVisible(bool(detail.wording))
        self.set_summary(_(ANSWERS[detail.wording_answer]) if detail.wording else _("None"))
