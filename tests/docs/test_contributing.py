"""CONTRIBUTING tells the truth: its links lead somewhere and its tables name every dependency."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def required(lines: list[str]) -> set[str]:
    """Give the names of requirements without versions and markers."""
    return {re.split(r"[<>=!~; \[]", line, maxsplit=1)[0] for line in lines}


def first_cells() -> set[str]:
    """Give the names in the first column of the tables of dependencies."""
    tables = TEXT.split("## Dependencies, and why these")[1]
    cells = [line.split("|")[1] for line in tables.splitlines() if line.startswith("|")]
    return {name.strip() for cell in cells for name in cell.split(",")} - {"package", "tool", "---"}


def test_links_lead_to_files() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_dependency_has_its_row_and_every_row_its_dependency() -> None:
    wanted = required(PROJECT["dependencies"]) | required(PROJECT["optional-dependencies"]["test"])
    assert first_cells() == wanted


def test_every_package_is_on_the_map() -> None:
    packages = {path.parent.name for path in (ROOT / "desktop" / "factdesk").glob("*/__init__.py")}
    assert packages == set(re.findall(r"^\| \[`(\w+)`\]", TEXT, re.MULTILINE))


def test_places_named_in_how_to_add_exist() -> None:
    table = TEXT.split("## How to add")[1].split("## Code")[0]
    # Placeholders stand for a name to be chosen: what is above them must be there.
    places = {
        place.split("<")[0].split("NNNN")[0].rpartition("/")[0] or place
        for place in re.findall(r"`([\w/<>.]+)`", table)
    }
    homes = (ROOT, ROOT / "desktop" / "factdesk", ROOT / "desktop" / "factdesk" / "search" / "languages")
    paths = {place for place in places if "/" in place or place.endswith(".py")}
    assert paths
    assert [place for place in sorted(paths) if not any((home / place).exists() for home in homes)] == []
