"""One open library in the window: bars, places, overlays, and the slots of the actions that belong to none of them."""

from __future__ import annotations

from functools import cached_property
from typing import TypedDict

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from factdesk.library.library import Library
from factdesk.model.changes import Changes
from factdesk.model.verbs import Verb
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.context import AppContext
from factdesk.ui.dropping import brought, take_copy
from factdesk.ui.filing_desk import FilingDesk
from factdesk.ui.formats import number
from factdesk.ui.indexkeeper import IndexKeeper
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.tasklist import Task, TaskState
from factdesk.ui.views.history import HistoryView
from factdesk.ui.views.memos import MemosView
from factdesk.ui.views.search_overlay import SearchOverlay
from factdesk.ui.views.source_sheet import SourceSheetView
from factdesk.ui.views.sources import SourcesView
from factdesk.ui.views.tasks_panel import TasksPanel
from factdesk.ui.widgets.drop_frame import DropFrame
from factdesk.ui.widgets.focus import focus_pane
from factdesk.ui.widgets.labels import rule
from factdesk.ui.widgets.notices import Banner, UndoBar
from factdesk.ui.windows.deeds import Deeds
from factdesk.ui.windows.desk import Desk
from factdesk.ui.windows.statusbar import StatusBar
from factdesk.ui.windows.toolbar import ToolBar
from factdesk.words import _, mark

PLACE_OF = {
    Place.SOURCES: Place.SOURCES,
    Place.SOURCE: Place.SOURCES,
    Place.MEMOS: Place.MEMOS,
    Place.HISTORY: Place.HISTORY,
}
_UNDO_OFFERED = {
    Verb.DELETE_ARTICLE: mark("Article moved to the trash"),
    Verb.DELETE_CLAIM: mark("Claim moved to the trash"),
    Verb.DELETE_SOURCE: mark("Source moved to the trash"),
    Verb.DELETE_NOTE: mark("Note deleted"),
    Verb.DELETE_CONTACT: mark("Contact deleted"),
    Verb.UNLINK_EVIDENCE: mark("Evidence unlinked"),
    Verb.UNSTRIKE: mark("“Nothing to check” taken back"),
}


class _Parts(TypedDict):
    """What every place takes."""

    library: Library
    runner: Runner
    bus: Bus
    navigator: Navigator


