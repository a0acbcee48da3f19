"""The settings: pages at the left, the page at the right; no Save, since every change is in force at once."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from factdesk.settings import settings_file
from factdesk.ui.actionset import ActionSet
from factdesk.ui.dialogs.page_list import PageLine, PageList
from factdesk.ui.dialogs.settings.general import GeneralPage
from factdesk.ui.dialogs.settings.keys import KeysPage
from factdesk.ui.preferences import Preferences
from factdesk.ui.theme import theme
from factdesk.ui.widgets.dialogs import DialogBase
from factdesk.ui.widgets.labels import rule
from factdesk.words import _

WIDTH, HEIGHT, LIST_WIDTH = 920, 620, 184


class SettingsDialog(DialogBase):
    """`show_page("general" or "keys")` goes to a page."""

    def __init__(self, preferences: Preferences, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(_("Settings"), parent, width=WIDTH, cancel=_("Close"))
        self.setObjectName("settings")
        self.general = GeneralPage(preferences)
        self.keys = KeysPage(preferences, actions)
        self.pages = PageList(_("Pages of the settings"))
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {"general": self.general, "keys": self.keys}
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.pages.show_pages(
            [PageLine("general", _("General"), "sliders-horizontal"), PageLine("keys", _("Keys"), "keyboard")]
        )
        self.pages.page_chosen.connect(lambda name: self._stack.setCurrentWidget(self._pages[name]))
        self._arrange()
        self.show_page("general")

    def show_page(self, name: str) -> None:
        """Go to a page."""
        self.pages.show_page(name)

    def reject(self) -> None:
        """Hand over what is being typed, and close."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        super().reject()

    def _arrange(self) -> None:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.pages.setFixedWidth(theme().px(LIST_WIDTH))
        self.pages.setViewportMargins(0, 8, 0, 0)
        row.addWidget(self.pages)
        row.addWidget(rule(vertical=True))
        row.addWidget(self._stack, 1)
        self.set_body(body)
        self.foot_note.setText(_("Kept in {file}").format(file=settings_file()))
        self.resize(theme().px(WIDTH), theme().px(HEIGHT))
