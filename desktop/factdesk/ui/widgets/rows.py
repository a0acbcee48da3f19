"""The base of every list's delegate: grounds, bars, focus, and titles of two lines laid out once for a width."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factdesk.ui.theme import theme
from factdesk.ui.widgets.focus import paint_ring
from factdesk.ui.widgets.painting import paint_text

Index = QModelIndex | QPersistentModelIndex
_KEPT = 600


@dataclass(frozen=True, slots=True)
class RowInks:
    """The inks of one row as it stands now."""

    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    ground: QColor
    is_selected: bool
    is_hovered: bool
    has_focus: bool


@dataclass(frozen=True, slots=True)
class _Laid:
    lines: tuple[tuple[int, int], ...]
    is_cut: bool


class TwoLines:
    """Lays out texts of up to two (or more) lines, the last elided, and keeps the layouts by text, font and width."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str, int, int], _Laid] = OrderedDict()

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        font: QFont,
        colour: QColor,
        *,
        lines: int = 2,
        line_height: float = 0,
    ) -> float:
        """Draw from the top of `rect`; give the height used."""
        laid = self._laid(text, font, int(rect.width()), lines)
        metrics = QFontMetricsF(font)
        step = line_height or metrics.height()
        painter.setFont(font)
        painter.setPen(colour)
        y = rect.y() + (step - metrics.height()) / 2 + metrics.ascent()
        for number, (start, length) in enumerate(laid.lines):
            words = text[start : start + length].rstrip()
            if laid.is_cut and number == len(laid.lines) - 1:
                words = metrics.elidedText(text[start:].replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(QPointF(rect.x(), y), words)
            y += step
        return step * len(laid.lines)

    def count(self, text: str, font: QFont, width: int, lines: int = 2) -> int:
        """Give the number of lines that would be drawn."""
        return len(self._laid(text, font, width, lines).lines)

    def is_cut(self, text: str, font: QFont, width: int, lines: int = 2, line_height: float = 0) -> bool:
        """Whether the text does not fit."""
        del line_height
        return self._laid(text, font, width, lines).is_cut

    def _laid(self, text: str, font: QFont, width: int, lines: int) -> _Laid:
        key = (text, font.key(), width, lines)
        known = self._kept.get(key)
        if known is None:
            known = self._kept[key] = self._lay(text, font, width, lines)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return known

    def _lay(self, text: str, font: QFont, width: int, lines: int) -> _Laid:
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        found: list[tuple[int, int]] = []
        is_cut = False
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            if len(found) == lines:
                is_cut = True
                break
            line.setLineWidth(max(1, width))
            found.append((line.textStart(), line.textLength()))
        layout.endLayout()
        return _Laid(tuple(found), is_cut)


class RowDelegate(QStyledItemDelegate):
    """Paints the ground, the selection bar, the focus ring and the rule below; `paint_row` paints the rest.

    Override `row_height` and `paint_row`; never make a widget per row.
    """

    has_rule = True
    has_bar = True
    is_rounded = False
    ground = "base"

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give the height of a row in pixels."""
        del option, index
        return theme().height("table_row")

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint the content of a row into `rect` (13 pixels of left and 14 of right margin taken off)."""
        del option
        paint_text(painter, rect, str(index.data(Qt.ItemDataRole.DisplayRole) or ""), theme().font("body"), inks.text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the size of a row."""
        return QSize(40, self.row_height(option, index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        inks = row_inks(option, self.ground)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, inks)
        self.paint_row(painter, rect.adjusted(13, 0, -14, -1 if self.has_rule else 0), option, index, inks)
        if inks.has_focus:
            paint_ring(painter, rect.adjusted(1, 1, -1, -2), 3)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, inks: RowInks) -> None:
        style = theme()
        if self.is_rounded:
            if inks.is_selected or inks.is_hovered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(inks.ground)
                painter.drawRoundedRect(rect.adjusted(8, 0, -8, 0), style.radius("nav_row"), style.radius("nav_row"))
            return
        painter.fillRect(rect, inks.ground)
        if self.has_rule:
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), style.colour("line"))
        if inks.is_selected and self.has_bar:
            painter.fillRect(QRectF(rect.x(), rect.y(), style.px(3), rect.height()), style.colour("accent"))


def row_inks(option: QStyleOptionViewItem, ground: str = "base") -> RowInks:
    """Work out the inks of a row from its state."""
    style = theme()
    state = option.state
    view = option.widget
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    is_active = view is None or view.hasFocus() or not isinstance(view, QAbstractItemView) or _holds(view)
    name = ground
    if is_selected:
        name = "accent_tint" if is_active else "pressed"
    elif is_hovered:
        name = "hover"
    weak = "text2" if name == "pressed" else "text3"
    has_focus = bool(state & QStyle.StateFlag.State_HasFocus) and bool(
        state & QStyle.StateFlag.State_KeyboardFocusChange
    )
    return RowInks(
        text=style.colour("text" if state & QStyle.StateFlag.State_Enabled else "disabled"),
        text2=style.colour("text2"),
        text3=style.colour(weak),
        accent=style.colour("accent"),
        ground=style.colour(name),
        is_selected=is_selected,
        is_hovered=is_hovered,
        has_focus=has_focus,
    )


def _holds(view: QAbstractItemView) -> bool:
    return view.property("keeps_selection") is True


def view_defaults(view: QAbstractItemView, *, keeps_selection: bool = False) -> None:
    """Set what every list has: no frame, hover, smooth scrolling; `keeps_selection` stays tinted without the focus."""
    view.setFrameShape(QAbstractItemView.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
    view.setProperty("keeps_selection", keeps_selection)
