"""The rows of the list pane: a title of two lines, a line of facts, and the verdicts, worst first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from factdesk.model.values.articles import ArticleRow
from factdesk.model.values.claims import ClaimRow
from factdesk.model.values.desk import Scale
from factdesk.ui.formats import short_date
from factdesk.ui.itemmodels.claims import claim_title
from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption, Index
from factdesk.ui.theme import theme
from factdesk.ui.widgets.painting import paint_shapes_right, paint_text, text_width
from factdesk.ui.widgets.rows import RowDelegate, RowInks, TwoLines, view_defaults

Line = ArticleRow | ClaimRow
CAPTION_HEIGHT = 28
SHAPES_MOST = 4
_BATCH = 200


class LineList(QListView):
    """The list itself. Rows of one height cost nothing however many there are; with captions they come in batches."""

    def __init__(self) -> None:
        super().__init__()
        self.keeps_delete = False
        view_defaults(self, keeps_selection=True)
        self.setBatchSize(_BATCH)

    def set_grouped(self, is_grouped: bool) -> None:
        """Say whether captions of another height stand between the rows."""
        self.setUniformItemSizes(not is_grouped)
        self.setLayoutMode(QListView.LayoutMode.Batched if is_grouped else QListView.LayoutMode.SinglePass)

    def event(self, event: QEvent, /) -> bool:
        """Keep Del to the list where the action of the same key would hit something else."""
        is_delete = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
        if is_delete and self.keeps_delete and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class LineDelegate(RowDelegate):
    """A title of two lines, a line of facts, and up to four verdict shapes, worst first."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.scale: Scale | None = None
        self._titles = TwoLines()

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give 74 for a row, 28 for a caption."""
        del option
        return CAPTION_HEIGHT if isinstance(index.data(ROW_ROLE), Caption) else theme().height("article_row")

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one line."""
        del option
        row = index.data(ROW_ROLE)
        if isinstance(row, Caption):
            words = f"{row.text}  {row.count}" if row.count is not None else row.text
            paint_text(painter, rect, words, theme().font("body_strong"), inks.text2)
            return
        is_unread = isinstance(row, ArticleRow) and row.is_unread
        title = row.title if isinstance(row, ArticleRow) else claim_title(row)
        font = theme().font("body_strong" if is_unread else "body_medium")
        step = theme().line("body")
        lines = self._titles.count(title, font, int(rect.width()))
        y = rect.y() + max(4.0, (rect.height() - step * lines - 18) / 2)
        top = QRectF(rect.x(), y, rect.width(), step * lines)
        self._titles.draw(painter, top, title, font, inks.text, line_height=step)
        if is_unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.accent)
            painter.drawEllipse(QRectF(rect.x() - 9, y + step / 2 - 3, 6, 6))
        foot = QRectF(rect.x(), y + step * lines, rect.width(), 18)
        used = paint_shapes_right(painter, foot, self._shapes(row), 12)
        facts = foot.adjusted(0, 0, -used - 8, 0)
        self._paint_facts(painter, facts, row, inks)

    def _paint_facts(self, painter: QPainter, rect: QRectF, row: Line, inks: RowInks) -> None:
        """Paint where a row is from, elided, and its date, never cut."""
        where, when = self._facts(row)
        small = theme().font("small")
        tail = f" · {when}" if when and where else when
        room = rect.adjusted(0, 0, -text_width(tail, small), 0)
        used = paint_text(painter, room, where, small, inks.text2)
        paint_text(painter, rect.adjusted(used, 0, 0, 0), tail, small, inks.text2)

    def _shapes(self, row: Line) -> list[str]:
        keys = [key for key, _count in row.verdicts] if isinstance(row, ArticleRow) else [row.verdict]
        return [f"verdict:{self._look(key)}" for key in keys[:SHAPES_MOST]]

    def _look(self, key: str) -> str:
        rating = self.scale.rating(key) if self.scale else None
        return rating.look if rating else "none"

    @staticmethod
    def _facts(row: Line) -> tuple[str, str]:
        if isinstance(row, ArticleRow):
            return row.outlet, short_date(row.published)
        return " · ".join(part for part in (row.claimant, row.article_title) if part), ""
