"""Sources: citation, judgement, use, and what they are filed as."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from factdesk.errors import NotFoundError
from factdesk.model.enums import Credibility, Reliability, SourceLevel, SourceType, Stance
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.sources import Citation, SourceDraft, SourcePatch
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, a_claim, a_contact, a_source, add_version, an_article, an_evidence

LATER = AT + timedelta(hours=1)
CITATION = Citation(
    SourceType.REPORT,
    "Budget",
    "City",
    "Records",
    "Press",
    "2025-11",
    "4–6",
    "https://x.org",
    "2026-03-01",
    "Kyiv",
    "7",
)


def patch(storage: Storage, source: int, change: SourcePatch, who: str = WHO) -> None:
    with storage.begin(Verb.EDIT_SOURCE, who, LATER) as unit:
        unit.sources.patch(source, change)


def test_citation_comes_back_field_for_field(storage: Storage) -> None:
    with storage.begin(Verb.ADD_SOURCE, WHO, AT) as unit:
        source = unit.sources.add(SourceDraft(CITATION, SourceLevel.PRIMARY, is_confidential=True))
    with storage.read() as stores:
        (row,) = stores.sources.rows()
        assert stores.sources.by_ids(frozenset({source})) == (row,)
    assert row.citation == CITATION
    assert (row.level, row.reliability, row.is_confidential, row.title) == (SourceLevel.PRIMARY, None, True, "Budget")


def test_letter_notes_who_gave_it_and_when(storage: Storage) -> None:
    source = a_source(storage, reliability=Reliability.C)
    patch(storage, source, SourcePatch(reliability=Reliability.A), "Ihor")
    with storage.read() as stores:
        detail = stores.sources.detail(source)
    assert (detail.row.reliability, detail.reliability_by, detail.reliability_at) == (Reliability.A, "Ihor", LATER)
    patch(storage, source, SourcePatch(clears_reliability=True))
    with storage.read() as stores:
        detail = stores.sources.detail(source)
    assert (detail.row.reliability, detail.reliability_by, detail.reliability_at) == (None, "", None)


def test_same_letter_again_is_no_new_judgement(storage: Storage) -> None:
    source = a_source(storage, reliability=Reliability.C)
    patch(storage, source, SourcePatch(reliability=Reliability.C), "Ihor")
    with storage.read() as stores:
        assert stores.sources.detail(source).reliability_by == WHO
        assert stores.history.last()[0] == 2


def test_patch_leaves_the_rest(storage: Storage) -> None:
    source = a_source(storage)
    patch(storage, source, SourcePatch(citation=CITATION))
    patch(storage, source, SourcePatch(level=SourceLevel.PRIMARY))
    patch(storage, source, SourcePatch(citation=replace(CITATION, place="")))
    with storage.read() as stores:
        (row,) = stores.sources.rows()
    assert (row.citation, row.level, row.changed_at) == (replace(CITATION, place=""), SourceLevel.PRIMARY, LATER)


def test_uses_name_each_claim_with_its_words(storage: Storage) -> None:
    filed = an_article(storage)
    plain, stated = a_claim(storage, filed.version), a_claim(storage, filed.version, "12 %", statement="It rose")
    source = a_source(storage)
    first = an_evidence(storage, plain, source, credibility=Credibility.TWO)
    an_evidence(storage, stated, source, stance=Stance.REFUTES)
    an_evidence(storage, stated, source)
    with storage.begin(Verb.SET_VERDICT, WHO, AT) as unit:
        unit.claims.patch(stated, ClaimPatch(verdict="false"))
    with storage.read() as stores:
        detail = stores.sources.detail(source)
    assert [(use.claim_id, use.statement, use.verdict, use.stance, use.credibility) for use in detail.uses] == [
        (plain, "closed in 2019", "", "supports", "2"),
        (stated, "It rose", "false", "refutes", ""),
        (stated, "It rose", "false", "supports", ""),
    ]
    assert (detail.uses[0].evidence_id, detail.uses[0].article_id) == (first, filed.article)
    assert detail.row.claim_count == 2


def test_deleted_claims_are_no_use(storage: Storage) -> None:
    filed = an_article(storage)
    source = a_source(storage)
    claim = a_claim(storage, filed.version)
    an_evidence(storage, claim, source)
    with storage.begin(Verb.DELETE_CLAIM, WHO, AT) as unit:
        unit.claims.delete(claim)
    with storage.read() as stores:
        detail = stores.sources.detail(source)
    assert (detail.uses, detail.row.claim_count) == ((), 0)


def test_filed_source_tells_of_the_newest_original(storage: Storage) -> None:
    filed = an_article(storage)
    add_version(storage, filed.article, "Newer text.")
    source = a_source(storage, article_id=filed.article)
    with storage.read() as stores:
        detail = stores.sources.detail(source)
        newest = stores.versions.latest(filed.article)
        assert stores.sources.of_article(filed.article) == detail.row
    assert (detail.original_sha256, detail.original_size) == (newest.original_sha256, len("Newer text."))
    assert (detail.original_name, detail.captured_at) == ("ward.txt", AT)


def test_source_entered_by_hand_has_no_original(storage: Storage) -> None:
    source = a_source(storage)
    contact = a_contact(storage, source)
    with storage.read() as stores:
        detail = stores.sources.detail(source)
        assert stores.sources.of_article(1) is None
    assert (detail.original_name, detail.original_sha256, detail.original_size, detail.captured_at) == ("", "", 0, None)
    assert [row.id for row in detail.contacts] == [contact]


def test_trash_and_back(storage: Storage) -> None:
    filed = an_article(storage)
    source = a_source(storage, article_id=filed.article)
    with storage.begin(Verb.DELETE_SOURCE, WHO, AT) as unit:
        unit.sources.delete(source)
    with storage.read() as stores:
        assert stores.sources.rows() == ()
        assert [row.is_deleted for row in stores.sources.rows(trash=True)] == [True]
        assert stores.sources.of_article(filed.article) is None
    with storage.begin(Verb.RESTORE, WHO, AT) as unit:
        unit.sources.restore(source)
    with storage.read() as stores:
        assert [row.id for row in stores.sources.rows()] == [source]


def test_missing_source_is_named(storage: Storage) -> None:
    with storage.read() as stores, pytest.raises(NotFoundError, match="S-9"):
        stores.sources.detail(9)
