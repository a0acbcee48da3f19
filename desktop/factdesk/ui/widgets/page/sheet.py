"""The sheet of the reading page: one text, laid out as it is seen, its places, its size and its selection."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from factdesk.model.values.text import CanonicalText, Span
from factdesk.ui.theme import theme
from factdesk.ui.widgets.page import styles
from factdesk.ui.widgets.page.canvas import PageCanvas, PageState
from factdesk.ui.widgets.page.columns import PageColumn, page_column
from factdesk.ui.widgets.page.flow import PageFlow
from factdesk.ui.widgets.page.head import Head
from factdesk.ui.widgets.page.layout import PageLayout
from factdesk.ui.widgets.page.marks import MarkSet
from factdesk.ui.widgets.page.plan import EMPTY, PagePlan, plan_page
from factdesk.ui.widgets.page.ticks import TickScrollBar
from factdesk.words import _, ngettext

_SLICE = 0.006
_FLASH_MS = 1400


class PageSheet(QTextEdit):
    """A read-only text of a page. Offsets are code points of the canonical text everywhere."""

    content_filled = Signal()
    zoom_changed = Signal(int)
    selection_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, has_gutter: bool = True) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.ticks = TickScrollBar(self)
        self.setVerticalScrollBar(self.ticks)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(_("Text"))
        self._state = PageState(has_gutter=has_gutter)
        self._content = CanonicalText("", ())
        self._language = ""
        self._size = 18
        self._role = styles.READING
        self._is_placing = False
        self._kept: tuple[int, float, int] | None = None
        self._pauses = QTimer(self)
        self._pauses.setInterval(0)
        self._pauses.timeout.connect(self._lay_more)
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(_FLASH_MS)
        self._flash.timeout.connect(self._end_flash)
        self._document: QTextDocument | None = None
        self._put(EMPTY)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.selectionChanged.connect(self._on_selection_changed)

    # The text

    @property
    def content(self) -> CanonicalText:
        """The text shown."""
        return self._content

    def set_content(
        self, content: CanonicalText, *, head: Head | None = None, language: str = "", place: Span | None = None
    ) -> None:
        """Show a text; marks, hits and selection of the one before go. `place` is where to open it, else the top."""
        self._state.marks = MarkSet()
        self._state.selected = self._state.hovered = ""
        self._state.hits, self._state.current_hit = (), -1
        self._state.flashed = None
        self._state.selection = (0, 0)
        self._content = content
        self._kept = None
        self._language = language
        self._describe()
        self._put(plan_page(content, head))
        if place is not None:
            self.scroll_to(place, where="top")

    def _describe(self) -> None:
        """Say in the description what language the text is in and how much is marked."""
        count = len(self._state.marks)
        marks = ngettext("{count} mark", "{count} marks", count).format(count=count) if count else ""
        spoken = QLocale(self._language).nativeLanguageName() if self._language else ""
        self.setAccessibleDescription(", ".join(part for part in (spoken, marks) if part))

    def clear_content(self) -> None:
        """Show nothing."""
        self.set_content(CanonicalText("", ()))

    def _put(self, plan: PagePlan) -> None:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(theme().font("reading"))
        layout = PageLayout(document)
        document.setDocumentLayout(layout)
        document.setPlainText(plan.text)
        layout.set_flow(PageFlow(plan, self._column(), self._size, self._role))
        self._layout = layout
        self.canvas = PageCanvas(layout, self._state)
        layout.painter = self.canvas
        old, self._document = self._document, document
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        self.verticalScrollBar().setValue(0)
        self._lay_seen()
        self._renew_ticks()
        self._pauses.start()

    # Places

    def span(self) -> Span | None:
        """Give the span of the selected words without spaces at its ends; None where nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        whole = self._layout.plan.offsets.span(cursor.selectionStart(), cursor.selectionEnd())
        words = self._content.text[whole.start : whole.end]
        start = whole.start + len(words) - len(words.lstrip())
        end = whole.end - (len(words) - len(words.rstrip()))
        return Span(start, end) if end > start else None

    def select(self, span: Span | None) -> None:
        """Select words, or nothing."""
        cursor = self.textCursor()
        if span is None:
            cursor.clearSelection()
        else:
            start, end = self._layout.plan.offsets.positions(span)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        value = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)

    @property
    def caret(self) -> int:
        """The code point the caret stands before."""
        return self._layout.plan.offsets.offset(self.textCursor().position())

    def set_caret(self, offset: int) -> None:
        """Put the caret before a code point."""
        cursor = self.textCursor()
        cursor.setPosition(self._layout.plan.offsets.position(offset))
        self.setTextCursor(cursor)

    def words(self, span: Span) -> str:
        """Give the words of a span."""
        return self._content.text[span.start : span.end]

    def offset_at(self, point: QPoint) -> int:
        """Give the code point under a point of the viewport, or the nearest."""
        position = self._layout.hitTest(self._on_page(point), Qt.HitTestAccuracy.FuzzyHit)
        return self._layout.plan.offsets.offset(position)

    def _on_page(self, point: QPoint | QPointF) -> QPointF:
        return QPointF(point.x() + self.horizontalScrollBar().value(), point.y() + self.verticalScrollBar().value())

    def place(self) -> Span:
        """Give the first words seen: the line at the top."""
        top = self.verticalScrollBar().value()
        position = self._layout.hitTest(QPointF(self._layout.flow.column.left, top + 8), Qt.HitTestAccuracy.FuzzyHit)
        offset = self._layout.plan.offsets.offset(position)
        return Span(offset, min(offset + 1, len(self._content.text)))

    def scroll_to(self, span: Span, *, where: str = "middle") -> None:
        """Bring words into view: in the "middle", at the "top", or "nearest" (only where they are out of sight)."""
        y = self._height_of(span.start)
        if y is None:
            return
        view = self.viewport().height()
        top = self.verticalScrollBar().value()
        if where == "nearest":
            end = self._height_of(max(span.start, span.end - 1)) or y
            if top + 60 <= y and end <= top + view - 40:
                return
        line = self._size * 1.667
        wanted = y - line if where == "top" else y - view * 0.4
        self._scroll(wanted)
        again = self._height_of(span.start)
        if again is not None and abs(again - y) > 1:
            self._scroll(wanted + again - y)

    def _height_of(self, offset: int) -> float | None:
        y = self.canvas.top_of(Span(offset, offset))
        self._tell_size()
        return y

    def _scroll(self, top: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(max(0, min(round(top), bar.maximum())))
        self._lay_seen()

    def point_below(self, span: Span) -> QPoint:
        """Give the point of the screen below the first words of a span, for a menu that belongs to them."""
        y = self.canvas.top_of(Span(span.start, span.start))
        view = self.viewport().rect().adjusted(0, 0, 0, -40)
        below = 0 if y is None else round(y - self.verticalScrollBar().value()) + 12
        at = QPoint(round(self._layout.flow.column.left), max(view.top(), min(below, view.bottom())))
        return self.viewport().mapToGlobal(at)

    def flash(self, span: Span) -> None:
        """Outline words for a moment after a jump."""
        self._state.flashed = span
        self._flash.start()
        self.viewport().update()

    def _end_flash(self) -> None:
        self._state.flashed = None
        self.viewport().update()

    # Laying out in the pauses

    def _column(self) -> PageColumn:
        width = max(1, self.viewport().width())
        return page_column(width, self._size, has_gutter=self._state.has_gutter)

    def _tell_size(self) -> None:
        self._layout.documentSizeChanged.emit(self._layout.documentSize())

    def _anchor(self) -> tuple[int, float]:
        bar = self.verticalScrollBar()
        if bar.value() == 0:
            return -1, 0.0
        if self._kept is not None and self._kept[2] == bar.value():
            return self._kept[:2]
        offset = self.place().start
        y = self.canvas.top_of(Span(offset, offset))
        return offset, 0.0 if y is None else y - bar.value()

    def _keep(self, anchor: tuple[int, float]) -> None:
        offset, distance = anchor
        if offset < 0:
            self.verticalScrollBar().setValue(0)
            return
        y = self.canvas.top_of(Span(offset, offset))
        self._tell_size()
        if y is not None:
            self.verticalScrollBar().setValue(round(y - distance))
            self._kept = (offset, distance, self.verticalScrollBar().value())

    def _lay_seen(self) -> None:
        top = self.verticalScrollBar().value()
        if self._layout.ensure(top - 60, top + self.viewport().height() + 60):
            self._tell_size()

    def _on_scrolled(self) -> None:
        if self._is_placing:
            return
        self._is_placing = True
        top = self.verticalScrollBar().value()
        if self._layout.ensure(top - 60, top + self.viewport().height() + 60):
            self._tell_size()
        self._is_placing = False

    def _lay_more(self) -> None:
        if self._layout.is_whole:
            self._pauses.stop()
            self._renew_ticks()
            self.content_filled.emit()
            return
        anchor = self._anchor()
        if self._layout.lay_more(_SLICE):
            self._is_placing = True
            self._tell_size()
            self._keep(anchor)
            self._is_placing = False

    def _restyle(self) -> None:
        anchor = self._anchor()
        self._layout.restyle(self._column(), self._size, self._role)
        self._is_placing = True
        self._tell_size()
        self._keep(anchor)
        self._is_placing = False
        self._lay_seen()
        self.viewport().update()
        if not self._layout.is_whole:
            self._pauses.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the reading place at the new size."""
        anchor = self._anchor()
        super().resizeEvent(event)
        self._layout.restyle(self._column(), self._size, self._role)
        self._is_placing = True
        self._tell_size()
        self._keep(anchor)
        self._is_placing = False
        self._lay_seen()
        if not self._layout.is_whole:
            self._pauses.start()

    # Sizes

    @property
    def size_px(self) -> int:
        """The size of the reading type in pixels."""
        return self._size

    def set_size(self, px: int) -> None:
        """Read at another size (the nearest of 16 17 18 20 22); the reading place stays."""
        size = min(theme().reading_sizes(), key=lambda known: abs(known - px))
        if size != self._size:
            self._size = size
            self._restyle()
            self.zoom_changed.emit(size)

    def zoom(self, step: int) -> None:
        """Go a step up (+1) or down (-1), or back to the usual size (0)."""
        sizes = theme().reading_sizes()
        if step == 0:
            self.set_size(18)
            return
        at = sizes.index(self._size) + step
        self.set_size(sizes[max(0, min(at, len(sizes) - 1))])

    def set_role(self, role: str) -> None:
        """Set the page as a "reading" page or, smaller, as one half of a comparison ("compare")."""
        self._role = role
        self._size = 16 if role == styles.COMPARE else 18
        self._restyle()

    def set_line_width(self, px: int) -> None:
        """Draw the lines of marks 2 or 3 pixels thick."""
        self._state.line_width = float(px)
        self.viewport().update()

    def set_plain(self, is_plain: bool) -> None:
        """Leave tints out, for high contrast."""
        self._state.is_plain = is_plain
        self.viewport().update()

    def set_selection_outlined(self, is_outlined: bool) -> None:
        """Outline the selection, where it is a passage about to be linked."""
        self._state.is_selection_outlined = is_outlined
        self.viewport().update()

    def _renew_ticks(self) -> None:
        """Show where the marks are; a page with marks does it."""

    def _on_selection_changed(self) -> None:
        cursor = self.textCursor()
        self._state.selection = (cursor.selectionStart(), cursor.selectionEnd())
        self.viewport().update()
        self.selection_changed.emit(self.span())

    def changeEvent(self, event: QEvent) -> None:
        """Take the new look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "canvas"):
            self._renew_ticks()
            self.viewport().update()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the text's own words, not the page's."""
        data = QMimeData()
        span = self.span()
        data.setText(self.words(span) if span is not None else self.textCursor().selectedText())
        return data

    def canInsertFromMimeData(self, source: QMimeData, /) -> bool:
        """Take nothing in."""
        del source
        return False

    def loadResource(self, kind: int, name: object, /) -> object:
        """Load nothing: reading is offline."""
        del kind, name
        return None
