"""One deed: rows, event and outbox together or not at all; `Changes` says what was touched."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from factdesk.errors import BugError, NotFoundError
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind, Status
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.scopes import ArticleScope
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, a_claim, an_anchor, an_article


def test_changes_name_the_new_thing_and_its_owner(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.begin(Verb.MARK_CLAIM, WHO, AT) as unit:
        claim = unit.claims.add(filed.version, an_anchor("closed in 2019"))
    assert unit.changes.new(Kind.CLAIM) == claim
    assert unit.changes.ids == {Kind.CLAIM: frozenset({claim}), Kind.ARTICLE: frozenset({filed.article})}
    assert unit.changes.created == {Kind.CLAIM: frozenset({claim})}


def test_event_tells_who_when_what(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    later = AT + timedelta(minutes=5)
    with storage.begin(Verb.SET_STATUS, "Ihor", later) as unit:
        unit.claims.patch(claim, ClaimPatch(status=Status.DONE))
    with storage.read() as stores:
        row = stores.history.rows()[0]
    assert (row.id, row.who, row.at, row.verb, row.subject) == (
        unit.changes.event, "Ihor", later, "set_status", f"C-{claim}",
    )  # fmt: skip
    assert row.summary == "closed in 2019"


def test_nothing_written_leaves_no_event(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.begin(Verb.EDIT_ARTICLE, WHO, AT) as unit:
        unit.articles.patch(filed.article, ArticlePatch(title="Ward closes"))
    assert unit.changes == Changes(Verb.EDIT_ARTICLE)


def test_change_and_change_back_in_one_deed_leaves_no_event(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.begin(Verb.EDIT_ARTICLE, WHO, AT) as unit:
        unit.articles.patch(filed.article, ArticlePatch(title="Other"))
        unit.flush()
        unit.articles.patch(filed.article, ArticlePatch(title="Ward closes"))
    assert unit.changes.event is None


def test_exception_takes_everything_back(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.read() as stores:
        before = (stores.history.last(), stores.outbox.count(), stores.articles.rows(ArticleScope()))
    with pytest.raises(NotFoundError), storage.begin(Verb.EDIT_ARTICLE, WHO, AT) as unit:
        unit.articles.patch(filed.article, ArticlePatch(title="Half", tags=("half",)))
        unit.flush()
        unit.claims.patch(999, ClaimPatch(statement="x"))
    with storage.read() as stores:
        assert (stores.history.last(), stores.outbox.count(), stores.articles.rows(ArticleScope())) == before
    with pytest.raises(BugError):
        assert unit.changes


def test_listener_hears_after_the_commit_and_may_write(storage: Storage) -> None:
    heard: list[tuple[Changes, int]] = []

    def on_commit(changes: Changes) -> None:
        with storage.read() as stores:
            heard.append((changes, stores.history.last()[0]))
        if changes.verb is Verb.FILE_ARTICLE:
            with storage.begin_quietly(WHO, AT) as unit:
                unit.articles.set_unread(changes.new(Kind.ARTICLE), is_unread=False)

    storage.subscribe(on_commit)
    an_article(storage)
    assert [changes.verb for changes, _last in heard] == [Verb.FILE_ARTICLE, Verb.EDIT_ARTICLE]
    assert heard[0][0].event == heard[0][1]


def test_listener_hears_nothing_of_nothing(storage: Storage) -> None:
    heard: list[Changes] = []
    storage.subscribe(heard.append)
    with storage.begin(Verb.EDIT_ARTICLE, WHO, AT):
        pass
    assert heard == []


def test_verb_within_a_verb_is_a_bug_and_no_deadlock(storage: Storage) -> None:
    with (
        pytest.raises(BugError, match="verb called a verb"),
        storage.begin(Verb.EDIT_ARTICLE, WHO, AT),
        storage.begin(Verb.EDIT_ARTICLE, WHO, AT),
    ):
        pass
    assert an_article(storage).article == 1


def test_stores_of_a_read_cannot_write(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.read() as stores, pytest.raises(BugError, match="outside a unit"):
        stores.claims.add(filed.version, an_anchor("closed in 2019"))


def test_quiet_unit_refuses_what_belongs_into_the_history(storage: Storage) -> None:
    filed = an_article(storage)
    with pytest.raises(BugError, match="without an event"), storage.begin_quietly(WHO, AT) as unit:
        unit.articles.patch(filed.article, ArticlePatch(title="Unseen"))
    with storage.read() as stores:
        assert stores.articles.detail(filed.article).row.title == "Ward closes"


def test_reading_mark_leaves_no_line_and_disturbs_no_undo(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.read() as stores:
        last = stores.history.last()
    with storage.begin_quietly(WHO, AT) as unit:
        unit.articles.set_unread(filed.article, is_unread=False)
    assert unit.changes.touches(Kind.ARTICLE)
    with storage.read() as stores:
        assert stores.history.last() == last
        assert stores.articles.rows(ArticleScope(unread=True)) == ()
    assert storage.undo(WHO, AT).touches(Kind.ARTICLE)


def test_about_and_summary_overrule_what_is_found(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.begin(Verb.PLACE_CLAIM, WHO, AT) as unit:
        unit.claims.add(filed.version, an_anchor("closed in 2019"))
        unit.about(Kind.ARTICLE, filed.article)
        unit.summary = "1 claim placed"
    with storage.read() as stores:
        row = stores.history.rows()[0]
    assert (row.subject, row.summary) == (f"A-{filed.article}", "1 claim placed")


def test_writers_of_many_threads_stand_in_line(storage: Storage) -> None:
    filed = an_article(storage)

    def mark() -> None:
        for _ in range(10):
            a_claim(storage, filed.version)

    threads = [threading.Thread(target=mark) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with storage.read() as stores:
        assert len(stores.claims.of_version(filed.version)) == 40
        assert stores.history.verify() == ()
        assert stores.history.last()[0] == 42


def test_reader_sees_one_snapshot_while_others_write(storage: Storage) -> None:
    an_article(storage)
    with storage.read() as stores:
        before = stores.articles.rows(ArticleScope())
        writer = threading.Thread(target=an_article, args=(storage, "Another text."))
        writer.start()
        writer.join()
        assert stores.articles.rows(ArticleScope()) == before
    with storage.read() as stores:
        assert len(stores.articles.rows(ArticleScope())) == 2
