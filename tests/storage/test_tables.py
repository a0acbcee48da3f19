"""Tables: ids are never reused, times are aware, metadata is what migrations make."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import StatementError

from factdesk.model.enums import PersonRole
from factdesk.model.tables import MODELS, Base, Event, Person, Tally, UtcDateTime, columns_of, table_of
from factdesk.storage.database import Database
from storage.factories import AT


def test_every_table_is_listed() -> None:
    assert {table_of(model).name for model in MODELS} == set(Base.metadata.tables)


def test_every_thing_has_an_id_that_is_never_reused() -> None:
    reusable = [
        table_of(model).name
        for model in MODELS
        if "id" in columns_of(model) and not table_of(model).dialect_options["sqlite"]["autoincrement"]
    ]
    assert reusable == []


def test_no_relationship_can_load_behind_our_back() -> None:
    assert [model for model in MODELS if inspect(model).relationships] == []


def test_moment_is_stored_as_utc_and_comes_back_aware() -> None:
    kiev = timezone(timedelta(hours=2))
    column = UtcDateTime()
    stored = column.process_bind_param(datetime(2026, 3, 2, 11, 0, tzinfo=kiev), sqlite.dialect())
    assert stored == datetime(2026, 3, 2, 9, 0)
    assert column.process_result_value(stored, sqlite.dialect()) == AT
    assert column.process_result_value(stored, sqlite.dialect()).tzinfo is UTC


def test_naive_moment_is_refused(folder: Path) -> None:
    database = Database(folder / "library.db")
    with pytest.raises(StatementError, match="without a time zone"), database.writing() as session:
        session.add(_event(at=datetime(2026, 3, 2)))
    database.close()


def test_missing_moment_stays_missing() -> None:
    assert UtcDateTime().process_bind_param(None, sqlite.dialect()) is None
    assert UtcDateTime().process_result_value(None, sqlite.dialect()) is None


def test_tally_is_no_part_of_an_article() -> None:
    assert set(columns_of(Tally).keys()) == {"article_id", "versions", "verdicts", "tags"}


def test_person_knows_its_role() -> None:
    assert Person(name="M", aliases=[], title="", role=PersonRole.SPEAKER.value).role == "speaker"


def _event(at: datetime) -> Event:
    words = dict.fromkeys(("who", "verb", "subject", "summary", "group", "undoes", "previous_hash", "hash"), "")
    return Event(at=at, changes="[]", **words)
