"""The reader and what it works with, on the small library; and what tests do with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.filing import article_draft
from factdesk.library.filing_values import Origin
from factdesk.library.library import Library
from factdesk.model.enums import Role, TwinChoice
from factdesk.model.values.text import Span
from factdesk.tasks.runner import Runner
from factdesk.ui.actionset import ActionSet
from factdesk.ui.bus import Bus
from factdesk.ui.navigator import Navigator
from factdesk.ui.preferences import Preferences
from factdesk.ui.views.reader import ReaderView

STORY_ID, REPORT_ID = 1, 2
FALSE_CLAIM, OPEN_CLAIM = 1, 2


@dataclass(frozen=True)
class Parts:
    """What every view is made with."""

    runner: Runner
    bus: Bus
    actions: ActionSet
    navigator: Navigator
    preferences: Preferences


def reader_of(library: Library, parts: Parts) -> ReaderView:
    """Make a reader."""
    return ReaderView(
        library=library,
        runner=parts.runner,
        bus=parts.bus,
        actions=parts.actions,
        navigator=parts.navigator,
        preferences=parts.preferences,
    )


def put(host: QWidget, view: QWidget) -> None:
    """Let a view fill its window."""
    box = QVBoxLayout(host)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(view)


def span_of(reader: ReaderView, words: str) -> Span:
    """Find words in the text that is open."""
    assert reader.content is not None
    start = reader.content.text.content.text.index(words)
    return Span(start, start + len(words))


def open_story(reader: ReaderView, qtbot: QtBot, article_id: int = STORY_ID) -> None:
    """Open the story, or another article, and wait until it is read."""
    reader.open(article_id)
    qtbot.waitUntil(lambda: reader.article_id == article_id and reader.runner.pending == 0)


def add_version(library: Library, words: str) -> None:
    """File another version of the story, as pasted."""
    draft = library.filing.preview(Origin.text(words))
    twin = next(one for one in draft.twins if one.article_id == STORY_ID)
    article = replace(article_draft(draft.captured, role=Role.DRAFT), title=words.partition("\n")[0], language="en")
    library.filing.file(draft, article, TwinChoice.NEW_VERSION, twin)


def verdicts(library: Library) -> dict[int, str]:
    """Give the verdict of each claim, as it is kept."""
    return {row.id: row.verdict for row in library.claims.rows()}


@pytest.fixture
def deeds(qtbot: QtBot) -> ActionSet:
    """Give the table of actions without slots."""
    return ActionSet({})


@pytest.fixture
def parts(runner: Runner, bus: Bus, deeds: ActionSet, navigator: Navigator, preferences: Preferences) -> Parts:
    """Give what every view is made with."""
    return Parts(runner, bus, deeds, navigator, preferences)


@pytest.fixture
def reader(library: Library, parts: Parts, host: QWidget) -> ReaderView:
    """Give a reader that shows nothing yet."""
    view = reader_of(library, parts)
    put(host, view)
    view.show()
    return view
