"""Tables of claims, strikes and the anchors that tie them (and evidence) to the words of a version."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from factdesk.model.tables.base import NEVER_REUSED, Base, UtcDateTime


class Claim(Base, table=True):
    """One checkable statement. `version_id` and `start` repeat its newest place, so that lists need no search."""

    __tablename__: ClassVar[str] = "claim"
    __table_args__ = (
        Index(None, "article_id", "deleted_at", "start", "id"),
        Index("ix_claim_counts", "article_id", "deleted_at", "verdict"),
        Index("ix_claim_open", "deleted_at", "status", "due", "article_id"),
        Index("ix_claim_mine", "assignee", "deleted_at", "status", "article_id"),
        Index(None, "deleted_at", "claimant"),
        NEVER_REUSED,
    )

    id: int = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    version_id: int = Field(foreign_key="version.id", index=True)
    start: int
    statement: str
    claimant: str
    said_when: str
    said_where: str
    kind: str
    status: str
    verdict: str
    rationale: str = Field(sa_type=Text)
    risk: str
    wording: str
    wording_answer: str
    assignee: str
    reviewer: str
    due: str
    created_at: datetime = Field(sa_type=UtcDateTime)
    created_by: str
    changed_at: datetime = Field(sa_type=UtcDateTime)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Strike(Base, table=True):
    """Words that need no check."""

    __tablename__: ClassVar[str] = "strike"
    __table_args__ = (NEVER_REUSED,)

    id: int = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    version_id: int = Field(foreign_key="version.id")
    reason: str
    struck_at: datetime = Field(sa_type=UtcDateTime)
    struck_by: str
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Anchor(Base, table=True):
    """The words of one owner (claim, strike, evidence) in one version; offsets in code points, -1 for an orphan.

    `placement` is a person's answer to a changed or orphaned anchor, "" while none was given.
    """

    __tablename__: ClassVar[str] = "anchor"
    __table_args__ = (
        UniqueConstraint("owner_id", "owner_kind", "version_id"),
        Index(None, "version_id", "owner_kind", "start"),
        NEVER_REUSED,
    )

    id: int = Field(default=None, primary_key=True)
    owner_kind: str
    owner_id: int
    version_id: int = Field(foreign_key="version.id")
    start: int
    end: int
    state: str
    placement: str
    exact: str = Field(sa_type=Text)
    prefix: str
    suffix: str


class ClaimTag(Base, table=True):
    """That a claim carries a tag."""

    __tablename__: ClassVar[str] = "claim_tag"

    claim_id: int = Field(primary_key=True, foreign_key="claim.id")
    tag_id: int = Field(primary_key=True, foreign_key="tag.id", index=True)
