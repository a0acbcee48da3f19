"""The right pane in coverage mode: the current sentence, why it may need no check, and a bar for each paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.enums import SentenceState, StrikeReason
from factdesk.model.values.text import Coverage, Sentence, StrikeRow
from factdesk.ui.actionset import ActionSet
from factdesk.ui.itemmodels.rows import ROW_ROLE, Index, RowListModel
from factdesk.ui.labels import STRIKE_REASONS
from factdesk.ui.theme import theme
from factdesk.ui.widgets.action_button import ActionIcon
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.chips import KeyCap
from factdesk.ui.widgets.labels import QuoteBlock, label, rule, surface
from factdesk.ui.widgets.painting import paint_text
from factdesk.ui.widgets.progress import CoverageLegend, paint_coverage
from factdesk.ui.widgets.rows import RowDelegate, RowInks, view_defaults
from factdesk.words import _, ngettext

WORDS_MOST = 160


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the text with its sentences counted."""

    number: int
    block: int
    words: str
    claimed: int
    struck: int
    open: int
    first_sentence: int

    @property
    def total(self) -> int:
        """Give the number of sentences."""
        return self.claimed + self.struck + self.open


class CoveragePanel(QWidget):
    """`sentence_wanted(number)` asks the reader to go to a sentence."""

    sentence_wanted = Signal(int)
    strike_wanted = Signal(object)

    def __init__(self, *, library: Library, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_write = not library.is_read_only
        self._deeds = actions
        self._coverage: Coverage | None = None
        self._text = ""
        self._title, self._state = label("", "strong"), label("", "text3")
        self._quote = QuoteBlock(look="")
        self._reasons = QWidget()
        self._reason_counts: dict[StrikeReason, QLabel] = {}
        self._sentence: Sentence | None = None
        self._legend = CoverageLegend()
        self.model: RowListModel[Paragraph] = RowListModel(_paragraph_words, lambda row: row.block, self)
        self.view = QListView()
        self._arrange()

    def show_coverage(self, coverage: Coverage, text: str, strikes: Sequence[StrikeRow]) -> None:
        """Show the paragraphs of a text and how far each is, and how often each reason was given."""
        self._coverage, self._text = coverage, text
        counts = [coverage.count(state) for state in SentenceState]
        self._legend.set_counts(*counts)
        self.model.set_rows(_paragraphs(coverage, text))
        for reason, shown in self._reason_counts.items():
            count = sum(row.reason is reason for row in strikes)
            words = ngettext("{count} passage", "{count} passages", count).format(count=count)
            shown.setText(words if count else "")
        self.show_sentence(self._sentence)

    def show_sentence(self, sentence: Sentence | None) -> None:
        """Show the current sentence; None when there is none."""
        self._sentence = sentence
        has_one = sentence is not None and self._coverage is not None
        for part in (self._quote_part, self._reasons, *self._rules):
            part.setVisible(has_one)
        if sentence is None or self._coverage is None:
            left = self._coverage.count(SentenceState.OPEN) if self._coverage else 0
            self._title.setText(_("Coverage"))
            self._state.setText("" if left else _("every sentence is dealt with"))
            return
        self._title.setText(
            _("Sentence {number} of {total}").format(number=sentence.number, total=self._coverage.total)
        )
        self._state.setText(
            {
                SentenceState.OPEN: _("open"),
                SentenceState.CLAIMED: _("with a claim"),
                SentenceState.STRUCK: _("nothing to check"),
            }[sentence.state]
        )
        words = self._text[sentence.span.start : sentence.span.end]
        self._quote.set_quote(words if len(words) <= WORDS_MOST else words[: WORDS_MOST - 1] + "…")
        self._show_paragraph(sentence)

    def _show_paragraph(self, sentence: Sentence) -> None:
        """Select the paragraph that holds the sentence, without going anywhere."""
        index = self.model.index_of(sentence.block)
        if index.isValid() and index != self.view.currentIndex():
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    def _arrange(self) -> None:
        surface(self, "base")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._state)
        row.addStretch(1)
        for name, action_id in (("chevron-up", "coverage.previous"), ("chevron-down", "coverage.next")):
            row.addWidget(ActionIcon(self._deeds[action_id], name))
        head.setFixedHeight(theme().height("pane_bar"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(_ParagraphDelegate(self.view))
        self.view.setAccessibleName(_("Paragraphs"))
        view_defaults(self.view, keeps_selection=True)
        self.view.setUniformItemSizes(True)
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        quote = QWidget()
        box = QVBoxLayout(quote)
        box.setContentsMargins(16, 12, 16, 12)
        box.addWidget(self._quote)
        self._fill_reasons()
        legend = QWidget()
        box = QVBoxLayout(legend)
        box.setContentsMargins(16, 10, 16, 10)
        box.addWidget(self._legend)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._quote_part, self._rules = quote, (rule(), rule())
        for widget in (head, rule(), quote, self._rules[0], self._reasons, self._rules[1], legend, rule()):
            box.addWidget(widget)
        box.addWidget(self.view, 1)

    def _fill_reasons(self) -> None:
        box = QVBoxLayout(self._reasons)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(0)
        top = QHBoxLayout()
        top.addWidget(label(_("Nothing to check because"), "strong"))
        top.addStretch(1)
        top.addWidget(label(_("press X, then"), "text3"))
        box.addLayout(top)
        box.addSpacing(4)
        for number, (reason, words) in enumerate(STRIKE_REASONS.items(), start=1):
            self._reason_counts[reason] = label("", "small")
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(KeyCap(str(number)))
            button = Button(_(words), kind="text", tooltip=_("Strike the sentence for this reason"))
            button.setEnabled(self._may_write)
            button.setObjectName(f"strike-{reason}")
            button.clicked.connect(partial(self._on_reason, reason))
            line.addWidget(button)
            line.addStretch(1)
            line.addWidget(self._reason_counts[reason])
            box.addLayout(line)

    def _on_reason(self, reason: StrikeReason, _checked: bool = False) -> None:
        self.strike_wanted.emit(reason)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None:
            self.sentence_wanted.emit(row.first_sentence)


def _paragraphs(coverage: Coverage, text: str) -> list[Paragraph]:
    by_block: dict[int, list[Sentence]] = {}
    for sentence in coverage.sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    rows = []
    for number, (block, sentences) in enumerate(by_block.items(), start=1):
        states = [sentence.state for sentence in sentences]
        first = next((one for one in sentences if one.state is SentenceState.OPEN), sentences[0])
        rows.append(
            Paragraph(
                number,
                block,
                text[sentences[0].span.start : sentences[-1].span.end][:120],
                states.count(SentenceState.CLAIMED),
                states.count(SentenceState.STRUCK),
                states.count(SentenceState.OPEN),
                first.number,
            )
        )
    return rows


def _paragraph_words(row: Paragraph) -> str:
    dealt = _("{done} of {total} dealt with").format(done=row.claimed + row.struck, total=row.total)
    return f"{row.number}. {row.words[:60]}. {dealt}"


class _ParagraphDelegate(RowDelegate):
    """Number, first words, bar, "1 of 2"."""

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one paragraph."""
        del option
        row: Paragraph = index.data(ROW_ROLE)
        small = theme().font("small")
        paint_text(painter, QRectF(rect.x(), rect.y(), 22, rect.height()), str(row.number), small, inks.text3)
        right = QRectF(rect.right() - 52, rect.y(), 52, rect.height())
        count = _("{done} of {total}").format(done=row.claimed + row.struck, total=row.total)
        paint_text(
            painter, right, count, small, inks.text2, align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        bar = QRectF(right.x() - 92, rect.center().y() - 3, 84, 6)
        paint_coverage(painter, bar, row.claimed, row.struck, row.open)
        words = QRectF(rect.x() + 24, rect.y(), bar.x() - rect.x() - 32, rect.height())
        paint_text(painter, words, row.words, theme().font("body"), inks.text)
