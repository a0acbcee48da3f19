"""What a source is used for: a row a claim, and each calculation written out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QScrollArea, QStyleOptionViewItem, QVBoxLayout, QWidget

from factdesk.model.enums import Kind, Stance
from factdesk.model.ids import public_id
from factdesk.model.values.desk import Scale
from factdesk.model.values.evidence import Calculation, EvidenceRow
from factdesk.model.values.sources import SourceUse
from factdesk.ui.itemmodels.rows import ROW_ROLE, Index, RowListModel
from factdesk.ui.labels import STANCES
from factdesk.ui.theme import theme
from factdesk.ui.widgets.labels import label, rule, surface
from factdesk.ui.widgets.painting import box_width, paint_box, paint_shape, paint_text
from factdesk.ui.widgets.rows import RowDelegate, RowInks, view_defaults
from factdesk.words import _, ngettext

ROW = 34


class UsesPart(QWidget):
    """`claim_wanted(claim id)`, `evidence_wanted(claim id, evidence id)`."""

    claim_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "strong")
        self.model: RowListModel[SourceUse] = RowListModel(_use_words, lambda use: use.evidence_id, self)
        self.view = QListView()
        self._delegate = _UseDelegate(self.view)
        self._calculations = QVBoxLayout()
        self._calculations.setSpacing(16)
        self._arrange()

    def show_uses(
        self, uses: tuple[SourceUse, ...], calculated: tuple[EvidenceRow, ...], scale: Scale, reliability: str
    ) -> None:
        """Show the claims a source bears on, and the calculations that rest on it."""
        count = len({use.claim_id for use in uses})
        self._title.setText(
            ngettext("Used for {count} claim", "Used for {count} claims", count).format(count=count)
            if uses
            else _("Not used yet")
        )
        self._delegate.scale, self._delegate.reliability = scale, reliability
        self.model.set_rows(uses)
        self.view.setFixedHeight(max(1, len(uses) * ROW))
        while (item := self._calculations.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row in calculated:
            if row.calculation is not None:
                self._calculations.addWidget(_CalculationCard(row, row.calculation))

    def _arrange(self) -> None:
        surface(self, "base")
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(_("Claims this source is used for"))
        view_defaults(self.view)
        self.view.activated.connect(self._on_chosen)
        self.view.clicked.connect(self._on_chosen)
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(20, 14, 20, 20)
        box.setSpacing(8)
        box.addWidget(self._title)
        box.addWidget(self.view)
        box.addSpacing(8)
        box.addLayout(self._calculations)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(surface(inside, "base"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _on_chosen(self, index: QModelIndex) -> None:
        use = self.model.row_at(index)
        if use is not None:
            self.claim_wanted.emit(use.claim_id)


class _CalculationCard(QFrame):
    """Inputs a, b … with value right, the expression, the result large."""

    def __init__(self, row: EvidenceRow, calculation: Calculation) -> None:
        super().__init__()
        surface(self, "chrome")
        self.setProperty("frame", "card")
        claim = public_id(Kind.CLAIM, row.claim_id)
        head = QHBoxLayout()
        head.addWidget(label(_("Calculation"), "strong"))
        head.addWidget(
            label(_("{id} · for {claim}").format(id=public_id(Kind.EVIDENCE, row.id), claim=claim), "text3"), 1
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(6)
        box.addLayout(head)
        if calculation.question:
            box.addWidget(label(calculation.question, "text2", wrap=True))
        box.addWidget(rule())
        for one in calculation.inputs:
            line = QHBoxLayout()
            line.addWidget(label(f"{one.name}   {one.label}"), 1)
            line.addWidget(label(f"{one.value} {one.unit}".strip(), "medium"))
            box.addLayout(line)
        box.addWidget(rule())
        line = QHBoxLayout()
        line.addWidget(label(calculation.expression, "text2"), 1)
        line.addWidget(label(f"{calculation.result} {calculation.unit}".strip(), "page_title"))
        box.addLayout(line)


class _UseDelegate(RowDelegate):
    """Verdict shape, id, statement, stance, code."""

    scale: Scale | None = None
    reliability = ""
    has_bar = False

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give 34 pixels."""
        del option, index
        return ROW

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one use."""
        del option
        use: SourceUse = index.data(ROW_ROLE)
        middle = rect.center().y()
        rating = self.scale.rating(use.verdict) if self.scale else None
        paint_shape(painter, QPointF(rect.x() - 10, middle - 8), f"verdict:{rating.look if rating else 'none'}", 16)
        x = rect.x() + 16
        name = public_id(Kind.CLAIM, use.claim_id)
        paint_text(painter, QRectF(x, rect.y(), 58, rect.height()), name, theme().font("small"), inks.text2)
        code = f"{self.reliability or '–'}{use.credibility or '–'}" if self.reliability or use.credibility else ""
        right = rect.right()
        if code:
            right -= box_width(code)
            paint_box(painter, QPointF(right, middle - 9), code)
        stance = QRectF(right - 108, rect.y(), 100, rect.height())
        paint_shape(painter, QPointF(stance.x(), middle - 6), f"stance:{use.stance}", 12)
        words = _(STANCES[Stance(use.stance)])
        font = theme().font("small")
        font.setWeight(font.Weight.DemiBold)
        paint_text(painter, stance.adjusted(18, 0, 0, 0), words, font, theme().ink(f"stance:{use.stance}"))
        room = QRectF(x + 62, rect.y(), stance.x() - x - 72, rect.height())
        paint_text(painter, room, use.statement, theme().font("body"), inks.text)


def _use_words(use: SourceUse) -> str:
    return f"{public_id(Kind.CLAIM, use.claim_id)}. {use.statement}. {_(STANCES[Stance(use.stance)])}"
