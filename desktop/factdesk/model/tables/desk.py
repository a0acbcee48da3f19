"""Tables of what a desk keeps beside its articles: the library itself, people, tags, verdict scales."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import JSON, Index
from sqlmodel import Field

from factdesk.model.tables.base import NEVER_REUSED, Base, UtcDateTime


class Meta(Base, table=True):
    """A fact about the library: `id` (a UUID), `name`, `created` (ISO 8601)."""

    __tablename__: ClassVar[str] = "meta"

    key: str = Field(primary_key=True)
    value: str


class Person(Base, table=True):
    """Who works here, or who is spoken of."""

    __tablename__: ClassVar[str] = "person"
    __table_args__ = (NEVER_REUSED,)

    id: int = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    aliases: list[str] = Field(sa_type=JSON)
    title: str
    role: str
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Tag(Base, table=True):
    """A tag; `folded` is its name without case, so that one word is one tag."""

    __tablename__: ClassVar[str] = "tag"
    __table_args__ = (NEVER_REUSED,)

    id: int = Field(default=None, primary_key=True)
    name: str
    folded: str = Field(unique=True)


class Scale(Base, table=True):
    """A desk's own verdict scale."""

    __tablename__: ClassVar[str] = "scale"
    __table_args__ = (NEVER_REUSED,)

    id: int = Field(default=None, primary_key=True)
    name: str
    is_default: bool
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Rating(Base, table=True):
    """One verdict of a scale, at `position` (from 1, firmest true first)."""

    __tablename__: ClassVar[str] = "rating"
    __table_args__ = (Index(None, "scale_id", "position"), NEVER_REUSED)

    id: int = Field(default=None, primary_key=True)
    scale_id: int = Field(foreign_key="scale.id")
    position: int
    key: str
    name: str
    definition: str
    look: str
    shortcut: str
    claim_review: int | None = None
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
