"""The bar that finds words in the text shown: a field, a count, next and previous."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import IconButton
from factdesk.ui.widgets.fields import SearchField
from factdesk.ui.widgets.page.view import PageView
from factdesk.words import _


class FindBar(QWidget):
    """Finds in a page as one types; F3 and Enter go on, Shift+F3 and Shift+Enter back, Esc closes."""

    closed = Signal()

    def __init__(self, page: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.field = SearchField(_("Find in this text"))
        self.field.setMinimumWidth(theme().px(200))
        self.field.clears_on_escape = False
        self._previous = IconButton("chevron-up", _("Find previous"), key="Shift+F3")
        self._next = IconButton("chevron-down", _("Find next"), key="F3")
        self._close = IconButton("x", _("Close"), key="Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        for button in (self._previous, self._next, self._close):
            row.addWidget(button)
        self.field.settled.connect(self._on_settled)
        self.field.cleared.connect(page.clear_find)
        self._previous.clicked.connect(lambda: page.find_step(-1))
        self._next.clicked.connect(lambda: page.find_step(1))
        self._close.clicked.connect(self.close_bar)
        page.hits_changed.connect(self._on_hits_changed)
        self._asked = ""
        self.setAccessibleName(_("Find in this text"))
        self.hide()

    def open(self, words: str = "") -> None:
        """Show the bar with `words`, the selected words, or the last ones."""
        span = self._page.span()
        chosen = words or (self._page.words(span) if span is not None and len(span) < 80 else "")
        if chosen and "\n" not in chosen:
            self.field.setText(chosen)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self._asked = ""
            self._on_settled(self.field.text())

    def close_bar(self) -> None:
        """Hide the bar and take the hits away."""
        self._asked = ""
        self._page.clear_find()
        self.hide()
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def step(self, step: int) -> None:
        """Go to the next (+1) or previous (-1) hit; opens the bar where there is nothing to go to."""
        if self._page.hits:
            self._page.find_step(step)
        else:
            self.open()

    def _on_settled(self, words: str) -> None:
        if words == self._asked or self.isHidden():
            return
        self._asked = words
        if words and not self._page.find_words(words):
            self.field.set_count(_("Not found"))

    def _on_hits_changed(self, at: int, count: int) -> None:
        if not count:
            self.field.set_count(_("Not found") if self.field.text() and self._asked else "")
        else:
            self.field.set_count(_("{number} of {total}").format(number=at + 1 if at >= 0 else "–", total=count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, or close."""
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            if self.field.text() != self._asked:
                self._on_settled(self.field.text())
            else:
                self._page.find_step(-1 if is_back else 1)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and its rule."""
        del event
        style = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.colour("chrome"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, style.colour("line"))
