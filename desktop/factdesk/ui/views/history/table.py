"""The table of the history: lines of two rows of words under captions of days, as they are painted and clicked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from factdesk.ui.fonts import tabular
from factdesk.ui.formats import date_time, number
from factdesk.ui.itemmodels.history import HASH, LINE, TIME, WHAT, WHO, HistoryLine, HistoryModel
from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption, Index
from factdesk.ui.landing import has_place
from factdesk.ui.theme import theme
from factdesk.ui.widgets.chips import initials, paint_avatar
from factdesk.ui.widgets.labels import short_hash
from factdesk.ui.widgets.painting import RIGHT, paint_shape, paint_tag, paint_text, text_width
from factdesk.ui.widgets.rows import RowDelegate, RowInks
from factdesk.ui.widgets.table import table_defaults
from factdesk.words import _

ROW, DAY, SIDE = 44, 31, 16
WIDTHS = {LINE: 80, TIME: 66, WHO: 176, HASH: 136}
NEAR_END = 600


class HistoryTable(QTableView):
    """`opened(public id)` where the thing of a line is asked for, `end_neared()` when older lines are wanted."""

    opened = Signal(str)
    end_neared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = HistoryModel(self)
        self.setModel(self.lines)
        self.setObjectName("history")
        self.setAccessibleName(_("History"))
        table_defaults(self)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setItemDelegate(_LineDelegate(self))
        self.verticalHeader().setDefaultSectionSize(theme().px(ROW))
        header = _Header(self)
        self.setHorizontalHeader(header)
        header.setFixedHeight(theme().height("table_header"))
        header.setHighlightSections(False)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, theme().px(width))
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        self.doubleClicked.connect(self._open)
        self.lines.modelReset.connect(self._on_reset)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_lines(self, lines: list[HistoryLine], *, is_whole: bool) -> None:
        """Show lines; what is chosen and what is in sight stay where they are."""
        current, top = self.lines.line_at(self.currentIndex()), self.lines.line_at(self.indexAt(QPoint(4, DAY + 8)))
        at_top = self.verticalScrollBar().value() == 0
        self.lines.set_lines(lines, is_whole=is_whole)
        if top is not None and not at_top:
            self.scrollTo(self.lines.index_of(top.row.id), QAbstractItemView.ScrollHint.PositionAtTop)
        chosen = self.lines.index_of(current.row.id) if current is not None else self.lines.first()
        if chosen.isValid():
            self.setCurrentIndex(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the thing of the current line on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over words that lead somewhere."""
        super().mouseMoveEvent(event)
        is_link = bool(self._subject_at(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the thing whose words are clicked."""
        super().mouseReleaseEvent(event)
        subject = self._subject_at(event.position().toPoint())
        if subject and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(subject)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say the whole moment and the whole hash under the mouse."""
        if isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            words = _tip(self.lines.line_at(index), index.column())
            if words:
                QToolTip.showText(event.globalPos(), words, self.viewport(), self.visualRect(index))
                return True
        return super().viewportEvent(event)

    def _open(self, index: QModelIndex) -> None:
        line = self.lines.line_at(index)
        if line is not None and has_place(line.row.subject):
            self.opened.emit(line.row.subject)

    def _subject_at(self, at: QPoint) -> str:
        """Give the public id whose words are there, "" when they lead nowhere."""
        index = self.indexAt(at)
        line = self.lines.line_at(index)
        if line is None or index.column() != WHAT or not has_place(line.row.subject):
            return ""
        rect = self.visualRect(index)
        is_below = at.y() > rect.center().y()
        words = text_width(line.facts, theme().font("small"))
        return line.row.subject if is_below and at.x() - rect.x() < min(words + SIDE, rect.width()) else ""

    def _on_reset(self) -> None:
        self.clearSpans()
        for row in self.lines.captions():
            self.setSpan(row, 0, 1, HASH + 1)
            self.setRowHeight(row, theme().px(DAY))

    def _on_scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - NEAR_END:
            self.end_neared.emit()


class _Header(QHeaderView):
    """Headings that stand over the words of the cells: the outer ones are set in as far as those."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one heading."""
        painter.fillRect(rect, theme().colour("chrome"))
        left = SIDE - 8 if section == LINE else 0
        right = 8 - SIDE if section == HASH else 0
        super().paintSection(painter, rect.adjusted(left, 0, right, 0), section)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme().colour("line"))


def _tip(line: HistoryLine | None, column: int) -> str:
    if line is None:
        return ""
    if column == HASH:
        return f"SHA-256 {line.row.hash}\n{_('Line before')} {line.row.previous_hash}"
    return date_time(line.row.at) if column == TIME else ""


class _LineDelegate(RowDelegate):
    """One cell of a line, or the whole width of a day's caption."""

    has_bar = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a caption on chrome, a cell as a row; the bar of a chosen line stands in its first cell."""
        line, style = index.data(ROW_ROLE), theme()
        rect = QRectF(option.rect)
        if isinstance(line, Caption):
            painter.fillRect(rect, style.colour("chrome"))
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), style.colour("line"))
            used = paint_text(
                painter, rect.adjusted(SIDE, 0, 0, 0), line.text, style.font("body_strong"), style.colour("text")
            )
            if line.count is not None:
                count = rect.adjusted(SIDE + used + 8, 0, 0, 0)
                paint_text(painter, count, number(line.count), style.font("body"), style.colour("text3"))
            return
        self.has_bar = index.column() == LINE
        cell = QStyleOptionViewItem(option)
        cell.state &= ~QStyle.StateFlag.State_MouseOver
        super().paint(painter, cell, index)

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one cell."""
        line, style, column = index.data(ROW_ROLE), theme(), index.column()
        room = QRectF(option.rect).adjusted(SIDE if column == LINE else 8, 0, -SIDE if column == HASH else -8, -1)
        del rect
        if column == LINE:
            paint_text(painter, room, number(line.row.id), tabular(style.font("small")), inks.text3)
        elif column == TIME:
            paint_text(painter, room, line.time, tabular(style.font("body")), inks.text)
        elif column == WHO:
            side = style.px(20)
            paint_avatar(painter, QPointF(room.x(), round(room.center().y() - side / 2)), initials(line.row.who))
            paint_text(painter, room.adjusted(side + 6, 0, 0, 0), line.row.who, style.font("body"), inks.text)
        elif column == WHAT:
            _paint_what(painter, room, line, inks)
        else:
            _paint_hash(painter, room, line, inks)


def _paint_what(painter: QPainter, room: QRectF, line: HistoryLine, inks: RowInks) -> None:
    style = theme()
    top = QRectF(room.x(), room.y() + style.px(4), room.width(), style.line("body"))
    used = paint_text(painter, top, line.deed, style.font("body"), inks.text3 if line.row.is_undone else inks.text)
    if line.row.is_undone:
        paint_tag(painter, QPointF(top.x() + used + 8, top.y() - 1), _("Undone"))
    below = QRectF(room.x(), top.bottom(), room.width(), style.line("small"))
    font = style.font("small")
    ink = inks.accent if has_place(line.row.subject) else inks.text2
    used = paint_text(painter, below, line.row.subject, font, ink)
    if line.row.summary:
        rest = f" · {line.row.summary}" if line.row.subject else line.row.summary
        paint_text(painter, below.adjusted(used, 0, 0, 0), rest, font, inks.text2)


def _paint_hash(painter: QPainter, room: QRectF, line: HistoryLine, inks: RowInks) -> None:
    style = theme()
    ink = "danger" if line.is_broken else "text3"
    glyph = "unlink" if line.is_broken else "link"
    paint_shape(painter, QPointF(room.right() - 13, round(room.center().y() - 7)), glyph, 13, ink)
    words = room.adjusted(0, 0, -20, 0)
    colour = style.colour("danger") if line.is_broken else inks.text2
    paint_text(painter, words, short_hash(line.row.hash), style.font("hash"), colour, align=RIGHT)
