"""Collects garbage on the window's thread only: a widget that a lane's thread freed would take the program down."""

from __future__ import annotations

import gc
from time import monotonic

from PySide6.QtCore import QObject, QTimer

FIRST_MS = 4000
EVERY_MS = 40
"""Often, for what busy lanes make in a second takes a tenth of one to look through."""
BURST = 20_000
"""So many young objects at once are the rows of a long list, which hold no circles: they are looked at no more, where
looking through them would hold the window up for 20 to 75 ms. Little that is garbage by then goes with them."""
WHOLE_EVERY = 60.0
"""Seconds between looks at everything; between these only what is young is looked at."""


class Collector(QObject):
    """Takes the collecting over from Python, which would do it on whatever thread happens to make an object.

    Objects in a circle (a view, its lambda, the signal that holds it) are freed by the collector alone; Qt's objects
    among them must be freed on the thread they live on.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        self._whole_at = monotonic()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(FIRST_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations that are full."""
        self._timer.setInterval(EVERY_MS)
        counts, thresholds = gc.get_count(), gc.get_threshold()
        now = monotonic()
        if counts[0] > BURST:
            gc.freeze()
        elif counts[2] > thresholds[2] and now - self._whole_at > WHOLE_EVERY:
            self._whole_at = now
            gc.collect(2)
        elif counts[1] > thresholds[1]:
            gc.collect(1)
        elif counts[0] > thresholds[0]:
            gc.collect(0)

    def close(self) -> None:
        """Give the collecting back; no lane may run any more."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()
