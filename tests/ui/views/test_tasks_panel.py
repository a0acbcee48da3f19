"""The Tasks panel: what is under way, what failed and why, and what can be done about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.actionset import ActionSet
from factdesk.ui.tasklist import Task, TaskFailure, TaskList, TaskState
from factdesk.ui.views.tasks_panel import TasksPanel
from factdesk.ui.views.tasks_panel.parts import SHOWN_FAILURES


@pytest.fixture
def tasks(qtbot: QtBot) -> TaskList:
    return TaskList()


@pytest.fixture
def panel(tasks: TaskList, actions: ActionSet, host: QWidget) -> TasksPanel:
    made = TasksPanel(tasks, actions, host)
    made.open()
    return made


def words_of(panel: TasksPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]


def button(panel: TasksPanel, words: str) -> QAbstractButton:
    return next(
        one for one in panel.findChildren(QAbstractButton) if one.text().startswith(words) and one.isVisibleTo(panel)
    )


def test_running_task_shows_how_far_it_is(panel: TasksPanel, tasks: TaskList) -> None:
    task = tasks.add(Task("Filing 10 files", total=10, done=4))
    task.started -= 40
    task.tallies = (("check", 3, "filed"), ("copy", 0, "already here"), ("octagon-alert", 1, "failed"))
    tasks.touch()
    words = words_of(panel)
    assert "1 running" in words
    assert any(line.startswith("4 of 10 · 6 a minute · about") for line in words)
    assert "3 filed" in words
    assert "1 failed" in words
    assert not any("already here" in line for line in words)


def test_failures_are_listed_with_their_reason_and_retried(qtbot: QtBot, panel: TasksPanel, tasks: TaskList) -> None:
    again: list[str] = []
    task = tasks.add(Task("Filing", total=3))
    for name in ("a.pdf", "b.pdf"):
        task.failures.append(TaskFailure(name, "It is locked.", retry=lambda name=name: again.append(name)))
    task.retry_all = lambda: again.append("all")
    tasks.end(task, TaskState.DONE, "3 files done")
    qtbot.waitUntil(lambda: words_of(panel).count("It is locked.") == 2)
    words = words_of(panel)
    assert {"a.pdf", "b.pdf", "3 files done"} <= set(words)
    button(panel, "Retry all 2").click()
    next(one for one in panel.findChildren(QAbstractButton) if one.accessibleName() == "Retry b.pdf").click()
    assert again == ["all", "b.pdf"]


def test_long_name_never_widens_the_panel(qtbot: QtBot, panel: TasksPanel, tasks: TaskList) -> None:
    task = tasks.add(Task("Filing", total=1))
    name = "clusterfuzz-testcase-minimized-" + "x" * 120 + ".docx"
    task.failures.append(TaskFailure(name, f"“{name}” is damaged.", retry=lambda: None))
    tasks.touch()
    retry = next(one for one in panel.findChildren(QAbstractButton) if one.accessibleName() == f"Retry {name}")
    qtbot.waitUntil(retry.isVisible)
    qtbot.waitUntil(lambda: retry.mapTo(panel, retry.rect().bottomRight()).x() < panel.width())


def test_failure_that_comes_later_is_added(qtbot: QtBot, panel: TasksPanel, tasks: TaskList) -> None:
    task = tasks.add(Task("Filing", total=500))
    for number in range(SHOWN_FAILURES + 7):
        task.failures.append(TaskFailure(f"{number}.pdf", "Cut short."))
        tasks.touch()
    qtbot.waitUntil(lambda: words_of(panel).count("Cut short.") == SHOWN_FAILURES)
    assert any(line.startswith("7 more") for line in words_of(panel))


def test_list_of_failures_is_saved(
    panel: TasksPanel, tasks: TaskList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = tasks.add(Task("Filing", total=1))
    task.failures.append(TaskFailure("a.pdf", "It is locked."))
    tasks.touch()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_parts: (str(tmp_path / "failures.txt"), ""))
    button(panel, "Save list").click()
    assert (tmp_path / "failures.txt").read_text(encoding="utf-8") == "a.pdf\tIt is locked.\n"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_parts: (str(tmp_path / "gone" / "f.txt"), ""))
    button(panel, "Save list").click()
    assert any("could not be written" in line for line in words_of(panel))


def test_first_end_of_a_task_stands(panel: TasksPanel, tasks: TaskList) -> None:
    task = tasks.add(Task("Filing", total=2))
    tasks.end(task, TaskState.CANCELLED, "1 file done")
    tasks.end(task, TaskState.DONE, "")
    assert task.state is TaskState.CANCELLED
    assert "1 file done" in words_of(panel)
    button(panel, "Clear done").click()
    assert tasks.tasks == ()
    assert any("Nothing is under way" in line for line in words_of(panel))


def test_escape_closes_and_the_panel_stays_in_the_corner(panel: TasksPanel, host: QWidget) -> None:
    host.resize(1600, 900)
    assert panel.geometry().right() <= 1600 - 12
    assert host.rect().contains(panel.geometry())
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.is_open
