"""Working a number out: inputs by name, an expression, the result as it is typed; kept as evidence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from factdesk.errors import FactdeskError, UserError
from factdesk.model.values.evidence import Calculation, CalculationInput
from factdesk.tasks.runner import Runner
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.dialogs import DialogBase
from factdesk.ui.widgets.labels import Caption, label, rule
from factdesk.words import _

NAMES = "abcdefghijklmnopqrst"


class CalculationDialog(DialogBase):
    """`worked_out(Calculation)` when it is accepted; `work_out` is the library's own arithmetic, run on a lane."""

    worked_out = Signal(object)

    def __init__(
        self,
        *,
        runner: Runner,
        work_out: Callable[[Calculation], Calculation],
        first: CalculationInput | None = None,
        calculation: Calculation | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Calculation"), parent, width=640, primary=_("Use calculation"), cancel=_("Cancel"))
        self._runner = runner
        self._work_out = work_out
        self._result: Calculation | None = None
        self._lines: list[_InputLine] = []
        self.question, self.expression, self.unit = QLineEdit(), QLineEdit(), QLineEdit()
        self._grid = QGridLayout()
        self._shown, self._trouble = label("", "page_title"), label("", "danger", wrap=True)
        self._arrange()
        if calculation is not None:
            self._show(calculation)
        else:
            for at in range(2):
                self._add(first if at == 0 else None)
        self._renew()
        self.question.setFocus()

    def accept(self) -> None:
        """Give the calculation with its result."""
        if self._result is not None:
            self.worked_out.emit(self._result)
            super().accept()

    def calculation(self) -> Calculation:
        """Give what is filled in, without its result."""
        inputs = tuple(line.value() for line in self._lines if line.number.text().strip())
        return Calculation(
            self.question.text().strip(), inputs, self.expression.text().strip(), "", self.unit.text().strip()
        )

    def _arrange(self) -> None:
        self.question.setPlaceholderText(_("What is to be worked out"))
        self.question.setAccessibleName(_("Question"))
        self.expression.setPlaceholderText(_("a ÷ b, (a − b) ÷ b × 100, sum(a, b, c)"))
        self.expression.setAccessibleName(_("Expression"))
        self.unit.setPlaceholderText(_("Unit"))
        self.unit.setAccessibleName(_("Unit"))
        self.unit.setFixedWidth(110)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        more = Button(_("Add a number"), kind="text", icon="plus", tooltip=_("One more input"))
        more.clicked.connect(lambda: self._add(None))
        line = QHBoxLayout()
        line.addWidget(self.expression, 1)
        line.addWidget(self.unit)
        result = QHBoxLayout()
        result.addWidget(label(_("Result"), "text2"))
        result.addWidget(self._shown)
        result.addStretch(1)
        self.body.setSpacing(10)
        self.body.addWidget(self.question)
        self.body.addWidget(Caption(_("Numbers")))
        self.body.addLayout(self._grid)
        self.body.addWidget(more)
        self.body.addWidget(Caption(_("Expression")))
        self.body.addLayout(line)
        self.body.addWidget(rule())
        self.body.addLayout(result)
        self.body.addWidget(self._trouble)
        for field in (self.expression, self.question, self.unit):
            field.textChanged.connect(lambda _words: self._renew())

    def _add(self, first: CalculationInput | None) -> None:
        if len(self._lines) == len(NAMES):
            return
        line = _InputLine(NAMES[len(self._lines)])
        if first is not None:
            line.show_value(first)
        at = len(self._lines)
        self._lines.append(line)
        for column, widget in enumerate((line.name, line.words, line.number, line.unit)):
            self._grid.addWidget(widget, at, column)
        before: QWidget = self._lines[at - 1].unit if at else self.question
        for field in (line.words, line.number, line.unit):
            QWidget.setTabOrder(before, field)
            before = field
        for field in (line.words, line.number, line.unit):
            field.textChanged.connect(lambda _words: self._renew())

    def _show(self, calculation: Calculation) -> None:
        self.question.setText(calculation.question)
        self.expression.setText(calculation.expression)
        self.unit.setText(calculation.unit)
        for one in calculation.inputs:
            self._add(one)

    def _renew(self) -> None:
        self._result = None
        self.primary.setEnabled(False)
        wanted = self.calculation()
        if not wanted.expression or not wanted.inputs:
            self._shown.setText("–")
            self._trouble.setText("")
            return
        self._runner.latest("calculation", self._work_out, wanted, on_done=self._on_worked_out, on_error=self._on_error)

    def _on_worked_out(self, calculation: Calculation) -> None:
        self._result = calculation
        self._shown.setText(f"{calculation.result} {calculation.unit}".strip())
        self._trouble.setText("")
        self.primary.setEnabled(True)

    def _on_error(self, error: FactdeskError) -> None:
        self._shown.setText("–")
        self._trouble.setText(str(error) if isinstance(error, UserError) else _("This cannot be worked out."))


class _InputLine:
    """One input: its letter, what it is, its number, its unit."""

    def __init__(self, name: str) -> None:
        self._given: CalculationInput | None = None
        self.name = label(name, "strong")
        self.words, self.number, self.unit = QLineEdit(), QLineEdit(), QLineEdit()
        for field, caption, width in (
            (self.words, _("What it is"), 0),
            (self.number, _("Number"), 150),
            (self.unit, _("Unit"), 110),
        ):
            field.setPlaceholderText(caption)
            field.setAccessibleName(f"{caption} {name}")
            if width:
                field.setFixedWidth(width)

    def show_value(self, given: CalculationInput) -> None:
        """Show an input that is known, with where it was read."""
        self._given = given
        self.words.setText(given.label)
        self.number.setText(given.value)
        self.unit.setText(given.unit)

    def value(self) -> CalculationInput:
        """Give the input; where it was read stays with a number that was not changed."""
        number = self.number.text().strip()
        is_same = self._given is not None and self._given.value == number
        return CalculationInput(
            self.name.text(),
            self.words.text().strip(),
            number,
            self.unit.text().strip(),
            self._given.source_id if is_same and self._given else None,
            self._given.anchor if is_same and self._given else None,
        )
