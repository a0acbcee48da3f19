"""Choosing a source: one that is known, or an article of the library that becomes one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from factdesk.library.library import Library
from factdesk.model.enums import Kind
from factdesk.model.ids import public_id
from factdesk.model.values.articles import ArticleRow
from factdesk.model.values.scopes import ArticleScope
from factdesk.model.values.sources import SourceRow
from factdesk.tasks.runner import Runner
from factdesk.ui.formats import partial_date
from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption, Index, RowListModel
from factdesk.ui.theme import theme
from factdesk.ui.widgets.dialogs import DialogBase
from factdesk.ui.widgets.fields import SearchField
from factdesk.ui.widgets.painting import paint_text
from factdesk.ui.widgets.rows import RowDelegate, RowInks, view_defaults
from factdesk.words import _

MOST = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the picker."""

    key: int
    title: str
    facts: str
    row: SourceRow | ArticleRow


class SourcePickerDialog(DialogBase):
    """`source_chosen(SourceRow)` or `article_chosen(article id)`."""

    source_chosen = Signal(object)
    article_chosen = Signal(int)

    def __init__(self, *, library: Library, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(_("Source from the library"), parent, width=640, primary=_("Use it"), cancel=_("Cancel"))
        self._choices: tuple[list[Choice], list[Choice]] = ([], [])
        self._field = SearchField(_("Title, outlet, author"))
        self.model: RowListModel[Choice] = RowListModel(_choice_words, lambda choice: choice.key, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_ChoiceDelegate(self.view))
        self.view.setAccessibleName(_("Sources and articles"))
        view_defaults(self.view)
        self.view.setMinimumHeight(360)
        self.body.addWidget(self._field)
        self.body.addWidget(self.view, 1)
        self._field.settled.connect(lambda _words: self._show())
        self._field.setFocus()
        self.view.activated.connect(lambda _index: self.accept())
        self.view.doubleClicked.connect(lambda _index: self.accept())
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.primary.setEnabled(False)
        runner.read(lambda: (library.sources.rows(), library.articles.rows(ArticleScope())), on_done=self._on_read)

    def accept(self) -> None:
        """Give the chosen line."""
        choice = self.model.row_at(self.view.currentIndex())
        if choice is None:
            return
        if isinstance(choice.row, SourceRow):
            self.source_chosen.emit(choice.row)
        else:
            self.article_chosen.emit(choice.row.id)
        super().accept()

    def _on_read(self, answer: tuple[tuple[SourceRow, ...], tuple[ArticleRow, ...]]) -> None:
        sources, articles = answer
        known = {row.article_id for row in sources}
        self._choices = (
            [Choice(row.id, row.title, _source_facts(row), row) for row in sources],
            [Choice(-row.id, row.title, _article_facts(row), row) for row in articles if row.id not in known],
        )
        self._show()

    def _show(self) -> None:
        wanted = self._field.text().casefold().split()
        lines: list[Choice | Caption] = []
        for title, choices in zip((_("Sources"), _("Articles")), self._choices, strict=True):
            kept = [one for one in choices if all(word in f"{one.title} {one.facts}".casefold() for word in wanted)]
            if kept:
                lines += [Caption(title, len(kept)), *kept[:MOST]]
        self.model.set_rows(lines)
        first = self.model.first()
        if first.isValid():
            self.view.setCurrentIndex(first)
        self.primary.setEnabled(first.isValid())

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.primary.setEnabled(self.model.row_at(index) is not None)


def _source_facts(row: SourceRow) -> str:
    parts = [
        public_id(Kind.SOURCE, row.id),
        row.citation.author or row.citation.container,
        partial_date(row.citation.issued),
    ]
    return " · ".join(part for part in parts if part)


def _article_facts(row: ArticleRow) -> str:
    parts = [public_id(Kind.ARTICLE, row.id), row.outlet, partial_date(row.published)]
    return " · ".join(part for part in parts if part)


def _choice_words(choice: Choice) -> str:
    return f"{choice.title}. {choice.facts}"


class _ChoiceDelegate(RowDelegate):
    """Title over facts."""

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give 28 for a caption, 46 for a line."""
        del option
        return 28 if isinstance(index.data(ROW_ROLE), Caption) else 46

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one line."""
        del option
        row = index.data(ROW_ROLE)
        if isinstance(row, Caption):
            words = f"{row.text.upper()}  {row.count}"
            paint_text(painter, rect, words, theme().font("caption"), inks.text3)
            return
        title = QRectF(rect.x(), rect.y() + 5, rect.width(), 19)
        paint_text(painter, title, row.title, theme().font("body_medium"), inks.text)
        facts = QRectF(rect.x(), rect.y() + 23, rect.width(), 17)
        paint_text(painter, facts, row.facts, theme().font("small"), inks.text2)
