"""kill -9 a desk while it files, edits and indexes: every acknowledged word is there and found, the index heals."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crash.test_kill import Nursery
from factdesk.library.library import Library
from factdesk.model.enums import Kind
from factdesk.model.ids import ClaimId

KILLS = 10


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    made = Nursery("desk_nursery.py")
    yield made
    made.close()


def test_killed_desk_finds_every_acknowledged_word(nursery: Nursery, tmp_path: Path) -> None:
    dice = random.Random()
    folder = tmp_path / "Desk.factdesk"
    Library.create(folder, who="Ann").close()
    heard: list[dict[str, Any]] = []
    for kill in range(KILLS):
        heard += nursery.run(folder, kill, dice.randrange(2, 9), dice.uniform(0, 0.05))
        library = Library.open(folder, who="Ann")
        library.indexing.heal()
        check_kept(library, heard)
        assert library.upkeep.check() == ()
        library.close()


def check_kept(library: Library, heard: list[dict[str, Any]]) -> None:
    for message in heard:
        if "nonce" in message:
            found = library.searching.find(message["nonce"], filters={"kind": frozenset({Kind.ARTICLE.value})})
            assert [hit.id for hit in found.hits] == [message["article"]]
    last = {message["edited"]: message["rationale"] for message in heard if "edited" in message}
    for claim, rationale in last.items():
        kept = library.claims.detail(ClaimId(claim)).rationale
        assert kept == rationale or kept not in last.values()
        found = library.searching.find(kept, filters={"kind": frozenset({Kind.CLAIM.value})})
        assert [hit.id for hit in found.hits] == [claim]
