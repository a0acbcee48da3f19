"""People of the desk and people who are spoken of, and the facts about the library itself."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from factdesk.model.enums import Kind, PersonRole
from factdesk.model.tables import Meta, Person, columns_of
from factdesk.model.values.desk import PersonRow
from factdesk.storage.base import Store, change

_p, _m = columns_of(Person), columns_of(Meta)


class DeskStore(Store):
    """Queries and writes of people and of the library's own facts."""

    def people(self) -> tuple[PersonRow, ...]:
        """List people in alphabetical order."""
        found = select(_p.id, _p.name, _p.aliases, _p.title, _p.role).where(_p.deleted_at.is_(None))
        rows = [
            PersonRow(key, name, tuple(aliases), title, PersonRole(role))
            for key, name, aliases, title, role in self._session.execute(found)
        ]
        return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.id)))

    def add_person(
        self, name: str, *, aliases: Sequence[str] = (), title: str = "", role: PersonRole = PersonRole.STAFF
    ) -> int:
        """Add a person; give the id."""
        return self._add(Person(name=name, aliases=list(aliases), title=title, role=role.value)).id

    def patch_person(
        self,
        person_id: int,
        *,
        name: str | None = None,
        aliases: Sequence[str] | None = None,
        title: str | None = None,
        role: PersonRole | None = None,
    ) -> None:
        """Change a person, None leaving a field as it is; NotFoundError when there is no such person."""
        row = self._find(Person, Kind.PERSON, person_id)
        values = {
            "name": name,
            "aliases": None if aliases is None else list(aliases),
            "title": title,
            "role": None if role is None else role.value,
        }
        change(row, {key: value for key, value in values.items() if value is not None})

    def fact(self, key: str) -> str:
        """Give a fact about the library: `id`, `name` or `created`; "" when it is not known."""
        return self._session.scalars(select(_m.value).where(_m.key == key)).first() or ""

    def set_fact(self, key: str, value: str) -> None:
        """Write a fact about the library."""
        row = self._session.get(Meta, key)
        if row is None:
            self._add(Meta(key=key, value=value))
        else:
            change(row, {"value": value})
