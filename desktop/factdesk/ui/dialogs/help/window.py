"""The window of the help: pages at the left, one page at the right, a field that looks through all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from factdesk.ui.actionset import ActionSet
from factdesk.ui.commands import commands_now
from factdesk.ui.dialogs.help.browser import MEASURE, HelpBrowser
from factdesk.ui.dialogs.help.pages import ORDER, HelpPage, read_pages
from factdesk.ui.dialogs.page_list import PageLine, PageList
from factdesk.ui.theme import theme
from factdesk.ui.widgets.buttons import IconButton
from factdesk.ui.widgets.fields import SearchField
from factdesk.ui.widgets.labels import label, rule, surface
from factdesk.words import _

LIST_WIDTH = 224


class HelpWindow(QDialog):
    """Stays beside the work; Esc closes it, Alt+Left and Alt+Right go through the pages that were read."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Factdesk help"))
        self.setObjectName("help")
        self.setModal(False)
        self._actions = actions
        self._pages: dict[str, HelpPage] = {}
        self._read: list[str] = []
        self._at = -1
        self.field = SearchField(_("Search the help"))
        self.list = PageList(_("Pages of the help"))
        self.page = HelpBrowser()
        self._nothing = label("", "small", wrap=True)
        self._back = IconButton("arrow-left", _("Back"), key="Alt+Left")
        self._forward = IconButton("arrow-right", _("Forward"), key="Alt+Right")
        self._arrange()
        self.field.settled.connect(lambda _words: self._search())
        self.list.page_chosen.connect(self._on_chosen)
        self.page.page_wanted.connect(self.show_page)
        self._back.clicked.connect(lambda: self._walk(-1))
        self._forward.clicked.connect(lambda: self._walk(1))

    @property
    def current(self) -> str:
        """Give the name of the page that is shown."""
        return self._read[self._at] if self._at >= 0 else ""

    def show_page(self, name: str) -> None:
        """Show the window with a page; a name that is not known shows the first page."""
        if not self.isVisible():
            self._pages = read_pages(commands_now(self._actions))
            self.field.clear()
            self._list(ORDER)
        self._go(name if name in self._pages else ORDER[0])
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through what was read, go to the field, close."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_alt and event.key() == Qt.Key.Key_Left:
            self._walk(-1)
        elif is_alt and event.key() == Qt.Key.Key_Right:
            self._walk(1)
        elif is_ctrl and event.key() in (Qt.Key.Key_F, Qt.Key.Key_K):
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        left = surface(QWidget(), "chrome")
        left.setFixedWidth(theme().px(LIST_WIDTH))
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 8)
        top.addWidget(self.field)
        self._nothing.setContentsMargins(16, 0, 16, 8)
        self._nothing.hide()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 0)
        bar.setSpacing(4)
        bar.addWidget(self._back)
        bar.addWidget(self._forward)
        bar.addStretch(1)
        self.page.setMaximumWidth(theme().px(MEASURE + 56))
        right = surface(QWidget(), "base")
        page = QVBoxLayout(right)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(bar)
        page.addWidget(self.page, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(rule(vertical=True))
        row.addWidget(right, 1)
        self.resize(theme().px(1000), theme().px(740))

    def _list(self, names: tuple[str, ...], counts: dict[str, int] | None = None) -> None:
        told = counts or {}
        self.list.show_pages(
            [PageLine(name, self._pages[name].title, "", str(told[name]) if name in told else "") for name in names]
        )

    def _words(self) -> list[str]:
        return self.field.text().split()

    def _search(self) -> None:
        """List the pages that hold every word, and show the first of them."""
        words = self._words()
        counts = {name: page.count(words) for name, page in self._pages.items()}
        names = tuple(name for name in ORDER if counts[name]) if words else ORDER
        self._list(names, counts if words else None)
        self._nothing.setText(_("No page holds these words."))
        self._nothing.setVisible(not names)
        if not names:
            return
        name = self.current if self.current in names else names[0]
        self._go(name)
        self._show()

    def _on_chosen(self, name: str) -> None:
        if name != self.current:
            self._go(name)

    def _go(self, name: str) -> None:
        """Show a page; what was read after the one left behind is forgotten."""
        if name != self.current:
            del self._read[self._at + 1 :]
            self._read.append(name)
            self._at = len(self._read) - 1
        self._show()

    def _walk(self, step: int) -> None:
        if 0 <= self._at + step < len(self._read):
            self._at += step
            self._show()

    def _show(self) -> None:
        self.page.show_markdown(self._pages[self.current].markdown, self._words())
        self.list.show_page(self.current)
        self._back.setEnabled(self._at > 0)
        self._forward.setEnabled(self._at < len(self._read) - 1)
