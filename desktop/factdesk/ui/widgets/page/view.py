"""The reading page as it is used: mouse, keys, context menu and finding over the marked sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from factdesk.model.values.text import Span
from factdesk.ui import icons
from factdesk.ui.widgets.page.finding import find_words
from factdesk.ui.widgets.page.marked import MarkedSheet
from factdesk.ui.widgets.page.marks import Mark
from factdesk.words import _

_DRAG = 4
_CARET_KEYS = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    }
)  # fmt: skip


class PageView(MarkedSheet):
    """A text with marks to read, select in, click through and search.

    A click on overlapping marks chooses the shortest, the next click the one around it. The owner gives J, K and the
    other letters their meaning; arrows move the caret, with Shift they select.
    """

    mark_clicked = Signal(str)
    mark_activated = Signal(str)
    gutter_clicked = Signal(str)
    head_activated = Signal(str)
    menu_wanted = Signal(QMenu, object)
    hits_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None, *, has_gutter: bool = True) -> None:
        super().__init__(parent, has_gutter=has_gutter)
        self._pressed: QPointF | None = None
        self.viewport().setMouseTracking(True)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began; the mouse needs no caret."""
        self._layout.has_caret = False
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a mark where nothing was dragged."""
        super().mouseReleaseEvent(event)
        began, self._pressed = self._pressed, None
        if began is None or (event.position() - began).manhattanLength() > _DRAG or self.textCursor().hasSelection():
            return
        point = self._on_page(event.position())
        under = self.canvas.hit(point)
        if under:
            self._click(under, is_gutter=self.canvas.is_gutter(point))
            return
        key = self.canvas.head_key(point)
        if key:
            self.head_activated.emit(key)

    def _click(self, under: Sequence[Mark], *, is_gutter: bool) -> None:
        ids = [mark.id for mark in under]
        at = ids.index(self.selected_mark) + 1 if self.selected_mark in ids else 0
        mark_id = ids[at % len(ids)]
        self.select_mark(mark_id, scroll=False)
        if is_gutter:
            self.gutter_clicked.emit(mark_id)
        self.mark_clicked.emit(mark_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the mark under the mouse; elsewhere select the word."""
        under = self.canvas.hit(self._on_page(event.position()))
        if under and event.button() == Qt.MouseButton.LeftButton:
            chosen = self.selected_mark
            self.mark_activated.emit(chosen if chosen in [mark.id for mark in under] else under[0].id)
            return
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Outline the mark under the mouse."""
        super().mouseMoveEvent(event)
        if event.buttons():
            return
        point = self._on_page(event.position())
        under = self.canvas.hit(point)
        self._hover(under[0].id if under else "")
        hand = bool(self.canvas.head_key(point)) or (bool(under) and self.canvas.is_gutter(point))
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor if self.canvas.is_gutter(point) and not hand else shape)

    def _hover(self, mark_id: str) -> None:
        if mark_id != self._state.hovered:
            self._state.hovered = mark_id
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say a mark's words in a tooltip over the gutter; forget the hover when the mouse goes."""
        if event.type() == QEvent.Type.Leave:
            self._hover("")
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            point = self._on_page(event.pos())
            under = self.canvas.hit(point) if self.canvas.is_gutter(point) else ()
            labels = "\n".join(mark.label for mark in under if mark.label)
            QToolTip.showText(event.globalPos(), labels, self.viewport())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the size with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoom(1 if turned > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, copy, open the mark at the caret; leave single letters to the owner."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._zooms(event.key()):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            under = self.marks_at(self.caret)
            chosen = self.selected_mark or (under[0].id if under else "")
            if chosen:
                self.mark_activated.emit(chosen)
                return
        if event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            self.select(None)
            return
        is_letter = event.text().isprintable() and bool(event.text()) and event.key() != Qt.Key.Key_Space
        if is_letter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        if event.key() in _CARET_KEYS:
            self._layout.has_caret = True
        super().keyPressEvent(event)

    def _zooms(self, key: int) -> bool:
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        if key not in steps:
            return False
        self.zoom(steps[Qt.Key(key)])
        return True

    def focusNextPrevChild(self, is_next: bool, /) -> bool:
        """Go outwards through overlapping marks first, then on."""
        chosen = self.mark(self.selected_mark)
        if is_next and chosen is not None:
            here = [mark.id for mark in self.marks_at(chosen.span.start) if len(mark.span) >= len(chosen.span)]
            at = here.index(chosen.id) + 1 if chosen.id in here else len(here)
            if at < len(here):
                self.select_mark(here[at])
                self.mark_clicked.emit(here[at])
                return True
        return super().focusNextPrevChild(is_next)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy, and what the owner adds."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(icons.icon("copy"), _("Copy"))
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        everything = menu.addAction(_("Select all"))
        everything.setShortcut(QKeySequence(QKeySequence.StandardKey.SelectAll))
        everything.triggered.connect(self.selectAll)
        under = self.canvas.hit(self._on_page(event.pos()))
        if under and not self.textCursor().hasSelection():
            self.select_mark(under[0].id, scroll=False)
            self.mark_clicked.emit(under[0].id)
        self.menu_wanted.emit(menu, self.span())
        menu.popup(event.globalPos())

    # Finding

    @property
    def hits(self) -> tuple[Span, ...]:
        """The places found."""
        return self._state.hits

    @property
    def current_hit(self) -> int:
        """The number of the hit shown, from 0; -1 for none."""
        return self._state.current_hit

    def find_words(self, words: str) -> int:
        """Show every place of `words` (case, accents, apostrophes do not matter); give their number."""
        hits = find_words(self._content.text, words)
        self.show_hits(hits)
        if hits:
            here = self.place().start
            first = next((at for at, hit in enumerate(hits) if hit.start >= here), 0)
            self._go_to_hit(first)
        return len(hits)

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Show places found elsewhere, such as by the library's search; the first stays unchosen."""
        self._state.hits = tuple(hits)
        self._state.current_hit = -1
        self.viewport().update()
        self.hits_changed.emit(-1, len(hits))

    def find_step(self, step: int) -> None:
        """Go to the next hit (+1) or the previous one (-1), around the ends."""
        if self._state.hits:
            at = self._state.current_hit
            start = at if at >= 0 else (-1 if step > 0 else 0)
            self._go_to_hit((start + step) % len(self._state.hits))

    def _go_to_hit(self, at: int) -> None:
        self._state.current_hit = at
        self.scroll_to(self._state.hits[at], where="nearest")
        self.viewport().update()
        self.hits_changed.emit(at, len(self._state.hits))

    def clear_find(self) -> None:
        """Take the hits away; the one shown becomes the selection."""
        at = self._state.current_hit
        hit = self._state.hits[at] if 0 <= at < len(self._state.hits) else None
        self.show_hits(())
        if hit is not None:
            self.select(hit)
