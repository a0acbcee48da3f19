"""What the inspector shows of a claim, read in one go on a lane."""

from __future__ import annotations

from dataclasses import dataclass

from factdesk.library.library import Library
from factdesk.model.enums import AnchorState
from factdesk.model.ids import ClaimId
from factdesk.model.values.claims import ClaimDetail
from factdesk.model.values.desk import Scale
from factdesk.words import _


@dataclass(frozen=True, slots=True)
class ClaimContent:
    """A claim and the scale its verdict is on."""

    detail: ClaimDetail
    scale: Scale

    @property
    def look(self) -> str:
        """Give the look of the verdict."""
        rating = self.scale.rating(self.detail.row.verdict)
        return rating.look if rating else "none"

    @property
    def verdict_words(self) -> str:
        """Give the word of the verdict."""
        rating = self.scale.rating(self.detail.row.verdict)
        return _(rating.name) if rating else _("No verdict")

    @property
    def state_words(self) -> str:
        """Say what is wrong with the claim's place; "" when nothing is."""
        return {
            AnchorState.ANCHORED: "",
            AnchorState.CHANGED: _("Its words changed in the newest version. Decide where it belongs."),
            AnchorState.ORPHAN: _("Its words are not in the newest version. Decide what becomes of it."),
        }[self.detail.row.state]


@dataclass(frozen=True, slots=True)
class Names:
    """The names that the fields of a claim suggest."""

    claimants: tuple[str, ...]
    people: tuple[str, ...]
    tags: tuple[str, ...]


def read_claim(library: Library, claim_id: int) -> ClaimContent:
    """Read a claim; runs on a lane."""
    return ClaimContent(library.claims.detail(ClaimId(claim_id)), library.desk.scale())


def read_names(library: Library) -> Names:
    """Read the names in use; runs on a lane."""
    return Names(
        library.desk.claimants(),
        library.desk.colleagues(),
        tuple(tag.name for tag in library.desk.tags()),
    )
