"""The main window: the frame around first run or one open library, its menus and its geometry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from factdesk.library.library import Library
from factdesk.ui.actions import Menu
from factdesk.ui.context import AppContext
from factdesk.ui.views.first_run import FirstRunView
from factdesk.ui.windows import menus
from factdesk.ui.windows.aids import Aids
from factdesk.ui.windows.loading import LoadingPage
from factdesk.ui.windows.workbench import Workbench
from factdesk.words import _

LEAST = (1024, 640)
USUAL = (1440, 900)
ALWAYS = (
    "library.new",
    "library.open",
    "app.settings",
    "app.quit",
    "help.open",
    "help.keys",
    "help.palette",
    "help.about",
    "go.back",
    "go.forward",
)
"""Deeds that need no library."""


class MainWindow(QMainWindow):
    """Shows first run while no library is open, else the workbench of the open one."""

    new_library_wanted = Signal()
    open_library_wanted = Signal()
    sample_wanted = Signal()
    library_wanted = Signal(str)
    library_closed = Signal()
    dropped = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.bench: Workbench | None = None
        self.setWindowTitle("Factdesk")
        self.setMinimumSize(*LEAST)
        self.resize(*USUAL)
        self._stack = QStackedWidget()
        self.first_run = self._make_first_run()
        self._waiting = LoadingPage()
        self._stack.addWidget(self._waiting)
        self.setCentralWidget(self._stack)
        self._menus = menus.fill(self.menuBar(), context.actions)
        context.actions.bind_global(self)
        self.aids = Aids(self, context)
        self._connect()
        self._restore()
        self._show_recent()

    def speak(self) -> None:
        """Say menus, first run and what helps with the program in the language now spoken."""
        self._flush_typing()
        self._menus = menus.fill(self.menuBar(), self._context.actions)
        is_shown = self._stack.currentWidget() is self.first_run
        self._stack.removeWidget(self.first_run)
        self.first_run.deleteLater()
        self.first_run = self._make_first_run()
        if is_shown:
            self._stack.setCurrentWidget(self.first_run)
        self.aids.deleteLater()
        self.aids = Aids(self, self._context)
        self._show_recent()

    def show_loading(self, name: str) -> None:
        """Say that a library is being opened; menus and the window stay alive."""
        self._waiting.say(_("Opening {name}").format(name=name))
        self._stack.setCurrentWidget(self._waiting)

    def show_first_run(self) -> None:
        """Show where a library is made or chosen."""
        self._stack.setCurrentWidget(self.first_run)

    def show_library(self, library: Library) -> Workbench:
        """Show the workbench of a library that was just opened."""
        self._drop_bench()
        self.bench = Workbench(library, self._context)
        self._stack.addWidget(self.bench)
        self._stack.setCurrentWidget(self.bench)
        self.setWindowTitle(_("{library} — Factdesk").format(library=library.name))
        self._context.actions.on("library.close", self.library_closed.emit)
        self.bench.start()
        return self.bench

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep geometry; what is being typed is written before the window goes."""
        self._flush_typing()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._context.preferences.change(geometry=geometry)
        super().closeEvent(event)

    def _connect(self) -> None:
        actions = self._context.actions
        actions.on("library.new", self.new_library_wanted.emit)
        actions.on("library.open", self.open_library_wanted.emit)
        actions.on("app.quit", self.close)
        actions.on("go.back", self._context.navigator.back)
        actions.on("go.forward", self._context.navigator.forward)
        actions.enable(False, "go.back", "go.forward")
        self._context.navigator.history_changed.connect(self._on_history_changed)
        self._context.preferences.changed.connect(lambda _settings: self._show_recent())

    def _make_first_run(self) -> FirstRunView:
        view = FirstRunView(preferences=self._context.preferences)
        view.new_wanted.connect(self.new_library_wanted)
        view.open_wanted.connect(self.open_library_wanted)
        view.sample_wanted.connect(self.sample_wanted)
        view.recent_chosen.connect(self.library_wanted)
        view.dropped.connect(self.dropped)
        self._stack.insertWidget(0, view)
        return view

    def _on_history_changed(self, has_back: bool, has_forward: bool) -> None:
        self._context.actions.enable(has_back, "go.back")
        self._context.actions.enable(has_forward, "go.forward")

    def drop_library(self) -> None:
        """Show first run again; the words being typed are handed over first."""
        self._flush_typing()
        self._drop_bench()
        self.setWindowTitle("Factdesk")
        self._stack.setCurrentWidget(self.first_run)

    def _drop_bench(self) -> None:
        if self.bench is None:
            return
        self.bench.stop()
        self._context.bus.forget()
        self._context.runner.silence()
        self._context.tasks.forget()
        self._context.navigator.navigated.disconnect(self.bench.show_target)
        self._context.actions.release(*ALWAYS)
        self._stack.removeWidget(self.bench)
        self.bench.deleteLater()
        self.bench = None
        self._context.navigator.forget()

    def _flush_typing(self) -> None:
        """Let the field that is being typed in hand its words over."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def _show_recent(self) -> None:
        recent = self._context.preferences.settings.recent
        self.first_run.show_recent(recent)
        menu = self._menus[Menu.FILE]
        for action in [action for action in menu.actions() if action.property("recent")]:
            menu.removeAction(action)
        before = self._context.actions["library.close"]
        for path in recent[:5]:
            action = QAction(Path(path).stem, menu)
            action.setProperty("recent", path)
            action.setToolTip(path)
            action.triggered.connect(self._opener(path))
            menu.insertAction(before, action)

    def _opener(self, path: str) -> Callable[[], None]:
        return lambda: self.library_wanted.emit(path)

    def _restore(self) -> None:
        kept = self._context.preferences.settings.geometry
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))
