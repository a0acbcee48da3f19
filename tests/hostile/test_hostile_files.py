"""Every bad file ends in one sentence that names it, or in its words; in bounded time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hostile.cases import CASES, READ, Case
from hostile.reader import MEMORY, SECONDS

REPOSITORY = Path(__file__).parents[2]
BATCHES = 2
# The first test waits for both processes; on a busy machine that takes more than the usual two minutes.
pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="session")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Make the files and read them in two processes of their own."""
    folder = tmp_path_factory.mktemp("hostile")
    for case in CASES:
        case.put(folder)
    before = sorted(folder.iterdir())
    batches = [[folder / case.name for case in CASES[start::BATCHES]] for start in range(BATCHES)]
    running = [_start(folder) for _batch in batches]
    told: dict[str, dict[str, Any]] = {}
    for process, batch in zip(running, batches, strict=True):
        said, complained = process.communicate("".join(json.dumps(str(path)) + "\n" for path in batch), timeout=280)
        for line in said.splitlines():
            outcome = json.loads(line)
            told[outcome["name"]] = outcome
        missing = [path.name for path in batch if path.name not in told]
        assert process.returncode == 0, f"died at {missing[:1]}: {complained[-2000:]}"
        assert complained == ""
    assert sorted(folder.iterdir()) == before
    return told


def _start(folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": f"{REPOSITORY / 'desktop'}{os.pathsep}{REPOSITORY / 'tests'}"}
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "hostile.reader"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        env=environment,
    )


@pytest.mark.parametrize("case", [case for case in CASES if case.code], ids=lambda case: ascii(case.name[:40]))
def test_a_bad_file_ends_in_one_sentence(case: Case, outcomes: dict[str, dict[str, Any]]) -> None:
    outcome = outcomes[case.name]
    assert outcome["kind"] == "refusal"
    assert outcome["code"] == case.code
    shown = "".join(char for char in case.name if char.isprintable() or char == "\n").replace("\n", " ")
    assert shown[:100] in outcome["sentence"]
    assert outcome["sentence"].endswith(".")
    assert "\n" not in outcome["sentence"]
    assert "\u202e" not in outcome["sentence"]
    assert outcome["hint"]


@pytest.mark.parametrize("case", [case for case in CASES if not case.code], ids=lambda case: case.name)
def test_an_odd_file_is_read(case: Case, outcomes: dict[str, dict[str, Any]]) -> None:
    assert outcomes[case.name]["kind"] == "text"
    assert outcomes[case.name]["chars"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case.name[:40]))
def test_time_and_memory_are_bounded(case: Case, outcomes: dict[str, dict[str, Any]]) -> None:
    outcome = outcomes[case.name]
    assert outcome["seconds"] < SECONDS
    assert outcome["memory"] < MEMORY


def test_there_are_as_many_bad_files_as_were_asked_for() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
    assert len([case for case in CASES if case.code]) >= 45
    assert len(READ) >= 10
