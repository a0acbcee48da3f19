"""The list at the left of a dialog of several pages: an icon and a name each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from PySide6.QtCore import QModelIndex, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from factdesk.ui import icons
from factdesk.ui.itemmodels.rows import ROW_ROLE, Index, RowListModel
from factdesk.ui.theme import theme
from factdesk.ui.widgets.labels import surface
from factdesk.ui.widgets.painting import RIGHT, paint_text
from factdesk.ui.widgets.rows import RowDelegate, RowInks
from factdesk.ui.widgets.step_list import StepList


@dataclass(frozen=True, slots=True)
class PageLine:
    """One page: a name for the program, words, an icon, and a note at the right such as a count of hits."""

    name: str
    text: str
    icon: str = ""
    note: str = ""


class PageList(StepList):
    """`page_chosen(name)` by click, Enter or arrows."""

    page_chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, keeps_selection=True, parent=parent)
        self.lines: RowListModel[PageLine] = RowListModel(_words, _number, self)
        self.setModel(self.lines)
        self.setItemDelegate(_PageDelegate(self))
        surface(self, "chrome")
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_pages(self, pages: Sequence[PageLine]) -> None:
        """List these pages."""
        self.lines.set_rows(pages)

    def show_page(self, name: str) -> None:
        """Make a page the current one."""
        self.choose(self.lines.index_of(crc32(name.encode())))

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self.lines.row_at(index)
        if line is not None:
            self.page_chosen.emit(line.name)


def _words(line: PageLine) -> str:
    return f"{line.text}, {line.note}" if line.note else line.text


def _number(line: PageLine) -> int:
    return crc32(line.name.encode())


class _PageDelegate(RowDelegate):
    """A rounded row of 29 pixels."""

    has_rule = False
    has_bar = False
    is_rounded = True
    ground = "chrome"

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give 29 pixels, or what a larger font asks for."""
        del option, index
        return theme().px(29)

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one page."""
        del option
        line, style = index.data(ROW_ROLE), theme()
        room = rect.adjusted(4, 0, -2, 0)
        if line.icon:
            ink = "accent" if inks.is_selected else "text3"
            icons.paint(painter, QRectF(room.x(), round(room.center().y() - 8), 16, 16), line.icon, ink)
            room.setLeft(room.x() + 24)
        used = paint_text(painter, room, line.note, style.font("small"), inks.text3, align=RIGHT)
        font = style.font("body_strong" if inks.is_selected else "body")
        paint_text(painter, room.adjusted(0, 0, -used - 6, 0), line.text, font, inks.text)
