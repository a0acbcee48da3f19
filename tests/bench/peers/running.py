"""Starts workers: which Python runs which engine, and what to say when one cannot."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORKER = Path(__file__).with_name("worker.py")


@dataclass(frozen=True, slots=True)
class Pythons:
    """The Python of each engine: ours, a virtual environment with the peers of PyPI, Debian's own."""

    ours: str
    peers: str
    system: str

    def of(self, engine: str) -> str:
        """Give the Python that has the engine's module."""
        return {"xapian": self.system, "recoll": self.system, "tantivy": self.peers, "bm25s": self.peers}.get(
            engine, self.ours
        )


class EngineFailedError(Exception):
    """A worker ended with an error; the text is its last line."""


def add_arguments(arguments: argparse.ArgumentParser) -> None:
    """Let the Pythons be named."""
    arguments.add_argument("--peers-python", default=sys.executable, help="a Python that has tantivy and bm25s")
    arguments.add_argument("--system-python", default="/usr/bin/python3", help="a Python that has xapian and recoll")


def pythons(given: argparse.Namespace) -> Pythons:
    """Take what was named."""
    return Pythons(sys.executable, given.peers_python, given.system_python)


def run(python: str, engine: str, task: str, job: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Run one task of an engine; EngineFailedError when it cannot."""
    asked, answered = folder / f"{engine}.job.json", folder / f"{engine}.result.json"
    asked.write_text(json.dumps(job, ensure_ascii=False), encoding="utf-8")
    answered.unlink(missing_ok=True)
    ended = subprocess.run(
        [python, str(WORKER), engine, task, str(asked), str(answered)], capture_output=True, text=True, check=False
    )
    if ended.returncode or not answered.exists():
        lines = ended.stderr.strip().splitlines() or [f"exit code {ended.returncode}"]
        raise EngineFailedError(lines[-1])
    found: dict[str, Any] = json.loads(answered.read_text(encoding="utf-8"))
    return found
