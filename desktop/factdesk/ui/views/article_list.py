"""The list pane: articles of a scope (or claims of a queue), sorted, grouped and filtered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QActionGroup, QPainter
from PySide6.QtWidgets import QHBoxLayout, QListView, QMenu, QStackedWidget, QStyleOptionViewItem, QVBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.values.articles import ArticleRow
from factdesk.model.values.claims import ClaimRow
from factdesk.model.values.desk import Scale
from factdesk.model.values.scopes import ArticleScope, ClaimScope
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.formats import number, short_date
from factdesk.ui.itemmodels.articles import GROUPINGS, SORTINGS, arranged, article_words
from factdesk.ui.itemmodels.claims import claim_title, claim_words
from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption, Index, RowListModel
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import IconButton, MenuButton
from factdesk.ui.widgets.fields import SearchField
from factdesk.ui.widgets.labels import ElidedLabel, label, rule, surface
from factdesk.ui.widgets.painting import paint_shapes_right, paint_text, text_width
from factdesk.ui.widgets.rows import RowDelegate, RowInks, TwoLines, view_defaults
from factdesk.words import _

Line = ArticleRow | ClaimRow
CAPTION_HEIGHT = 28
SHAPES_MOST = 4


def _line_words(row: Line) -> str:
    return article_words(row) if isinstance(row, ArticleRow) else claim_words(row)


class ArticleListView(QWidget):
    """Shows one scope; a click or Enter opens, arrows walk."""

    article_chosen = Signal(int)
    claim_chosen = Signal(int)

    def __init__(self, *, library: Library, runner: Runner, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._scope: ArticleScope | ClaimScope = ArticleScope()
        self._rows: tuple[Line, ...] = ()
        self._sorting, self._grouping = SORTINGS[0].id, ""
        self._opens_first = False
        self._selected = 0
        self._title, self._count = ElidedLabel("", "strong"), label("", "text3")
        self._sort = MenuButton(_(SORTINGS[0].text), self._make_menu())
        self._sort.setToolTip(_("Sort and group the list"))
        self._filter = SearchField(_("Filter by title, outlet, author, tag"))
        self._filter_button = IconButton("list-filter", _("Filter the list"), checkable=True)
        self.model: RowListModel[Line] = RowListModel(_line_words, lambda row: row.id, self)
        self.view = QListView()
        self._delegate = _LineDelegate(self.view)
        self._note = label("", "text2", wrap=True)
        self._stack = QStackedWidget()
        self._arrange()
        self._connect(bus)

    def show_scope(self, title: str, scope: ArticleScope | ClaimScope) -> None:
        """Show the articles or claims of a scope and open the first of them when nothing is open."""
        self._scope = scope
        self._title.setText(title)
        self._sort.setVisible(isinstance(scope, ArticleScope))
        self._opens_first = True
        self._read()

    def select_article(self, article_id: int) -> None:
        """Select an article's row, when it is listed, without opening anything."""
        self._selected = article_id
        self._select_row(self.model.index_of(article_id))

    def _arrange(self) -> None:
        surface(self, "base")
        head = QWidget()
        surface(head, "chrome")
        row = QHBoxLayout(head)
        row.setContentsMargins(13, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self._count)
        row.addWidget(self._filter_button)
        row.addWidget(self._sort)
        head.setFixedHeight(theme().height("pane_bar") - 4)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setObjectName("article-list")
        self.view.setAccessibleName(_("List"))
        view_defaults(self.view)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note.setMargin(24)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._note)
        self._filter.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (rule(), head, rule(), self._filter):
            box.addWidget(widget)
        box.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)

    def _connect(self, bus: Bus) -> None:
        bus.library_changed.connect(self._on_library_changed)
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._filter.settled.connect(lambda _words: self._show())
        self._filter_button.toggled.connect(self._on_filter_toggled)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for known, chosen, slot in (
            ([(way.id, way.text) for way in SORTINGS], self._sorting, self._on_sorting),
            ([(key, words) for key, (words, _group) in GROUPINGS.items()], self._grouping, self._on_grouping),
        ):
            group = QActionGroup(menu)
            for key, words in known:
                action = menu.addAction(_(words))
                action.setCheckable(True)
                action.setChecked(key == chosen)
                action.triggered.connect(lambda _checked=False, key=key, slot=slot: slot(key))
                group.addAction(action)
            menu.addSeparator()
        return menu

    def _on_sorting(self, key: str) -> None:
        self._sorting = key
        self._sort.setText(_(next(way.text for way in SORTINGS if way.id == key)))
        self._show()

    def _on_grouping(self, key: str) -> None:
        self._grouping = key
        self._show()

    def _on_filter_toggled(self, is_on: bool) -> None:
        self._filter.setVisible(is_on)
        if is_on:
            self._filter.setFocus()
        else:
            self._filter.clear()
            self._show()

    def _read(self) -> None:
        self._runner.latest("article-list", _read_lines, self._library, self._scope, on_done=self._on_read)

    def _on_read(self, answer: tuple[tuple[Line, ...], Scale]) -> None:
        self._rows, scale = answer
        self._delegate.scale = scale
        self._show()

    def _show(self) -> None:
        articles = [row for row in self._rows if isinstance(row, ArticleRow)]
        words = self._filter.text() if self._filter_button.isChecked() else ""
        lines: Sequence[Line | Caption] = (
            arranged(articles, self._sorting, self._grouping, words)
            if isinstance(self._scope, ArticleScope)
            else [row for row in self._rows if words.casefold() in _line_words(row).casefold()]
        )
        self.model.set_rows(lines)
        self._count.setText(number(sum(not isinstance(line, Caption) for line in lines)))
        self._stack.setCurrentWidget(self.view if lines else self._note)
        if not lines:
            self._note.setText(_("Nothing matches.") if words else self._empty_words())
        known = self.model.index_of(self._selected)
        if known.isValid():
            self._select_row(known)
        elif self._opens_first and lines:
            self._on_chosen(self.model.first())
        self._opens_first = False

    def _empty_words(self) -> str:
        if isinstance(self._scope, ClaimScope):
            return _("No claims wait here.")
        if self._scope.trash:
            return _("The trash is empty.")
        return _("Nothing waits.\nNew articles land here.")

    def _on_library_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.ARTICLE, Kind.CLAIM, Kind.VERSION, Kind.TAG):
            self._read()

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is None:
            return
        self._selected = row.id
        self._select_row(index)
        (self.article_chosen if isinstance(row, ArticleRow) else self.claim_chosen).emit(row.id)

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None and self.view.hasFocus() and row.id != self._selected:
            self._on_chosen(index)

    def _select_row(self, index: QModelIndex) -> None:
        if index.isValid():
            chosen = self.view.selectionModel()
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)


