"""A list whose arrow keys pass by lines that cannot be chosen, such as the captions of groups."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from factdesk.ui.widgets.focus import note_focus
from factdesk.ui.widgets.rows import view_defaults

_Move = QAbstractItemView.CursorAction
_BACKWARDS = frozenset({_Move.MoveUp, _Move.MoveLeft, _Move.MovePrevious, _Move.MovePageUp, _Move.MoveHome})


class StepList(QListView):
    """`wanted(index)` on a click, on Enter and, where rows are ticked, on Space. `step` walks from outside, for a
    field that keeps the focus; `clicked_beside(index)` is a click on a line that cannot be chosen."""

    wanted = Signal(QModelIndex)
    clicked_beside = Signal(QModelIndex)

    def __init__(self, name: str, *, keeps_selection: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.takes_space = False
        view_defaults(self, keeps_selection=keeps_selection)

    def step(self, by: int) -> None:
        """Choose the row that many steps further; the ends hold."""
        move = _Move.MoveUp if by < 0 else _Move.MoveDown
        for _time in range(abs(by)):
            self.choose(self.moveCursor(move, Qt.KeyboardModifier.NoModifier))

    def step_page(self, by: int) -> None:
        """Choose the row one page further or back."""
        self.choose(self.moveCursor(_Move.MovePageUp if by < 0 else _Move.MovePageDown, Qt.KeyboardModifier.NoModifier))

    def choose(self, index: QModelIndex) -> None:
        """Make a row the current one; the caption over it comes into sight with it."""
        if not index.isValid():
            return
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        above = index.siblingAtColumn(0).sibling(index.row() - 1, 0)
        if above.isValid() and not _may_be_chosen(above):
            self.scrollTo(above)
        self.scrollTo(index)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go on over lines that cannot be chosen; stay where there is none beyond."""
        found = super().moveCursor(action, modifiers)
        step = -1 if action in _BACKWARDS else 1
        if action == _Move.MoveHome:
            step = 1
        elif action == _Move.MoveEnd:
            step = -1
        while found.isValid() and not _may_be_chosen(found):
            found = found.sibling(found.row() + step, 0)
        return found if found.isValid() else self.currentIndex()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row as soon as the keyboard comes."""
        super().focusInEvent(event)
        note_focus(self, event)
        if not _may_be_chosen(self.currentIndex()) and self.model() is not None:
            self.choose(self.moveCursor(_Move.MoveHome, Qt.KeyboardModifier.NoModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Want the current row on Enter, and on Space where rows are ticked."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if is_enter or (self.takes_space and event.key() == Qt.Key.Key_Space):
            if _may_be_chosen(self.currentIndex()):
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
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        (self.wanted if _may_be_chosen(index) else self.clicked_beside).emit(index)


def _may_be_chosen(index: QModelIndex) -> bool:
    return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)
