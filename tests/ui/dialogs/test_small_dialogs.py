"""About, and what a check found."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from factdesk import __version__
from factdesk.model.values.desk import Problem
from factdesk.ui.dialogs.about import AboutDialog
from factdesk.ui.dialogs.problems import ProblemsDialog, is_serious
from factdesk.ui.widgets.notices import EmptyState

FOUND = (
    Problem("index_missing", "C-2", "Search does not know C-2; rebuild the index."),
    Problem("original_missing", "A-3", "The original of A-3 is missing from the library (9f3c51ae02b1)."),
    Problem("chain_broken", "41", "Line 41 of the history does not match."),
)


def click(dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_about_copies_versions_and_folders(host: QWidget) -> None:
    dialog = AboutDialog(host)
    click(dialog, "about-copy")
    copied = QApplication.clipboard().text()
    assert copied == dialog.details
    assert f"Version: {__version__}" in copied
    assert "settings.json" in copied


def test_a_clean_check_says_that_everything_matches(host: QWidget) -> None:
    dialog = ProblemsDialog((), parent=host)
    said = dialog.findChild(EmptyState)
    assert said is not None
    assert said.accessibleName() == "Everything matches"


def test_problems_are_listed_the_serious_first(host: QWidget) -> None:
    dialog = ProblemsDialog(FOUND, parent=host)
    assert dialog.windowTitle() == "3 problems found"
    rows = [dialog.model.row_at(dialog.model.index(row, 0)) for row in range(dialog.model.rowCount())]
    assert [row.id for row in rows if row] == ["A-3", "41", "C-2"]


def test_the_list_of_problems_can_be_copied(host: QWidget) -> None:
    click(ProblemsDialog(FOUND, parent=host), "problems-copy")
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == len(FOUND)
    assert lines[1] == "A-3: The original of A-3 is missing from the library (9f3c51ae02b1)."


@pytest.mark.parametrize(("problem", "expected"), list(zip(FOUND, (False, True, True), strict=True)))
def test_only_an_index_is_mild(problem: Problem, expected: bool) -> None:
    assert is_serious(problem) is expected