def _read_lines(library: Library, scope: ArticleScope | ClaimScope) -> tuple[tuple[Line, ...], Scale]:
    """Read the lines of a scope and the scale their verdicts are on; runs on a lane."""
    if isinstance(scope, ArticleScope):
        return library.articles.rows(scope), library.desk.scale()
    return library.claims.rows(scope), library.desk.scale()


class _LineDelegate(RowDelegate):
    """A title of two lines, a line of facts, and up to four verdict shapes, worst first."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.scale: Scale | None = None
        self._titles = TwoLines()

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give 74 for a row, 28 for a caption."""
        del option
        return CAPTION_HEIGHT if isinstance(index.data(ROW_ROLE), Caption) else theme().height("article_row")

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one line."""
        del option
        row = index.data(ROW_ROLE)
        if isinstance(row, Caption):
            words = f"{row.text}  {row.count}" if row.count is not None else row.text
            paint_text(painter, rect, words, theme().font("body_strong"), inks.text2)
            return
        is_unread = isinstance(row, ArticleRow) and row.is_unread
        title = row.title if isinstance(row, ArticleRow) else claim_title(row)
        font = theme().font("body_strong" if is_unread else "body_medium")
        top = QRectF(rect.x(), rect.y() + 10, rect.width(), 36)
        self._titles.draw(painter, top, title, font, inks.text, line_height=theme().line("body"))
        if is_unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.accent)
            painter.drawEllipse(QRectF(rect.x() - 9, rect.y() + 16, 6, 6))
        foot = QRectF(rect.x(), rect.bottom() - 28, rect.width(), 20)
        used = paint_shapes_right(painter, foot, self._shapes(row), 12)
        facts = foot.adjusted(0, 0, -used - 8, 0)
        self._paint_facts(painter, facts, row, inks)

    def _paint_facts(self, painter: QPainter, rect: QRectF, row: Line, inks: RowInks) -> None:
        """Paint where a row is from, elided, and its date, never cut."""
        where, when = self._facts(row)
        small = theme().font("small")
        tail = f" · {when}" if when and where else when
        room = rect.adjusted(0, 0, -text_width(tail, small), 0)
        used = paint_text(painter, room, where, small, inks.text2)
        paint_text(painter, rect.adjusted(used, 0, 0, 0), tail, small, inks.text2)

    def _shapes(self, row: Line) -> list[str]:
        keys = [key for key, _count in row.verdicts] if isinstance(row, ArticleRow) else [row.verdict]
        return [f"verdict:{self._look(key)}" for key in keys[:SHAPES_MOST]]

    def _look(self, key: str) -> str:
        rating = self.scale.rating(key) if self.scale else None
        return rating.look if rating else "none"

    @staticmethod
    def _facts(row: Line) -> tuple[str, str]:
        if isinstance(row, ArticleRow):
            return row.outlet, short_date(row.published)
        return " · ".join(part for part in (row.claimant, row.article_title) if part), ""
