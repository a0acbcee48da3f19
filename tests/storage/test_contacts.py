"""Contacts: who was reached, when, how, and what they said."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factdesk.errors import NotFoundError
from factdesk.model.enums import Channel, Outcome
from factdesk.model.values.sources import ContactRow
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, a_contact, a_source


def test_contacts_stand_in_the_order_of_time(storage: Storage) -> None:
    source, other = a_source(storage), a_source(storage)
    late = a_contact(storage, source, at=AT + timedelta(days=1), channel=Channel.EMAIL, outcome=Outcome.SENT, answer="")
    early = a_contact(storage, source)
    far = a_contact(storage, other, at=AT + timedelta(hours=1))
    with storage.read() as stores:
        rows = stores.contacts.of_source(source)
        both = stores.contacts.of_sources(frozenset({source, other}))
    assert rows == (
        ContactRow(early, source, AT, Channel.PHONE, "Press office", Outcome.ANSWERED, "confirmed", WHO),
        ContactRow(late, source, AT + timedelta(days=1), Channel.EMAIL, "Press office", Outcome.SENT, "", WHO),
    )
    assert [row.id for row in both] == [early, far, late]


def test_deleted_contact_is_out_of_sight(storage: Storage) -> None:
    source = a_source(storage)
    contact = a_contact(storage, source)
    with storage.begin(Verb.DELETE_CONTACT, WHO, AT) as unit:
        unit.contacts.delete(contact)
    with storage.read() as stores:
        assert stores.contacts.of_source(source) == ()


def test_contact_of_nobody_is_refused(storage: Storage) -> None:
    with pytest.raises(NotFoundError, match="S-9"):
        a_contact(storage, 9)
