"""Documents for the index: each kind's words, language and filters; walking through all of them."""

from __future__ import annotations

from dataclasses import fields

from factdesk.model.enums import Kind, Stance, Status
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.text import Span
from factdesk.model.verbs import Verb
from factdesk.search.engine import SearchDocument
from factdesk.storage.memos import NewMemo
from factdesk.storage.searchable import FoundPlace, Searchable
from factdesk.storage.store import Storage
from storage.factories import (
    AT,
    TEXT,
    WHO,
    a_claim,
    a_contact,
    a_source,
    add_version,
    an_anchor,
    an_article,
    an_evidence,
)


def only(storage: Storage, kind: Kind) -> Searchable:
    with storage.read() as stores:
        (one,) = stores.searchables.documents(kind, (1, 99))
    return one


def test_fields_are_those_of_the_engine() -> None:
    assert [field.name for field in fields(Searchable)] == [field.name for field in fields(SearchDocument)]


def test_article_is_its_newest_text(storage: Storage) -> None:
    filed = an_article(storage, authors=("A", "B"), tags=("city",), published="2026-03-01", language="uk")
    add_version(storage, filed.article, "Newer text.")
    assert only(storage, Kind.ARTICLE) == Searchable(
        "article", 1, 1, "Ward closes", "Newer text.", "uk", "Gazette", ("A", "B"), status="todo", tags=("city",),
        published="2026-03-01", public_id="A-1",
    )  # fmt: skip


def test_claim_is_its_words_and_its_reasons(storage: Storage) -> None:
    claim = a_claim(storage, an_article(storage).version, statement="It closed", claimant="Marta")
    with storage.begin(Verb.EDIT_CLAIM, WHO, AT) as unit:
        unit.claims.patch(
            claim, ClaimPatch(verdict="false", status=Status.DONE, rationale="No", wording="Open", tags=("x",))
        )
    assert only(storage, Kind.CLAIM) == Searchable(
        "claim", 1, 1, "It closed", "closed in 2019\nNo\nOpen", "en", "Gazette", (), "Marta", "done", "false",
        tags=("x",), public_id="C-1",
    )  # fmt: skip


def test_source_is_its_citation_and_what_was_heard(storage: Storage) -> None:
    source = a_source(storage)
    a_contact(storage, source, who="Press office", answer="Confirmed by phone")
    one = only(storage, Kind.SOURCE)
    assert (one.title, one.body, one.article_id) == ("City budget", "Press office\nConfirmed by phone", None)


def test_evidence_is_its_passage(storage: Storage) -> None:
    filed = an_article(storage, language="uk")
    claim = a_claim(storage, filed.version)
    an_evidence(storage, claim, a_source(storage, article_id=filed.article), stance=Stance.REFUTES, note="p. 4")
    one = only(storage, Kind.EVIDENCE)
    assert (one.title, one.body, one.stance, one.article_id, one.language) == (
        "City budget", "closed\np. 4", "refutes", filed.article, "uk",
    )  # fmt: skip


def test_note_belongs_to_the_article_of_its_owner(storage: Storage) -> None:
    filed = an_article(storage, language="uk")
    a_claim(storage, filed.version)
    a_source(storage, article_id=filed.article)
    with storage.begin(Verb.WRITE_NOTE, WHO, AT) as unit:
        for kind in (Kind.ARTICLE, Kind.CLAIM, Kind.SOURCE):
            unit.notes.add(kind, 1, "First line\nsecond")
    with storage.read() as stores:
        found = stores.searchables.documents(Kind.NOTE, (1, 2, 3))
    assert [(one.article_id, one.title, one.body) for one in found] == [(1, "First line", "First line\nsecond")] * 3
    assert [one.language for one in found] == ["uk", "uk", ""]


def test_memo_is_whom_it_went_to(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.begin(Verb.EXPORT_MEMO, WHO, AT) as unit:
        unit.memos.add(NewMemo(filed.article, filed.version, "The editor", "memo.docx", "0", ()))
    one = only(storage, Kind.MEMO)
    assert (one.title, one.body, one.published) == ("Ward closes", "The editor\nmemo.docx", "2026-03-02")


def test_trash_is_marked_with_all_that_hangs_on_it(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    an_evidence(storage, claim, a_source(storage))
    with storage.begin(Verb.DELETE_ARTICLE, WHO, AT) as unit:
        unit.notes.add(Kind.CLAIM, claim, "n")
        unit.articles.delete(filed.article)
    deleted = {one.key: one.is_deleted for one in storage.searchables()}
    assert deleted == {"article-1": True, "claim-1": True, "evidence-1": True, "note-1": True, "source-1": False}


def test_walk_meets_everything_once_in_small_steps(storage: Storage) -> None:
    filed = [an_article(storage, f"Text {number}.") for number in range(7)]
    for one in filed:
        a_claim(storage, one.version, "Text", "Text 0.")
    keys = [one.key for one in storage.searchables(batch=2)]
    assert len(keys) == len(set(keys)) == 14
    with storage.read() as stores:
        assert stores.searchables.total() == 14
        assert stores.searchables.ids(Kind.ARTICLE, after=5, limit=1) == (6,)


def test_texts_and_places_serve_snippets_and_landing(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    source = a_source(storage)
    an_evidence(storage, claim, source, version_id=filed.version, anchor=an_anchor("12 %"))
    an_evidence(storage, claim, source)
    with storage.begin(Verb.EXPORT_MEMO, WHO, AT) as unit:
        unit.memos.add(NewMemo(filed.article, filed.version, "", "", "", ()))
    spans = {words: Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in ("closed in 2019", "12 %")}
    with storage.read() as stores:
        assert stores.searchables.texts(Kind.ARTICLE, (1,)) == {1: TEXT}
        assert stores.searchables.texts(Kind.ARTICLE, ()) == {}
        assert stores.searchables.places(Kind.ARTICLE, (1,)) == {1: FoundPlace(1, 1, None)}
        assert stores.searchables.places(Kind.CLAIM, (1,)) == {1: FoundPlace(1, 1, spans["closed in 2019"])}
        assert stores.searchables.places(Kind.EVIDENCE, (1, 2)) == {
            1: FoundPlace(1, 1, spans["12 %"]),
            2: FoundPlace(None, None, None),
        }
        assert stores.searchables.places(Kind.MEMO, (1,)) == {1: FoundPlace(1, 1, None)}
        assert stores.searchables.places(Kind.SOURCE, (1,)) == {}
