"""Strikes: words of a text that need no check."""

from __future__ import annotations

from sqlalchemy import select

from factdesk.model.enums import Kind, StrikeReason
from factdesk.model.tables import Anchor as AnchorTable
from factdesk.model.tables import Strike, Version, columns_of
from factdesk.model.values.text import Anchor, StrikeRow
from factdesk.storage.anchors import AnchorStore, anchor_of
from factdesk.storage.base import Store, not_found

_s, _n = columns_of(Strike), columns_of(AnchorTable)


class StrikeStore(Store):
    """Queries and writes of strikes."""

    def of_version(self, version_id: int) -> tuple[StrikeRow, ...]:
        """List the live strikes that have a place in a version, in the order of its text; orphans stand last."""
        found = (
            select(_s.id, _n.version_id, _n.exact, _n.prefix, _n.suffix, _n.start, _n.end, _s.reason)
            .join(AnchorTable, _n.owner_id == _s.id)
            .where(_n.owner_kind == Kind.STRIKE.value, _n.version_id == version_id, _s.deleted_at.is_(None))
            .order_by(_n.start < 0, _n.start, _s.id)
        )
        return tuple(
            StrikeRow(values.id, values.version_id, anchor_of(values), StrikeReason(values.reason))
            for values in self._session.execute(found)
        )

    def add(self, version_id: int, anchor: Anchor, reason: StrikeReason) -> int:
        """Strike words of a version; give the id. NotFoundError when there is no such version."""
        version = columns_of(Version)
        article_id = self._session.scalars(select(version.article_id).where(version.id == version_id)).first()
        if article_id is None:
            raise not_found(Kind.VERSION, version_id)
        row = self._add(
            Strike(
                article_id=article_id,
                version_id=version_id,
                reason=reason.value,
                struck_at=self._pen.at,
                struck_by=self._pen.who,
            )
        )
        AnchorStore(self._session, self._pen).set_place(Kind.STRIKE, row.id, version_id, anchor)
        return row.id

    def delete(self, strike_id: int) -> None:
        """Take a strike back."""
        self._bury(self._find(Strike, Kind.STRIKE, strike_id))
