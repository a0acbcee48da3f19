"""The sheet with its marks: shown, selected, found by place, read out as the caret enters them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from factdesk.ui.widgets.page.announcing import announce
from factdesk.ui.widgets.page.mark_painter import mark_ink
from factdesk.ui.widgets.page.marks import Mark, MarkKind, MarkSet
from factdesk.ui.widgets.page.sheet import PageSheet

_TICKS_MOST = 800
"""With more marks than that, those of open sentences would fill the whole scroll bar and are left out."""


class MarkedSheet(PageSheet):
    """A sheet whose words carry marks. Changing the marks never lays the text out anew."""

    mark_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, has_gutter: bool = True) -> None:
        self._caret_marks: tuple[str, ...] = ()
        super().__init__(parent, has_gutter=has_gutter)
        self.cursorPositionChanged.connect(self._on_caret_moved)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks, in order of place."""
        return self._state.marks.marks

    def set_marks(self, marks: Sequence[Mark] | MarkSet) -> None:
        """Show these marks; the selected one stays selected where it is still there."""
        self._state.marks = marks if isinstance(marks, MarkSet) else MarkSet(marks)
        if self._state.selected not in self._state.marks.by_id:
            self._state.selected = ""
        self._state.hovered = ""
        self._describe()
        self._renew_ticks()
        self.viewport().update()

    def replace_marks(self, marks: Sequence[Mark]) -> None:
        """Show marks in the place of those with the same id and span; costs nothing however many others there are."""
        for mark in marks:
            self._state.marks.replace(mark)
        self.viewport().update()

    def mark(self, mark_id: str) -> Mark | None:
        """Find a mark."""
        return self._state.marks.by_id.get(mark_id)

    def marks_at(self, offset: int) -> tuple[Mark, ...]:
        """Give the marks that hold a code point, the shortest first."""
        return self._state.marks.at(offset)

    @property
    def selected_mark(self) -> str:
        """The id of the selected mark, or ""."""
        return self._state.selected

    def select_mark(self, mark_id: str, *, scroll: bool = True) -> None:
        """Outline a mark and bring it into view, without telling; "" outlines none."""
        mark = self.mark(mark_id)
        self._state.selected = mark.id if mark is not None else ""
        self.viewport().update()
        if mark is not None and scroll:
            self.scroll_to(mark.span, where="nearest")

    def _renew_ticks(self) -> None:
        marks = [mark for mark in self._state.marks.marks if mark.kind is not MarkKind.STRUCK]
        shown = marks
        if len(marks) > _TICKS_MOST:
            shown = [mark for mark in marks if mark.kind is not MarkKind.OPEN]
        self.ticks.set_ticks([(share, mark_ink(mark)) for share, mark in self.canvas.ticks(shown)])

    def _on_caret_moved(self) -> None:
        here = tuple(mark.id for mark in self.marks_at(self.caret))
        entered = [mark_id for mark_id in here if mark_id not in self._caret_marks]
        self._caret_marks = here
        if entered:
            mark = self.mark(entered[0])
            if mark is not None and self.hasFocus():
                announce(self, mark.label)
            self.mark_entered.emit(entered[0])
