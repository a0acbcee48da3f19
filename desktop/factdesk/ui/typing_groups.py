"""Names what undoes as one: words typed into one field without a longer pause."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from uuid import uuid4

PAUSE = 10.0
"""Seconds without a change after which the next one is a deed of its own."""


class TypingGroups:
    """Gives the group of an edit; a new one after a pause, another field between, or `begin`."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._field = ""
        self._name = ""
        self._last = 0.0

    def begin(self) -> None:
        """Start anew, for another thing."""
        self._field = ""

    def of(self, field: str) -> str:
        """Give the group of a change to `field` made now."""
        now = self._clock()
        if field != self._field or now - self._last > PAUSE:
            self._field, self._name = field, f"{field}-{uuid4().hex[:12]}"
        self._last = now
        return self._name
