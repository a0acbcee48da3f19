"""The desk: navigator and list at the left, the text in the middle, the inspector at the right."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.ids import ClaimId
from factdesk.model.values.claims import ClaimDetail
from factdesk.ui.context import AppContext
from factdesk.ui.navigator import Place, Target
from factdesk.ui.views.article_list import ArticleListView
from factdesk.ui.views.carry_over import CarryOverView
from factdesk.ui.views.coverage_panel import CoveragePanel
from factdesk.ui.views.inspector import InspectorView
from factdesk.ui.views.link_evidence import LinkEvidenceView
from factdesk.ui.views.link_evidence.source_pane import SourcePane
from factdesk.ui.views.navigation import NavigationView
from factdesk.ui.views.reader import ReaderView
from factdesk.ui.widgets.focus import focus_pane
from factdesk.ui.windows.panes import DeskPanes

Instead = TypeVar("Instead", LinkEvidenceView, CarryOverView)


class Desk(QWidget):
    """Three panes, and the places that take their room: linking evidence, carrying claims over."""

    def __init__(self, library: Library, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._context = context
        runner, bus, actions = context.runner, context.bus, context.actions
        navigator, preferences = context.navigator, context.preferences
        self.navigation = NavigationView(library=library, runner=runner, bus=bus)
        self.articles = ArticleListView(library=library, runner=runner, bus=bus)
        self.reader = ReaderView(
            library=library, runner=runner, bus=bus, actions=actions, navigator=navigator, preferences=preferences
        )
        self.inspector = InspectorView(library=library, runner=runner, bus=bus, actions=actions, navigator=navigator)
        self.coverage = CoveragePanel(library=library, actions=actions)
        self._right = QStackedWidget()
        self._panes = DeskPanes(
            navigation=self.navigation,
            articles=self.articles,
            reader=self.reader,
            right=self._right,
            preferences=preferences,
        )
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    @cached_property
    def link(self) -> LinkEvidenceView:
        """The linking of evidence; made when it is first wanted, for the window stands sooner without it."""
        return self._placed(LinkEvidenceView)

    @cached_property
    def carry_over(self) -> CarryOverView:
        """The carrying over of claims; made when it is first wanted."""
        return self._placed(CarryOverView)

    def show_target(self, target: Target) -> None:
        """Go to an article, a claim, the linking of evidence or the carrying over of claims."""
        if target.place is Place.LINK:
            self._stack.setCurrentWidget(self.link)
            focus_pane(self.link)
            self.link.open(target.id, evidence_id=target.evidence_id)
            return
        if target.place is Place.CARRY_OVER:
            self._stack.setCurrentWidget(self.carry_over)
            focus_pane(self.carry_over)
            self.carry_over.open(target.id)
            return
        self._stack.setCurrentWidget(self._panes)
        self._focus_reader()
        if target.place is Place.ARTICLE:
            self.articles.select_article(target.id)
            self.reader.open(target.id, version_id=target.version_id, spans=target.spans)
        elif target.place is Place.CLAIM:
            self._context.runner.latest(
                "desk-claim", self._library.claims.detail, ClaimId(target.id), on_done=self._open_claim
            )

    def show_left(self, is_shown: bool) -> None:
        """Show or hide the left panes."""
        self._panes.show_left(is_shown)

    def show_inspector(self, is_shown: bool) -> None:
        """Show or hide the inspector."""
        self._panes.show_inspector(is_shown)

    def panes(self) -> list[QWidget]:
        """Give the panes in the order F6 walks them."""
        page = self._stack.currentWidget()
        if page is not None and page is not self._panes:
            return [page]
        return [pane for pane in (self.navigation, self.articles, self.reader, self._right) if pane.isVisible()]

    def _arrange(self) -> None:
        self._right.addWidget(self.inspector)
        self._right.addWidget(self.coverage)
        self._stack.addWidget(self._panes)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def _connect(self) -> None:
        navigator = self._context.navigator
        self.navigation.scope_chosen.connect(self.articles.show_scope)
        self.articles.article_chosen.connect(lambda at: navigator.open(Target(Place.ARTICLE, at)))
        self.articles.claim_chosen.connect(lambda at: navigator.open(Target(Place.CLAIM, at)))
        self.articles.entered.connect(lambda: focus_pane(self.reader))
        self.reader.claim_selected.connect(self.inspector.show_claim)
        self.reader.coverage_shown.connect(self._on_coverage_shown)
        self.reader.coverage_read.connect(self.coverage.show_coverage)
        self.reader.sentence_selected.connect(self.coverage.show_sentence)
        self.coverage.sentence_wanted.connect(self.reader.go_to_sentence)
        self.coverage.strike_wanted.connect(self.reader.coverage.strike)
        actions = self._context.actions
        actions.on("find.open", self._open_find)
        actions.on("find.next", lambda: self._finder.page.find_step(1))
        actions.on("find.previous", lambda: self._finder.page.find_step(-1))
        show = actions["view.inspector"]
        self._panes.inspector_docked.connect(show.setChecked)
        self._panes.drawer_closed.connect(lambda: show.setChecked(self._panes.is_docked))

    @property
    def _finder(self) -> ReaderView | SourcePane:
        """What is searched by the deeds of finding: the source while evidence is linked, else the text."""
        page = self._stack.currentWidget()
        return page.source if isinstance(page, LinkEvidenceView) else self.reader

    def _open_find(self) -> None:
        finder = self._finder
        finder.open_find() if isinstance(finder, SourcePane) else finder.find_bar.open("")

    def _open_claim(self, detail: ClaimDetail) -> None:
        row = detail.row
        self.articles.select_claim(row.article_id, row.id)
        self.reader.open(row.article_id, version_id=row.version_id, claim_id=row.id)

    def _placed(self, view: type[Instead]) -> Instead:
        """Make a view that takes the panes' room, and leads back when it is closed."""
        context = self._context
        made = view(
            library=self._library,
            runner=context.runner,
            bus=context.bus,
            actions=context.actions,
            preferences=context.preferences,
        )
        made.closed.connect(context.navigator.back)
        self._stack.addWidget(made)
        return made

    def _focus_reader(self) -> None:
        """Give the text the focus, unless the person walks a list at the left."""
        focused = QApplication.focusWidget()
        if focused is None or not self._panes.left.isAncestorOf(focused):
            focus_pane(self.reader)

    def _on_coverage_shown(self, is_shown: bool) -> None:
        self._right.setCurrentWidget(self.coverage if is_shown else self.inspector)
