"""Any thing by its kind and id, with the words to show for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select

from factdesk.model.enums import Kind
from factdesk.model.tables import (
    Anchor,
    Article,
    Claim,
    Contact,
    Evidence,
    Memo,
    Note,
    Person,
    Scale,
    Source,
    Strike,
    Tag,
    Version,
    columns_of,
)
from factdesk.model.values.desk import ThingRef
from factdesk.storage.base import Store, not_found

TITLE_LENGTH = 200


class ThingStore(Store):
    """Looks things up whatever their kind."""

    def resolve(self, kind: Kind, key: int) -> ThingRef:
        """Give a thing with its title, also one in the trash; NotFoundError when there is none."""
        title = self._title(kind, key)
        if title is None:
            raise not_found(kind, key)
        return ThingRef(kind, key, _one_line(title))

    def title(self, kind: Kind, key: int) -> str:
        """Give the words to show for a thing, at most 200 characters on one line; "" when there is none."""
        return _one_line(self._title(kind, key) or "")

    def _title(self, kind: Kind, key: int) -> str | None:
        found: str | None = self._session.execute(_TITLES[kind].where(_IDS[kind] == key)).scalar_one_or_none()
        return found


def _one_line(words: str) -> str:
    line = " ".join(words[: TITLE_LENGTH * 2].split())
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1] + "…"


_article, _version, _claim, _strike = columns_of(Article), columns_of(Version), columns_of(Claim), columns_of(Strike)
_source, _evidence, _memo, _anchor = columns_of(Source), columns_of(Evidence), columns_of(Memo), columns_of(Anchor)


def _anchored(kind: Kind, owner: ColumnElement[int], version: ColumnElement[int]) -> ColumnElement[bool]:
    return and_(_anchor.owner_kind == kind, _anchor.owner_id == owner, _anchor.version_id == version)


_TITLES: Mapping[Kind, Any] = {
    Kind.ARTICLE: select(_article.title),
    Kind.VERSION: select(_version.title),
    Kind.CLAIM: select(case((_claim.statement != "", _claim.statement), else_=func.coalesce(_anchor.exact, "")))
    .select_from(Claim)
    .outerjoin(Anchor, _anchored(Kind.CLAIM, _claim.id, _claim.version_id)),
    Kind.STRIKE: select(func.coalesce(_anchor.exact, ""))
    .select_from(Strike)
    .outerjoin(Anchor, _anchored(Kind.STRIKE, _strike.id, _strike.version_id)),
    Kind.SOURCE: select(_source.title),
    Kind.EVIDENCE: select(case((_evidence.passage != "", _evidence.passage), else_=_source.title))
    .select_from(Evidence)
    .join(Source, _source.id == _evidence.source_id),
    Kind.CONTACT: select(columns_of(Contact).who),
    Kind.NOTE: select(columns_of(Note).text),
    Kind.PERSON: select(columns_of(Person).name),
    Kind.TAG: select(columns_of(Tag).name),
    Kind.SCALE: select(columns_of(Scale).name),
    Kind.MEMO: select(_article.title).select_from(Memo).join(Article, _article.id == _memo.article_id),
}
_IDS: Mapping[Kind, ColumnElement[int]] = {
    Kind.ARTICLE: _article.id,
    Kind.VERSION: _version.id,
    Kind.CLAIM: _claim.id,
    Kind.STRIKE: _strike.id,
    Kind.SOURCE: _source.id,
    Kind.EVIDENCE: _evidence.id,
    Kind.CONTACT: columns_of(Contact).id,
    Kind.NOTE: columns_of(Note).id,
    Kind.PERSON: columns_of(Person).id,
    Kind.TAG: columns_of(Tag).id,
    Kind.SCALE: columns_of(Scale).id,
    Kind.MEMO: _memo.id,
}
