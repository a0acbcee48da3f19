"""The one place that knows how to land on a thing, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from factdesk.model.values.text import Span


class Place(StrEnum):
    """What the window can show."""

    DESK = "desk"
    ARTICLE = "article"
    CLAIM = "claim"
    LINK = "link"
    CARRY_OVER = "carry_over"
    SOURCES = "sources"
    SOURCE = "source"
    MEMOS = "memos"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Target:
    """Somewhere to go.

    `id` is of an article (ARTICLE, CARRY_OVER), a claim (CLAIM, LINK) or a source (SOURCE), else 0. `version_id` and
    `spans` land on words: the first is scrolled to, all are marked as found. `evidence_id` picks a piece of evidence.
    """

    place: Place
    id: int = 0
    version_id: int | None = None
    spans: tuple[Span, ...] = ()
    evidence_id: int | None = None


class Navigator(QObject):
    """Remembers where the user was, and says where to go. The main window does the going."""

    navigated = Signal(object)
    history_changed = Signal(bool, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._back: list[Target] = []
        self._forward: list[Target] = []
        self._current = Target(Place.DESK)

    @property
    def current(self) -> Target:
        """Give where the window is."""
        return self._current

    def open(self, target: Target) -> None:
        """Go there; the place left behind is one step back."""
        if target == self._current:
            self.navigated.emit(target)
            return
        self._back.append(self._current)
        del self._back[:-100]
        self._forward.clear()
        self._go(target)

    def settle(self, target: Target) -> None:
        """Remember that the window is there already (the user clicked a row), with a step back but no going."""
        if target != self._current:
            self._back.append(self._current)
            self._forward.clear()
            self._current = target
            self._tell()

    def back(self) -> None:
        """Go one step back."""
        if self._back:
            self._forward.append(self._current)
            self._go(self._back.pop())

    def forward(self) -> None:
        """Go one step forward again."""
        if self._forward:
            self._back.append(self._current)
            self._go(self._forward.pop())

    def forget(self) -> None:
        """Start anew, for another library."""
        self._back.clear()
        self._forward.clear()
        self._current = Target(Place.DESK)
        self._tell()

    def _go(self, target: Target) -> None:
        self._current = target
        self._tell()
        self.navigated.emit(target)

    def _tell(self) -> None:
        self.history_changed.emit(bool(self._back), bool(self._forward))
