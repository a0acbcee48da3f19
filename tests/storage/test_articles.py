"""Articles: lists and their filters, whole ones, writes, the trash."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factdesk.errors import NotFoundError
from factdesk.model.enums import Role, Status
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.scopes import ArticleScope
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, TEXT, WHO, a_claim, add_version, an_article


def edit(storage: Storage, article: int, patch: ArticlePatch) -> None:
    with storage.begin(Verb.EDIT_ARTICLE, WHO, AT) as unit:
        unit.articles.patch(article, patch)


def listed(storage: Storage, scope: ArticleScope) -> list[int]:
    with storage.read() as stores:
        return [row.id for row in stores.articles.rows(scope)]


def test_new_article_is_unread_to_do_and_newest_first(storage: Storage) -> None:
    first = an_article(storage, at=AT)
    second = an_article(storage, at=AT + timedelta(hours=1), authors=("Іван Їжак", "B"), tags=("City", "hospital"))
    with storage.read() as stores:
        new, old = stores.articles.rows(ArticleScope())
    assert (new.id, old.id) == (second.article, first.article)
    assert (new.is_unread, new.status, new.role, new.is_deleted) == (True, Status.TODO, Role.DRAFT, False)
    assert (new.authors, new.tags) == (("Іван Їжак", "B"), ("City", "hospital"))
    assert (new.version_count, new.claim_count, new.verdicts) == (1, 0, ())
    assert new.filed_at == AT + timedelta(hours=1)


@pytest.mark.parametrize("words", ["їжак", "ВАРТОВИЙ", "gazette", "лікарня"])
def test_text_is_looked_for_in_title_outlet_and_authors_without_case(storage: Storage, words: str) -> None:
    filed = an_article(storage, title="Лікарня", authors=("Іван Їжак",), outlet="Вартовий Gazette")
    an_article(storage, "Another.", title="100 % of_it", outlet="Herald")
    assert listed(storage, ArticleScope(text=words)) == [filed.article]


def test_signs_of_a_pattern_mean_themselves(storage: Storage) -> None:
    filed = an_article(storage, title="100 % of_it")
    an_article(storage, "Another.", title="100 of it")
    assert listed(storage, ArticleScope(text="0 %")) == [filed.article]
    assert listed(storage, ArticleScope(text="f_i")) == [filed.article]


def test_filters_join(storage: Storage) -> None:
    draft = an_article(storage, tags=("City",))
    reference = an_article(storage, "Another.", role=Role.REFERENCE, tags=("city", "x"))
    edit(storage, draft.article, ArticlePatch(is_unread=False))
    assert listed(storage, ArticleScope(tag="CITY")) == [reference.article, draft.article]
    assert listed(storage, ArticleScope(tag="city", role=Role.DRAFT)) == [draft.article]
    assert listed(storage, ArticleScope(unread=True)) == [reference.article]
    assert listed(storage, ArticleScope(unread=False)) == [draft.article]
    assert listed(storage, ArticleScope(tag="none")) == []


def test_verdicts_are_counted_worst_first(storage: Storage) -> None:
    filed = an_article(storage)
    for verdict in ("true", "", "false", "unverifiable", "false", "mostly_false"):
        claim = a_claim(storage, filed.version)
        with storage.begin(Verb.SET_VERDICT, WHO, AT) as unit:
            unit.claims.patch(claim, ClaimPatch(verdict=verdict))
    with storage.read() as stores:
        (row,) = stores.articles.rows(ArticleScope())
    assert row.verdicts == (("false", 2), ("mostly_false", 1), ("true", 1), ("unverifiable", 1), ("", 1))
    assert row.claim_count == 6


def test_patch_changes_what_is_given_and_clears_what_is_empty(storage: Storage) -> None:
    filed = an_article(storage, authors=("A",), tags=("x",))
    patch = ArticlePatch(
        title="T", outlet="", authors=(), published="2026-03", language="uk", canonical_url="https://x.org/a",
        role=Role.REFERENCE, status=Status.REVIEW, assignee="Ihor", due="2026-03-05", tags=(),
    )  # fmt: skip
    edit(storage, filed.article, patch)
    with storage.read() as stores:
        detail = stores.articles.detail(filed.article)
    row = detail.row
    assert (row.title, row.outlet, row.authors, row.published, row.tags) == ("T", "", (), "2026-03", ())
    assert (row.language, row.role, row.status, row.assignee) == ("uk", Role.REFERENCE, Status.REVIEW, "Ihor")
    assert (row.due, detail.canonical_url, row.is_unread) == ("2026-03-05", "https://x.org/a", True)


def test_trash_takes_and_gives_back(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.begin(Verb.DELETE_ARTICLE, WHO, AT) as unit:
        unit.articles.delete(filed.article)
    assert listed(storage, ArticleScope()) == []
    assert listed(storage, ArticleScope(trash=True)) == [filed.article]
    with storage.read() as stores:
        assert stores.articles.detail(filed.article).row.is_deleted
    with storage.begin(Verb.RESTORE, WHO, AT) as unit:
        unit.articles.restore(filed.article)
    assert listed(storage, ArticleScope()) == [filed.article]


def test_deleting_twice_writes_once(storage: Storage) -> None:
    filed = an_article(storage)
    for expected in (3, None):
        with storage.begin(Verb.DELETE_ARTICLE, WHO, AT) as unit:
            unit.articles.delete(filed.article)
        assert unit.changes.event == expected


def test_detail_has_every_version(storage: Storage) -> None:
    filed = an_article(storage)
    second = add_version(storage, filed.article, TEXT + " More.")
    with storage.read() as stores:
        detail = stores.articles.detail(filed.article)
    assert [version.id for version in detail.versions] == [filed.version, second]
    assert detail.latest.number == 2


def test_outlets_are_counted_without_the_trash(storage: Storage) -> None:
    an_article(storage, "a")
    an_article(storage, "b", outlet="Herald")
    an_article(storage, "c", outlet="Herald")
    gone = an_article(storage, "d", outlet="Times")
    an_article(storage, "e", outlet="")
    with storage.begin(Verb.DELETE_ARTICLE, WHO, AT) as unit:
        unit.articles.delete(gone.article)
    with storage.read() as stores:
        assert stores.articles.outlets() == (("Herald", 2), ("Gazette", 1))
        assert stores.articles.ids() == (1, 2, 3, 5)


def test_missing_article_is_named(storage: Storage) -> None:
    with storage.read() as stores, pytest.raises(NotFoundError, match="A-7"):
        stores.articles.detail(7)
    with pytest.raises(NotFoundError, match="A-7"):
        edit(storage, 7, ArticlePatch(title="x"))


def test_id_is_never_given_again(storage: Storage) -> None:
    first = an_article(storage)
    with storage._database.writing() as session:
        for table in ("tally", "version_band", "version", "article"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")
    assert an_article(storage).article == first.article + 1
