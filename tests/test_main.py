"""The entrance: what opens the window, what goes to the command line, and where there is no screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factdesk import __main__ as entrance
from factdesk import logs
from factdesk.library.library import Library

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the screen away."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("blind")
@pytest.mark.parametrize("arguments", [(), ("gui",), ("desk.factdesk",)])
def test_without_a_screen_the_window_says_so(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Library.create(tmp_path / "desk.factdesk", who="Nora Tealby").close()
    assert entrance.run(arguments) == 1
    assert capsys.readouterr().err.startswith("There is no screen to show the window on.")
    logs.take_down()


def test_a_file_named_like_a_library_is_no_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk.factdesk").write_text("a file", encoding="utf-8")
    assert entrance.run(["desk.factdesk"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    logs.take_down()


def test_the_command_line_loads_no_window(tmp_path: Path) -> None:
    words = (
        "import sys; from factdesk.__main__ import run; run(['new', sys.argv[1]]);"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'factdesk.ui', 'factdesk.tasks'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", words, str(tmp_path / "desk.factdesk")],
        env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"
