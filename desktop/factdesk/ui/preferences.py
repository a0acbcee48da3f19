"""Keeps this machine's settings for the window: one object that says when they change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from factdesk import settings as stored
from factdesk.errors import PlaceError
from factdesk.settings import Settings

RECENT_MOST = 10


class Preferences(QObject):
    """The settings now in force."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        parent: QObject | None = None,
        *,
        keep: Callable[..., Settings] = stored.save,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._keep = keep

    @property
    def settings(self) -> Settings:
        """Give the settings now in force."""
        return self._settings

    def change(self, **changes: Any) -> None:
        """Put changes in force and keep them; when they cannot be kept, `failed` says so."""
        try:
            self._settings = self._keep(self._settings, **changes)
        except PlaceError as error:
            self._settings = self._settings.model_copy(update=changes)
            self.failed.emit(error)
        self.changed.emit(self._settings)

    def remember_library(self, folder: str) -> None:
        """Put a library first among the recent ones."""
        others = tuple(path for path in self._settings.recent if path != folder)
        self.change(recent=(folder, *others)[:RECENT_MOST])

    def forget_library(self, folder: str) -> None:
        """Take a library that is gone off the recent ones."""
        self.change(recent=tuple(path for path in self._settings.recent if path != folder))
