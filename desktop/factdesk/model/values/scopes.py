"""What a list shows: frozen filters that every field may leave open."""

from __future__ import annotations

from dataclasses import dataclass

from factdesk.model.enums import Role, Status


@dataclass(frozen=True, slots=True)
class ArticleScope:
    """Which articles to list; `text` is looked for in title, outlet and authors, without case."""

    trash: bool = False
    unread: bool | None = None
    tag: str = ""
    role: Role | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ClaimScope:
    """Which claims to list; `is_open` True means not done yet. In the trash lie claims deleted one by one."""

    article_id: int | None = None
    status: Status | None = None
    assignee: str = ""
    trash: bool = False
    is_open: bool | None = None
