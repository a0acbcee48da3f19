"""The page Keys: every action with its shortcut, changed by pressing keys; a key that is taken is said, not stolen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from factdesk.ui.actions import ACTIONS, BY_ID, Action, Scope
from factdesk.ui.actionset import ActionSet
from factdesk.ui.commands import commands_now
from factdesk.ui.itemmodels.commands import Command, command_words, grouped, matching
from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption, Index, RowListModel
from factdesk.ui.preferences import Preferences
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.fields import SearchField
from factdesk.ui.widgets.labels import label, rule, surface
from factdesk.ui.widgets.notices import Banner
from factdesk.ui.widgets.painting import RIGHT, key_cap_width, paint_key_cap, paint_text
from factdesk.ui.widgets.rows import RowDelegate, RowInks
from factdesk.ui.widgets.step_list import StepList
from factdesk.words import _

_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})


@dataclass(frozen=True, slots=True)
class Wish:
    """A key asked for, and the action that has it already."""

    action_id: str
    key: str
    taken_by: str


def key_of(action_id: str, keys: Mapping[str, str]) -> str:
    """Give the shortcut in force of an action, in Qt's portable writing."""
    return keys.get(action_id, BY_ID[action_id].shortcut)


def conflict(action_id: str, key: str, keys: Mapping[str, str]) -> str:
    """Give the action that would fight over a key: one that is heard at the same place; "" when there is none."""
    wanted, own = QKeySequence(key), BY_ID[action_id].scope
    rivals = [row.id for row in ACTIONS if row.id != action_id and _meet(own, row)] if key else []
    return next((one for one in rivals if QKeySequence(key_of(one, keys)) == wanted), "")


def with_key(action_id: str, key: str, keys: Mapping[str, str]) -> dict[str, str]:
    """Give the user's own shortcuts with one more; one that is the usual again is left out."""
    changed = {one: own for one, own in keys.items() if one != action_id and one in BY_ID}
    if QKeySequence(key) != QKeySequence(BY_ID[action_id].shortcut):
        changed[action_id] = key
    return changed


class KeysPage(QWidget):
    """Enter or a double click on a line waits for its new key."""

    def __init__(self, preferences: Preferences, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._actions = actions
        self._wish: Wish | None = None
        self.setObjectName("settings-keys")
        self.field = SearchField(_("Find a command or a key"))
        self.view = KeyList()
        self.notice = Banner(kind="warn")
        self.reset = Button(_("Reset"), small=True, tooltip=_("Give the chosen command its usual key"))
        self.reset_all = Button(_("Reset all"), small=True, tooltip=_("Give every command its usual key"))
        self._arrange()
        self._connect()
        self._show()

    def ask(self, action_id: str, key: str) -> None:
        """Give an action a key, unless another action is heard by it: then say so and offer to take it over."""
        keys = self._preferences.settings.keys
        taken_by = conflict(action_id, key, keys)
        self._wish = Wish(action_id, key, taken_by) if taken_by else None
        if taken_by:
            words = _("{key} is the key of “{command}”.").format(key=_native(key), command=self._name(taken_by))
            self.notice.set(words, _("Use it for “{command}”").format(command=self._name(action_id)))
            return
        self.notice.set("")
        self._preferences.change(keys=with_key(action_id, key, keys))

    def _arrange(self) -> None:
        surface(self, "raised")
        self.view.setObjectName("settings-key-list")
        self.field.setFixedWidth(theme().px(240))
        head = QHBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(_("Keys"), "page_title"))
        words.addWidget(label(_("Enter or a double click, then press the new key."), "text2"))
        head.addLayout(words, 1)
        for widget in (self.field, self.reset, self.reset_all):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(rule())
        box.addWidget(self.notice)
        box.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.field.settled.connect(lambda _words: self._show())
        self.view.pressed_key.connect(self.ask)
        self.view.selectionModel().currentChanged.connect(lambda _now, _before: self._renew_reset())
        self.notice.acted.connect(self._on_taken_over)
        self.reset.clicked.connect(self._on_reset)
        self.reset_all.clicked.connect(lambda: self._preferences.change(keys={}))
        self._preferences.changed.connect(lambda _settings: self._show())

    def _show(self) -> None:
        keys = self._preferences.settings.keys
        commands = [self._as_set(command, keys) for command in commands_now(self._actions)]
        self.view.lines.set_rows(grouped(matching(commands, self.field.text())))
        if not self.view.lines.row_at(self.view.currentIndex()):
            self.view.choose(self.view.lines.first())
        self.reset_all.setEnabled(bool(keys))
        self._renew_reset()

    @staticmethod
    def _as_set(command: Command, keys: Mapping[str, str]) -> Command:
        """Give the command as the settings have it: its key, and whether that is the user's own."""
        row = BY_ID[command.id]
        usual = _native(row.shortcut) or _("none")
        note = _("usually {key}").format(key=usual) if command.id in keys else ""
        return replace(command, text=row.words, key=_native(key_of(command.id, keys)), note=note, marks=())

    def _renew_reset(self) -> None:
        command = self.view.lines.row_at(self.view.currentIndex())
        self.reset.setEnabled(command is not None and command.id in self._preferences.settings.keys)

    def _on_reset(self) -> None:
        command = self.view.lines.row_at(self.view.currentIndex())
        if command is not None:
            self.ask(command.id, BY_ID[command.id].shortcut)

    def _on_taken_over(self) -> None:
        wish, self._wish = self._wish, None
        self.notice.set("")
        if wish is not None:
            keys = with_key(wish.taken_by, "", self._preferences.settings.keys)
            self._preferences.change(keys=with_key(wish.action_id, wish.key, keys))

    def _name(self, action_id: str) -> str:
        return BY_ID[action_id].words.rstrip("…")


