"""The right side of filing: the blocks that were read; a tick decides which are kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from factdesk.capture.captured import Captured, ReadBlock
from factdesk.model.enums import BlockKind
from factdesk.model.values.text import CanonicalText
from factdesk.ui.formats import number
from factdesk.ui.itemmodels.rows import Index
from factdesk.ui.labels import BLOCKS
from factdesk.ui.theme import theme
from factdesk.ui.widgets.labels import Caption, label, rule
from factdesk.ui.widgets.painting import paint_text
from factdesk.ui.widgets.rows import RowDelegate, RowInks, TwoLines, view_defaults
from factdesk.ui.widgets.tick import paint_tick
from factdesk.words import _

TICK, KIND = 26, 92
LINES_MOST = 6


class BlockModel(QAbstractListModel):
    """The blocks of a captured text, each ticked or left out."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._captured: Captured | None = None
        self._kept: list[bool] = []

    def show_captured(self, captured: Captured | None) -> None:
        """Show the blocks as the reader would keep them."""
        self.beginResetModel()
        self._captured = captured
        self._kept = [read.is_kept for read in captured.blocks] if captured else []
        self.endResetModel()
        self.ticked.emit()

    @property
    def kept(self) -> frozenset[int]:
        """Give the indexes of the blocks that are kept."""
        return frozenset(at for at, is_kept in enumerate(self._kept) if is_kept)

    def content(self) -> CanonicalText:
        """Give the canonical text of the kept blocks."""
        return self._captured.canonical(self.kept) if self._captured else CanonicalText("", ())

    def block(self, index: Index) -> ReadBlock | None:
        """Give the block at an index."""
        if self._captured is None or not index.isValid() or index.row() >= len(self._kept):
            return None
        return self._captured.blocks[index.row()]

    def words(self, index: Index) -> str:
        """Give the words of the block at an index."""
        read = self.block(index)
        return self._captured.text[read.block.start : read.block.end] if read and self._captured else ""

    def toggle(self, index: Index) -> None:
        """Keep a block that was left out, or leave it out."""
        state = Qt.CheckState.Unchecked if self._kept[index.row()] else Qt.CheckState.Checked
        self.setData(QModelIndex(index) if isinstance(index, QModelIndex) else self.index(index.row(), 0), state)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Give the number of blocks."""
        return 0 if parent.isValid() else len(self._kept)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Give words, tick, and what a screen reader says."""
        read = self.block(index)
        if read is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._kept[index.row()] else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.kind_words(index)}. {self.words(index)[:200]}"
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.CheckStateRole)) -> bool:
        """Tick or untick."""
        if role != Qt.ItemDataRole.CheckStateRole or self.block(index) is None:
            return False
        self._kept[index.row()] = Qt.CheckState(value) == Qt.CheckState.Checked
        here = self.index(index.row(), 0)
        self.dataChanged.emit(here, here)
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every block be chosen and ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def kind_words(self, index: Index) -> str:
        """Name the kind of a block, or say that it is left out."""
        read = self.block(index)
        if read is None:
            return ""
        return _(BLOCKS[read.block.kind]) if self._kept[index.row()] else _("Left out")


class BlocksPart(QWidget):
    """The list with its count of blocks and words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = BlockModel(self)
        self._count = label("", "small")
        self.view = _BlockList()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_BlockDelegate(self.view))
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.addWidget(Caption(_("Text that will be kept")))
        head.addStretch(1)
        head.addWidget(self._count)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(rule())
        box.addWidget(self.view, 1)
        self.model.ticked.connect(self._on_ticked)

    def _on_ticked(self) -> None:
        words = len(self.model.content().text.split())
        self._count.setText(
            _("{kept} of {total} blocks · {words} words").format(
                kept=number(len(self.model.kept)), total=number(self.model.rowCount()), words=number(words)
            )
        )


class _BlockList(QListView):
    """Space or a click on the tick keeps a block or leaves it out."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("filing-blocks")
        self.setAccessibleName(_("Text that will be kept"))
        view_defaults(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle the current block on Space."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Toggle where the tick is hit."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < TICK + KIND:
            self._toggle(index)
        super().mouseReleaseEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        model = self.model()
        if isinstance(model, BlockModel):
            model.toggle(index)


class _BlockDelegate(RowDelegate):
    """Tick, kind, words in serif; what is left out is grey and struck through."""

    has_rule = False
    has_bar = False

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._lines = TwoLines()

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give the height the words need."""
        del option  # its rectangle is the whole list's, scroll bar and all
        width = max(120, self._view.viewport().width() - 13 - 14 - TICK - KIND)
        words = str(index.data())[:1200]
        return self._lines.count(words, self._font(index), width, LINES_MOST) * theme().line("evidence_quote") + 10

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one block."""
        del option
        model = index.model()
        if not isinstance(model, BlockModel):
            return
        is_kept = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        paint_tick(painter, QRectF(rect.x(), rect.y() + 7, 15, 15), is_checked=is_kept)
        kind = QRectF(rect.x() + TICK, rect.y() + 5, KIND - 6, 18)
        paint_text(painter, kind, model.kind_words(index), theme().font("small"), inks.text3)
        body = QRectF(rect.x() + TICK + KIND, rect.y() + 4, rect.width() - TICK - KIND, rect.height())
        font = self._font(index)
        font.setStrikeOut(not is_kept)
        ink = inks.text if is_kept else inks.text3
        words, line = str(index.data())[:1200], theme().line("evidence_quote")
        self._lines.draw(painter, body, words, font, ink, lines=LINES_MOST, line_height=line)

    @staticmethod
    def _font(index: Index) -> Any:
        model = index.model()
        font = theme().font("evidence_quote")
        read = model.block(index) if isinstance(model, BlockModel) else None
        if read is not None and read.block.kind is BlockKind.HEADING:
            font.setWeight(font.Weight.DemiBold)
        return font
