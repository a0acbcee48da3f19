"""The figures beside the navigator's rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select

from factdesk.model.enums import Role, Status
from factdesk.model.tables import Article, Claim, Memo, Source, columns_of
from factdesk.model.values.desk import Counts
from factdesk.storage.base import Store

_a, _c, _s, _m = columns_of(Article), columns_of(Claim), columns_of(Source), columns_of(Memo)
_OPEN = _c.status != Status.DONE.value


class Counting(Store):
    """Counts; each figure comes from an index, and claims of articles in the trash are taken off."""

    def counts(self, who: str, today: str) -> Counts:
        """Count everything for a person; `today` is an ISO 8601 date, and due is what is due by then and not done."""
        by_status = self._claims_by_status()
        live = _a.deleted_at.is_(None)
        due = and_(_c.due != "", _c.due <= today + "~", _OPEN)
        return Counts(
            articles=self._count(Article, live),
            drafts=self._count(Article, and_(live, _a.role == Role.DRAFT.value)),
            unread=self._count(Article, and_(live, _a.is_unread)),
            sources=self._count(Source, _s.deleted_at.is_(None)),
            claims=sum(by_status.values()),
            open_claims=sum(number for status, number in by_status.items() if status != Status.DONE.value),
            my_claims=self._count_claims(and_(_c.assignee == who, _OPEN)) if who else 0,
            review=by_status.get(Status.REVIEW.value, 0),
            due=self._count_claims(due) + self._due_articles(today),
            trash=self._trash(),
            memos=self._count(Memo, _m.id > 0),
        )

    def _claims_by_status(self) -> Mapping[str, int]:
        all_live = self._by_status(_c.deleted_at.is_(None))
        hidden = self._by_status(and_(_c.deleted_at.is_(None), _c.article_id.in_(_in_trash())))
        return {status: number - hidden.get(status, 0) for status, number in all_live.items()}

    def _by_status(self, condition: ColumnElement[bool]) -> Mapping[str, int]:
        found = select(_c.status, func.count()).where(condition).group_by(_c.status)
        return {status: number for status, number in self._session.execute(found)}  # noqa: C416  (typed rows)

    def _count_claims(self, condition: ColumnElement[bool]) -> int:
        return self._count(Claim, and_(_c.deleted_at.is_(None), condition, _c.article_id.not_in(_in_trash())))

    def _due_articles(self, today: str) -> int:
        is_due = and_(_a.due != "", _a.due <= today + "~", _a.status != Status.DONE.value)
        return self._count(Article, and_(_a.deleted_at.is_(None), is_due))

    def _trash(self) -> int:
        return (
            self._count(Article, _a.deleted_at.is_not(None))
            + self._count(Claim, _c.deleted_at.is_not(None))
            + self._count(Source, _s.deleted_at.is_not(None))
        )

    def _count(self, model: Any, condition: ColumnElement[bool]) -> int:
        return int(self._session.execute(select(func.count()).select_from(model).where(condition)).scalar_one())


def _in_trash() -> Any:
    return select(_a.id).where(_a.deleted_at.is_not(None))
