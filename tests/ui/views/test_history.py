"""The history: its lines and days, what is undone, paging, the chain, going to what a line is about."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from conftest import Clock
from factdesk.library.library import Library
from factdesk.model.ids import ClaimId
from factdesk.model.values.claims import ClaimPatch
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.itemmodels.history import HistoryLine
from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.views.history import HistoryView
from ui.small_library import went_to

Make = Callable[[], HistoryView]


@pytest.fixture
def make(host: QWidget, library: Library, runner: Runner, bus: Bus, navigator: Navigator) -> Make:
    def made() -> HistoryView:
        view = HistoryView(library=library, runner=runner, bus=bus, navigator=navigator)
        box = QVBoxLayout(host)
        box.addWidget(view)
        return view

    return made


@pytest.fixture
def view(make: Make, qtbot: QtBot) -> HistoryView:
    made = make()
    qtbot.waitUntil(lambda: made.table.lines.rowCount() > 0)
    return made


def lines(view: HistoryView) -> list[HistoryLine]:
    model = view.table.lines
    cells = [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]
    return [cell for cell in cells if isinstance(cell, HistoryLine)]


def captions(view: HistoryView) -> list[Caption]:
    model = view.table.lines
    cells = [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]
    return [cell for cell in cells if isinstance(cell, Caption)]


def test_lines_are_newest_first_under_their_day(view: HistoryView, library: Library) -> None:
    assert [line.row for line in lines(view)] == list(library.history.rows())
    (day,) = captions(view)
    assert day.text.startswith("Monday, 2 March 2026")
    assert day.count == len(lines(view))


def test_a_line_says_the_deed_in_words(view: HistoryView) -> None:
    deeds = {line.row.subject: line.deed for line in lines(view) if line.row.verb == "mark_claim"}
    assert deeds == {"C-1": "Mark claim", "C-2": "Mark claim"}


def test_another_day_has_its_own_caption(make: Make, library: Library, clock: Clock, qtbot: QtBot) -> None:
    clock.advance(days=1)
    library.claims.edit(ClaimId(2), ClaimPatch(statement="Ships waited."))
    view = make()
    qtbot.waitUntil(lambda: len(captions(view)) == 2)
    assert captions(view)[0].count == 1


def test_what_is_done_meanwhile_comes_on_top(view: HistoryView, library: Library, qtbot: QtBot) -> None:
    before = lines(view)[0].row.id
    library.claims.edit(ClaimId(2), ClaimPatch(statement="Ships waited."))
    qtbot.waitUntil(lambda: lines(view)[0].row.id == before + 1)
    library.history.undo()
    qtbot.waitUntil(lambda: lines(view)[0].row.verb == "undo")
    assert lines(view)[1].row.is_undone


def test_what_is_hidden_reads_when_it_is_shown(
    view: HistoryView, library: Library, runner: Runner, qtbot: QtBot
) -> None:
    view.hide()
    before = len(lines(view))
    library.claims.edit(ClaimId(2), ClaimPatch(statement="Ships waited."))
    qtbot.waitUntil(lambda: runner.pending == 0)
    assert len(lines(view)) == before
    view.show()
    qtbot.waitUntil(lambda: len(lines(view)) == before + 1)


def test_older_lines_come_while_scrolling(make: Make, library: Library, qtbot: QtBot) -> None:
    for number in range(210):
        library.claims.edit(ClaimId(2), ClaimPatch(statement=f"Ships waited {number} hours."))
    total = library.history.rows(1)[0].id
    view = make()
    qtbot.waitUntil(lambda: len(lines(view)) == 200)
    assert captions(view)[-1].count is None
    view.table.scrollToBottom()
    qtbot.waitUntil(lambda: len(lines(view)) == total)
    assert captions(view)[-1].count == total


def test_the_chain_is_checked(view: HistoryView, qtbot: QtBot) -> None:
    total = lines(view)[0].row.id
    view.band.button.click()
    qtbot.waitUntil(lambda: view.band.title.startswith("The chain holds"))
    assert f"{total} of {total}" in view.band.title
    assert not any(line.is_broken for line in lines(view))


def test_a_line_that_was_altered_is_named(view: HistoryView, library: Library, qtbot: QtBot) -> None:
    broken = lines(view)[3].row.id
    with sqlite3.connect(library.folder / "library.db") as database:
        database.execute("UPDATE event SET who = 'Nobody' WHERE id = ?", (broken,))
    database.close()
    view.band.button.click()
    qtbot.waitUntil(lambda: view.band.title.startswith(f"Line {broken} does not match"))
    assert [line.row.id for line in lines(view) if line.is_broken] == [line.row.id for line in lines(view)[:4]]


def test_arrows_walk_the_lines_and_pass_days_by(view: HistoryView, library: Library, qtbot: QtBot) -> None:
    assert view.table.hasFocus()
    walked = []
    for _step in range(3):
        line = view.table.lines.line_at(view.table.currentIndex())
        assert line is not None
        walked.append(line.row.id)
        qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert walked == [row.id for row in library.history.rows(3)]


def test_enter_goes_to_what_a_line_is_about(view: HistoryView, navigator: Navigator, qtbot: QtBot) -> None:
    targets = went_to(navigator)
    wanted = next(line for line in lines(view) if line.row.subject == "C-2")
    view.table.selectRow(view.table.lines.index_of(wanted.row.id).row())
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(targets))
    assert targets == [Target(Place.CLAIM, 2)]


@pytest.mark.parametrize(
    ("subject", "target"),
    [
        ("E-2", Target(Place.CLAIM, 1, evidence_id=2)),
        ("N-1", Target(Place.CLAIM, 1)),
        ("S-2", Target(Place.SOURCE, 2)),
        ("A-1", Target(Place.ARTICLE, 1)),
    ],
)
def test_a_click_on_the_words_goes_there(
    view: HistoryView, navigator: Navigator, qtbot: QtBot, subject: str, target: Target
) -> None:
    targets = went_to(navigator)
    line = next(line for line in lines(view) if line.row.subject == subject)
    cell = view.table.lines.index_of(line.row.id).siblingAtColumn(3)
    view.table.scrollTo(cell)
    rect = view.table.visualRect(cell)
    at = rect.topLeft()
    at.setX(at.x() + 12)
    at.setY(rect.bottom() - 10)
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: bool(targets))
    assert targets == [target]
