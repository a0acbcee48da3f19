"""Articles: the list, one whole article, and what is written to it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, String, func, or_, select, type_coerce

from factdesk.model.enums import Kind, Role, Status
from factdesk.model.tables import Article, ArticleTag, Rating, Scale, Tag, Tally, columns_of
from factdesk.model.values.articles import ArticleDetail, ArticleDraft, ArticlePatch, ArticleRow
from factdesk.model.values.scopes import ArticleScope
from factdesk.storage.base import Store, change, given, not_found
from factdesk.storage.tags import TagStore
from factdesk.storage.versions import VersionStore

_a, _t = columns_of(Article), columns_of(Tally)
_COLUMNS = (
    _a.id,
    _a.title,
    _a.outlet,
    type_coerce(_a.authors, String),
    _a.published,
    _a.filed_at,
    _a.language,
    _a.role,
    _a.status,
    _a.assignee,
    _a.due,
    _a.is_unread,
    _a.deleted_at,
    _t.versions,
    _t.verdicts,
    _t.tags,
)
_ROLES = {role.value: role for role in Role}
_STATUSES = {status.value: status for status in Status}


class ArticleStore(Store):
    """Queries and writes of articles."""

    def rows(self, scope: ArticleScope) -> tuple[ArticleRow, ...]:
        """List articles, newest filed first; two queries, however long the list."""
        return self._rows(_conditions(scope))

    def by_ids(self, ids: frozenset[int]) -> tuple[ArticleRow, ...]:
        """Give the rows of these articles (a few, not a whole list), in the trash or not, newest filed first."""
        return self._rows([_a.id.in_(ids)])

    def detail(self, article_id: int) -> ArticleDetail:
        """Give a whole article, also one in the trash; NotFoundError when there is none."""
        rows = self._rows([_a.id == article_id])
        if not rows:
            raise not_found(Kind.ARTICLE, article_id)
        url = self._session.execute(select(_a.canonical_url).where(_a.id == article_id)).scalar_one()
        return ArticleDetail(rows[0], url, VersionStore(self._session, None).of_article(article_id))

    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Give the outlets in use with their number of articles, most used first."""
        count = func.count().label("count")
        found = (
            select(_a.outlet, count)
            .where(_a.deleted_at.is_(None), _a.outlet != "")
            .group_by(_a.outlet)
            .order_by(count.desc(), _a.outlet)
        )
        return tuple((outlet, number) for outlet, number in self._session.execute(found))

    def ids(self) -> tuple[int, ...]:
        """Give the ids of all articles that are not in the trash, oldest first."""
        return tuple(self._session.scalars(select(_a.id).where(_a.deleted_at.is_(None)).order_by(_a.id)))

    def add(self, draft: ArticleDraft) -> int:
        """Add an article without a version (`versions.add` gives it one); give its id."""
        row = self._add(
            Article(
                title=draft.title,
                outlet=draft.outlet,
                authors=list(draft.authors),
                published=draft.published,
                filed_at=self._pen.at,
                language=draft.language,
                canonical_url=draft.canonical_url,
                role=draft.role.value,
                status=Status.TODO.value,
                assignee="",
                due="",
                is_unread=True,
            )
        )
        if draft.tags:
            TagStore(self._session, self._pen).set_article(row.id, draft.tags)
        return row.id

    def patch(self, article_id: int, patch: ArticlePatch) -> None:
        """Change fields; NotFoundError when there is no such article."""
        row = self._find(Article, Kind.ARTICLE, article_id)
        change(
            row,
            given(
                title=patch.title,
                outlet=patch.outlet,
                authors=None if patch.authors is None else list(patch.authors),
                published=patch.published,
                language=patch.language,
                canonical_url=patch.canonical_url,
                role=None if patch.role is None else patch.role.value,
                status=None if patch.status is None else patch.status.value,
                assignee=patch.assignee,
                due=patch.due,
                is_unread=patch.is_unread,
            ),
        )
        if patch.tags is not None:
            TagStore(self._session, self._pen).set_article(article_id, patch.tags)

    def set_unread(self, article_id: int, *, is_unread: bool) -> None:
        """Mark as read or unread; alone in a quiet unit (`Storage.begin_quietly`) it leaves no line of history."""
        change(self._find(Article, Kind.ARTICLE, article_id), {"is_unread": is_unread})

    def delete(self, article_id: int) -> None:
        """Put an article into the trash; its claims, evidence and notes go out of sight with it."""
        self._bury(self._find(Article, Kind.ARTICLE, article_id))

    def restore(self, article_id: int) -> None:
        """Take an article out of the trash."""
        self._dig_out(self._find(Article, Kind.ARTICLE, article_id))

    def _rows(self, conditions: list[ColumnElement[bool]]) -> tuple[ArticleRow, ...]:
        read = _RowReader(_severity(self._ratings()))
        found = select(*_COLUMNS).outerjoin(Tally, _t.article_id == _a.id).where(*conditions)
        rows = self._session.execute(found.order_by(_a.filed_at.desc(), _a.id.desc()))
        return tuple([read(values) for values in rows])

    def _ratings(self) -> list[tuple[str, int | None, int]]:
        rating, scale = columns_of(Rating), columns_of(Scale)
        found = (
            select(rating.key, rating.claim_review, rating.position)
            .join(Scale, scale.id == rating.scale_id)
            .where(rating.deleted_at.is_(None), scale.deleted_at.is_(None), scale.is_default)
        )
        return [(key, number, position) for key, number, position in self._session.execute(found)]


