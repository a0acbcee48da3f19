"""Comparing versions, and deciding where changed and orphaned claims belong."""

from __future__ import annotations

from collections.abc import Sequence

from factdesk.claims import anchoring, comparing
from factdesk.claims.reanchoring import reanchor
from factdesk.errors import ConflictError
from factdesk.library.group import Group
from factdesk.model.changes import Changes
from factdesk.model.enums import AnchorState, Kind, Status
from factdesk.model.ids import ArticleId, VersionId
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.text import Anchor, Span
from factdesk.model.values.versions import (
    CarriedClaim,
    CarryOver,
    DiffPart,
    Placement,
    PlacementAnswer,
    Reanchored,
)
from factdesk.model.verbs import Verb
from factdesk.storage.anchors import Place
from factdesk.storage.stores import Stores
from factdesk.storage.unit import UnitOfWork
from factdesk.words import _


class Versions(Group):
    """`library.versions`."""

    def compare(self, old_version_id: VersionId, new_version_id: VersionId) -> tuple[DiffPart, ...]:
        """Compare two texts word by word."""
        with self._read() as stores:
            old, new = stores.versions.text(old_version_id), stores.versions.text(new_version_id)
        return self._room.compute.run(comparing.diff, old.content.text, new.content.text)

    def carry_over(self, article_id: ArticleId) -> CarryOver | None:
        """Give every claim of the version before the newest and where it went; None while there is one version."""
        with self._read() as stores:
            versions = stores.versions.of_article(article_id)
            if len(versions) < 2:
                return None
            old, new = versions[-2], versions[-1]
            old_text = stores.versions.text(old.id).content.text
            new_text = stores.versions.text(new.id).content.text
            pairs = _pairs(stores, old.id, new.id)
            rows = {row.id: row for row in stores.claims.of_version(new.id)}
        diff = self._room.compute.run(comparing.diff, old_text, new_text)
        anchors = [before.anchor for before, _after in pairs]
        found = self._room.compute.run(reanchor, old_text, new_text, anchors, diff)
        claims = tuple(
            CarriedClaim(
                claim_id=before.owner_id,
                number=at,
                verdict=rows[before.owner_id].verdict,
                old=before.anchor,
                found=_as_decided(after, new_found),
                is_decided=after.is_decided,
            )
            for at, ((before, after), new_found) in enumerate(zip(pairs, found, strict=True), start=1)
            if before.owner_id in rows
        )
        return CarryOver(article_id, old.id, new.id, claims, diff)

    def anchor_at(self, version_id: VersionId, span: Span) -> Anchor:
        """Anchor words a person selected, for PlacementAnswer; InputError when there are none."""
        with self._read() as stores:
            return anchoring.anchor(stores.versions.text(version_id).content.text, span)

    def place(self, answers: Sequence[PlacementAnswer]) -> Changes:
        """Put every answer into force in one deed; ConflictError when a claim waits for no answer any more."""
        with self._begin(Verb.PLACE_CLAIM) as unit:
            for answer in answers:
                _place(unit, answer)
        return unit.changes


def _pairs(stores: Stores, old: int, new: int) -> list[tuple[Place, Place]]:
    """Give the places of each claim in both versions, in the order of the old text."""
    after = {place.owner_id: place for place in stores.anchors.of_version(new, Kind.CLAIM)}
    before = stores.anchors.of_version(old, Kind.CLAIM)
    return [(place, after[place.owner_id]) for place in before if place.owner_id in after]


def _as_decided(place: Place, found: Reanchored) -> Reanchored:
    """Show the place that is in force; how it was found again stays beside it."""
    anchor: Anchor | None = place.anchor if place.anchor.start >= 0 else None
    return Reanchored(place.state, anchor, found.nearest, found.likeness, found.diff)


def _place(unit: UnitOfWork, answer: PlacementAnswer) -> None:
    places = unit.anchors.of_owner(Kind.CLAIM, answer.claim_id)
    newest = places[-1] if places else None
    if newest is None or newest.is_decided:
        raise ConflictError(
            _("C-{number} waits for no answer any more.").format(number=answer.claim_id),
            hint=_("Look at the list again; nothing was moved."),
        )
    anchor, state = newest.anchor, newest.state
    if answer.placement in (Placement.MOVE, Placement.BY_HAND):
        anchor, state = answer.anchor or newest.anchor, AnchorState.ANCHORED
        if anchor.start < 0:
            raise ConflictError(
                _("C-{number} has no words in the new version to move to.").format(number=answer.claim_id),
                hint=_("Select the words by hand, keep it on the version before, or close it."),
            )
    kept = anchor if anchor.start >= 0 else None
    unit.anchors.set_place(Kind.CLAIM, answer.claim_id, newest.version_id, kept, state, placement=answer.placement)
    status = {Placement.CLOSE: Status.DONE, Placement.KEEP: None}.get(answer.placement, Status.REVIEW)
    if status is not None:
        unit.claims.patch(answer.claim_id, ClaimPatch(status=status))
