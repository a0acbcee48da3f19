"""The frame of every dialog: a title of 48 pixels, a foot of 56 with the primary last, Ctrl+Enter and Esc."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import Button, IconButton
from factdesk.ui.widgets.labels import ElidedLabel, label, rule, surface
from factdesk.words import _


class DialogBase(QDialog):
    """Put rows into `body` (margins of 20) or call `set_body`; open it with `open()`, never `exec()`."""

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        width: int = 560,
        primary: str = "",
        cancel: str = "",
        is_danger: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(min(theme().px(width), 1200))
        self.resize(theme().px(width), self.sizeHint().height())
        surface(self, "raised")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_title(title))
        column.addWidget(rule())
        self._middle = QWidget()
        self.body = QVBoxLayout(self._middle)
        self.body.setContentsMargins(20, 20, 20, 20)
        self.body.setSpacing(12)
        column.addWidget(self._middle, 1)
        self._column = column
        column.addWidget(rule())
        column.addWidget(self._make_foot(primary, cancel or _("Cancel"), is_danger))

    def _make_title(self, title: str) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(theme().height("dialog_title"))
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 0, 12, 0)
        self.title = ElidedLabel(title, "title")
        row.addWidget(self.title, 1)
        close = IconButton("x", _("Close"), key="Esc")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return bar

    def _make_foot(self, primary: str, cancel: str, is_danger: bool) -> QWidget:
        foot = surface(QWidget(), "chrome")
        foot.setFixedHeight(theme().height("dialog_foot"))
        self._foot = QHBoxLayout(foot)
        self._foot.setContentsMargins(20, 0, 20, 0)
        self._foot.setSpacing(8)
        self.foot_note: QLabel = label("", "small", wrap=True)
        self.cancel = Button(cancel, key="Esc")
        self.primary = Button(primary, kind="danger" if is_danger else "primary", key="Ctrl+Return")
        self.primary.setVisible(bool(primary))
        self.cancel.clicked.connect(self.reject)
        self.primary.clicked.connect(self.accept)
        self._foot.addWidget(self.foot_note, 1)
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self.primary)
        return foot

    def set_body(self, widget: QWidget) -> None:
        """Put one widget in place of the body, without margins."""
        self._column.replaceWidget(self._middle, widget)
        self._middle.deleteLater()
        self._middle = widget

    def add_foot(self, widget: QWidget) -> None:
        """Put a button before Cancel."""
        self._foot.insertWidget(1, widget)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.setWindowTitle(title)
        self.title.setText(title)

    def set_primary(self, words: str, is_enabled: bool = True) -> None:
        """Say another deed."""
        self.primary.set_words(words)
        self.primary.setVisible(bool(words))
        self.primary.setEnabled(is_enabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the deed on Ctrl+Enter, leave on Esc; a bare Enter does nothing by itself."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.primary.isVisible() and self.primary.isEnabled():
                self.primary.click()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
            return
        if not is_enter:
            super().keyPressEvent(event)


class ConfirmDialog(DialogBase):
    """Asks before something that is hard to take back; the title names the thing, the button the verb."""

    def __init__(
        self, title: str, sentence: str, verb: str, parent: QWidget | None = None, *, is_danger: bool = True
    ) -> None:
        super().__init__(title, parent, width=440, primary=verb, is_danger=is_danger)
        self.sentence = label(sentence, "body", wrap=True)
        self.body.addWidget(self.sentence)
        self.body.addStretch(1)
        self.setAccessibleDescription(sentence)
        # The sentence wraps, so that only the width tells the height.
        self.resize(self.width(), self.heightForWidth(self.width()))
        self.cancel.setFocus()
