"""Carrying claims over: what is found, what waits for a person, and that nothing moves before Finish."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from factdesk.errors import FactdeskError
from factdesk.library.library import Library
from factdesk.model.enums import AnchorState, Status
from factdesk.model.ids import ArticleId, ClaimId
from factdesk.model.values.text import Span
from factdesk.model.values.versions import Placement
from factdesk.ui.views.carry_over import CarryOverView
from factdesk.ui.views.carry_over.card import Card
from factdesk.ui.views.carry_over.found_again import FoundAgain
from factdesk.ui.widgets.page.marks import MarkKind
from ui.reading import FALSE_CLAIM, OPEN_CLAIM, STORY_ID, Parts, add_version, put
from ui.small_library import STORY, version_of

CHANGED = STORY.replace("the most since it opened in 1931", "the most since it was opened in 1935")
GONE = CHANGED.replace("“Not one ship had to wait,” said Mara Eldin, who runs the harbour office.", "Nobody spoke.")


@pytest.fixture
def carry(library: Library, parts: Parts, host: QWidget) -> CarryOverView:
    """Give the view, showing nothing yet."""
    view = CarryOverView(
        library=library,
        runner=parts.runner,
        bus=parts.bus,
        actions=parts.actions,
        preferences=parts.preferences,
    )
    put(host, view)
    view.show()
    return view


def open_story(carry: CarryOverView, qtbot: QtBot) -> None:
    carry.open(STORY_ID)
    qtbot.waitUntil(lambda: carry._content is not None and carry._runner.pending == 0)


def cards(carry: CarryOverView) -> list[Card]:
    return list(carry.decisions._cards.values())


def finish(carry: CarryOverView) -> QPushButton:
    return carry.decisions._finish


def state(library: Library, claim_id: int) -> AnchorState:
    return library.claims.detail(ClaimId(claim_id)).row.state


def test_one_version_says_so(carry: CarryOverView, qtbot: QtBot) -> None:
    carry.open(STORY_ID)
    qtbot.waitUntil(lambda: carry._runner.pending == 0)
    assert carry._stack.currentWidget() is carry._single


def test_unchanged_claims_need_no_decision(carry: CarryOverView, library: Library, qtbot: QtBot) -> None:
    add_version(library, STORY.replace("412,000", "413,000"))
    open_story(carry, qtbot)
    assert carry.decisions.waiting == []
    found = carry.findChild(FoundAgain)
    assert found is not None and found.model.rowCount() == 2
    assert not carry.decisions._foot.isVisible()


def test_changed_and_lost_claims_wait_and_nothing_is_preselected(
    carry: CarryOverView, library: Library, qtbot: QtBot
) -> None:
    add_version(library, GONE)
    open_story(carry, qtbot)
    assert carry.decisions.waiting == [FALSE_CLAIM, OPEN_CLAIM]
    assert carry.decisions.answers() == ()
    assert not finish(carry).isEnabled()
    assert (carry._changed.text, carry._orphans.text) == ("1 changed", "1 orphaned")
    assert {mark.kind for mark in carry._sides[0].page.marks} == {MarkKind.REMOVED, MarkKind.TOUCHED}


def test_answers_take_force_only_at_finish(carry: CarryOverView, library: Library, qtbot: QtBot) -> None:
    add_version(library, GONE)
    open_story(carry, qtbot)
    first, second = cards(carry)
    first.click(0)
    assert finish(carry).text() == "Finish · 1 left"
    second.click(0)
    assert state(library, FALSE_CLAIM) is AnchorState.CHANGED
    assert [answer.placement for answer in carry.decisions.answers()] == [Placement.MOVE, Placement.CLOSE]
    finish(carry).click()
    qtbot.waitUntil(lambda: carry.decisions.waiting == [] and carry._runner.pending == 0)
    moved = library.claims.detail(ClaimId(FALSE_CLAIM)).row
    assert (moved.state, moved.version_id) == (AnchorState.ANCHORED, version_of(library, STORY_ID))
    assert moved.status is not Status.DONE


def test_alt_and_a_digit_answer_for_the_chosen_claim(carry: CarryOverView, library: Library, qtbot: QtBot) -> None:
    add_version(library, GONE)
    open_story(carry, qtbot)
    with qtbot.waitActive(carry.window()):
        carry.window().activateWindow()
    page = carry._sides[1].page
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    qtbot.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page, Qt.Key.Key_J)
    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert [answer.placement for answer in carry.decisions.answers()] == [Placement.KEEP, Placement.CLOSE]


def test_walking_goes_round_the_claims_that_wait(carry: CarryOverView, library: Library, qtbot: QtBot) -> None:
    add_version(library, GONE)
    open_story(carry, qtbot)
    for key, chosen in ((Qt.Key.Key_J, OPEN_CLAIM), (Qt.Key.Key_J, FALSE_CLAIM), (Qt.Key.Key_K, OPEN_CLAIM)):
        qtbot.keyClick(carry, key)
        assert carry._chosen == chosen


def test_placing_by_hand_takes_the_selected_words(carry: CarryOverView, library: Library, qtbot: QtBot) -> None:
    add_version(library, GONE)
    open_story(carry, qtbot)
    first, second = cards(carry)
    second.click(2)
    assert carry._hand.isVisible()
    assert second.answer is None
    text = library.articles.text(version_of(library, STORY_ID)).content.text
    start = text.index("Nobody spoke")
    carry._sides[1].page.select(Span(start, start + len("Nobody spoke")))
    carry._hand.acted.emit()
    qtbot.waitUntil(lambda: second.answer is not None)
    assert carry._hand.isHidden()
    first.click(1)
    finish(carry).click()
    qtbot.waitUntil(lambda: carry.decisions.waiting == [])
    assert library.claims.detail(ClaimId(OPEN_CLAIM)).row.anchor.exact == "Nobody spoke"


def test_answers_stay_when_the_library_changes(carry: CarryOverView, library: Library, qtbot: QtBot) -> None:
    add_version(library, GONE)
    open_story(carry, qtbot)
    cards(carry)[0].click(1)
    before = carry._content
    library.articles.mark_read(ArticleId(STORY_ID))
    qtbot.waitUntil(lambda: carry._content is not before and carry._runner.pending == 0)
    assert [answer.placement for answer in carry.decisions.answers()] == [Placement.KEEP]


def test_finishing_twice_is_asked_once(carry: CarryOverView, library: Library, qtbot: QtBot) -> None:
    shown: list[FactdeskError] = []
    carry._runner.present = shown.append  # type: ignore[assignment]
    add_version(library, GONE)
    open_story(carry, qtbot)
    for card in cards(carry):
        card.click(1)
    finish(carry).click()
    finish(carry).click()
    qtbot.waitUntil(lambda: carry.decisions.waiting == [] and carry._runner.pending == 0)
    assert shown == []


def test_older_pair_is_only_compared(carry: CarryOverView, library: Library, qtbot: QtBot) -> None:
    add_version(library, CHANGED)
    add_version(library, CHANGED.replace("413", "414").replace("412,000", "414,000"))
    open_story(carry, qtbot)
    versions = library.articles.detail(ArticleId(STORY_ID)).versions
    carry._sides[0]._choice.set_value(str(versions[0].id))
    carry._sides[0]._choice.chosen.emit(str(versions[0].id))
    qtbot.waitUntil(lambda: carry._content is not None and carry._content.carried is None)
    assert carry._title.text() == "Two versions compared"
    assert carry.decisions.isHidden()


def test_escape_goes_back(carry: CarryOverView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(carry.closed):
        qtbot.keyClick(carry, Qt.Key.Key_Escape)
