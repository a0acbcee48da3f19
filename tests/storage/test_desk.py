"""People, and what the library knows of itself."""

from __future__ import annotations

import uuid

import pytest

from factdesk.errors import NotFoundError
from factdesk.model.enums import PersonRole
from factdesk.model.values.desk import PersonRow
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, WHO


def test_people_stand_in_alphabetical_order(storage: Storage) -> None:
    with storage.begin(Verb.ADD_PERSON, WHO, AT) as unit:
        second = unit.desk.add_person("їжак", aliases=("Yizhak",), title="Mayor", role=PersonRole.SPEAKER)
        first = unit.desk.add_person("Adam")
    with storage.read() as stores:
        assert stores.desk.people() == (
            PersonRow(first, "Adam", (), "", PersonRole.STAFF),
            PersonRow(second, "їжак", ("Yizhak",), "Mayor", PersonRole.SPEAKER),
        )


def test_person_is_changed_field_by_field(storage: Storage) -> None:
    with storage.begin(Verb.ADD_PERSON, WHO, AT) as unit:
        person = unit.desk.add_person("Adam", aliases=("A",), title="Editor")
    with storage.begin(Verb.EDIT_PERSON, WHO, AT) as unit:
        unit.desk.patch_person(person, name="Adam B", aliases=(), role=PersonRole.SPEAKER)
    with storage.read() as stores:
        assert stores.desk.people() == (PersonRow(person, "Adam B", (), "Editor", PersonRole.SPEAKER),)
    with pytest.raises(NotFoundError, match="P-9"), storage.begin(Verb.EDIT_PERSON, WHO, AT) as unit:
        unit.desk.patch_person(9, name="x")


def test_library_knows_itself(storage: Storage) -> None:
    with storage.read() as stores:
        assert uuid.UUID(stores.desk.fact("id")).version == 4
        assert stores.desk.fact("name") == "City desk"
        assert stores.desk.fact("created") == AT.isoformat()
        assert stores.desk.fact("other") == ""
    with storage.begin(Verb.EDIT_PERSON, WHO, AT) as unit:
        unit.desk.set_fact("name", "Night desk")
    with storage.read() as stores:
        assert stores.desk.fact("name") == "Night desk"
