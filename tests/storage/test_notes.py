"""Notes on articles, claims and sources."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factdesk.errors import NotFoundError
from factdesk.model.enums import Kind
from factdesk.model.values.claims import NoteRow
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, a_claim, a_source, an_article


@pytest.mark.parametrize("kind", [Kind.ARTICLE, Kind.CLAIM, Kind.SOURCE])
def test_note_hangs_on_its_owner_alone(storage: Storage, kind: Kind) -> None:
    a_claim(storage, an_article(storage).version)
    a_source(storage)
    with storage.begin(Verb.WRITE_NOTE, WHO, AT) as unit:
        note = unit.notes.add(kind, 1, "Перевірити 🙂")
    with storage.read() as stores:
        found = {one: stores.notes.of(one, 1) for one in (Kind.ARTICLE, Kind.CLAIM, Kind.SOURCE)}
    assert found.pop(kind) == (NoteRow(note, kind.value, 1, "Перевірити 🙂", WHO, AT),)
    assert set(found.values()) == {()}


def test_edited_note_keeps_its_writer_and_time(storage: Storage) -> None:
    an_article(storage)
    with storage.begin(Verb.WRITE_NOTE, WHO, AT) as unit:
        note = unit.notes.add(Kind.ARTICLE, 1, "One")
    with storage.begin(Verb.WRITE_NOTE, "Ihor", AT + timedelta(hours=1)) as unit:
        unit.notes.patch(note, "Two")
    with storage.read() as stores:
        assert stores.notes.of(Kind.ARTICLE, 1) == (NoteRow(note, "article", 1, "Two", WHO, AT),)


def test_deleted_note_is_out_of_sight(storage: Storage) -> None:
    an_article(storage)
    with storage.begin(Verb.WRITE_NOTE, WHO, AT) as unit:
        note = unit.notes.add(Kind.ARTICLE, 1, "One")
    with storage.begin(Verb.DELETE_NOTE, WHO, AT) as unit:
        unit.notes.delete(note)
    with storage.read() as stores:
        assert stores.notes.of(Kind.ARTICLE, 1) == ()


@pytest.mark.parametrize(("kind", "name"), [(Kind.CLAIM, "C-9"), (Kind.MEMO, "M-9")])
def test_note_on_nothing_is_refused(storage: Storage, kind: Kind, name: str) -> None:
    with pytest.raises(NotFoundError, match=name), storage.begin(Verb.WRITE_NOTE, WHO, AT) as unit:
        unit.notes.add(kind, 9, "x")
