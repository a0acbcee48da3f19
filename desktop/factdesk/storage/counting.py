"""The figures beside the navigator's rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select

from factdesk.model.enums import Role, Status
from factdesk.model.tables import Article, Base, Claim, Memo, Source, columns_of
from factdesk.model.values.desk import Counts
from factdesk.storage.base import Store

_a, _c, _s, _m = columns_of(Article), columns_of(Claim), columns_of(Source), columns_of(Memo)


class Counting(Store):
    """Counts; each figure is read from an index alone. Claims of articles in the trash do not count."""

    def counts(self, who: str, today: str) -> Counts:
        """Count everything for a person; `today` is an ISO 8601 date, and due is what is due by then and not done."""
        articles = self._articles(today)
        claims = self._claims(today)
        return Counts(
            articles=articles.total,
            drafts=articles.drafts or 0,
            unread=articles.unread or 0,
            sources=self._count(Source, _s.deleted_at.is_(None)),
            claims=sum(total for total, _due in claims.values()),
            open_claims=sum(total for status, (total, _due) in claims.items() if status != Status.DONE.value),
            my_claims=self._mine(who) if who else 0,
            review=claims.get(Status.REVIEW.value, (0, 0))[0],
            due=(articles.due or 0) + sum(due for _total, due in claims.values()),
            trash=self._count(Article, _a.deleted_at.is_not(None)),
            trash_claims=self._count(Claim, _c.deleted_at.is_not(None)),
            memos=self._count(Memo, _m.id > 0),
        )

    def _articles(self, today: str) -> Any:
        found = select(
            func.count().label("total"),
            _number(_a.role == Role.DRAFT.value).label("drafts"),
            _number(_a.is_unread).label("unread"),
            _number(_is_due(_a.due, _a.status, today)).label("due"),
        ).where(_a.deleted_at.is_(None))
        return self._session.execute(found).one()

    def _claims(self, today: str) -> Mapping[str, tuple[int, int]]:
        found = (
            select(_c.status, func.count(), _number(_is_due(_c.due, _c.status, today)))
            .where(_c.deleted_at.is_(None), _c.article_id.not_in(_in_trash()))
            .group_by(_c.status)
        )
        return {status: (total, due or 0) for status, total, due in self._session.execute(found)}

    def _mine(self, who: str) -> int:
        mine = and_(_c.assignee == who, _c.deleted_at.is_(None), _c.status != Status.DONE.value)
        return self._count(Claim, and_(mine, _c.article_id.not_in(_in_trash())))

    def _count(self, model: type[Base], condition: ColumnElement[bool]) -> int:
        return int(self._session.execute(select(func.count()).select_from(model).where(condition)).scalar_one())


def _number(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _is_due(due: Any, status: Any, today: str) -> ColumnElement[bool]:
    """Whether something is due by the end of `today`; "~" sorts after every time of the day."""
    return and_(due != "", due <= today + "~", status != Status.DONE.value)


def _in_trash() -> Any:
    return select(_a.id).where(_a.deleted_at.is_not(None))