class Workbench(QWidget):
    """Everything that needs a library; made when one is opened, dropped when it is closed."""

    closed = Signal()

    def __init__(self, library: Library, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self._context = context
        self.setAcceptDrops(not library.is_read_only)
        self.toolbar = ToolBar(context.actions, context.tasks)
        self.status = StatusBar(library, context.runner, context.bus)
        self.desk = Desk(library, context)
        self.notice = Banner()
        self._stack = QStackedWidget()
        self._arrange()
        self.filing = FilingDesk(
            library=library,
            runner=context.runner,
            tasks=context.tasks,
            navigator=context.navigator,
            window=self,
        )
        self.search = SearchOverlay(
            library=library, runner=context.runner, navigator=context.navigator, actions=context.actions, parent=self
        )
        self.tasks_panel = TasksPanel(context.tasks, context.actions, parent=self)
        self.undo_bar = UndoBar(self)
        self._drop_frame = DropFrame(self)
        self.index = IndexKeeper(library, context.runner, context.bus, context.tasks, self)
        self.deeds = Deeds(self, context)
        self.desk.reader.update_deeds()
        self._connect()

    @cached_property
    def sources(self) -> SourcesView:
        """The table of sources; made when it is first wanted, as every place beside the desk."""
        return SourcesView(**self._parts(), actions=self._context.actions)

    @cached_property
    def sheet(self) -> SourceSheetView:
        """The sheet of one source."""
        sheet = SourceSheetView(**self._parts())
        sheet.closed.connect(self._context.navigator.back)
        return sheet

    @cached_property
    def memos(self) -> MemosView:
        """The table of memos."""
        return MemosView(**self._parts())

    @cached_property
    def history(self) -> HistoryView:
        """The history."""
        return HistoryView(**self._parts())

    def start(self) -> None:
        """Show the first article and level the index, once the window stands."""
        self.desk.navigation.choose_first()
        self._at_rest = self._context.runner.idle.connect(self._go_on, Qt.ConnectionType.SingleShotConnection)
        self._show_warnings()

    def stop(self) -> None:
        """Begin nothing any more, for the library is let go; a view that waits to read again would hear nobody."""
        for timer in self.findChildren(QTimer):
            timer.stop()
        QObject.disconnect(self._at_rest)

    def show_target(self, target: Target) -> None:
        """Go somewhere inside this library."""
        place = PLACE_OF.get(target.place, Place.DESK)
        self.toolbar.show_place(place)
        page = self._page(target.place)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if target.place is Place.SOURCE:
            self.sheet.open(target.id)
        elif page is self.desk:
            self.desk.show_target(target)
            return
        focus_pane(page)

    def panes(self) -> list[QWidget]:
        """Give the panes in the order F6 walks them."""
        page = self._stack.currentWidget()
        return [page] if page is not None and page is not self.desk else self.desk.panes()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, addresses and texts."""
        if brought(event.mimeData()) is not None:
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """File what was dropped."""
        if take_copy(event):
            self.filing.bring(brought(event.mimeData()))

    def _page(self, place: Place) -> QWidget:
        if place is Place.SOURCES:
            return self.sources
        if place is Place.SOURCE:
            return self.sheet
        if place is Place.MEMOS:
            return self.memos
        return self.history if place is Place.HISTORY else self.desk

    def _go_on(self) -> None:
        """What nobody looks at yet waits until the first text stands: both would take the interpreter from it."""
        self.index.heal()
        self._context.runner.net(self.library.filing.get_ready)

    def _parts(self) -> _Parts:
        context = self._context
        return {"library": self.library, "runner": context.runner, "bus": context.bus, "navigator": context.navigator}

    def _arrange(self) -> None:
        self._stack.addWidget(self.desk)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.toolbar)
        box.addWidget(rule())
        box.addWidget(self.notice)
        box.addWidget(self._stack, 1)
        box.addWidget(rule())
        box.addWidget(self.status)

    def _connect(self) -> None:
        context = self._context
        context.navigator.navigated.connect(self.show_target)
        context.bus.library_changed.connect(self._on_library_changed)
        self.index.progressed.connect(self.search.show_preparing)
        self.toolbar.place_chosen.connect(self.deeds.go)
        self.notice.closed.connect(self.notice.hide)
        self.search.opened.connect(self.tasks_panel.raise_)
        context.tasks.ended.connect(self._on_task_ended)

    def _show_warnings(self) -> None:
        read_only = _("This window is for reading only.") if self.library.is_read_only else ""
        words = [read_only, self.library.read_only_reason, *self.library.warnings]
        told = " ".join(word for word in words if word)
        self.notice.setVisible(bool(told))
        if told:
            self.notice.set(told)

    def _on_task_ended(self, task: Task) -> None:
        """Say where nobody looks that something failed, or what was made."""
        if self.tasks_panel.is_open:
            return
        if task.state is TaskState.DONE and task.open is not None:
            self.undo_bar.offer(task.title, task.open, deed=_("Open"), key="")
        elif task.failures or task.state is TaskState.FAILED:
            failed = _("{title}: {count} failed").format(title=task.title, count=number(len(task.failures)))
            words = failed if task.failures else f"{task.title}: {task.words}"
            self.undo_bar.offer(words, self.tasks_panel.open, deed=_("Show"), key="")

    def _on_library_changed(self, changes: Changes) -> None:
        if changes.verb in _UNDO_OFFERED and changes.event is not None:
            self.undo_bar.offer(_(_UNDO_OFFERED[changes.verb]), self._context.actions["edit.undo"].trigger)
        elif changes.verb in (Verb.UNDO, Verb.REDO):
            self.undo_bar.dismiss()
