"""The years of what was found as small bars; a year, or a run of them, narrows the search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from factdesk.ui.fonts import tabular
from factdesk.ui.formats import number
from factdesk.ui.theme import theme
from factdesk.ui.widgets.focus import keyboard_focus, note_focus, paint_ring
from factdesk.ui.widgets.painting import LEFT, RIGHT, paint_text
from factdesk.words import _, ngettext

BARS_MOST = 24
_SIDE = 16


class YearBars(QWidget):
    """`chosen(list of years)`. Click a bar, drag over several; arrows move, Shift takes more, Space or Enter chooses,
    Delete lets all years in again."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[int, int] = {}
        self._chosen: frozenset[int] = frozenset()
        self._at = 0
        self._from: int | None = None
        self.setObjectName("search-years")
        self.setAccessibleName(_("Year of publication"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    @property
    def years(self) -> list[int]:
        """Give the years shown, without a gap, at most BARS_MOST of them."""
        if not self._counts:
            return []
        last = max(self._counts)
        return list(range(max(min(self._counts), last - BARS_MOST + 1), last + 1))

    def show_years(self, counts: Mapping[str, int], chosen: Iterable[str]) -> None:
        """Show how many hits each year has, and which years are chosen."""
        self._chosen = frozenset(int(year) for year in chosen)
        self._counts = {int(year): count for year, count in counts.items() if year.isdigit()}
        for year in self._chosen:
            self._counts.setdefault(year, 0)
        if self._at not in self.years:
            self._at = max(self.years, default=0)
        self.setVisible(len(self._counts) > 1 or bool(self._chosen))
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the height of caption, bars and the line of years."""
        style = theme()
        return QSize(120, style.px(20) + style.px(36) + style.px(20))

    def event(self, event: QEvent) -> bool:
        """Say the year and its count under the mouse."""
        if isinstance(event, QHelpEvent):
            year = self._year_at(event.pos().x())
            if year is not None:
                QToolTip.showText(event.globalPos(), self._words_of(year), self)
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin with the year under the mouse."""
        super().mousePressEvent(event)
        self._from = self._year_at(event.position().x())
        if self._from is not None:
            self._at = self._from
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take more years in."""
        year = self._year_at(event.position().x())
        if self._from is not None and year is not None:
            self._at = year
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was gone over; the one chosen year is let go."""
        super().mouseReleaseEvent(event)
        if self._from is not None:
            self._choose(self._gone_over())
            self._from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the years, take them, let them go."""
        key, is_wide = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.years:
            if is_wide and self._from is None:
                self._from = self._at
            elif not is_wide:
                self._from = None
            step = -1 if key == Qt.Key.Key_Left else 1
            self._at = min(max(self._at + step, self.years[0]), self.years[-1])
            self._describe()
            self.update()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._gone_over())
            self._from = None
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._chosen:
            self.chosen.emit([])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a ring is due."""
        super().focusInEvent(event)
        note_focus(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw caption, bars, the first and the last year."""
        del event
        years = self.years
        if not years:
            return
        style, painter = theme(), QPainter(self)
        caption = QRectF(_SIDE, 0, self.width() - 2 * _SIDE, style.px(18))
        paint_text(painter, caption, _("Year"), style.font("caption"), style.colour("text3"))
        marked = self._gone_over() if self._from is not None else set()
        for year in years:
            bar = self._bar(year)
            is_in = year in marked or (not marked and (not self._chosen or year in self._chosen))
            painter.fillRect(bar, style.colour("accent" if is_in else "pressed"))
            if keyboard_focus(self) and year == self._at:
                ring = QRectF(bar.x() - 3, style.px(18), bar.width() + 6, style.px(40))
                paint_ring(painter, ring, 3)
        right = self._bar(years[-1]).right()
        foot = QRectF(_SIDE, self.height() - style.px(18), max(right - _SIDE, 72.0), style.px(16))
        font = tabular(style.font("small"))
        paint_text(painter, foot, str(years[0]), font, style.colour("text2"), align=LEFT)
        if len(years) > 1:
            paint_text(painter, foot, str(years[-1]), font, style.colour("text2"), align=RIGHT)

    def _bar(self, year: int) -> QRectF:
        style, years = theme(), self.years
        step = (self.width() - 2 * _SIDE) / max(len(years), 6)
        most = max(self._counts.values(), default=1) or 1
        count = self._counts.get(year, 0)
        high = max(2.0, style.px(32) * count / most) if count else 1.0
        bottom = style.px(20) + style.px(34)
        return QRectF(_SIDE + step * years.index(year), bottom - high, max(2.0, min(step - 2, style.px(28))), high)

    def _year_at(self, x: float) -> int | None:
        years = self.years
        if not years:
            return None
        step = (self.width() - 2 * _SIDE) / max(len(years), 6)
        place = int((x - _SIDE) // step)
        return years[place] if 0 <= place < len(years) else None

    def _gone_over(self) -> set[int]:
        start = self._at if self._from is None else self._from
        return set(range(min(start, self._at), max(start, self._at) + 1))

    def _choose(self, years: set[int]) -> None:
        if len(years) == 1 and years <= self._chosen:
            years = set(self._chosen - years)
        self.chosen.emit([str(year) for year in sorted(years)])

    def _words_of(self, year: int) -> str:
        count = self._counts.get(year, 0)
        words = ngettext("{year}: {count} result", "{year}: {count} results", count)
        return words.format(year=year, count=number(count))

    def _describe(self) -> None:
        if self._counts:
            self.setAccessibleDescription(self._words_of(self._at))
