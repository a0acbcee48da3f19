"""The chain holds, shows every tampering, and knows what stands undone."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from factdesk.errors import Cancelled
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.verbs import Verb
from factdesk.progress import CancelToken
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, a_claim, an_article


def fill(storage: Storage) -> int:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    for number in range(3):
        with storage.begin(Verb.EDIT_CLAIM, WHO, AT + timedelta(seconds=number)) as unit:
            unit.claims.patch(claim, ClaimPatch(statement=f"Statement {number}"))
    return claim


def tamper(folder: Path, sql: str) -> None:
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.execute(sql)
        connection.commit()


def test_first_line_is_the_creation_and_the_chain_holds(storage: Storage) -> None:
    fill(storage)
    with storage.read() as stores:
        rows = stores.history.rows()
        assert stores.history.verify() == ()
    assert rows[-1].verb == "create_library"
    assert rows[-1].previous_hash == "0" * 64
    assert [row.previous_hash for row in rows[:-1]] == [row.hash for row in rows[1:]]


@pytest.mark.parametrize(
    ("sql", "line"),
    [
        ("UPDATE event SET who = 'Nobody' WHERE id = 3", "3"),
        ("UPDATE event SET at = '2020-01-01 00:00:00.000000' WHERE id = 4", "4"),
        ("UPDATE event SET verb = 'delete_claim' WHERE id = 2", "2"),
        ("UPDATE event SET summary = 'x' WHERE id = 6", "6"),
        ("UPDATE event SET subject = 'C-9' WHERE id = 3", "3"),
        ("UPDATE event SET \"group\" = 'g' WHERE id = 3", "3"),
        ("UPDATE event SET undoes = '2' WHERE id = 3", "3"),
        ("UPDATE event SET changes = replace(changes, ':', ': ') WHERE id = 5", "5"),
        ("UPDATE event SET hash = 'abc' WHERE id = 5", "5"),
    ],
)
def test_tampering_is_named_by_its_line(storage: Storage, folder: Path, sql: str, line: str) -> None:
    fill(storage)
    tamper(folder, sql)
    with storage.read() as stores:
        problems = stores.history.verify()
    assert problems[0].id == line
    assert {problem.kind for problem in problems} == {"chain_broken"}


def test_missing_line_is_named(storage: Storage, folder: Path) -> None:
    fill(storage)
    tamper(folder, "DELETE FROM event WHERE id = 4")
    with storage.read() as stores:
        assert [problem.id for problem in stores.history.verify()] == ["4", "5"]


def test_line_put_in_between_is_seen(storage: Storage, folder: Path) -> None:
    fill(storage)
    tamper(folder, "UPDATE event SET id = id + 100 WHERE id = 6")
    with storage.read() as stores:
        assert stores.history.verify() != ()


def test_verifying_reports_and_can_be_stopped(storage: Storage) -> None:
    fill(storage)
    seen: list[tuple[int, int | None]] = []

    class Watch:
        def report(self, done: int, total: int | None, words: str = "") -> None:
            seen.append((done, total))

    with storage.read() as stores:
        assert stores.history.verify(Watch()) == ()
        token = CancelToken()
        token.cancel()
        with pytest.raises(Cancelled):
            stores.history.verify(Watch(), token)
    assert seen == [(6, 6)]


def test_rows_come_in_pages(storage: Storage) -> None:
    fill(storage)
    with storage.read() as stores:
        newest = stores.history.rows(limit=2)
        older = stores.history.rows(limit=2, before=newest[-1].id)
    assert [row.id for row in (*newest, *older)] == [6, 5, 4, 3]


def test_event_holds_only_the_columns_that_changed(storage: Storage) -> None:
    claim = fill(storage)
    with storage.read() as stores:
        changes = json.loads(stores.history.changes(6))
    assert changes == [
        {
            "table": "claim",
            "key": [claim],
            "before": {"changed_at": "2026-03-02T09:00:01+00:00", "statement": "Statement 1"},
            "after": {"changed_at": "2026-03-02T09:00:02+00:00", "statement": "Statement 2"},
        }
    ]


def test_event_of_a_filing_holds_the_hash_of_the_text_and_not_the_text(storage: Storage) -> None:
    text = "A long text that stays in the version. " * 50
    filed = an_article(storage, text)
    with storage.read() as stores:
        changes = stores.history.changes(2)
        row = stores.versions.row(filed.version)
    version = next(one for one in json.loads(changes) if one["table"] == "version")
    assert version["after"]["text"] == {"sha256": row.text_hash}
    assert "A long text" not in changes


def test_undone_lines_are_marked(storage: Storage) -> None:
    fill(storage)
    storage.undo(WHO, AT)
    storage.undo(WHO, AT)
    storage.redo(WHO, AT)
    with storage.read() as stores:
        undone = {row.id: row.is_undone for row in stores.history.rows()}
    assert undone == {9: False, 8: True, 7: False, 6: True, 5: False, 4: False, 3: False, 2: False, 1: False}
