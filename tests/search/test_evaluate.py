"""Scores are Okapi BM25 over forms of words; what only finds does not score."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from factdesk.search.arrays.segment import K1, B
from factdesk.search.engine import Order
from factdesk.search.whoosh_engine import WhooshEngine
from search.documents import a_document, an_engine, ask, numbers

BODIES = {
    1: "ward council ward budget",
    2: "ward " + "filler " * 30,
    3: "council budget budget money",
    4: "nothing of note here",
}


def scores(engine: WhooshEngine, text: str) -> dict[int, float]:
    return {hit.id: hit.score for hit in ask(engine, text).hits}


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    return an_engine(tmp_path, *(a_document(number, body) for number, body in BODIES.items()))


def bm25(frequency: int, length: int, found: int) -> float:
    average = 1.05 ** round(math.log(sum(len(body.split()) for body in BODIES.values()) / len(BODIES), 1.05))
    rarity = math.log(1 + (len(BODIES) - found + 0.5) / (found + 0.5))
    return rarity * frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * length / average))


def test_a_word_scores_by_bm25(engine: WhooshEngine) -> None:
    got = scores(engine, "ward")
    assert got[1] == pytest.approx(bm25(2, 4, 2))
    # Whoosh keeps lengths in one byte, 31 to within a twentieth.
    assert got[2] == pytest.approx(bm25(1, 31, 2), rel=0.05)
    assert set(got) == {1, 2}


def test_words_add_up(engine: WhooshEngine) -> None:
    council, budget = scores(engine, "council"), scores(engine, "budget")
    assert scores(engine, "council budget")[1] == pytest.approx(council[1] + budget[1])
    assert scores(engine, "council OR budget") == pytest.approx(
        {number: council.get(number, 0) + budget.get(number, 0) for number in {*council, *budget}}
    )


def test_what_is_excluded_does_not_score(engine: WhooshEngine) -> None:
    assert scores(engine, "council -ward")[3] == scores(engine, "council")[3]


def test_labels_and_dates_find_without_score(tmp_path: Path) -> None:
    engine = an_engine(tmp_path, a_document(1, "ward", published="2026"), a_document(2, "other"))
    assert scores(engine, "kind:article") == {1: 0, 2: 0}
    assert scores(engine, "published:2026") == {1: 0}
    assert scores(engine, "kind:art*") == {1: 0, 2: 0}
    assert scores(engine, "ward kind:article") == scores(engine, "ward")


def test_forms_of_one_word_count_as_one(tmp_path: Path) -> None:
    engine = an_engine(tmp_path, a_document(1, "said said said other"), a_document(2, "say say say other"))
    got = scores(engine, "say")
    assert got[1] == pytest.approx(got[2], rel=0.1)


def test_a_phrase_that_stands_more_often_scores_more(tmp_path: Path) -> None:
    engine = an_engine(
        tmp_path,
        a_document(1, "city hall and city hall again of them"),
        a_document(2, "city hall and hall city again of them"),
        a_document(3, "hall city and nothing"),
    )
    assert numbers(engine, '"city hall"') == [1, 2]


def test_a_phrase_may_repeat_its_words(tmp_path: Path) -> None:
    engine = an_engine(tmp_path, a_document(1, "to be or not to be"), a_document(2, "to be or not to see"))
    assert numbers(engine, '"to be or not to be"') == [1]


def test_ties_go_to_the_newer(tmp_path: Path) -> None:
    dates = ("2024", "2026-03", "", "2025-01-01")
    engine = an_engine(tmp_path, *(a_document(number, "ward", published=date) for number, date in enumerate(dates)))
    assert numbers(engine, "ward") == [1, 3, 0, 2]
    assert numbers(engine, "", order=Order.RELEVANCE) == [1, 3, 0, 2]


def test_a_score_does_not_depend_on_the_segments(tmp_path: Path) -> None:
    documents = [a_document(number, body) for number, body in BODIES.items()]
    whole = an_engine(tmp_path / "whole", *documents)
    pieces = an_engine(tmp_path / "pieces")
    for document in documents:
        pieces.write([document])
    for text in ("ward", "council budget", '"council ward"', "ward OR money", "bud*"):
        assert scores(pieces, text) == pytest.approx(scores(whole, text))
