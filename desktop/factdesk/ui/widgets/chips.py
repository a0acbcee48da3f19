"""Small marks of state: verdict chips, tags, filters, badges, key caps, boxes, initials and shapes with their word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from factdesk.ui import icons
from factdesk.ui.theme import theme
from factdesk.ui.widgets import painting
from factdesk.ui.widgets.buttons import key_words
from factdesk.ui.widgets.focus import keyboard_focus, note_focus
from factdesk.ui.widgets.key_menu import KeyMenu
from factdesk.words import _


class RatingLike(Protocol):
    """What a menu of verdicts needs to know of a rating."""

    @property
    def key(self) -> str:
        """The rating's key."""
        ...

    @property
    def name(self) -> str:
        """The word shown."""
        ...

    @property
    def look(self) -> str:
        """The look in the theme."""
        ...

    @property
    def shortcut(self) -> str:
        """The key that gives it, or ""."""
        ...


class _Painted(QWidget):
    """A still thing whose size follows its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Give the same as the size hint: it is never cut."""
        return self.sizeHint()

    def _renew(self, name: str) -> None:
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()


class VerdictChip(QAbstractButton):
    """A verdict as a pill: shape, word and, for a reader in a hurry, colour."""

    def __init__(
        self, look: str = "", word: str = "", *, is_button: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._word = look, word
        self._is_button = is_button
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_button else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_button)
        self.set_verdict(look, word)

    @property
    def look(self) -> str:
        """The look shown."""
        return self._look

    def set_verdict(self, look: str, word: str) -> None:
        """Show another verdict."""
        self._look, self._word = look or "none", word
        self.setAccessibleName(_("Verdict: {verdict}").format(verdict=word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the chip's size and three pixels around it for the ring."""
        return QSize(round(painting.chip_width(self._word)) + 6, theme().height("chip") + 6)

    def minimumSizeHint(self) -> QSize:
        """Give the same: a verdict is never cut."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a ring is due."""
        super().focusInEvent(event)
        note_focus(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip and, by keyboard, the ring."""
        del event
        painter = QPainter(self)
        rect = painting.paint_chip(painter, QPointF(3, 3), self._look, self._word)
        if keyboard_focus(self) or (self._is_button and self.underMouse()):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("focus" if keyboard_focus(self) else "line_strong"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            spot = rect.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(spot, spot.height() / 2, spot.height() / 2)


def verdict_menu(parent: QWidget, ratings: Sequence[RatingLike], current: str = "") -> QMenu:
    """Make the menu of a scale, with shapes and keys; an action's `data()` is the rating's key, "" takes it away."""
    menu = KeyMenu(parent)
    for rating in ratings:
        action = menu.add_choice(rating.shortcut, _(rating.name), icons.icon(f"verdict:{rating.look}"))
        action.setData(rating.key)
        if rating.key == current:
            action.setFont(theme().font("body_strong"))
    menu.addSeparator()
    menu.add_choice("0", _("No verdict"), icons.icon("verdict:none")).setData("")
    return menu


class Tag(_Painted):
    """A word on grey."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._renew(text)

    def set_text(self, text: str) -> None:
        """Show another word."""
        self._text = text
        self._renew(text)

    def sizeHint(self) -> QSize:
        """Give the tag's size."""
        return QSize(round(painting.tag_width(self._text)) + 1, theme().height("tag"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tag."""
        del event
        painting.paint_tag(QPainter(self), QPointF(0, 0), self._text)


class FilterChip(QWidget):
    """A filter in force; its cross, Delete and Backspace take it away."""

    removed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Filter: {filter}").format(filter=text))
        self.setToolTip(_("Take this filter away"))

    def _face(self) -> QFont:
        font = theme().font("small")
        font.setWeight(QFont.Weight.Medium)
        return font

    def sizeHint(self) -> QSize:
        """Give room for the words and the cross."""
        return QSize(round(painting.text_width(self.text, self._face())) + 38, theme().height("filter_chip"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a ring is due."""
        super().focusInEvent(event)
        note_focus(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the filter away when the cross is hit."""
        if event.position().x() > self.width() - 28:
            self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the filter away."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words and cross on the accent's tint."""
        del event
        style = theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        painting.fill_box(painter, rect, style.radius("tag"), style.colour("accent_tint"))
        painting.paint_text(painter, rect.adjusted(9, 0, -26, 0), self.text, self._face(), style.colour("accent"))
        painting.paint_shape(painter, QPointF(rect.right() - 23, rect.center().y() - 7), "x", 14, "accent")
        if keyboard_focus(self):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(style.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)


class Badge(_Painted):
    """A count in a pill; gone at 0."""

    def __init__(self, count: int = 0, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Show another count."""
        self._count = count
        self.setVisible(count > 0)
        self._renew(str(count))

    def sizeHint(self) -> QSize:
        """Give the pill's size."""
        return QSize(round(painting.badge_width(str(self._count))) + 1, theme().height("badge"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        del event
        painting.paint_badge(QPainter(self), QPointF(0, 0), str(self._count), self._kind)


class KeyCap(_Painted):
    """A key, printed beside what it does."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key_words(key)
        self._renew(self._key)

    def sizeHint(self) -> QSize:
        """Give the cap's size."""
        return QSize(round(painting.key_cap_width(self._key)) + 1, theme().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap."""
        del event
        painting.paint_key_cap(QPainter(self), QPointF(0, 0), self._key)


class Box(_Painted):
    """A boxed code: reliability "A", credibility joined "A1"."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_text(text)

    def set_text(self, text: str, meaning: str = "") -> None:
        """Show another code; `meaning` is its tooltip."""
        self._text = text
        self.setVisible(bool(text))
        self.setToolTip(meaning)
        self._renew(f"{text} {meaning}".strip())

    def sizeHint(self) -> QSize:
        """Give the box's size."""
        return QSize(round(painting.box_width(self._text)) + 1, theme().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        del event
        painting.paint_box(QPainter(self), QPointF(0, 0), self._text)


class Avatar(_Painted):
    """Initials of a person in a disc of 20 pixels."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show another person."""
        self._letters = initials(name)
        self.setVisible(bool(self._letters))
        self.setToolTip(name)
        self._renew(name)

    def sizeHint(self) -> QSize:
        """Give the disc's size."""
        return QSize(theme().px(20), theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc."""
        del event
        paint_avatar(QPainter(self), QPointF(0, 0), self._letters)


def initials(name: str) -> str:
    """Give the first letters of the first and the last name."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def paint_avatar(painter: QPainter, at: QPointF, letters: str) -> None:
    """Draw initials in a disc with its top left corner `at`."""
    style = theme()
    side = style.px(20)
    rect = QRectF(at.x(), at.y(), side, side)
    painting.fill_box(painter, rect, side / 2, style.colour("pressed"))
    font = style.font("body_strong")
    font.setPixelSize(style.px(9))
    painting.paint_text(painter, rect, letters, font, style.colour("text2"), align=painting.CENTRE)


class ShapeLabel(_Painted):
    """A shape of ours with its word: "status:review" In review, "stance:refutes" Refutes, "verdict:false" 2."""

    def __init__(self, shape: str = "", word: str = "", *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_strong = strong
        self.set(shape, word)

    def set(self, shape: str, word: str) -> None:
        """Show another shape and word."""
        self._shape, self._word = shape, word
        self._renew(word)

    def _face(self) -> QFont:
        return theme().font("body_strong" if self._is_strong or self._shape.startswith("stance:") else "body")

    def _size(self) -> float:
        return float(theme().px(12 if self._shape.startswith("stance:") else 16))

    def sizeHint(self) -> QSize:
        """Give room for shape and word."""
        word = painting.text_width(self._word, self._face()) + 6 if self._word else 0
        return QSize(round(self._size() + word) + 1, max(theme().line("body"), 18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw shape and word."""
        del event
        style = theme()
        painter = QPainter(self)
        size = self._size()
        painting.paint_shape(painter, QPointF(0, round(self.height() / 2 - size / 2)), self._shape, size)
        ink = style.ink(self._shape) if self._shape.startswith("stance:") else style.colour("text")
        rect = QRectF(size + 6, 0, self.width() - size - 5, self.height())
        painting.paint_text(painter, rect, self._word, self._face(), ink)
