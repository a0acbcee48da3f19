"""A list that drops from a field: suggestions, sources, people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from factdesk.ui.theme import theme
from factdesk.ui.widgets.painting import RIGHT, paint_shape, paint_text
from factdesk.ui.widgets.rows import Index, RowDelegate, RowInks, view_defaults

_ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class PopupRow:
    """One line: words, a note at the right, an icon or shape at the left."""

    key: str
    text: str
    note: str = ""
    icon: str = ""


class _PopupDelegate(RowDelegate):
    has_rule = False
    ground = "raised"

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give the height of a palette row."""
        del option, index
        return theme().height("palette_row") - 4

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint icon, words and note."""
        del option
        row = index.data(_ROW)
        if not isinstance(row, PopupRow):
            return
        style = theme()
        left = 0.0
        if row.icon:
            paint_shape(painter, QPointF(rect.x(), round(rect.center().y() - 8)), row.icon, 16)
            left = 24.0
        note = paint_text(
            painter, rect.adjusted(rect.width() / 3, 0, 0, 0), row.note, style.font("small"), inks.text3, align=RIGHT
        )
        paint_text(
            painter, rect.adjusted(left, 0, -note - 12 if note else 0, 0), row.text, style.font("body"), inks.text
        )


class PopupList(QFrame):
    """A list under its owner that arrows move in while the owner keeps the focus. `chosen` carries the row's key."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, owner: QWidget, *, max_rows: int = 8) -> None:
        super().__init__(owner.window(), Qt.WindowType.ToolTip)
        self._owner = owner
        self._max_rows = max_rows
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setProperty("frame", "card")
        self.view = QListView(self)
        self._model = QStandardItemModel(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_PopupDelegate(self.view))
        view_defaults(self.view, keeps_selection=True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(owner.accessibleName())
        self.view.clicked.connect(lambda index: self._choose(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.view)
        owner.installEventFilter(self)
        self.hide()

    @property
    def rows(self) -> tuple[PopupRow, ...]:
        """The rows shown."""
        return tuple(self._model.item(at).data(_ROW) for at in range(self._model.rowCount()))

    def show_rows(self, rows: Sequence[PopupRow]) -> None:
        """Show these rows under the owner; none closes the list."""
        self._model.clear()
        for row in rows:
            item = QStandardItem(row.text)
            item.setData(row, _ROW)
            item.setEditable(False)
            self._model.appendRow(item)
        if not rows:
            self.close_list()
            return
        height = theme().height("palette_row") - 4
        corner = self._owner.mapToGlobal(QPoint(0, self._owner.height() + 2))
        self.setGeometry(corner.x(), corner.y(), self._owner.width(), height * min(len(rows), self._max_rows) + 2)
        self.view.setCurrentIndex(self._model.index(0, 0))
        self.show()

    def close_list(self) -> None:
        """Go."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _choose(self, at: int) -> None:
        item = self._model.item(at)
        if item is not None:
            row = item.data(_ROW)
            self.close_list()
            self.chosen.emit(row.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move by the owner's arrows, choose by its Enter."""
        # Events still come while the object is being taken down.
        if watched is not getattr(self, "_owner", None) or self.isHidden():
            return False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Move):
            self.close_list()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes(event.key())
        return False

    def _takes(self, key: int) -> bool:
        at = self.view.currentIndex().row()
        last = self._model.rowCount() - 1
        moves = {Qt.Key.Key_Down: min(at + 1, last), Qt.Key.Key_Up: max(at - 1, 0)}
        if key in moves:
            self.view.setCurrentIndex(self._model.index(moves[Qt.Key(key)], 0))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(at)
            return True
        if key == Qt.Key.Key_Escape:
            self.close_list()
            return True
        return False
