"""What a click, a double click and the right button do on the marks of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from factdesk.model.enums import Kind
from factdesk.model.ids import parse_public_id
from factdesk.model.values.text import Span
from factdesk.ui.navigator import Navigator, Place, Target

if TYPE_CHECKING:
    from factdesk.ui.views.reader.view import ReaderView

IN_MENU = ("claim.mark", "coverage.strike", "evidence.link", "claim.verdict", "claim.delete")


class MarkDeeds(QObject):
    """A claim is selected and, by a double click, linked; evidence leads to its claim; a strike can be taken back."""

    def __init__(self, reader: ReaderView, navigator: Navigator) -> None:
        super().__init__(reader)
        self._reader = reader
        self._navigator = navigator
        reader.page.mark_clicked.connect(self._on_clicked)
        reader.page.mark_activated.connect(self._on_activated)
        reader.page.menu_wanted.connect(self._on_menu_wanted)

    def _on_clicked(self, mark_id: str) -> None:
        known = parse_public_id(mark_id)
        if known is None:
            self._reader.coverage.go_to(int(mark_id.removeprefix("open-")))
        elif known[0] is Kind.CLAIM:
            self._reader.select_claim(known[1], scrolls=False)
        elif known[0] is Kind.STRIKE:
            self._reader.coverage.select_strike(known[1])

    def _on_activated(self, mark_id: str) -> None:
        known, content = parse_public_id(mark_id), self._reader.content
        if known is None or content is None:
            return
        if known[0] is Kind.EVIDENCE:
            row = next((row for row in content.evidence if row.id == known[1]), None)
            if row is not None:
                self._navigator.open(Target(Place.CLAIM, row.claim_id, evidence_id=row.id))
        elif known[0] is Kind.CLAIM:
            self._reader.select_claim(known[1], scrolls=False)
            self._reader.deed_set["evidence.link"].trigger()

    def _on_menu_wanted(self, menu: QMenu, _span: Span | None) -> None:
        menu.addSeparator()
        for action_id in IN_MENU:
            if self._reader.deed_set[action_id].isEnabled():
                menu.addAction(self._reader.deed_set[action_id])
