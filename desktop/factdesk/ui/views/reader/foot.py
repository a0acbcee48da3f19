"""The bar at the foot in coverage mode: the current sentence, and what to do with it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factdesk.model.enums import SentenceState
from factdesk.model.values.text import Coverage, Sentence
from factdesk.ui.actionset import ActionSet
from factdesk.ui.theme import theme
from factdesk.ui.widgets.action_button import ActionButton
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import rule, surface
from factdesk.words import _


class CoverageFoot(QWidget):
    """Skip, nothing to check, mark claim."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "chrome")
        self.setFixedHeight(theme().height("page_bar"))
        self._words = IconLabel("scan", ink="accent", role="medium", size=16)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 16, 0)
        bar.setSpacing(8)
        bar.addWidget(self._words)
        bar.addStretch(1)
        for action_id, words, kind in (
            ("coverage.next", _("Skip"), "text"),
            ("coverage.strike", _("Nothing to check"), "plain"),
            ("claim.mark", _("Mark claim"), "primary"),
        ):
            bar.addWidget(ActionButton(actions[action_id], words, kind=kind))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rule())
        box.addLayout(bar, 1)

    def show_sentence(self, coverage: Coverage, sentence: Sentence | None) -> None:
        """Say where the current sentence stands, or that all are dealt with."""
        if sentence is None:
            left = coverage.count(SentenceState.OPEN)
            is_whole = not left
            words = _("Every sentence is dealt with") if is_whole else _("Choose a sentence")
            self._words.set("check" if is_whole else "scan", words)
            return
        words = {
            SentenceState.OPEN: _("Sentence {number} is open"),
            SentenceState.CLAIMED: _("Sentence {number} holds a claim"),
            SentenceState.STRUCK: _("Sentence {number} needs no check"),
        }[sentence.state]
        icon = {SentenceState.OPEN: "scan", SentenceState.CLAIMED: "highlighter"}.get(sentence.state, "strikethrough")
        self._words.set(icon, words.format(number=sentence.number))
