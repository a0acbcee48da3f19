"""A list as high as its rows, for a pane that scrolls as a whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyleOptionViewItem

from factdesk.ui.widgets.rows import view_defaults


class FittedList(QListView):
    """Del in it means a row, not what the window's action of that key means: `delete_wanted`."""

    delete_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        view_defaults(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent, /) -> bool:
        """Keep Del from the actions of the window."""
        is_delete = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
        if is_delete and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Del."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
            return
        super().keyPressEvent(event)

    def refit(self) -> None:
        """Take the height of the rows at the present width."""
        self.scheduleDelayedItemsLayout()
        model = self.model()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect.setWidth(self.viewport().width())
        delegate = self.itemDelegate()
        total = sum(delegate.sizeHint(option, model.index(at, 0)).height() for at in range(model.rowCount()))
        self.setFixedHeight(max(1, total))

    def sizeHint(self) -> QSize:
        """Give the height of the rows."""
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refit()
