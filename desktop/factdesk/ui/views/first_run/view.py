"""What the window shows while no library is open: make one, open one, look around, or drop a text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from factdesk.settings import Settings, ThemeChoice
from factdesk.ui.dropping import brought, take_copy
from factdesk.ui.preferences import Preferences
from factdesk.ui.theme import theme
from factdesk.ui.views.first_run.parts import (
    WAYS,
    WIDTH,
    DropField,
    RecentRow,
    card,
    headline,
    standfirst,
    status,
    steps,
)
from factdesk.ui.widgets.fields import ComboField
from factdesk.ui.widgets.labels import Caption, label, rule, surface
from factdesk.words import LANGUAGES, _, language, mark

RECENT_MOST = 4
LANGUAGE_NAMES = {"en": "English", "uk": "Українська"}
COLOURS = {
    ThemeChoice.SYSTEM: mark("Follow system colours"),
    ThemeChoice.LIGHT: mark("Light"),
    ThemeChoice.DARK: mark("Dark"),
}


class FirstRunView(QWidget):
    """Ways in. Files, addresses and texts may be dropped anywhere on it; `dropped(Brought)`."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_chosen = Signal(str)
    dropped = Signal(object)

    def __init__(self, *, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._recent: tuple[str, ...] = ()
        self._spoken = language()
        self._page: QWidget | None = None
        self._drop = DropField()
        self.setObjectName("first-run")
        self.setAcceptDrops(True)
        surface(self, "base")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._build()
        # Queued: the application puts the new language in force when it hears the same signal.
        preferences.changed.connect(self._on_preferences_changed, Qt.ConnectionType.QueuedConnection)

    def show_recent(self, recent: tuple[str, ...]) -> None:
        """Offer the libraries that were open before, the last one first."""
        if recent != self._recent:
            self._recent = recent
            self._build()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, addresses and texts."""
        if brought(event.mimeData()) is not None and take_copy(event):
            self._drop.set_hot(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing is held over it any more."""
        super().dragLeaveEvent(event)
        self._drop.set_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        self._drop.set_hot(False)
        found = brought(event.mimeData())
        if found is not None and take_copy(event):
            self.dropped.emit(found)

    def _build(self) -> None:
        """Say everything in the language now spoken."""
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._drop = DropField()
        content = surface(QWidget(), "base")
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(headline())
        column.addSpacing(6)
        column.addWidget(standfirst())
        column.addSpacing(24)
        column.addWidget(self._cards())
        column.addSpacing(16)
        column.addWidget(self._drop)
        if self._recent:
            column.addSpacing(24)
            column.addWidget(self._recent_list())
        column.addSpacing(32)
        column.addWidget(steps())
        column.addStretch(3)
        column.addWidget(self._choosers())
        column.addSpacing(4)
        self._box.addWidget(_scrolled(content), 1)
        self._box.addWidget(rule())
        self._box.addWidget(status())

    def _cards(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        signals = {"new": self.new_wanted, "open": self.open_wanted, "sample": self.sample_wanted}
        for number, way in enumerate(WAYS):
            row.addWidget(card(way, signals[way.name].emit, is_first=number == 0), 1)
        return holder

    def _recent_list(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Caption(_("Recent")))
        for path in self._recent[:RECENT_MOST]:
            column.addWidget(RecentRow(path, self._opener(path)))
        return holder

    def _opener(self, path: str) -> Callable[[], None]:
        return lambda: self.recent_chosen.emit(path)

    def _choosers(self) -> QWidget:
        settings = self._preferences.settings
        tongue = ComboField([(code, LANGUAGE_NAMES.get(code, code)) for code in LANGUAGES], name=_("Language"))
        tongue.setObjectName("first-run-language")
        tongue.setToolTip(_("Language of the window"))
        tongue.set_value(language())
        tongue.chosen.connect(lambda code: self._preferences.change(language=code))
        colours = ComboField([(choice.value, _(words)) for choice, words in COLOURS.items()], name=_("Colours"))
        colours.setObjectName("first-run-colours")
        colours.setToolTip(_("Colours of the window"))
        colours.set_value(settings.theme.value)
        colours.chosen.connect(lambda key: self._preferences.change(theme=ThemeChoice(key)))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addStretch(1)
        for widget in (label(_("Language"), "small"), tongue, colours):
            row.addWidget(widget)
        row.addStretch(1)
        return holder

    def _on_preferences_changed(self, _settings: Settings) -> None:
        if self._spoken != language():
            self._spoken = language()
            self._build()


def _scrolled(content: QWidget) -> QScrollArea:
    """Let a small window scroll, and a large one keep the page in its middle."""
    middle = surface(QWidget(), "base")
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    content.setMaximumWidth(theme().px(WIDTH) + 64)
    row.addWidget(content, 100)
    row.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(middle)
    return area
