"""Sources: the list, one whole source, and what is written to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from factdesk.model.enums import Kind, Reliability, SourceLevel, SourceType
from factdesk.model.tables import Anchor as AnchorTable
from factdesk.model.tables import Article, Claim, Evidence, Source, columns_of
from factdesk.model.values.sources import Citation, SourceDetail, SourceDraft, SourcePatch, SourceRow, SourceUse
from factdesk.storage.base import Store, change, given, not_found
from factdesk.storage.contacts import ContactStore
from factdesk.storage.versions import VersionStore

_s, _e, _c, _a, _n = (
    columns_of(Source),
    columns_of(Evidence),
    columns_of(Claim),
    columns_of(Article),
    columns_of(AnchorTable),
)
CITATION = tuple(field.name for field in fields(Citation))
"""The columns of a citation, in the order of its value."""

_COLUMNS = (
    _s.id,
    *(_s[name] for name in CITATION),
    _s.level,
    _s.reliability,
    _s.is_confidential,
    _s.article_id,
    _s.changed_at,
    _s.deleted_at,
)


class SourceStore(Store):
    """Queries and writes of sources."""

    def rows(self, *, trash: bool = False) -> tuple[SourceRow, ...]:
        """List sources, last changed first; two queries."""
        return self._rows(_s.deleted_at.is_not(None) if trash else _s.deleted_at.is_(None))

    def by_ids(self, ids: frozenset[int]) -> tuple[SourceRow, ...]:
        """Give the rows of these sources, also deleted ones, last changed first."""
        return self._rows(_s.id.in_(ids))

    def of_article(self, article_id: int) -> SourceRow | None:
        """Give the live source that is this article, or None; the oldest when there are several."""
        rows = self._rows(_s.article_id == article_id, _s.deleted_at.is_(None))
        return min(rows, key=lambda row: row.id, default=None)

    def detail(self, source_id: int) -> SourceDetail:
        """Give a whole source, also one in the trash; NotFoundError when there is none."""
        rows = self._rows(_s.id == source_id)
        if not rows:
            raise not_found(Kind.SOURCE, source_id)
        judged = self._session.execute(select(_s.reliability_by, _s.reliability_at).where(_s.id == source_id)).one()
        detail = {
            "row": rows[0],
            "reliability_by": judged.reliability_by,
            "reliability_at": judged.reliability_at,
            "uses": self._uses(source_id),
            "contacts": ContactStore(self._session, None).of_source(source_id),
        }
        versions = VersionStore(self._session, None).of_article(rows[0].article_id) if rows[0].article_id else ()
        if not versions:
            return SourceDetail(**detail)
        newest = versions[-1]
        return SourceDetail(
            **detail,
            original_name=newest.original_name,
            original_sha256=newest.original_sha256,
            original_size=newest.original_size,
            captured_at=newest.captured_at,
        )

    def add(self, draft: SourceDraft) -> int:
        """Add a source; give its id."""
        is_judged = draft.reliability is not None
        row = self._add(
            Source(
                **_citation(draft.citation),
                level=draft.level.value,
                reliability=draft.reliability.value if draft.reliability else None,
                reliability_by=self._pen.who if is_judged else "",
                reliability_at=self._pen.at if is_judged else None,
                is_confidential=draft.is_confidential,
                article_id=draft.article_id,
                created_at=self._pen.at,
                created_by=self._pen.who,
                changed_at=self._pen.at,
            )
        )
        return row.id

    def patch(self, source_id: int, patch: SourcePatch) -> None:
        """Change fields; a new reliability notes who judged and when. NotFoundError when there is no such source."""
        row = self._find(Source, Kind.SOURCE, source_id)
        values = given(
            level=None if patch.level is None else patch.level.value,
            is_confidential=patch.is_confidential,
        )
        if patch.citation is not None:
            values |= _citation(patch.citation)
        letter = None if patch.clears_reliability or patch.reliability is None else patch.reliability.value
        if (patch.clears_reliability or letter is not None) and letter != row.reliability:
            values |= {
                "reliability": letter,
                "reliability_by": self._pen.who if letter else "",
                "reliability_at": self._pen.at if letter else None,
            }
        if change(row, values):
            change(row, {"changed_at": self._pen.at})

    def delete(self, source_id: int) -> None:
        """Put a source into the trash; its evidence keeps standing with its claims."""
        self._bury(self._find(Source, Kind.SOURCE, source_id))

    def restore(self, source_id: int) -> None:
        """Take a source out of the trash."""
        self._dig_out(self._find(Source, Kind.SOURCE, source_id))

    def _rows(self, *conditions: ColumnElement[bool]) -> tuple[SourceRow, ...]:
        inside = select(_s.id).where(*conditions)
        claims = self._claim_counts(inside)
        found = select(*_COLUMNS).where(*conditions).order_by(_s.changed_at.desc(), _s.id.desc())
        return tuple(_row(values, claims.get(values.id, 0)) for values in self._session.execute(found))

    def _claim_counts(self, inside: Any) -> Mapping[int, int]:
        found = (
            select(_e.source_id, func.count(_e.claim_id.distinct()))
            .join(Claim, _c.id == _e.claim_id)
            .where(_e.source_id.in_(inside), _e.deleted_at.is_(None), _c.deleted_at.is_(None))
            .group_by(_e.source_id)
        )
        return {key: number for key, number in self._session.execute(found)}  # noqa: C416  (typed rows)

    def _uses(self, source_id: int) -> tuple[SourceUse, ...]:
        words = case((_c.statement != "", _c.statement), else_=func.coalesce(_n.exact, ""))
        found = (
            select(_e.id, _c.id, _c.article_id, words, _c.verdict, _e.stance, func.coalesce(_e.credibility, ""))
            .join(Claim, _c.id == _e.claim_id)
            .join(Article, _a.id == _c.article_id)
            .outerjoin(
                AnchorTable,
                (_n.owner_kind == Kind.CLAIM.value) & (_n.owner_id == _c.id) & (_n.version_id == _c.version_id),
            )
            .where(_e.source_id == source_id, _e.deleted_at.is_(None), _c.deleted_at.is_(None), _a.deleted_at.is_(None))
            .order_by(_c.article_id, _c.start, _e.id)
        )
        return tuple(SourceUse(*values) for values in self._session.execute(found))


def _citation(citation: Citation) -> dict[str, Any]:
    return {name: str(getattr(citation, name)) for name in CITATION}


def citation_of(values: Any) -> Citation:
    """Read a citation from the columns named in `CITATION`."""
    words = {name: getattr(values, name) for name in CITATION}
    return Citation(**(words | {"type": SourceType(words["type"])}))


def _row(values: Any, claims: int) -> SourceRow:
    return SourceRow(
        id=values.id,
        citation=citation_of(values),
        level=SourceLevel(values.level),
        reliability=Reliability(values.reliability) if values.reliability else None,
        is_confidential=values.is_confidential,
        article_id=values.article_id,
        claim_count=claims,
        changed_at=values.changed_at,
        is_deleted=values.deleted_at is not None,
    )
