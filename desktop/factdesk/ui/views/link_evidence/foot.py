"""The bar at the foot: the passage, the stance, how far to believe it, and the deed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from factdesk.model.enums import Credibility, Reliability, Stance
from factdesk.model.values.evidence import Calculation, EvidenceRow
from factdesk.model.values.sources import SourceRow
from factdesk.ui.actionset import ActionSet
from factdesk.ui.labels import CREDIBILITIES, RELIABILITIES, STANCES
from factdesk.ui.widgets.buttons import Button, StanceButton
from factdesk.ui.widgets.fields import ComboField
from factdesk.ui.widgets.labels import ElidedLabel, label, rule, surface
from factdesk.words import _, ngettext

KEYS = {Stance.SUPPORTS: "S", Stance.REFUTES: "R", Stance.CONTEXT: "C"}


class LinkFoot(QWidget):
    """`linked()` when the deed is asked for; `reliability_chosen(Reliability)`; `cancelled()`."""

    linked = Signal()
    cancelled = Signal()
    reliability_chosen = Signal(object)
    calculation_wanted = Signal()

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "chrome")
        self._deeds = actions
        self._facts = label("", "small")
        self._passage = ElidedLabel("", "evidence_quote")
        self._stances = {stance: StanceButton(stance.value, _(STANCES[stance]), KEYS[stance]) for stance in Stance}
        self.reliability = ComboField(
            [("", _("Reliability")), *((one.value, f"{one} · {_(words)}") for one, words in RELIABILITIES.items())],
            name=_("Reliability of the source"),
        )
        self.credibility = ComboField(
            [("", _("Credibility")), *((one.value, f"{one} · {_(words)}") for one, words in CREDIBILITIES.items())],
            name=_("Credibility of this passage"),
        )
        self.locator, self.note = QLineEdit(), QLineEdit()
        self._calculate = Button(
            "", kind="text", icon="calculator", tooltip=_("Work a number out and keep it with the evidence")
        )
        self._calculate.setAccessibleName(_("Calculation"))
        self.calculation: Calculation | None = None
        self._cancel = Button(_("Cancel"), key="Esc", tooltip=_("Go back without linking"))
        self._link = Button(_("Link"), kind="primary", key="Ctrl+Enter")
        self._arrange()
        self._connect()
        self.reset()

    @property
    def stance(self) -> Stance | None:
        """Give the chosen stance."""
        return next((stance for stance, button in self._stances.items() if button.isChecked()), None)

    def choose(self, stance: Stance) -> None:
        """Choose a stance."""
        for known, button in self._stances.items():
            button.setChecked(known is stance)
        self._renew()

    def reset(self) -> None:
        """Forget what was chosen, for the next piece of evidence."""
        for button in self._stances.values():
            button.setChecked(False)
        self.credibility.set_value("")
        self.locator.clear()
        self.note.clear()
        self.show_calculation(None)
        self.show_passage("", "")

    def show_passage(self, words: str, facts: str) -> None:
        """Show the passage that would be linked; "" when nothing is selected."""
        self._passage.setText(
            _("“{words}”").format(words=" ".join(words.split()))
            if words
            else _("Select the words that bear on the claim.")
        )
        count = len(words.split())
        selected = ngettext("Selected passage · {count} word", "Selected passage · {count} words", count)
        self._facts.setText(f"{selected.format(count=count)}{facts}" if words else _("No passage selected"))
        self._has_words = bool(words.strip())
        self._renew()

    def show_source(self, source: SourceRow | None) -> None:
        """Show how reliable the source was judged to be."""
        self.reliability.setEnabled(source is not None)
        self.reliability.set_value(source.reliability.value if source and source.reliability else "")

    def show_evidence(self, row: EvidenceRow) -> None:
        """Show a piece of evidence that is to be changed."""
        self.choose(row.stance)
        self.credibility.set_value(row.credibility.value if row.credibility else "")
        self.locator.setText(row.locator)
        self.note.setText(row.note)
        self.show_calculation(row.calculation)

    def show_calculation(self, calculation: Calculation | None) -> None:
        """Show the result that will be kept with the evidence."""
        self.calculation = calculation
        words = f"= {calculation.result} {calculation.unit}".strip() if calculation else ""
        self._calculate.set_words(words)
        self._renew()

    def chosen_credibility(self) -> Credibility | None:
        """Give the chosen credibility."""
        return Credibility(self.credibility.value) if self.credibility.value else None

    def set_mode(self, *, is_change: bool) -> None:
        """Say whether a link is made or changed."""
        self._is_change = is_change
        self._renew()

    _is_change = False
    _has_words = False

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._facts)
        words.addWidget(self._passage)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addLayout(words, 1)
        for button in self._stances.values():
            top.addWidget(button)
        self.locator.setPlaceholderText(_("Page, paragraph, time"))
        self.locator.setAccessibleName(_("Locator"))
        self.locator.setFixedWidth(170)
        self.note.setPlaceholderText(_("Note"))
        self.note.setAccessibleName(_("Note"))
        below = QHBoxLayout()
        below.setSpacing(8)
        for field in (self.reliability, self.credibility, self.locator, self.note):
            below.addWidget(field, 1 if field is self.note else 0)
        for deed in (self._calculate, self._cancel, self._link):
            below.addWidget(deed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 10)
        box.setSpacing(8)
        box.addWidget(rule())
        for line in (top, below):
            line.setContentsMargins(20, 0, 20, 0)
            box.addLayout(line)

    def _connect(self) -> None:
        for stance, button in self._stances.items():
            button.clicked.connect(partial(self.choose, stance))
            self._deeds.on(f"stance.{stance}", partial(self.choose, stance))
        self._deeds.on("link.accept", self._on_link)
        self._link.clicked.connect(self._on_link)
        self._cancel.clicked.connect(self.cancelled)
        self._calculate.clicked.connect(self.calculation_wanted)
        self.reliability.chosen.connect(lambda key: self.reliability_chosen.emit(Reliability(key)) if key else None)

    def _on_link(self) -> None:
        if self._link.isEnabled():
            self.linked.emit()

    def _renew(self) -> None:
        stance = self.stance
        if stance is None:
            words = _("Change") if self._is_change else _("Link")
        else:
            pattern = _("Change to “{stance}”") if self._is_change else _("Link as “{stance}”")
            words = pattern.format(stance=_(STANCES[stance]))
        self._link.set_words(words)
        self._link.setEnabled(
            stance is not None and (self._has_words or self._is_change or self.calculation is not None)
        )
