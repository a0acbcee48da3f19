"""Files handed to other programs: what cannot be opened is said, with where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.opening import open_file


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def said(window: QWidget) -> list[tuple[str, str]]:
    return [(box.text(), box.informativeText()) for box in window.findChildren(QMessageBox)]


@pytest.mark.parametrize(("has_program", "count"), [(True, 0), (False, 1)])
def test_no_program_is_said_with_the_folder(
    has_program: bool, count: int, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo = tmp_path / "memo.docx"
    memo.write_bytes(b"words")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: has_program)
    open_file(memo, window)
    assert len(said(window)) == count
    for sentence, hint in said(window):
        assert "memo.docx" in sentence
        assert str(tmp_path) in hint


def test_file_that_went_away_is_said(window: QWidget, tmp_path: Path) -> None:
    open_file(tmp_path / "gone.docx", window)
    assert said(window) == [("“gone.docx” is no longer there.", str(tmp_path))]
