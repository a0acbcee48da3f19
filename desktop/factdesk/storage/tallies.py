"""Counts what an article's row shows, once when it changes instead of each time it is listed."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from factdesk.model.tables import ArticleTag, Claim, Tag, Tally, Version, columns_of, table_of

_t, _v, _c = columns_of(Tally), columns_of(Version), columns_of(Claim)
_link, _tag = columns_of(ArticleTag), columns_of(Tag)


def refresh(session: Session, article_ids: Iterable[int]) -> None:
    """Count these articles anew from their own rows, within the transaction that changed them."""
    table = table_of(Tally)
    for article_id in sorted(article_ids):
        values = counted(session, article_id)
        done = session.execute(update(table).where(_t.article_id == article_id).values(**values))
        if not getattr(done, "rowcount", 0):
            session.execute(insert(table).values(article_id=article_id, **values))


def counted(session: Session, article_id: int) -> dict[str, int | str]:
    """Count one article: its versions, its live claims by verdict, its tags."""
    versions = select(func.count()).where(_v.article_id == article_id, _v.deleted_at.is_(None))
    verdicts = (
        select(_c.verdict, func.count())
        .where(_c.article_id == article_id, _c.deleted_at.is_(None))
        .group_by(_c.verdict)
        .order_by(_c.verdict)
    )
    tags = (
        select(_tag.name)
        .join(ArticleTag, _link.tag_id == _tag.id)
        .where(_link.article_id == article_id)
        .order_by(_tag.folded)
    )
    return {
        "versions": int(session.execute(versions).scalar_one()),
        "verdicts": _json({verdict: number for verdict, number in session.execute(verdicts)}),  # noqa: C416  (typed)
        "tags": _json(session.scalars(tags).all()),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
