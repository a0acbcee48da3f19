"""Bringing texts in: one in the dialog, many as a task that can be cancelled, retried and never stops the window."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.library import Library
from factdesk.model.enums import Role
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.dialogs.filing import FilingDialog
from factdesk.ui.filing_desk import FilingDesk
from factdesk.ui.indexkeeper import IndexKeeper
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.tasklist import TaskList, TaskState
from ui.small_library import bus, empty_library, host, navigator, runner, went_to

__all__ = ["bus", "empty_library", "host", "navigator", "runner"]


@pytest.fixture
def tasks(qtbot: QtBot) -> TaskList:
    return TaskList()


@pytest.fixture
def desk(empty_library: Library, runner: Runner, tasks: TaskList, navigator: Navigator, host: QWidget) -> FilingDesk:
    return FilingDesk(library=empty_library, runner=runner, tasks=tasks, navigator=navigator, window=host)


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """Give the clipboard, emptied afterwards: data of Python's must not lie on it when the program ends."""
    made = qapp.clipboard()
    yield made
    made.clear()


@pytest.fixture
def keeper(empty_library: Library, runner: Runner, bus: Bus, tasks: TaskList, host: QWidget) -> IndexKeeper:
    return IndexKeeper(empty_library, runner, bus, tasks, parent=host)


def texts(folder: Path, count: int) -> list[Path]:
    """Write texts that have little in common."""
    folder.mkdir()
    for number in range(count):
        digits = hashlib.sha256(str(number).encode()).hexdigest()
        words = "\n\n".join(f"Paragraph {digits[at : at + 8]} of text {number}." for at in range(0, 56, 8))
        (folder / f"text {number:03}.txt").write_text(words, encoding="utf-8")
    return sorted(folder.iterdir())


def dialogs(host: QWidget) -> list[FilingDialog]:
    return [dialog for dialog in host.findChildren(FilingDialog) if dialog.isVisible()]


def test_one_file_opens_the_dialog(
    qtbot: QtBot, desk: FilingDesk, host: QWidget, navigator: Navigator, tmp_path: Path
) -> None:
    targets = went_to(navigator)
    desk.file_paths(texts(tmp_path / "in", 1))
    qtbot.waitUntil(lambda: bool(dialogs(host)) and dialogs(host)[0].primary.isEnabled())
    dialogs(host)[0].accept()
    qtbot.waitUntil(lambda: targets == [Target(Place.ARTICLE, 1)])
    qtbot.waitUntil(lambda: not host.findChildren(FilingDialog))


def test_folder_is_filed_as_a_task(
    qtbot: QtBot, desk: FilingDesk, tasks: TaskList, empty_library: Library, tmp_path: Path
) -> None:
    texts(tmp_path / "Audit dump", 6)
    (tmp_path / "Audit dump" / "empty.txt").touch()
    (tmp_path / "Audit dump" / "z again.txt").write_bytes((tmp_path / "Audit dump" / "text 000.txt").read_bytes())
    desk.file_paths([tmp_path / "Audit dump"])
    qtbot.waitUntil(lambda: bool(tasks.tasks) and tasks.tasks[0].state is TaskState.DONE)
    (task,) = tasks.tasks
    assert task.title == "Filing 8 files from “Audit dump”"
    assert [count for _icon, count, _words in task.tallies] == [6, 0, 1, 0, 1]
    assert task.words == "8 files looked at"
    (failure,) = task.failures
    assert failure.name == "empty.txt"
    assert failure.place == str(tmp_path / "Audit dump" / "empty.txt")
    assert failure.reason
    assert {row.role for row in empty_library.articles.rows()} == {Role.REFERENCE}


def test_failed_file_is_retried_once_it_is_mended(
    qtbot: QtBot, desk: FilingDesk, tasks: TaskList, empty_library: Library, tmp_path: Path
) -> None:
    paths = texts(tmp_path / "in", 2)
    words = paths[0].read_bytes()
    paths[0].write_bytes(b"")
    desk.file_paths(paths)
    qtbot.waitUntil(lambda: bool(tasks.tasks) and tasks.tasks[0].state is TaskState.DONE)
    paths[0].write_bytes(words)
    retry = tasks.tasks[0].failures[0].retry
    assert retry is not None
    retry()
    qtbot.waitUntil(lambda: len(tasks.tasks) == 2 and tasks.running == 0)
    assert tasks.tasks[0].title == "Trying 1 file again"
    assert tasks.tasks[1].failures == []
    assert len(empty_library.articles.rows()) == 2


