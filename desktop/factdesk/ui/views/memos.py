"""The place Memos: every exported memo, whether its file is still the one that left, and the claims changed since."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QMenu, QStackedWidget, QTableView, QVBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.values.desk import MemoRow
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.formats import number
from factdesk.ui.itemmodels.memo_columns import memo_columns, memo_words
from factdesk.ui.itemmodels.rows import ROW_ROLE, SORT_ROLE, RowTableModel
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.opening import open_file
from factdesk.ui.theme import theme
from factdesk.ui.widgets.labels import HashLabel, label, rule, surface
from factdesk.ui.widgets.notices import EmptyState
from factdesk.ui.widgets.table import table_defaults
from factdesk.words import _


class MemosView(QWidget):
    """Enter opens the article; the menu opens the file."""

    def __init__(
        self, *, library: Library, runner: Runner, bus: Bus, navigator: Navigator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._navigator = navigator
        self._count = label("", "text3")
        self._hash = HashLabel("")
        self.model: RowTableModel[MemoRow] = RowTableModel(memo_columns(), memo_words, lambda row: row.id, self)
        self._proxy = QSortFilterProxyModel(self)
        self.view = QTableView()
        self._empty = EmptyState(
            "file-output",
            _("No memo yet"),
            _("A memo is a Word file for the editor. Open an article and press Ctrl+Shift+E."),
        )
        self._stack = QStackedWidget()
        self._arrange()
        bus.library_changed.connect(self._on_library_changed)
        self._read()

    def work_place(self) -> QWidget:
        """Give the table of memos."""
        return self.view

    def _arrange(self) -> None:
        surface(self, "base")
        self._proxy.setSourceModel(self.model)
        self._proxy.setSortRole(SORT_ROLE)
        self.view.setModel(self._proxy)
        self.view.setObjectName("memos")
        self.view.setAccessibleName(_("Memos"))
        table_defaults(self.view)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        header = self.view.horizontalHeader()
        for at, column in enumerate(self.model.columns):
            self.view.setColumnWidth(at, column.width)
            if column.stretches:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.view.activated.connect(self._on_chosen)
        self.view.doubleClicked.connect(self._on_chosen)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(label(_("Memos"), "title"))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._hash)
        head.setFixedHeight(theme().height("page_bar"))
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(rule())
        box.addWidget(self._stack, 1)

    def _read(self) -> None:
        self._runner.latest("memos", self._library.memos.rows, on_done=self._show)

    def _show(self, rows: tuple[MemoRow, ...]) -> None:
        self.model.set_rows(rows)
        self._count.setText(number(len(rows)))
        self._stack.setCurrentWidget(self.view if rows else self._empty)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        self._hash.set_hash(row.sha256 if row is not None else "")

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None:
            self._navigator.open(Target(Place.ARTICLE, row.article_id, version_id=row.version_id))

    def _on_menu(self, at: QPoint) -> None:
        row = self.view.indexAt(at).data(ROW_ROLE)
        if row is None:
            return
        menu = QMenu(self.view)
        menu.addAction(_("Open the file")).triggered.connect(lambda: open_file(Path(row.path), self))
        menu.addAction(_("Open the article")).triggered.connect(
            lambda: self._navigator.open(Target(Place.ARTICLE, row.article_id, version_id=row.version_id))
        )
        for claim_id in row.changed_claims[:10]:
            words = _("Open C-{number}, changed since").format(number=claim_id)
            menu.addAction(words).triggered.connect(
                lambda _checked=False, claim_id=claim_id: self._navigator.open(Target(Place.CLAIM, claim_id))
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _on_library_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.MEMO, Kind.CLAIM, Kind.EVIDENCE):
            self._read()
