"""Panels that lie over the window as its children: on a scrim, or drawn in from the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QWidget

from factdesk.ui.theme import looks, theme
from factdesk.ui.widgets.labels import surface
from factdesk.ui.widgets.motion import animate
from factdesk.ui.widgets.painting import fill_box


def drop_shadow(widget: QWidget) -> None:
    """Give a panel the one shadow there is; none in the dark look."""
    if theme().is_dark:
        widget.setGraphicsEffect(None)  # type: ignore[arg-type]
        return
    effect = QGraphicsDropShadowEffect(widget)
    effect.setBlurRadius(18)
    effect.setOffset(0, 6)
    effect.setColor(QColor(0, 0, 0, 51))
    widget.setGraphicsEffect(effect)


def paint_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Paint the one shadow there is around `rect`, for a panel whose content changes often; none in the dark look.

    A graphics effect would paint the whole panel anew, blurred, at each letter typed into it.
    """
    if theme().is_dark:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, _SHADOW_INK))
    for spread in range(_SHADOW_RINGS, 0, -1):
        grown = rect.adjusted(-spread, _SHADOW_DOWN - spread, spread, _SHADOW_DOWN + spread)
        painter.drawRoundedRect(grown, radius + spread, radius + spread)
    painter.restore()


_SHADOW_RINGS, _SHADOW_DOWN, _SHADOW_INK = 14, 6, 4


class _Panel(QFrame):
    """The raised ground of an overlay."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground with round corners."""
        del event
        style = theme()
        fill_box(
            QPainter(self), QRectF(self.rect()), style.radius("dialog"), style.colour("raised"), style.colour("line")
        )


class Overlay(QWidget):
    """A panel over a scrim that fades in, holds the focus inside and gives it back. Put a layout into `body`."""

    opened = Signal()
    closed = Signal()
    # Stands in while the object is being taken down and events still come.
    _host: QWidget | None = None

    def __init__(
        self, host: QWidget, *, width: int, top: int | None = None, height: int | None = None, has_scrim: bool = True
    ) -> None:
        super().__init__(host)
        self._host = host
        self._wish = (width, top, height)
        self._has_scrim = has_scrim
        self._back: QWidget | None = None
        self.body = _Panel(self)
        self._shade = 1.0
        host.installEventFilter(self)
        looks().changed.connect(self.update)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return not self.isHidden()

    def open(self) -> None:
        """Show it; the focus goes to the first field inside and comes back at the end."""
        if self.is_open:
            self.raise_()
            return
        self._back = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        first = self.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        animate(self, theme().ms("fade"), 0, 1, self._set_shade)
        self.opened.emit()

    def _set_shade(self, shade: float) -> None:
        self._shade = shade
        self.update()

    def first_field(self) -> QWidget | None:
        """Give the field that takes the focus at opening; override to choose another."""
        inside = [child for child in self.body.findChildren(QWidget) if self._takes_tab(child)]
        return inside[0] if inside else None

    def _takes_tab(self, child: QWidget) -> bool:
        takes = bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return takes and child.isEnabled() and child.isVisibleTo(self) and child.focusProxy() is None

    def close_overlay(self, *, gives_back: bool = True) -> None:
        """Hide it and give the focus back, unless it led to another place."""
        if not self.is_open:
            return
        self.hide()
        back = self._back
        self._back = None
        if gives_back and back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def focusNextPrevChild(self, is_next: bool, /) -> bool:
        """Keep Tab inside."""
        inside = self._tab_order()
        if not inside:
            return True
        at = QApplication.focusWidget()
        place = inside.index(at) if at in inside else -1 if is_next else 0
        target = inside[(place + (1 if is_next else -1)) % len(inside)]
        reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    def _tab_order(self) -> list[QWidget]:
        found: list[QWidget] = []
        start = self.body.nextInFocusChain()
        at = start
        while at is not None:
            if self.body.isAncestorOf(at) and self._takes_tab(at):
                found.append(at)
            at = at.nextInFocusChain()
            if at is start:
                break
        return found

    def _place(self) -> None:
        if self._host is None:
            return
        whole = self._host.rect()
        self.setGeometry(whole)
        style = theme()
        width, top, height = self._wish
        wide = min(style.px(width), whole.width() - 32)
        asked = style.px(height) if height is not None else self.body.sizeHint().height()
        y = style.px(top) if top is not None else max(16, (whole.height() - asked) // 2)
        y = min(y, max(16, whole.height() - asked - 16)) if height is not None else y
        high = min(asked, whole.height() - y - 16)
        self.body.setGeometry(QRect((whole.width() - wide) // 2, y, wide, max(80, high)))
        self.update()

    def fit(self) -> None:
        """Take the height of the content anew."""
        if self.is_open:
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.is_open:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; let no key through to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the panel."""
        if not self.body.geometry().contains(event.position().toPoint()):
            self.close_overlay()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scrim, and the shadow where it is not under the panel."""
        painter, panel = QPainter(self), self.body.geometry()
        if self._has_scrim:
            scrim = theme().colour("scrim")
            scrim.setAlphaF(scrim.alphaF() * self._shade)
            painter.fillRect(event.rect(), scrim)
        if not panel.contains(event.rect()):
            paint_shadow(painter, QRectF(panel), theme().radius("dialog"))


class Drawer(QWidget):
    """A panel over the right edge of its host, for a pane that has no room beside the page."""

    closed = Signal()
    # Stands in while the object is being taken down and events still come.
    _host: QWidget | None = None

    def __init__(self, host: QWidget, *, width: int = 340) -> None:
        super().__init__(host)
        self._host = host
        self._wide = width
        surface(self, "base")
        drop_shadow(self)
        host.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Slide in."""
        self._place(0 if self.isHidden() else self._wide)
        self.show()
        self.raise_()
        animate(self, theme().ms("pane"), 0, theme().px(self._wide), lambda wide: self._place(round(wide)))

    def close_drawer(self) -> None:
        """Go."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _place(self, shown: int) -> None:
        if self._host is None:
            return
        whole = self._host.rect()
        self.setGeometry(whole.width() - shown, 0, theme().px(self._wide), whole.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size."""
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place(theme().px(self._wide))
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line at its left."""
        del event
        style = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.colour("base"))
        painter.fillRect(0, 0, 1, self.height(), style.colour("line_strong"))
