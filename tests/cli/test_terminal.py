"""On a terminal: aligned columns, a bar while filing, and nothing of the bar in a pipe."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.conftest import ROOT

pty = pytest.importorskip("pty", reason="pseudo-terminals are of POSIX")

Terminal = tuple[int, list[bytes]]
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """Give the end of a pseudo-terminal that a program writes to, and what it wrote so far."""
    ours, theirs = pty.openpty()
    said: list[bytes] = []

    def read() -> None:
        while True:
            try:
                data = os.read(ours, 65536)
            except OSError:  # the other end was closed
                return
            said.append(data)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    yield theirs, said
    os.close(ours)


def run(terminal: Terminal, *arguments: object, pipe: bool = False) -> tuple[int, str, str]:
    """Run a command with stderr, and stdout unless it is to be a pipe, on the terminal; give code, stdout, screen."""
    theirs, said = terminal
    done = subprocess.run(
        [sys.executable, "-m", "factdesk", *map(str, arguments)],
        stdout=subprocess.PIPE if pipe else theirs,
        stderr=theirs,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT / "desktop"), "TERM": "xterm-256color", "COLUMNS": "100"},
        timeout=60,
        check=False,
    )
    os.close(theirs)
    screen = ESCAPES.sub("", b"".join(said).decode("utf-8", "replace"))
    return done.returncode, (done.stdout or b"").decode("utf-8"), screen


def test_a_terminal_gets_headings_and_whole_ids(sample: Path, terminal: Terminal) -> None:
    code, _out, screen = run(terminal, "articles")
    lines = screen.splitlines()
    assert code == 0
    assert lines[0].split() == ["Article", "Published", "Outlet", "Claims", "Title"]
    assert lines[1].startswith("A-11 ")
    assert max(len(line) for line in lines) <= 100


def test_a_bar_on_the_terminal_leaves_the_pipe_pure(desk: Path, terminal: Terminal, tmp_path: Path) -> None:
    paths = [tmp_path / f"{at}.txt" for at in range(40)]
    for at, path in enumerate(paths):
        path.write_text(f"Story {at}.\n\nNumber {at} of all.", encoding="utf-8")
    code, out, screen = run(terminal, "file", "--json-lines", *paths, pipe=True)
    assert code == 0
    assert [line[:1] for line in out.splitlines()] == ["{"] * 40
    assert "Filing" in screen
    assert "40 filed." in screen
    assert "{" not in screen
