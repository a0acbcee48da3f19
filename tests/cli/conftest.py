"""A command line run in this process or in one of its own, and a library made by it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cli.schema import failure_faults, result_faults
from factdesk import logs
from factdesk.cli.app import main
from factdesk.cli.doors import Doors
from factdesk.compute import Here
from factdesk.library.library import Library
from factdesk.library.sample import build_sample

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Read stdout as the one JSON object it must be."""
        return json.loads(self.out)

    @property
    def result(self) -> Any:
        """Give the result of a command that was done."""
        assert self.json["ok"], self.json
        return self.json["result"]


@dataclass
class FakeDoors:
    """The doors to the window, writing down who came through."""

    code: int = 0
    fault: Exception | None = None
    windows: list[tuple[object, ...]] = field(default_factory=list)
    tours: list[Path] = field(default_factory=list)

    def window(self, library: Path | None, theme: str | None, open_id: str | None, files: Sequence[Path]) -> int:
        """Note the call."""
        if self.fault is not None:
            raise self.fault
        self.windows.append((library, theme, open_id, tuple(files)))
        return self.code

    def tour(self, folder: Path) -> tuple[Path, ...]:
        """Note the call and name two files."""
        self.tours.append(folder)
        return (folder / "01-file.png", folder / "memo.docx")


Run = Callable[..., Ran]


@pytest.fixture
def doors() -> FakeDoors:
    return FakeDoors()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], doors: FakeDoors) -> Iterator[Run]:
    """Run a command in this process; with `schema="articles"` as JSON, validated as that command's answer."""

    def run(*arguments: object, schema: str = "") -> Ran:
        words = [str(one) for one in arguments] + (["--json"] if schema else [])
        capsys.readouterr()
        code = main(words, Doors(doors.window, doors.tour), Here())
        out, err = capsys.readouterr()
        ran = Ran(code, out, err)
        assert "Traceback" not in err
        log = logs.file()
        if "made a mistake" in err and log is not None:
            print(log.read_text(encoding="utf-8"))  # shown beside a test that fails by it
        if schema:
            answer = ran.json
            assert (result_faults(schema, answer) if answer["ok"] else failure_faults(answer)) == []
        return ran

    yield run
    logs.take_down()


@pytest.fixture
def start(home: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Start the command line in a process of its own."""

    def start(*arguments: object, **environment: str) -> subprocess.Popen[bytes]:
        known = {**os.environ, "PYTHONPATH": str(ROOT / "desktop"), **environment}
        return subprocess.Popen(
            [sys.executable, "-m", "factdesk", *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={name: value for name, value in known.items() if value},
        )

    return start


@pytest.fixture
def outside(start: Callable[..., subprocess.Popen[bytes]]) -> Run:
    """Run a command in a process of its own, to its end; its output must be UTF-8."""

    def outside(*arguments: object, stdin: bytes = b"", **environment: str) -> Ran:
        with start(*arguments, **environment) as process:
            out, err = process.communicate(stdin, timeout=60)
        return Ran(process.returncode, out.decode("utf-8"), err.decode("utf-8"))

    return outside


@pytest.fixture(scope="session")
def sample_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample library once."""
    folder = tmp_path_factory.mktemp("sample") / "Kestrava.factdesk"
    build_sample(folder, who="Nora Tealby", clock=lambda: datetime(2026, 3, 14, 9, 0, tzinfo=UTC)).close()
    return folder


@pytest.fixture
def sample(sample_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a sample library of this test's own, named by the environment."""
    folder = tmp_path / "Kestrava.factdesk"
    shutil.copytree(sample_once, folder)
    monkeypatch.setenv("FACTDESK_LIBRARY", str(folder))
    return folder


@pytest.fixture(scope="session")
def empty_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty library once."""
    folder = tmp_path_factory.mktemp("empty") / "desk.factdesk"
    Library.create(folder, who="Nora Tealby").close()
    return folder


@pytest.fixture
def desk(empty_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty library of this test's own, named by the environment."""
    folder = tmp_path / "desk.factdesk"
    shutil.copytree(empty_once, folder)
    monkeypatch.setenv("FACTDESK_LIBRARY", str(folder))
    return folder
