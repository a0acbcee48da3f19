"""Text that becomes a field where it stands and is kept as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QStackedLayout, QWidget

from factdesk.ui.theme import theme
from factdesk.ui.widgets.fields import TextArea
from factdesk.ui.widgets.focus import keyboard_focus, note_focus
from factdesk.ui.widgets.labels import type_role


class EditInPlace(QWidget):
    """A label that becomes a field on a click, Enter or F2; `edited` comes 600 ms after the last letter and on leaving.

    Nothing typed is ever lost: leaving, hiding, closing and Esc all keep the words, and `set_text` from outside waits
    while the user is at it. `shown_as` words the text at rest: a date that is typed as 2026-11-12.
    """

    edited = Signal(str)
    finished = Signal()
    # Stands in while the object is being taken down and events still come.
    _field: QLineEdit | TextArea | None = None

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        name: str = "",
        role: str = "body",
        is_multiline: bool = False,
        suggestions: Sequence[str] = (),
        shown_as: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._shown_as = shown_as
        self._told = text
        self._is_multiline = is_multiline
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._shown = _Resting(placeholder, role, is_multiline, self)
        self._shown.set_text(shown_as(text))
        self._shown.wanted.connect(self.start)
        self._role = role
        self._placeholder = placeholder
        self._suggestions = list(suggestions)
        self._stack.addWidget(self._shown)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(theme().ms("edit_debounce"))
        self._timer.timeout.connect(self.flush)
        self.setAccessibleName(name)
        self._shown.setAccessibleName(name)
        self._shown.setAccessibleDescription(text or placeholder)
        self.setFocusProxy(self._shown)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum if is_multiline else QSizePolicy.Policy.Fixed
        )

    @property
    def text(self) -> str:
        """The words as they stand, typed ones included."""
        return self._typed() if self.is_editing else self._text

    @property
    def is_editing(self) -> bool:
        """Whether the field is open."""
        return self._field is not None and self._stack.currentWidget() is self._field

    def set_suggestions(self, words: Sequence[str]) -> None:
        """Suggest these while a single line is edited."""
        self._suggestions = list(words)

    def set_text(self, text: str) -> None:
        """Show `text`; while the user is editing, the user's words win."""
        if self.is_editing:
            return
        if text == self._text == self._told:
            return
        self._text = self._told = text
        self._shown.set_text(self._shown_as(text))
        self._shown.setAccessibleDescription(text or self._placeholder)

    def start(self) -> None:
        """Open the field with the cursor at the end."""
        if self.is_editing or not self.isEnabled():
            return
        field = self._make_field()
        self._field = field
        self._stack.addWidget(field)
        # A field made now stands last in the window's order of tabs; its place is that of the words it edits.
        QWidget.setTabOrder(self._shown, field)
        self._stack.setCurrentWidget(field)
        self.setFocusProxy(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _make_field(self) -> QLineEdit | TextArea:
        name = self.accessibleName() or self._placeholder
        if self._is_multiline:
            area = TextArea(self._placeholder, name=name, role=type_role(self._role), min_lines=2, max_lines=14)
            area.set_text(self._text)
            area.moveCursor(area.textCursor().MoveOperation.End)
            area.textChanged.connect(self._on_typed)
            area.installEventFilter(self)
            return area
        line = QLineEdit(self._text)
        line.setFont(theme().font(type_role(self._role)))
        line.setPlaceholderText(self._placeholder)
        line.setAccessibleName(name)
        line.textEdited.connect(self._on_typed)
        if self._suggestions:
            completer = QCompleter(QStringListModel(self._suggestions), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.activated.connect(self._on_typed)
            line.setCompleter(completer)
        line.installEventFilter(self)
        return line

    def _typed(self) -> str:
        field = self._field
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        return field.text() if field is not None else self._text

    def _on_typed(self) -> None:
        self._timer.start()

    def flush(self) -> None:
        """Say now what was typed, if it was not said yet."""
        self._timer.stop()
        words = self.text
        if words != self._told:
            self._told = self._text = words
            self.edited.emit(words)

    def finish(self) -> None:
        """Keep the words and become a label again."""
        field = self._field
        if field is None:
            return
        self.flush()
        had_focus = field.hasFocus()
        self._text = self._typed()
        field.removeEventFilter(self)
        self._field = None
        self._shown.set_text(self._shown_as(self._text))
        self._shown.setAccessibleDescription(self._text or self._placeholder)
        self._stack.setCurrentWidget(self._shown)
        self._stack.removeWidget(field)
        self.setFocusProxy(self._shown)
        if had_focus:
            self._shown.setFocus(Qt.FocusReason.OtherFocusReason)
        field.hide()
        field.deleteLater()
        self.updateGeometry()
        self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the field on Esc, Enter (Ctrl+Enter where there are lines) and when the focus goes."""
        if watched is self._field:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._leaves(event)
            if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
                if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
                    QTimer.singleShot(0, self, self.finish)
                self.flush()
        return super().eventFilter(watched, event)

    def _leaves(self, event: QKeyEvent) -> bool:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (is_enter and (not self._is_multiline or with_control)):
            self.finish()
            return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Say what was typed before the pane goes."""
        super().hideEvent(event)
        self.flush()

    def sizeHint(self) -> QSize:
        """Give the size of what is shown."""
        shown = self._stack.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Give a width that may shrink and the height of what is shown."""
        return QSize(40, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Say that wrapped words need more height in less width."""
        return self._is_multiline

    def heightForWidth(self, width: int) -> int:
        """Give the height of what is shown at `width`."""
        if self.is_editing and self._field is not None:
            return self._field.sizeHint().height()
        return self._shown.heightForWidth(width)


class _Resting(QLabel):
    """The words at rest; a pale frame under the mouse says that they can be edited."""

    wanted = Signal()

    def __init__(self, placeholder: str, role: str, is_multiline: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._placeholder = placeholder
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(is_multiline)
        self.setContentsMargins(0, 3, 0, 3)
        self.setFont(theme().font(type_role(role)))
        self.setAlignment(
            Qt.AlignmentFlag.AlignLeft | (Qt.AlignmentFlag.AlignTop if is_multiline else Qt.AlignmentFlag.AlignVCenter)
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMinimumHeight(theme().px(24))

    def set_text(self, text: str) -> None:
        """Show words, or the placeholder in their stead."""
        self.setProperty("role", self._role if text else "text3")
        self.setText(text or self._placeholder)
        self.style().unpolish(self)
        self.style().polish(self)

    def minimumSizeHint(self) -> QSize:
        """Let the words shrink."""
        return QSize(40, super().minimumSizeHint().height() if self.wordWrap() else theme().px(24))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the field."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the field on Enter and F2."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.wanted.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a ring is due."""
        super().focusInEvent(event)
        note_focus(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the words."""
        style = theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), style.colour("line_strong"))
        if keyboard_focus(self):
            painter.fillRect(QRectF(0, rect.bottom() - 2, rect.width(), 2), style.colour("focus"))
        painter.end()
        super().paintEvent(event)
