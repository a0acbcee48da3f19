"""Tables of memos that left the house, and the claims as they were in them."""

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field

from factdesk.model.tables.base import NEVER_REUSED, Base, UtcDateTime


class Memo(Base, table=True):
    """An exported memo; `sha256` is the hash of the file that was written."""

    __tablename__: ClassVar[str] = "memo"
    __table_args__ = (NEVER_REUSED,)

    id: int = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    version_id: int = Field(foreign_key="version.id")
    recipient: str
    made_at: datetime = Field(sa_type=UtcDateTime)
    made_by: str
    path: str
    sha256: str


class MemoClaim(Base, table=True):
    """A claim of a memo, in its order, with the hash of the claim's state when the memo was made."""

    __tablename__: ClassVar[str] = "memo_claim"

    memo_id: int = Field(primary_key=True, foreign_key="memo.id")
    claim_id: int = Field(primary_key=True, foreign_key="claim.id", index=True)
    position: int
    state_hash: str
