"""One of a few: segments in a frame, chosen by mouse, arrows, Home and End."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from factdesk.ui.theme import theme
from factdesk.ui.widgets.focus import keyboard_focus, note_focus
from factdesk.ui.widgets.painting import LEFT, fill_box, paint_shape, text_width


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice."""

    key: str
    text: str
    icon: str = ""
    tooltip: str = ""


class SegmentedControl(QWidget):
    """Segments of which one at most is chosen. `chosen` comes by the user's hand only."""

    chosen = Signal(str)

    def __init__(
        self, segments: Sequence[Segment], *, name: str, has_bar: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._has_bar = has_bar
        self._is_compact = False
        self._value = ""
        self._buttons: dict[str, _SegmentButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_segments(segments)

    @property
    def value(self) -> str:
        """The chosen key, or ""."""
        return self._value

    @property
    def has_bar(self) -> bool:
        """Whether the chosen one carries a bar below."""
        return self._has_bar

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Offer other choices; the chosen key stays when it is still there."""
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for place, segment in enumerate(segments):
            button = _SegmentButton(segment, self, place == 0, place == len(segments) - 1)
            button.pressed_by_user.connect(self._on_pressed)
            self._group.addButton(button)
            self._row.addWidget(button, 1)
            self._buttons[segment.key] = button
        self.set_value(self._value)

    def set_value(self, key: str) -> None:
        """Choose without telling; a key that is not there chooses none."""
        self._value = key if key in self._buttons else ""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == self._value)
        self._group.setExclusive(True)
        self._renew()

    def set_compact(self, is_compact: bool) -> None:
        """Show the word of the chosen one only (the others keep their icon)."""
        self._is_compact = is_compact
        self._renew()

    def button(self, key: str) -> QAbstractButton:
        """Give the button of a choice."""
        return self._buttons[key]

    def _renew(self) -> None:
        entry = self._value or next(iter(self._buttons), "")
        for place, (key, button) in enumerate(self._buttons.items()):
            button.show_words(not self._is_compact or key == self._value)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == entry else Qt.FocusPolicy.ClickFocus)
            self._row.setStretch(place, max(1, button.sizeHint().width()))
        self.updateGeometry()
        self.update()

    def _on_pressed(self, key: str) -> None:
        if key != self._value:
            self.set_value(key)
            self.chosen.emit(key)

    def step(self, key: int) -> bool:
        """Move by an arrow, Home or End; give whether the key was one of these."""
        keys = list(self._buttons)
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        at = keys.index(self._value) if self._value in keys else -1
        move = moves.get(Qt.Key(key))
        if move is not None:
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                move = -move
            at = (at + move) % len(keys) if at >= 0 else 0
        elif key == Qt.Key.Key_Home:
            at = 0
        elif key == Qt.Key.Key_End:
            at = len(keys) - 1
        else:
            return False
        self._on_pressed(keys[at])
        self._buttons[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame around the segments."""
        del event
        style = theme()
        painter = QPainter(self)
        fill_box(
            painter, QRectF(self.rect()), style.radius("control"), style.colour("base"), style.colour("line_strong")
        )


class _SegmentButton(QAbstractButton):
    """One segment."""

    pressed_by_user = Signal(str)

    def __init__(self, segment: Segment, owner: SegmentedControl, is_first: bool, is_last: bool) -> None:
        super().__init__(owner)
        self._segment = segment
        self._owner = owner
        self._ends = (is_first, is_last)
        self._has_words = True
        self.setText(segment.text)
        self.setAccessibleName(segment.text)
        self.setToolTip(segment.tooltip)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.pressed_by_user.emit(segment.key))

    def show_words(self, has_words: bool) -> None:
        """Show or leave out the words."""
        self._has_words = has_words or not self._segment.icon
        self.setToolTip(self._segment.tooltip or ("" if self._has_words else self._segment.text))
        self.updateGeometry()
        self.update()

    def _face(self) -> QFont:
        return theme().font("body_strong" if self.isChecked() else "body")

    def sizeHint(self) -> QSize:
        """Give room for icon and word; the word in its strong face, so that choosing moves nothing."""
        style = theme()
        words = text_width(self._segment.text, style.font("body_strong")) if self._has_words else 0
        icon = style.px(16) + (6 if words else 0) if self._segment.icon else 0
        return QSize(round(words + icon) + 18, style.height("control") - 2)

    def minimumSizeHint(self) -> QSize:
        """Give room for the icon, or for the word where there is none."""
        return QSize(24 if self._segment.icon else self.sizeHint().width() - 8, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a ring is due."""
        super().focusInEvent(event)
        note_focus(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the segments."""
        if not self._owner.step(event.key()):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the segment."""
        del event
        style = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        self._paint_ground(painter, rect)
        ink = "disabled" if not self.isEnabled() else "accent" if self.isChecked() else "text2"
        words = text_width(self._segment.text, self._face()) if self._has_words else 0.0
        icon = float(style.px(16)) if self._segment.icon else 0.0
        gap = 6.0 if words and icon else 0.0
        x = rect.x() + max(4.0, (rect.width() - words - icon - gap) / 2)
        if icon:
            paint_shape(painter, QPointF(round(x), round(rect.center().y() - icon / 2)), self._segment.icon, icon, ink)
        if words:
            painter.setFont(self._face())
            painter.setPen(style.colour(ink))
            painter.drawText(QRectF(x + icon + gap, rect.y(), words + 2, rect.height()), LEFT, self._segment.text)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        style = theme()
        is_first, is_last = self._ends
        shape = QPainterPath()
        left, right = 0 if is_first else -8, 0 if is_last else 8
        shape.addRoundedRect(rect.adjusted(left, 0, right, 0), 5, 5)
        painter.setClipRect(self.rect())
        if self.isChecked():
            painter.fillPath(shape, style.colour("accent_tint"))
            if self._owner.has_bar:
                painter.fillRect(QRectF(rect.x(), rect.bottom() - 2, rect.width(), 2), style.colour("accent"))
        elif self.underMouse() and self.isEnabled():
            painter.fillPath(shape, style.colour("hover"))
        if not is_first:
            painter.fillRect(QRectF(0, 0, 1, rect.height()), style.colour("line"))
        if keyboard_focus(self):
            painter.setPen(style.colour("focus"))
            fill_box(painter, rect.adjusted(1, 1, -1, -1), 4, None, style.colour("focus"))
            fill_box(painter, rect.adjusted(2, 2, -2, -2), 3, None, style.colour("focus"))
