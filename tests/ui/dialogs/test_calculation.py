"""The calculation dialog: the library's own arithmetic as it is typed, its errors in place."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.library import Library
from factdesk.model.values.evidence import Calculation, CalculationInput
from factdesk.model.values.text import Anchor
from factdesk.tasks.runner import Runner
from factdesk.ui.dialogs.calculation import CalculationDialog

READ = CalculationInput("a", "Cargo", "412318", "t", 1, Anchor("412318", "", "", 0, 6))


def dialog_of(library: Library, runner: Runner, host: QWidget, **over: object) -> CalculationDialog:
    made = CalculationDialog(runner=runner, work_out=library.evidence.work_out, parent=host, **over)  # type: ignore[arg-type]
    made.open()
    return made


def fill(dialog: CalculationDialog, numbers: tuple[str, ...], expression: str) -> None:
    for line, number in zip(dialog._lines, numbers, strict=False):
        line.number.setText(number)
    dialog.expression.setText(expression)


CASES = [
    (("171", "118"), "a / b", "1.449"),
    (("171", "118"), "(a − b) ÷ b × 100", "44.9"),
    (("2", "3"), "sum(a, b)", "5"),
]


@pytest.mark.parametrize("case", CASES, ids=[case[1] for case in CASES])
def test_result_comes_as_it_is_typed(
    case: tuple[tuple[str, ...], str, str], library: Library, runner: Runner, host: QWidget, qtbot: QtBot
) -> None:
    numbers, expression, result = case
    dialog = dialog_of(library, runner, host)
    fill(dialog, numbers, expression)
    qtbot.waitUntil(lambda: dialog._shown.text().startswith(result))
    told: list[Calculation] = []
    dialog.worked_out.connect(told.append)
    dialog.accept()
    assert told[0].result.startswith(result)


@pytest.mark.parametrize("expression", ["a / 0", "a +", "__import__('os')", "c + 1"])
def test_what_cannot_be_worked_out_says_why_and_is_not_used(
    expression: str, library: Library, runner: Runner, host: QWidget, qtbot: QtBot
) -> None:
    dialog = dialog_of(library, runner, host)
    fill(dialog, ("1", "2"), expression)
    qtbot.waitUntil(lambda: dialog._trouble.text() != "")
    assert not dialog.primary.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()


def test_number_keeps_where_it_was_read_until_it_is_changed(
    library: Library, runner: Runner, host: QWidget, qtbot: QtBot
) -> None:
    dialog = dialog_of(library, runner, host, first=READ)
    assert dialog.calculation().inputs == (READ,)
    dialog._lines[0].number.setText("412319")
    assert dialog.calculation().inputs[0].anchor is None
    dialog.reject()


def test_calculation_is_shown_again_for_a_change(library: Library, runner: Runner, host: QWidget, qtbot: QtBot) -> None:
    known = library.evidence.work_out(Calculation("Twice?", (READ,), "a * 2", "", "t"))
    dialog = dialog_of(library, runner, host, calculation=known)
    qtbot.waitUntil(lambda: dialog._shown.text() == f"{known.result} t")
    assert dialog.calculation().question == "Twice?"
    dialog.reject()


def test_inputs_can_be_added_up_to_the_last_letter(
    library: Library, runner: Runner, host: QWidget, qtbot: QtBot
) -> None:
    dialog = dialog_of(library, runner, host)
    for _time in range(30):
        dialog._add(None)
    assert len(dialog._lines) == 20
    assert dialog._lines[-1].name.text() == "t"
    dialog.reject()
