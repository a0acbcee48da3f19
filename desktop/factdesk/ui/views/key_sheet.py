"""The key sheet: every deed that has a key, set in columns; type to find one by its words or by pressing its key."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from factdesk.ui.actionset import ActionSet
from factdesk.ui.commands import commands_now
from factdesk.ui.itemmodels.commands import Command, CommandGrid, matching
from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption, Index
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import IconButton
from factdesk.ui.widgets.fields import SearchField
from factdesk.ui.widgets.labels import LinkLabel, label, rule, surface
from factdesk.ui.widgets.overlay import Overlay
from factdesk.ui.widgets.overlay_foot import OverlayFoot
from factdesk.ui.widgets.painting import key_cap_width, paint_key_cap, paint_tag, paint_text
from factdesk.ui.widgets.rows import RowDelegate, RowInks, view_defaults
from factdesk.words import _

WIDTH, COLUMNS, ROW = 1280, 4, 25
NARROW = 1150
OWN = "help.keys"
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_Move = QAbstractItemView.CursorAction
_MOVES = {
    Qt.Key.Key_Up: _Move.MoveUp,
    Qt.Key.Key_Down: _Move.MoveDown,
    Qt.Key.Key_PageUp: _Move.MoveHome,
    Qt.Key.Key_PageDown: _Move.MoveEnd,
}


@dataclass(frozen=True, slots=True)
class KeyCaption(Caption):
    """The caption of a menu; `is_here` when its keys are heard where the focus was."""

    is_here: bool = False


class KeySheet(Overlay):
    """Filled from the actions themselves each time it is opened; Enter runs the deed that is chosen."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent, width=WIDTH)
        self.setObjectName("key-sheet")
        self._parent = parent
        self._actions = actions
        self._commands: list[Command] = []
        self.line = _KeyField(actions)
        self.view = _Grid()
        self.model = CommandGrid(COLUMNS, self)
        self._nothing = label("", "text2")
        self._arrange()
        self.line.textChanged.connect(self._show)
        self.line.moved.connect(self.view.move_by)
        self.line.entered.connect(lambda: self._run(self.view.currentIndex()))
        self.view.wanted.connect(self._run)

    def open(self) -> None:
        """Show the keys as they are now."""
        self._commands = [one for one in commands_now(self._actions) if one.key and one.id != OWN]
        wide = COLUMNS if self._parent.width() >= NARROW else COLUMNS - 1
        if self.model.columnCount() != wide:
            self.model = CommandGrid(wide, self)
            self.view.setModel(self.model)
        self.line.clear()
        self._show("")
        super().open()

    def first_field(self) -> QWidget:
        """Give the field."""
        return self.line

    def _arrange(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(_KeyDelegate(self.view))
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 12)
        head.setSpacing(12)
        head.addWidget(label(_("Keys"), "title"))
        head.addWidget(self._nothing)
        head.addStretch(1)
        self.line.setFixedWidth(theme().px(280))
        head.addWidget(self.line)
        close = IconButton("x", _("Close"), key="Esc")
        close.clicked.connect(self.close_overlay)
        head.addWidget(close)
        foot = OverlayFoot()
        foot.add_keys(("Esc",), _("close"))
        foot.add_keys(("Enter",), _("run the command found"))
        foot.row.addStretch(1)
        foot.row.addWidget(label(_("Single letters work when no field is focused"), "small"))
        foot.row.addSpacing(10)
        change = LinkLabel(_("Change keys…"), "small")
        change.setToolTip(_("Give a command another key"))
        change.clicked.connect(self._on_change)
        foot.row.addWidget(change)
        box = QVBoxLayout(self.body)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(rule())
        box.addWidget(self.view)
        box.addWidget(foot)

    def _show(self, typed: str) -> None:
        found = matching(self._commands, typed)
        best = found[0] if typed.strip() and found else None
        order = {command.id: place for place, command in enumerate(self._commands)}
        listed = sorted(found, key=lambda command: order[command.id])
        groups = [(name, list(members)) for name, members in groupby(listed, key=lambda command: command.group)]
        self.model.set_groups(
            [(KeyCaption(name, is_here=any(one.is_here for one in members)), members) for name, members in groups]
        )
        words = _("Nothing has this key or name.") if not found else ""
        self._nothing.setText(words)
        self._fit_rows()
        self.view.choose(self.model.index_of(best) if best else self.model.first())

    def _fit_rows(self) -> None:
        """Keep the height of the whole sheet while it is narrowed, so that nothing jumps."""
        if not self.line.text():
            rows = self.model.rowCount() * theme().px(ROW) + theme().px(24)
            self.view.setFixedHeight(max(theme().px(160), min(rows, self._parent.height() - theme().px(130))))
            self.fit()

    def _run(self, index: QModelIndex) -> None:
        command = self.model.command_at(index)
        if command is None or not command.is_enabled:
            return
        self.close_overlay()
        self._actions[command.id].trigger()

    def _on_change(self) -> None:
        self.close_overlay()
        self._actions["app.settings"].trigger()