def test_cancel_keeps_what_is_done_and_says_what_is_left(
    qtbot: QtBot, desk: FilingDesk, tasks: TaskList, empty_library: Library, tmp_path: Path
) -> None:
    paths = texts(tmp_path / "in", 60)

    def cancel() -> None:
        ticket = tasks.tasks[0].ticket
        if tasks.tasks[0].done >= 3 and ticket is not None:
            ticket.cancel()

    tasks.changed.connect(cancel)
    desk.file_paths(paths)
    qtbot.waitUntil(lambda: bool(tasks.tasks) and tasks.running == 0, timeout=20_000)
    (task,) = tasks.tasks
    filed = len(empty_library.articles.rows())
    assert task.state is TaskState.CANCELLED
    assert 3 <= filed < 60
    assert f"{filed} files looked at" in task.words
    (offer,) = task.offers
    assert offer.words == f"{60 - filed} files not looked at"
    tasks.changed.disconnect(cancel)
    ((words, go_on),) = offer.deeds
    assert words == "Go on"
    go_on()
    qtbot.waitUntil(lambda: len(empty_library.articles.rows()) == 60 and tasks.running == 0, timeout=60_000)
    assert task.offers == ()


def test_clipboard_takes_files_an_address_or_a_text(
    qtbot: QtBot, desk: FilingDesk, host: QWidget, clipboard: QClipboard, tmp_path: Path
) -> None:
    clipboard.setText("The ward is old.\nIt was closed in March.")
    desk.file_clipboard()
    qtbot.waitUntil(lambda: len(dialogs(host)) == 1 and bool(dialogs(host)[0].blocks.model.rowCount()))
    dialogs(host)[0].reject()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(texts(tmp_path / "in", 1)[0]))])
    clipboard.setMimeData(data)
    desk.file_clipboard()
    qtbot.waitUntil(lambda: any("of text 0" in one.blocks.model.content().text for one in dialogs(host)))
    clipboard.clear()
    shown = len(dialogs(host))
    desk.file_clipboard()
    assert len(dialogs(host)) == shown


def test_what_was_filed_is_found_soon(
    qtbot: QtBot, desk: FilingDesk, keeper: IndexKeeper, empty_library: Library, tmp_path: Path
) -> None:
    library = empty_library
    keeper.heal()
    desk.file_paths(texts(tmp_path / "in", 4))
    qtbot.waitUntil(lambda: library.searching.find("paragraph").total == 4, timeout=20_000)
    qtbot.waitUntil(lambda: library.indexing.pending() == 0)


def test_folder_without_files_is_said(qtbot: QtBot, desk: FilingDesk, host: QWidget, tmp_path: Path) -> None:
    (tmp_path / "Nothing here").mkdir()
    desk.file_paths([tmp_path / "Nothing here"])
    qtbot.waitUntil(lambda: bool(host.findChildren(QMessageBox)))
    assert host.findChildren(QMessageBox)[0].text() == "There is no file to read in “Nothing here”."


def test_empty_clipboard_is_said(desk: FilingDesk, host: QWidget, clipboard: QClipboard) -> None:
    clipboard.clear()
    desk.file_clipboard()
    assert [box.text() for box in host.findChildren(QMessageBox)] == ["Nothing that could be filed was copied."]
    assert not dialogs(host)


PAGE = """<html><head><title>{title}</title><link rel="canonical" href="https://courier.example/{page}"></head>
<body><article><h1>{title}</h1><p>{words}</p></article></body></html>"""


def pages(folder: Path, words: str) -> list[Path]:
    folder.mkdir()
    for page in ("ward", "bus"):
        text = PAGE.format(title=f"The {page} of Velmark", page=page, words=f"{words} {page} " * 20)
        (folder / f"{page}.html").write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


def test_other_words_under_a_known_address_wait_for_a_person(
    qtbot: QtBot, desk: FilingDesk, tasks: TaskList, empty_library: Library, tmp_path: Path
) -> None:
    host = desk._window
    desk.file_paths(pages(tmp_path / "first", "Nobody waited long at the"))
    qtbot.waitUntil(lambda: len(empty_library.articles.rows()) == 2 and tasks.running == 0, timeout=30_000)
    desk.file_paths(pages(tmp_path / "second", "Somebody stood for hours before that"))
    qtbot.waitUntil(lambda: len(tasks.tasks) == 2 and tasks.running == 0, timeout=30_000)
    versions = [row.version_count for row in empty_library.articles.rows()]
    assert versions == [1, 1]
    (offer,) = tasks.tasks[0].offers
    assert offer.words == "2 files have other words under an address that is here already."
    deeds = dict(offer.deeds)
    deeds["Decide…"]()
    qtbot.waitUntil(lambda: bool(dialogs(host)) and dialogs(host)[0].twins.twin is not None, timeout=30_000)
    assert tasks.tasks[0].offers == ()
    first = dialogs(host)[0]
    with qtbot.waitSignal(first.accepted, timeout=30_000):
        first.accept()
    qtbot.waitUntil(lambda: bool(dialogs(host)) and dialogs(host)[0].twins.twin is not None, timeout=30_000)
    dialogs(host)[0].reject()
    qtbot.waitUntil(lambda: bool(tasks.tasks[0].offers))
    (offer,) = tasks.tasks[0].offers
    assert offer.words == "1 file has other words under an address that is here already."
    dict(offer.deeds)["Add it as a version"]()
    qtbot.waitUntil(lambda: len(tasks.tasks) == 3 and tasks.running == 0, timeout=30_000)
    assert [row.version_count for row in empty_library.articles.rows()] == [2, 2]
    assert len(empty_library.articles.rows()) == 2
