"""The command palette: every deed that can be done now, found by a few letters, run by Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from factdesk.ui.actionset import ActionSet
from factdesk.ui.commands import commands_now
from factdesk.ui.itemmodels.commands import Command, command_words, grouped, matching
from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption, Index, RowListModel
from factdesk.ui.theme import theme
from factdesk.ui.widgets.chips import KeyCap
from factdesk.ui.widgets.icon_label import IconLabel
from factdesk.ui.widgets.labels import label, rule, surface
from factdesk.ui.widgets.overlay import Overlay
from factdesk.ui.widgets.painting import key_cap_width, paint_key_cap, paint_shape, paint_text, text_width
from factdesk.ui.widgets.rows import RowDelegate, RowInks
from factdesk.ui.widgets.step_line import StepLine
from factdesk.ui.widgets.step_list import StepList
from factdesk.words import _

WIDTH, TOP, LIST_HEIGHT = 640, 120, 408
NOTE_LEAST = 60
OWN = "help.palette"


class CommandPalette(Overlay):
    """Filled from the actions themselves each time it is opened; what is disabled is left out."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent, width=WIDTH, top=TOP)
        self.setObjectName("palette")
        self._actions = actions
        self._commands: list[Command] = []
        self.line = StepLine(_("Type a command"))
        self.line.setObjectName("palette-line")
        self.model: RowListModel[Command] = RowListModel(command_words, lambda command: command.number, self)
        self.view = StepList(_("Commands"), keeps_selection=True)
        self._nothing = label("", "text2")
        self._arrange()
        self.line.textChanged.connect(self._show)
        self.line.stepped.connect(lambda step, is_page: (self.view.step_page if is_page else self.view.step)(step))
        self.line.entered.connect(lambda _stays: self._run(self.view.currentIndex()))
        self.view.wanted.connect(self._run)

    def open(self) -> None:
        """Show what can be done now."""
        self._commands = [one for one in commands_now(self._actions) if one.is_enabled and one.id != OWN]
        self.line.clear()
        self._show("")
        super().open()

    def first_field(self) -> QWidget:
        """Give the line."""
        return self.line

    def _arrange(self) -> None:
        self.view.setObjectName("palette-list")
        surface(self.view, "raised")
        self.view.setModel(self.model)
        self.view.setItemDelegate(_CommandDelegate(self.view))
        self.view.setFixedHeight(theme().px(LIST_HEIGHT))
        self._nothing.setContentsMargins(16, 14, 16, 14)
        self._nothing.hide()
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel("chevron-right", ink="text2"))
        row.addWidget(self.line, 1)
        shortcut = self._actions[OWN].shortcut().toString()
        if shortcut:
            row.addWidget(KeyCap(shortcut))
        box = QVBoxLayout(self.body)
        box.setContentsMargins(1, 1, 1, 7)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(rule())
        box.addWidget(self._nothing)
        box.addWidget(self.view)

    def _show(self, typed: str) -> None:
        found = matching(self._commands, typed)
        self.model.set_rows(grouped(found))
        self._nothing.setText(_("No command is called “{words}”.").format(words=typed.strip()[:40]))
        self._nothing.setVisible(not found)
        self.view.setVisible(bool(found))
        self._fit_list()
        first = self.model.first()
        if first.isValid():
            self.view.choose(first)

    def _fit_list(self) -> None:
        """Be as high as the commands, up to the most; the rest scrolls."""
        rows = sum(self.view.sizeHintForRow(at) for at in range(self.model.rowCount()))
        self.view.setFixedHeight(min(rows, theme().px(LIST_HEIGHT)))
        self.fit()

    def _run(self, index: QModelIndex) -> None:
        """Close first: the focus goes back to where the deed is meant."""
        command = self.model.row_at(index)
        if command is None:
            return
        self.close_overlay()
        self._actions[command.id].trigger()


class _CommandDelegate(RowDelegate):
    """Icon, words with the letters that fit, a note, the key."""

    has_rule = False
    ground = "raised"

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give 34 for a command, 28 for a caption."""
        del option
        is_caption = isinstance(index.data(ROW_ROLE), Caption)
        return theme().px(28) if is_caption else theme().height("palette_row")

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one line."""
        del option
        line, style = index.data(ROW_ROLE), theme()
        if isinstance(line, Caption):
            paint_text(painter, rect.adjusted(0, 8, 0, 0), line.text, style.font("caption"), inks.text3)
            return
        if line.icon:
            at = QPointF(rect.x(), round(rect.center().y() - 8))
            paint_shape(painter, at, line.icon, 16, "accent" if inks.is_selected else "text3")
        right = 0.0
        if line.key:
            width = key_cap_width(line.key)
            paint_key_cap(painter, QPointF(rect.right() - width, round(rect.center().y() - style.px(9))), line.key)
            right = width + 12
        room = rect.adjusted(26, 0, -right, 0)
        used = _paint_marked(painter, room, line, inks)
        note = room.adjusted(used + 12, 0, 0, 0)
        if note.width() > NOTE_LEAST:
            paint_text(painter, note, line.note, style.font("small"), inks.text3)


def _paint_marked(painter: QPainter, rect: QRectF, line: Command, inks: RowInks) -> float:
    """Draw the words, the letters that fit in the accent and in 600; give the width they took."""
    style = theme()
    plain, strong = style.font("body"), style.font("body_strong")
    x, marks = rect.x(), frozenset(line.marks)
    at = 0
    while at < len(line.text):
        is_mark = at in marks
        end = at + 1
        while end < len(line.text) and (end in marks) == is_mark:
            end += 1
        piece, font = line.text[at:end], strong if is_mark else plain
        spot = QRectF(x, rect.y(), max(0.0, rect.right() - x), rect.height())
        paint_text(painter, spot, piece, font, inks.accent if is_mark else inks.text)
        x += text_width(piece, font)
        at = end
    return x - rect.x()
