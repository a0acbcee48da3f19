"""The list at the right: claims to decide on with their answers, then those found again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from factdesk.model.enums import AnchorState, Kind
from factdesk.model.ids import public_id
from factdesk.model.values.text import Anchor
from factdesk.model.values.versions import CarriedClaim, CarryOver, Placement, PlacementAnswer
from factdesk.ui.theme import theme
from factdesk.ui.views.carry_over.content import CompareContent
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.chips import KeyCap, ShapeLabel
from factdesk.ui.widgets.diff_label import DiffLabel
from factdesk.ui.widgets.fold import FoldSection
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import ElidedLabel, label, rule, surface
from factdesk.words import _, ngettext

WIDTH = 396


class DecisionsPart(QWidget):
    """`chosen(claim id)`, `finished(answers)`, `later()`; nothing is preselected and nothing moves before Finish."""

    chosen = Signal(int)
    finished = Signal(object)
    later = Signal()
    by_hand_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        surface(self, "base")
        self._cards: dict[int, _Card] = {}
        self._title, self._facts = label("", "strong"), label("", "text2")
        self._finish = Button("", kind="primary", tooltip=_("Put all answers into force"))
        self._inside = QVBoxLayout()
        self._arrange()

    def show_content(self, content: CompareContent, *, may_write: bool) -> None:
        """Show the claims of the older version; answers given so far for the same claims stay."""
        given = {claim_id: card.answer for claim_id, card in self._cards.items()}
        while (item := self._inside.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._cards = {}
        carried = content.carried
        waiting = carried.waiting if carried else ()
        for claim in waiting:
            self._add_card(content, claim, given.get(claim.claim_id))
        if carried is not None:
            self._inside.addWidget(_found_again(content, carried))
        self._inside.addStretch(1)
        self._foot.setVisible(bool(waiting) and may_write)
        self._show_title(carried)
        self._renew()

    def choose(self, claim_id: int) -> None:
        """Mark a card as the one whose words are outlined."""
        for known, card in self._cards.items():
            card.set_chosen(known == claim_id)

    def place_by_hand(self, claim_id: int, anchor: Anchor) -> None:
        """Take the words a person selected as the place of a claim."""
        card = self._cards.get(claim_id)
        if card is not None:
            card.take(anchor)

    @property
    def waiting(self) -> list[int]:
        """Give the claims to decide on, in order."""
        return list(self._cards)

    def answer_all(self) -> None:
        """Give every claim its first answer (move, or close)."""
        for card in self._cards.values():
            card.click(0)

    def answers(self) -> tuple[PlacementAnswer, ...]:
        """Give the answers so far."""
        return tuple(card.answer for card in self._cards.values() if card.answer is not None)

    def _arrange(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self._title)
        row.addWidget(self._facts, 1)
        head.setFixedHeight(theme().height("pane_bar"))
        holder = QWidget()
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        holder.setLayout(self._inside)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(surface(holder, "base"))
        self._foot = QWidget()
        surface(self._foot, "chrome")
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(label(_("Nothing moves until you finish."), "small", wrap=True), 1)
        later = Button(_("Later"), tooltip=_("Go back; the claims keep waiting"))
        later.clicked.connect(self.later)
        row.addWidget(later)
        row.addWidget(self._finish)
        self._foot.setFixedHeight(theme().height("dialog_foot"))
        self._finish.clicked.connect(lambda: self.finished.emit(self.answers()))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (head, rule(), scroll, rule(), self._foot):
            box.addWidget(widget, 1 if widget is scroll else 0)
        for key, placement in enumerate((0, 1, 2), start=1):
            QShortcut(QKeySequence(f"Alt+{key}"), self).activated.connect(partial(self._answer_chosen, placement))

    def _add_card(self, content: CompareContent, claim: CarriedClaim, given: PlacementAnswer | None) -> None:
        card = _Card(claim, content.look(claim), content.old.version.number)
        card.answered.connect(self._renew)
        card.chosen.connect(partial(self.chosen.emit, claim.claim_id))
        card.by_hand_wanted.connect(partial(self.by_hand_wanted.emit, claim.claim_id))
        self._cards[claim.claim_id] = card
        self._inside.addWidget(card)
        if given is not None:
            card.restore(given)

    def _show_title(self, carried: CarryOver | None) -> None:
        waiting = len(self._cards)
        total = len(carried.claims) if carried else 0
        self._title.setText(_("Decide {count}").format(count=waiting) if waiting else _("Claims"))
        self._facts.setText(
            ngettext("of {count} claim", "of {count} claims", total).format(count=total) if waiting else str(total)
        )

    def _renew(self) -> None:
        left = len(self._cards) - len(self.answers())
        self._finish.set_words(_("Finish · {count} left").format(count=left) if left else _("Finish"))
        self._finish.setEnabled(bool(self._cards) and not left)

    def _answer_chosen(self, at: int) -> None:
        for card in self._cards.values():
            if card.is_chosen:
                card.click(at)


class _Card(QFrame):
    """One claim to decide on: what became of its words, and three answers."""

    answered = Signal()
    chosen = Signal()
    by_hand_wanted = Signal()

    def __init__(self, claim: CarriedClaim, look: str, old_number: int) -> None:
        super().__init__()
        self._claim = claim
        self.is_chosen = False
        self._anchor: Anchor | None = None
        self._group = QButtonGroup(self)
        is_orphan = claim.found.state is AnchorState.ORPHAN
        self._placements = (
            Placement.CLOSE if is_orphan else Placement.MOVE,
            Placement.KEEP,
            Placement.BY_HAND,
        )
        self._radios: list[QRadioButton] = []
        self._arrange(look, old_number, is_orphan)

    @property
    def answer(self) -> PlacementAnswer | None:
        """Give the answer, None while there is none (by hand needs selected words)."""
        at = self._group.checkedId()
        if at < 0:
            return None
        placement = self._placements[at]
        if placement is Placement.BY_HAND and self._anchor is None:
            return None
        return PlacementAnswer(
            self._claim.claim_id, placement, self._anchor if placement is Placement.BY_HAND else None
        )

    def restore(self, answer: PlacementAnswer) -> None:
        """Show an answer given before the list was read again."""
        self._anchor = answer.anchor
        if answer.placement in self._placements:
            self._radios[self._placements.index(answer.placement)].setChecked(True)

    def take(self, anchor: Anchor) -> None:
        """Take words selected by hand."""
        self._anchor = anchor
        self._radios[2].setText(_("Placed on “{words}”").format(words=anchor.exact[:40]))
        self.answered.emit()

    def click(self, at: int) -> None:
        """Choose the answer number `at`."""
        self._radios[at].click()

    def set_chosen(self, is_chosen: bool) -> None:
        """Show whether the texts outline this claim's words."""
        self.is_chosen = is_chosen
        self.setProperty("chosen", is_chosen)
        surface(self, "accent_tint" if is_chosen else "base")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the claim wherever its card is hit."""
        self.chosen.emit()
        super().mousePressEvent(event)

    def _arrange(self, look: str, old_number: int, is_orphan: bool) -> None:
        claim, found = self._claim, self._claim.found
        head = QHBoxLayout()
        head.addWidget(ShapeLabel(f"verdict:{look}", _("Claim {number}").format(number=claim.number), strong=True))
        head.addWidget(label(public_id(Kind.CLAIM, claim.claim_id), "text3"), 1)
        head.addWidget(
            IconLabel("unlink" if is_orphan else "pencil-line", _("Orphan") if is_orphan else _("Changed"), ink="warn")
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 14)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(DiffLabel(found.diff) if found.diff else DiffLabel.removed(claim.old.exact))
        box.addWidget(label(_facts(claim), "small", wrap=True))
        words = (
            _("Close: the words are gone") if is_orphan else _("Move to the new words, review again"),
            _("Keep on version {number}").format(number=old_number),
            _("Place by hand…"),
        )
        for at, text in enumerate(words):
            radio = QRadioButton(text)
            self._group.addButton(radio, at)
            self._radios.append(radio)
            line = QHBoxLayout()
            line.addWidget(radio, 1)
            line.addWidget(KeyCap(f"Alt+{at + 1}"))
            box.addLayout(line)
        self._group.idClicked.connect(self._on_clicked)
        box.addWidget(rule())

    def _on_clicked(self, at: int) -> None:
        self.chosen.emit()
        if self._placements[at] is Placement.BY_HAND:
            self.by_hand_wanted.emit()
        self.answered.emit()


def _facts(claim: CarriedClaim) -> str:
    found = claim.found
    percent = int(100 * found.likeness)
    if found.state is AnchorState.CHANGED:
        if found.likeness >= 1:
            return _("The same words stand in more than one place. Say which is meant.")
        return _("{percent} % of the words found. The verdict was given on the old words.").format(percent=percent)
    if found.nearest is not None:
        nearest = " ".join(found.nearest.exact.split())[:120]
        return _("Not in the new version. Nearest: “{words}”, outlined in the text.").format(words=nearest)
    return _("Not in the new version.")


def _found_again(content: CompareContent, carried: CarryOver) -> QWidget:
    decided = [claim for claim in carried.claims if claim.is_decided]
    section = FoldSection(_("Found again"), is_open=True)
    section.set_count(len(decided))
    inside = QWidget()
    box = QVBoxLayout(inside)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    for claim in decided:
        line = QHBoxLayout()
        line.addWidget(ShapeLabel(f"verdict:{content.look(claim)}", str(claim.number)))
        line.addWidget(ElidedLabel(" ".join(claim.old.exact.split())), 1)
        is_same = claim.found.state is AnchorState.ANCHORED and claim.found.likeness >= 1
        line.addWidget(IconLabel("check", _("word for word") if is_same else _("decided"), role="small"))
        box.addLayout(line)
    section.set_content(inside)
    return section
