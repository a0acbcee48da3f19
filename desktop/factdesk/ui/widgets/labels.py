"""Labels: type roles, elided lines, hashes, quotations, links and rules."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from factdesk.ui.theme import polish, theme
from factdesk.ui.widgets.focus import keyboard_focus, note_focus, paint_ring
from factdesk.ui.widgets.rows import TwoLines
from factdesk.words import _

_TYPE = {
    "text2": "body", "text3": "body", "danger": "small", "warn": "small", "accent": "body_medium",
    "strong": "body_strong", "medium": "body_medium", "title": "dialog_title", "small3": "small",
}  # fmt: skip


def type_role(role: str) -> str:
    """Give the role of type behind a label's role, which may name a colour instead."""
    return _TYPE.get(role, role)


class _Label(QLabel):
    """A label whose font follows its role."""

    def __init__(self, text: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_role(role)

    def set_role(self, role: str) -> None:
        """Change the role: type and colour."""
        self.setProperty("role", role)
        self.setFont(theme().font(type_role(role)))
        polish(self)


def label(text: str = "", role: str = "body", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """Make a plain-text label in a role of LOOK's type or one of its colours (small, text2, danger …)."""
    made = _Label(text, role)
    made.setWordWrap(wrap)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def set_role(target: QLabel, role: str) -> None:
    """Change the role of a label made by `label`."""
    target.setProperty("role", role)
    target.setFont(theme().font(type_role(role)))
    polish(target)


def rule(*, vertical: bool = False) -> QFrame:
    """Make a line of one pixel that parts two things."""
    made = QFrame()
    made.setObjectName("rule_vertical" if vertical else "rule")
    made.setFrameShape(QFrame.Shape.NoFrame)
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def surface(widget: QWidget, name: str) -> QWidget:
    """Give a widget a ground of the theme (chrome, base, raised, sunken, none); give the widget back."""
    widget.setProperty("surface", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    polish(widget)
    return widget


class Caption(_Label):
    """A caption in capitals over a group."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "caption", parent)


class ElidedLabel(QLabel):
    """One or more lines that end in an ellipsis where there is no room; the tooltip then holds the whole."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._whole = text
        self._mode = mode
        self._lines = lines
        self._layout = TwoLines()
        self._tip = ""
        self.setProperty("role", role)
        self.setFont(theme().font(type_role(role)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str, /) -> None:
        """Show `text`."""
        self._whole = text
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._renew_tip()

    def sizeHint(self) -> QSize:
        """Give room for the whole first line and for all lines' height."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 2, self._line() * self._lines)

    def minimumSizeHint(self) -> QSize:
        """Give the least size: a few letters."""
        return QSize(min(24, self.sizeHint().width()), self._line() * self._lines)

    def _line(self) -> int:
        return max(theme().line(type_role(str(self.property("role")))), QFontMetrics(self.font()).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See anew whether the text is whole."""
        super().resizeEvent(event)
        self._renew_tip()

    def _renew_tip(self) -> None:
        if self._lines > 1:
            is_cut = self._layout.is_cut(self._whole, self.font(), self.width(), self._lines, self._line())
        else:
            is_cut = QFontMetrics(self.font()).horizontalAdvance(self._whole) > self.width()
        self.setToolTip(self._whole if is_cut else self._tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        del event
        painter = QPainter(self)
        colour = self.palette().color(self.foregroundRole())
        rect = QRectF(self.contentsRect())
        if self._lines > 1:
            self._layout.draw(
                painter, rect, self._whole, self.font(), colour, lines=self._lines, line_height=self._line()
            )
            return
        painter.setFont(self.font())
        painter.setPen(colour)
        shown = QFontMetrics(self.font()).elidedText(self._whole, self._mode, self.contentsRect().width())
        painter.drawText(rect, self.alignment() | Qt.TextFlag.TextSingleLine, shown)


class LinkLabel(QLabel):
    """Words in the accent that do something when clicked."""

    clicked = Signal()

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "accent")
        self.setFont(theme().font(role))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(24)

    def _underline(self, is_on: bool) -> None:
        font = self.font()
        font.setUnderline(is_on)
        self.setFont(font)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underline under the mouse."""
        super().enterEvent(event)
        self._underline(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the line away."""
        super().leaveEvent(event)
        self._underline(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do the deed."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the deed on Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a ring is due."""
        super().focusInEvent(event)
        note_focus(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words and, by keyboard, the ring."""
        super().paintEvent(event)
        if keyboard_focus(self):
            painter = QPainter(self)
            paint_ring(painter, QRectF(self.rect()), 4)


class HashLabel(QLabel):
    """The first eight digits of a hash; the tooltip holds all, a click copies them."""

    copied = Signal(str)

    def __init__(self, digest: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "hash")
        self.setFont(theme().font("hash"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.digest = ""
        self.set_hash(digest)

    def set_hash(self, digest: str) -> None:
        """Show another hash."""
        self.digest = digest
        self.setText(short_hash(digest))
        self.setToolTip(f"SHA-256 {digest}\n{_('Click to copy')}" if digest else "")
        self.setAccessibleName(f"SHA-256 {digest}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Copy the whole hash."""
        del event
        if self.digest:
            QGuiApplication.clipboard().setText(self.digest)
            self.copied.emit(self.digest)


def short_hash(digest: str) -> str:
    """Give "9f3c 51ae" for a long hash."""
    return f"{digest[:4]} {digest[4:8]}".strip()


class QuoteBlock(QLabel):
    """Exact words in the reading face beside a bar of three pixels in the verdict's ink."""

    def __init__(self, text: str = "", look: str = "", role: str = "quotation", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme().font(role))
        self.setWordWrap(True)
        self.setContentsMargins(14, 0, 0, 0)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.set_quote(text, look)

    def set_quote(self, text: str, look: str = "") -> None:
        """Show other words; `look` is a verdict's, a colour's name, or "" for the accent."""
        self._look = look
        self.setText(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and the words."""
        super().paintEvent(event)
        style = theme()
        is_verdict = self._look in style.verdict_keys
        ink = style.verdict(self._look).ink if is_verdict else style.colour(self._look or "accent")
        painter = QPainter(self)
        painter.fillRect(QRectF(QPointF(0, 1), QPointF(3, self.height() - 1)), ink)
