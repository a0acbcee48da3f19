"""The list pane and the navigator: scopes, opening, walking, filtering, deleting, empty states."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.library import Library
from factdesk.model.enums import Role
from factdesk.model.ids import ArticleId, ClaimId
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.scopes import ArticleScope, ClaimScope
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption
from factdesk.ui.views.article_list import ArticleListView
from factdesk.ui.views.navigation import NavigationView
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.fields import SearchField
from ui.reading import FALSE_CLAIM, OPEN_CLAIM, REPORT_ID, STORY_ID, put


@pytest.fixture
def articles(library: Library, runner: Runner, bus: Bus, host: QWidget) -> ArticleListView:
    """Give the list pane, showing nothing yet."""
    view = ArticleListView(library=library, runner=runner, bus=bus)
    put(host, view)
    view.show()
    return view


@pytest.fixture
def navigation(library: Library, runner: Runner, bus: Bus, host: QWidget) -> NavigationView:
    """Give the navigator."""
    view = NavigationView(library=library, runner=runner, bus=bus)
    view.setParent(host)
    view.show()
    return view


def show(articles: ArticleListView, qtbot: QtBot, scope: ArticleScope | ClaimScope, count: int) -> list[int]:
    """Show a scope, wait for its rows, and collect what is opened from then on."""
    opened: list[int] = []
    articles.article_chosen.connect(opened.append)
    articles.claim_chosen.connect(opened.append)
    articles.show_scope("Scope", scope)
    qtbot.waitUntil(lambda: len(ids(articles)) == count and articles._rows_scope == scope)
    qtbot.waitUntil(lambda: articles._runner.pending == 0)
    return opened


def ids(articles: ArticleListView) -> list[int]:
    model = articles.model
    rows = [model.index(at, 0).data(ROW_ROLE) for at in range(model.rowCount())]
    return [row.id for row in rows if not isinstance(row, Caption)]


def test_scope_opens_its_first_article(articles: ArticleListView, qtbot: QtBot) -> None:
    opened = show(articles, qtbot, ArticleScope(), 3)
    assert opened == [STORY_ID]
    assert ids(articles) == [STORY_ID, REPORT_ID, 3]


def test_open_article_stays_chosen_in_another_scope(articles: ArticleListView, qtbot: QtBot) -> None:
    show(articles, qtbot, ArticleScope(), 3)
    opened = show(articles, qtbot, ArticleScope(unread=True), 3)
    assert opened == []
    assert articles.view.currentIndex() == articles.model.index_of(STORY_ID)


def test_claims_are_listed_and_no_article_id_is_taken_for_one(articles: ArticleListView, qtbot: QtBot) -> None:
    show(articles, qtbot, ArticleScope(), 3)
    opened = show(articles, qtbot, ClaimScope(), 2)
    assert opened == [FALSE_CLAIM]
    articles.select_article(OPEN_CLAIM)
    assert articles.view.currentIndex() == articles.model.index_of(FALSE_CLAIM)
    articles.select_claim(STORY_ID, OPEN_CLAIM)
    assert articles.view.currentIndex() == articles.model.index_of(OPEN_CLAIM)


def test_arrow_opens_and_enter_goes_on(articles: ArticleListView, qtbot: QtBot) -> None:
    opened = show(articles, qtbot, ArticleScope(), 3)
    with qtbot.waitActive(articles.window()):
        articles.window().activateWindow()
    articles.view.setFocus()
    qtbot.waitUntil(articles.view.hasFocus)
    qtbot.keyClick(articles.view, Qt.Key.Key_Down)
    assert opened == [STORY_ID, REPORT_ID]
    with qtbot.waitSignal(articles.entered):
        qtbot.keyClick(articles.view, Qt.Key.Key_Return)


def test_letters_find_a_title(articles: ArticleListView, qtbot: QtBot) -> None:
    show(articles, qtbot, ArticleScope(), 3)
    qtbot.keyClicks(articles.view, "ann")
    assert articles.view.currentIndex() == articles.model.index_of(REPORT_ID)


def test_filter_narrows_and_says_when_nothing_matches(articles: ArticleListView, qtbot: QtBot) -> None:
    show(articles, qtbot, ArticleScope(), 3)
    articles._filter_button.setChecked(True)
    line = articles.findChild(SearchField)
    assert line is not None and line.isVisible()
    line.settled.emit(line.setText("annual") or "annual")  # type: ignore[func-returns-value]
    qtbot.waitUntil(lambda: ids(articles) == [REPORT_ID])
    line.settled.emit(line.setText("zebra") or "zebra")  # type: ignore[func-returns-value]
    qtbot.waitUntil(lambda: articles._note.text() == "Nothing matches.")
    articles._filter_button.setChecked(False)
    qtbot.waitUntil(lambda: len(ids(articles)) == 3)


def test_groups_have_captions_and_rows_of_another_height(articles: ArticleListView, qtbot: QtBot) -> None:
    show(articles, qtbot, ArticleScope(), 3)
    articles._on_grouping("outlet")
    qtbot.waitUntil(lambda: articles.model.rowCount() == 6)
    assert articles.view.sizeHintForRow(0) < articles.view.sizeHintForRow(1)
    articles._on_sorting("title")
    qtbot.waitUntil(lambda: articles._sort.text() == "Title" and articles._runner.pending == 0)


def test_new_article_keeps_the_open_one_chosen(articles: ArticleListView, library: Library, qtbot: QtBot) -> None:
    opened = show(articles, qtbot, ArticleScope(), 3)
    library.articles.edit(ArticleId(3), ArticlePatch(published="2026-12-01"))
    qtbot.waitUntil(lambda: ids(articles)[0] == 3)
    assert opened == [STORY_ID]
    assert articles.view.currentIndex() == articles.model.index_of(STORY_ID)


def test_deleted_article_gives_way_to_the_next(articles: ArticleListView, library: Library, qtbot: QtBot) -> None:
    opened = show(articles, qtbot, ArticleScope(), 3)
    library.articles.delete(ArticleId(STORY_ID))
    qtbot.waitUntil(lambda: opened == [STORY_ID, REPORT_ID])


def test_article_being_read_stays_in_the_inbox(articles: ArticleListView, library: Library, qtbot: QtBot) -> None:
    show(articles, qtbot, ArticleScope(unread=True), 3)
    library.articles.mark_read(ArticleId(STORY_ID))
    qtbot.waitUntil(lambda: articles.model.index_of(STORY_ID).data(ROW_ROLE).is_unread is False)
    assert len(ids(articles)) == 3


def test_delete_in_a_list_of_claims_deletes_the_claim(
    articles: ArticleListView, library: Library, qtbot: QtBot
) -> None:
    show(articles, qtbot, ClaimScope(), 2)
    qtbot.keyClick(articles.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: library.claims.detail(ClaimId(FALSE_CLAIM)).row.is_deleted)


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (ArticleScope(trash=True), "The trash is empty."),
        (ArticleScope(tag="none such"), "No article has this tag."),
        (ArticleScope(role=Role.REFERENCE, text="none such"), "No articles yet."),
        (ArticleScope(unread=True, text="none such"), "Nothing waits.\nNew articles land here."),
        (ClaimScope(assignee="Nobody"), "No claims wait here."),
    ],
)
def test_empty_scope_says_so(
    scope: ArticleScope | ClaimScope, words: str, articles: ArticleListView, qtbot: QtBot
) -> None:
    show(articles, qtbot, scope, 0)
    qtbot.waitUntil(lambda: articles._note.text() == words)
    assert articles._note.isVisible()


def choose(navigation: NavigationView, name: str) -> None:
    model = navigation.model
    rows = [model.index(at, 0) for at in range(model.rowCount())]
    index = next(index for index in rows if getattr(index.data(ROW_ROLE), "text", "") == name)
    navigation.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def counts(navigation: NavigationView) -> dict[str, int]:
    model = navigation.model
    rows = [model.index(at, 0).data(ROW_ROLE) for at in range(model.rowCount())]
    return {row.text: row.count for row in rows if not isinstance(row, Caption)}


def test_navigator_counts_what_waits(navigation: NavigationView, library: Library, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: navigation.model.rowCount() > 0)
    assert counts(navigation) | {"Articles": 3, "Drafts to check": 1, "Open claims": 2} == counts(navigation)
    library.articles.delete(ArticleId(REPORT_ID))
    qtbot.waitUntil(lambda: counts(navigation)["Deleted articles"] == 1)


def test_navigator_chooses_all_articles_first(navigation: NavigationView, qtbot: QtBot) -> None:
    told: list[tuple[str, object]] = []
    navigation.scope_chosen.connect(lambda *news: told.append(news))
    navigation.choose_first()
    qtbot.waitUntil(lambda: told == [("Articles", ArticleScope())])


def test_choice_stays_when_tags_come(navigation: NavigationView, library: Library, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: navigation.model.rowCount() > 0)
    choose(navigation, "Inbox")
    told: list[object] = []
    navigation.scope_chosen.connect(lambda *news: told.append(news))
    library.articles.edit(ArticleId(STORY_ID), ArticlePatch(tags=("port", "ships")))
    qtbot.waitUntil(lambda: "ships" in counts(navigation))
    assert navigation.view.currentIndex().data(ROW_ROLE).text == "Inbox"
    assert told == []


def test_deleted_claim_is_taken_out_of_the_trash(articles: ArticleListView, library: Library, qtbot: QtBot) -> None:
    claim = library.claims.rows()[0]
    library.claims.delete(ClaimId(claim.id))
    show(articles, qtbot, ClaimScope(trash=True), 1)
    articles.view.setCurrentIndex(articles.model.index_of(claim.id))
    button = next(one for one in articles.findChildren(Button) if one.text() == "Restore")
    assert not button.isHidden()
    button.click()
    qtbot.waitUntil(lambda: not library.claims.rows(ClaimScope(trash=True)))
    assert claim.id in [row.id for row in library.claims.rows()]


def entries(articles: ArticleListView, row_id: int) -> dict[str, QAction]:
    """Ask for the menu of a row, as a right click does."""
    index = articles.model.index_of(row_id)
    articles.view.customContextMenuRequested.emit(articles.view.visualRect(index).center())
    menu = next(menu for menu in articles.view.findChildren(QMenu) if menu.isVisible())
    found = {action.text(): action for action in menu.actions() if action.text()}
    menu.hide()
    return found


def test_menu_acts_on_its_row_and_leaves_the_open_one(
    articles: ArticleListView, library: Library, qtbot: QtBot
) -> None:
    opened = show(articles, qtbot, ArticleScope(), 3)
    menu = entries(articles, REPORT_ID)
    assert list(menu) == ["Copy A-2", "Mark as read", "Move to the trash"]
    menu["Copy A-2"].trigger()
    assert QApplication.clipboard().text() == "A-2"
    menu["Mark as read"].trigger()
    qtbot.waitUntil(lambda: not library.articles.detail(ArticleId(REPORT_ID)).row.is_unread)
    qtbot.waitUntil(lambda: "Mark as unread" in entries(articles, REPORT_ID))
    entries(articles, REPORT_ID)["Move to the trash"].trigger()
    qtbot.waitUntil(lambda: len(ids(articles)) == 2)
    assert library.articles.detail(ArticleId(REPORT_ID)).row.is_deleted
    assert opened == [STORY_ID]


def test_menu_in_the_trash_restores(articles: ArticleListView, library: Library, qtbot: QtBot) -> None:
    library.claims.delete(ClaimId(FALSE_CLAIM))
    show(articles, qtbot, ClaimScope(trash=True), 1)
    menu = entries(articles, FALSE_CLAIM)
    assert list(menu) == [f"Copy C-{FALSE_CLAIM}", "Restore"]
    menu["Restore"].trigger()
    qtbot.waitUntil(lambda: not library.claims.detail(ClaimId(FALSE_CLAIM)).row.is_deleted)
