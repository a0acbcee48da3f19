"""Carries claims and strikes over to a new version: unchanged words at once, everything else to a person."""

from __future__ import annotations

from factdesk.claims.reanchoring import reanchor
from factdesk.compute import Compute
from factdesk.model.enums import AnchorState, Kind, Status
from factdesk.model.values.articles import VersionText
from factdesk.model.values.claims import ClaimPatch
from factdesk.storage.unit import UnitOfWork


def carry(unit: UnitOfWork, compute: Compute, before: VersionText, new_version: int, new_text: str) -> None:
    """Give every claim of the version before a place in the new one; claims whose words changed go back to work.

    Claims still waiting from an earlier version count by their last known words. Strikes move where their words are
    unchanged and are dropped where they are not: what changed must be looked at again.
    """
    old_text = before.content.text
    claims = unit.claims.of_version(before.version.id)
    strikes = unit.strikes.of_version(before.version.id)
    found = compute.run(
        reanchor, old_text, new_text, [*(row.anchor for row in claims), *(row.anchor for row in strikes)]
    )
    for row, new in zip(claims, found[: len(claims)], strict=True):
        unit.anchors.set_place(Kind.CLAIM, row.id, new_version, new.anchor, new.state)
        if new.state is not AnchorState.ANCHORED and row.status in (Status.REVIEW, Status.DONE):
            unit.claims.patch(row.id, ClaimPatch(status=Status.PROGRESS))
    for strike, new in zip(strikes, found[len(claims) :], strict=True):
        if new.state is AnchorState.ANCHORED:
            unit.anchors.set_place(Kind.STRIKE, strike.id, new_version, new.anchor, new.state)
