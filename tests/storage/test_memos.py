"""Memos: a record of what left the house, and what changed since."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factdesk.errors import NotFoundError
from factdesk.model.enums import Stance
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.evidence import EvidencePatch
from factdesk.model.verbs import Verb
from factdesk.storage.memos import NewMemo
from factdesk.storage.store import Storage
from factdesk.storage.unit import UnitOfWork
from storage.factories import AT, WHO, a_claim, a_source, an_article, an_evidence


def export(storage: Storage, claims: tuple[int, ...]) -> int:
    with storage.begin(Verb.EXPORT_MEMO, WHO, AT) as unit:
        return unit.memos.add(NewMemo(1, 1, "Editor", "/home/o/memo.docx", "a" * 64, claims))


@pytest.fixture
def memo(storage: Storage) -> int:
    filed = an_article(storage)
    for words in ("closed in 2019", "12 %"):
        an_evidence(storage, a_claim(storage, filed.version, words), 1 if words == "12 %" else a_source(storage))
    return export(storage, (2, 1))


def changed(storage: Storage) -> tuple[int, ...]:
    with storage.read() as stores:
        return stores.memos.rows()[0].changed_claims


def test_memo_is_listed_with_its_claims_in_order(storage: Storage, memo: int) -> None:
    with storage.read() as stores:
        (row,) = stores.memos.rows(article_id=1)
        assert stores.memos.rows(article_id=2) == ()
        assert stores.memos.row(memo) == row
        assert stores.memos.next_id() == memo + 1
    assert (row.claim_ids, row.changed_claims) == ((2, 1), ())
    assert (row.article_title, row.version_number, row.recipient) == ("Ward closes", 1, "Editor")
    assert (row.path, row.sha256, row.made_at, row.made_by) == ("/home/o/memo.docx", "a" * 64, AT, WHO)


SEEN: dict[str, Callable[[UnitOfWork], object]] = {
    "verdict": lambda u: u.claims.patch(1, ClaimPatch(verdict="false")),
    "wording": lambda u: u.claims.patch(1, ClaimPatch(wording="in 2020")),
    "stance": lambda u: u.evidence.patch(1, EvidencePatch(stance=Stance.REFUTES)),
    "unlinked": lambda u: u.evidence.delete(1),
    "deleted": lambda u: u.claims.delete(1),
}


@pytest.mark.parametrize("name", SEEN)
def test_claim_changed_since_is_named_until_it_is_as_it_was(storage: Storage, memo: int, name: str) -> None:
    with storage.begin(Verb.EDIT_CLAIM, WHO, AT) as unit:
        SEEN[name](unit)
    assert changed(storage) == (1,)
    storage.undo(WHO, AT)
    assert changed(storage) == ()


def test_what_no_reader_sees_changes_nothing(storage: Storage, memo: int) -> None:
    with storage.begin(Verb.EDIT_CLAIM, WHO, AT) as unit:
        unit.claims.patch(1, ClaimPatch(assignee="Ihor", due="2026-03-05"))
    assert changed(storage) == ()


def test_later_memo_holds_the_later_state(storage: Storage, memo: int) -> None:
    with storage.begin(Verb.EDIT_CLAIM, WHO, AT) as unit:
        unit.claims.patch(1, ClaimPatch(verdict="false"))
    export(storage, (1,))
    with storage.read() as stores:
        assert [row.changed_claims for row in stores.memos.rows()] == [(), (1,)]


def test_missing_memo_is_named(storage: Storage) -> None:
    with storage.read() as stores, pytest.raises(NotFoundError, match="M-9"):
        stores.memos.row(9)
