"""What a person does with claims in the reader: mark, walk, judge, assign, move on, delete."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factdesk.model.enums import Status
from factdesk.model.ids import ClaimId
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.text import Span
from factdesk.ui.widgets.chips import verdict_menu
from factdesk.ui.widgets.page.words import whole_words

if TYPE_CHECKING:
    from factdesk.ui.views.reader.view import ReaderView

VERDICT_KEYS = "1234560"
STATUS_AFTER = {
    Status.TODO: Status.PROGRESS,
    Status.PROGRESS: Status.REVIEW,
    Status.REVIEW: Status.DONE,
    Status.DONE: Status.TODO,
}
WITH_CLAIM = (
    "claim.verdict",
    "claim.status",
    "claim.assign",
    "claim.delete",
    "evidence.link",
    *(f"verdict.{key}" for key in VERDICT_KEYS),
)


class ClaimDeeds(QObject):
    """Gives slots to the actions on claims."""

    def __init__(self, reader: ReaderView) -> None:
        super().__init__(reader)
        self._reader = reader
        actions = reader.deed_set
        actions.on("claim.mark", self._on_mark)
        actions.on("claim.next", lambda: self._walk(1))
        actions.on("claim.previous", lambda: self._walk(-1))
        actions.on("claim.verdict", self._on_verdict_menu)
        actions.on("claim.status", self._on_status)
        actions.on("claim.assign", lambda: self._edit(ClaimPatch(assignee=reader.library.who)))
        actions.on("claim.delete", reader.delete_claim)
        actions.on("evidence.link", lambda: reader.deeds.link_evidence(reader.claim_id))
        for key in VERDICT_KEYS:
            actions.on(f"verdict.{key}", partial(self._give, key))

    def update(self) -> None:
        """Enable what can be done with the selection and the selected claim."""
        reader, actions = self._reader, self._reader.deed_set
        may_write = reader.may_write
        has_words = reader.page.span() is not None or reader.coverage.current_sentence() is not None
        actions.enable(may_write and has_words, "claim.mark")
        actions.enable(may_write and reader.claim_id is not None, *WITH_CLAIM)
        actions.enable(bool(reader.content and reader.content.claims), "claim.next", "claim.previous")

    def _on_mark(self) -> None:
        reader = self._reader
        span = self._words_to_mark()
        if span is not None and reader.version_id is not None:
            reader.page.select(None)
            reader.runner.edit(reader.library.claims.mark, reader.version_id, span, on_done=reader.select_when_read)

    def _words_to_mark(self) -> Span | None:
        """Give the selected words, or in coverage mode the current sentence."""
        page = self._reader.page
        span: Span | None = page.span()
        if span is not None:
            return whole_words(page.content.text, span)
        sentence = self._reader.coverage.current_sentence()
        return sentence.span if sentence else None

    def _walk(self, step: int) -> None:
        content = self._reader.content
        if content is None or not content.claims:
            return
        ids = [row.id for row in content.claims]
        here = self._reader.claim_id
        at = ids.index(here) + step if here in ids else (0 if step > 0 else -1)
        self._reader.select_claim(ids[at % len(ids)])

    def _give(self, shortcut: str) -> None:
        content = self._reader.content
        if content is None:
            return
        if shortcut == "0":
            self._edit(ClaimPatch(verdict=""))
            return
        rating = next((rating for rating in content.scale.ratings if rating.shortcut == shortcut), None)
        if rating is not None:
            self._edit(ClaimPatch(verdict=rating.key))

    def _on_verdict_menu(self) -> None:
        content, row = self._reader.content, self._reader.selected_claim()
        if content is None or row is None:
            return
        menu = verdict_menu(self._reader, content.scale.ratings, current=row.verdict)
        menu.triggered.connect(lambda action: self._edit(ClaimPatch(verdict=action.data())))
        menu.popup(self._reader.page.point_below(row.anchor.span))

    def _on_status(self) -> None:
        row = self._reader.selected_claim()
        if row is not None:
            self._edit(ClaimPatch(status=STATUS_AFTER[row.status]))

    def _edit(self, patch: ClaimPatch) -> None:
        reader = self._reader
        if reader.claim_id is not None:
            reader.runner.edit(reader.library.claims.edit, ClaimId(reader.claim_id), patch)
