"""Help, keys, commands, settings and About: loaded when they are first wanted, so that the window stands sooner."""
# ruff: noqa: PLC0415  (loading late is what this room is for)

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from factdesk.ui.context import AppContext

if TYPE_CHECKING:
    from factdesk.ui.dialogs.help import HelpWindow
    from factdesk.ui.views.key_sheet import KeySheet
    from factdesk.ui.views.palette import CommandPalette


class Aids(QObject):
    """Gives slots to the actions that help with the program itself; they need no library."""

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        actions = context.actions
        actions.on("app.settings", self._on_settings)
        actions.on("help.open", lambda: self.help.show_page("start"))
        actions.on("help.keys", self._on_keys)
        actions.on("help.palette", self._on_palette)
        actions.on("help.about", self._on_about)

    @cached_property
    def help(self) -> HelpWindow:
        """The window of help."""
        from factdesk.ui.dialogs.help import HelpWindow

        return HelpWindow(self._context.actions, parent=self._window)

    @cached_property
    def keys(self) -> KeySheet:
        """The sheet of keys."""
        from factdesk.ui.views.key_sheet import KeySheet

        return KeySheet(self._context.actions, parent=self._window)

    @cached_property
    def palette(self) -> CommandPalette:
        """The palette of commands."""
        from factdesk.ui.views.palette import CommandPalette

        return CommandPalette(self._context.actions, parent=self._window)

    def _on_keys(self) -> None:
        self.keys.open()

    def _on_palette(self) -> None:
        self.palette.open()

    def _on_settings(self) -> None:
        from factdesk.ui.dialogs.settings import SettingsDialog

        SettingsDialog(self._context.preferences, self._context.actions, parent=self._window).open()

    def _on_about(self) -> None:
        from factdesk.ui.dialogs.about import AboutDialog

        AboutDialog(self._window).open()
