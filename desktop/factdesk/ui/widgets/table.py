"""What every table of the window has in common."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView

from factdesk.ui.theme import theme
from factdesk.ui.widgets.painting import LEFT, RIGHT, paint_text
from factdesk.ui.widgets.rows import Index, RowDelegate, RowInks

PADDING, SIDE = 8, 16
"""As in the style sheet: of a cell and its heading, and of the outer ones."""


def table_defaults(view: QTableView) -> None:
    """No grid, whole rows, a header of 28 and rows of 32 pixels, the keyboard all the way."""
    view.setShowGrid(False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setItemDelegate(CellDelegate(view))
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(theme().height("table_row"))
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setFixedHeight(theme().height("table_header"))
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CellDelegate(RowDelegate):
    """One cell: its words under the heading's, the selection bar at the left of the row, a rule below."""

    has_bar = False

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell; the ring of the focus goes around the row, so no cell has one of its own."""
        whole = QStyleOptionViewItem(option)
        whole.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, whole, index)
        style, rect = theme(), QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected and self._is_edge(index, first=True):
            painter.fillRect(QRectF(rect.x(), rect.y(), style.px(3), rect.height()), style.colour("accent"))

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint the words of a cell."""
        style, whole = theme(), QRectF(option.rect)
        left = style.px(SIDE if self._is_edge(index, first=True) else PADDING)
        right = style.px(SIDE if self._is_edge(index, first=False) else PADDING)
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole) or LEFT
        is_right = bool(Qt.AlignmentFlag(alignment) & Qt.AlignmentFlag.AlignRight)
        room = QRectF(whole.x() + left, rect.y(), whole.width() - left - right, rect.height())
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        paint_text(painter, room, words, style.font("body"), inks.text, align=RIGHT if is_right else LEFT)

    def _is_edge(self, index: Index, *, first: bool) -> bool:
        header = self._view.horizontalHeader()
        return header.visualIndex(index.column()) == (0 if first else header.count() - 1)
