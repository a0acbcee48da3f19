"""Undo and redo from the menu: a deed that was done out of sight is named, with the way to it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factdesk.compute import Here
from factdesk.library.library import Library
from factdesk.model.ids import ClaimId
from factdesk.model.values.claims import ClaimPatch
from factdesk.ui.context import AppContext
from factdesk.ui.navigator import Place, Target
from factdesk.ui.tasklist import TaskList
from factdesk.ui.widgets.notices import UndoBar
from factdesk.ui.windows.desk import Desk
from factdesk.ui.windows.undoing import Undoing
from ui.reading import FALSE_CLAIM, OPEN_CLAIM, REPORT_ID, STORY_ID, Parts, put


@pytest.fixture
def bar(host: QWidget) -> UndoBar:
    return UndoBar(host)


@pytest.fixture
def desk(library: Library, parts: Parts, host: QWidget, bar: UndoBar, qtbot: QtBot) -> Desk:
    """Give the desk with the first article open, and undo connected."""
    context = AppContext(
        parts.preferences, parts.runner, parts.bus, parts.actions, parts.navigator, TaskList(parts.runner), Here()
    )
    made = Desk(library, context)
    Undoing(library=library, desk=made, bar=bar, context=context)
    parts.navigator.navigated.connect(made.show_target)
    put(host, made)
    made.show()
    made.navigation.choose_first()
    qtbot.waitUntil(lambda: made.reader.article_id == STORY_ID and parts.runner.pending == 0)
    return made


def edit_then_undo(library: Library, parts: Parts, qtbot: QtBot, claim_id: int) -> None:
    library.claims.edit(ClaimId(claim_id), ClaimPatch(claimant="Somebody Else"))
    undo = parts.actions["edit.undo"]
    qtbot.waitUntil(lambda: parts.runner.pending == 0 and undo.isEnabled())
    undo.trigger()
    qtbot.waitUntil(lambda: library.claims.detail(ClaimId(claim_id)).row.claimant != "Somebody Else")
    qtbot.waitUntil(lambda: parts.runner.pending == 0)


def test_undo_of_the_claim_in_sight_needs_no_words(
    desk: Desk, library: Library, parts: Parts, bar: UndoBar, qtbot: QtBot
) -> None:
    assert desk.inspector.claim_id == FALSE_CLAIM
    edit_then_undo(library, parts, qtbot, FALSE_CLAIM)
    assert bar.isHidden()


def test_undo_out_of_sight_is_told_and_leads_there(
    desk: Desk, library: Library, parts: Parts, bar: UndoBar, qtbot: QtBot
) -> None:
    parts.navigator.open(Target(Place.ARTICLE, REPORT_ID))
    qtbot.waitUntil(lambda: desk.reader.article_id == REPORT_ID)
    edit_then_undo(library, parts, qtbot, OPEN_CLAIM)
    qtbot.waitUntil(bar.isVisible)
    assert bar.text.startswith("Undone: ") and bar.text.endswith(f"C-{OPEN_CLAIM}")
    bar._deed.click()
    qtbot.waitUntil(lambda: desk.inspector.claim_id == OPEN_CLAIM)
    assert bar.isHidden()


def test_what_undo_takes_away_is_named_without_a_way_there(
    desk: Desk, library: Library, parts: Parts, bar: UndoBar, qtbot: QtBot
) -> None:
    library.claims.delete(ClaimId(OPEN_CLAIM))
    library.history.undo()
    parts.navigator.open(Target(Place.ARTICLE, REPORT_ID))
    qtbot.waitUntil(lambda: desk.reader.article_id == REPORT_ID)
    redo = parts.actions["edit.redo"]
    qtbot.waitUntil(lambda: parts.runner.pending == 0 and redo.isEnabled())
    redo.trigger()
    qtbot.waitUntil(bar.isVisible)
    assert bar.text.startswith("Done again: ") and bar.text.endswith(f"C-{OPEN_CLAIM}")
    assert bar._deed.isHidden()
