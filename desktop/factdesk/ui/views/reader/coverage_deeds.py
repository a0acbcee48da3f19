"""Coverage in the reader: the current sentence, the next open one, striking what needs no check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from factdesk.model.enums import SentenceState, StrikeReason
from factdesk.model.ids import StrikeId
from factdesk.model.values.text import Sentence, Span
from factdesk.ui.labels import STRIKE_REASONS
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.ui.views.reader.view import ReaderView


class CoverageDeeds(QObject):
    """Gives slots to the actions of coverage and remembers which sentence is the current one."""

    def __init__(self, reader: ReaderView) -> None:
        super().__init__(reader)
        self._reader = reader
        self.current: int | None = None
        reader.deed_set.on("view.coverage", self._on_toggled)
        reader.deed_set.on("coverage.next", lambda: self._walk(1))
        reader.deed_set.on("coverage.previous", lambda: self._walk(-1))
        reader.deed_set.on("coverage.strike", self._on_strike)

    @property
    def is_shown(self) -> bool:
        """Whether coverage is shown."""
        return self._reader.deed_set["view.coverage"].isChecked()

    def forget(self) -> None:
        """Start anew, for another text."""
        self.current = None

    def current_sentence(self) -> Sentence | None:
        """Give the current sentence while coverage is shown."""
        content = self._reader.content
        if content is None or self.current is None or not self.is_shown:
            return None
        return next((one for one in content.coverage.sentences if one.number == self.current), None)

    def update(self) -> None:
        """Enable what can be done."""
        reader = self._reader
        is_open = reader.content is not None
        may_write = reader.content is not None and reader.content.is_latest and not reader.library.is_read_only
        reader.deed_set.enable(is_open, "view.coverage", "coverage.next", "coverage.previous")
        has_words = reader.page.span() is not None or self.current_sentence() is not None
        reader.deed_set.enable(may_write and has_words, "coverage.strike")

    def show_read(self) -> None:
        """Show what was read again: the bar, the foot, the panel."""
        content = self._reader.content
        if content is None:
            return
        self._reader.foot.setVisible(self.is_shown)
        self._reader.bar.show_coverage(content.coverage if self.is_shown else None)
        if not self.is_shown:
            return
        sentence = self.current_sentence()
        if sentence is None or sentence.state is not SentenceState.OPEN:
            self._step(1)
        self._reader.coverage_read.emit(content.coverage, content.text.content.text)
        self._show_current()

    def go_to(self, number: int) -> None:
        """Make a sentence the current one and scroll to it."""
        self.current = number
        self._reader.show_marks()
        self._show_current()
        sentence = self.current_sentence()
        if sentence is not None:
            self._reader.page.scroll_to(sentence.span, where="nearest")

    def select_strike(self, strike_id: int) -> None:
        """Offer to take a strike back."""
        reader = self._reader
        menu = QMenu(reader)
        action = menu.addAction(_("Take back “nothing to check”"))
        action.triggered.connect(lambda: reader.runner.edit(reader.library.coverage.unstrike, StrikeId(strike_id)))
        action.setEnabled(not reader.library.is_read_only)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(reader.cursor().pos())

    def strike(self, reason: StrikeReason) -> None:
        """Strike the selected words, or the open words of the current sentence."""
        reader = self._reader
        spans = self._words_to_strike()
        if spans and reader.version_id is not None:
            reader.page.select(None)
            reader.runner.edit(reader.library.coverage.strike, reader.version_id, spans, reason)

    def _on_toggled(self) -> None:
        self.show_read()
        self._reader.show_marks()
        self._reader.update_deeds()
        self._reader.coverage_shown.emit(self.is_shown)

    def _walk(self, step: int) -> None:
        if not self.is_shown:
            self._reader.deed_set["view.coverage"].setChecked(True)
            self._on_toggled()
            return
        self._step(step)
        if self.current is not None:
            self.go_to(self.current)

    def _step(self, step: int) -> None:
        """Move on to the next open sentence, round the end."""
        content = self._reader.content
        opens = [one.number for one in content.coverage.sentences if one.state is SentenceState.OPEN] if content else []
        if not opens:
            self.current = None
            return
        here = self.current or 0
        ahead = [number for number in opens if number > here] if step > 0 else [n for n in opens if n < here][::-1]
        self.current = ahead[0] if ahead else (opens[0] if step > 0 else opens[-1])

    def _show_current(self) -> None:
        content = self._reader.content
        if content is None:
            return
        sentence = self.current_sentence()
        self._reader.foot.show_sentence(content.coverage, sentence)
        self._reader.sentence_selected.emit(sentence)
        self._reader.update_deeds()

    def _words_to_strike(self) -> tuple[Span, ...]:
        span = self._reader.page.span()
        if span is not None:
            return (span,)
        sentence = self.current_sentence()
        if sentence is None:
            return ()
        return sentence.uncovered if sentence.state is not SentenceState.OPEN else (sentence.span,)

    def _on_strike(self) -> None:
        """Ask for the reason by one more key, 1 to 5."""
        if not self._words_to_strike():
            return
        menu = QMenu(self._reader)
        for number, reason in enumerate(StrikeReason, start=1):
            action = menu.addAction(f"&{number}  {_(STRIKE_REASONS[reason])}")
            action.triggered.connect(lambda _checked=False, reason=reason: self.strike(reason))
        menu.aboutToHide.connect(menu.deleteLater)
        page = self._reader.page
        menu.popup(page.mapToGlobal(page.rect().center()))
