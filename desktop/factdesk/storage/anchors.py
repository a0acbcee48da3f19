"""Anchors: where the words of a claim, a strike or a piece of evidence stand in each version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from factdesk.model.enums import AnchorState, Kind
from factdesk.model.tables import Anchor as AnchorTable
from factdesk.model.tables import Claim, Evidence, Strike, Version, columns_of
from factdesk.model.values.text import Anchor
from factdesk.model.values.versions import Placement
from factdesk.storage.base import Store, change

_n, _v = columns_of(AnchorTable), columns_of(Version)
NOWHERE = -1
"""Start and end of an orphan."""
LAST = 2**40
"""Where the claims of a text that have no words in it stand in lists: behind all that have."""

_OWNERS: Mapping[Kind, type[Claim] | type[Strike] | type[Evidence]] = {
    Kind.CLAIM: Claim,
    Kind.STRIKE: Strike,
    Kind.EVIDENCE: Evidence,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an owner's words are in one version. An orphan keeps its last words, with start and end -1.

    `placement` is a person's answer, None while none was given; a place that is ANCHORED needs none.
    """

    owner_kind: Kind
    owner_id: int
    version_id: int
    anchor: Anchor
    state: AnchorState
    placement: Placement | None

    @property
    def is_decided(self) -> bool:
        """Whether nobody needs to look at it."""
        return self.state is AnchorState.ANCHORED or self.placement is not None


class AnchorStore(Store):
    """Queries and writes of anchors."""

    def of_version(self, version_id: int, kind: Kind) -> tuple[Place, ...]:
        """Give the places of all live claims, strikes or evidence in a version, in the order of the text."""
        owner = columns_of(_OWNERS[kind])
        found = (
            select(AnchorTable)
            .join(_OWNERS[kind], owner.id == _n.owner_id)
            .where(_n.version_id == version_id, _n.owner_kind == kind.value, owner.deleted_at.is_(None))
            .order_by(_n.start, _n.owner_id)
        )
        return tuple(_place(row) for row in self._session.scalars(found))

    def of_owner(self, kind: Kind, owner_id: int) -> tuple[Place, ...]:
        """Give the places of one owner in every version, oldest version first."""
        found = (
            select(AnchorTable)
            .join(Version, _v.id == _n.version_id)
            .where(_n.owner_kind == kind.value, _n.owner_id == owner_id)
            .order_by(_v.number, _v.id)
        )
        return tuple(_place(row) for row in self._session.scalars(found))

    def set_place(
        self,
        kind: Kind,
        owner_id: int,
        version_id: int,
        anchor: Anchor | None,
        state: AnchorState = AnchorState.ANCHORED,
        *,
        placement: Placement | None = None,
    ) -> None:
        """Say where the words of an owner are in a version; `anchor` None keeps the last words as an orphan's.

        When the version is the newest that the owner has a place in, the owner moves there (`version_id` of its row).
        NotFoundError when there is no such owner.
        """
        owner = self._find(_OWNERS[kind], kind, owner_id)
        words = anchor or self._orphan(kind, owner_id)
        values: dict[str, Any] = {
            "exact": words.exact,
            "prefix": words.prefix,
            "suffix": words.suffix,
            "start": words.start,
            "end": words.end,
            "state": state.value,
            "placement": "" if placement is None else placement.value,
        }
        row = self._row(kind, owner_id, version_id)
        if row is None:
            self._add(AnchorTable(owner_kind=kind.value, owner_id=owner_id, version_id=version_id, **values))
        else:
            change(row, values)
        if owner.version_id is None or self._is_newer(version_id, owner.version_id):
            change(owner, {"version_id": version_id} | ({"start": _order(words)} if kind is Kind.CLAIM else {}))
        self._session.flush()

    def _row(self, kind: Kind, owner_id: int, version_id: int) -> AnchorTable | None:
        mine = (_n.owner_kind == kind.value, _n.owner_id == owner_id, _n.version_id == version_id)
        return self._session.scalars(select(AnchorTable).where(*mine)).first()

    def _orphan(self, kind: Kind, owner_id: int) -> Anchor:
        places = self.of_owner(kind, owner_id)
        last = places[-1].anchor if places else Anchor("", "", "", NOWHERE, NOWHERE)
        return Anchor(last.exact, last.prefix, last.suffix, NOWHERE, NOWHERE)

    def _is_newer(self, version_id: int, than: int) -> bool:
        """Whether a version is the same or a later one of its article; of another article, the given one holds."""
        rows = {
            key: (article, number)
            for key, article, number in self._session.execute(
                select(_v.id, _v.article_id, _v.number).where(_v.id.in_((version_id, than)))
            )
        }
        new, old = rows.get(version_id), rows.get(than)
        return new is None or old is None or new[0] != old[0] or new[1] >= old[1]


def anchor_of(values: Any) -> Anchor:
    """Read an anchor from columns exact, prefix, suffix, start, end."""
    return Anchor(values.exact, values.prefix, values.suffix, values.start, values.end)


def _place(row: AnchorTable) -> Place:
    return Place(
        owner_kind=Kind(row.owner_kind),
        owner_id=row.owner_id,
        version_id=row.version_id,
        anchor=anchor_of(row),
        state=AnchorState(row.state),
        placement=Placement(row.placement) if row.placement else None,
    )


def _order(words: Anchor) -> int:
    return LAST if words.start < 0 else words.start
