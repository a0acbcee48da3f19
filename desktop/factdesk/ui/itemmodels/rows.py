"""Qt models over frozen rows: a list of rows under captions, and a table whose columns are rows of data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True, slots=True)
class Caption:
    """A line between groups of rows; it cannot be selected."""

    text: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: an id, a heading, what a cell shows, what it sorts by, its width in pixels, where it stands."""

    id: str
    heading: str
    show: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    width: int = 120
    is_right: bool = False
    stretches: bool = False


class RowListModel(QAbstractListModel, Generic[Row]):
    """Rows, with captions between them; `words` gives the text that a screen reader says for a row."""

    def __init__(self, words: Callable[[Row], str], key: Callable[[Row], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._key = key
        self._rows: list[Row | Caption] = []
        self._keys: list[tuple[str, int]] = []

    def set_rows(self, rows: Sequence[Row | Caption]) -> None:
        """Show these rows; selection and place in the list stay where rows only changed, came or went in one run."""
        fresh = list(rows)
        before, after = self._keys, [self._key_of(row) for row in fresh]
        self._keys = after
        head = len(after) if before == after else _alike(before, after)
        tail = _alike(before[head:][::-1], after[head:][::-1])
        gone, come = len(before) - head - tail, len(after) - head - tail
        if gone and come:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
            return
        if gone:
            self.beginRemoveRows(QModelIndex(), head, head + gone - 1)
            self._rows = fresh
            self.endRemoveRows()
        elif come:
            self.beginInsertRows(QModelIndex(), head, head + come - 1)
            self._rows = fresh
            self.endInsertRows()
        else:
            self._rows = fresh
        if fresh:
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, 0))

    def row_at(self, index: Index) -> Row | None:
        """Give the row at an index; None for captions and nowhere."""
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return None if row is None or isinstance(row, Caption) else row

    def index_of(self, key: int) -> QModelIndex:
        """Find the index of the row with this key."""
        for at, row in enumerate(self._rows):
            if not isinstance(row, Caption) and self._key(row) == key:
                return self.index(at, 0)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """Give the index of the first row that is no caption."""
        return next(
            (self.index(at, 0) for at, row in enumerate(self._rows) if not isinstance(row, Caption)), QModelIndex()
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Give the number of lines."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Give the row itself, or the words for it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text if isinstance(row, Caption) else self._words(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let captions be seen and not chosen."""
        if self.row_at(index) is None:
            return Qt.ItemFlag.NoItemFlags if not index.isValid() else Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _key_of(self, row: Row | Caption) -> tuple[str, int]:
        return (row.text, -1) if isinstance(row, Caption) else ("", self._key(row))


class RowTableModel(QAbstractTableModel, Generic[Row]):
    """A table over rows; sorting is done by a QSortFilterProxyModel on SORT_ROLE."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        words: Callable[[Row], str],
        key: Callable[[Row], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._words = words
        self._key = key
        self._rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; where the keys are the same as before, only the data changes and the selection stays."""
        fresh = list(rows)
        if fresh and [self._key(row) for row in fresh] == [self._key(row) for row in self._rows]:
            self._rows = fresh
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """Give the row at an index of this model."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, key: int) -> QModelIndex:
        """Find the first cell of the row with this key."""
        at = next((at for at, row in enumerate(self._rows) if self._key(row) == key), -1)
        return self.index(at, 0) if at >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Give the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Give what a cell shows, sorts by, or says."""
        row = self.row_at(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.show(row)
        if role == SORT_ROLE:
            return column.sort(row) if column.sort else column.show(row).casefold()
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(row)
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Give the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _alike(left: Sequence[object], right: Sequence[object]) -> int:
    """Count how many are alike from the start."""
    return next(
        (at for at, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), min(len(left), len(right))
    )


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
