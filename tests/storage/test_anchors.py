"""Anchors: one place an owner and version, orphans keep their words, answers are kept."""

from __future__ import annotations

import pytest

from factdesk.errors import NotFoundError
from factdesk.model.enums import AnchorState, Kind, StrikeReason
from factdesk.model.values.scopes import ClaimScope
from factdesk.model.values.versions import Placement
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, TEXT, WHO, a_claim, a_source, add_version, an_anchor, an_article, an_evidence


def place(storage: Storage, *args: object, **more: object) -> None:
    with storage.begin(Verb.PLACE_CLAIM, WHO, AT) as unit:
        unit.anchors.set_place(*args, **more)  # type: ignore[arg-type]


def test_places_stand_in_the_order_of_the_text(storage: Storage) -> None:
    filed = an_article(storage)
    late, early = a_claim(storage, filed.version, "12 %"), a_claim(storage, filed.version, "ward")
    gone = a_claim(storage, filed.version, "said")
    with storage.begin(Verb.DELETE_CLAIM, WHO, AT) as unit:
        unit.claims.delete(gone)
    with storage.read() as stores:
        places = stores.anchors.of_version(filed.version, Kind.CLAIM)
    assert [one.owner_id for one in places] == [early, late]
    assert all(one.is_decided and one.state is AnchorState.ANCHORED for one in places)


def test_orphan_keeps_its_last_words_and_waits(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    second = add_version(storage, filed.article, "All else.")
    place(storage, Kind.CLAIM, claim, second, None, AnchorState.ORPHAN)
    with storage.read() as stores:
        (one,) = stores.anchors.of_version(second, Kind.CLAIM)
        row = stores.claims.detail(claim).row
    assert (one.anchor.exact, one.anchor.start, one.anchor.end) == ("closed in 2019", -1, -1)
    assert (one.state, one.placement, one.is_decided) == (AnchorState.ORPHAN, None, False)
    assert (row.state, row.version_id, row.anchor) == (AnchorState.ORPHAN, second, one.anchor)


def test_answer_decides(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    second = add_version(storage, filed.article, TEXT.replace("2019", "2020"))
    anchor = an_anchor("closed in 2020", TEXT.replace("2019", "2020"))
    place(storage, Kind.CLAIM, claim, second, anchor, AnchorState.CHANGED)
    place(storage, Kind.CLAIM, claim, second, anchor, AnchorState.CHANGED, placement=Placement.MOVE)
    with storage.read() as stores:
        (one,) = stores.anchors.of_version(second, Kind.CLAIM)
        places = stores.anchors.of_owner(Kind.CLAIM, claim)
    assert (one.placement, one.is_decided) == (Placement.MOVE, True)
    assert [one.version_id for one in places] == [filed.version, second]


def test_place_in_an_older_version_does_not_move_the_claim_back(storage: Storage) -> None:
    filed = an_article(storage)
    second = add_version(storage, filed.article, TEXT)
    claim = a_claim(storage, second)
    place(storage, Kind.CLAIM, claim, filed.version, an_anchor("closed in 2019"))
    with storage.read() as stores:
        assert stores.claims.detail(claim).row.version_id == second
        assert len(stores.anchors.of_owner(Kind.CLAIM, claim)) == 2


def test_each_kind_of_owner_has_its_own_places(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    with storage.begin(Verb.STRIKE, WHO, AT) as unit:
        strike = unit.strikes.add(filed.version, an_anchor("said"), StrikeReason.SCENE)
    evidence = an_evidence(storage, claim, a_source(storage), version_id=filed.version, anchor=an_anchor("12 %"))
    assert claim == strike == evidence == 1
    with storage.read() as stores:
        words = {
            kind: [one.anchor.exact for one in stores.anchors.of_version(filed.version, kind)]
            for kind in (Kind.CLAIM, Kind.STRIKE, Kind.EVIDENCE)
        }
    assert words == {Kind.CLAIM: ["closed in 2019"], Kind.STRIKE: ["said"], Kind.EVIDENCE: ["12 %"]}


def test_evidence_without_a_passage_can_be_given_one(storage: Storage) -> None:
    filed = an_article(storage)
    evidence = an_evidence(storage, a_claim(storage, filed.version), a_source(storage))
    place(storage, Kind.EVIDENCE, evidence, filed.version, an_anchor("12 %"))
    with storage.read() as stores:
        row = stores.evidence.row(evidence)
    assert (row.version_id, row.anchor) == (filed.version, an_anchor("12 %"))


def test_owner_that_is_not_there_is_named(storage: Storage) -> None:
    filed = an_article(storage)
    with pytest.raises(NotFoundError, match="X-9"):
        place(storage, Kind.STRIKE, 9, filed.version, an_anchor("said"))


def test_orphans_stand_behind_all_that_have_words(storage: Storage) -> None:
    filed = an_article(storage)
    lost, kept = a_claim(storage, filed.version, "ward"), a_claim(storage, filed.version, "12 %")
    with storage.begin(Verb.STRIKE, WHO, AT) as unit:
        strikes = [unit.strikes.add(filed.version, an_anchor(words), StrikeReason.SCENE) for words in ("The", "said")]
    second = add_version(storage, filed.article, TEXT)
    with storage.begin(Verb.PLACE_CLAIM, WHO, AT) as unit:
        for kind, first, other in ((Kind.CLAIM, lost, kept), (Kind.STRIKE, *strikes)):
            unit.anchors.set_place(kind, first, second, None, AnchorState.ORPHAN)
            unit.anchors.set_place(kind, other, second, an_anchor("12 %"))
    with storage.read() as stores:
        rows = stores.claims.of_version(second)
        assert stores.claims.rows(ClaimScope()) == rows
        assert [row.id for row in stores.strikes.of_version(second)] == [strikes[1], strikes[0]]
    assert [(row.id, row.number) for row in rows] == [(kept, 1), (lost, 2)]
