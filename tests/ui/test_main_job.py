"""The main job in the real window: file, mark, link, judge, find again, export; then once more after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from factdesk.library.filing_values import Origin
from factdesk.model.enums import AnchorState, Kind, Stance
from factdesk.model.values.text import Span
from factdesk.settings import Settings, ThemeChoice
from factdesk.ui.app import Desktop, free_folder
from factdesk.ui.navigator import Place, Target
from factdesk.ui.widgets.page.view import PageView
from factdesk.ui.windows.workbench import Workbench

STORY = """Harbour council counts a record year 😀

The port of Lindow handled 412,000 tonnes of cargo last year, the most since it opened in 1931.

“Not one ship had to wait,” said Mara Eldin, who runs the harbour office. She took the post in 2019.
"""
REPORT = """Annual report of the harbour office

Cargo in the year: 412,318 tonnes.

The busiest year remains 2011, with 455,020 tonnes.
"""


@pytest.fixture
def desktop(qtbot: QtBot) -> Iterator[Desktop]:
    made = Desktop(
        Settings(who="Ann Reed", language="en", theme=ThemeChoice.LIGHT, reduced_motion=True),
        keep=lambda settings, **changes: settings.model_copy(update=changes),
    )
    made.window.show()
    yield made
    qtbot.waitUntil(lambda: made.runner.pending == 0, timeout=30_000)
    made.window.close()
    made.close()
    assert made.runner.pending == 0
    made.window.deleteLater()
    made.deleteLater()


def bench_of(desktop: Desktop) -> Workbench:
    assert desktop.window.bench is not None
    return desktop.window.bench


def open_new(desktop: Desktop, qtbot: QtBot, folder: Path) -> Workbench:
    desktop.create_library(folder)
    qtbot.waitUntil(lambda: desktop.window.bench is not None, timeout=30_000)
    return bench_of(desktop)


def file_text(bench: Workbench, qtbot: QtBot, words: str) -> None:
    dialog = bench.filing.file_dialog(Origin.text(words))
    qtbot.waitUntil(dialog.primary.isEnabled, timeout=60_000)
    with qtbot.waitSignal(dialog.filed):
        dialog.accept()


def span_of(page: PageView, words: str) -> Span:
    at = page.content.text.index(words)
    return Span(at, at + len(words))


def mark(desktop: Desktop, qtbot: QtBot, words: str) -> None:
    reader = bench_of(desktop).desk.reader
    before = len(reader.content.claims) if reader.content else 0
    reader.page.select(span_of(reader.page, words))
    desktop.context.actions["claim.mark"].trigger()
    qtbot.waitUntil(lambda: reader.content is not None and len(reader.content.claims) == before + 1)


def test_main_job_from_filing_to_memo(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    bench = open_new(desktop, qtbot, tmp_path / "Desk.factdesk")
    reader, actions = bench.desk.reader, desktop.context.actions
    file_text(bench, qtbot, REPORT)
    file_text(bench, qtbot, STORY)
    qtbot.waitUntil(lambda: reader.content is not None and "record" in reader.content.article.row.title)

    mark(desktop, qtbot, "the most since it opened in 1931")
    actions["evidence.link"].trigger()
    pane = bench.desk.link.source
    report = bench.library.articles.rows()[-1]
    bench.desk.link.use_article(report.id)
    qtbot.waitUntil(lambda: pane.content is not None and pane.content.text is not None)
    pane.page.select(span_of(pane.page, "The busiest year remains 2011"))
    actions["stance.refutes"].trigger()
    actions["link.accept"].trigger()
    qtbot.waitUntil(lambda: bench.desk.link.evidence_count == 1)
    desktop.context.navigator.back()

    qtbot.waitUntil(lambda: reader.selected_claim() is not None)
    actions["verdict.5"].trigger()
    qtbot.waitUntil(lambda: (row := reader.selected_claim()) is not None and row.verdict == "false")

    qtbot.waitUntil(lambda: bench.library.indexing.pending() == 0, timeout=30_000)
    found = bench.library.searching.find("busiest years")
    assert {hit.kind for hit in found.hits} >= {Kind.ARTICLE, Kind.EVIDENCE}

    target = tmp_path / "memo.docx"
    dialog = bench.deeds.export_memo()
    assert dialog is not None
    qtbot.waitUntil(dialog.primary.isEnabled)
    dialog.set_target(target)
    dialog.open_when_done(False)
    dialog.accept()
    qtbot.waitUntil(target.is_file, timeout=30_000)
    words = "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
    assert "the most since it opened in 1931" in words


def test_everything_is_there_after_a_restart(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "Desk.factdesk"
    bench = open_new(desktop, qtbot, folder)
    file_text(bench, qtbot, STORY)
    qtbot.waitUntil(lambda: bench.desk.reader.content is not None)
    mark(desktop, qtbot, "Not one ship had to wait")
    desktop.open_library(folder)
    qtbot.waitUntil(lambda: desktop.window.bench not in (None, bench), timeout=30_000)
    again = bench_of(desktop)
    qtbot.waitUntil(lambda: again.desk.reader.content is not None)
    content = again.desk.reader.content
    assert content is not None
    assert [row.state for row in content.claims] == [AnchorState.ANCHORED]
    undo, redo = desktop.context.actions["edit.undo"], desktop.context.actions["edit.redo"]
    qtbot.waitUntil(undo.isEnabled)
    undo.trigger()
    qtbot.waitUntil(lambda: again.desk.reader.content is not None and not again.desk.reader.content.claims)
    qtbot.waitUntil(redo.isEnabled)
    redo.trigger()
    qtbot.waitUntil(lambda: again.desk.reader.content is not None and len(again.desk.reader.content.claims) == 1)


def test_back_and_forward_retrace_the_way(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    bench = open_new(desktop, qtbot, tmp_path / "Desk.factdesk")
    navigator = desktop.context.navigator
    navigator.open(Target(Place.SOURCES))
    navigator.open(Target(Place.HISTORY))
    desktop.context.actions["go.back"].trigger()
    assert navigator.current.place is Place.SOURCES
    desktop.context.actions["go.forward"].trigger()
    assert navigator.current.place is Place.HISTORY
    assert bench.isVisible()


def test_no_library_leaves_no_dead_button(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    actions = desktop.context.actions
    assert not actions["article.file"].isEnabled()
    open_new(desktop, qtbot, tmp_path / "Desk.factdesk")
    assert actions["article.file"].isEnabled()
    assert not actions["memo.export"].isEnabled()
    actions["library.close"].trigger()
    qtbot.waitUntil(lambda: desktop.window.bench is None)
    assert not actions["article.file"].isEnabled()


def test_second_program_gets_the_library_read_only(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    from factdesk.library.library import Library

    holder = Library.create(tmp_path / "Desk.factdesk", who="Other")
    try:
        desktop.open_library(tmp_path / "Desk.factdesk")
        qtbot.waitUntil(lambda: desktop.window.bench is not None, timeout=30_000)
        bench = bench_of(desktop)
        assert bench.library.is_read_only
        assert bench.notice.isVisible()
        assert not desktop.context.actions["article.file"].isEnabled()
    finally:
        holder.close()


def test_stances_have_one_key_each(desktop: Desktop) -> None:
    keys = {stance: desktop.context.actions[f"stance.{stance}"].shortcut().toString() for stance in Stance}
    assert keys == {Stance.SUPPORTS: "S", Stance.REFUTES: "R", Stance.CONTEXT: "C"}


def test_language_changes_the_whole_window(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    bench = open_new(desktop, qtbot, tmp_path / "Desk.factdesk")
    file_text(bench, qtbot, STORY)
    qtbot.waitUntil(lambda: bench.desk.reader.content is not None)
    desktop.preferences.change(language="uk")
    qtbot.waitUntil(lambda: desktop.window.bench not in (None, bench))
    again = bench_of(desktop)
    qtbot.waitUntil(lambda: again.desk.reader.content is not None)
    menu = desktop.window.menuBar().actions()[0].text()
    desktop.preferences.change(language="en")
    qtbot.waitUntil(lambda: desktop.window.bench not in (None, again))
    assert menu != desktop.window.menuBar().actions()[0].text() == "&File"
    qtbot.waitUntil(lambda: bench_of(desktop).desk.reader.content is not None)


def test_index_is_made_once_the_first_text_stands(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    file_text(open_new(desktop, qtbot, tmp_path / "Desk.factdesk"), qtbot, STORY)
    desktop.window.library_closed.emit()
    qtbot.waitUntil(lambda: desktop.runner.pending == 0, timeout=30_000)
    desktop.open_library(tmp_path / "Desk.factdesk")
    qtbot.waitUntil(lambda: desktop.window.bench is not None, timeout=30_000)
    with qtbot.waitSignal(desktop.context.tasks.changed, timeout=30_000):
        assert desktop.context.tasks.tasks == ()
    assert bench_of(desktop).desk.reader.content is not None
    qtbot.waitSignal(bench_of(desktop).index.drained, timeout=30_000).wait()


def test_library_closed_at_once_begins_nothing_more(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    begun: list[int] = []
    tasks = desktop.context.tasks
    tasks.changed.connect(lambda: begun.append(len(tasks.tasks)))
    open_new(desktop, qtbot, tmp_path / "Desk.factdesk")
    assert desktop.runner.pending > 0
    desktop.window.library_closed.emit()
    qtbot.waitUntil(lambda: desktop.runner.pending == 0, timeout=30_000)
    assert not any(begun)


def test_failure_where_nobody_looks_is_said(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    bench = open_new(desktop, qtbot, tmp_path / "Desk.factdesk")
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text(REPORT, encoding="utf-8")
    bad.write_bytes(b"%PDF-1.7\nand nothing else")
    bench.filing.file_paths([good, bad])
    qtbot.waitUntil(bench.undo_bar.isVisible, timeout=30_000)
    assert bench.undo_bar.text == "Filing 2 files: 1 failed"
    bench.undo_bar._deed.click()
    assert bench.tasks_panel.is_open


def test_free_name_is_offered_for_a_new_library(tmp_path: Path) -> None:
    assert free_folder(tmp_path, "My desk") == tmp_path / "My desk.factdesk"
    (tmp_path / "My desk.factdesk").mkdir()
    (tmp_path / "My desk 2.factdesk").mkdir()
    assert free_folder(tmp_path, "My desk") == tmp_path / "My desk 3.factdesk"


def test_other_colours_leave_the_names_of_deeds(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    bench = open_new(desktop, qtbot, tmp_path / "Desk.factdesk")
    file_text(bench, qtbot, STORY)
    actions = desktop.context.actions
    qtbot.waitUntil(lambda: actions["edit.undo"].text() == "Undo: File article")
    qtbot.waitUntil(lambda: actions["verdict.1"].text() == "Verdict: True")
    desktop.preferences.change(theme=ThemeChoice.DARK)
    assert actions["edit.undo"].text() == "Undo: File article"
    assert actions["verdict.1"].text() == "Verdict: True"
    desktop.preferences.change(theme=ThemeChoice.LIGHT)
