"""The README opens with the window and the two commands, and both are there to be typed."""

from __future__ import annotations

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = ["packaging/run", "packaging/test"]


def code_lines() -> list[str]:
    """Give the lines of the README's code blocks, without comments."""
    blocks = re.findall(r"^```\w*\n(.*?)^```|((?:^ {4}.+\n)+)", TEXT, re.MULTILINE | re.DOTALL)
    lines = [line.strip() for fenced, indented in blocks for line in (fenced or indented).splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def test_the_first_two_code_lines_are_the_two_commands() -> None:
    assert [line.split(" ")[0].removeprefix("./") for line in code_lines()[:2]] == COMMANDS


def test_both_commands_can_be_run() -> None:
    assert [name for name in COMMANDS if not os.access(ROOT / name, os.X_OK)] == []


def test_a_picture_comes_before_the_commands_and_links_lead_to_files() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []
    picture = re.search(r"!\[[^\]]+\]\([^)]+\.png\)", TEXT)
    assert picture is not None
    assert picture.start() < TEXT.index(COMMANDS[0])
