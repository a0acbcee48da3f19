"""Tables of articles: originals, articles, their immutable versions and the keys that find near twins."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field

from factdesk.model.tables.base import NEVER_REUSED, Base, UtcDateTime


class Original(Base, table=True):
    """Bytes that were filed; the file itself lies in originals/ under its hash."""

    __tablename__: ClassVar[str] = "original"

    sha256: str = Field(primary_key=True)
    size: int
    media_type: str
    added_at: datetime = Field(sa_type=UtcDateTime)


class Article(Base, table=True):
    """A text on the desk."""

    __tablename__: ClassVar[str] = "article"
    __table_args__ = (
        Index(None, "deleted_at", "filed_at"),
        Index(None, "deleted_at", "outlet"),
        Index("ix_article_counts", "deleted_at", "is_unread", "role", "status", "due"),
        NEVER_REUSED,
    )

    id: int = Field(default=None, primary_key=True)
    title: str
    outlet: str
    authors: list[str] = Field(sa_type=JSON)
    published: str
    filed_at: datetime = Field(sa_type=UtcDateTime)
    language: str
    canonical_url: str = Field(index=True)
    role: str
    status: str
    assignee: str
    due: str
    is_unread: bool
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Version(Base, table=True):
    """One immutable text of an article. The long columns stand last, so that a list never reads past them."""

    __tablename__: ClassVar[str] = "version"
    __table_args__ = (UniqueConstraint("article_id", "number"), NEVER_REUSED)

    id: int = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    number: int
    title: str
    language: str
    captured_at: datetime = Field(sa_type=UtcDateTime)
    captured_from: str
    captured_by: str
    tool: str
    original_sha256: str = Field(foreign_key="original.sha256", index=True)
    original_name: str
    page_count: int | None = None
    word_count: int
    text_hash: str = Field(index=True)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    signature: bytes = Field(sa_type=LargeBinary)
    blocks: list[list[Any]] = Field(sa_type=JSON)
    text: str = Field(sa_type=Text)


class VersionBand(Base, table=True):
    """One band of a version's near-duplicate signature: versions that share a band may be nearly the same text."""

    __tablename__: ClassVar[str] = "version_band"
    __table_args__ = ({"sqlite_with_rowid": False},)

    band: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    version_id: int = Field(primary_key=True, foreign_key="version.id")


class ArticleTag(Base, table=True):
    """That an article carries a tag."""

    __tablename__: ClassVar[str] = "article_tag"

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    tag_id: int = Field(primary_key=True, foreign_key="tag.id", index=True)


class Tally(Base, table=True):
    """What an article's row in a list counts: derived with every commit, so that 100,000 rows need no counting.

    `verdicts` is a JSON object of rating key and number of claims, `tags` a JSON list of names in order.
    """

    __tablename__: ClassVar[str] = "tally"

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    versions: int
    verdicts: str
    tags: str
