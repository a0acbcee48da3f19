"""The hits under their kinds, as they are painted: shape, title, facts at the right, words with those found marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from factdesk.model.enums import Kind
from factdesk.ui.fonts import tabular
from factdesk.ui.formats import number
from factdesk.ui.itemmodels.found import FoundModel, GroupCaption
from factdesk.ui.itemmodels.rows import ROW_ROLE, Index
from factdesk.ui.theme import theme
from factdesk.ui.widgets.labels import surface
from factdesk.ui.widgets.painting import RIGHT, paint_shape, paint_snippet, paint_text, text_width
from factdesk.ui.widgets.rows import RowDelegate, RowInks
from factdesk.ui.widgets.step_list import StepList
from factdesk.words import _

ROW, CAPTION = 52, 28
_NEAR_END = 400


class ResultsList(StepList):
    """`opened(index, stays)`; `kind_wanted(Kind)` where all of a kind are asked for; `end_neared()` asks for more;
    `typed(text)` is a letter that belongs to the search line."""

    opened = Signal(QModelIndex, bool)
    kind_wanted = Signal(object)
    end_neared = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Results"), keeps_selection=True, parent=parent)
        self.setObjectName("search-results")
        surface(self, "raised")
        self.found = FoundModel(self)
        self.setModel(self.found)
        self._delegate = _HitDelegate(self)
        self.setItemDelegate(self._delegate)
        self.clicked_beside.connect(self._on_clicked_beside)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def want_kind(self) -> None:
        """Ask for all hits of the kind the current row is of."""
        group = self.found.caption_at(self.currentIndex().row()) if self.currentIndex().isValid() else None
        if group is not None and not group.is_whole:
            self.kind_wanted.emit(group.kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, ask for the whole kind on Shift+Enter, give letters back to the line."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.want_kind()
        elif is_enter:
            is_staying = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.opened.emit(self.currentIndex(), is_staying)
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDS:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what is clicked; with Ctrl the search stays."""
        self._clicked = event.position().toPoint()
        index = self.indexAt(self._clicked)
        if event.button() == Qt.MouseButton.LeftButton and self.found.row_at(index) is not None:
            self.opened.emit(index, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        is_link = self._kind_at(at) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def _on_clicked_beside(self, _index: QModelIndex) -> None:
        kind = self._kind_at(self._clicked)
        if kind is not None:
            self.kind_wanted.emit(kind)

    def _kind_at(self, at: QPoint) -> Kind | None:
        """Give the kind whose "Show all" is there."""
        index = self.indexAt(at)
        line = index.data(ROW_ROLE) if index.isValid() else None
        if not isinstance(line, GroupCaption) or line.is_whole:
            return None
        room = text_width(_("Show all"), theme().font("body")) + 40
        return line.kind if at.x() > self.viewport().width() - room else None

    def _on_scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - _NEAR_END:
            self.end_neared.emit()


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class _HitDelegate(RowDelegate):
    """Two lines a hit; a caption with its count, and "Show all" where there are more."""

    has_rule = False
    ground = "raised"

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give 52 for a hit, 28 for a caption."""
        del option
        return theme().px(CAPTION if isinstance(index.data(ROW_ROLE), GroupCaption) else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint captions as they are, never hovered."""
        line = index.data(ROW_ROLE)
        if isinstance(line, GroupCaption):
            painter.fillRect(option.rect, theme().colour("raised"))
            _paint_caption(painter, QRectF(option.rect).adjusted(16, 4, -16, 0), line)
            return
        super().paint(painter, option, index)

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one hit."""
        del option
        line, style = index.data(ROW_ROLE), theme()
        room = rect.adjusted(3, 0, -2, 0)
        top = QRectF(room.x(), room.y() + style.px(8), room.width(), style.line("body"))
        paint_shape(painter, QPointF(room.x(), top.y() + 1), line.icon, 16, inks.text3)
        words = top.adjusted(28, 0, 0, 0)
        facts = tabular(style.font("body"))
        used = paint_text(painter, words, line.facts, facts, inks.text2, align=RIGHT)
        title = words.adjusted(0, 0, -used - 16, 0)
        paint_snippet(painter, title, line.title_parts, style.font("body_strong"), inks.text)
        below = QRectF(words.x(), top.bottom() + 1, words.width(), style.line("body"))
        parts = [(part.text, part.is_hit) for part in line.parts]
        paint_snippet(painter, below, parts, style.font("body"), inks.text2)


def _paint_caption(painter: QPainter, rect: QRectF, line: GroupCaption) -> None:
    style = theme()
    used = paint_text(painter, rect, line.text, style.font("caption"), style.colour("text3"))
    count = rect.adjusted(used + 8, 0, 0, 0)
    paint_text(painter, count, number(line.count or 0), tabular(style.font("small")), style.colour("text3"))
    if not line.is_whole:
        paint_text(painter, rect, _("Show all"), style.font("body"), style.colour("accent"), align=RIGHT)
