"""The repository holds what belongs to the project, and nothing of the machines it was made on."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from architecture.sources import ROOT

TOP_LEVEL = {
    "pyproject.toml", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "README.md", "requirements.lock",
    "desktop", "resources", "tests", "packaging",
}  # fmt: skip
# Written apart, so that this file does not find itself.
FOREIGN = re.compile(
    rb"(?<![\w.:/<-])/(?:wo"
    + rb"rk|ro"
    + rb"ot)/[\w.]|files\.python"
    + rb"hosted\.org|py"
    + rb"pi\.org/simple|deb\.deb"
    + rb"ian\.org|"
    rb"registry\.np" + rb"mjs"
)
BINARY = {".png", ".jpg", ".pdf", ".docx", ".woff2", ".ttf", ".otf", ".ico", ".mo", ".zip", ".gz", ".db"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_top_level_holds_what_the_house_map_names() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {hit.group()!r}"
        for path in tracked()
        if path.suffix.lower() not in BINARY
        for hit in FOREIGN.finditer(path.read_bytes())
    ]
    assert not found, "\n".join(found)
