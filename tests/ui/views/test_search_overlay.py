"""The search over the window: typing, keys, landing, and what it says when there is nothing to show."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.library import Library
from factdesk.model.enums import Kind
from factdesk.model.ids import ClaimId
from factdesk.model.values.claims import ClaimPatch
from factdesk.tasks.runner import Runner
from factdesk.ui.actionset import ActionSet
from factdesk.ui.itemmodels.found import FoundLine, GroupCaption
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.views.search_overlay import SearchOverlay
from factdesk.ui.widgets.notices import EmptyState
from ui.small_library import version_of, went_to
from ui.views.searching import ask, choose, ids, lines, press

CTRL = Qt.KeyboardModifier.ControlModifier
Make = Callable[[Library], SearchOverlay]


@pytest.fixture
def make(empty_library: Library, host: QWidget, runner: Runner, navigator: Navigator, actions: ActionSet) -> Make:
    """Make overlays; the library is closed after the lanes that read it have come to rest."""
    assert not empty_library.is_read_only

    def made(library: Library) -> SearchOverlay:
        return SearchOverlay(library=library, runner=runner, navigator=navigator, actions=actions, parent=host)

    return made


@pytest.fixture
def overlay(make: Make, library: Library, qtbot: QtBot) -> SearchOverlay:
    made = make(library)
    made.open()
    qtbot.waitUntil(lambda: made.facets.model.rowCount() > 0)
    return made


def test_typing_finds_every_kind_under_its_caption(overlay: SearchOverlay, qtbot: QtBot) -> None:
    ask(overlay, qtbot, "year")
    captions = [line for line in lines(overlay) if isinstance(line, GroupCaption)]
    assert {caption.kind for caption in captions} == {Kind.ARTICLE, Kind.CLAIM, Kind.EVIDENCE}
    assert all(caption.count for caption in captions)
    marked = [part.text for line in lines(overlay) if isinstance(line, FoundLine) for part in line.parts if part.is_hit]
    assert set(marked) == {"year"}


def test_an_unfinished_word_finds(overlay: SearchOverlay, qtbot: QtBot) -> None:
    ask(overlay, qtbot, "harb")
    assert {"A-1", "A-2"} <= ids(overlay)


def test_the_first_hit_is_chosen_and_arrows_pass_captions_by(overlay: SearchOverlay, qtbot: QtBot) -> None:
    ask(overlay, qtbot, "year")
    walked = []
    for _step in range(len(lines(overlay)) + 2):
        walked.append(overlay.results.currentIndex().row())
        press(overlay, qtbot, Qt.Key.Key_Down)
    listed = [row for row, line in enumerate(lines(overlay)) if isinstance(line, FoundLine)]
    assert list(dict.fromkeys(walked)) == listed
    assert overlay.head.line.hasFocus()


def test_enter_lands_on_the_words_of_an_article_and_closes(
    overlay: SearchOverlay, library: Library, navigator: Navigator, qtbot: QtBot
) -> None:
    targets = went_to(navigator)
    ask(overlay, qtbot, "pilot kind:article")
    choose(overlay, Kind.ARTICLE)
    press(overlay, qtbot, Qt.Key.Key_Return)
    (target,) = targets
    text = library.articles.text(version_of(library, 2)).content.text
    assert (target.place, target.id, target.version_id) == (Place.ARTICLE, 2, version_of(library, 2))
    assert [text[span.start : span.end] for span in target.spans] == ["pilot"]
    assert not overlay.is_open


def test_ctrl_enter_opens_and_stays(overlay: SearchOverlay, navigator: Navigator, qtbot: QtBot) -> None:
    targets = went_to(navigator)
    ask(overlay, qtbot, "kind:claim cargo")
    press(overlay, qtbot, Qt.Key.Key_Return, CTRL)
    assert targets == [Target(Place.CLAIM, 1)]
    assert overlay.is_open


def test_evidence_in_a_filed_source_lands_on_its_passage(
    overlay: SearchOverlay, library: Library, navigator: Navigator, qtbot: QtBot
) -> None:
    targets = went_to(navigator)
    ask(overlay, qtbot, "kind:evidence busiest")
    press(overlay, qtbot, Qt.Key.Key_Return)
    (target,) = targets
    assert (target.place, target.id) == (Place.ARTICLE, 2)
    (span,) = target.spans
    text = library.articles.text(version_of(library, 2)).content.text
    assert text[span.start : span.end] == "The busiest year remains 2011"


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("kind:evidence delays", Target(Place.CLAIM, 1, evidence_id=2)),
        ("kind:note pilotage", Target(Place.CLAIM, 1)),
        ("kind:source pilots", Target(Place.SOURCE, 2)),
    ],
)
def test_what_has_no_text_of_its_own_lands_where_it_belongs(
    overlay: SearchOverlay, navigator: Navigator, qtbot: QtBot, words: str, target: Target
) -> None:
    targets = went_to(navigator)
    ask(overlay, qtbot, words)
    press(overlay, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(targets))
    assert targets == [target]


@pytest.mark.parametrize(
    ("typed", "target"),
    [("A-2", Target(Place.ARTICLE, 2)), ("c2", Target(Place.CLAIM, 2)), ("S-1", Target(Place.SOURCE, 1))],
)
def test_an_id_goes_straight(
    overlay: SearchOverlay, navigator: Navigator, qtbot: QtBot, typed: str, target: Target
) -> None:
    targets = went_to(navigator)
    overlay.head.line.setText(typed)
    press(overlay, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(targets))
    assert targets == [target]


def test_enter_before_the_answer_opens_the_first_hit_of_the_answer(
    overlay: SearchOverlay, navigator: Navigator, qtbot: QtBot
) -> None:
    targets = went_to(navigator)
    overlay.head.line.setText("kind:claim cargo")
    press(overlay, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(targets))
    assert targets == [Target(Place.CLAIM, 1)]


def test_a_letter_typed_into_the_results_goes_into_the_line(overlay: SearchOverlay, qtbot: QtBot) -> None:
    ask(overlay, qtbot, "yea")
    overlay.results.setFocus()
    qtbot.keyClicks(overlay.results, "r")
    assert overlay.head.line.text() == "year"
    assert overlay.head.line.hasFocus()


def test_what_was_not_understood_is_named(overlay: SearchOverlay, qtbot: QtBot) -> None:
    ask(overlay, qtbot, "cargo colour:red")
    assert "colour:" in overlay.head.ignored
    ask(overlay, qtbot, "cargo")
    assert overlay.head.ignored == ""


def test_an_empty_line_shows_ways_to_ask_that_find_something(overlay: SearchOverlay, library: Library) -> None:
    assert overlay.messages.isVisible()
    examples = overlay.messages.examples
    assert examples
    assert [words for words in examples if not library.searching.find(words).total] == []


def test_an_empty_library_offers_to_file(make: Make, empty_library: Library, qtbot: QtBot, actions: ActionSet) -> None:
    overlay = make(empty_library)
    overlay.open()
    said = overlay.messages
    qtbot.waitUntil(lambda: isinstance(said.currentWidget(), EmptyState))
    with qtbot.waitSignal(actions["article.file"].triggered):
        said.currentWidget().button.click()  # type: ignore[union-attr]
    assert not overlay.is_open


def test_a_missing_index_is_waited_for(make: Make, library: Library, qtbot: QtBot) -> None:
    library.indexing.drain()
    shutil.rmtree(library.folder / "index")
    overlay = make(library)
    overlay.open("year")
    qtbot.waitUntil(lambda: overlay.messages.preparing == "Preparing search")
    overlay.show_preparing(3, 12)
    assert overlay.messages.preparing == "Preparing search, 3 of 12"
    library.indexing.rebuild()
    qtbot.waitUntil(lambda: "A-1" in ids(overlay), timeout=10_000)


def test_progress_of_an_index_that_still_answers_is_not_shown(overlay: SearchOverlay, qtbot: QtBot) -> None:
    ask(overlay, qtbot, "year")
    overlay.show_preparing(3, 12)
    assert overlay.messages.preparing == ""
    assert overlay.results.isVisible()


def test_the_old_list_stays_until_the_new_one_comes(overlay: SearchOverlay, qtbot: QtBot) -> None:
    ask(overlay, qtbot, "year")
    before = lines(overlay)
    overlay.head.line.setText("zebra")
    assert lines(overlay) == before
    qtbot.waitUntil(lambda: overlay.asked == "zebra" and not overlay.is_asking)


def test_escape_closes_and_gives_the_focus_back(make: Make, library: Library, qtbot: QtBot) -> None:
    overlay = make(library)
    before = QWidget(overlay.parentWidget())
    before.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    before.show()
    before.setFocus()
    overlay.open()
    press(overlay, qtbot, Qt.Key.Key_Escape)
    assert not overlay.is_open
    assert before.hasFocus()


def test_a_verdict_given_meanwhile_is_found_at_the_next_opening(
    overlay: SearchOverlay, library: Library, qtbot: QtBot
) -> None:
    ask(overlay, qtbot, "verdict:true")
    assert ids(overlay) == set()
    overlay.close_overlay()
    library.claims.edit(ClaimId(2), ClaimPatch(verdict="true"))
    library.indexing.drain()
    overlay.open()
    qtbot.waitUntil(lambda: ids(overlay) == {"C-2"})
