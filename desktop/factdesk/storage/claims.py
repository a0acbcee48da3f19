"""Claims: lists, one whole claim, and what is written to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select, tuple_, union

from factdesk.model.enums import AnchorState, Answer, ClaimKind, Kind, Risk, Status
from factdesk.model.tables import Anchor as AnchorTable
from factdesk.model.tables import Article, Claim, Evidence, Version, columns_of, table_of
from factdesk.model.values.claims import ClaimDetail, ClaimPatch, ClaimRow, NoteRow
from factdesk.model.values.evidence import EvidenceRow
from factdesk.model.values.scopes import ClaimScope
from factdesk.model.values.text import Anchor
from factdesk.storage.anchors import AnchorStore, anchor_of
from factdesk.storage.base import Store, change, given, not_found
from factdesk.storage.evidence import EvidenceStore
from factdesk.storage.notes import NoteStore
from factdesk.storage.tags import TagStore

_c, _a, _n, _e = columns_of(Claim), columns_of(Article), columns_of(AnchorTable), columns_of(Evidence)
_COLUMNS = (
    _c.id,
    _c.article_id,
    _a.title.label("article_title"),
    _a.outlet,
    _n.version_id,
    _n.exact,
    _n.prefix,
    _n.suffix,
    _n.start,
    _n.end,
    _n.state,
    _c.statement,
    _c.claimant,
    _c.kind,
    _c.status,
    _c.verdict,
    _c.risk,
    _c.assignee,
    _c.reviewer,
    _c.due,
    _c.changed_at,
    _c.deleted_at,
    (
        select(func.count())
        .where(_e.claim_id == _c.id, _e.deleted_at.is_(None))
        .correlate(Claim)
        .scalar_subquery()
        .label("evidence_count")
    ),
)
_EARLIER = table_of(Claim).alias("earlier")
_NUMBER = (
    select(func.count())
    .where(
        _EARLIER.c.article_id == _c.article_id,
        _EARLIER.c.deleted_at.is_(None),
        tuple_(_EARLIER.c.start, _EARLIER.c.id) <= tuple_(_c.start, _c.id),
    )
    .correlate(Claim)
    .scalar_subquery()
)
"""The place of a live claim among those of its article, from 1, in the order of the newest text."""
_MORE = (_c.said_when, _c.said_where, _c.rationale, _c.wording, _c.wording_answer, _c.created_at, _c.created_by)


class ClaimStore(Store):
    """Queries and writes of claims. A claim's anchors in other versions are written by `anchors.set_place`."""

    def of_version(self, version_id: int) -> tuple[ClaimRow, ...]:
        """List the live claims that have a place in a version, in the order of its text; orphans stand last."""
        inside = select(_n.owner_id).where(_n.version_id == version_id, _n.owner_kind == Kind.CLAIM.value)
        return self._rows(inside, [_c.deleted_at.is_(None)], version_id, [_n.start < 0, _n.start, _c.id])

    def rows(self, scope: ClaimScope) -> tuple[ClaimRow, ...]:
        """List claims at their newest place, by article (newest filed first), then in the order of the text.

        Claims of an article in the trash are left out, except in the trash itself. Two queries for any length.
        """
        conditions = _conditions(scope)
        inside = select(_c.id).join(Article, _a.id == _c.article_id).where(*conditions)
        order = [_a.filed_at.desc(), _a.id.desc(), _c.start, _c.id]
        return self._rows(inside, conditions, None, order)

    def by_ids(self, ids: frozenset[int]) -> tuple[ClaimRow, ...]:
        """Give the rows of these claims (a few, not a whole list), also deleted ones, by article and place."""
        return self._rows(select(_c.id).where(_c.id.in_(ids)), [_c.id.in_(ids)], None, [_c.article_id, _c.start, _c.id])

    def detail(self, claim_id: int) -> ClaimDetail:
        """Give a whole claim with its evidence and notes, also one in the trash; NotFoundError when there is none."""
        rows = self.by_ids(frozenset({claim_id}))
        if not rows:
            raise not_found(Kind.CLAIM, claim_id)
        more = self._session.execute(select(_c.id, *_MORE).where(_c.id == claim_id)).one()
        evidence = EvidenceStore(self._session, None).of_claim(claim_id)
        return _detail(rows[0], more, evidence, NoteStore(self._session, None).of(Kind.CLAIM, claim_id))

    def details(self, claim_ids: frozenset[int]) -> Mapping[int, ClaimDetail]:
        """Give several whole claims (a memo's) with their evidence and without notes, by id."""
        evidence: dict[int, list[EvidenceRow]] = {}
        for one in EvidenceStore(self._session, None).of_claims(claim_ids):
            evidence.setdefault(one.claim_id, []).append(one)
        found = self._session.execute(select(_c.id, *_MORE).where(_c.id.in_(claim_ids)))
        more = {values.id: values for values in found}
        return {
            row.id: _detail(row, more[row.id], tuple(evidence.get(row.id, ())), ()) for row in self.by_ids(claim_ids)
        }

    def claimants(self) -> tuple[str, ...]:
        """Give everybody who is quoted in a live claim, in alphabetical order."""
        found = select(_c.claimant).where(_c.claimant != "", _c.deleted_at.is_(None)).distinct()
        return tuple(sorted(self._session.scalars(found), key=str.casefold))

    def hands(self) -> frozenset[str]:
        """Give everybody who checks or reviews a live claim."""
        names = [select(name).where(name != "", _c.deleted_at.is_(None)) for name in (_c.assignee, _c.reviewer)]
        return frozenset(self._session.scalars(union(*names)))

    def add(
        self,
        version_id: int,
        anchor: Anchor,
        *,
        kind: ClaimKind = ClaimKind.OTHER,
        statement: str = "",
        claimant: str = "",
        assignee: str = "",
    ) -> int:
        """Mark a claim on words of a version; give its id. NotFoundError when there is no such version."""
        version = columns_of(Version)
        article_id = self._session.scalars(select(version.article_id).where(version.id == version_id)).first()
        if article_id is None:
            raise not_found(Kind.VERSION, version_id)
        row = self._add(
            Claim(
                article_id=article_id,
                version_id=version_id,
                start=anchor.start,
                statement=statement,
                claimant=claimant,
                said_when="",
                said_where="",
                kind=kind.value,
                status=Status.TODO.value,
                verdict="",
                rationale="",
                risk=Risk.MINOR.value,
                wording="",
                wording_answer=Answer.PROPOSED.value,
                assignee=assignee,
                reviewer="",
                due="",
                created_at=self._pen.at,
                created_by=self._pen.who,
                changed_at=self._pen.at,
            )
        )
        AnchorStore(self._session, self._pen).set_place(Kind.CLAIM, row.id, version_id, anchor)
        return row.id

    def patch(self, claim_id: int, patch: ClaimPatch) -> None:
        """Change fields; NotFoundError when there is no such claim."""
        row = self._find(Claim, Kind.CLAIM, claim_id)
        values = given(
            statement=patch.statement,
            claimant=patch.claimant,
            said_when=patch.said_when,
            said_where=patch.said_where,
            kind=None if patch.kind is None else patch.kind.value,
            status=None if patch.status is None else patch.status.value,
            verdict=patch.verdict,
            rationale=patch.rationale,
            risk=None if patch.risk is None else patch.risk.value,
            wording=patch.wording,
            wording_answer=None if patch.wording_answer is None else patch.wording_answer.value,
            assignee=patch.assignee,
            reviewer=patch.reviewer,
            due=patch.due,
        )
        if change(row, values):
            change(row, {"changed_at": self._pen.at})
        if patch.tags is not None:
            TagStore(self._session, self._pen).set_claim(claim_id, patch.tags)

    def delete(self, claim_id: int) -> None:
        """Put a claim into the trash; its evidence and notes go out of sight with it."""
        self._bury(self._find(Claim, Kind.CLAIM, claim_id))

    def restore(self, claim_id: int) -> None:
        """Take a claim out of the trash."""
        self._dig_out(self._find(Claim, Kind.CLAIM, claim_id))

    def _rows(
        self,
        inside: Select[tuple[int]],
        conditions: list[ColumnElement[bool]],
        version_id: int | None,
        order: list[Any],
    ) -> tuple[ClaimRow, ...]:
        place = and_(
            _n.owner_kind == Kind.CLAIM.value,
            _n.owner_id == _c.id,
            _n.version_id == (_c.version_id if version_id is None else version_id),
        )
        number = case((_c.deleted_at.is_(None), _NUMBER), else_=0).label("number")
        found = select(*_COLUMNS, number).join(Article, _a.id == _c.article_id).join(AnchorTable, place)
        tags = TagStore(self._session, None).of_claims(inside)
        rows = self._session.execute(found.where(*conditions).order_by(*order))
        return tuple([_row(values, tags.get(values.id, ())) for values in rows])


