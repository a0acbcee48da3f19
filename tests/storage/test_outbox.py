"""The queue between database and index keeps order and forgets nothing that came meanwhile."""

from __future__ import annotations

from factdesk.model.enums import Kind
from factdesk.storage.store import Storage
from storage.factories import a_claim, an_article


def test_rows_stand_in_the_order_of_the_commits(storage: Storage) -> None:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    with storage.read() as stores:
        rows = stores.outbox.pending()
    assert [(row.kind, row.id) for row in rows] == [(Kind.ARTICLE, filed.article), (Kind.CLAIM, claim)]
    assert rows[0].seq < rows[1].seq


def test_what_came_after_the_reading_stays(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.read() as stores:
        rows = stores.outbox.pending(limit=1)
    a_claim(storage, filed.version)
    assert storage.take_off_outbox(rows[-1].seq) == 1
    with storage.read() as stores:
        assert [row.kind for row in stores.outbox.pending()] == [Kind.CLAIM]
        assert stores.outbox.count() == 1


def test_taking_off_leaves_no_line_of_history_and_seq_is_never_reused(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.read() as stores:
        last, upto = stores.history.last(), stores.outbox.last()
    storage.take_off_outbox(upto)
    with storage.read() as stores:
        assert (stores.history.last(), stores.outbox.last()) == (last, 0)
    a_claim(storage, filed.version)
    with storage.read() as stores:
        assert stores.outbox.last() > upto
