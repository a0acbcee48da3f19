"""A section that folds: a header with a count, a summary in one line while folded, and content that slides in."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from factdesk.ui.fonts import tabular
from factdesk.ui.theme import theme
from factdesk.ui.widgets.focus import keyboard_focus, note_focus, paint_ring
from factdesk.ui.widgets.labels import rule
from factdesk.ui.widgets.motion import animate
from factdesk.ui.widgets.painting import RIGHT, paint_shape, paint_text, text_width

_UNBOUND = 16777215


class FoldSection(QWidget):
    """A titled section of an inspector. `folded` says whether it is open now."""

    folded = Signal(bool)

    def __init__(self, title: str, *, is_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_open = is_open
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._header = _Header(title, is_open)
        self._header.clicked.connect(lambda: self.set_open(not self._is_open, told=True))
        self._actions = QHBoxLayout()
        self._actions.setContentsMargins(0, 0, 8, 0)
        self._actions.setSpacing(4)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self._header, 1)
        top.addLayout(self._actions)
        column.addLayout(top)
        self._frame = QWidget()
        self._inside = QVBoxLayout(self._frame)
        self._inside.setContentsMargins(16, 0, 16, 14)
        self._frame.setVisible(is_open)
        column.addWidget(self._frame)
        column.addWidget(rule())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self._is_open

    @property
    def header(self) -> QAbstractButton:
        """The header, which folds and unfolds."""
        return self._header

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._header.set_title(title)

    def set_count(self, count: int | None) -> None:
        """Show a count beside the title; None shows none."""
        self._header.set_count(count)

    def set_summary(self, text: str, shape: str = "", ink: str = "text2") -> None:
        """Say in one line what is inside, shown while folded."""
        self._header.set_summary(text, shape, ink)

    def set_content(self, widget: QWidget, *, margins: tuple[int, int, int, int] = (16, 0, 16, 14)) -> None:
        """Put the content in."""
        while self._inside.count():
            held = self._inside.takeAt(0)
            old = held.widget() if held is not None else None
            if old is not None and old is not widget:
                old.deleteLater()
        self._inside.setContentsMargins(*margins)
        self._inside.addWidget(widget)

    def add_action(self, button: QWidget) -> None:
        """Put a button at the right of the header."""
        self._actions.addWidget(button)

    def set_open(self, is_open: bool, animate_it: bool = True, *, told: bool = False) -> None:
        """Open or fold; `told` emits `folded` (done by itself when the user does it)."""
        if is_open == self._is_open:
            return
        self._is_open = is_open
        self._header.set_open(is_open)
        full = self._frame.sizeHint().height()
        self._frame.setVisible(True)
        ends = (0, full) if is_open else (full, 0)
        duration = theme().ms("pane") if animate_it and self.isVisible() else 0
        animate(self, duration, *ends, self._set_height, on_done=self._settle)
        if told:
            self.folded.emit(is_open)

    def _set_height(self, height: float) -> None:
        self._frame.setFixedHeight(round(height))

    def _settle(self) -> None:
        self._frame.setMinimumHeight(0)
        self._frame.setMaximumHeight(_UNBOUND)
        self._frame.setVisible(self._is_open)


class _Header(QAbstractButton):
    """The line that folds a section."""

    def __init__(self, title: str, is_open: bool) -> None:
        super().__init__()
        self._count = ""
        self._summary = ("", "", "text2")
        self._is_open = is_open
        self.setText(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.setText(title)
        self._describe()

    def set_count(self, count: int | None) -> None:
        """Show a count."""
        self._count = "" if count is None else str(count)
        self._describe()

    def set_summary(self, text: str, shape: str, ink: str) -> None:
        """Show a summary while folded."""
        self._summary = (text, shape, ink)
        self._describe()

    def set_open(self, is_open: bool) -> None:
        """Turn the arrow."""
        self._is_open = is_open
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(f"{self.text()} {self._count}".strip())
        self.setAccessibleDescription(self._summary[0])
        self.update()

    def sizeHint(self) -> QSize:
        """Give the height of a section header."""
        return QSize(160, theme().px(37))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a ring is due."""
        super().focusInEvent(event)
        note_focus(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold on Enter as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw arrow, title, count and summary."""
        del event
        style = theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(rect, style.colour("hover"))
        middle = round(rect.center().y() - 8)
        paint_shape(painter, QPointF(16, middle), "chevron-down" if self._is_open else "chevron-right", 16)
        strong = style.font("body_strong")
        x = 38.0
        x += paint_text(painter, rect.adjusted(x, 0, -8, 0), self.text(), strong, style.colour("text")) + 7
        if self._count:
            font = tabular(style.font("body"))
            x += paint_text(painter, rect.adjusted(x, 0, -8, 0), self._count, font, style.colour("text2")) + 7
        text, shape, ink = self._summary
        if text and not self._is_open:
            self._paint_summary(painter, rect.adjusted(x + 8, 0, -16, 0), text, shape, ink)
        if keyboard_focus(self):
            paint_ring(painter, rect.adjusted(2, 2, -2, -2), 4)

    def _paint_summary(self, painter: QPainter, rect: QRectF, text: str, shape: str, ink: str) -> None:
        style = theme()
        font = style.font("small")
        room = 18 if shape else 0
        width = min(rect.width() - room, text_width(text, font) + 1)
        if width < 20:
            return
        spot = QRectF(rect.right() - width, rect.y(), width, rect.height())
        paint_text(painter, spot, text, font, style.colour(ink), align=RIGHT)
        if shape:
            paint_shape(painter, QPointF(spot.x() - 18, round(rect.center().y() - 6)), shape, 12)
