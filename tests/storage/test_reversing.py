"""Undo and redo: of every kind of deed, in order, across restarts, and never over a later change."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from factdesk.errors import ConflictError
from factdesk.model.enums import AnchorState, Kind, Reliability, StrikeReason
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.evidence import Calculation, CalculationInput, EvidencePatch
from factdesk.model.values.scopes import ArticleScope, ClaimScope
from factdesk.model.values.sources import Citation, SourcePatch
from factdesk.model.values.versions import Placement
from factdesk.model.verbs import Verb
from factdesk.storage.memos import NewMemo
from factdesk.storage.store import Storage
from factdesk.storage.unit import UnitOfWork
from storage.factories import (
    AT,
    RATINGS,
    TEXT,
    WHO,
    a_claim,
    a_contact,
    a_source,
    a_version,
    add_version,
    an_anchor,
    an_article,
    an_evidence,
)
from storage.pictures import picture

LATER = AT + timedelta(minutes=1)
CALCULATION = Calculation("How much?", (CalculationInput("a", "budget", "12", anchor=an_anchor("12 %")),), "a*2", "24")


def furnish(storage: Storage) -> None:
    """Fill a library so that article, version, claim, source, evidence, contact and note each have the id 1."""
    filed = an_article(storage, tags=("hospital", "city"))
    claim = a_claim(storage, filed.version)
    source = a_source(storage, reliability=Reliability.B)
    an_evidence(storage, claim, source, version_id=filed.version, anchor=an_anchor("Spending rose"))
    a_contact(storage, source)
    with storage.begin(Verb.WRITE_NOTE, WHO, AT) as unit:
        unit.notes.add(Kind.CLAIM, claim, "Ask the ministry")
    with storage.begin(Verb.STRIKE, WHO, AT) as unit:
        unit.strikes.add(filed.version, an_anchor("Пам’ять"), StrikeReason.OPINION)


def carry_over(unit: UnitOfWork) -> None:
    version = unit.versions.add(1, VERSIONS[0])
    unit.anchors.set_place(Kind.CLAIM, 1, version, an_anchor("12 %"), AnchorState.CHANGED)
    unit.anchors.set_place(Kind.STRIKE, 1, version, None, AnchorState.ORPHAN)


VERSIONS: list = []
DEEDS: dict[str, Callable[[UnitOfWork], object]] = {
    "edit article": lambda u: u.articles.patch(1, ArticlePatch(title="New", authors=("A", "B"), tags=("new", "city"))),
    "delete article": lambda u: u.articles.delete(1),
    "mark claim": lambda u: u.claims.add(1, an_anchor("12 %"), statement="It rose"),
    "edit claim": lambda u: u.claims.patch(1, ClaimPatch(verdict="false", rationale="No", tags=("figures",))),
    "delete claim": lambda u: u.claims.delete(1),
    "strike": lambda u: u.strikes.add(1, an_anchor("said"), StrikeReason.COMMON),
    "unstrike": lambda u: u.strikes.delete(1),
    "edit source": lambda u: u.sources.patch(
        1, SourcePatch(citation=Citation(title="T", issued="2020"), clears_reliability=True)
    ),
    "delete source": lambda u: u.sources.delete(1),
    "log contact": lambda u: u.contacts.delete(1),
    "edit evidence": lambda u: u.evidence.patch(1, EvidencePatch(note="n", calculation=CALCULATION)),
    "move evidence": lambda u: u.anchors.set_place(Kind.EVIDENCE, 1, 1, an_anchor("closed in 2019")),
    "unlink evidence": lambda u: u.evidence.delete(1),
    "edit note": lambda u: u.notes.patch(1, "Asked them"),
    "delete note": lambda u: u.notes.delete(1),
    "add person": lambda u: u.desk.add_person("Marta", aliases=("Марта",)),
    "edit scale": lambda u: u.scales.set_ratings(1, RATINGS[:3]),
    "new scale": lambda u: u.scales.add("Short", RATINGS[:2]),
    "carry over": carry_over,
}


@pytest.mark.parametrize("name", DEEDS)
def test_deed_is_taken_back_and_brought_again(storage: Storage, name: str) -> None:
    furnish(storage)
    VERSIONS[:] = [a_version(storage, TEXT + "\nMore.")]
    with storage.read() as stores:
        before = picture(stores)
    with storage.begin(Verb.EDIT_CLAIM, WHO, LATER) as unit:
        DEEDS[name](unit)
    with storage.read() as stores:
        after = picture(stores)
    assert after != before
    storage.undo(WHO, LATER)
    with storage.read() as stores:
        assert picture(stores) == before
    storage.redo(WHO, LATER)
    with storage.read() as stores:
        assert picture(stores) == after
        assert stores.history.verify() == ()


def test_everything_is_undone_in_reverse_and_redone_in_order(storage: Storage) -> None:
    pictures = []
    furnish(storage)
    while True:
        with storage.read() as stores:
            pictures.append(picture(stores))
            if stores.history.next_undo() is None:
                break
        storage.undo(WHO, LATER)
    assert len(pictures) == 8
    for expected in reversed(pictures[:-1]):
        storage.redo(WHO, LATER)
        with storage.read() as stores:
            assert picture(stores) == expected
    with storage.read() as stores:
        assert stores.history.next_redo() is None


def test_undo_goes_on_after_a_restart(storage: Storage, folder: Path) -> None:
    furnish(storage)
    storage.undo(WHO, AT)
    storage.close()
    again = Storage.open(folder, at=LATER)
    try:
        with again.read() as stores:
            step, redo = stores.history.next_undo(), stores.history.next_redo()
        assert step is not None
        assert redo is not None
        assert (step.verb, step.subject) == (Verb.WRITE_NOTE, "N-1")
        assert (redo.verb, redo.subject) == (Verb.STRIKE, "X-1")
        again.undo("Ihor", LATER)
        with again.read() as stores:
            assert stores.notes.of(Kind.CLAIM, 1) == ()
    finally:
        again.close()


def test_deeds_of_one_group_are_taken_back_as_one(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    for words in ("I", "It", "It closed"):
        with storage.begin(Verb.EDIT_CLAIM, WHO, AT, "typing-1") as unit:
            unit.claims.patch(claim, ClaimPatch(statement=words))
    with storage.begin(Verb.EDIT_CLAIM, WHO, AT, "typing-2") as unit:
        unit.claims.patch(claim, ClaimPatch(claimant="Marta"))
    storage.undo(WHO, AT)
    assert _statement(storage, claim) == ("It closed", "")
    storage.undo(WHO, AT)
    assert _statement(storage, claim) == ("", "")
    storage.redo(WHO, AT)
    assert _statement(storage, claim) == ("It closed", "")
    storage.undo(WHO, AT)
    assert _statement(storage, claim) == ("", "")


def test_same_group_after_another_deed_is_another_step(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    for group, patch in (
        ("g", ClaimPatch(statement="a")),
        ("", ClaimPatch(due="2026")),
        ("g", ClaimPatch(statement="b")),
    ):
        with storage.begin(Verb.EDIT_CLAIM, WHO, AT, group) as unit:
            unit.claims.patch(claim, patch)
    storage.undo(WHO, AT)
    assert _statement(storage, claim)[0] == "a"


def test_new_deed_ends_redo(storage: Storage) -> None:
    filed = an_article(storage)
    a_claim(storage, filed.version)
    storage.undo(WHO, AT)
    a_claim(storage, filed.version, "12 %")
    assert storage.redo(WHO, AT).event is None
    storage.undo(WHO, AT)
    with storage.read() as stores:
        step = stores.history.next_redo()
    assert step is not None
    assert step.subject == "C-2"


def test_filing_undone_puts_the_article_into_the_trash_with_all_of_it(storage: Storage) -> None:
    filed = an_article(storage)
    storage.undo(WHO, LATER)
    with storage.read() as stores:
        assert stores.articles.rows(ArticleScope()) == ()
        (row,) = stores.articles.rows(ArticleScope(trash=True))
        assert (row.id, row.version_count) == (filed.article, 1)
        assert stores.versions.text(filed.version).content.text == TEXT
    with storage.begin(Verb.RESTORE, WHO, LATER) as unit:
        unit.articles.restore(filed.article)
    with storage.read() as stores:
        assert stores.articles.detail(filed.article).latest.id == filed.version
        assert stores.history.next_redo() is None


def test_number_of_an_undone_version_is_not_given_again(storage: Storage) -> None:
    filed = an_article(storage)
    add_version(storage, filed.article, "Second text.")
    storage.undo(WHO, AT)
    add_version(storage, filed.article, "Third text.")
    with storage.read() as stores:
        assert [row.number for row in stores.versions.of_article(filed.article)] == [1, 3]


def test_memo_cannot_be_unsent_and_what_was_before_it_can(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    with storage.begin(Verb.EXPORT_MEMO, WHO, AT) as unit:
        unit.memos.add(NewMemo(filed.article, filed.version, "editor", "m.docx", "0" * 64, (claim,)))
    storage.undo(WHO, AT)
    with storage.read() as stores:
        assert stores.claims.rows(ClaimScope()) == ()
        assert [memo.changed_claims for memo in stores.memos.rows()] == [(claim,)]
    storage.redo(WHO, AT)
    with storage.read() as stores:
        assert [memo.changed_claims for memo in stores.memos.rows()] == [()]


def test_undo_refuses_what_changed_behind_its_back(storage: Storage, folder: Path) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    with storage.begin(Verb.EDIT_CLAIM, WHO, AT) as unit:
        unit.claims.patch(claim, ClaimPatch(statement="It closed"))
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.execute("UPDATE claim SET statement = 'Other'")
        connection.commit()
    with storage.read() as stores:
        last = stores.history.last()
    with pytest.raises(ConflictError, match="cannot be taken back") as caught:
        storage.undo(WHO, AT)
    assert caught.value.hint
    with storage.read() as stores:
        assert stores.history.last() == last
        assert stores.claims.detail(claim).row.statement == "Other"


def test_nothing_to_undo_writes_nothing(storage: Storage) -> None:
    assert storage.undo(WHO, AT).event is None
    assert storage.redo(WHO, AT).event is None
    with storage.read() as stores:
        assert stores.history.last()[0] == 1
        assert stores.history.next_undo() is None


def test_placement_is_taken_back_word_for_word(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    second = add_version(storage, filed.article, TEXT.replace("2019", "2020"))
    with storage.begin(Verb.PLACE_CLAIM, WHO, AT) as unit:
        unit.anchors.set_place(Kind.CLAIM, claim, second, an_anchor("12 %"), AnchorState.CHANGED)
    with storage.begin(Verb.PLACE_CLAIM, WHO, AT) as unit:
        unit.anchors.set_place(Kind.CLAIM, claim, second, an_anchor("12 %"), placement=Placement.MOVE)
    storage.undo(WHO, AT)
    with storage.read() as stores:
        (place,) = stores.anchors.of_version(second, Kind.CLAIM)
        assert (place.state, place.is_decided) == (AnchorState.CHANGED, False)
    storage.undo(WHO, AT)
    with storage.read() as stores:
        assert stores.anchors.of_version(second, Kind.CLAIM) == ()
        assert stores.claims.detail(claim).row.version_id == filed.version


def _statement(storage: Storage, claim: int) -> tuple[str, str]:
    with storage.read() as stores:
        row = stores.claims.detail(claim).row
    return row.statement, row.claimant
