"""The memo as values: what is shown, what is counted."""

from __future__ import annotations

from dataclasses import replace

from export import samples
from factdesk.export.document import MemoEvidence, MemoIncludes
from factdesk.model.enums import Credibility, Reliability, Stance


def test_counts_follow_the_scale_and_leave_proposals_out() -> None:
    counts = [(rating.key, count) for rating, count in samples.english().counts()]
    assert counts == [
        ("true", 1),
        ("mostly_true", 1),
        ("half_true", 1),
        ("mostly_false", 1),
        ("false", 2),
        ("unverifiable", 1),
    ]


def test_a_rating_of_another_scale_is_counted_too() -> None:
    document = replace(samples.english(), ratings=())
    assert sum(count for _, count in document.counts()) == 7


def test_open_claims_are_shown_only_when_asked_for() -> None:
    document = samples.english()
    assert len(document.shown_claims) == 8
    closed = replace(document, includes=MemoIncludes(open_claims=False))
    assert [claim.number for claim in closed.shown_claims] == [1, 2, 3, 4, 5, 6, 7]
    assert [claim.number for claim in closed.open_claims] == [8]


def test_the_code_of_evidence_says_what_was_judged() -> None:
    piece = MemoEvidence(Stance.CONTEXT, 1)
    assert piece.code == ""
    assert replace(piece, reliability=Reliability.B).code == "B"
    assert replace(piece, reliability=Reliability.B, credibility=Credibility.THREE).code == "B3"
    assert replace(piece, credibility=Credibility.THREE).code == "–3"


def test_a_claim_without_a_verdict_looks_like_none() -> None:
    assert samples.bare().claims[0].look == "none"
    assert samples.english().claims[1].look == "false"


def test_a_source_is_found_by_its_number() -> None:
    found = samples.english().source(3)
    assert found is not None
    assert found.citation.title == "Board minutes, 24 June 2025"
    assert samples.english().source(99) is None
