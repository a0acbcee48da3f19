"""Which claims go into the memo: a list of ticks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from factdesk.model.values.claims import ClaimRow
from factdesk.model.values.desk import Scale
from factdesk.ui.itemmodels.claims import claim_title, claim_words
from factdesk.ui.itemmodels.rows import ROW_ROLE, Index
from factdesk.ui.theme import theme
from factdesk.ui.widgets.painting import paint_shape, paint_text
from factdesk.ui.widgets.rows import RowDelegate, RowInks, view_defaults
from factdesk.ui.widgets.tick import paint_tick
from factdesk.words import _


class ClaimChoiceModel(QAbstractListModel):
    """Claims, each ticked or not; `ticked()` after a change by the user."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ClaimRow, ...] = ()
        self._chosen: set[int] = set()

    def set_rows(self, rows: tuple[ClaimRow, ...]) -> None:
        """Show claims, all ticked."""
        self.beginResetModel()
        self._rows = rows
        self._chosen = {row.id for row in rows}
        self.endResetModel()

    @property
    def chosen(self) -> tuple[int, ...]:
        """Give the ticked claims in their order."""
        return tuple(row.id for row in self._rows if row.id in self._chosen)

    @property
    def rows(self) -> tuple[ClaimRow, ...]:
        """Give all claims."""
        return self._rows

    def toggle(self, index: Index) -> None:
        """Tick or untick one."""
        self._chosen ^= {self._rows[index.row()].id}
        here = self.index(index.row(), 0)
        self.dataChanged.emit(here, here)
        self.ticked.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Give the number of claims."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Give the claim, its words, its tick."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return claim_title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return claim_words(row)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.id in self._chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.CheckStateRole)) -> bool:
        """Tick or untick through the model's own role."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if (Qt.CheckState(value) == Qt.CheckState.Checked) != (self._rows[index.row()].id in self._chosen):
            self.toggle(index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every claim be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class ClaimChoice(QListView):
    """Space or a click ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.choices = ClaimChoiceModel(self)
        self.delegate = _ChoiceDelegate(self)
        self.setModel(self.choices)
        self.setItemDelegate(self.delegate)
        self.setObjectName("memo-claims")
        self.setAccessibleName(_("Claims in the memo"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view_defaults(self)
        self.clicked.connect(self.choices.toggle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle the current claim on Space."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.choices.toggle(self.currentIndex())
            return
        super().keyPressEvent(event)


class _ChoiceDelegate(RowDelegate):
    """Tick, number, verdict shape, words."""

    scale: Scale | None = None

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give 30 pixels."""
        del option, index
        return 30

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one claim."""
        del option
        row: ClaimRow = index.data(ROW_ROLE)
        is_in = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        middle = rect.center().y()
        paint_tick(painter, QRectF(rect.x(), middle - 7, 15, 15), is_checked=is_in)
        number = QRectF(rect.x() + 22, rect.y(), 20, rect.height())
        paint_text(painter, number, str(row.number), theme().font("small"), inks.text3)
        rating = self.scale.rating(row.verdict) if self.scale else None
        paint_shape(painter, QPointF(rect.x() + 44, middle - 7), f"verdict:{rating.look if rating else 'none'}", 14)
        words = rect.adjusted(66, 0, 0, 0)
        paint_text(painter, words, row.anchor.exact, theme().font("body"), inks.text if is_in else inks.text3)
