"""What all tables share: one metadata with named constraints, and times that are UTC and aware."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, Table, inspect
from sqlalchemy.orm import registry
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
"""Fixed names, so that a migration can speak of a constraint on every database."""

NEVER_REUSED = {"sqlite_autoincrement": True}
"""Table argument: a public id that was given once is never given again, not even after the last row went."""


class Base(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMING))):
    """Root of every table class of a library."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: refuses a naive datetime, stores UTC, gives an aware UTC datetime back."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn into naive UTC for the driver; ValueError for a naive datetime."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"a moment without a time zone cannot be stored: {value!r}"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give what is stored its zone back."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


def table_of(model: type[Base]) -> Table:
    """Give the Core table of a table class, for projections."""
    table = inspect(model).local_table
    assert isinstance(table, Table)
    return table


def columns_of(model: type[Base]) -> ReadOnlyColumnCollection[str, Any]:
    """Give the columns of a table class by name, for projections."""
    return table_of(model).c
