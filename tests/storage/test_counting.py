"""The figures beside the navigator."""

from __future__ import annotations

from factdesk.model.enums import Role, Status
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.desk import Counts
from factdesk.model.verbs import Verb
from factdesk.storage.memos import NewMemo
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, a_claim, a_source, an_article


def counts(storage: Storage, who: str = WHO) -> Counts:
    with storage.read() as stores:
        return stores.counting.counts(who, "2026-03-02")


def test_empty_library_counts_nothing(storage: Storage) -> None:
    assert counts(storage) == Counts(*[0] * 12)


def test_each_figure_counts_its_own(storage: Storage) -> None:
    draft, reference = an_article(storage), an_article(storage, "Other.", role=Role.REFERENCE)
    claims = [a_claim(storage, draft.version) for _ in range(5)]
    a_source(storage)
    with storage.begin(Verb.EDIT_CLAIM, WHO, AT) as unit:
        unit.articles.patch(reference.article, ArticlePatch(is_unread=False, due="2026-03-01"))
        unit.claims.patch(claims[0], ClaimPatch(assignee=WHO, due="2026-03-02T17:00"))
        unit.claims.patch(claims[1], ClaimPatch(assignee=WHO, status=Status.DONE, due="2026-03-01"))
        unit.claims.patch(claims[2], ClaimPatch(assignee="Ihor", status=Status.REVIEW, due="2026-03-03"))
        unit.claims.delete(claims[3])
        unit.memos.add(NewMemo(draft.article, draft.version, "", "", "", ()))
    assert counts(storage) == Counts(
        articles=2, drafts=1, unread=1, sources=1, claims=4, open_claims=3, my_claims=1, review=1, due=2, trash=0,
        trash_claims=1, memos=1,
    )  # fmt: skip
    assert counts(storage, "Ihor").my_claims == 1
    assert counts(storage, "").my_claims == 0


def test_claims_of_an_article_in_the_trash_do_not_count(storage: Storage) -> None:
    filed = an_article(storage)
    a_claim(storage, filed.version, assignee=WHO)
    with storage.begin(Verb.DELETE_ARTICLE, WHO, AT) as unit:
        unit.articles.delete(filed.article)
    assert counts(storage) == Counts(*[0] * 9, trash=1, trash_claims=0, memos=0)
