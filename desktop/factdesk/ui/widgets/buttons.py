"""Buttons: one primary a surface, quiet ones for the rest, the key printed in the button where the deed has one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from factdesk.ui.theme import theme
from factdesk.ui.widgets.focus import keyboard_focus, note_focus
from factdesk.ui.widgets.painting import LEFT, fill_box, key_cap_width, paint_key_cap, paint_shape, text_width

PLAIN, PRIMARY, TEXT, LINK, DANGER = "plain", "primary", "text", "link", "danger"


def key_words(key: str) -> str:
    """Give a key as the system writes it ("Ctrl+K", "⌘K")."""
    words = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
    return words.replace("Return", "Enter")


def words_of(text: str) -> str:
    """Give a button's text without the sign of its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


class Button(QPushButton):
    """A push button of a kind (plain, primary, text, link, danger) with an icon and a key cap where wanted."""

    def __init__(
        self,
        text: str = "",
        *,
        kind: str = PLAIN,
        icon: str = "",
        key: str = "",
        small: bool = False,
        tooltip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon = icon
        self._ink = ""
        self._key = key
        self._is_small = small
        self._is_compact = False
        self._tip = tooltip
        self._has_arrow = False
        self._icon_side = 16
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name_it()

    @property
    def kind(self) -> str:
        """The kind: plain, primary, text, link or danger."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Change the kind."""
        self._kind = kind
        self.update()

    @property
    def key(self) -> str:
        """The key printed in the button, or ""."""
        return self._key

    def set_key(self, key: str) -> None:
        """Print another key; it is only printed, the action owns it."""
        self._key = key
        self._name_it()

    def set_icon_name(self, name: str, ink: str = "") -> None:
        """Show another icon; `ink` "" takes the words' colour."""
        self._icon, self._ink = name, ink
        self.updateGeometry()
        self.update()

    def set_words(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self._name_it()

    def set_compact(self, is_compact: bool) -> None:
        """Show the icon alone; the words go to the tooltip."""
        self._is_compact = is_compact and bool(self._icon)
        self._name_it()

    @property
    def is_compact(self) -> bool:
        """Whether the icon stands alone."""
        return self._is_compact

    def set_tip(self, tip: str) -> None:
        """Say in a tooltip what the button does."""
        self._tip = tip
        self._name_it()

    def _name_it(self) -> None:
        words = words_of(self.text())
        self.setAccessibleName(words or self._tip)
        tip = self._tip or (words if self._is_compact else "")
        self.setToolTip(f"{tip} ({key_words(self._key)})" if tip and self._key else tip)
        self.updateGeometry()
        self.update()

    def _face(self) -> QFont:
        style = theme()
        font = style.font("small" if self._is_small else "body")
        if self._kind != TEXT:
            font.setWeight(QFont.Weight.DemiBold if self._kind == PRIMARY else QFont.Weight.Medium)
        return font

    def _side(self) -> int:
        if self._kind in (TEXT, LINK):
            return theme().px(8)
        return theme().px(9 if self._is_small else 12)

    def _parts(self) -> tuple[float, float, float, float]:
        style = theme()
        icon = float(style.px(14 if self._is_small else self._icon_side)) if self._icon else 0.0
        words = 0.0 if self._is_compact else text_width(words_of(self.text()), self._face())
        key = key_cap_width(key_words(self._key)) if self._key and not self._is_compact else 0.0
        arrow = float(style.px(14)) if self._has_arrow else 0.0
        return icon, words, key, arrow

    def sizeHint(self) -> QSize:
        """Give room for icon, words, key and arrow."""
        style = theme()
        height = style.height("control_small" if self._is_small else "control")
        parts = [part for part in self._parts() if part]
        if self._is_compact and not self._has_arrow:
            return QSize(height, height)
        gaps = 7 * max(0, len(parts) - 1)
        return QSize(round(sum(parts) + gaps + 2 * self._side()) + 1, height)

    def minimumSizeHint(self) -> QSize:
        """Give the same: a button is never cut."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a ring is due."""
        super().focusInEvent(event)
        note_focus(self, event)

    def changeEvent(self, event: QEvent) -> None:
        """Name and measure anew when the words or the type change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _inks(self) -> tuple[QColor | None, QColor | None, QColor]:
        style = theme()
        is_over, is_down = self.underMouse() and self.isEnabled(), self.isDown() or self.isChecked()
        if not self.isEnabled():
            border = None if self._kind in (TEXT, LINK) else style.colour("line")
            return None, border, style.colour("disabled")
        if self._kind == PRIMARY:
            fill = style.colour("accent_hover" if is_over or is_down else "accent")
            return fill, None, style.colour("accent_text")
        ground = "pressed" if is_down else "hover" if is_over else ""
        if self._kind in (TEXT, LINK):
            ink = "accent" if self._kind == LINK else "text" if is_over else "text2"
            return (style.colour(ground) if ground else None), None, style.colour(ink)
        ink = "danger" if self._kind == DANGER else "text"
        border = style.colour("danger" if self._kind == DANGER else "line_strong")
        return style.colour(ground or "raised"), border, style.colour(ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = theme()
        rect = QRectF(self.rect())
        fill, border, ink = self._inks()
        radius = style.radius("control")
        if fill is not None or border is not None:
            fill_box(painter, rect, radius, fill, border)
        self._paint_focus(painter, rect, radius)
        self._paint_parts(painter, rect, ink)

    def _paint_focus(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        if not keyboard_focus(self):
            return
        style = theme()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.colour("focus"), 2))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
        if self._kind == PRIMARY:
            painter.setPen(QPen(style.colour("accent_text"), 1.5))
            painter.drawRoundedRect(rect.adjusted(2.75, 2.75, -2.75, -2.75), radius - 2, radius - 2)

    def _paint_parts(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        icon, words, key, arrow = self._parts()
        parts = [part for part in (icon, words, key, arrow) if part]
        x = rect.x() + max(0.0, (rect.width() - sum(parts) - 7 * (len(parts) - 1)) / 2)
        middle = rect.center().y()
        if icon:
            self._paint_icon(painter, QRectF(round(x), round(middle - icon / 2), icon, icon), ink)
            x += icon + 7
        if words:
            painter.setFont(self._face())
            painter.setPen(ink)
            painter.drawText(QRectF(x, rect.y(), words + 2, rect.height()), LEFT, words_of(self.text()))
            x += words + 7
        if key:
            cap = theme().px(18)
            kind = "on_accent" if self._kind == PRIMARY and self.isEnabled() else "plain"
            paint_key_cap(painter, QPointF(x, round(middle - cap / 2)), key_words(self._key), kind)
            x += key + 7
        if arrow:
            paint_shape(painter, QPointF(round(x), round(middle - arrow / 2)), "chevron-down", arrow, ink)

    def _paint_icon(self, painter: QPainter, place: QRectF, ink: QColor) -> None:
        paint_shape(painter, place.topLeft(), self._icon, place.width(), self._ink or ink)


class IconButton(Button):
    """A square button of 28 pixels with an icon, a tooltip and an accessible name."""

    def __init__(
        self,
        icon: str,
        tooltip: str,
        *,
        key: str = "",
        checkable: bool = False,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind=TEXT, icon=icon, key=key, small=small, tooltip=tooltip, parent=parent)
        self.setCheckable(checkable)
        self.set_compact(True)


class MenuButton(Button):
    """A button that opens a menu, with an arrow beside its words."""

    def __init__(
        self, text: str, menu: QMenu | None = None, *, kind: str = TEXT, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, kind=kind, icon=icon, parent=parent)
        self._has_arrow = True
        self._menu = menu
        self.clicked.connect(self._on_clicked)

    def set_menu(self, menu: QMenu) -> None:
        """Open another menu."""
        self._menu = menu

    def _on_clicked(self) -> None:
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class ToggleButton(Button):
    """A text button that stays on: tinted in the accent while it is."""

    def __init__(self, text: str, *, icon: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, kind=TEXT, icon=icon, key=key, parent=parent)
        self.setCheckable(True)

    def _inks(self) -> tuple[QColor | None, QColor | None, QColor]:
        if self.isChecked() and self.isEnabled():
            style = theme()
            return style.colour("accent_tint"), None, style.colour("accent")
        return super()._inks()


class StanceButton(Button):
    """One of the three large buttons that say what a passage does to a claim."""

    def __init__(self, stance: str, text: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, icon=f"stance:{stance}", key=key, parent=parent)
        self.stance = stance
        self._icon_side = 12
        self.setCheckable(True)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give 40 pixels of height and room around the words."""
        return QSize(max(super().sizeHint().width() + 24, theme().px(126)), theme().height("stance_button") + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button three pixels inside, so that the ring has its gap."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = theme()
        ink = style.ink(f"stance:{self.stance}")
        whole = QRectF(self.rect())
        rect = whole.adjusted(3, 3, -3, -3)
        tints = {"supports": "true", "refutes": "false"}
        is_on = self.isChecked()
        ground = style.colour("hover" if self.underMouse() else "raised")
        if is_on:
            key = tints.get(self.stance)
            ground = style.verdict(key).tint if key else style.colour("pressed")
        fill_box(painter, rect, style.radius("control"), ground, ink if is_on else style.colour("line_strong"))
        if is_on:
            fill_box(painter, rect.adjusted(1, 1, -1, -1), style.radius("control") - 1, None, ink)
        if keyboard_focus(self):
            painter.setPen(QPen(style.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 8, 8)
        self._paint_parts(painter, rect, ink if self.isEnabled() else style.colour("disabled"))


class SplitButton(QWidget):
    """A deed and, behind its arrow, the deed's other ways."""

    def __init__(
        self, text: str, menu: QMenu, *, kind: str = PRIMARY, icon: str = "plus", tip: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.main = _Half(text, kind=kind, icon=icon, is_left=True)
        self.arrow = _Half("", kind=kind, icon="chevron-down", is_left=False)
        self.arrow.set_tip(tip or words_of(text))
        self.arrow.set_compact(True)
        self.arrow.setAccessibleName(tip or words_of(text))
        self._menu = menu
        self.clicked = self.main.clicked
        row.addWidget(self.main)
        row.addWidget(self.arrow)
        self.arrow.clicked.connect(self._on_arrow)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str) -> None:
        """Show other words."""
        self.main.set_words(text)

    def _on_arrow(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class _Half(Button):
    """One half of a split button; the other half's side has no round corners."""

    def __init__(self, text: str, *, kind: str, icon: str, is_left: bool) -> None:
        super().__init__(text, kind=kind, icon=icon)
        self._is_left = is_left

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the half and the line between the two."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect())
        rect = QRectF(self.rect())
        fill, border, ink = self._inks()
        whole = rect.adjusted(0, 0, 12, 0) if self._is_left else rect.adjusted(-12, 0, 0, 0)
        fill_box(painter, whole, theme().radius("control"), fill, border)
        self._paint_focus(painter, rect, theme().radius("control"))
        self._paint_parts(painter, rect, ink)
        if not self._is_left:
            line = QColor(ink)
            line.setAlphaF(0.35)
            painter.fillRect(QRectF(0, 7, 1, rect.height() - 14), line)


def button_row(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Put buttons side by side, pushed to the right, the primary last."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    return holder
