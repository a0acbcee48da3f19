"""How far things are: a thin bar, a ring, the tasks button and the three parts of coverage."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from factdesk.ui.theme import reduced_motion, theme
from factdesk.ui.widgets.buttons import Button
from factdesk.ui.widgets.painting import fill_box, paint_text, text_width
from factdesk.words import _, ngettext


class ThinProgress(QWidget):
    """A bar of four pixels; with no total a piece of it wanders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = 0.0
        self._phase = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(40)
        self._timer.timeout.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().height("progress"))
        self.setAccessibleName(_("Progress"))

    @property
    def share(self) -> float | None:
        """The share done, 0 to 1; None when the total is not known."""
        return self._share

    def set_share(self, done: int, total: int) -> None:
        """Show `done` of `total`; a total of 0 is not known."""
        self._share = min(1.0, done / total) if total > 0 else None
        self.setAccessibleDescription(_("{done} of {total}").format(done=done, total=total) if total else "")
        self._run()
        self.update()

    def _run(self) -> None:
        if self._share is None and self.isVisible() and not reduced_motion():
            self._timer.start()
        else:
            self._timer.stop()

    def _move(self) -> None:
        self._phase = (self._phase + 0.02) % 1.3
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move where needed."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop moving."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track and what is done."""
        del event
        style = theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill_box(painter, rect, 2, style.colour("pressed"))
        if self._share is None:
            painter.setClipRect(rect)
            done = QRectF(rect.width() * (self._phase - 0.3), 0, rect.width() * 0.3, rect.height())
        else:
            done = QRectF(0, 0, rect.width() * self._share, rect.height())
        if done.width() > 0:
            fill_box(painter, done, 2, style.colour("accent"))


def paint_ring(painter: QPainter, rect: QRectF, share: float | None, ink: QColor) -> None:
    """Draw a ring of which `share` is done; None draws a quarter."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    spot = rect.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(theme().colour("pressed"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(spot)
    pen = QPen(ink, 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    part = 0.25 if share is None else max(0.02, min(1.0, share))
    painter.drawArc(spot, 90 * 16, -round(part * 360 * 16))
    painter.restore()


class Ring(QWidget):
    """A ring of 16 pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self.setFixedSize(16, 16)
        self.setAccessibleName(_("Progress"))

    def set_share(self, share: float | None) -> None:
        """Show a share, 0 to 1, or None when it is not known."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        del event
        paint_ring(QPainter(self), QRectF(self.rect()), self._share, theme().colour("accent"))


class TaskButton(Button):
    """The button of the tool bar that shows how many tasks run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", kind="text", icon="list-checks", parent=parent)
        self._share: float | None = None
        self._running = 0
        self._has_trouble = False
        self.set_tasks(0, None)

    def set_tasks(self, running: int, share: float | None, *, has_trouble: bool = False) -> None:
        """Say how many run, how far they are together, and whether something failed."""
        self._running, self._share, self._has_trouble = running, share, has_trouble
        words = ngettext("{count} task", "{count} tasks", running).format(count=running) if running else _("Tasks")
        self.set_words(words)
        self.set_tip(_("Tasks: something failed") if has_trouble else _("Tasks"))
        self.setAccessibleDescription(_("Tasks: something failed") if has_trouble else "")
        self.set_compact(not running)

    def _paint_icon(self, painter: QPainter, place: QRectF, ink: QColor) -> None:
        if self._running:
            paint_ring(painter, place, self._share, theme().colour("accent"))
        else:
            super()._paint_icon(painter, place, ink)
        if self._has_trouble:
            style = theme()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(style.colour("chrome"), 1.5))
            painter.setBrush(style.colour("danger"))
            painter.drawEllipse(place.topRight() + QPointF(-1, 2), 4, 4)


def paint_coverage(painter: QPainter, rect: QRectF, claimed: int, struck: int, left: int) -> None:
    """Draw three segments told apart without colour: solid with a claim, hatched struck, outlined open."""
    total = claimed + struck + left
    style = theme()
    painter.save()
    x = rect.x()
    counts = ((claimed, "claimed"), (struck, "struck"), (left, "open"))
    shown = [pair for pair in counts if pair[0]] or [(1, "open")]
    room = rect.width() - 2 * (len(shown) - 1)
    for count, kind in shown:
        width = room * count / max(1, total)
        _paint_part(painter, QRectF(x, rect.y(), max(2.0, width), rect.height()), kind)
        x += width + 2
    painter.restore()
    del style


def _paint_part(painter: QPainter, rect: QRectF, kind: str) -> None:
    style = theme()
    if kind == "claimed":
        fill_box(painter, rect, 1, style.colour("accent"))
    elif kind == "open":
        fill_box(painter, rect, 1, None, style.colour("accent"))
    else:
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.colour("text3"), 1.6))
        x = rect.x() - rect.height()
        while x < rect.right():
            painter.drawLine(x, rect.bottom(), x + rect.height(), rect.y())  # type: ignore[call-overload]
            x += 4
        painter.restore()


class CoverageBar(QWidget):
    """The three parts of coverage as a bar of eight pixels."""

    def __init__(self, width: int = 110, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = (0, 0, 0)
        self._wide = width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the bar's size."""
        return QSize(self._wide, 8)

    def set_counts(self, claimed: int, struck: int, left: int) -> None:
        """Show numbers of sentences: with a claim, struck, open."""
        self._counts = (claimed, struck, left)
        self.setAccessibleName(_("Coverage"))
        self.setAccessibleDescription(
            _("{claimed} with a claim, {struck} struck, {open} open").format(claimed=claimed, struck=struck, open=left)
        )
        self.setToolTip(self.accessibleDescription())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        del event
        rect = QRectF(0, (self.height() - 8) / 2, self.width(), 8)
        paint_coverage(QPainter(self), rect, *self._counts)


class CoverageLegend(QWidget):
    """What the parts mean, with their numbers; words that have no room go into a second line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = (0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_counts(self, claimed: int, struck: int, left: int) -> None:
        """Show numbers of sentences: with a claim, struck, open."""
        self._counts = (claimed, struck, left)
        self.setAccessibleName(", ".join(self._words()))
        self.updateGeometry()
        self.update()

    def _words(self) -> tuple[str, str, str]:
        claimed, struck, left = self._counts
        return (
            _("{count} with a claim").format(count=claimed),
            _("{count} struck").format(count=struck),
            _("{count} open").format(count=left),
        )

    def sizeHint(self) -> QSize:
        """Give room for three parts and their words."""
        font = theme().font("small")
        return QSize(round(sum(text_width(words, font) + 36 for words in self._words())), theme().px(20))

    def minimumSizeHint(self) -> QSize:
        """Give room for one part."""
        return QSize(120, theme().px(20))

    def hasHeightForWidth(self) -> bool:
        """Say that less width needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines at `width`."""
        return theme().px(20) * (1 + max(line for _place, line in self._places(width)))

    def _places(self, width: int) -> list[tuple[float, int]]:
        """Give where each part begins: its x and its line."""
        font = theme().font("small")
        places: list[tuple[float, int]] = []
        x, line = 0.0, 0
        for words in self._words():
            wide = 20 + text_width(words, font)
            if x and x + wide > width:
                x, line = 0.0, line + 1
            places.append((x, line))
            x += wide + 16
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw parts and words."""
        del event
        style = theme()
        painter = QPainter(self)
        high = style.px(20)
        parts = zip(("claimed", "struck", "open"), self._words(), self._places(self.width()), strict=True)
        for kind, words, (x, line) in parts:
            _paint_part(painter, QRectF(x, line * high + high / 2 - 4, 14, 8), kind)
            rect = QRectF(x + 20, line * high, self.width() - x - 20, high)
            paint_text(painter, rect, words, style.font("small"), style.colour("text2"))
