"""The bar at the foot in coverage mode: the current sentence, and what to do with it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factdesk.model.enums import SentenceState
from factdesk.model.values.text import Coverage, Sentence
from factdesk.ui.actionset import ActionSet
from factdesk.ui.theme import theme
from factdesk.ui.widgets.action_button import ActionButton
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import rule, surface
from factdesk.words import _

MARGIN = 16
GAP = 8


class CoverageFoot(QWidget):
    """Skip, nothing to check, mark claim."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "chrome")
        self.setFixedHeight(theme().height("page_bar"))
        self._words = IconLabel("scan", ink="accent", role="medium", size=16)
        self._buttons: list[ActionButton] = []
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 0, MARGIN, 0)
        bar.setSpacing(GAP)
        bar.addWidget(self._words)
        bar.addStretch(1)
        for action_id, words, kind in (
            ("coverage.next", _("Skip"), "text"),
            ("coverage.strike", _("Nothing to check"), "plain"),
            ("claim.mark", _("Mark claim"), "primary"),
        ):
            button = ActionButton(actions[action_id], words, kind=kind)
            self._buttons.append(button)
            bar.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rule())
        box.addLayout(bar, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys out, then the words at the left, where a language needs the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for has_keys, has_words in ((True, True), (False, True), (True, False), (False, False)):
            for button in self._buttons:
                button.set_shows_key(has_keys)
            self._words.setVisible(has_words)
            needed = sum(button.sizeHint().width() + GAP for button in self._buttons) + 2 * MARGIN
            if needed + (self._words.sizeHint().width() if has_words else 0) <= self.width():
                return

    def show_sentence(self, coverage: Coverage, sentence: Sentence | None) -> None:
        """Say where the current sentence stands, or that all are dealt with."""
        if sentence is None:
            left = coverage.count(SentenceState.OPEN)
            is_whole = not left
            words = _("Every sentence is dealt with") if is_whole else _("Choose a sentence")
            self._words.set("check" if is_whole else "scan", words)
            self._fit()
            return
        words = {
            SentenceState.OPEN: _("Sentence {number} is open"),
            SentenceState.CLAIMED: _("Sentence {number} holds a claim"),
            SentenceState.STRUCK: _("Sentence {number} needs no check"),
        }[sentence.state]
        icon = {SentenceState.OPEN: "scan", SentenceState.CLAIMED: "highlighter"}.get(sentence.state, "strikethrough")
        self._words.set(icon, words.format(number=sentence.number))
        self._fit()
