"""The dashed line round a place over which something is held that may be dropped there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from factdesk.ui.theme import theme
from factdesk.ui.widgets.painting import CENTRE, fill_box, paint_text, text_width
from factdesk.words import _


class DropFrame(QWidget):
    """Lies over its host while something is held over it, and lets every event through."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        host.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show while something is held over the host; the host itself says what it takes."""
        if event.type() == QEvent.Type.DragEnter and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
            self.raise_()
            self.show()
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and what letting go will do."""
        del event
        style, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(style.colour("accent"), 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        radius = style.radius("card")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), radius, radius)
        words, font = _("Drop to file"), style.font("body_strong")
        width, height = text_width(words, font) + 32, style.height("undo_bar")
        bar = QRectF((self.width() - width) / 2, self.height() - 2 * height, width, height)
        fill_box(painter, bar, style.radius("control"), style.colour("accent"))
        paint_text(painter, bar, words, font, style.colour("accent_text"), align=CENTRE)
