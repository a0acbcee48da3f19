"""Verdict scales and their ratings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from factdesk.model.enums import Kind
from factdesk.model.tables import Rating as RatingTable
from factdesk.model.tables import Scale as ScaleTable
from factdesk.model.tables import columns_of
from factdesk.model.values.desk import Rating, Scale
from factdesk.storage.base import Store, change

_s, _r = columns_of(ScaleTable), columns_of(RatingTable)


class ScaleStore(Store):
    """Queries and writes of verdict scales."""

    def default(self) -> Scale:
        """Give the default scale; an empty one (id 0) when the library has none."""
        found = select(_s.id, _s.name).where(_s.is_default, _s.deleted_at.is_(None)).order_by(_s.id).limit(1)
        scale = self._session.execute(found).first()
        return Scale(0, "", ()) if scale is None else Scale(scale.id, scale.name, self._ratings(scale.id))

    def add(self, name: str, ratings: Sequence[Rating], *, is_default: bool = True) -> int:
        """Add a scale, ratings in their order (firmest true first; their ids are not looked at); give its id.

        A default scale takes the place of the one before.
        """
        if is_default:
            for row in self._session.scalars(select(ScaleTable).where(_s.is_default)):
                change(row, {"is_default": False})
        scale = self._add(ScaleTable(name=name, is_default=is_default))
        for position, rating in enumerate(ratings, start=1):
            self._session.add(RatingTable(scale_id=scale.id, position=position, **_values(rating)))
        self._session.flush()
        return scale.id

    def set_ratings(self, scale_id: int, ratings: Sequence[Rating]) -> None:
        """Make these the ratings of a scale, matched by key; one left out goes, and a verdict given keeps its key."""
        self._find(ScaleTable, Kind.SCALE, scale_id)
        rows = {row.key: row for row in self._session.scalars(select(RatingTable).where(_r.scale_id == scale_id))}
        for position, rating in enumerate(ratings, start=1):
            row = rows.pop(rating.key, None)
            if row is None:
                self._session.add(RatingTable(scale_id=scale_id, position=position, **_values(rating)))
            else:
                change(row, _values(rating) | {"position": position, "deleted_at": None})
        for row in rows.values():
            self._bury(row)
        self._session.flush()

    def _ratings(self, scale_id: int) -> tuple[Rating, ...]:
        found = (
            select(_r.id, _r.key, _r.name, _r.definition, _r.look, _r.shortcut, _r.claim_review)
            .where(_r.scale_id == scale_id, _r.deleted_at.is_(None))
            .order_by(_r.position, _r.id)
        )
        return tuple(Rating(*values) for values in self._session.execute(found))


def _values(rating: Rating) -> dict[str, Any]:
    return {
        "key": rating.key,
        "name": rating.name,
        "definition": rating.definition,
        "look": rating.look,
        "shortcut": rating.shortcut,
        "claim_review": rating.claim_review,
    }
