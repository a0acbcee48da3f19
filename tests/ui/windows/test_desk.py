"""The desk: its panes hear each other, and places take their room and give it back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factdesk.compute import Here
from factdesk.library.library import Library
from factdesk.ui.context import AppContext
from factdesk.ui.navigator import Place, Target
from factdesk.ui.tasklist import TaskList
from factdesk.ui.widgets.focus import focus_pane
from factdesk.ui.widgets.page.find_bar import FindBar
from factdesk.ui.windows.desk import Desk
from ui.reading import FALSE_CLAIM, OPEN_CLAIM, REPORT_ID, STORY_ID, Parts, put


@pytest.fixture
def desk(library: Library, parts: Parts, host: QWidget, qtbot: QtBot) -> Desk:
    """Give the desk with the first article open."""
    context = AppContext(
        parts.preferences, parts.runner, parts.bus, parts.actions, parts.navigator, TaskList(parts.runner), Here()
    )
    made = Desk(library, context)
    parts.navigator.navigated.connect(made.show_target)
    put(host, made)
    made.show()
    made.navigation.choose_first()
    qtbot.waitUntil(lambda: made.reader.article_id == STORY_ID and parts.runner.pending == 0)
    return made


def rest(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk._context.runner.pending == 0)


def test_first_article_is_open_with_its_first_claim(desk: Desk, qtbot: QtBot) -> None:
    assert desk.inspector.claim_id == FALSE_CLAIM
    assert desk.articles.view.currentIndex() == desk.articles.model.index_of(STORY_ID)


def test_target_claim_opens_its_article_and_shows_it(desk: Desk, parts: Parts, qtbot: QtBot) -> None:
    parts.navigator.open(Target(Place.ARTICLE, REPORT_ID))
    qtbot.waitUntil(lambda: desk.reader.article_id == REPORT_ID)
    assert desk.inspector.claim_id is None
    parts.navigator.open(Target(Place.CLAIM, OPEN_CLAIM))
    qtbot.waitUntil(lambda: desk.inspector.claim_id == OPEN_CLAIM)
    assert desk.articles.view.currentIndex() == desk.articles.model.index_of(STORY_ID)


def test_walking_moves_the_inspector(desk: Desk, parts: Parts, qtbot: QtBot) -> None:
    parts.actions["claim.next"].trigger()
    assert desk.inspector.claim_id == OPEN_CLAIM
    rest(desk, qtbot)


def test_linking_takes_the_room_and_escape_gives_it_back(desk: Desk, parts: Parts, qtbot: QtBot) -> None:
    parts.actions["evidence.link"].trigger()
    assert desk._stack.currentWidget() is desk.link
    rest(desk, qtbot)
    assert desk.panes() == [desk.link]
    desk.link.closed.emit()
    rest(desk, qtbot)
    assert desk._stack.currentWidget() is desk._panes
    assert desk.reader.claim_id == FALSE_CLAIM


def test_versions_take_the_room(desk: Desk, parts: Parts, qtbot: QtBot) -> None:
    parts.actions["article.versions"].trigger()
    assert desk._stack.currentWidget() is desk.carry_over
    rest(desk, qtbot)


def test_coverage_takes_the_place_of_the_inspector(desk: Desk, parts: Parts, qtbot: QtBot) -> None:
    parts.actions["view.coverage"].trigger()
    assert desk._right.currentWidget() is desk.coverage
    qtbot.waitUntil(lambda: desk.coverage.model.rowCount() > 0)
    parts.actions["view.coverage"].trigger()
    assert desk._right.currentWidget() is desk.inspector
    rest(desk, qtbot)


def test_enter_in_the_list_gives_the_text_the_focus(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitActive(desk.window()):
        desk.window().activateWindow()
    desk.articles.view.setFocus()
    desk.articles.view.activated.emit(desk.articles.model.index_of(REPORT_ID))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.reader.page)
    qtbot.waitUntil(lambda: desk.reader.article_id == REPORT_ID)


def test_panes_that_are_hidden_are_not_walked(desk: Desk) -> None:
    assert len(desk.panes()) == 4
    desk.show_left(False)
    desk.show_inspector(False)
    assert desk.panes() == [desk.reader]


def test_finding_is_in_the_source_while_evidence_is_linked(desk: Desk, parts: Parts, qtbot: QtBot) -> None:
    parts.actions["find.open"].trigger()
    bar = desk.reader.findChild(FindBar)
    assert bar is not None and bar.isVisible()
    parts.navigator.open(Target(Place.LINK, FALSE_CLAIM))
    qtbot.waitUntil(lambda: desk.link.source.content is not None)
    rest(desk, qtbot)
    parts.actions["find.open"].trigger()
    assert desk.link.source._find.hasFocus() or desk.link.window().focusWidget() is desk.link.source._find


def test_tab_reaches_every_part_of_a_pane_whose_text_is_hidden(desk: Desk, parts: Parts, qtbot: QtBot) -> None:
    parts.navigator.open(Target(Place.LINK, FALSE_CLAIM))
    rest(desk, qtbot)
    proxied = [pane for pane in (desk.link, desk.reader, desk.articles, desk.navigation) if pane.focusProxy()]
    assert proxied == []


def test_walking_the_panes_starts_where_one_works(desk: Desk) -> None:
    focus_pane(desk.articles)
    assert desk.window().focusWidget() is desk.articles.view
    focus_pane(desk.reader)
    assert desk.window().focusWidget() is desk.reader.page
    focus_pane(desk.inspector)
    focused = desk.window().focusWidget()
    assert desk.inspector.work_place().isAncestorOf(focused) or focused is desk.inspector.work_place()


def test_keys_printed_in_the_inspector_are_heard_there(desk: Desk, parts: Parts) -> None:
    heard = {action.objectName() for action in desk.inspector.actions()}
    assert {"claim.verdict", "evidence.link", "verdict.3"} <= heard
    assert "claim.delete" not in heard
