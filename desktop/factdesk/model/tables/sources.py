"""Tables of sources, the evidence drawn from them and the tries to reach them."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Index, Text
from sqlmodel import Field

from factdesk.model.tables.base import NEVER_REUSED, Base, UtcDateTime


class Source(Base, table=True):
    """Where evidence comes from: the CSL fields of its citation and what the desk thinks of it."""

    __tablename__: ClassVar[str] = "source"
    __table_args__ = (Index(None, "deleted_at", "changed_at"), NEVER_REUSED)

    id: int = Field(default=None, primary_key=True)
    type: str
    title: str
    author: str
    container: str
    publisher: str
    issued: str
    pages: str
    url: str
    accessed: str
    place: str
    number: str
    level: str
    reliability: str | None = None
    reliability_by: str
    reliability_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    is_confidential: bool
    article_id: int | None = Field(default=None, foreign_key="article.id", index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    created_by: str
    changed_at: datetime = Field(sa_type=UtcDateTime)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Evidence(Base, table=True):
    """From a claim to the words of a source. `calculation` is how a number was worked out, with its inputs."""

    __tablename__: ClassVar[str] = "evidence"
    __table_args__ = (Index(None, "claim_id", "deleted_at"), Index(None, "source_id", "deleted_at"), NEVER_REUSED)

    id: int = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id")
    source_id: int = Field(foreign_key="source.id")
    version_id: int | None = Field(default=None, foreign_key="version.id", index=True)
    stance: str
    passage: str = Field(sa_type=Text)
    locator: str
    credibility: str | None = None
    note: str = Field(sa_type=Text)
    calculation: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    linked_at: datetime = Field(sa_type=UtcDateTime)
    linked_by: str
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Contact(Base, table=True):
    """One try to reach a source."""

    __tablename__: ClassVar[str] = "contact"
    __table_args__ = (Index(None, "source_id", "at"), NEVER_REUSED)

    id: int = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id")
    at: datetime = Field(sa_type=UtcDateTime)
    channel: str
    who: str
    outcome: str
    answer: str = Field(sa_type=Text)
    by: str
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
