"""The lock files: all that pyproject asks for, the same versions in both, hashes and no addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))? \\$", re.MULTILINE)


def pins(name: str) -> set[tuple[str, str]]:
    """Give the names and versions a lock pins."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {(pin["name"], pin["version"]) for pin in PIN.finditer(text)}


def named(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~; \[]", requirement, maxsplit=1)[0]).lower()


def test_run_time_lock_pins_every_dependency() -> None:
    assert {named(line) for line in PROJECT["dependencies"]} <= {name for name, _ in pins("requirements.lock")}


def test_test_lock_pins_every_tool_and_all_of_the_run_time() -> None:
    locked = pins("packaging/requirements-test.lock")
    assert {named(line) for line in PROJECT["optional-dependencies"]["test"]} <= {name for name, _ in locked}
    assert pins("requirements.lock") <= locked


def test_locks_hold_pins_with_hashes_and_nothing_else() -> None:
    for name in ("requirements.lock", "packaging/requirements-test.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        rest = [line for line in PIN.sub("", text).splitlines() if line and not line.startswith("#")]
        assert rest
        assert [line for line in rest if not re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line)] == []
        assert "://" not in text
