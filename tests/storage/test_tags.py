"""Tags: one word is one tag, and only used ones are listed."""

from __future__ import annotations

from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.desk import TagRow
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, a_claim, an_article


def test_one_word_in_any_case_and_spacing_is_one_tag(storage: Storage) -> None:
    filed = an_article(storage, tags=("Охорона  здоров’я", "охорона здоров’я", " ", "city"))
    claim = a_claim(storage, filed.version)
    with storage.begin(Verb.TAG, WHO, AT) as unit:
        unit.claims.patch(claim, ClaimPatch(tags=("CITY",)))
    with storage.read() as stores:
        assert stores.tags.rows() == (TagRow(2, "city", 2), TagRow(1, "Охорона здоров’я", 1))
        assert stores.claims.detail(claim).row.tags == ("city",)


def test_unused_tag_is_not_listed_and_keeps_its_id(storage: Storage) -> None:
    filed = an_article(storage, tags=("city",))
    for tags in ((), ("City",)):
        with storage.begin(Verb.TAG, WHO, AT) as unit:
            unit.articles.patch(filed.article, ArticlePatch(tags=tags))
        with storage.read() as stores:
            assert stores.tags.rows() == tuple(TagRow(1, "city", 1) for _tag in tags)


def test_trash_does_not_count(storage: Storage) -> None:
    filed = an_article(storage, tags=("city",))
    with storage.begin(Verb.DELETE_ARTICLE, WHO, AT) as unit:
        unit.articles.delete(filed.article)
    with storage.read() as stores:
        assert stores.tags.rows() == ()


def test_same_tags_again_write_nothing(storage: Storage) -> None:
    filed = an_article(storage, tags=("a", "b"))
    with storage.begin(Verb.TAG, WHO, AT) as unit:
        unit.articles.patch(filed.article, ArticlePatch(tags=("B", "A")))
    assert unit.changes.event is None