def _conditions(scope: ClaimScope) -> list[ColumnElement[bool]]:
    conditions = [_c.deleted_at.is_not(None)] if scope.trash else [_c.deleted_at.is_(None), _a.deleted_at.is_(None)]
    if scope.article_id is not None:
        conditions.append(_c.article_id == scope.article_id)
    if scope.status is not None:
        conditions.append(_c.status == scope.status.value)
    if scope.assignee:
        conditions.append(_c.assignee == scope.assignee)
    if scope.is_open is not None:
        done = _c.status == Status.DONE.value
        conditions.append(~done if scope.is_open else done)
    return conditions


def _row(values: Any, tags: tuple[str, ...]) -> ClaimRow:
    return ClaimRow(
        id=values.id,
        number=values.number,
        article_id=values.article_id,
        article_title=values.article_title,
        outlet=values.outlet,
        version_id=values.version_id,
        anchor=anchor_of(values),
        state=AnchorState(values.state),
        statement=values.statement,
        claimant=values.claimant,
        kind=ClaimKind(values.kind),
        status=Status(values.status),
        verdict=values.verdict,
        risk=Risk(values.risk),
        assignee=values.assignee,
        reviewer=values.reviewer,
        due=values.due,
        tags=tags,
        evidence_count=values.evidence_count,
        changed_at=values.changed_at,
        is_deleted=values.deleted_at is not None,
    )


def _detail(row: ClaimRow, more: Any, evidence: tuple[EvidenceRow, ...], notes: tuple[NoteRow, ...]) -> ClaimDetail:
    return ClaimDetail(
        row=row,
        said_when=more.said_when,
        said_where=more.said_where,
        rationale=more.rationale,
        wording=more.wording,
        wording_answer=Answer(more.wording_answer),
        created_at=more.created_at,
        created_by=more.created_by,
        evidence=evidence,
        notes=notes,
    )
