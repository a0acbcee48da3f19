"""Starts the window: settings, theme, language, one library at a time, and an orderly end."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QFileDialog

from factdesk import settings as stored
from factdesk import words
from factdesk.compute import Workers
from factdesk.errors import FactdeskError
from factdesk.library.library import Library, utc_now
from factdesk.library.sample import build_sample
from factdesk.model.enums import Kind
from factdesk.paths import documents_folder
from factdesk.settings import Settings, ThemeChoice
from factdesk.tasks.runner import Runner
from factdesk.ui import qtwords
from factdesk.ui import theme as look
from factdesk.ui.actionset import ActionSet
from factdesk.ui.bus import Bus
from factdesk.ui.context import AppContext
from factdesk.ui.dropping import Brought
from factdesk.ui.errors import ErrorPresenter
from factdesk.ui.icons import app_icon
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.preferences import Preferences
from factdesk.ui.tasklist import TaskList
from factdesk.ui.windows.main import MainWindow
from factdesk.words import _

log = logging.getLogger(__name__)
SUFFIX = ".factdesk"
COLLECT_AFTER_MS = 2000
PLACES = {Kind.ARTICLE: Place.ARTICLE, Kind.CLAIM: Place.CLAIM, Kind.SOURCE: Place.SOURCE}


class Desktop(QObject):
    """The running program: owns the window, the runner and the library that is open."""

    def __init__(
        self,
        settings: Settings,
        parent: QObject | None = None,
        *,
        keep: Callable[..., Settings] = stored.save,
    ) -> None:
        super().__init__(parent)
        self.preferences = Preferences(settings, self, keep=keep)
        self.runner = Runner(self)
        self.compute = Workers()
        self.bus = Bus(self)
        self.context = AppContext(
            preferences=self.preferences,
            runner=self.runner,
            bus=self.bus,
            actions=ActionSet(settings.keys, self),
            navigator=Navigator(self),
            tasks=TaskList(self),
            compute=self.compute,
        )
        self.window = MainWindow(self.context)
        self.present = ErrorPresenter(self.window)
        self.runner.present = self.present
        self.library: Library | None = None
        self._connect()

    def open_library(self, folder: Path, then: Callable[[], None] | None = None) -> None:
        """Open a library off the window's thread, in place of the one that is open."""
        self._load(folder, lambda: Library.open(folder, who=self._who(), compute=self.compute), then)

    def create_library(self, folder: Path, then: Callable[[], None] | None = None) -> None:
        """Make an empty library and open it."""
        self._load(folder, lambda: Library.create(folder, who=self._who(), compute=self.compute), then)

    def open_sample(self, folder: Path, then: Callable[[], None] | None = None) -> None:
        """Open the sample library, made where it is missing."""
        if folder.exists():
            self.open_library(folder, then)
            return
        self._load(folder, lambda: self._made_sample(folder), then)

    def open_thing(self, public_id: str) -> None:
        """Go to the thing with this public id."""
        if self.library is not None:
            self.runner.read(self.library.articles.resolve, public_id, on_done=self._go_to)

    def close(self) -> None:
        """Finish what was typed, stop the rest, let go of the library and the workers."""
        self.window.drop_library()
        self.runner.close()
        library, self.library = self.library, None
        if library is not None:
            library.close()
        self.compute.close()

    def _made_sample(self, folder: Path) -> Library:
        build_sample(folder, who=self._who(), clock=utc_now, compute=self.compute).close()
        return Library.open(folder, who=self._who(), compute=self.compute)

    def _load(self, folder: Path, opened: Callable[[], Library], then: Callable[[], None] | None) -> None:
        self._close_library(lambda: self._begin_loading(opened, then))
        self.window.show_loading(folder.name.removesuffix(SUFFIX))

    def _begin_loading(self, opened: Callable[[], Library], then: Callable[[], None] | None) -> None:
        self.runner.bulk(opened, on_done=lambda library: self._on_opened(library, then), on_error=self._on_not_opened)

    def _on_opened(self, library: Library, then: Callable[[], None] | None) -> None:
        self.library = library
        library.subscribe(self.bus.publish)
        self.preferences.remember_library(str(library.folder))
        self.window.show_library(library)
        if then is not None:
            then()

    def _on_not_opened(self, error: FactdeskError) -> None:
        self.window.show_first_run()
        self.present(error)

    def _go_to(self, thing: object) -> None:
        kind, number = getattr(thing, "kind", None), getattr(thing, "id", 0)
        if kind in PLACES:
            self.context.navigator.open(Target(PLACES[kind], number))

    def _close_library(self, then: Callable[[], None] | None = None) -> None:
        """Close behind the last edit; `then` comes after it, or a library opened again would find itself in use."""
        library, self.library = self.library, None
        if library is None:
            if then is not None:
                then()
            return
        self.window.drop_library()
        self.runner.edit(library.close, on_done=lambda _nothing: then() if then is not None else None)

    def _connect(self) -> None:
        window = self.window
        window.new_library_wanted.connect(self._on_new_wanted)
        window.open_library_wanted.connect(self._on_open_wanted)
        window.sample_wanted.connect(lambda: self.open_sample(documents_folder() / f"{_('Sample desk')}{SUFFIX}"))
        window.library_wanted.connect(lambda path: self.open_library(Path(path)))
        window.library_closed.connect(self._on_library_closed)
        window.dropped.connect(self._on_dropped)
        self.preferences.changed.connect(self._on_preferences_changed)
        self.preferences.failed.connect(self.present)

    def _on_library_closed(self) -> None:
        self._close_library()

    def _on_new_wanted(self) -> None:
        name = str(free_folder(documents_folder(), _("My desk")))
        chosen, _filter = QFileDialog.getSaveFileName(self.window, _("New library"), name)
        if chosen:
            folder = Path(chosen)
            self.create_library(folder if folder.suffix == SUFFIX else folder.with_name(folder.name + SUFFIX))

    def _on_open_wanted(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self.window, _("Open library"), str(documents_folder()))
        if chosen:
            self.open_library(Path(chosen))

    def _on_dropped(self, found: Brought) -> None:
        folder = documents_folder() / f"{_('My desk')}{SUFFIX}"
        make = self.open_library if folder.exists() else self.create_library
        make(folder, lambda: self._file(found))

    def _file(self, found: Brought) -> None:
        if self.window.bench is not None:
            self.window.bench.filing.bring(found)

    def _on_preferences_changed(self, settings: Settings) -> None:
        spoken = words.language()
        apply_look(settings)
        self.context.actions.use_keys(settings.keys)
        self.context.actions.speak()
        self.context.actions.repaint()
        if words.language() != spoken:
            # Not from within the field that chose the language: it goes with the rest.
            QTimer.singleShot(0, self._speak_anew)

    def _speak_anew(self) -> None:
        """Build the window's parts again in the language now spoken; what was typed is handed over first."""
        here = self.context.navigator.current
        self.window.speak()
        if self.library is not None:
            self.window.show_library(self.library)
            if here.place is not Place.DESK:
                self.context.navigator.open(here)

    def _who(self) -> str:
        return self.preferences.settings.who


