"""The search over the window: results while typing, grouped by kind; Enter lands on the passage."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from factdesk.errors import FactdeskError, UserError
from factdesk.library.library import Library
from factdesk.library.searching import FoundRow, SearchPage
from factdesk.model.enums import Kind
from factdesk.model.values.desk import Scale
from factdesk.progress import CancelToken
from factdesk.search.engine import Health, Order
from factdesk.tasks.runner import Runner
from factdesk.ui.actionset import ActionSet
from factdesk.ui.itemmodels.found import FoundLine
from factdesk.ui.landing import Landing, has_place
from factdesk.ui.navigator import Navigator
from factdesk.ui.views.search_overlay.facets import FacetsPanel
from factdesk.ui.views.search_overlay.foot import SearchFoot
from factdesk.ui.views.search_overlay.head import SearchHead
from factdesk.ui.views.search_overlay.lines import grouped, line_of, target_of
from factdesk.ui.views.search_overlay.messages import Messages
from factdesk.ui.views.search_overlay.narrowing import Narrowing
from factdesk.ui.views.search_overlay.results import ResultsList
from factdesk.ui.widgets.labels import rule
from factdesk.ui.widgets.overlay import Overlay
from factdesk.ui.widgets.page.announcing import announce
from factdesk.words import ngettext

WIDTH, TOP, HEIGHT = 1040, 20, 750
PER_KIND, PAGE = 3, 50
AGAIN_MS = 400


class SearchOverlay(Overlay):
    """One box over everything. The old list stays until the new one comes; a stale question is dropped.

    `asked` is what is shown, or `is_asking`, what is being looked for.
    """

    def __init__(
        self,
        *,
        library: Library,
        runner: Runner,
        navigator: Navigator,
        actions: ActionSet,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, width=WIDTH, top=TOP, height=HEIGHT)
        self.setObjectName("search-overlay")
        self._library = library
        self._runner = runner
        self._scale: Scale | None = None
        self._order = Order.RELEVANCE
        self._narrowing = Narrowing()
        self.asked = ""
        self.is_asking = False
        self._rows: dict[int, FoundRow] = {}
        self._page: SearchPage | None = None
        self._is_paging = False
        self._opens_next: bool | None = None
        self._is_staying = False
        self._is_waiting = False
        self.head = SearchHead()
        self.facets = FacetsPanel()
        self.results = ResultsList()
        self.foot = SearchFoot()
        self.messages = Messages(actions, is_read_only=library.is_read_only)
        self.landing = Landing(library, runner, navigator, self)
        self._stack = QStackedWidget()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._arrange()
        self._connect()

    def open(self, text: str = "") -> None:
        """Show the search; with a text it is looked for, else what was looked for last is there, selected."""
        if text:
            self.head.line.setText(text)
        super().open()
        self.head.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.head.line.selectAll()
        self._runner.latest("search-scale", self._library.desk.scale, on_done=self._on_scale)
        self.ask()

    def first_field(self) -> QWidget:
        """Give the line."""
        return self.head.line

    def show_preparing(self, done: int, total: int) -> None:
        """Say how far the index is, while it cannot answer; a total below 1 is not known."""
        if self._is_waiting:
            self.messages.show_preparing(done, total)

    def ask(self) -> None:
        """Search for what is typed and chosen, in place of what was asked before."""
        if not self.is_open:
            return
        self._again.stop()
        self.asked = self.head.line.text()
        self.is_asking = True
        self._is_paging = False
        whole = len(self._narrowing.chosen.get("kind", ())) == 1
        self._runner.latest(
            "search",
            self._question(0, None if whole else PER_KIND),
            on_done=self._on_found,
            on_error=self._on_error,
            cancellable=True,
        )

    def _question(self, offset: int, per_kind: int | None) -> Callable[..., SearchPage]:
        text, filters, order = self.asked, self._narrowing.filters(), self._order

        def find(*, cancel: CancelToken) -> SearchPage:
            return self._library.searching.find(
                text,
                filters=filters,
                order=order,
                offset=offset,
                limit=PAGE,
                per_kind=per_kind,
                is_typing=True,
                cancel=cancel,
            )

        return find

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.facets)
        middle.addWidget(rule(vertical=True))
        self._stack.addWidget(self.results)
        self._stack.addWidget(self.messages)
        middle.addWidget(self._stack, 1)
        box = QVBoxLayout(self.body)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(rule())
        box.addLayout(middle, 1)
        box.addWidget(self.foot)
        self._stack.setCurrentWidget(self.messages)
        order = (self.head.line, self.facets.view, self.facets.years, self.results, *self.head.buttons)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        line, results = self.head.line, self.results
        line.settled.connect(self._on_settled)
        line.stepped.connect(self._on_stepped)
        line.entered.connect(self._on_entered)
        line.kind_wanted.connect(results.want_kind)
        self.head.narrowed.connect(self._on_narrowed)
        self.head.ordered.connect(self._on_ordered)
        self.facets.narrowed.connect(self._on_narrowed)
        results.opened.connect(self._on_opened)
        results.kind_wanted.connect(self._on_kind_wanted)
        results.end_neared.connect(self._on_end_neared)
        results.typed.connect(self._on_typed)
        self.foot.tried.connect(line.setText)
        self.messages.tried.connect(line.setText)
        self.messages.left.connect(self.close_overlay)
        self.messages.widened.connect(lambda: self._on_narrowed(Narrowing()))
        self.landing.landed.connect(self._on_landed)
        self._again.timeout.connect(self.ask)

    def _on_scale(self, scale: Scale) -> None:
        is_new, self._scale = self._scale is None, scale
        if is_new and self._page is not None:
            self._show(self._page)

    def _on_settled(self, text: str) -> None:
        if text != self.asked:
            self.ask()

    def _on_narrowed(self, narrowing: Narrowing) -> None:
        self._narrowing = narrowing
        self.ask()

    def _on_ordered(self, order: Order) -> None:
        self._order = order
        self.ask()

    def _on_kind_wanted(self, kind: Kind) -> None:
        self._on_narrowed(self._narrowing.with_values("kind", [kind.value]))

    def _on_typed(self, letters: str) -> None:
        self.head.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.head.line.insert(letters)

    def _on_stepped(self, step: int, is_page: bool) -> None:
        (self.results.step_page if is_page else self.results.step)(step)

    def _on_found(self, page: SearchPage) -> None:
        self.is_asking = False
        if page.health is not Health.READY:
            self._wait_for_index()
            return
        self._page = page
        self._is_waiting = False
        self._show(page)
        self.results.scrollToTop()
        first = self.results.found.first()
        if first.isValid():
            self.results.choose(first)
        told = ngettext("{count} result", "{count} results", page.total).format(count=page.total)
        announce(self.head.line, " ".join((told, *page.ignored)))
        if self._opens_next is not None:
            is_staying, self._opens_next = self._opens_next, None
            self._open(first, is_staying)

    def _show(self, page: SearchPage) -> None:
        self._rows = {line_of(row, self._scale).key: row for row in page.hits}
        self.results.found.set_rows(grouped(page, self._scale))
        self.head.show_ignored(page.ignored)
        self.head.show_narrowing(self._narrowing, page.facets, self._scale)
        self.facets.show_facets(page.facets, self._narrowing, self._scale)
        is_idle = not self.asked.strip() and not self._narrowing
        self.foot.show_example(self.messages.example(page, self._scale))
        if is_idle:
            self.head.show_no_count()
            self.messages.show_start(page, self._scale)
        else:
            self.head.show_count(page.total, page.seconds)
            self.messages.show_nothing(self.asked, has_filters=bool(self._narrowing))
        self._stack.setCurrentWidget(self.messages if is_idle or not page.hits else self.results)

    def _wait_for_index(self) -> None:
        """Say that the index is being built, and ask again in a moment."""
        self._is_waiting = True
        self.head.show_no_count()
        self.messages.show_preparing(0, 0)
        self._stack.setCurrentWidget(self.messages)
        self._again.start()

    def _on_error(self, error: FactdeskError) -> None:
        self.is_asking = False
        if isinstance(error, UserError):
            self._wait_for_index()
        elif self._runner.present is not None:
            self._runner.present(error)

    def _on_end_neared(self) -> None:
        """Read the next page of the one kind that is shown."""
        page, found = self._page, self.results.found
        shown = len(self._rows)
        if page is None or self._is_paging or len(self._narrowing.chosen.get("kind", ())) != 1 or shown >= page.total:
            return
        self._is_paging = found.rowCount() > 0
        self._runner.latest(
            "search-page",
            self._question(shown, None),
            on_done=lambda more: self._on_more(page, more),
            on_error=self._on_error,
            cancellable=True,
        )

    def _on_more(self, page: SearchPage, more: SearchPage) -> None:
        self._is_paging = False
        if page is not self._page:
            return
        fresh = {line_of(row, self._scale).key: row for row in more.hits}
        lines: list[FoundLine] = [line_of(row, self._scale) for key, row in fresh.items() if key not in self._rows]
        self._rows.update(fresh)
        self.results.found.append(lines)

    def _on_entered(self, is_staying: bool) -> None:
        """Open the chosen hit; a public id goes straight to its thing, and what is still being typed waits."""
        typed = self.head.line.text().strip()
        if has_place(typed):
            self._is_staying = is_staying
            self.landing.go_to_id(typed)
        elif typed != self.asked.strip():
            self._opens_next = is_staying
            self.ask()
        else:
            self._open(self.results.currentIndex(), is_staying)

    def _on_opened(self, index: QModelIndex, is_staying: bool) -> None:
        self.results.choose(index)
        self._open(index, is_staying)

    def _open(self, index: QModelIndex, is_staying: bool) -> None:
        line = self.results.found.row_at(index)
        if line is None or self._stack.currentWidget() is not self.results:
            return
        self._is_staying = is_staying
        row = self._rows[line.key]
        target = target_of(row)
        if target is None:
            self.landing.go_to_owner(row.kind, row.id)
        else:
            self.landing.go(target)

    def _on_landed(self) -> None:
        if not self._is_staying:
            self.close_overlay(gives_back=False)
