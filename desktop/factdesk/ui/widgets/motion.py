"""The two motions there are: a fade and a fold; both end at once when nothing shall move."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation

from factdesk.ui.theme import reduced_motion


def animate(
    owner: QObject,
    milliseconds: int,
    start: float,
    end: float,
    on_value: Callable[[float], None],
    *,
    on_done: Callable[[], None] | None = None,
) -> QVariantAnimation | None:
    """Move a value from `start` to `end`; None when it was set at once because nothing shall move."""
    if milliseconds <= 0 or reduced_motion():
        on_value(end)
        if on_done is not None:
            on_done()
        return None
    animation = QVariantAnimation(owner)
    animation.setDuration(milliseconds)
    animation.setStartValue(float(start))
    animation.setEndValue(float(end))
    animation.setEasingCurve(QEasingCurve.Type.OutCubic)
    animation.valueChanged.connect(lambda value: on_value(cast(float, value)))
    if on_done is not None:
        animation.finished.connect(on_done)
    animation.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
    return animation
