"""The place Sources: a table of every source; Enter opens its sheet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.ids import SourceId
from factdesk.model.values.sources import SourceRow
from factdesk.tasks.runner import Runner
from factdesk.ui.actionset import ActionSet
from factdesk.ui.bus import Bus
from factdesk.ui.formats import number
from factdesk.ui.itemmodels.rows import ROW_ROLE, SORT_ROLE, RowTableModel
from factdesk.ui.itemmodels.source_columns import source_columns, source_words
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button, ToggleButton
from factdesk.ui.widgets.fields import SearchField
from factdesk.ui.widgets.labels import label, rule, surface
from factdesk.ui.widgets.notices import EmptyState
from factdesk.ui.widgets.table import table_defaults
from factdesk.words import _


class SourcesView(QWidget):
    """Sorts by any column, filters by words; the trash behind a toggle."""

    source_chosen = Signal(int)

    def __init__(
        self,
        *,
        library: Library,
        runner: Runner,
        bus: Bus,
        navigator: Navigator,
        actions: ActionSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._navigator = navigator
        self._add = actions["source.add"]
        self._count = label("", "text3")
        self._filter = SearchField(_("Filter sources"))
        self._trash = ToggleButton(_("Trash"), icon="trash-2")
        self.model: RowTableModel[SourceRow] = RowTableModel(source_columns(), source_words, lambda row: row.id, self)
        self._proxy = QSortFilterProxyModel(self)
        self.view = QTableView()
        self._empty = EmptyState(
            "archive",
            _("No sources yet"),
            _("A source is where evidence comes from: a filed page, a call, a paper, a dataset."),
            action=_("Add source…"),
        )
        self._stack = QStackedWidget()
        self._arrange()
        self._connect(bus)
        self._read()

    def work_place(self) -> QWidget:
        """Give the table of sources."""
        return self.view

    def _arrange(self) -> None:
        surface(self, "base")
        self._proxy.setSourceModel(self.model)
        self._proxy.setSortRole(SORT_ROLE)
        self._proxy.setFilterKeyColumn(-1)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.view.setModel(self._proxy)
        self.view.setObjectName("sources")
        self.view.setAccessibleName(_("Sources"))
        table_defaults(self.view)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        header = self.view.horizontalHeader()
        for at, column in enumerate(self.model.columns):
            self.view.setColumnWidth(at, column.width)
            if column.stretches:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(label(_("Sources"), "title"))
        row.addWidget(self._count)
        row.addStretch(1)
        self._filter.setFixedWidth(240)
        add = Button(_("Add source…"), icon="plus", tooltip=self._add.toolTip())
        add.clicked.connect(self._add.trigger)
        row.addWidget(self._filter)
        row.addWidget(self._trash)
        row.addWidget(add)
        head.setFixedHeight(theme().height("page_bar"))
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (head, rule()):
            box.addWidget(widget)
        box.addWidget(self._stack, 1)

    def _connect(self, bus: Bus) -> None:
        bus.library_changed.connect(self._on_library_changed)
        self.view.activated.connect(self._on_chosen)
        self.view.doubleClicked.connect(self._on_chosen)
        self._filter.settled.connect(self._proxy.setFilterFixedString)
        self._trash.toggled.connect(lambda _is_on: self._read())
        self._empty.acted.connect(self._add.trigger)

    def _read(self) -> None:
        in_trash = self._trash.isChecked()
        self._runner.latest("sources", lambda: self._library.sources.rows(trash=in_trash), on_done=self._show)

    def _show(self, rows: tuple[SourceRow, ...]) -> None:
        self.model.set_rows(rows)
        self._count.setText(number(len(rows)))
        is_empty = not rows and not self._trash.isChecked()
        self._stack.setCurrentWidget(self._empty if is_empty else self.view)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is None:
            return
        if row.is_deleted:
            self._runner.edit(self._library.sources.restore, SourceId(row.id))
            return
        self._navigator.open(Target(Place.SOURCE, row.id))

    def _on_library_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.SOURCE, Kind.EVIDENCE):
            self._read()
