"""The list pane: articles of a scope (or claims of a queue), sorted, grouped and filtered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.ids import ArticleId, ClaimId
from factdesk.model.values.articles import ArticleRow
from factdesk.model.values.claims import ClaimRow
from factdesk.model.values.desk import Scale
from factdesk.model.values.scopes import ArticleScope, ClaimScope
from factdesk.model.verbs import Verb
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.formats import number
from factdesk.ui.itemmodels.articles import GROUPINGS, SORTINGS, arranged, article_words
from factdesk.ui.itemmodels.claims import claim_words
from factdesk.ui.itemmodels.long_list import LongListModel
from factdesk.ui.itemmodels.rows import Caption
from factdesk.ui.theme import theme
from factdesk.ui.views.article_list.menu import row_menu
from factdesk.ui.views.article_list.rows import Line, LineDelegate, LineList
from factdesk.ui.widgets.buttons import Button, IconButton, MenuButton
from factdesk.ui.widgets.fields import SearchField
from factdesk.ui.widgets.labels import ElidedLabel, label, rule, surface
from factdesk.words import _

AFTER_CLAIMS_MS = 500
"""A claim changed only the shapes of one row; reading 10,000 rows again waits until the hands rest."""
REST = 1.0
"""Seconds between two readings while news come thick: bulk filing tells of them ten times a second."""
SHARE = 0.1
"""Of the time news come thick, how much may go into reading them."""


def _line_words(row: Line) -> str:
    return article_words(row) if isinstance(row, ArticleRow) else claim_words(row)


class ArticleListView(QWidget):
    """Shows one scope; a click or an arrow opens, Enter goes on into the text, Del moves to the trash."""

    article_chosen = Signal(int)
    claim_chosen = Signal(int)
    entered = Signal()

    def __init__(self, *, library: Library, runner: Runner, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._scope: ArticleScope | ClaimScope = ArticleScope()
        self._rows: tuple[Line, ...] = ()
        self._rows_scope: ArticleScope | ClaimScope | None = None
        self._sorting, self._grouping = SORTINGS[0].id, ""
        self._opens_first = False
        self._selected = 0
        self._is_filling = False
        self._is_gone = False
        self._began = self._rests_until = 0.0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read)
        self._title, self._count = ElidedLabel("", "strong"), label("", "text3")
        self._sort = MenuButton(_(SORTINGS[0].text), self._make_menu())
        self._sort.setToolTip(_("Sort and group the list"))
        self._restore = Button(_("Restore"), small=True, tooltip=_("Take the selected one out of the trash"))
        self._filter = SearchField(_("Filter by title, outlet, author, tag"))
        self._filter_button = IconButton("list-filter", _("Filter the list"), checkable=True)
        self.model: LongListModel[Line] = LongListModel(_line_words, lambda row: row.id, self)
        self.view = LineList()
        self._delegate = LineDelegate(self.view)
        self._note = label("", "text2", wrap=True)
        self._stack = QStackedWidget()
        self._arrange()
        self._connect(bus)

    def show_scope(self, title: str, scope: ArticleScope | ClaimScope) -> None:
        """Show the articles or claims of a scope and open the first of them."""
        if type(scope) is not type(self._scope):
            self._selected = 0
        self._scope = scope
        self._title.setText(title)
        self._sort.setVisible(isinstance(scope, ArticleScope) and not scope.trash)
        self.view.keeps_delete = isinstance(scope, ClaimScope) or scope.trash
        self._restore.setVisible(scope.trash and not self._library.is_read_only)
        self._opens_first = True
        self._read()

    def select_article(self, article_id: int) -> None:
        """Select an article's row, when articles are listed, without opening anything."""
        if isinstance(self._scope, ArticleScope):
            self._select(article_id)

    def select_claim(self, article_id: int, claim_id: int) -> None:
        """Select a claim's row, or its article's where articles are listed, without opening anything."""
        self._select(article_id if isinstance(self._scope, ArticleScope) else claim_id)

    def work_place(self) -> QWidget:
        """Give the list."""
        return self.view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the selected claim to the trash; an article goes by the action of the same key."""
        if event.key() == Qt.Key.Key_Delete and isinstance(self._scope, ClaimScope) and not self._library.is_read_only:
            row = self.model.row_at(self.view.currentIndex())
            if isinstance(row, ClaimRow):
                self._runner.edit(self._library.claims.delete, ClaimId(row.id))
            return
        super().keyPressEvent(event)

    def _select(self, row_id: int) -> None:
        self._selected = row_id
        self._select_row(self.model.index_of(row_id))

    def _arrange(self) -> None:
        surface(self, "base")
        head = QWidget()
        surface(head, "chrome")
        row = QHBoxLayout(head)
        row.setContentsMargins(13, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self._count)
        row.addWidget(self._restore)
        row.addWidget(self._filter_button)
        row.addWidget(self._sort)
        head.setFixedHeight(theme().height("pane_bar") - 4)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setObjectName("article-list")
        self.view.setAccessibleName(_("List"))
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

    def _connect(self, bus: Bus) -> None:
        bus.library_changed.connect(self._on_library_changed)
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        self.view.activated.connect(lambda _index: self.entered.emit())
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._filter.settled.connect(lambda _words: self._show())
        self._filter_button.toggled.connect(self._on_filter_toggled)
        self._restore.clicked.connect(self._on_restore)
        self._restore.hide()

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
        self._began = monotonic()
        self._rests_until = self._began + REST / SHARE
        self._runner.latest("article-list", _read_lines, self._library, self._scope, on_done=self._on_read)

    def _on_read(self, answer: tuple[ArticleScope | ClaimScope, tuple[Line, ...], Scale]) -> None:
        now = monotonic()
        self._rests_until = now + max(REST, (now - self._began) / SHARE)
        scope, rows, self._delegate.scale = answer
        self._rows, self._rows_scope = self._with_open_row(scope, rows), scope
        self._show()

    def _with_open_row(self, scope: ArticleScope | ClaimScope, rows: tuple[Line, ...]) -> tuple[Line, ...]:
        """Keep the article that is being read in the inbox until another is opened, though it is unread no more."""
        is_inbox = isinstance(scope, ArticleScope) and scope.unread and scope == self._rows_scope and not self._is_gone
        open_row = next((row for row in self._rows if row.id == self._selected), None)
        if not is_inbox or not isinstance(open_row, ArticleRow) or any(row.id == open_row.id for row in rows):
            return rows
        return (*rows, replace(open_row, is_unread=False))

    def _show(self) -> None:
        """Sort, group and filter off the window's thread: there may be 10,000 rows."""
        words = self._filter.text() if self._filter_button.isChecked() else ""
        scope = self._rows_scope
        self._runner.latest(
            "article-lines",
            _arranged_lines,
            self._rows,
            self._sorting,
            self._grouping,
            words,
            on_done=lambda lines: self._fill(lines, words) if scope == self._scope else None,
        )

    def _fill(self, lines: Sequence[Line | Caption], words: str) -> None:
        place = self.view.currentIndex().row()
        had = self.model.index_of(self._selected).isValid()
        self._is_filling = True
        self.view.set_grouped(bool(self._grouping) and isinstance(self._scope, ArticleScope))
        self.model.set_rows(lines)
        self._is_filling = False
        self._count.setText(number(sum(not isinstance(line, Caption) for line in lines)))
        self._restore.setEnabled(bool(lines))
        self._stack.setCurrentWidget(self.view if lines else self._note)
        if not lines:
            self._note.setText(_("Nothing matches.") if words else self._empty_words())
        known = self.model.index_of(self._selected)
        if known.isValid():
            self._select_row(known, scrolls=self._opens_first or not had)
        elif self._opens_first and lines:
            self._on_chosen(self.model.first())
        elif self._is_gone and lines:
            self._on_chosen(self.model.index(min(max(place, 0), len(lines) - 1), 0))
        elif not known.isValid():
            self.view.selectionModel().clear()
        self._opens_first = self._is_gone = False

    def _empty_words(self) -> str:
        if isinstance(self._scope, ClaimScope) and not self._scope.trash:
            return _("No claims wait here.")
        if self._scope.trash:
            return _("The trash is empty.")
        if not isinstance(self._scope, ArticleScope) or self._scope.unread:
            return _("Nothing waits.\nNew articles land here.")
        return _("No article has this tag.") if self._scope.tag else _("No articles yet.")

    def _on_library_changed(self, changes: Changes) -> None:
        if changes.verb in (Verb.DELETE_ARTICLE, Verb.DELETE_CLAIM):
            self._is_gone = True
        if not changes.touches(Kind.ARTICLE, Kind.CLAIM, Kind.VERSION, Kind.TAG):
            return
        if self._is_gone:
            self._read()
        elif changes.touches(Kind.CLAIM) and isinstance(self._scope, ArticleScope):
            self._soon.start(AFTER_CLAIMS_MS)
        elif not self._soon.isActive():
            self._soon.start(max(0, int(1000 * (self._rests_until - monotonic()))))

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is None:
            return
        self._selected = row.id
        self._select_row(index)
        (self.article_chosen if isinstance(row, ArticleRow) else self.claim_chosen).emit(row.id)

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None and not self._is_filling and self.view.hasFocus() and row.id != self._selected:
            self._on_chosen(index)

    def _on_menu(self, at: QPoint) -> None:
        row = self.model.row_at(self.view.indexAt(at))
        if row is not None:
            row_menu(row, self._library, self._runner, self.view).popup(self.view.viewport().mapToGlobal(at))

    def _on_restore(self) -> None:
        row = self.model.row_at(self.view.currentIndex())
        if isinstance(row, ArticleRow):
            self._runner.edit(self._library.articles.restore, ArticleId(row.id))
        elif row is not None:
            self._runner.edit(self._library.claims.restore, ClaimId(row.id))

    def _select_row(self, index: QModelIndex, *, scrolls: bool = True) -> None:
        if index.isValid():
            chosen = self.view.selectionModel()
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if scrolls:
                self.view.scrollTo(index)


def _read_lines(
    library: Library, scope: ArticleScope | ClaimScope
) -> tuple[ArticleScope | ClaimScope, tuple[Line, ...], Scale]:
    """Read the lines of a scope and the scale their verdicts are on; runs on a lane."""
    rows = library.articles.rows(scope) if isinstance(scope, ArticleScope) else library.claims.rows(scope)
    return scope, rows, library.desk.scale()


def _arranged_lines(rows: Sequence[Line], sorting: str, grouping: str, words: str) -> Sequence[Line | Caption]:
    """Sort, group and filter; runs on a lane."""
    articles = [row for row in rows if isinstance(row, ArticleRow)]
    if articles:
        return arranged(articles, sorting, grouping, words)
    return [row for row in rows if words.casefold() in _line_words(row).casefold()]
