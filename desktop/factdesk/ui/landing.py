"""From a public id, a piece of evidence or a note to its place in the window; asks the library what belongs where."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from factdesk.library.library import Library
from factdesk.model.enums import Kind
from factdesk.model.ids import EvidenceId, NoteId, parse_public_id
from factdesk.model.values.desk import ThingRef
from factdesk.tasks.runner import Runner
from factdesk.ui.navigator import Navigator, Place, Target

PLACES = {
    Kind.ARTICLE: Place.ARTICLE,
    Kind.CLAIM: Place.CLAIM,
    Kind.SOURCE: Place.SOURCE,
    Kind.MEMO: Place.MEMOS,
}
_ASKED = (Kind.EVIDENCE, Kind.NOTE)


def has_place(public_id: str) -> bool:
    """Whether a thing with this public id can be shown by itself."""
    known = parse_public_id(public_id)
    return known is not None and (known[0] in PLACES or known[0] in _ASKED)


class Landing(QObject):
    """`landed()` just before the window is sent to the place."""

    landed = Signal()

    def __init__(self, library: Library, runner: Runner, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._navigator = navigator

    def go(self, target: Target) -> None:
        """Go to a place that is known."""
        self.landed.emit()
        self._navigator.open(target)

    def go_to_id(self, public_id: str) -> None:
        """Go to the thing with this public id; the presenter says where there is none."""
        self._runner.latest("landing", self._library.articles.resolve, public_id, on_done=self._on_resolved)

    def go_to_owner(self, kind: Kind, number: int) -> None:
        """Go to the claim of a piece of evidence, or to what a note is on."""
        library = self._library

        def place() -> Target | None:
            if kind is Kind.EVIDENCE:
                row = library.evidence.row(EvidenceId(number))
                return Target(Place.CLAIM, row.claim_id, evidence_id=row.id)
            if kind is Kind.NOTE:
                note = library.notes.row(NoteId(number))
                return Target(PLACES[Kind(note.kind)], note.owner_id)
            return None

        self._runner.latest("landing", place, on_done=self._on_placed)

    def _on_resolved(self, thing: ThingRef) -> None:
        if thing.kind is Kind.MEMO:
            self.go(Target(Place.MEMOS))
        elif thing.kind in PLACES:
            self.go(Target(PLACES[thing.kind], thing.id))
        else:
            self.go_to_owner(thing.kind, thing.id)

    def _on_placed(self, target: Target | None) -> None:
        if target is not None:
            self.go(target)
