"""The navigator: queues, the library, tags, each with its count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind, Role, Status
from factdesk.model.values.desk import Counts, TagRow
from factdesk.model.values.scopes import ArticleScope, ClaimScope
from factdesk.tasks.runner import Runner
from factdesk.ui import icons
from factdesk.ui.bus import Bus
from factdesk.ui.formats import number
from factdesk.ui.itemmodels.rows import ROW_ROLE, Caption, Index, RowListModel
from factdesk.ui.theme import theme
from factdesk.ui.widgets.labels import surface
from factdesk.ui.widgets.painting import paint_text
from factdesk.ui.widgets.rows import RowDelegate, RowInks, view_defaults
from factdesk.words import _

TAGS_MOST = 40
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Stop:
    """One row of the navigator: where it leads and how much is there."""

    id: int
    text: str
    icon: str
    scope: ArticleScope | ClaimScope
    count: int


class NavigationView(QWidget):
    """Queues over library over tags."""

    scope_chosen = Signal(str, object)

    def __init__(self, *, library: Library, runner: Runner, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._is_first = False
        self._chosen = 0
        self.model: RowListModel[Stop] = RowListModel(_stop_words, lambda stop: stop.id, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_StopDelegate(self.view))
        self.view.setObjectName("navigation")
        self.view.setAccessibleName(_("Navigator"))
        view_defaults(self.view, keeps_selection=True)
        surface(self, "chrome")
        surface(self.view, "chrome")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 4)
        box.addWidget(self.view)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        bus.library_changed.connect(self._on_library_changed)
        self._read()

    def choose_first(self) -> None:
        """Choose all articles, as soon as the rows are there."""
        self._is_first = True
        self._choose()

    def _read(self) -> None:
        library = self._library
        self._runner.latest("navigation", lambda: (library.articles.counts(), library.desk.tags()), on_done=self._show)

    def work_place(self) -> QWidget:
        """Give the list of places."""
        return self.view

    def _show(self, answer: tuple[Counts, tuple[TagRow, ...]]) -> None:
        self.model.set_rows(_stops(*answer, self._library.who))
        self._choose()

    def _choose(self) -> None:
        """Choose all articles the first time; later put the choice back when the rows were made anew."""
        wanted = ALL_ARTICLES if self._is_first else self._chosen
        index = self.model.index_of(wanted)
        if index.isValid() and self.view.currentIndex() != index:
            self._is_first = False
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        stop = self.model.row_at(index)
        if stop is not None and stop.id != self._chosen:
            self._chosen = stop.id
            self.scope_chosen.emit(stop.text, stop.scope)

    def _on_library_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.ARTICLE, Kind.CLAIM, Kind.TAG):
            self._read()


ALL_ARTICLES = 10


def _stops(counts: Counts, tags: Sequence[TagRow], who: str) -> list[Stop | Caption]:
    claims, articles = ClaimScope, ArticleScope
    lines: list[Stop | Caption] = [
        Caption(_("Queues")),
        Stop(1, _("Inbox"), "inbox", articles(unread=True), counts.unread),
        Stop(2, _("My claims"), "circle-user-round", claims(assignee=who, is_open=True), counts.my_claims),
        Stop(3, _("Waiting for review"), "eye", claims(status=Status.REVIEW), counts.review),
        Stop(4, _("Open claims"), "circle-dashed", claims(is_open=True), counts.open_claims),
        Caption(_("Library")),
        Stop(ALL_ARTICLES, _("Articles"), "newspaper", articles(), counts.articles),
        Stop(11, _("Drafts to check"), "file-pen-line", articles(role=Role.DRAFT), counts.drafts),
        Stop(12, _("Deleted articles"), "trash-2", articles(trash=True), counts.trash),
        Stop(13, _("Deleted claims"), "trash-2", claims(trash=True), counts.trash_claims),
    ]
    if tags:
        lines.append(Caption(_("Tags")))
        lines += [Stop(1000 + tag.id, tag.name, "tag", articles(tag=tag.name), tag.count) for tag in tags[:TAGS_MOST]]
    return lines


def _stop_words(stop: Stop) -> str:
    return f"{stop.text}, {stop.count}"


class _StopDelegate(RowDelegate):
    """A 26-px row with an icon and a count; captions are small capitals."""

    has_rule = False
    has_bar = False
    is_rounded = True
    ground = "chrome"

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Give 26 pixels, or what a larger font asks for."""
        del option, index
        return theme().height("nav_row")

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index, inks: RowInks
    ) -> None:
        """Paint one row."""
        del option
        row = index.data(ROW_ROLE)
        if isinstance(row, Caption):
            paint_text(painter, rect.adjusted(2, 4, 0, 0), row.text.upper(), theme().font("caption"), inks.text3)
            return
        icon = QRectF(rect.x() + 2, rect.center().y() - 8, 16, 16)
        icons.paint(painter, icon, row.icon, "accent" if inks.is_selected else "text3")
        font = theme().font("body_strong" if inks.is_selected else "body")
        paint_text(painter, rect.adjusted(26, 0, -48, 0), row.text, font, inks.text)
        count = inks.accent if inks.is_selected else inks.text3
        paint_text(painter, rect, number(row.count), font, count, align=RIGHT)
