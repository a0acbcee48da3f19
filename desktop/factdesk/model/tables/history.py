"""Tables of the tamper-evident history and of what the search index has yet to hear."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, Text, text
from sqlmodel import Field

from factdesk.model.tables.base import NEVER_REUSED, Base, UtcDateTime


class Event(Base, table=True):
    """A line of the history. `changes` is canonical JSON; `undoes` event ids with commas; hashes are hex SHA-256."""

    __tablename__: ClassVar[str] = "event"
    __table_args__ = (
        Index("ix_event_undoes", "id", sqlite_where=text("undoes <> ''"), postgresql_where=text("undoes <> ''")),
        NEVER_REUSED,
    )

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    who: str
    verb: str
    subject: str
    summary: str
    group: str
    undoes: str
    previous_hash: str
    hash: str
    changes: str = Field(sa_type=Text)


class Outbox(Base, table=True):
    """A thing whose searchable words changed and which the index has yet to hear of."""

    __tablename__: ClassVar[str] = "outbox"
    __table_args__ = (NEVER_REUSED,)

    seq: int = Field(default=None, primary_key=True)
    kind: str
    item_id: int
