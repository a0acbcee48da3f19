"""Coverage: states of sentences, what is left over, the next open one."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.claims.covering import coverage, next_open, previous_open, sentence_at
from factdesk.claims.sentences import sentences
from factdesk.model.enums import BlockKind, SentenceState
from factdesk.model.values.text import Block, CanonicalText, Coverage, Span

TEXT = "Head line\nIt cost €41.6 million, the board said. Nobody knew. “It ended,” she said."
CONTENT = CanonicalText(TEXT, (Block(BlockKind.HEADING, 0, 9), Block(BlockKind.PARAGRAPH, 10, len(TEXT))))
SPANS = sentences(CONTENT, "en")


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def left_over(found: Coverage, number: int) -> list[str]:
    return [TEXT[span.start : span.end] for span in found.sentences[number - 1].uncovered]


def test_sentence_with_a_claim_is_claimed_and_the_rest_is_left_over() -> None:
    found = coverage(CONTENT, SPANS, [place("41.6 million")], [])
    assert [sentence.state for sentence in found.sentences] == [
        SentenceState.OPEN,
        SentenceState.CLAIMED,
        SentenceState.OPEN,
        SentenceState.OPEN,
    ]
    assert left_over(found, 2) == ["It cost €", "the board said"]
    assert found.percent == 25


def test_sentence_with_a_strike_is_struck_and_a_claim_wins() -> None:
    found = coverage(CONTENT, SPANS, [place("Nobody")], [place("Nobody knew."), place("Head line")])
    assert [sentence.state for sentence in found.sentences][:3] == [
        SentenceState.STRUCK,
        SentenceState.OPEN,
        SentenceState.CLAIMED,
    ]
    assert left_over(found, 3) == [] and left_over(found, 1) == []


def test_open_sentence_has_no_left_over() -> None:
    assert all(not sentence.uncovered for sentence in coverage(CONTENT, SPANS, [], []).sentences)


def test_mark_that_takes_only_a_full_stop_covers_nothing() -> None:
    stop = TEXT.index("knew.") + 4
    assert coverage(CONTENT, SPANS, [Span(stop, stop + 1), Span(3, 3)], []).covered == 0


def test_one_mark_over_two_sentences_covers_both() -> None:
    assert coverage(CONTENT, SPANS, [place("board said. Nobody")], []).covered == 2


def test_sentences_are_numbered_from_one_and_know_their_block() -> None:
    found = coverage(CONTENT, SPANS, [], [])
    assert [(sentence.number, sentence.block) for sentence in found.sentences] == [(1, 0), (2, 1), (3, 1), (4, 1)]


def test_next_and_previous_open_go_round() -> None:
    found = coverage(CONTENT, SPANS, [place("Nobody knew")], [])
    order = [sentence.span.start for sentence in found.sentences]
    assert [next_open(found, at).number for at in (-1, order[0], order[1], order[3])] == [1, 2, 4, 1]  # type: ignore[union-attr]
    assert [previous_open(found, at).number for at in (order[3], order[1], order[0])] == [2, 1, 4]  # type: ignore[union-attr]


def test_next_open_gives_none_when_all_is_done() -> None:
    found = coverage(CONTENT, SPANS, SPANS, [])
    assert next_open(found, 0) is None and previous_open(found, 99) is None
    assert coverage(CanonicalText("", ()), (), (), ()).percent == 0


@pytest.mark.parametrize(("at", "number"), [(0, 1), (9, 1), (10, 2), (11, 2)])
def test_sentence_at_gives_the_sentence_of_a_place(at: int, number: int) -> None:
    found = sentence_at(coverage(CONTENT, SPANS, [], []), at)
    assert found is not None and found.number == number


def test_sentence_at_gives_none_beyond_the_text() -> None:
    assert sentence_at(coverage(CONTENT, SPANS, [], []), 10_000) is None


PLACES = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 12)), max_size=6).map(
    lambda pairs: [Span(start, min(len(TEXT), start + size)) for start, size in pairs]
)


@settings(deadline=None, max_examples=150)
@given(PLACES, PLACES)
def test_every_letter_of_a_covered_sentence_is_taken_or_left_over(claims: list[Span], strikes: list[Span]) -> None:
    for sentence in coverage(CONTENT, SPANS, claims, strikes).sentences:
        taken = [span for span in (*claims, *strikes) if len(span) and span.overlaps(sentence.span)]
        assert not any(part.overlaps(span) for part in sentence.uncovered for span in taken)
        if sentence.state is not SentenceState.OPEN:
            for at in range(sentence.span.start, sentence.span.end):
                inside = any(span.start <= at < span.end for span in (*taken, *sentence.uncovered))
                assert inside or not TEXT[at].isalnum()


def calls_of_coverage(paragraphs: int) -> tuple[int, int]:
    """Count the calls that the coverage of a text makes, and the sentences it covers."""
    text = "\n".join("The board met on Tuesday and spent 9.2 million. Nobody in it knew." for _ in range(paragraphs))
    content = CanonicalText(text, ())
    spans = sentences(content, "en")
    claims = [Span(span.start, span.start + 9) for span in spans[::50]]
    calls = 0

    def count(_frame: object, event: str, _what: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        found = coverage(content, spans, claims, [])
    finally:
        sys.setprofile(None)
    assert found.covered == len(claims)
    return calls, len(spans)


def test_work_of_coverage_grows_with_the_text_and_not_with_text_times_claims() -> None:
    small, sentences_small = calls_of_coverage(200)
    large, sentences_large = calls_of_coverage(1_600)
    assert sentences_large == 8 * sentences_small
    assert large < 12 * small  # claims times sentences would be 64 times the work
