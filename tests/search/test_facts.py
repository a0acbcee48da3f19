"""Facets count, filters keep and dates lie within, over the facts of a segment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from factdesk.search.arrays.building import SegmentBuilder
from factdesk.search.arrays.facts import Facts
from factdesk.search.arrays.file import ArrayFile, write_arrays
from factdesk.search.engine import SearchDocument
from search.documents import NEWS, a_document

Maker = Callable[..., Facts]
EVERYTHING = np.arange(len(NEWS))


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Maker]:
    opened: list[ArrayFile] = []

    def made(*documents: SearchDocument) -> Facts:
        builder = SegmentBuilder()
        for document in documents:
            builder.add(document)
        path = tmp_path / f"{len(opened)}.seg"
        write_arrays(path, builder.arrays())
        opened.append(ArrayFile(path))
        return Facts(opened[-1])

    yield made
    for file in opened:
        file.close()


def column(facts: Facts, facet: str) -> list[str]:
    return [facts.value(facet, number) for number in range(len(facts.ids))]


def passing(facts: Facts, facet: str, *wanted: str) -> set[int]:
    return set(np.flatnonzero(facts.passing(facet, frozenset(wanted))).tolist())


def test_facts_come_back_as_they_were_written(make: Maker) -> None:
    facts = make(*NEWS)
    assert facts.keys == [document.key for document in NEWS]
    assert column(facts, "outlet") == [document.outlet for document in NEWS]
    assert facts.value("tag", 0) == "money\x1fcity hall"
    assert all(facts.numbers(document.key) == [at] for at, document in enumerate(NEWS))
    assert facts.numbers("article-999") == facts.numbers("nothing-1") == facts.numbers("article-x") == []


def test_controls_cannot_break_a_row(make: Maker) -> None:
    facts = make(a_document(1, outlet="A\x1eB\x1f\n", tags=("x\x1fy", "\x1e", ""), claimant="\0"))
    assert column(facts, "outlet") == ["A B"]
    assert column(facts, "tag") == ["x y"]
    assert column(facts, "claimant") == [""]


def test_values_are_counted_and_empty_ones_are_not(make: Maker) -> None:
    facts = make(*NEWS)
    assert facts.count("kind", EVERYTHING) == {"article": 3, "claim": 1, "evidence": 1}
    assert facts.count("outlet", EVERYTHING)[""] == 0
    assert facts.count("tag", EVERYTHING) == {"money": 1, "city hall": 1, "місто": 1}
    assert facts.count("published", EVERYTHING) == {"2026": 2, "2026-03": 2, "2025": 1, "2025-11": 1, "2024": 1}
    assert facts.count("kind", np.empty(0, np.int64)) == {}


def test_a_filter_lets_its_values_pass(make: Maker) -> None:
    facts = make(*NEWS)
    assert passing(facts, "kind", "claim", "evidence") == {3, 4}
    assert passing(facts, "tag", "місто") == {1}
    assert passing(facts, "published", "2024", "2025-11..") == {0, 1, 2, 3}
    assert passing(facts, "published", "no date") == set()
    assert passing(facts, "verdict", "") == {0, 1, 2, 4}


def test_days_find_documents(make: Maker) -> None:
    facts = make(*NEWS)
    assert np.flatnonzero(facts.published_within("2024-01-01", "2025-12-31")).tolist() == [1, 2]
    assert np.flatnonzero(facts.published_within("", "")).tolist() == [0, 1, 2, 3]
