"""A small real library made by verbs, and the fixtures that views and dialogs share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.filing import article_draft
from factdesk.library.filing_values import Origin
from factdesk.library.library import Library
from factdesk.model.enums import Kind, Reliability, Role, SourceLevel, SourceType, Stance, TwinChoice
from factdesk.model.ids import ArticleId, ClaimId, SourceId, VersionId
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.evidence import EvidenceDraft
from factdesk.model.values.sources import Citation, SourceDraft
from factdesk.settings import Settings
from factdesk.tasks.runner import Runner
from factdesk.ui.actions import ACTIONS
from factdesk.ui.actionset import ActionSet
from factdesk.ui.bus import Bus
from factdesk.ui.navigator import Navigator, Target
from factdesk.ui.preferences import Preferences

STORY = """Harbour council counts a record year 😀

The port of Lindow handled 412,000 tonnes of cargo last year, the most since it opened in 1931.

“Not one ship had to wait,” said Mara Eldin, who runs the harbour office.
"""
REPORT = """Annual report of the harbour office

Cargo in the year: 412,318 tonnes. Two ships had to wait for a pilot.

The busiest year remains 2011, with 455,020 tonnes.
"""
VISNYK = """Порт у Ліндові рахує тонни

Торік порт перевантажив 412 тисяч тонн. Кораблі чекали.
"""


def file_text(library: Library, words: str, *, outlet: str, published: str, language: str, role: Role) -> ArticleId:
    """File a pasted text and give its article."""
    draft = library.filing.preview(Origin.text(words))
    article = replace(
        article_draft(draft.captured, role=role),
        title=words.partition("\n")[0],
        outlet=outlet,
        published=published,
        language=language,
    )
    changes = library.filing.file(draft, article, TwinChoice.KEEP_BOTH, None)
    return ArticleId(changes.new(Kind.ARTICLE))


def fill(library: Library) -> None:
    """Put in A-1 (a story), A-2 (a report), A-3 (in Ukrainian), C-1 (false), C-2, S-1, S-2 (a call), E-1, E-2, N-1."""
    story = file_text(library, STORY, outlet="The Ledger", published="2026-03-14", language="en", role=Role.DRAFT)
    report = file_text(
        library, REPORT, outlet="Harbour office", published="2025-02-01", language="en", role=Role.REFERENCE
    )
    file_text(library, VISNYK, outlet="Вісник", published="2024-05", language="uk", role=Role.REFERENCE)
    first = ClaimId(library.claims.mark_quote(story, "the most since it opened in 1931").new(Kind.CLAIM))
    library.claims.mark_quote(story, "Not one ship had to wait")
    library.claims.edit(first, ClaimPatch(statement="No year saw more cargo.", claimant="The Ledger", tags=("cargo",)))
    library.claims.edit(first, ClaimPatch(verdict="false"))
    source = SourceId(library.sources.from_article(report).new(Kind.SOURCE))
    library.evidence.link_quote(first, source, Stance.REFUTES, "The busiest year remains 2011")
    call = SourceDraft(Citation(type=SourceType.CALL, title="Call to the pilots"), SourceLevel.PRIMARY, Reliability.B)
    heard = library.sources.add(call).new(Kind.SOURCE)
    library.evidence.link(EvidenceDraft(first, heard, Stance.CONTEXT, passage="We keep no list of delays."))
    library.notes.write(Kind.CLAIM, first, "Ask the council about pilotage before print.")
    library.indexing.drain()


def version_of(library: Library, article_id: int) -> VersionId:
    """Give the newest version of an article."""
    return VersionId(library.articles.detail(ArticleId(article_id)).latest.id)


def went_to(navigator: Navigator) -> list[Target]:
    """Collect where the navigator sends the window from now on."""
    targets: list[Target] = []
    navigator.navigated.connect(targets.append)
    return targets


@pytest.fixture
def empty_library(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Library]:
    """Give a library with nothing in it."""
    made = Library.create(tmp_path / "desk.factdesk", who="Dana Koval", clock=clock)
    yield made
    made.close()


@pytest.fixture
def library(empty_library: Library) -> Library:
    """Give a library with a story, its claims, sources, evidence and a note."""
    fill(empty_library)
    return empty_library


@pytest.fixture
def host(qapp: QApplication) -> Iterator[QWidget]:
    """Give a window for views to lie in; it goes after everything that is under way has come to rest."""
    made = QWidget()
    made.resize(1280, 800)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def runner(host: QWidget, qtbot: QtBot) -> Iterator[Runner]:
    """Give real lanes, at rest when the test ends and before the host and what lies in it go."""
    assert host.isVisible()
    made = Runner()
    yield made
    qtbot.waitUntil(lambda: made.pending == 0, timeout=20_000)
    made.close()
    assert made.pending == 0


@pytest.fixture
def bus(empty_library: Library, qtbot: QtBot) -> Bus:
    """Give the news of the library."""
    made = Bus()
    empty_library.subscribe(made.publish)
    return made


@pytest.fixture
def navigator(qtbot: QtBot) -> Navigator:
    """Give a navigator that nobody follows."""
    return Navigator()


@pytest.fixture
def actions(qtbot: QtBot) -> ActionSet:
    """Give every action, enabled and doing nothing."""
    made = ActionSet({})
    for row in ACTIONS:
        made.on(row.id, lambda: None)
    return made


@pytest.fixture
def preferences(qtbot: QtBot) -> Preferences:
    """Give settings that are kept nowhere."""
    return Preferences(
        Settings(who="Dana Koval", language="en"), keep=lambda now, **changes: now.model_copy(update=changes)
    )
