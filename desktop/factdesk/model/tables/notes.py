"""Table of notes on claims, articles and sources."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, Text
from sqlmodel import Field

from factdesk.model.tables.base import NEVER_REUSED, Base, UtcDateTime


class Note(Base, table=True):
    """A note; its owner is a claim, an article or a source."""

    __tablename__: ClassVar[str] = "note"
    __table_args__ = (Index(None, "owner_kind", "owner_id"), NEVER_REUSED)

    id: int = Field(default=None, primary_key=True)
    owner_kind: str
    owner_id: int
    text: str = Field(sa_type=Text)
    author: str
    written_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
