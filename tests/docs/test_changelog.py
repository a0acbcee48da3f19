"""The changelog: an Unreleased part first, versions in order, words for users in every part."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = re.split(r"^## ", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
KINDS = {"Added", "Changed", "Fixed", "Removed", "Security"}


def test_the_first_part_is_unreleased() -> None:
    assert PARTS[0].splitlines()[0] == "Unreleased"


def test_released_parts_fall_to_older_versions() -> None:
    heads = [part.splitlines()[0] for part in PARTS[1:]]
    assert [head for head in heads if not re.fullmatch(r"\d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\)", head)] == []
    versions = [tuple(map(int, head.split(" ")[0].split("."))) for head in heads]
    assert versions == sorted(versions, reverse=True)


def test_every_part_says_what_changed_for_whom() -> None:
    for part in PARTS:
        kinds = re.findall(r"^### (.+)$", part, re.MULTILINE)
        assert kinds
        assert set(kinds) <= KINDS
        assert re.search(r"^- \w", part, re.MULTILINE)
