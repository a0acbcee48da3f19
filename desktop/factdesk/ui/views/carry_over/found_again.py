"""The claims that need no decision: found again word for word, or decided before."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from factdesk.model.enums import AnchorState
from factdesk.model.values.versions import CarriedClaim, CarryOver
from factdesk.ui import icons
from factdesk.ui.itemmodels.rows import ROW_ROLE, Index, RowListModel
from factdesk.ui.theme import theme
from factdesk.ui.views.carry_over.content import CompareContent
from factdesk.ui.widgets.fitted_list import FittedList
from factdesk.ui.widgets.fold import FoldSection
from factdesk.ui.widgets.labels import surface
from factdesk.ui.widgets.painting import paint_shape, paint_text, text_width
from factdesk.ui.widgets.rows import RowDelegate, RowInks
from factdesk.words import _


class FoundAgain(FoldSection):
    """One row a claim: verdict shape, number, words, how it was found."""

    def __init__(self, content: CompareContent, carried: CarryOver) -> None:
        super().__init__(_("Found again"), is_open=True)
        surface(self, "chrome")
        decided = [claim for claim in carried.claims if claim.is_decided]
        self.set_count(len(decided))
        self.model: RowListModel[CarriedClaim] = RowListModel(claim_words, lambda claim: claim.claim_id, self)
        self.model.set_rows(decided)
        view = FittedList()
        view.setModel(self.model)
        view.setItemDelegate(_Delegate(view, content))
        view.setAccessibleName(_("Found again"))
        self.set_content(view, margins=(0, 0, 0, 0))
        view.refit()


def how_found(claim: CarriedClaim) -> str:
    """Say whether the words are the same, or a person decided."""
    is_same = claim.found.state is AnchorState.ANCHORED and claim.found.likeness >= 1
    return _("word for word") if is_same else _("decided")


def claim_words(claim: CarriedClaim) -> str:
    """Say a row: number, words, how it was found."""
    return f"{claim.number}. {' '.join(claim.old.exact.split())}. {how_found(claim)}"


class _Delegate(RowDelegate):
    """Rows of 26 pixels."""

    def __init__(self, view: FittedList, content: CompareContent) -> None:
        super().__init__(view)
        self._content = content

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give the height of a navigator's row."""
        del option, index
        return theme().height("nav_row")

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one claim."""
        del option
        claim: CarriedClaim = index.data(ROW_ROLE)
        small, found = theme().font("small"), how_found(claim)
        shape = QRectF(rect.x() + 3, rect.center().y() - 7, 14, 14)
        paint_shape(painter, shape.topLeft(), f"verdict:{self._content.look(claim)}", 14)
        paint_text(painter, rect.adjusted(26, 0, 0, 0), str(claim.number), theme().font("body"), inks.text3)
        right = rect.right() - text_width(found, small) - 2
        icons.paint(painter, QRectF(right - 20, rect.center().y() - 7, 14, 14), "check", "text2")
        paint_text(painter, QRectF(right, rect.y(), rect.right() - right + 2, rect.height()), found, small, inks.text2)
        words = QRectF(rect.x() + 48, rect.y(), right - 28 - rect.x() - 48, rect.height())
        paint_text(painter, words, " ".join(claim.old.exact.split()), theme().font("body"), inks.text)
