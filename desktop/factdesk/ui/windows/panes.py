"""The three panes of the desk: widths by the window's size, kept as they were dragged; no room makes a drawer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from factdesk.ui.preferences import Preferences
from factdesk.ui.widgets.overlay import Drawer

READER_LEAST = 480
LEFT_LEAST = 220
INSPECTOR_LEAST = 340
NAVIGATION_HEIGHT = 328
"""Whole rows of the navigator, so that none is cut in half."""
_SAVED_AFTER_MS = 400
# From a window width on: left pane and inspector, navigator and list side by side (LOOK, section 4).
_BANDS = (("wide", 1680, (544, 440), True), ("usual", 1400, (284, 380), False), ("narrow", 0, (264, 340), False))


class DeskPanes(QWidget):
    """Navigator and list, reader, inspector. `inspector_docked(bool)` when the inspector goes to or leaves its place.

    Where the reader would be narrower than 480 pixels, the inspector becomes a drawer over the right edge.
    """

    inspector_docked = Signal(bool)
    drawer_closed = Signal()

    def __init__(
        self,
        *,
        navigation: QWidget,
        articles: QWidget,
        reader: QWidget,
        right: QWidget,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._right = right
        self._band = ""
        self.is_docked = True
        self.left = QSplitter(Qt.Orientation.Vertical)
        self.columns = _Columns()
        self._drawer = Drawer(self, width=INSPECTOR_LEAST + 40)
        self._drawer_box = QVBoxLayout(self._drawer)
        self._drawer_box.setContentsMargins(1, 0, 0, 0)
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(_SAVED_AFTER_MS)
        self._save.timeout.connect(self._keep)
        self._arrange(navigation, articles, reader)
        self.columns.resized.connect(lambda _width: self._fit(self.width()))
        for splitter in (self.left, self.columns):
            splitter.splitterMoved.connect(self._save.start)
        self._drawer.closed.connect(self.drawer_closed)

    def show_left(self, is_shown: bool) -> None:
        """Show or hide navigator and list."""
        self.left.setVisible(is_shown)
        self._fit(self.width())

    def show_inspector(self, is_shown: bool) -> None:
        """Show or hide the inspector, in its place or as a drawer."""
        if self.is_docked:
            self._right.setVisible(is_shown)
        elif is_shown:
            self._drawer.open()
        else:
            self._drawer.close_drawer()

    def minimumSizeHint(self) -> QSize:
        """Give the least size: the inspector needs none, since it can become a drawer."""
        left = LEFT_LEAST + 1 if not self.left.isHidden() else 0
        return QSize(left + READER_LEAST, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the inspector has room."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep widths that were dragged just now."""
        super().hideEvent(event)
        if self._save.isActive():
            self._keep()

    def _arrange(self, navigation: QWidget, articles: QWidget, reader: QWidget) -> None:
        self.left.addWidget(navigation)
        self.left.addWidget(articles)
        self.left.setMinimumWidth(LEFT_LEAST)
        reader.setMinimumWidth(READER_LEAST)
        self._right.setMinimumWidth(INSPECTOR_LEAST)
        for at, pane in enumerate((self.left, reader, self._right)):
            self.columns.addWidget(pane)
            self.columns.setStretchFactor(at, 1 if pane is reader else 0)
        for splitter in (self.left, self.columns):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        box.addWidget(self.columns)

    def _fit(self, width: int) -> None:
        name, _least, widths, is_wide = next(band for band in _BANDS if width >= band[1])
        needed = READER_LEAST + INSPECTOR_LEAST + 2 + (LEFT_LEAST if not self.left.isHidden() else 0)
        if (width >= needed) != self.is_docked:
            self._dock(not self.is_docked)
        if name == self._band:
            return
        self._band = name
        self.left.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)
        left, right = self._kept("columns") or widths
        self.columns.setSizes([left, max(READER_LEAST, width - left - right - 2), right])
        height = max(self.height(), 600)
        first, second = self._kept("left") or ((224, 320) if is_wide else (NAVIGATION_HEIGHT, 0))
        self.left.setSizes([first, second if is_wide else max(120, height - first)])

    def _dock(self, is_docked: bool) -> None:
        """Put the inspector in its place, or into the drawer."""
        self.is_docked = is_docked
        if is_docked:
            self._drawer.close_drawer()
            self._drawer_box.removeWidget(self._right)
            self.columns.insertWidget(2, self._right)
            self._right.show()
            self._band = ""
        else:
            self._drawer_box.addWidget(self._right)
            self._right.show()
        self.inspector_docked.emit(is_docked)

    def _kept(self, name: str) -> tuple[int, int] | None:
        parts = self._preferences.settings.splitters.get(f"desk.{name}.{self._band}", "").split(",")
        if len(parts) == 2 and all(part.isdecimal() for part in parts):
            return int(parts[0]), int(parts[1])
        return None

    def _keep(self) -> None:
        """Remember the widths of this band of window widths; they are put back at the next start."""
        self._save.stop()
        columns, left = self.columns.sizes(), self.left.sizes()
        kept = dict(self._preferences.settings.splitters)
        if len(columns) == 3 and columns[0] and columns[2]:
            kept[f"desk.columns.{self._band}"] = f"{columns[0]},{columns[2]}"
        if all(left):
            kept[f"desk.left.{self._band}"] = f"{left[0]},{left[1]}"
        self._preferences.change(splitters=kept)


class _Columns(QSplitter):
    """Says its width once it has it: sizes set before that are changed again by Qt."""

    resized = Signal(int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the new width."""
        super().resizeEvent(event)
        self.resized.emit(event.size().width())
