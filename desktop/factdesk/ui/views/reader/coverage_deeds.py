"""Coverage in the reader: the current sentence, the next open one, striking what needs no check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factdesk.model.enums import SentenceState, StrikeReason
from factdesk.model.ids import StrikeId
from factdesk.model.values.text import Sentence, Span, StrikeRow
from factdesk.ui.labels import STRIKE_REASONS
from factdesk.ui.views.reader.content import open_mark
from factdesk.ui.widgets.key_menu import KeyMenu
from factdesk.ui.widgets.page.words import whole_words
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.ui.views.reader.view import ReaderView


class CoverageDeeds(QObject):
    """Gives slots to the actions of coverage and remembers which sentence is the current one."""

    def __init__(self, reader: ReaderView) -> None:
        super().__init__(reader)
        self._reader = reader
        self.current: int | None = None
        self._was_open = False
        self._marked: Sentence | None = None
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
        self._was_open = False

    def current_sentence(self) -> Sentence | None:
        """Give the current sentence while coverage is shown."""
        content = self._reader.content
        if content is None or content.coverage is None or self.current is None or not self.is_shown:
            return None
        return next((one for one in content.coverage.sentences if one.number == self.current), None)

    def update(self) -> None:
        """Enable what can be done."""
        reader = self._reader
        is_open = reader.content is not None
        may_write = reader.may_write
        reader.deed_set.enable(is_open, "view.coverage", "coverage.next", "coverage.previous")
        has_words = reader.page.span() is not None or self.current_sentence() is not None
        reader.deed_set.enable(may_write and has_words, "coverage.strike")

    def show_read(self) -> None:
        """Show what was read again: the bar, the foot, the panel."""
        content = self._reader.content
        if content is None:
            return
        coverage = content.coverage if self.is_shown else None
        self._reader.foot.setVisible(coverage is not None)
        self._reader.bar.show_coverage(coverage)
        if coverage is None:
            return
        sentence = self.current_sentence()
        is_dealt_with = sentence is not None and self._was_open and sentence.state is not SentenceState.OPEN
        self._reader.coverage_read.emit(coverage, content.text.content.text, content.strikes)
        if sentence is None or is_dealt_with:
            self._step(1)
        self._marked = None
        self._show_current()
        following = self.current_sentence()
        if following is not None and is_dealt_with:
            self._reader.page.scroll_to(following.span, where="nearest")

    def go_to(self, number: int) -> None:
        """Make a sentence the current one and scroll to it."""
        self.current = number
        self._show_current()
        sentence = self.current_sentence()
        if sentence is not None:
            self._reader.page.scroll_to(sentence.span, where="nearest")

    def select_strike(self, strike_id: int) -> None:
        """Offer to take a strike back."""
        content = self._reader.content
        row = next((row for row in content.strikes if row.id == strike_id), None) if content else None
        if row is None:
            return
        menu = KeyMenu(self._reader)
        self._add_take_back(menu, row)
        menu.popup(self._reader.page.point_below(row.anchor.span))

    def strike(self, reason: StrikeReason) -> None:
        """Strike the selected words, or the open words of the current sentence."""
        reader = self._reader
        spans = self._words_to_strike()
        if spans and reader.version_id is not None:
            reader.page.select(None)
            reader.runner.edit(reader.library.coverage.strike, reader.version_id, spans, reason)

    def _on_toggled(self) -> None:
        self.show_read()
        self._reader.read_again()
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
        else:
            self._show_current()

    def _step(self, step: int) -> None:
        """Move on to the next open sentence, round the end."""
        content = self._reader.content
        coverage = content.coverage if content else None
        opens = [one.number for one in coverage.sentences if one.state is SentenceState.OPEN] if coverage else []
        if not opens:
            self.current = None
            return
        here = self.current if self.current is not None else self._before_place()
        ahead = [number for number in opens if number > here] if step > 0 else [n for n in opens if n < here][::-1]
        self.current = ahead[0] if ahead else (opens[0] if step > 0 else opens[-1])

    def _before_place(self) -> int:
        """Give the number of the last sentence above what is seen, where the walk begins."""
        content, top = self._reader.content, self._reader.page.place().start
        coverage = content.coverage if content else None
        return sum(one.span.end <= top for one in coverage.sentences) if coverage else 0

    def _show_current(self) -> None:
        content = self._reader.content
        if content is None or content.coverage is None:
            return
        sentence = self.current_sentence()
        self._was_open = sentence is not None and sentence.state is SentenceState.OPEN
        self._mark(sentence if self._was_open else None)
        self._reader.foot.show_sentence(content.coverage, sentence)
        self._reader.sentence_selected.emit(sentence)
        self._reader.update_deeds()

    def _mark(self, sentence: Sentence | None) -> None:
        """Show which open sentence is the current one."""
        before, self._marked = self._marked, sentence
        if before is not None and before != sentence:
            self._reader.page.replace_marks([open_mark(before)])
        if sentence is not None:
            self._reader.page.replace_marks([open_mark(sentence, is_current=True)])

    def _words_to_strike(self) -> tuple[Span, ...]:
        span = self._reader.page.span()
        if span is not None:
            return (whole_words(self._reader.page.content.text, span),)
        sentence = self.current_sentence()
        if sentence is None:
            return ()
        return sentence.uncovered if sentence.state is not SentenceState.OPEN else (sentence.span,)

    def _on_strike(self) -> None:
        """Ask for the reason by one more key, 1 to 5; 0 takes back what was struck here."""
        words, struck = self._words_to_strike(), self._struck_here()
        if not words and not struck:
            return
        menu = KeyMenu(self._reader)
        for number, reason in enumerate(StrikeReason, start=1) if words else ():
            action = menu.add_choice(str(number), _(STRIKE_REASONS[reason]))
            action.triggered.connect(lambda _checked=False, reason=reason: self.strike(reason))
        for row in struck:
            self._add_take_back(menu, row)
        place = words[0] if words else struck[0].anchor.span
        menu.popup(self._reader.page.point_below(place))

    def _struck_here(self) -> list[StrikeRow]:
        """Give the strikes in the current sentence, unless other words are selected."""
        content, sentence = self._reader.content, self.current_sentence()
        if content is None or sentence is None or self._reader.page.span() is not None:
            return []
        return [row for row in content.strikes if row.anchor.span.overlaps(sentence.span)]

    def _add_take_back(self, menu: KeyMenu, row: StrikeRow) -> None:
        reader = self._reader
        action = menu.add_choice("0", _("Take back “{reason}”").format(reason=_(STRIKE_REASONS[row.reason])))
        action.triggered.connect(lambda: reader.runner.edit(reader.library.coverage.unstrike, StrikeId(row.id)))
        action.setEnabled(reader.may_write)
