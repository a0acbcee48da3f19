"""The list of memos: each with the claims that changed since it left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factdesk.export.document import MemoRequest
from factdesk.library.library import Library
from factdesk.model.ids import ClaimId
from factdesk.model.values.claims import ClaimPatch
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.navigator import Navigator, Place
from factdesk.ui.views.memos import MemosView
from ui.small_library import went_to


@pytest.fixture
def view(library: Library, runner: Runner, bus: Bus, navigator: Navigator, host: QWidget) -> MemosView:
    made = MemosView(library=library, runner=runner, bus=bus, navigator=navigator)
    QVBoxLayout(host).addWidget(made)
    return made


def cells(view: MemosView) -> list[str]:
    model = view.view.model()
    return [model.index(0, column).data() for column in range(model.columnCount())] if model.rowCount() else []


def test_memo_is_listed_and_says_what_changed_since(
    qtbot: QtBot, view: MemosView, library: Library, navigator: Navigator, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: not view.view.isVisible())
    library.memos.export(MemoRequest(1, recipient="Ruth Amsel"), tmp_path / "memo.docx")
    qtbot.waitUntil(lambda: cells(view)[:1] == ["M-1"])
    assert {"Ruth Amsel", "memo.docx", "nothing"} <= set(cells(view))
    library.claims.edit(ClaimId(2), ClaimPatch(verdict="true"))
    qtbot.waitUntil(lambda: "C-2" in cells(view))

    targets = went_to(navigator)
    view.view.selectRow(0)
    QTest.keyClick(view.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [(target.place, target.id) for target in targets] == [(Place.ARTICLE, 1)])
