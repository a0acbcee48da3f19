"""Tags and which articles and claims carry them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, func, select

from factdesk.model.tables import Article, ArticleTag, Claim, ClaimTag, Tag, columns_of
from factdesk.model.values.desk import TagRow
from factdesk.storage.base import Store

_t, _at, _ct = columns_of(Tag), columns_of(ArticleTag), columns_of(ClaimTag)


class TagStore(Store):
    """Queries and writes of tags; a tag comes into being when it is first used."""

    def rows(self) -> tuple[TagRow, ...]:
        """List the tags in use, alphabetically, with the number of articles and claims (trash left out)."""
        articles = self._counts(
            select(_at.tag_id, func.count())
            .join(Article, columns_of(Article).id == _at.article_id)
            .where(columns_of(Article).deleted_at.is_(None))
            .group_by(_at.tag_id)
        )
        claims = self._counts(
            select(_ct.tag_id, func.count())
            .join(Claim, columns_of(Claim).id == _ct.claim_id)
            .where(columns_of(Claim).deleted_at.is_(None))
            .group_by(_ct.tag_id)
        )
        found = select(_t.id, _t.name).order_by(_t.folded)
        rows = (
            TagRow(key, name, articles.get(key, 0) + claims.get(key, 0)) for key, name in self._session.execute(found)
        )
        return tuple(row for row in rows if row.count)

    def of_articles(self, inside: Select[tuple[int]]) -> Mapping[int, tuple[str, ...]]:
        """Give the tags of the articles that `inside` selects, in alphabetical order; one query."""
        found = select(_at.article_id, _t.name).join(Tag, _t.id == _at.tag_id).where(_at.article_id.in_(inside))
        return self._names(found)

    def of_claims(self, inside: Select[tuple[int]]) -> Mapping[int, tuple[str, ...]]:
        """Give the tags of the claims that `inside` selects, in alphabetical order; one query."""
        found = select(_ct.claim_id, _t.name).join(Tag, _t.id == _ct.tag_id).where(_ct.claim_id.in_(inside))
        return self._names(found)

    def set_article(self, article_id: int, names: Sequence[str]) -> None:
        """Make these the tags of an article."""
        self._set(ArticleTag, "article_id", article_id, names)

    def set_claim(self, claim_id: int, names: Sequence[str]) -> None:
        """Make these the tags of a claim."""
        self._set(ClaimTag, "claim_id", claim_id, names)

    def _set(self, link: type[ArticleTag] | type[ClaimTag], owner: str, key: int, names: Sequence[str]) -> None:
        wanted = {self._ensure(name) for name in names if name.strip()}
        rows: Sequence[Any] = self._session.scalars(select(link).where(columns_of(link)[owner] == key)).all()
        for row in rows:
            if row.tag_id not in wanted:
                self._session.delete(row)
        for tag_id in sorted(wanted - {row.tag_id for row in rows}):
            self._session.add(link(**{owner: key, "tag_id": tag_id}))
        self._session.flush()

    def _ensure(self, name: str) -> int:
        words = " ".join(name.split())
        row = self._session.scalars(select(Tag).where(_t.folded == words.casefold())).first()
        return self._add(Tag(name=words, folded=words.casefold())).id if row is None else row.id

    def _names(self, found: Any) -> Mapping[int, tuple[str, ...]]:
        names: dict[int, list[str]] = defaultdict(list)
        for key, name in self._session.execute(found.order_by(_t.folded)):
            names[key].append(name)
        return {key: tuple(values) for key, values in names.items()}

    def _counts(self, found: Any) -> Mapping[int, int]:
        return {key: number for key, number in self._session.execute(found)}  # noqa: C416  (typed rows)
