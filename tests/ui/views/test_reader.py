"""The reader: opening, marking, walking, judging, and what it does when the library changes under it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from factdesk.errors import FactdeskError
from factdesk.library.library import Library
from factdesk.model.enums import Kind, Status
from factdesk.model.ids import ArticleId, ClaimId, public_id
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.scopes import ArticleScope
from factdesk.tasks.runner import Runner
from factdesk.ui.actionset import ActionSet
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.preferences import Preferences
from factdesk.ui.views.reader import ReaderView
from factdesk.ui.widgets.notices import Banner
from factdesk.ui.widgets.page.find_bar import FindBar
from factdesk.ui.widgets.page.marks import MarkKind
from ui.reading import (
    FALSE_CLAIM,
    OPEN_CLAIM,
    REPORT_ID,
    STORY_ID,
    Parts,
    add_version,
    open_story,
    put,
    reader_of,
    span_of,
    verdicts,
)
from ui.small_library import STORY, fill, version_of, went_to


def test_nothing_open_offers_to_file(reader: ReaderView, deeds: ActionSet) -> None:
    assert reader.article_id is None
    assert not deeds["claim.mark"].isEnabled()
    assert not deeds["article.details"].isEnabled()


def test_open_shows_text_marks_and_first_claim(reader: ReaderView, qtbot: QtBot) -> None:
    told: list[tuple[object, int, int]] = []
    reader.claim_selected.connect(lambda *news: told.append(news))
    open_story(reader, qtbot)
    assert reader.page.content.text.startswith("Harbour council counts a record year 😀")
    assert [mark.id for mark in reader.page.marks if mark.kind is MarkKind.VERDICT] == ["C-1", "C-2"]
    assert told == [(FALSE_CLAIM, 1, 2)]
    assert reader.page.selected_mark == "C-1"


def test_opening_marks_article_read(reader: ReaderView, library: Library, qtbot: QtBot) -> None:
    open_story(reader, qtbot)
    qtbot.waitUntil(lambda: STORY_ID not in {row.id for row in library.articles.rows(ArticleScope(unread=True))})


def test_last_of_two_openings_wins(reader: ReaderView, qtbot: QtBot) -> None:
    reader.open(REPORT_ID)
    reader.open(STORY_ID)
    qtbot.waitUntil(lambda: reader.runner.pending == 0)
    assert reader.article_id == STORY_ID


def test_news_of_the_article_before_does_not_undo_an_opening(
    reader: ReaderView, library: Library, parts: Parts, qtbot: QtBot
) -> None:
    open_story(reader, qtbot, REPORT_ID)
    reader.open(STORY_ID, claim_id=OPEN_CLAIM)
    parts.bus.library_changed.emit(library.articles.edit(ArticleId(REPORT_ID), ArticlePatch(outlet="Another")))
    qtbot.waitUntil(lambda: reader.article_id == STORY_ID and reader.runner.pending == 0)
    assert reader.claim_id == OPEN_CLAIM


def test_opening_at_a_claim_selects_it(reader: ReaderView, qtbot: QtBot) -> None:
    reader.open(STORY_ID, claim_id=OPEN_CLAIM)
    qtbot.waitUntil(lambda: reader.claim_id == OPEN_CLAIM)
    assert reader.page.selected_mark == "C-2"


def test_opening_at_found_words_shows_the_hits(reader: ReaderView, qtbot: QtBot) -> None:
    open_story(reader, qtbot)
    hit = span_of(reader, "tonnes")
    reader.open(STORY_ID, spans=(hit,))
    qtbot.waitUntil(lambda: reader.page.hits == (hit,))


def test_mark_makes_selected_words_a_claim_and_selects_it(
    reader: ReaderView, deeds: ActionSet, library: Library, qtbot: QtBot
) -> None:
    open_story(reader, qtbot)
    assert not deeds["claim.mark"].isEnabled()
    reader.page.select(span_of(reader, "412,000 tonnes of cargo"))
    deeds["claim.mark"].trigger()
    qtbot.waitUntil(lambda: reader.claim_id == 3)
    assert library.claims.detail(ClaimId(3)).row.anchor.exact == "412,000 tonnes of cargo"
    assert reader.page.span() is None
    assert reader.page.selected_mark == "C-3"


def test_marks_that_cross_each_other_all_stay(reader: ReaderView, deeds: ActionSet, qtbot: QtBot) -> None:
    open_story(reader, qtbot)
    for words in ("last year, the most since", "the most since it opened in 1931", "most"):
        count = len(reader.page.marks)
        reader.page.select(span_of(reader, words))
        deeds["claim.mark"].trigger()
        qtbot.waitUntil(lambda count=count: len(reader.page.marks) == count + 1)  # type: ignore[misc]
    here = reader.page.marks_at(span_of(reader, "most").start)
    assert [len(mark.span) for mark in here] == sorted(len(mark.span) for mark in here)
    assert len(here) == 4


@pytest.mark.parametrize(("deed", "key"), [("verdict.1", "true"), ("verdict.4", "mostly_false"), ("verdict.0", "")])
def test_verdict_key_judges_the_selected_claim(
    deed: str, key: str, reader: ReaderView, library: Library, qtbot: QtBot
) -> None:
    open_story(reader, qtbot)
    reader.deed_set[deed].trigger()
    qtbot.waitUntil(lambda: verdicts(library)[FALSE_CLAIM] == key)
    qtbot.waitUntil(lambda: reader.selected_claim() is not None and reader.selected_claim().verdict == key)  # type: ignore[union-attr]


def test_keys_work_in_the_page(reader: ReaderView, library: Library, qtbot: QtBot) -> None:
    open_story(reader, qtbot)
    with qtbot.waitActive(reader.window()):
        reader.window().activateWindow()
    reader.page.setFocus()
    qtbot.waitUntil(reader.page.hasFocus)
    qtbot.keyClick(reader.page, Qt.Key.Key_J)
    assert reader.claim_id == OPEN_CLAIM
    qtbot.keyClick(reader.page, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: verdicts(library)[OPEN_CLAIM] == "false")
    qtbot.keyClick(reader.page, Qt.Key.Key_K)
    assert reader.claim_id == FALSE_CLAIM


def test_walk_goes_round_the_ends(reader: ReaderView, deeds: ActionSet, qtbot: QtBot) -> None:
    open_story(reader, qtbot)
    deeds["claim.previous"].trigger()
    assert reader.claim_id == OPEN_CLAIM
    deeds["claim.next"].trigger()
    assert reader.claim_id == FALSE_CLAIM


def test_verdict_menu_takes_a_key_of_its_own(
    reader: ReaderView, deeds: ActionSet, library: Library, qtbot: QtBot
) -> None:
    open_story(reader, qtbot)
    deeds["claim.verdict"].trigger()
    menu = reader.findChild(QMenu)
    assert menu is not None
    qtbot.keyClick(menu, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: verdicts(library)[FALSE_CLAIM] == "half_true")


def test_status_moves_on_and_assign_takes_it(
    reader: ReaderView, deeds: ActionSet, library: Library, qtbot: QtBot
) -> None:
    open_story(reader, qtbot)
    deeds["claim.status"].trigger()
    deeds["claim.assign"].trigger()
    qtbot.waitUntil(lambda: library.claims.detail(ClaimId(FALSE_CLAIM)).row.assignee == "Dana Koval")
    assert library.claims.detail(ClaimId(FALSE_CLAIM)).row.status is Status.PROGRESS


def test_delete_takes_the_mark_away_and_undo_brings_it_back(
    reader: ReaderView, deeds: ActionSet, library: Library, runner: Runner, qtbot: QtBot
) -> None:
    open_story(reader, qtbot)
    deeds["claim.delete"].trigger()
    qtbot.waitUntil(lambda: [mark.id for mark in reader.page.marks if mark.kind is MarkKind.VERDICT] == ["C-2"])
    runner.edit(library.history.undo)
    qtbot.waitUntil(lambda: len([mark for mark in reader.page.marks if mark.kind is MarkKind.VERDICT]) == 2)


def test_click_on_a_mark_selects_its_claim(reader: ReaderView, qtbot: QtBot) -> None:
    open_story(reader, qtbot)
    reader.page.mark_clicked.emit("C-2")
    assert reader.claim_id == OPEN_CLAIM


def test_link_goes_to_the_linking_of_the_claim(
    reader: ReaderView, deeds: ActionSet, navigator: Navigator, qtbot: QtBot
) -> None:
    targets = went_to(navigator)
    open_story(reader, qtbot)
    deeds["evidence.link"].trigger()
    assert targets == [Target(Place.LINK, FALSE_CLAIM)]


def test_evidence_in_a_source_leads_to_its_claim(reader: ReaderView, navigator: Navigator, qtbot: QtBot) -> None:
    targets = went_to(navigator)
    reader.open(REPORT_ID)
    qtbot.waitUntil(lambda: reader.article_id == REPORT_ID)
    evidence = next(mark for mark in reader.page.marks if mark.kind is MarkKind.EVIDENCE)
    reader.page.mark_activated.emit(evidence.id)
    assert targets == [Target(Place.CLAIM, FALSE_CLAIM, evidence_id=1)]


def test_find_bar_opens_and_finds(reader: ReaderView, qtbot: QtBot) -> None:
    open_story(reader, qtbot)
    reader.find_bar.open("")
    bar = reader.findChild(FindBar)
    assert bar is not None and bar.isVisible()
    reader.page.find_words("the")
    count = len(reader.page.hits)
    reader.page.find_step(1)
    assert count > 1 and reader.page.current_hit == 1


def test_text_size_is_kept(reader: ReaderView, deeds: ActionSet, preferences: Preferences, qtbot: QtBot) -> None:
    open_story(reader, qtbot)
    deeds["view.zoom_in"].trigger()
    assert preferences.settings.reading_size == reader.page.size_px == 20


def test_other_articles_being_filed_read_nothing_again(reader: ReaderView, library: Library, qtbot: QtBot) -> None:
    open_story(reader, qtbot)
    before = reader.content
    library.articles.edit(ArticleId(REPORT_ID), ArticlePatch(outlet="Another"))
    qtbot.waitUntil(lambda: reader.runner.pending == 0)
    assert reader.content is before


def test_new_title_is_shown(reader: ReaderView, library: Library, qtbot: QtBot) -> None:
    open_story(reader, qtbot)
    library.articles.edit(ArticleId(STORY_ID), ArticlePatch(title="Another headline"))
    qtbot.waitUntil(lambda: reader.content is not None and reader.content.article.row.title == "Another headline")
    assert reader.claim_id == FALSE_CLAIM


def test_trash_is_said_and_nothing_can_be_marked(
    reader: ReaderView, deeds: ActionSet, library: Library, qtbot: QtBot
) -> None:
    library.articles.delete(ArticleId(STORY_ID))
    open_story(reader, qtbot)
    banner = reader.findChild(Banner)
    assert banner is not None and banner.isVisible()
    reader.page.selectAll()
    assert not deeds["claim.mark"].isEnabled()
    banner.acted.emit()
    qtbot.waitUntil(banner.isHidden)
    assert deeds["claim.mark"].isEnabled()


def test_deleting_the_open_article_closes_it(reader: ReaderView, deeds: ActionSet, qtbot: QtBot) -> None:
    open_story(reader, qtbot)
    deeds["article.delete"].trigger()
    qtbot.waitUntil(lambda: reader.article_id is None)


def test_article_that_is_not_there_is_an_error_shown(reader: ReaderView, runner: Runner, qtbot: QtBot) -> None:
    shown: list[FactdeskError] = []
    runner.present = shown.append  # type: ignore[assignment]
    reader.open(99)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert "A-99" in str(shown[0])
    assert reader.article_id is None


def test_read_only_library_shows_but_changes_nothing(
    tmp_path: Path, clock: Callable[[], datetime], host: QWidget, parts: Parts, qtbot: QtBot
) -> None:
    folder = tmp_path / "kept.factdesk"
    made = Library.create(folder, who="Dana Koval", clock=clock)
    fill(made)
    made.close()
    library = Library.open(folder, who="Dana Koval", clock=clock, may_write=False)
    reader, deeds = reader_of(library, parts), parts.actions
    put(host, reader)
    open_story(reader, qtbot)
    reader.page.selectAll()
    refused = ("claim.mark", "verdict.1", "claim.delete", "claim.status", "article.delete", "evidence.link")
    assert [deed for deed in refused if deeds[deed].isEnabled()] == []
    assert deeds["claim.next"].isEnabled()
    qtbot.waitUntil(lambda: parts.runner.pending == 0)
    library.close()


def test_mark_label_says_number_and_verdict(reader: ReaderView, qtbot: QtBot) -> None:
    open_story(reader, qtbot)
    mark = reader.page.mark(public_id(Kind.CLAIM, FALSE_CLAIM))
    assert mark is not None and mark.label == "Claim 1. Verdict False."


def test_older_version_is_closed_to_work_and_leads_to_the_newest(
    reader: ReaderView, library: Library, deeds: ActionSet, qtbot: QtBot
) -> None:
    first = version_of(library, STORY_ID)
    add_version(library, STORY.replace("412,000", "413,000"))
    reader.open(STORY_ID, version_id=first)
    qtbot.waitUntil(lambda: reader.version_id == first and reader.runner.pending == 0)
    banner = reader.findChild(Banner)
    assert banner is not None and banner.isVisible()
    reader.page.selectAll()
    assert not deeds["claim.mark"].isEnabled()
    banner.acted.emit()
    qtbot.waitUntil(lambda: reader.version_id == version_of(library, STORY_ID))
    assert banner.isHidden()
