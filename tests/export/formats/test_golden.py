"""The parts of a small memo, word by word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from export import samples
from factdesk.export.document import MemoDocument

if TYPE_CHECKING:
    from export.conftest import Package

PARTS = (
    "word/document.xml",
    "word/header1.xml",
    "word/footer1.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
    "[Content_Types].xml",
)


def small() -> MemoDocument:
    """Give two claims of the English sample, one done and one open, and the sources they use."""
    whole = samples.english()
    kept = tuple(claim for claim in whole.claims if claim.number in {2, 8})
    return replace(whole, claims=kept, sources=whole.sources[:2], questions=whole.questions[:1])


@pytest.mark.parametrize("part", PARTS)
def test_parts_of_a_small_memo_are_as_they_were(
    part: str, package: Callable[[MemoDocument], Package], golden: Callable[[str, bytes], None]
) -> None:
    name = part.replace("/", "-").strip("[]").replace("]", "")
    golden(name if name.endswith(".xml") else f"{name}.xml", package(small()).parts[part])
