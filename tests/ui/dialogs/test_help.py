"""The help: its pages are whole, its keys true, its links stay inside, its search finds."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factdesk import words
from factdesk.paths import resource
from factdesk.search.fields import FIELDS
from factdesk.ui.actions import ACTIONS, BY_ID
from factdesk.ui.actionset import ActionSet
from factdesk.ui.commands import commands_now
from factdesk.ui.dialogs.help import HelpWindow
from factdesk.ui.dialogs.help.pages import ORDER, HelpPage, read_pages, source_of
from factdesk.ui.dialogs.settings.general import shown_fields

LINK = re.compile(r"\]\(([^)]+)\)")
FILLED = re.compile(r"\{(keys|settings|fields|key:[^}]*)\}")
LANGUAGES = sorted(folder.name for folder in resource("help").iterdir() if folder.is_dir())
WRITTEN = [(code, path.stem) for code in LANGUAGES for path in sorted(resource(f"help/{code}").glob("*.md"))]


@pytest.fixture
def pages(actions: ActionSet) -> dict[str, HelpPage]:
    return read_pages(commands_now(actions))


@pytest.fixture
def window(actions: ActionSet, host: QWidget) -> HelpWindow:
    made = HelpWindow(actions, parent=host)
    made.show_page("start")
    return made


@pytest.fixture
def english() -> Iterator[None]:
    yield
    words.use_language("en")


def test_every_page_is_in_the_order_and_every_one_of_the_order_is_there() -> None:
    assert {path.stem for path in resource("help/en").glob("*.md")} == set(ORDER)


@pytest.mark.parametrize(("code", "name"), WRITTEN)
def test_a_page_opens_with_its_title_and_names_actions_that_exist(code: str, name: str) -> None:
    source = source_of(name, code)
    assert name in ORDER
    assert re.match(r"# \S", source)
    assert set(re.findall(r"\{key:([^}]*)\}", source)) <= set(BY_ID)


@pytest.mark.parametrize(("code", "name"), WRITTEN)
def test_links_lead_to_pages(code: str, name: str) -> None:
    links = [link.partition("#")[0] for link in LINK.findall(source_of(name, code))]
    assert [link for link in links if link.removesuffix(".md") not in ORDER or not link.endswith(".md")] == []


@pytest.mark.parametrize(("code", "name"), [pair for pair in WRITTEN if pair[0] != "en"])
def test_a_translation_names_the_same_keys(code: str, name: str) -> None:
    assert set(FILLED.findall(source_of(name, code))) == set(FILLED.findall(source_of(name, "en")))


def test_nothing_is_left_to_fill_in(pages: dict[str, HelpPage]) -> None:
    left = {name: re.findall(r"\{[a-z]+(?::[\w.]+)?\}", page.markdown) for name, page in pages.items()}
    assert {name: marks for name, marks in left.items() if marks} == {}


def test_keys_are_those_that_are_set(actions: ActionSet) -> None:
    actions.use_keys({"claim.mark": "Ctrl+Alt+M", "search.open": ""})
    pages = read_pages(commands_now(actions))
    assert "press `Ctrl+Alt+M`" in pages["claims"].markdown
    assert "Edit › Search the library searches from anywhere" in pages["search"].markdown


def test_every_action_setting_and_field_has_its_entry(pages: dict[str, HelpPage]) -> None:
    assert [row.id for row in ACTIONS if f"| {row.words} |" not in pages["keys"].markdown] == []
    from factdesk.settings import Settings

    titles = [Settings.model_fields[name].title or "" for name in shown_fields()]
    assert [title for title in titles if f"| {title} |" not in pages["settings"].markdown] == []
    assert [row.name for row in FIELDS if f"`{row.name}:`" not in pages["search"].markdown] == []


@pytest.mark.usefixtures("english")
def test_a_page_without_a_translation_is_shown_in_english(actions: ActionSet) -> None:
    words.use_language("uk")
    pages = read_pages(commands_now(actions))
    assert all(page.title and page.markdown for page in pages.values())


def test_a_link_opens_its_page_and_back_returns(window: HelpWindow, qtbot: QtBot) -> None:
    window.page.anchorClicked.emit(QUrl("filing.md"))
    assert window.current == "filing"
    assert "Already in the library" in window.page.toPlainText()
    window._back.click()
    assert window.current == "start"
    window._forward.click()
    assert window.current == "filing"


@pytest.mark.parametrize("address", ["https://example.org/", "file:///etc/passwd", "../../LICENSE", "javascript:1"])
def test_no_link_leaves_the_help(window: HelpWindow, address: str) -> None:
    before = window.page.toPlainText()
    window.page.anchorClicked.emit(QUrl(address))
    assert window.current == "start"
    assert window.page.toPlainText() == before
    assert window.page.loadResource(2, QUrl(address)).isEmpty()


def test_search_lists_the_pages_that_hold_the_words_and_marks_them(window: HelpWindow, qtbot: QtBot) -> None:
    window.field.setText("Admiralty code")
    qtbot.waitUntil(lambda: window.current == "evidence")
    marked = {selection.cursor.selectedText() for selection in window.page.extraSelections()}
    assert marked == {"Admiralty", "code", "Code"} & marked
    assert "Admiralty" in marked
    assert window.list.lines.rowCount() < len(ORDER)
    window.field.setText("zzzz")
    qtbot.waitUntil(lambda: window.list.lines.rowCount() == 0)
    window.field.clear()
    qtbot.waitUntil(lambda: window.list.lines.rowCount() == len(ORDER))


def test_an_unknown_page_is_the_first_one(window: HelpWindow) -> None:
    window.show_page("nowhere")
    assert window.current == ORDER[0]