def free_folder(folder: Path, name: str) -> Path:
    """Give a path for a new library that is not taken; a save dialog would go into one that is."""
    path, number = folder / f"{name}{SUFFIX}", 2
    while path.exists():
        path = folder / f"{name} {number}{SUFFIX}"
        number += 1
    return path


def apply_look(settings: Settings, forced: str | None = None) -> None:
    """Put language, colours and motion of the settings in force."""
    words.use_language(settings.language or words.system_language())
    app = QApplication.instance()
    if isinstance(app, QApplication):
        qtwords.speak(app)
        look.set_reduced_motion(True if settings.reduced_motion else None)
        look.apply(app, look.Choice(forced or settings.theme.value))


def make_application(arguments: Sequence[str]) -> QApplication:
    """Make the one application object, or give the one there is."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(list(arguments))
    app.setApplicationName("Factdesk")
    app.setDesktopFileName("factdesk")
    app.setWindowIcon(app_icon())
    qInstallMessageHandler(_on_qt_message)
    return app


def run_window(
    library: Path | None = None,
    *,
    theme: str | None = None,
    open_id: str | None = None,
    files: Sequence[Path] = (),
) -> int:
    """Show the window until it is closed; give the exit code. The last library opens again when none is named."""
    app = make_application(["factdesk"])
    settings = stored.load()
    if theme:
        settings = settings.model_copy(update={"theme": ThemeChoice(theme)})
    apply_look(settings)
    desktop = Desktop(settings)
    desktop.window.show()
    QTimer.singleShot(COLLECT_AFTER_MS, gc.freeze)  # what start-up made stays; the runner collects the rest
    folder = library or next((Path(path) for path in settings.recent if Path(path).is_dir()), None)
    if folder is not None:
        desktop.open_library(folder, lambda: _afterwards(desktop, open_id, files))
    code = app.exec()
    desktop.close()
    return code


def _afterwards(desktop: Desktop, open_id: str | None, files: Sequence[Path]) -> None:
    if open_id:
        desktop.open_thing(open_id)
    if files and desktop.window.bench is not None:
        desktop.window.bench.filing.file_paths(list(files))


_UNASKED = ("This plugin does not support propagateSizeHints()",)
"""What the offscreen platform says of every dialog; it means nothing there."""


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if message in _UNASKED:
        return
    level = logging.ERROR if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg) else logging.WARNING
    log.log(logging.DEBUG if kind is QtMsgType.QtDebugMsg else level, "Qt: %s", message)
