"""What happens to the anchors of a text when a new version of it comes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factdesk.model.enums import AnchorState
from factdesk.model.values.text import Anchor


class DiffKind(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class DiffPart:
    """A run of words; offsets count in the old text (REMOVED, SAME) and the new one (ADDED, SAME), else -1."""

    kind: DiffKind
    text: str
    old_start: int
    new_start: int


@dataclass(frozen=True, slots=True)
class Reanchored:
    """Where one anchor's words are in the new text.

    ANCHORED: `anchor` holds the same words at their new place. CHANGED: `anchor` proposes the nearest words and
    waits for a person. ORPHAN: `anchor` is None, or the nearest weak place in `nearest`. `likeness` is 0 to 1.
    """

    state: AnchorState
    anchor: Anchor | None
    nearest: Anchor | None
    likeness: float
    diff: tuple[DiffPart, ...]


class Placement(StrEnum):
    """A person's answer to a changed or orphaned claim."""

    MOVE = "move"
    KEEP = "keep"
    CLOSE = "close"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class PlacementAnswer:
    """The answer for one claim; `anchor` is needed for BY_HAND and counts in the new version."""

    claim_id: int
    placement: Placement
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class CarriedClaim:
    """One claim beside its place in the newest version."""

    claim_id: int
    number: int
    verdict: str
    old: Anchor
    found: Reanchored
    is_decided: bool


@dataclass(frozen=True, slots=True)
class CarryOver:
    """Every claim of the version before, and where it went. len(claims) is the number before."""

    article_id: int
    old_version_id: int
    new_version_id: int
    claims: tuple[CarriedClaim, ...]
    diff: tuple[DiffPart, ...]

    @property
    def waiting(self) -> tuple[CarriedClaim, ...]:
        """Give those that a person must decide on."""
        return tuple(claim for claim in self.claims if not claim.is_decided)
