"""The right half: sources as tabs, the text of the chosen one, or a field for words that were heard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from factdesk.model.enums import SourceType
from factdesk.model.values.sources import SourceRow
from factdesk.model.values.text import Span
from factdesk.ui.icons import icon
from factdesk.ui.theme import theme
from factdesk.ui.views.link_evidence.content import SourceContent
from factdesk.ui.widgets.buttons import IconButton
from factdesk.ui.widgets.fields import SearchField, TextArea
from factdesk.ui.widgets.labels import label, rule, surface
from factdesk.ui.widgets.notices import EmptyState
from factdesk.ui.widgets.page.view import PageView
from factdesk.ui.widgets.page.words import whole_words
from factdesk.words import _

ICONS = {
    SourceType.DATASET: "table-2",
    SourceType.CALL: "phone",
    SourceType.INTERVIEW: "mic",
    SourceType.WEBPAGE: "globe",
    SourceType.ARTICLE: "newspaper",
}
TAB_WIDEST = 132


class SourcePane(QWidget):
    """`source_chosen(id)`, `passage_changed()`, `library_wanted()`, `file_wanted()`, `hand_wanted()`."""

    source_chosen = Signal(int)
    passage_changed = Signal()
    library_wanted = Signal()
    file_wanted = Signal()
    hand_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SourceRow] = []
        self.content: SourceContent | None = None
        self._tabs = QTabBar()
        self._find = SearchField(_("Find in this source"))
        self._add = IconButton("plus", _("Add a source"))
        self.page = PageView(has_gutter=False)
        self.page.set_selection_outlined(True)
        self.heard = TextArea(_("The words that were said or written"), name=_("Words of the source"), min_lines=6)
        self._heard_title = label("", "strong", wrap=True)
        self._empty = EmptyState(
            "archive",
            _("No source yet"),
            _("Take one from the library, file a page or a file, or enter a call, a paper, a dataset by hand."),
            action=_("Add a source…"),
        )
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    def show_sources(self, rows: Sequence[SourceRow], chosen: int | None) -> None:
        """Offer sources as tabs and choose one, the first when none is named."""
        self._rows = list(rows)
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        for row in self._rows:
            self._add_tab(row)
        self._tabs.blockSignals(False)
        self._find.setVisible(bool(rows))
        if not rows:
            self.content = None
            self._stack.setCurrentWidget(self._empty)
            self.passage_changed.emit()
            return
        at = next((at for at, row in enumerate(self._rows) if row.id == chosen), 0)
        self._tabs.setCurrentIndex(at)
        self.source_chosen.emit(self._rows[at].id)

    def work_place(self) -> QWidget:
        """Give the text, the field for words that were said, or the way to a first source."""
        if self._stack.currentWidget() is self.page:
            return self.page
        return self.heard if self._stack.currentWidget() is not self._empty else self._empty

    def add_source(self, row: SourceRow) -> None:
        """Put a source on a tab of its own, unless it has one, and choose it."""
        known = next((at for at, one in enumerate(self._rows) if one.id == row.id), None)
        if known is None:
            self._rows.append(row)
            known = self._add_tab(row)
        if self._tabs.currentIndex() == known:
            self.source_chosen.emit(row.id)
        self._tabs.setCurrentIndex(known)

    def choose_title(self, words: str) -> None:
        """Choose the first source whose title holds these words."""
        at = next((at for at, row in enumerate(self._rows) if words in row.title), None)
        if at is not None:
            self._tabs.setCurrentIndex(at)

    def step(self) -> None:
        """Choose the next source, round the end."""
        if self._tabs.count():
            self._tabs.setCurrentIndex((self._tabs.currentIndex() + 1) % self._tabs.count())

    def show_content(self, content: SourceContent, span: Span | None) -> None:
        """Show the text of a source, at a passage when one is named."""
        self.content = content
        if content.text is None:
            self._heard_title.setText(content.detail.row.title)
            self._stack.setCurrentIndex(2)
            self._find.hide()
        else:
            self._find.show()
            self._stack.setCurrentWidget(self.page)
            self.page.set_content(content.text.content, head=content.head(), language=content.text.language)
            self.page.set_marks(content.marks())
            if span is not None:
                self.page.scroll_to(span)
                self.page.flash(span)
            if self._find.text():
                self._on_find(self._find.text())
        self.passage_changed.emit()

    def open_find(self) -> None:
        """Ask for the words to be found in the source."""
        if self._find.isVisible():
            self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._find.selectAll()

    def span(self) -> Span | None:
        """Give the words selected in a filed source."""
        if self.content is None or self.content.text is None:
            return None
        span = self.page.span()
        return whole_words(self.content.text.content.text, span) if span is not None else None

    def words(self) -> str:
        """Give the words that would be linked: selected, or typed."""
        if self.content is None:
            return ""
        if self.content.text is None:
            return self.heard.text.strip()
        span = self.span()
        return self.content.text.content.text[span.start : span.end] if span else ""

    def _arrange(self) -> None:
        surface(self, "base")
        self._tabs.setObjectName("link-sources")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.setAccessibleName(_("Sources"))
        self._find.setMaximumWidth(190)
        self._find.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 12, 0)
        head.setSpacing(8)
        head.addWidget(self._tabs, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._find)
        head.addWidget(self._add)
        heard = QWidget()
        box = QVBoxLayout(heard)
        box.setContentsMargins(40, 28, 40, 20)
        box.setSpacing(8)
        box.addWidget(self._heard_title)
        box.addWidget(label(_("This source is not filed. Write down its exact words."), "text2", wrap=True))
        box.addWidget(self.heard)
        box.addStretch(1)
        for widget in (self._empty, self.page, heard):
            self._stack.addWidget(widget)
        top = QWidget()
        top.setLayout(head)
        top.setFixedHeight(theme().height("toolbar"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(top)
        outer.addWidget(rule())
        outer.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._on_tab)
        self._find.settled.connect(self._on_find)
        self._find.returnPressed.connect(self._on_find_next)
        self.page.hits_changed.connect(self._on_hits)
        self._add.clicked.connect(lambda: self._offer_ways(self._add))
        self._empty.acted.connect(lambda: self._offer_ways(self._empty.button))
        self.page.selection_changed.connect(lambda _span: self.passage_changed.emit())
        self.heard.textChanged.connect(self.passage_changed)

    def _add_tab(self, row: SourceRow) -> int:
        words = self.fontMetrics().elidedText(row.title or _("Untitled"), Qt.TextElideMode.ElideRight, TAB_WIDEST)
        at = self._tabs.addTab(icon(ICONS.get(row.citation.type, "file-text")), words.replace("&", "&&"))
        self._tabs.setTabToolTip(at, row.title)
        return at

    def _on_tab(self, at: int) -> None:
        if 0 <= at < len(self._rows):
            self.source_chosen.emit(self._rows[at].id)

    def _on_find_next(self) -> None:
        if self.page.hits:
            self.page.find_step(1)

    def _on_find(self, words: str) -> None:
        if not words:
            self.page.clear_find()
            return
        self.page.find_words(words)

    def _on_hits(self, current: int, count: int) -> None:
        """Say which of how many hits is shown."""
        words = _("{current} of {count}").format(current=current + 1, count=count) if current >= 0 else str(count)
        self._find.set_count(words if self._find.text() else "")

    def _offer_ways(self, below: QWidget) -> None:
        menu = QMenu(self)
        menu.addAction(_("From the library…")).triggered.connect(self.library_wanted)
        menu.addAction(_("File a page or a file…")).triggered.connect(self.file_wanted)
        menu.addAction(_("Enter by hand…")).triggered.connect(self.hand_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])
