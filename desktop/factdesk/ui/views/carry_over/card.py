"""One claim to decide on: what became of its words, and three answers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from factdesk.model.enums import AnchorState, Kind
from factdesk.model.ids import public_id
from factdesk.model.values.text import Anchor
from factdesk.model.values.versions import CarriedClaim, Placement, PlacementAnswer
from factdesk.ui.theme import theme
from factdesk.ui.views.carry_over.content import CompareContent, nearest_of
from factdesk.ui.widgets.chips import KeyCap, ShapeLabel
from factdesk.ui.widgets.diff_label import DiffLabel
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import label, rule
from factdesk.words import _

ANSWER_HEIGHT = 32
WORDS_MOST = 36


class Card(QFrame):
    """Nothing is chosen beforehand; `answered` whenever the answer changes, `by_hand_wanted` to select words."""

    answered = Signal()
    chosen = Signal()
    by_hand_wanted = Signal()

    def __init__(self, content: CompareContent, claim: CarriedClaim) -> None:
        super().__init__()
        self._claim = claim
        self._is_chosen = False
        self._anchor: Anchor | None = None
        self._group = QButtonGroup(self)
        is_orphan = claim.found.state is AnchorState.ORPHAN
        self._placements = (Placement.CLOSE if is_orphan else Placement.MOVE, Placement.KEEP, Placement.BY_HAND)
        self._rows: list[_AnswerRow] = []
        self.setObjectName(f"decide-{public_id(Kind.CLAIM, claim.claim_id)}")
        self._arrange(content, is_orphan)

    @property
    def answer(self) -> PlacementAnswer | None:
        """Give the answer, None while there is none (by hand needs selected words)."""
        at = self._group.checkedId()
        if at < 0:
            return None
        placement = self._placements[at]
        is_by_hand = placement is Placement.BY_HAND
        if is_by_hand and self._anchor is None:
            return None
        return PlacementAnswer(self._claim.claim_id, placement, self._anchor if is_by_hand else None)

    def restore(self, answer: PlacementAnswer) -> None:
        """Show an answer given before the list was read again."""
        if answer.placement not in self._placements:
            return
        if answer.anchor is not None:
            self._show_anchor(answer.anchor)
        self._rows[self._placements.index(answer.placement)].radio.setChecked(True)

    def take(self, anchor: Anchor) -> None:
        """Take words selected by hand."""
        self._show_anchor(anchor)
        self.answered.emit()

    def click(self, at: int) -> None:
        """Choose the answer number `at`."""
        self._rows[at].radio.click()

    def set_chosen(self, is_chosen: bool) -> None:
        """Show whether the texts outline this claim's words; its keys are then printed."""
        self._is_chosen = is_chosen
        for row in self._rows:
            row.key.setVisible(is_chosen)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the claim wherever its card is hit."""
        self.chosen.emit()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the chosen one, with its bar."""
        del event
        if self._is_chosen:
            style, painter = theme(), QPainter(self)
            painter.fillRect(self.rect(), style.colour("accent_tint"))
            painter.fillRect(QRectF(0, 0, style.px(3), self.height()), style.colour("accent"))

    def _show_anchor(self, anchor: Anchor) -> None:
        self._anchor = anchor
        words = " ".join(anchor.exact.split())
        shown = words if len(words) <= WORDS_MOST else words[: WORDS_MOST - 1] + "…"
        self._rows[2].radio.setText(_("Placed on “{words}”").format(words=shown))
        self._rows[2].radio.setToolTip(words)

    def _arrange(self, content: CompareContent, is_orphan: bool) -> None:
        claim, found = self._claim, self._claim.found
        head = QHBoxLayout()
        shape = f"verdict:{content.look(claim)}"
        head.addWidget(ShapeLabel(shape, _("Claim {number}").format(number=claim.number), strong=True))
        head.addWidget(label(public_id(Kind.CLAIM, claim.claim_id), "text3"), 1)
        icon, word = ("unlink", _("Orphan")) if is_orphan else ("pencil-line", _("Changed"))
        head.addWidget(IconLabel(icon, word, ink="warn", role="warn"))
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addWidget(DiffLabel(found.diff) if found.diff else DiffLabel.removed(claim.old.exact))
        inside.addWidget(label(facts(content, claim), "small", wrap=True))
        inside.addSpacing(2)
        inside.addWidget(self._answers(content.old.version.number, is_orphan))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(inside)
        box.addWidget(rule())

    def _answers(self, old_number: int, is_orphan: bool) -> QWidget:
        frame = QFrame()
        frame.setProperty("frame", "field")
        box = QVBoxLayout(frame)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        words = (
            _("Close: the words are gone") if is_orphan else _("Move to the new words, review again"),
            _("Keep on version {number}").format(number=old_number),
            _("Place by hand…"),
        )
        for at, text in enumerate(words):
            row = _AnswerRow(text, f"Alt+{at + 1}")
            self._rows.append(row)
            self._group.addButton(row.radio, at)
            if at:
                box.addWidget(rule())
            box.addWidget(row)
            row.radio.clicked.connect(partial(self._on_clicked, at))
        return frame

    def _on_clicked(self, at: int, _checked: bool = False) -> None:
        self.chosen.emit()
        if self._placements[at] is Placement.BY_HAND:
            self.by_hand_wanted.emit()
        self.answered.emit()


class _AnswerRow(QWidget):
    """One answer: a radio button over the whole width, tinted while it is chosen, and its key."""

    def __init__(self, text: str, key: str) -> None:
        super().__init__()
        self.radio = QRadioButton(text)
        self.key = KeyCap(key)
        self.setFixedHeight(theme().px(ANSWER_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 8, 0)
        row.addWidget(self.radio, 1)
        row.addWidget(self.key)
        self.radio.toggled.connect(self._on_toggled)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose wherever the row is hit."""
        del event
        self.radio.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the answer that is chosen."""
        del event
        style = theme()
        name = "accent_tint2" if self.radio.isChecked() else "base"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(style.colour(name))
        painter.setBrush(style.colour(name))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _on_toggled(self, is_on: bool) -> None:
        self.radio.setFont(theme().font("body_strong" if is_on else "body"))
        self.update()


def facts(content: CompareContent, claim: CarriedClaim) -> str:
    """Say how much of the words was found, and what that means for the verdict."""
    found, verdict = claim.found, content.verdict_words(claim)
    given = _("The verdict {verdict} was given on the old words.").format(verdict=verdict) if verdict else ""
    if found.state is AnchorState.CHANGED:
        if found.likeness >= 1:
            return _("The same words stand in more than one place. Say which is meant.")
        words = _("{percent} % of the words found.").format(percent=int(100 * found.likeness))
        return f"{words} {given}".strip()
    nearest = nearest_of(claim)
    if nearest is None:
        return _("Not in version {number}.").format(number=content.new.version.number)
    words = " ".join(nearest.exact.split())[:120]
    pattern = _("Not in version {number}. Nearest: “{words}”, outlined in the text.")
    return pattern.format(number=content.new.version.number, words=words)