def _severity(ratings: list[tuple[str, int | None, int]]) -> dict[str, tuple[int, str]]:
    """Rank verdicts worst first: by ClaimReview number (1 is false), those without one after, none at all last."""
    order = sorted(ratings, key=lambda one: (one[1] is None, one[1] or 0, -one[2]))
    rank = {key: (number, key) for number, (key, _number, _position) in enumerate(order)}
    rank[""] = (len(order) + 1, "")
    return rank


def _conditions(scope: ArticleScope) -> list[ColumnElement[bool]]:
    conditions = [_a.deleted_at.is_not(None) if scope.trash else _a.deleted_at.is_(None)]
    if scope.unread is not None:
        conditions.append(_a.is_unread.is_(scope.unread))
    if scope.role is not None:
        conditions.append(_a.role == scope.role.value)
    if scope.tag:
        link, tag = columns_of(ArticleTag), columns_of(Tag)
        tagged = select(link.article_id).join(Tag, tag.id == link.tag_id).where(tag.folded == scope.tag.casefold())
        conditions.append(_a.id.in_(tagged))
    if scope.text:
        words = scope.text.lower()
        conditions.append(
            or_(
                func.lower(_a.title).contains(words, autoescape=True),
                func.lower(_a.outlet).contains(words, autoescape=True),
                _names_of(words),
            )
        )
    return conditions


def _names_of(words: str) -> ColumnElement[bool]:
    """Look into the authors, which are stored as a JSON list with every letter as itself."""
    return func.lower(type_coerce(_a.authors, String)).contains(words, autoescape=True)


class _RowReader:
    """Makes rows of columns; what repeats from row to row (authors, tags, counts) is read once."""

    def __init__(self, rank: Mapping[str, tuple[int, str]]) -> None:
        self._rank = rank
        self._lists: dict[str, tuple[str, ...]] = {}
        self._tallies: dict[str, tuple[tuple[tuple[str, int], ...], int]] = {}

    def __call__(self, values: Any) -> ArticleRow:
        """Read one row of `_COLUMNS`."""
        (
            key, title, outlet, authors, published, filed_at, language, role, status, assignee, due, unread, deleted,
            versions, verdicts, tags,
        ) = values  # fmt: skip
        counts, claims = self._tally(verdicts)
        return ArticleRow(
            id=key,
            title=title,
            outlet=outlet,
            authors=self._list(authors),
            published=published,
            filed_at=filed_at,
            language=language,
            role=_ROLES[role],
            status=_STATUSES[status],
            version_count=versions or 0,
            claim_count=claims,
            verdicts=counts,
            tags=self._list(tags),
            assignee=assignee,
            due=due,
            is_unread=unread,
            is_deleted=deleted is not None,
        )

    def _list(self, words: str | None) -> tuple[str, ...]:
        if not words:
            return ()
        if words not in self._lists:
            self._lists[words] = tuple(json.loads(words))
        return self._lists[words]

    def _tally(self, words: str | None) -> tuple[tuple[tuple[str, int], ...], int]:
        if not words:
            return (), 0
        if words not in self._tallies:
            worst_first = (len(self._rank), "")
            counts = sorted(json.loads(words).items(), key=lambda pair: self._rank.get(pair[0], worst_first))
            self._tallies[words] = tuple(counts), sum(number for _verdict, number in counts)
        return self._tallies[words]
