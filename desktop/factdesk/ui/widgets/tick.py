"""A tick painted in a row, as QCheckBox looks in this theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from factdesk.ui import icons
from factdesk.ui.theme import theme
from factdesk.ui.widgets.painting import fill_box


def paint_tick(painter: QPainter, rect: QRectF, *, is_checked: bool) -> None:
    """Paint a check box without a widget: filled with the accent when ticked, outlined when not."""
    if not is_checked:
        fill_box(painter, rect, 3, theme().colour("base"), theme().colour("line_strong"))
        return
    fill_box(painter, rect, 3, theme().colour("accent"), theme().colour("accent"))
    icons.paint(painter, rect.adjusted(1.5, 1.5, -1.5, -1.5), "check", "accent_text")
