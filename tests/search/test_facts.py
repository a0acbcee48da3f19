"""Facets count, filters keep and dates lie within, over the facts of a segment."""

from __future__ import annotations

import pytest

from factdesk.search.analysis import FACTS, analyse
from factdesk.search.facts import Facts
from factdesk.search.schema import FactsField
from search.documents import NEWS, a_document


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts.read(FactsField().to_column_value(analyse(document).facts) for document in NEWS)


def test_facts_come_back_as_they_were_written(facts: Facts) -> None:
    assert set(facts.columns) == set(FACTS)
    assert facts.keys() == [document.key for document in NEWS]
    assert facts.column("outlet") == [document.outlet for document in NEWS]
    assert facts.column("tag")[0] == "money\x1fcity hall"


def test_controls_cannot_break_a_row() -> None:
    odd = a_document(1, outlet="A\x1eB\x1f\n", tags=("x\x1fy", "\x1e", ""), claimant="\0")
    read = Facts.read([FactsField().to_column_value(analyse(odd).facts)])
    assert read.column("outlet") == ["A B"]
    assert read.column("tag") == ["x y"]
    assert read.column("claimant") == [""]


def test_values_are_counted_and_empty_ones_are_not(facts: Facts) -> None:
    everything = range(len(NEWS))
    assert facts.count("kind", everything) == {"article": 3, "claim": 1, "evidence": 1}
    assert facts.count("outlet", everything)[""] == 0
    assert facts.count("tag", everything) == {"money": 1, "city hall": 1, "місто": 1}
    assert facts.count("published", everything) == {"2026": 2, "2026-03": 2, "2025": 1, "2025-11": 1, "2024": 1}
    assert facts.count("kind", []) == {}


def test_a_filter_lets_its_values_pass(facts: Facts) -> None:
    everything = range(len(NEWS))
    assert facts.passing("kind", frozenset(("claim", "evidence")), everything) == {3, 4}
    assert facts.passing("tag", frozenset(("місто",)), everything) == {1}
    assert facts.passing("published", frozenset(("2024", "2025-11..")), everything) == {0, 1, 2, 3}
    assert facts.passing("published", frozenset(("no date",)), everything) == set()
    assert facts.passing("verdict", frozenset(("",)), everything) == {0, 1, 2, 4}
    assert facts.passing("kind", frozenset(("claim",)), [0, 1]) == set()


def test_days_find_documents(facts: Facts) -> None:
    assert facts.published_within("2024-01-01", "2025-12-31") == [1, 2]
    assert facts.published_within("", "") == [0, 1, 2, 3]
