"""The bar at the foot in coverage mode: the current sentence, and what to do with it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factdesk.model.enums import SentenceState
from factdesk.model.values.text import Coverage, Sentence
from factdesk.ui.actionset import ActionSet
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.labels import label, rule, surface
from factdesk.words import _


class CoverageFoot(QWidget):
    """Skip, nothing to check, mark claim."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "chrome")
        self.setFixedHeight(theme().height("page_bar"))
        self._words = label("", "medium")
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 16, 0)
        bar.setSpacing(8)
        bar.addWidget(self._words, 1)
        for action_id, words, key, kind in (
            ("coverage.next", _("Skip"), "N", "text"),
            ("coverage.strike", _("Nothing to check"), "X", "plain"),
            ("claim.mark", _("Mark claim"), "M", "primary"),
        ):
            action = actions[action_id]
            button = Button(words, kind=kind, key=key, tooltip=action.toolTip())
            button.setEnabled(action.isEnabled())
            action.enabledChanged.connect(button.setEnabled)
            button.clicked.connect(action.trigger)
            bar.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rule())
        box.addLayout(bar, 1)

    def show_sentence(self, coverage: Coverage, sentence: Sentence | None) -> None:
        """Say where the current sentence stands, or that all are dealt with."""
        if sentence is None:
            left = coverage.count(SentenceState.OPEN)
            self._words.setText(_("Every sentence is dealt with") if not left else _("Choose a sentence"))
            return
        words = {
            SentenceState.OPEN: _("Sentence {number} is open"),
            SentenceState.CLAIMED: _("Sentence {number} holds a claim"),
            SentenceState.STRUCK: _("Sentence {number} needs no check"),
        }[sentence.state]
        self._words.setText(words.format(number=sentence.number))
