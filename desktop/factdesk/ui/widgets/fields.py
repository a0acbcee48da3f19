"""Fields of forms: a caption of 84 pixels and the rest, choices, suggestions, searches and growing text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from factdesk.ui import icons
from factdesk.ui.theme import polish, theme
from factdesk.ui.widgets.buttons import key_words
from factdesk.ui.widgets.labels import label, set_role
from factdesk.ui.widgets.painting import key_cap_width, paint_key_cap, text_width


class FieldRow(QWidget):
    """A caption of fixed width, a field, and below it one small line that may warn."""

    def __init__(
        self,
        caption: str,
        widget: QWidget,
        *,
        label_width: int = 84,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = widget
        self.caption = label(caption, "small")
        self.caption.setFixedWidth(theme().px(label_width))
        self.caption.setWordWrap(True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.caption.setContentsMargins(0, 5, 6, 0)
        self.caption.setBuddy(widget)
        if not widget.accessibleName():
            widget.setAccessibleName(caption)
        self._hint = label("", "small3", wrap=True)
        self._hint.setVisible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(widget)
        column.addWidget(self._hint)
        row.addLayout(column, 1)
        if hint:
            self.set_hint(hint)

    def set_hint(self, hint: str, kind: str = "small3") -> None:
        """Say something below the field: small3 (quiet), warn or danger; "" takes it away and with it the border."""
        self._hint.setText(hint)
        set_role(self._hint, kind)
        self._hint.setVisible(bool(hint))
        self.field.setProperty("state", kind if hint and kind in ("warn", "danger") else "")
        self.field.setAccessibleDescription(hint)
        polish(self.field)


class FieldForm(QWidget):
    """Rows of fields under each other."""

    def __init__(self, *, label_width: int = 84, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_width = label_width
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def add(self, caption: str, widget: QWidget, hint: str = "") -> FieldRow:
        """Add a row; give it, so that its hint can change."""
        row = FieldRow(caption, widget, label_width=self._label_width, hint=hint)
        self._column.addWidget(row)
        return row


class ComboField(QComboBox):
    """One of many, by key. `chosen` comes by the user's hand only; the wheel scrolls the form, not the choice."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[tuple[str, str]] = (), *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(QListView(self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(14)
        self.set_items(items)
        self.activated.connect(lambda place: self.chosen.emit(str(self.itemData(place))))

    @property
    def value(self) -> str:
        """The key chosen, or ""."""
        return str(self.currentData() or "")

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer other choices (key, words); the chosen key stays when it is still there."""
        kept = self.value
        self.clear()
        for key, text in items:
            self.addItem(text, key)
        self.set_value(kept)

    def set_value(self, key: str) -> None:
        """Choose without telling."""
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class SuggestField(QLineEdit):
    """A line that suggests what was typed before and tells its words 600 ms after the last letter and on leaving."""

    edited = Signal(str)

    def __init__(self, placeholder: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(theme().ms("edit_debounce"))
        self._timer.timeout.connect(self.flush)
        self.textEdited.connect(self._on_text_edited)

    def _on_text_edited(self) -> None:
        self._timer.start()

    def set_suggestions(self, words: Sequence[str]) -> None:
        """Suggest these, wherever the typed letters stand in them."""
        completer = QCompleter(QStringListModel(list(words)), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda: self._timer.start(0))
        self.setCompleter(completer)

    def set_text(self, text: str) -> None:
        """Show `text` without telling; words being typed win."""
        if not self._timer.isActive():
            self.setText(text)
            self._told = text

    def flush(self) -> None:
        """Say now what was typed, if it was not said yet."""
        self._timer.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.edited.emit(self._told)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say what was typed."""
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say what was typed."""
        super().hideEvent(event)
        self.flush()


class SearchField(QLineEdit):
    """A line to search by: a glass, a cross once there is text, a key cap or a count at the right."""

    settled = Signal(str)
    cleared = Signal()
    clears_on_escape = True

    def __init__(self, placeholder: str, *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key_words(key) if key else ""
        self._count = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMinimumWidth(theme().px(180))
        self._glass = QAction(self)
        icons.bind(self._glass, "search", "text3")
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(theme().ms("search_debounce"))
        self._timer.timeout.connect(self._tell)
        self._make_room()
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._tell)

    def set_count(self, count: str) -> None:
        """Show a count such as "2 of 5" at the right."""
        self._count = count
        self._make_room()
        self.setAccessibleDescription(count)
        self.update()

    def _on_text_changed(self, text: str) -> None:
        self._timer.start()
        self._make_room()
        if not text:
            self.cleared.emit()

    def _tell(self) -> None:
        self._timer.stop()
        self.settled.emit(self.text())

    def _right(self) -> str:
        return self._count if self.text() else self._key

    def _make_room(self) -> None:
        words = self._right()
        width = (text_width(words, theme().font("small")) if self.text() else key_cap_width(words)) + 8 if words else 0
        self.setTextMargins(-6, 0, round(width), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Esc; an empty one lets Esc pass."""
        if event.key() == Qt.Key.Key_Escape and self.text() and self.clears_on_escape:
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and what stands at its right."""
        super().paintEvent(event)
        words = self._right()
        if not words:
            return
        style = theme()
        painter = QPainter(self)
        if self.text():
            painter.setFont(style.font("small"))
            painter.setPen(style.colour("text2"))
            rect = self.rect().adjusted(0, 0, -10, 0)
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        else:
            cap = style.px(18)
            at = QPointF(self.width() - key_cap_width(words) - 7, round((self.height() - cap) / 2))
            paint_key_cap(painter, at, words)


class TextArea(QPlainTextEdit):
    """Text of several lines that grows with its words up to `max_lines`, and tells as `SuggestField` does."""

    edited = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        placeholder: str = "",
        *,
        name: str = "",
        role: str = "body",
        min_lines: int = 2,
        max_lines: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = (min_lines, max_lines)
        self._told = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setTabChangesFocus(True)
        self.setFont(theme().font(role))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(theme().ms("edit_debounce"))
        self._timer.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text_changed)
        self._is_silent = False
        self._fit()

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show `text` without telling; words being typed win."""
        if self._timer.isActive() or text == self.text:
            return
        self._is_silent = True
        self.setPlainText(text)
        self._is_silent = False
        self._told = text

    def flush(self) -> None:
        """Say now what was typed, if it was not said yet."""
        self._timer.stop()
        if self.text != self._told:
            self._told = self.text
            self.edited.emit(self._told)

    def _on_text_changed(self) -> None:
        if not self._is_silent:
            self._timer.start()
        self._fit()

    def _fit(self) -> None:
        step = self.fontMetrics().lineSpacing()
        lines = max(self._lines[0], min(self._lines[1], self._shown_lines()))
        margins = self.contentsMargins()
        height = lines * step + round(2 * self.document().documentMargin()) + margins.top() + margins.bottom() + 10
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _shown_lines(self) -> int:
        return max(1, round(self.document().size().height()))

    def sizeHint(self) -> QSize:
        """Give the height of the words."""
        return QSize(200, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Ctrl+Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.flush()
            self.submitted.emit()
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say what was typed."""
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say what was typed."""
        super().hideEvent(event)
        self.flush()
