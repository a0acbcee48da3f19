"""What all stores share: a session, who holds the pen, and how a row is found and changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy.orm import Session

from factdesk.errors import BugError, NotFoundError
from factdesk.model.enums import Kind
from factdesk.model.ids import PREFIXES, public_id
from factdesk.model.tables import Base
from factdesk.words import _

Row = TypeVar("Row", bound=Base)


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes, and when (UTC)."""

    who: str
    at: datetime


class Store:
    """Queries and writes of one aggregate on one session. Without a pen it can only be read."""

    def __init__(self, session: Session, pen: Pen | None) -> None:
        self._session = session
        self._held = pen

    @property
    def _pen(self) -> Pen:
        if self._held is None:
            message = "a store was written to outside a unit of work"
            raise BugError(message)
        return self._held

    def _find(self, model: type[Row], kind: Kind, key: int) -> Row:
        """Give the row for writing; NotFoundError when there is none."""
        row = self._session.get(model, key)
        if row is None:
            raise not_found(kind, key)
        return row

    def _add(self, row: Row) -> Row:
        """Write a new row now, so that it has its id."""
        assert self._pen
        self._session.add(row)
        self._session.flush()
        return row

    def _bury(self, row: Base) -> None:
        """Put a row into the trash; one that lies there already stays as it is."""
        if getattr(row, "deleted_at") is None:  # noqa: B009  (not every table has a trash)
            change(row, {"deleted_at": self._pen.at})

    def _dig_out(self, row: Base) -> None:
        """Take a row out of the trash."""
        change(row, {"deleted_at": None})


def change(row: Base, values: Mapping[str, object]) -> bool:
    """Set the columns that differ; give whether any did."""
    different = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in different.items():
        setattr(row, name, value)
    return bool(different)


def given(**values: object) -> dict[str, object]:
    """Leave out what a patch leaves as it is (None)."""
    return {name: value for name, value in values.items() if value is not None}


def not_found(kind: Kind, key: int) -> NotFoundError:
    """Say that there is no such thing."""
    name = public_id(kind, key) if kind in PREFIXES else str(key)
    return NotFoundError(
        _("There is no {name} in this library.").format(name=name), hint=_("Search for it by its words.")
    )
