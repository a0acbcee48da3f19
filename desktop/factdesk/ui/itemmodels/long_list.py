"""A list of many rows whose number Qt knows without asking Python."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import QModelIndex, QObject, QSortFilterProxyModel

from factdesk.ui.itemmodels.rows import Caption, Index, Row, RowListModel


class LongListModel(QSortFilterProxyModel, Generic[Row]):
    """A `RowListModel` behind a proxy that neither sorts nor filters.

    A QListView that lays itself out asks twice a row how many rows there are. Each time Python answers it takes a turn
    at the interpreter; with 20,000 rows and a busy lane these turns held the window up for half a second.
    """

    def __init__(self, words: Callable[[Row], str], key: Callable[[Row], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: RowListModel[Row] = RowListModel(words, key, self)
        self.setDynamicSortFilter(False)
        self.setSourceModel(self._lines)

    def set_rows(self, rows: Sequence[Row | Caption]) -> None:
        """Show these rows; see `RowListModel.set_rows`."""
        self._lines.set_rows(rows)

    def row_at(self, index: Index) -> Row | None:
        """Give the row at an index; None for captions and nowhere."""
        return self._lines.row_at(self.mapToSource(index))

    def index_of(self, key: int) -> QModelIndex:
        """Find the index of the row with this key."""
        return self.mapFromSource(self._lines.index_of(key))

    def first(self) -> QModelIndex:
        """Give the index of the first row that is no caption."""
        return self.mapFromSource(self._lines.first())
