"""Evidence: from claims to the words of sources."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import and_, select

from factdesk.model.enums import AnchorState, Credibility, Kind, Reliability, Stance
from factdesk.model.tables import Anchor as AnchorTable
from factdesk.model.tables import Claim, Evidence, Source, columns_of
from factdesk.model.values.evidence import Calculation, CalculationInput, EvidenceDraft, EvidencePatch, EvidenceRow
from factdesk.model.values.text import Anchor
from factdesk.storage.anchors import AnchorStore, anchor_of
from factdesk.storage.base import Store, change, given, not_found

_e, _s, _n, _c = columns_of(Evidence), columns_of(Source), columns_of(AnchorTable), columns_of(Claim)
_COLUMNS = (
    _e.id,
    _e.claim_id,
    _e.source_id,
    _s.title.label("source_title"),
    _s.article_id.label("source_article_id"),
    _n.version_id,
    _n.exact,
    _n.prefix,
    _n.suffix,
    _n.start,
    _n.end,
    _n.state,
    _e.passage,
    _e.stance,
    _e.locator,
    _s.reliability,
    _e.credibility,
    _e.note,
    _e.calculation,
    _e.linked_at,
    _e.linked_by,
    _s.is_confidential,
)


class EvidenceStore(Store):
    """Queries and writes of evidence; each list is one query."""

    def of_claim(self, claim_id: int) -> tuple[EvidenceRow, ...]:
        """List the live evidence of a claim at its newest places, in the order it was linked."""
        return self.of_claims(frozenset({claim_id}))

    def of_claims(self, claim_ids: frozenset[int]) -> tuple[EvidenceRow, ...]:
        """List the live evidence of several claims (a memo's), by claim, in the order it was linked."""
        found = self._select(_n.version_id == _e.version_id).where(_e.claim_id.in_(claim_ids))
        return self._rows(found.where(_e.deleted_at.is_(None)).order_by(_e.claim_id, _e.id))

    def of_version(self, version_id: int) -> tuple[EvidenceRow, ...]:
        """List the live evidence of live claims whose words stand in this version, in the order of its text."""
        found = (
            self._select(_n.version_id == version_id)
            .join(Claim, _c.id == _e.claim_id)
            .where(_n.version_id == version_id, _e.deleted_at.is_(None), _c.deleted_at.is_(None))
            .order_by(_n.start, _e.id)
        )
        return self._rows(found)

    def row(self, evidence_id: int) -> EvidenceRow:
        """Give one piece of evidence, also one in the trash; NotFoundError when there is none."""
        rows = self._rows(self._select(_n.version_id == _e.version_id).where(_e.id == evidence_id))
        if not rows:
            raise not_found(Kind.EVIDENCE, evidence_id)
        return rows[0]

    def add(self, draft: EvidenceDraft) -> int:
        """Link a claim to a source; give the id. NotFoundError when either is not there.

        `passage` is filled from the anchor when it is empty.
        """
        self._find(Claim, Kind.CLAIM, draft.claim_id)
        self._find(Source, Kind.SOURCE, draft.source_id)
        row = self._add(
            Evidence(
                claim_id=draft.claim_id,
                source_id=draft.source_id,
                version_id=draft.version_id,
                stance=draft.stance.value,
                passage=draft.passage or (draft.anchor.exact if draft.anchor else ""),
                locator=draft.locator,
                credibility=draft.credibility.value if draft.credibility else None,
                note=draft.note,
                calculation=packed(draft.calculation),
                linked_at=self._pen.at,
                linked_by=self._pen.who,
            )
        )
        if draft.anchor is not None and draft.version_id is not None:
            AnchorStore(self._session, self._pen).set_place(Kind.EVIDENCE, row.id, draft.version_id, draft.anchor)
        return row.id

    def patch(self, evidence_id: int, patch: EvidencePatch) -> None:
        """Change fields; NotFoundError when there is no such evidence."""
        row = self._find(Evidence, Kind.EVIDENCE, evidence_id)
        change(
            row,
            given(
                stance=None if patch.stance is None else patch.stance.value,
                locator=patch.locator,
                credibility=None if patch.credibility is None else patch.credibility.value,
                note=patch.note,
                calculation=packed(patch.calculation),
            ),
        )

    def delete(self, evidence_id: int) -> None:
        """Unlink: put a piece of evidence into the trash."""
        self._bury(self._find(Evidence, Kind.EVIDENCE, evidence_id))

    def restore(self, evidence_id: int) -> None:
        """Take a piece of evidence out of the trash."""
        self._dig_out(self._find(Evidence, Kind.EVIDENCE, evidence_id))

    def _select(self, version: Any) -> Any:
        place = and_(_n.owner_kind == Kind.EVIDENCE.value, _n.owner_id == _e.id, version)
        return select(*_COLUMNS).join(Source, _s.id == _e.source_id).outerjoin(AnchorTable, place)

    def _rows(self, found: Any) -> tuple[EvidenceRow, ...]:
        return tuple(_row(values) for values in self._session.execute(found))


def packed(calculation: Calculation | None) -> dict[str, Any] | None:
    """Write a calculation as JSON."""
    return (
        None if calculation is None else asdict(calculation) | {"inputs": [asdict(one) for one in calculation.inputs]}
    )


def unpacked(values: dict[str, Any] | None) -> Calculation | None:
    """Read a calculation from JSON."""
    if values is None:
        return None
    inputs = tuple(
        CalculationInput(**(one | {"anchor": Anchor(**one["anchor"]) if one.get("anchor") else None}))
        for one in values["inputs"]
    )
    return Calculation(**(values | {"inputs": inputs}))


def _row(values: Any) -> EvidenceRow:
    is_placed = values.version_id is not None
    return EvidenceRow(
        id=values.id,
        claim_id=values.claim_id,
        source_id=values.source_id,
        source_title=values.source_title,
        source_article_id=values.source_article_id,
        version_id=values.version_id,
        anchor=anchor_of(values) if is_placed else None,
        state=AnchorState(values.state) if is_placed else AnchorState.ANCHORED,
        passage=values.passage,
        stance=Stance(values.stance),
        locator=values.locator,
        reliability=Reliability(values.reliability) if values.reliability else None,
        credibility=Credibility(values.credibility) if values.credibility else None,
        note=values.note,
        calculation=unpacked(values.calculation),
        linked_at=values.linked_at,
        linked_by=values.linked_by,
        is_confidential=values.is_confidential,
    )
