"""The evidence of a claim: stance, source, reliability, locator, passage; Enter opens the passage in its place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QMenu, QStyleOptionViewItem, QVBoxLayout, QWidget

from factdesk.model.enums import AnchorState
from factdesk.model.values.evidence import EvidenceRow
from factdesk.ui.actionset import ActionSet
from factdesk.ui.itemmodels.rows import ROW_ROLE, Index, RowListModel
from factdesk.ui.labels import STANCES
from factdesk.ui.theme import theme
from factdesk.ui.views.inspector.content import ClaimContent
from factdesk.ui.widgets.action_button import ActionButton
from factdesk.ui.widgets.fitted_list import FittedList
from factdesk.ui.widgets.fold import FoldSection
from factdesk.ui.widgets.labels import label
from factdesk.ui.widgets.painting import box_width, paint_box, paint_shape, paint_text
from factdesk.ui.widgets.rows import RowDelegate, RowInks, TwoLines
from factdesk.words import _

PASSAGE_LINES = 4


def evidence_words(row: EvidenceRow) -> str:
    """Say a piece of evidence: stance, source, locator, passage."""
    parts = [_(STANCES[row.stance]), row.source_title, row.locator, row.passage]
    return ". ".join(part for part in parts if part)


def admiralty(row: EvidenceRow) -> str:
    """Give the Admiralty code as it is boxed: "A1", a dash for the half not judged, "" for neither."""
    if row.reliability is None and row.credibility is None:
        return ""
    return f"{row.reliability or '–'}{row.credibility or '–'}"


class EvidencePart(FoldSection):
    """`opened(EvidenceRow)`, `changed_wanted(EvidenceRow)`, `unlink_wanted(EvidenceRow)`."""

    opened = Signal(object)
    changed_wanted = Signal(object)
    unlink_wanted = Signal(object)

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(_("Evidence"), is_open=True, parent=parent)
        self.add_action(ActionButton(actions["evidence.link"], _("Link"), icon="plus"))
        self.model: RowListModel[EvidenceRow] = RowListModel(evidence_words, lambda row: row.id, self)
        self.view = FittedList()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_EvidenceDelegate(self.view))
        self.view.setObjectName("claim-evidence")
        self.view.setAccessibleName(_("Evidence"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.view.activated.connect(self._on_opened)
        self.view.clicked.connect(self._on_opened)
        self.view.delete_wanted.connect(lambda: self._on_delete(actions))
        self._nothing = label(_("No evidence yet. A verdict needs words of a source."), "text2", wrap=True)
        self._nothing.setContentsMargins(16, 0, 16, 12)
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        box.addWidget(self._nothing)
        self.set_content(content, margins=(0, 0, 0, 0))

    def show_content(self, content: ClaimContent) -> None:
        """Show the evidence of a claim."""
        rows = content.detail.evidence
        self.model.set_rows(rows)
        self.set_count(len(rows))
        self.set_summary("" if rows else _("None"))
        self.view.setVisible(bool(rows))
        self.view.refit()
        self._nothing.setVisible(not rows)

    def _on_opened(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None:
            self.opened.emit(row)

    def _on_delete(self, actions: ActionSet) -> None:
        row = self.model.row_at(self.view.currentIndex())
        if row is not None and actions["evidence.link"].isEnabled():
            self.unlink_wanted.emit(row)

    def _on_menu(self, at: QPoint) -> None:
        row = self.model.row_at(self.view.indexAt(at))
        if row is None:
            return
        menu = QMenu(self.view)
        for words, signal in (
            (_("Open at the passage"), self.opened),
            (_("Change…"), self.changed_wanted),
            (_("Unlink"), self.unlink_wanted),
        ):
            menu.addAction(words).triggered.connect(lambda _checked=False, signal=signal: signal.emit(row))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(at))


class _EvidenceDelegate(RowDelegate):
    """Stance shape, source, code; stance and locator small; the passage in serif."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._lines = TwoLines()

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give the height that the passage needs at this width."""
        row: EvidenceRow = index.data(ROW_ROLE)
        width = max(80, option.rect.width() - 13 - 14 - 18)
        lines = self._lines.count(_quoted(row), theme().font("evidence_quote"), width, PASSAGE_LINES)
        return 46 + lines * theme().line("evidence_quote") + 8 if row.passage else 50

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one piece of evidence."""
        del option
        row: EvidenceRow = index.data(ROW_ROLE)
        x, y = rect.x() + 18, rect.y() + 8
        paint_shape(painter, QRectF(rect.x(), y + 3, 12, 12).topLeft(), f"stance:{row.stance}", 12)
        code = admiralty(row)
        room = rect.width() - 18 - (box_width(code) + 8 if code else 0)
        paint_text(painter, QRectF(x, y, room, 18), row.source_title, theme().font("body_medium"), inks.text)
        if code:
            paint_box(painter, QRectF(rect.right() - box_width(code), y, 10, 10).topLeft(), code)
        facts = " · ".join(part for part in (_(STANCES[row.stance]), row.locator, _state_words(row)) if part)
        paint_text(painter, QRectF(x, y + 18, rect.width() - 18, 17), facts, theme().font("small"), inks.text2)
        if row.passage:
            body = QRectF(x, y + 37, rect.width() - 18, rect.height())
            font, line = theme().font("evidence_quote"), theme().line("evidence_quote")
            self._lines.draw(painter, body, _quoted(row), font, inks.text, lines=PASSAGE_LINES, line_height=line)


def _quoted(row: EvidenceRow) -> str:
    return _("“{words}”").format(words=row.passage)


def _state_words(row: EvidenceRow) -> str:
    return "" if row.state is AnchorState.ANCHORED else _("source changed")
