"""A field of tags: type one and Enter or a comma; Backspace takes the last away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QLayout, QLayoutItem, QLineEdit, QSizePolicy, QWidget

from factdesk.ui.theme import theme
from factdesk.ui.widgets.focus import keyboard_focus, note_focus
from factdesk.ui.widgets.painting import fill_box, paint_shape, paint_tag, tag_width
from factdesk.words import _


class FlowLayout(QLayout):
    """Lays widgets beside each other and begins a new line where there is no room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap

    def addItem(self, item: QLayoutItem, /) -> None:
        """Take an item."""
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Give the number of items."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """Give one item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Take one item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that less width needs more height."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Give the height at `width`."""
        return self._lay(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect, /) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._lay(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        """Give the size of one line."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Give the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _lay(self, rect: QRect, *, is_trial: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        x, y, line = inner.x(), inner.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = item.sizeHint()
            if x > inner.x() and x + hint.width() > inner.right() + 1:
                x, y, line = inner.x(), y + line + self._gap, 0
            if not is_trial:
                wide = max(hint.width(), inner.right() + 1 - x) if isinstance(widget, QLineEdit) else hint.width()
                item.setGeometry(QRect(QPoint(x, y), QSize(wide, hint.height())))
            x += hint.width() + self._gap
            line = max(line, hint.height())
        return y + line - rect.y() + margins.bottom()


class TagField(QWidget):
    """Tags and a line to add one. `edited` carries the new tuple of tags. A quiet one has no frame."""

    edited = Signal(object)

    def __init__(
        self,
        tags: Sequence[str] = (),
        *,
        placeholder: str = "",
        name: str = "",
        is_quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_quiet = is_quiet
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._tags: tuple[str, ...] = ()
        self._chips: list[_TagChip] = []
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0 if is_quiet else 4, 3, 4, 3)
        self._line = QLineEdit()
        self._line.setProperty("kind", "bare")
        self._line.setMinimumWidth(60)
        self._line.setMaximumWidth(400)
        self._line.setFixedHeight(theme().px(20))
        self._line.setPlaceholderText(placeholder)
        self._line.setAccessibleName(name or placeholder or _("Tags"))
        self._line.returnPressed.connect(self._take_typed)
        self._line.textEdited.connect(self._on_typed)
        self._line.installEventFilter(self)
        self._flow.addWidget(self._line)
        self.setFocusProxy(self._line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(theme().height("control"))
        self.set_tags(tags)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags as they stand."""
        return self._tags

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show other tags without telling."""
        if tuple(tags) == self._tags and len(self._chips) == len(self._tags):
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._tags = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
        self._chips = []
        for place, tag in enumerate(self._tags):
            chip = _TagChip(tag, self)
            chip.removed.connect(self._on_removed)
            self._chips.append(chip)
            self._flow.insert(place, chip)
            chip.show()
        self.updateGeometry()

    def set_suggestions(self, words: Sequence[str]) -> None:
        """Suggest these."""
        completer = QCompleter(QStringListModel(list(words)), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda: QTimer.singleShot(0, self, self._take_typed))
        self._line.setCompleter(completer)

    def _on_typed(self, text: str) -> None:
        if "," in text or ";" in text:
            self._take_typed()

    def _take_typed(self) -> None:
        words = [word.strip() for word in self._line.text().replace(";", ",").split(",")]
        self._line.clear()
        self._change((*self._tags, *(word for word in words if word)))

    def _on_removed(self, tag: str) -> None:
        self._change(tuple(other for other in self._tags if other != tag))

    def _change(self, tags: tuple[str, ...]) -> None:
        before = self._tags
        self.set_tags(tags)
        if self._tags != before:
            self.edited.emit(self._tags)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the last tag away on Backspace in an empty line; keep what was typed on leaving."""
        if watched is getattr(self, "_line", None):  # events still come while the object is being taken down
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Backspace and not self._line.text() and self._tags:
                    self._change(self._tags[:-1])
                    return True
            elif isinstance(event, QFocusEvent):
                if (
                    event.lostFocus()
                    and self._line.text().strip()
                    and event.reason() != Qt.FocusReason.PopupFocusReason
                ):
                    self._take_typed()
                self.update()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Type wherever the field is hit."""
        del event
        self._line.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field's frame."""
        del event
        style = theme()
        painter = QPainter(self)
        has_focus = self._line.hasFocus()
        rect = QRectF(self.rect())
        if self._is_quiet:
            thick = 2 if has_focus else 1 if self.underMouse() and self.isEnabled() else 0
            ink = style.colour("focus" if has_focus else "line_strong")
            painter.fillRect(QRectF(0, rect.bottom() - thick, rect.width(), thick), ink)
            return
        border = style.colour("focus" if has_focus else "line_strong")
        fill_box(painter, rect, style.radius("control"), style.colour("base"), border)
        if has_focus:
            fill_box(painter, rect.adjusted(1, 1, -1, -1), style.radius("control") - 1, None, border)


class _TagChip(QWidget):
    """A tag that can be taken away."""

    removed = Signal(str)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(text)
        self.setToolTip(_("Click to take “{tag}” away").format(tag=text))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the tag's size."""
        return QSize(round(tag_width(self._text)) + 2, theme().height("tag"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a ring is due."""
        super().focusInEvent(event)
        note_focus(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go."""
        del event
        self.removed.emit(self._text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on Delete and Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._text)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tag; a cross appears on it under the mouse."""
        del event
        style = theme()
        painter = QPainter(self)
        paint_tag(painter, QPointF(0, 0), self._text)
        if self.underMouse():
            spot = QRectF(self.width() - 17, 1, 16, self.height() - 2)
            painter.fillRect(spot, style.colour("hover" if style.is_dark else "sunken"))
            paint_shape(painter, QPointF(spot.x() + 2, round(spot.center().y() - 6)), "x", 12, "text2")
        if keyboard_focus(self):
            fill_box(painter, QRectF(self.rect()), 4, None, style.colour("focus"))
