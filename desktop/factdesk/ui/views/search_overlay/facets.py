"""The left side of the search: the values of each field with their counts, to be ticked, and the years as bars."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from factdesk.model.values.desk import Scale
from factdesk.ui.fonts import tabular
from factdesk.ui.formats import number
from factdesk.ui.itemmodels.found import FacetLine, facet_words
from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption, Index, RowListModel
from factdesk.ui.theme import theme
from factdesk.ui.views.search_overlay.narrowing import FIELDS, YEARS, Narrowing, value_shape, value_words
from factdesk.ui.views.search_overlay.years import YearBars
from factdesk.ui.widgets.focus import keyboard_focus
from factdesk.ui.widgets.labels import surface
from factdesk.ui.widgets.painting import RIGHT, paint_shape, paint_text
from factdesk.ui.widgets.rows import RowDelegate, RowInks
from factdesk.ui.widgets.step_list import StepList
from factdesk.ui.widgets.tick import paint_tick
from factdesk.words import _, ngettext

WIDTH = 212
VALUES_FEW = 4
VALUES_MOST = 40


class FacetsPanel(QWidget):
    """`narrowed(Narrowing)` when a value is ticked or a year is chosen."""

    narrowed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrowing = Narrowing()
        self._facets: Mapping[str, Mapping[str, int]] = {}
        self._scale: Scale | None = None
        self._opened: set[str] = set()
        self.model: RowListModel[FacetLine] = RowListModel(facet_words, lambda line: line.key, self)
        self.view = StepList(_("Filters"))
        self.view.setObjectName("search-facets")
        self.view.takes_space = True
        self.view.setModel(self.model)
        self.view.setItemDelegate(_FacetDelegate(self.view))
        self.years = YearBars()
        surface(self, "chrome")
        surface(self.view, "chrome")
        self.setFixedWidth(theme().px(WIDTH))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(4)
        box.addWidget(self.view, 1)
        box.addWidget(self.years)
        self.view.wanted.connect(self._on_wanted)
        self.years.chosen.connect(lambda years: self.narrowed.emit(self._narrowing.with_values(YEARS, years)))

    def show_facets(self, facets: Mapping[str, Mapping[str, int]], narrowing: Narrowing, scale: Scale | None) -> None:
        """Show the values that hits have, those that are chosen among them even without hits."""
        self._facets, self._narrowing, self._scale = facets, narrowing, scale
        self._show()
        years = {value: count for value, count in facets.get(YEARS, {}).items() if len(value) == len("2026")}
        self.years.show_years(years, narrowing.chosen.get(YEARS, ()))

    def _show(self) -> None:
        lines: list[FacetLine | Caption] = []
        for name, words in FIELDS.items():
            if name != YEARS:
                lines += self._lines_of(name, _(words))
        self.model.set_rows(lines)

    def _lines_of(self, name: str, caption: str) -> list[FacetLine | Caption]:
        counted = dict(self._facets.get(name, {}))
        for value in self._narrowing.chosen.get(name, ()):
            counted.setdefault(value, 0)
        if not counted or (len(counted) == 1 and not self._narrowing.has(name, next(iter(counted)))):
            return []
        shown = list(counted)[: VALUES_MOST if name in self._opened else VALUES_FEW]
        shown += [value for value in self._narrowing.chosen.get(name, ()) if value not in shown]
        lines: list[FacetLine | Caption] = [Caption(caption)]
        lines += [self._line(name, value, counted[value]) for value in shown]
        left = min(len(counted), VALUES_MOST) - len(shown)
        if left > 0:
            words = ngettext("{count} more", "{count} more", left).format(count=number(left))
            lines.append(FacetLine(name, "", words, left))
        return lines

    def _line(self, name: str, value: str, count: int) -> FacetLine:
        return FacetLine(
            field=name,
            value=value,
            words=value_words(name, value, self._scale),
            count=count,
            shape=value_shape(name, value, self._scale),
            is_ticked=self._narrowing.has(name, value),
        )

    def _on_wanted(self, index: QModelIndex) -> None:
        line = self.model.row_at(index)
        if line is None:
            return
        if line.value:
            self.narrowed.emit(self._narrowing.toggled(line.field, line.value))
            return
        self._opened.add(line.field)
        at = index.row()
        self._show()
        self.view.choose(self.model.index(at, 0))


class _FacetDelegate(RowDelegate):
    """A tick, a shape where there is one, the words, the count; captions and "n more" without a tick."""

    has_rule = False
    has_bar = False
    ground = "chrome"

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give 24 for a value, 28 for a caption."""
        del option
        return theme().px(28 if isinstance(index.data(ROW_ROLE), Caption) else 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Tint the current line while the keyboard is here, and only then."""
        shown = QStyleOptionViewItem(option)
        if not keyboard_focus(self._view):
            shown.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        super().paint(painter, shown, index)

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one line."""
        del option
        line, style = index.data(ROW_ROLE), theme()
        room = rect.adjusted(3, 0, -2, 0)
        if isinstance(line, Caption):
            paint_text(painter, room.adjusted(0, 8, 0, 0), line.text, style.font("caption"), inks.text3)
            return
        if not line.value:
            paint_text(painter, room.adjusted(22, 0, 0, 0), line.words, style.font("body"), inks.accent)
            return
        side = 15.0
        paint_tick(
            painter,
            QRectF(room.x(), round(room.center().y() - side / 2), side, side),
            is_checked=line.is_ticked,
        )
        count = number(line.count)
        font = tabular(style.font("small"))
        used = paint_text(painter, room, count, font, inks.text2, align=RIGHT)
        words = room.adjusted(22, 0, -used - 8, 0)
        if line.shape:
            paint_shape(painter, QPointF(words.x(), round(words.center().y() - 6)), line.shape, 12)
            words = words.adjusted(18, 0, 0, 0)
        paint_text(painter, words, line.words, style.font("body"), inks.text)
