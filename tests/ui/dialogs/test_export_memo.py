"""The export dialog: chosen claims, honest pages, a place that can be changed when it fails."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from factdesk.compute import Workers
from factdesk.library.library import Library
from factdesk.model.ids import ArticleId
from factdesk.tasks.runner import Runner
from factdesk.ui.dialogs.export_memo import ExportMemoDialog
from factdesk.ui.dialogs.export_memo.preview import MemoPreview
from factdesk.ui.tasklist import TaskList, TaskState
from factdesk.ui.widgets.notices import Banner

FIRST = "the most since it opened in 1931"


@pytest.fixture
def tasks() -> TaskList:
    return TaskList()


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    made = Workers(1)
    yield made
    made.close()


@pytest.fixture
def dialog(  # noqa: PLR0917  (what a dialog needs)
    library: Library, runner: Runner, workers: Workers, tasks: TaskList, host: QWidget, qtbot: QtBot
) -> ExportMemoDialog:
    made = ExportMemoDialog(library=library, runner=runner, compute=workers, tasks=tasks, article_id=1, parent=host)
    made.open_when_done(False)
    made.open()
    qtbot.waitUntil(lambda: made.claims.choices.rowCount() == 2 and made.primary.isEnabled())
    return made


def words_of(dialog: ExportMemoDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


def has_ink(preview: MemoPreview) -> bool:
    """Whether words are painted on a sheet, and not only paper on its ground."""
    image = preview.viewport().grab().toImage()
    middle = image.width() // 2
    return any(image.pixelColor(middle + x, y).lightness() < 90 for x in range(-60, 60) for y in range(40, 300))


def banners(dialog: ExportMemoDialog) -> list[str]:
    return [one.text for one in dialog.findChildren(Banner) if one.isVisibleTo(dialog)]


def test_memo_is_written_where_it_says(
    qtbot: QtBot, dialog: ExportMemoDialog, library: Library, tasks: TaskList
) -> None:
    assert "Saves to exports" in dialog.foot_note.text()
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()
    (row,) = library.memos.rows()
    assert Path(row.path).parent == library.folder / "exports"
    assert zipfile.is_zipfile(row.path)
    qtbot.waitUntil(lambda: tasks.tasks[0].state is TaskState.DONE)
    assert tasks.tasks[0].open is not None


def test_pages_are_painted_and_change_with_the_choice(qtbot: QtBot, dialog: ExportMemoDialog) -> None:
    preview = dialog.preview
    qtbot.waitUntil(lambda: preview.total > 1 and has_ink(preview))
    assert preview.memo is not None
    assert FIRST in preview.memo.body
    for box in dialog.findChildren(QCheckBox):
        if box.text() == "Source list":
            box.setChecked(False)
    dialog.claims.setCurrentIndex(dialog.claims.choices.index(0, 0))
    QTest.keyClick(dialog.claims, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: FIRST not in preview.memo.body)
    assert "Annual report" not in preview.memo.body
    assert preview.accessibleDescription()
    assert "1 of 2" in words_of(dialog)


def test_every_page_in_sight_is_painted(qtbot: QtBot, dialog: ExportMemoDialog) -> None:
    preview = dialog.preview
    qtbot.waitUntil(lambda: preview.total > 1 and not preview.unpainted)
    preview.set_zoom(0.5)
    qtbot.waitUntil(lambda: not preview.unpainted)
    preview.set_zoom(1.0)
    preview.turn(2)
    qtbot.waitUntil(lambda: not preview.unpainted)


def test_zoom_changes_the_size_and_says_so(qtbot: QtBot, dialog: ExportMemoDialog) -> None:
    before = dialog.preview.zoom
    dialog.preview.step_zoom(1)
    assert dialog.preview.zoom > before
    qtbot.waitUntil(lambda: f"{round(100 * dialog.preview.zoom)} %" in words_of(dialog))


def test_claims_without_evidence_are_named(dialog: ExportMemoDialog) -> None:
    assert "Claim 2 has no evidence. The memo will say so." in banners(dialog)
    dialog.claims.choices.toggle(dialog.claims.choices.index(1, 0))
    assert not any("no evidence" in words for words in banners(dialog))


def test_no_claim_chosen_cannot_be_exported(dialog: ExportMemoDialog) -> None:
    for row in range(2):
        dialog.claims.choices.toggle(dialog.claims.choices.index(row, 0))
    assert not dialog.primary.isEnabled()
    assert dialog.request().claim_ids == ()


def test_place_that_fails_keeps_the_dialog_and_offers_another(
    qtbot: QtBot, dialog: ExportMemoDialog, library: Library, tmp_path: Path
) -> None:
    dialog.set_target(tmp_path / "gone" / "memo.docx")
    dialog.accept()
    qtbot.waitUntil(lambda: any("folder is not there" in words for words in banners(dialog)))
    assert dialog.isVisible()
    assert dialog.primary.isEnabled()
    assert "Another place…" in [button.text() for button in dialog.findChildren(type(dialog.primary))]
    dialog.set_target(tmp_path / "memo.docx")
    assert not any("folder is not there" in words for words in banners(dialog))
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()
    assert len(library.memos.rows()) == 1


def test_taken_name_is_numbered_and_never_replaced(
    qtbot: QtBot, library: Library, runner: Runner, workers: Workers, host: QWidget
) -> None:
    name = library.folder / "exports" / "M-1 Harbour council counts a record year 😀.docx"
    name.write_bytes(b"mine")
    dialog = ExportMemoDialog(
        library=library, runner=runner, compute=workers, tasks=TaskList(), article_id=1, parent=host
    )
    dialog.open_when_done(False)
    dialog.open()
    qtbot.waitUntil(lambda: "(2).docx" in dialog.foot_note.text() and dialog.primary.isEnabled())
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()
    assert name.read_bytes() == b"mine"
    assert library.memos.rows(ArticleId(1))[0].path.endswith("(2).docx")


def test_leaving_takes_no_answer(qtbot: QtBot, dialog: ExportMemoDialog, runner: Runner, library: Library) -> None:
    dialog.preview.step_zoom(1)
    dialog.reject()
    qtbot.waitUntil(lambda: runner.pending == 0)
    assert library.memos.rows() == ()
