"""The window from the built wheel: it opens, and the tour does the whole job and leaves what it names."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from docx import Document
from PySide6.QtGui import QImage

PICTURES = 13
PATIENCE = 600


def environment() -> dict[str, str]:
    """Give the environment without what put the checkout on this process's path."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DISPLAY", "WAYLAND"))}
    return kept | {"QT_QPA_PLATFORM": "offscreen"}


def test_tour_of_the_wheel_does_the_main_job(installed: Path, tmp_path: Path) -> None:
    out = tmp_path / "tour"
    done = subprocess.run(
        [installed / "factdesk", "tour", "--out", out, "--json"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert (done.returncode, done.stderr) == (0, "")
    files = [Path(name) for name in json.loads(done.stdout)["result"]["files"]]
    assert [path for path in files if not path.exists()] == []
    pictures = [path for path in files if path.suffix == ".png"]
    assert len(pictures) == PICTURES
    assert all(QImage(str(path)).width() >= 1280 for path in pictures)
    memo = Document(str(out / "memo.docx"))
    assert any("212 handovers" in paragraph.text for paragraph in memo.paragraphs)


def test_window_of_the_wheel_opens_a_library(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Desk.factdesk"
    subprocess.run([installed / "factdesk", "new", folder], cwd=tmp_path, env=environment(), check=True)
    window = subprocess.Popen(
        [installed / "factdesk", "gui", "--library", folder],
        cwd=tmp_path,
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert remembers(window, folder)
    finally:
        window.terminate()
        _out, said = window.communicate(timeout=30)
    assert said == ""


def remembers(window: subprocess.Popen[str], folder: Path) -> bool:
    """Wait until the window has put the library among the recent ones, or ended."""
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "factdesk" / "settings.json"
    for _try in range(300):
        if settings.is_file() and str(folder) in settings.read_text(encoding="utf-8"):
            return window.poll() is None
        try:
            window.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            continue
        return False
    return False