class _KeyField(SearchField):
    """A field in which a shortcut is looked for instead of done."""

    moved = Signal(object)
    entered = Signal()

    def __init__(self, actions: ActionSet) -> None:
        super().__init__(_("Find a key or a command"))
        self.setObjectName("key-sheet-line")
        self._actions = actions

    def event(self, event: QEvent) -> bool:
        """Keep a shortcut from being done while it is asked about."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._known(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look for a pressed shortcut; move in the sheet; choose."""
        key = Qt.Key(event.key())
        shortcut = self._known(event)
        if shortcut:
            self.setText(shortcut)
        elif key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _known(self, event: QKeyEvent) -> str:
        """Give the shortcut that is pressed when it is one of an action and not a letter to be typed."""
        pressed = QKeySequence(event.keyCombination())
        is_typed = event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDS
        if is_typed:
            return ""
        for command in commands_now(self._actions):
            if command.key and self._actions[command.id].shortcut() == pressed:
                return command.key
        return ""


class _Grid(QTableView):
    """The columns. `wanted(index)` on a click and on Enter."""

    wanted = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("key-sheet-grid")
        self.setAccessibleName(_("Keys"))
        view_defaults(self, keeps_selection=True)
        surface(self, "raised")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(theme().px(ROW))

    def move_by(self, move: QAbstractItemView.CursorAction) -> None:
        """Choose the next deed that way."""
        self.choose(self.moveCursor(move, Qt.KeyboardModifier.NoModifier))

    def choose(self, index: QModelIndex) -> None:
        """Make a deed the current one."""
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, and lines between the columns."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for column in range(1, self.model().columnCount()):
            painter.fillRect(self.columnViewportPosition(column), 0, 1, self.height(), theme().colour("line"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Want the current deed on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Want what is clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.wanted.emit(index)


class _KeyDelegate(RowDelegate):
    """Words at the left, the key at the right."""

    has_rule = False
    has_bar = False
    ground = "raised"

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        line, style = index.data(ROW_ROLE), theme()
        rect = QRectF(option.rect)
        if isinstance(line, Command):
            super().paint(painter, option, index)
        elif isinstance(line, KeyCaption):
            room = rect.adjusted(24, 6, -24, 0)
            used = paint_text(painter, room, line.text, style.font("caption"), style.colour("text3"))
            if line.is_here:
                at = QPointF(room.x() + used + 8, round(room.center().y() - style.height("tag") / 2))
                paint_tag(painter, at, _("here"), "accent_tint", "accent")

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one deed."""
        del option
        line, style = index.data(ROW_ROLE), theme()
        room = rect.adjusted(11, 0, -10, 0)
        width = key_cap_width(line.key)
        paint_key_cap(painter, QPointF(room.right() - width, round(room.center().y() - style.px(9))), line.key)
        ink = inks.text if line.is_enabled else inks.text3
        paint_text(painter, room.adjusted(0, 0, -width - 8, 0), line.text, style.font("body"), ink)
