"""Claims: their lists, numbers, whole ones, writes and the trash."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factdesk.errors import NotFoundError
from factdesk.model.enums import AnchorState, Answer, ClaimKind, Kind, Risk, Status
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.scopes import ClaimScope
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, TEXT, WHO, a_claim, a_source, add_version, an_anchor, an_article, an_evidence

LATER = AT + timedelta(hours=1)


def patch(storage: Storage, claim: int, change: ClaimPatch) -> None:
    with storage.begin(Verb.EDIT_CLAIM, WHO, LATER) as unit:
        unit.claims.patch(claim, change)


def listed(storage: Storage, scope: ClaimScope) -> list[int]:
    with storage.read() as stores:
        return [row.id for row in stores.claims.rows(scope)]


def test_new_claim_is_to_do_without_verdict(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version, kind=ClaimKind.DATE, statement="It closed", claimant="Marta")
    with storage.read() as stores:
        detail = stores.claims.detail(claim)
    row = detail.row
    assert row.anchor == an_anchor("closed in 2019")
    assert (row.state, row.version_id, row.article_id) == (AnchorState.ANCHORED, filed.version, filed.article)
    assert (row.article_title, row.outlet, row.number) == ("Ward closes", "Gazette", 1)
    assert (row.kind, row.status, row.verdict, row.risk) == (ClaimKind.DATE, Status.TODO, "", Risk.MINOR)
    assert (row.statement, row.claimant, row.evidence_count, row.tags) == ("It closed", "Marta", 0, ())
    assert (detail.created_at, detail.created_by, row.changed_at) == (AT, WHO, AT)
    assert (detail.wording_answer, detail.evidence, detail.notes) == (Answer.PROPOSED, (), ())


def test_numbers_follow_the_text_and_leave_the_trash_out(storage: Storage) -> None:
    filed = an_article(storage)
    late, early, middle = (a_claim(storage, filed.version, words) for words in ("Пам’ять", "ward", "12 %"))
    with storage.read() as stores:
        rows = stores.claims.of_version(filed.version)
        assert rows == stores.claims.rows(ClaimScope(article_id=filed.article))
    assert [(row.id, row.number) for row in rows] == [(early, 1), (middle, 2), (late, 3)]
    with storage.begin(Verb.DELETE_CLAIM, WHO, AT) as unit:
        unit.claims.delete(early)
    with storage.read() as stores:
        assert [(row.id, row.number) for row in stores.claims.of_version(filed.version)] == [(middle, 1), (late, 2)]
        assert [(row.id, row.number) for row in stores.claims.rows(ClaimScope(trash=True))] == [(early, 0)]


def test_claims_on_the_same_words_have_different_numbers(storage: Storage) -> None:
    filed = an_article(storage)
    first, second = a_claim(storage, filed.version), a_claim(storage, filed.version)
    with storage.read() as stores:
        assert [(row.id, row.number) for row in stores.claims.of_version(filed.version)] == [(first, 1), (second, 2)]


def test_patch_changes_what_is_given_and_notes_when(storage: Storage) -> None:
    claim = a_claim(storage, an_article(storage).version)
    change = ClaimPatch(
        statement="S", claimant="C", said_when="2019", said_where="radio", kind=ClaimKind.NUMBER, status=Status.REVIEW,
        verdict="false", rationale="R", risk=Risk.MUST_FIX, wording="W", wording_answer=Answer.ACCEPTED,
        assignee="Ihor", reviewer="Nina", due="2026-03-05", tags=("b", "a", "B"),
    )  # fmt: skip
    patch(storage, claim, change)
    with storage.read() as stores:
        detail = stores.claims.detail(claim)
    row = detail.row
    assert (row.statement, row.claimant, row.kind, row.status, row.verdict) == (
        "S", "C", ClaimKind.NUMBER, Status.REVIEW, "false",
    )  # fmt: skip
    assert (row.risk, row.assignee, row.reviewer, row.due, row.tags) == (
        Risk.MUST_FIX, "Ihor", "Nina", "2026-03-05", ("a", "b"),
    )  # fmt: skip
    assert (detail.said_when, detail.said_where, detail.rationale, detail.wording) == ("2019", "radio", "R", "W")
    assert (detail.wording_answer, row.changed_at, detail.created_at) == (Answer.ACCEPTED, LATER, AT)
    patch(storage, claim, ClaimPatch(verdict="", tags=()))
    with storage.read() as stores:
        row = stores.claims.detail(claim).row
    assert (row.verdict, row.tags, row.statement) == ("", (), "S")


def test_scopes_join(storage: Storage) -> None:
    first, second = an_article(storage, at=AT), an_article(storage, at=LATER)
    one, two = a_claim(storage, first.version), a_claim(storage, second.version)
    patch(storage, one, ClaimPatch(status=Status.DONE, assignee="Ihor"))
    patch(storage, two, ClaimPatch(assignee="Ihor"))
    assert listed(storage, ClaimScope()) == [two, one]
    assert listed(storage, ClaimScope(article_id=first.article)) == [one]
    assert listed(storage, ClaimScope(is_open=True)) == [two]
    assert listed(storage, ClaimScope(is_open=False)) == [one]
    assert listed(storage, ClaimScope(status=Status.DONE, assignee="Ihor")) == [one]
    assert listed(storage, ClaimScope(assignee="Nobody")) == []


def test_claims_go_out_of_sight_with_their_article(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    with storage.begin(Verb.DELETE_ARTICLE, WHO, AT) as unit:
        unit.articles.delete(filed.article)
    assert listed(storage, ClaimScope()) == []
    assert listed(storage, ClaimScope(trash=True)) == []
    with storage.read() as stores:
        assert stores.claims.detail(claim).row.id == claim


def test_evidence_is_counted_and_comes_with_the_claim(storage: Storage) -> None:
    filed = an_article(storage)
    claim, other = a_claim(storage, filed.version), a_claim(storage, filed.version, "12 %")
    source = a_source(storage)
    first = an_evidence(storage, claim, source)
    second = an_evidence(storage, claim, source)
    with storage.begin(Verb.UNLINK_EVIDENCE, WHO, AT) as unit:
        unit.evidence.delete(second)
        unit.notes.add(Kind.CLAIM, claim, "Call them")
    with storage.read() as stores:
        counts = {row.id: row.evidence_count for row in stores.claims.rows(ClaimScope())}
        details = stores.claims.details(frozenset({claim, other, 99}))
        alone = stores.claims.detail(claim)
    assert counts == {claim: 1, other: 0}
    assert [one.id for one in details[claim].evidence] == [first]
    assert (sorted(details), details[other].evidence) == ([claim, other], ())
    assert [note.text for note in alone.notes] == ["Call them"]


def test_list_shows_the_newest_place_and_a_version_its_own(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    text = "New lead.\n" + TEXT
    second = add_version(storage, filed.article, text)
    with storage.begin(Verb.PLACE_CLAIM, WHO, AT) as unit:
        unit.anchors.set_place(Kind.CLAIM, claim, second, an_anchor("closed in 2019", text))
    with storage.read() as stores:
        (row,) = stores.claims.rows(ClaimScope())
        (old,) = stores.claims.of_version(filed.version)
        (new,) = stores.claims.of_version(second)
    assert (row, row.version_id) == (new, second)
    assert new.anchor.start == old.anchor.start + 10


def test_claimants_are_listed_once(storage: Storage) -> None:
    filed = an_article(storage)
    for claimant in ("marta", "Ihor", "marta", ""):
        a_claim(storage, filed.version, claimant=claimant)
    with storage.read() as stores:
        assert stores.claims.claimants() == ("Ihor", "marta")


def test_restored_claim_is_back(storage: Storage) -> None:
    claim = a_claim(storage, an_article(storage).version)
    with storage.begin(Verb.DELETE_CLAIM, WHO, AT) as unit:
        unit.claims.delete(claim)
    assert listed(storage, ClaimScope()) == []
    with storage.begin(Verb.RESTORE, WHO, AT) as unit:
        unit.claims.restore(claim)
    assert listed(storage, ClaimScope()) == [claim]


def test_missing_claim_or_version_is_named(storage: Storage) -> None:
    with storage.read() as stores, pytest.raises(NotFoundError, match="C-9"):
        stores.claims.detail(9)
    with pytest.raises(NotFoundError, match="V-9"):
        a_claim(storage, 9)
