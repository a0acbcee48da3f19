"""Things said in passing or in place: the undo bar, banners of trouble, and what an empty pane says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from factdesk.ui import icons
from factdesk.ui.theme import looks, theme
from factdesk.ui.widgets.buttons import Button, IconButton, key_words
from factdesk.ui.widgets.focus import keyboard_focus, note_focus
from factdesk.ui.widgets.labels import label
from factdesk.ui.widgets.motion import animate
from factdesk.ui.widgets.painting import LEFT, fill_box, key_cap_width, paint_key_cap, paint_text, text_width
from factdesk.words import _


class UndoBar(QWidget):
    """Says at the bottom left what was done and offers to undo it or to go there, for eight seconds; one at a time."""

    undone = Signal()
    dismissed = Signal()
    # Stands in while the object is being taken down and events still come.
    _host: QWidget | None = None

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._text = ""
        self._on_undo: Callable[[], None] | None = None
        self._deed = _UndoDeed(self)
        self._deed.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(self._deed)
        self._fade = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._fade)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(theme().ms("toast"))
        self._timer.timeout.connect(self._on_time)
        host.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text

    def offer(
        self, text: str, on_undo: Callable[[], None] | None, *, key: str = "Ctrl+Z", deed: str | None = None
    ) -> None:
        """Say `text` and offer to undo it; `deed` names what is offered instead, "" that nothing is."""
        self._text, self._on_undo = text, on_undo
        self._deed.set_words(_("Undo") if deed is None else deed, key)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        animate(self, theme().ms("fade"), 0, 1, self._fade.setOpacity)

    def dismiss(self) -> None:
        """Go at once."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.dismissed.emit()

    def _undo(self) -> None:
        deed = self._on_undo
        self.dismiss()
        if deed is not None:
            deed()
        self.undone.emit()

    def _on_time(self) -> None:
        if self.underMouse() or self._deed.hasFocus():
            self._timer.start()
            return
        animate(self, theme().ms("fade"), 1, 0, self._fade.setOpacity, on_done=self.dismiss)

    def _place(self) -> None:
        style = theme()
        deed = 0 if self._deed.isHidden() else self._deed.sizeHint().width()
        wide = text_width(self._text, style.font("body")) + deed + 44
        if self._host is None:
            return
        width = min(round(wide), self._host.width() - 48)
        height = style.height("undo_bar")
        self.setGeometry(24, self._host.height() - height - style.height("status_bar") - 16, width, height)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the mouse is here."""
        super().enterEvent(event)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size."""
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and its words."""
        del event
        style = theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill_box(painter, rect, style.radius("control"), style.colour("tooltip"))
        room = rect.adjusted(14, 0, -(0 if self._deed.isHidden() else self._deed.width()) - 18, 0)
        paint_text(painter, room, self._text, style.font("body"), style.colour("tooltip_text"))


class _UndoDeed(QAbstractButton):
    """ "Undo" with its key, on the bar's own ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str, key: str) -> None:
        """Say what is offered, with its key if it has one."""
        self._key = key_words(key) if key else ""
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give room for word and key."""
        words = text_width(self.text(), theme().font("body_strong"))
        cap = key_cap_width(self._key) + 10 if self._key else 0
        return QSize(round(words + cap) + 16, theme().height("control"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a ring is due."""
        super().focusInEvent(event)
        note_focus(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw word and key."""
        del event
        style = theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        ink = style.colour("tooltip_text")
        font = style.font("body_strong")
        font.setUnderline(self.underMouse())
        used = paint_text(painter, rect.adjusted(8, 0, 0, 0), self.text(), font, ink, align=LEFT)
        cap = style.px(18)
        if self._key:
            paint_key_cap(painter, QPointF(8 + used + 10, round(rect.center().y() - cap / 2)), self._key, "on_tooltip")
        if keyboard_focus(self):
            painter.setPen(ink)
            fill_box(painter, rect.adjusted(1, 2, -1, -2), 5, None, ink)


class Banner(QWidget):
    """A strip that stays until its trouble is over: icon, sentence, one deed."""

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str = "",
        *,
        kind: str = "warn",
        action: str = "",
        is_closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._sign = QLabel()
        self._words = label(text, "body", wrap=True)
        self._deed = Button(action, kind="plain", small=True)
        self._deed.clicked.connect(self.acted)
        self._cross = IconButton("x", _("Close"), small=True)
        self._cross.clicked.connect(self.closed)
        self._cross.setVisible(is_closable)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 12, 7)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._deed)
        row.addWidget(self._cross)
        looks().changed.connect(self._renew)
        self.set(text, action)

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def set(self, text: str, action: str = "", kind: str = "") -> None:
        """Say another sentence; "" hides the strip."""
        self._kind = kind or self._kind
        self._words.setText(text)
        self._deed.set_words(action)
        self._deed.setVisible(bool(action))
        self.setVisible(bool(text))
        self.setAccessibleName(text)
        self._renew()

    def _renew(self) -> None:
        name = {"danger": "octagon-alert", "warn": "triangle-alert"}.get(self._kind, "info")
        ink = {"danger": "danger", "warn": "warn"}.get(self._kind, "text2")
        self._sign.setPixmap(icons.pixmap(name, ink))
        self._sign.setFixedSize(16, 18)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and its rule."""
        del event
        style = theme()
        painter = QPainter(self)
        ground = {"danger": "danger_tint", "warn": "warn_tint"}.get(self._kind, "chrome")
        painter.fillRect(self.rect(), style.colour(ground))
        painter.fillRect(0, self.height() - 1, self.width(), 1, style.colour("line"))


class EmptyState(QWidget):
    """What a pane says while it holds nothing: an icon, a title, one sentence, one deed."""

    acted = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        *,
        action: str = "",
        key: str = "",
        kind: str = "primary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = label(title, "empty_title", wrap=True)
        self._sentence = label(sentence, "text2", wrap=True)
        for words in (self._title, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._deed = Button(action, kind=kind, key=key)
        self._deed.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addStretch(2)
        for widget in (self._picture, self._title, self._sentence):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self._deed, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        looks().changed.connect(self._renew)
        self.set(title, sentence, action)

    @property
    def button(self) -> Button:
        """The deed's button."""
        return self._deed

    def set(self, title: str, sentence: str = "", action: str = "", icon: str = "") -> None:
        """Say something else."""
        self._icon = icon or self._icon
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._deed.set_words(action)
        self._deed.setVisible(bool(action))
        self.setAccessibleName(title)
        self._renew()

    def _renew(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon, "text3", 32))
