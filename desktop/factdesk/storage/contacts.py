"""Contacts: who was reached for a source, when, how and what they said."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from factdesk.model.enums import Channel, Kind, Outcome
from factdesk.model.tables import Contact, Source, columns_of
from factdesk.model.values.sources import ContactDraft, ContactRow
from factdesk.storage.base import Store

_k = columns_of(Contact)


class ContactStore(Store):
    """Queries and writes of contacts."""

    def of_source(self, source_id: int) -> tuple[ContactRow, ...]:
        """List the contacts of a source, oldest first."""
        return self.of_sources(frozenset({source_id}))

    def of_sources(self, source_ids: frozenset[int]) -> tuple[ContactRow, ...]:
        """List the contacts of several sources (a memo's), oldest first; one query."""
        found = (
            select(_k.id, _k.source_id, _k.at, _k.channel, _k.who, _k.outcome, _k.answer, _k.by)
            .where(_k.source_id.in_(source_ids), _k.deleted_at.is_(None))
            .order_by(_k.at, _k.id)
        )
        return tuple(_row(values) for values in self._session.execute(found))

    def add(self, draft: ContactDraft) -> int:
        """Log a contact; give its id. NotFoundError when there is no such source."""
        self._find(Source, Kind.SOURCE, draft.source_id)
        return self._add(
            Contact(
                source_id=draft.source_id,
                at=draft.at,
                channel=draft.channel.value,
                who=draft.who,
                outcome=draft.outcome.value,
                answer=draft.answer,
                by=self._pen.who,
            )
        ).id

    def delete(self, contact_id: int) -> None:
        """Put a contact into the trash."""
        self._bury(self._find(Contact, Kind.CONTACT, contact_id))


def _row(values: Any) -> ContactRow:
    key, source_id, at, channel, who, outcome, answer, by = values
    return ContactRow(key, source_id, at, Channel(channel), who, Outcome(outcome), answer, by)
