"""Evidence: from claims to passages, and what is judged of them."""

from __future__ import annotations

import pytest

from factdesk.errors import NotFoundError
from factdesk.model.enums import Credibility, Reliability, Stance
from factdesk.model.values.evidence import Calculation, CalculationInput, EvidencePatch
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, a_claim, a_source, an_anchor, an_article, an_evidence

CALCULATION = Calculation(
    question="How much did it rise?",
    inputs=(
        CalculationInput("a", "Budget 2019", "12.5", "M UAH", source_id=1, anchor=an_anchor("12 %")),
        CalculationInput("b", "Budget 2018", "11"),
    ),
    expression="(a - b) / b * 100",
    result="13.636",
    unit="%",
)


def test_anchored_passage_comes_with_its_source(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    source = a_source(storage, reliability=Reliability.B, is_confidential=True, article_id=filed.article)
    evidence = an_evidence(
        storage, claim, source, version_id=filed.version, anchor=an_anchor("12 %"), passage="", locator="p. 4",
        credibility=Credibility.TWO, note="n",
    )  # fmt: skip
    with storage.read() as stores:
        row = stores.evidence.row(evidence)
        assert stores.evidence.of_claim(claim) == stores.evidence.of_version(filed.version) == (row,)
    assert (row.claim_id, row.source_id, row.source_title, row.source_article_id) == (
        claim, source, "City budget", filed.article,
    )  # fmt: skip
    assert (row.version_id, row.anchor, row.passage) == (filed.version, an_anchor("12 %"), "12 %")
    assert (row.stance, row.locator, row.credibility, row.note) == (Stance.SUPPORTS, "p. 4", Credibility.TWO, "n")
    assert (row.reliability, row.is_confidential) == (Reliability.B, True)
    assert (row.linked_at, row.linked_by) == (AT, WHO)


def test_words_heard_need_no_anchor(storage: Storage) -> None:
    claim = a_claim(storage, an_article(storage).version)
    evidence = an_evidence(storage, claim, a_source(storage), passage="They said no", locator="12:40")
    with storage.read() as stores:
        row = stores.evidence.row(evidence)
    assert (row.version_id, row.anchor, row.passage, row.reliability) == (None, None, "They said no", None)


def test_calculation_comes_back_with_its_inputs(storage: Storage) -> None:
    claim = a_claim(storage, an_article(storage).version)
    evidence = an_evidence(storage, claim, a_source(storage), calculation=CALCULATION)
    with storage.read() as stores:
        assert stores.evidence.row(evidence).calculation == CALCULATION


def test_patch_changes_what_is_given(storage: Storage) -> None:
    claim = a_claim(storage, an_article(storage).version)
    evidence = an_evidence(storage, claim, a_source(storage), note="old", locator="p. 1")
    change = EvidencePatch(Stance.CONTEXT, credibility=Credibility.SIX, note="", calculation=CALCULATION)
    with storage.begin(Verb.EDIT_EVIDENCE, WHO, AT) as unit:
        unit.evidence.patch(evidence, change)
    with storage.read() as stores:
        row = stores.evidence.row(evidence)
    assert (row.stance, row.locator, row.credibility, row.note) == (Stance.CONTEXT, "p. 1", Credibility.SIX, "")
    assert row.calculation == CALCULATION


def test_unlinked_evidence_is_out_of_sight_and_comes_back(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    evidence = an_evidence(storage, claim, a_source(storage), version_id=filed.version, anchor=an_anchor("12 %"))
    with storage.begin(Verb.UNLINK_EVIDENCE, WHO, AT) as unit:
        unit.evidence.delete(evidence)
    with storage.read() as stores:
        assert stores.evidence.of_claim(claim) == stores.evidence.of_version(filed.version) == ()
    with storage.begin(Verb.RESTORE, WHO, AT) as unit:
        unit.evidence.restore(evidence)
    with storage.read() as stores:
        assert [row.id for row in stores.evidence.of_claim(claim)] == [evidence]


def test_evidence_of_several_claims_comes_by_claim(storage: Storage) -> None:
    filed = an_article(storage)
    first, second = a_claim(storage, filed.version), a_claim(storage, filed.version, "12 %")
    source = a_source(storage)
    late, early = an_evidence(storage, second, source), an_evidence(storage, first, source)
    with storage.read() as stores:
        assert [row.id for row in stores.evidence.of_claims(frozenset({first, second}))] == [early, late]


def test_passages_of_a_deleted_claim_leave_the_text(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    an_evidence(storage, claim, a_source(storage), version_id=filed.version, anchor=an_anchor("12 %"))
    with storage.begin(Verb.DELETE_CLAIM, WHO, AT) as unit:
        unit.claims.delete(claim)
    with storage.read() as stores:
        assert stores.evidence.of_version(filed.version) == ()


def test_link_of_what_is_not_there_is_refused(storage: Storage) -> None:
    claim = a_claim(storage, an_article(storage).version)
    with pytest.raises(NotFoundError, match="S-9"):
        an_evidence(storage, claim, 9)
    with pytest.raises(NotFoundError, match="C-9"):
        an_evidence(storage, 9, a_source(storage))
    with storage.read() as stores, pytest.raises(NotFoundError, match="E-9"):
        stores.evidence.row(9)