class KeyList(StepList):
    """`pressed_key(action id, key)`; an empty key takes the shortcut away. `waiting` is the action whose key is due."""

    pressed_key = Signal(str, str)
    waiting = ""

    def __init__(self) -> None:
        super().__init__(_("Keys"), keeps_selection=True)
        self.lines: RowListModel[Command] = RowListModel(command_words, lambda command: command.number, self)
        self.setModel(self.lines)
        surface(self, "raised")
        self.setItemDelegate(_KeyDelegate(self))
        self.doubleClicked.connect(self.wait)

    def wait(self, index: QModelIndex) -> None:
        """Wait for the new key of a line; Esc leaves it, Backspace takes its key away."""
        command = self.lines.row_at(index)
        self.waiting = command.id if command else ""
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Take every key while one is waited for, Tab and shortcuts too."""
        if self.waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to wait on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wait(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Wait no longer."""
        super().focusOutEvent(event)
        self.waiting = ""
        self.viewport().update()

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return
        action_id, self.waiting = self.waiting, ""
        self.viewport().update()
        is_bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key == Qt.Key.Key_Escape and is_bare:
            return
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and is_bare:
            self.pressed_key.emit(action_id, "")
            return
        self.pressed_key.emit(action_id, _portable(event))


def _portable(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _meet(scope: Scope, row: Action) -> bool:
    """Whether a key of this scope and the row's would be heard at one place."""
    return Scope.GLOBAL in (scope, row.scope) or scope is row.scope


class _KeyDelegate(RowDelegate):
    """The command, a note, its key; "Press a key" while one is waited for."""

    ground = "raised"

    def __init__(self, view: KeyList) -> None:
        super().__init__(view)
        self._view = view

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give 32 for a command, 30 for a caption."""
        del option
        return theme().px(30) if isinstance(index.data(ROW_ROLE), Caption) else theme().height("table_row")

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one line."""
        del option
        line, style = index.data(ROW_ROLE), theme()
        room = rect.adjusted(11, 0, -10, 0)
        if isinstance(line, Caption):
            paint_text(painter, room.adjusted(0, 8, 0, 0), line.text, style.font("caption"), inks.text3)
            return
        paint_text(painter, room.adjusted(0, 0, -240, 0), line.text, style.font("body"), inks.text)
        if line.id == self._view.waiting:
            words = _("Press a key · Esc leaves it · Backspace takes it away")
            paint_text(painter, room, words, style.font("body_medium"), inks.accent, align=RIGHT)
            return
        width = key_cap_width(line.key) if line.key else 0.0
        if line.key:
            paint_key_cap(painter, QPointF(room.right() - width, round(room.center().y() - style.px(9))), line.key)
        note = room.adjusted(0, 0, -width - 10, 0)
        paint_text(painter, note, line.note, style.font("small"), inks.text3, align=RIGHT)
