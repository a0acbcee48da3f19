"""What a desk keeps beside its articles: its verdict scale, people, tags and claimants."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

from factdesk.library.group import Group
from factdesk.model.changes import Changes
from factdesk.model.enums import PersonRole
from factdesk.model.values.desk import PersonRow, Rating, Scale, TagRow
from factdesk.model.verbs import Verb
from factdesk.paths import resource


class Desks(Group):
    """`library.desk`."""

    def scale(self) -> Scale:
        """Give the verdict scale in force."""
        with self._read() as stores:
            return stores.scales.default()

    def people(self) -> tuple[PersonRow, ...]:
        """List people in alphabetical order."""
        with self._read() as stores:
            return stores.desk.people()

    def add_person(
        self, name: str, aliases: Sequence[str] = (), title: str = "", role: PersonRole = PersonRole.STAFF
    ) -> Changes:
        """Add a person."""
        with self._begin(Verb.ADD_PERSON) as unit:
            unit.desk.add_person(name, aliases=aliases, title=title, role=role)
        return unit.changes

    def colleagues(self) -> tuple[str, ...]:
        """Give everybody who works here or has a claim to check or to review, in alphabetical order."""
        with self._read() as stores:
            known = {person.name for person in stores.desk.people()} | stores.claims.hands()
        return tuple(sorted(known, key=str.casefold))

    def tags(self) -> tuple[TagRow, ...]:
        """List tags with the number of things that carry them."""
        with self._read() as stores:
            return stores.tags.rows()

    def claimants(self) -> tuple[str, ...]:
        """Give everybody who is quoted in a claim, in alphabetical order."""
        with self._read() as stores:
            return stores.claims.claimants()


def default_ratings() -> tuple[str, tuple[Rating, ...]]:
    """Read the scale that a new library starts with: its name, and its ratings in order."""
    values = tomllib.loads(resource("scales/default.toml").read_text(encoding="utf-8"))
    ratings = tuple(
        Rating(
            id=0,
            key=one["key"],
            name=one["name"],
            definition=one["definition"],
            look=one["look"],
            shortcut=one["shortcut"],
            claim_review=one.get("claim_review"),
        )
        for one in values["ratings"]
    )
    return values["name"], ratings
