"""The list at the right: claims to decide on with their answers, then those found again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from factdesk.model.values.text import Anchor
from factdesk.model.values.versions import CarriedClaim, CarryOver, PlacementAnswer
from factdesk.ui.theme import theme
from factdesk.ui.views.carry_over.card import Card
from factdesk.ui.views.carry_over.content import CompareContent
from factdesk.ui.views.carry_over.found_again import FoundAgain
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.chips import KeyCap
from factdesk.ui.widgets.labels import label, rule, surface
from factdesk.words import _, ngettext

WIDTH = 396
CARDS_AT_ONCE = 4


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
        self.waiting: list[int] = []
        self._cards: dict[int, Card] = {}
        self._coming: list[Callable[[], None]] = []
        self._chosen = 0
        self._queue = QTimer(self)
        self._queue.setSingleShot(True)
        self._queue.setInterval(0)
        self._queue.timeout.connect(self._add_some)
        self._scroll = QScrollArea()
        self._title, self._facts = label("", "strong"), label("", "text2")
        self._finish = Button("", kind="primary", tooltip=_("Put all answers into force"))
        self._inside = QVBoxLayout()
        self._total = 0
        self._arrange()

    def show_content(self, content: CompareContent, *, may_write: bool) -> None:
        """Show the claims of the older version; answers given so far for the same claims stay."""
        given = {answer.claim_id: answer for answer in self.answers()}
        self._queue.stop()
        while (item := self._inside.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._cards = {}
        self._chosen = 0
        carried = content.carried
        waiting = carried.waiting if carried else ()
        self.waiting = [claim.claim_id for claim in waiting]
        self._coming = [partial(self._add_card, content, claim, given.get(claim.claim_id)) for claim in waiting]
        if carried is not None:
            self._inside.addWidget(FoundAgain(content, carried))
        self._inside.addStretch(1)
        self._add_some()
        self._foot.setVisible(bool(waiting) and may_write)
        self._show_title(carried)
        self._renew()

    def _add_some(self) -> None:
        """Add a few cards; hundreds of them come in the pauses."""
        for _at in range(min(CARDS_AT_ONCE, len(self._coming))):
            self._coming.pop(0)()
        if self._coming:
            self._queue.start()

    def choose(self, claim_id: int) -> None:
        """Mark a card as the one whose words are outlined, and bring it into view."""
        while self._coming and claim_id in self.waiting and claim_id not in self._cards:
            self._coming.pop(0)()
        self._chosen = claim_id
        for known, card in self._cards.items():
            card.set_chosen(known == claim_id)
        if claim_id in self._cards:
            self._scroll.ensureWidgetVisible(self._cards[claim_id], 0, 8)

    def place_by_hand(self, claim_id: int, anchor: Anchor) -> None:
        """Take the words a person selected as the place of a claim."""
        card = self._cards.get(claim_id)
        if card is not None:
            card.take(anchor)

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
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._facts, 1)
        self._keys = (KeyCap("J"), KeyCap("K"))
        for key in self._keys:
            row.addWidget(key)
        head.setFixedHeight(theme().height("pane_bar"))
        holder = QWidget()
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        holder.setLayout(self._inside)
        scroll = self._scroll
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
        self._finish.clicked.connect(self._on_finish)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (head, rule(), scroll, rule(), self._foot):
            box.addWidget(widget, 1 if widget is scroll else 0)
        for at in range(3):
            QShortcut(QKeySequence(f"Alt+{at + 1}"), self).activated.connect(partial(self._answer_chosen, at))

    def _add_card(self, content: CompareContent, claim: CarriedClaim, given: PlacementAnswer | None) -> None:
        card = Card(content, claim)
        card.answered.connect(self._renew)
        card.chosen.connect(partial(self.chosen.emit, claim.claim_id))
        card.by_hand_wanted.connect(partial(self.by_hand_wanted.emit, claim.claim_id))
        card.set_chosen(claim.claim_id == self._chosen)
        self._inside.insertWidget(len(self._cards), card)
        self._cards[claim.claim_id] = card
        if given is not None:
            card.restore(given)

    def _show_title(self, carried: CarryOver | None) -> None:
        self._total = len(carried.claims) if carried else 0
        for key in self._keys:
            key.setVisible(bool(self.waiting))

    def _renew(self) -> None:
        """Say how many are decided and how many are left."""
        waiting, decided = len(self.waiting), len(self.answers())
        self._title.setText(_("Decide {count}").format(count=waiting) if waiting else _("Claims"))
        words = ngettext("of {count} claim", "of {count} claims", self._total).format(count=self._total)
        if decided:
            words += " · " + ngettext("{count} decided", "{count} decided", decided).format(count=decided)
        self._facts.setText(words if waiting else str(self._total))
        left = waiting - decided
        self._finish.set_words(_("Finish · {count} left").format(count=left) if left else _("Finish"))
        self._finish.setEnabled(bool(waiting) and not left)

    def _on_finish(self) -> None:
        """Hand over the answers, once."""
        self._finish.setEnabled(False)
        self.finished.emit(self.answers())

    def _answer_chosen(self, at: int) -> None:
        card = self._cards.get(self._chosen)
        if card is not None:
            card.click(at)
