"""Shows one of the overlays, places and dialogs by itself over the sample library, for a person to look at.

python tests/shots/overlays.py search --theme dark --text hospital
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from factdesk import settings as stored
from factdesk import words
from factdesk.library.library import Library, utc_now
from factdesk.library.sample import build_sample
from factdesk.model.values.desk import Problem
from factdesk.tasks.runner import Runner
from factdesk.ui import theme as look
from factdesk.ui.actions import ACTIONS
from factdesk.ui.actionset import ActionSet
from factdesk.ui.bus import Bus
from factdesk.ui.navigator import Navigator
from factdesk.ui.preferences import Preferences
from factdesk.ui.widgets.labels import surface


class Stage:
    """A window with what the views need, and nothing of the rest of the program."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.window = QWidget()
        self.window.setWindowTitle("Stage")
        surface(self.window, "base")
        self.box = QVBoxLayout(self.window)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.runner = Runner()
        self.bus = Bus()
        self.navigator = Navigator()
        self.preferences = Preferences(stored.load())
        self.actions = ActionSet({})
        for row in ACTIONS:
            self.actions.on(row.id, lambda: None)
        self.library = self._library()
        self.library.subscribe(self.bus.publish)

    def _library(self) -> Library:
        folder = Path(self.options.library or tempfile.mkdtemp()) / "Velmark desk.factdesk"
        if folder.exists():
            return Library.open(folder, who="Dana Koval")
        if self.options.empty:
            return Library.create(folder, who="Dana Koval")
        started = datetime.now(UTC) - timedelta(days=2)
        steps = iter(range(10_000))
        build_sample(folder, who="Dana Koval", clock=lambda: started + timedelta(minutes=29 * next(steps))).close()
        return Library.open(folder, who="Dana Koval", clock=utc_now)

    def search(self) -> None:
        from factdesk.ui.views.search_overlay import SearchOverlay

        overlay = SearchOverlay(
            library=self.library,
            runner=self.runner,
            navigator=self.navigator,
            actions=self.actions,
            parent=self.window,
        )
        overlay.open(self.options.text)

    def palette(self) -> None:
        from factdesk.ui.views.palette import CommandPalette

        CommandPalette(self.actions, parent=self.window).open()

    def keys(self) -> None:
        from factdesk.ui.views.key_sheet import KeySheet

        KeySheet(self.actions, parent=self.window).open()

    def first_run(self) -> None:
        from factdesk.ui.views.first_run import FirstRunView

        view = FirstRunView(preferences=self.preferences)
        view.show_recent(
            () if self.options.empty else ("/home/dana/Documents/Velmark desk.factdesk", "/srv/b.factdesk")
        )
        self.box.addWidget(view)

    def history(self) -> None:
        from factdesk.ui.views.history import HistoryView

        self.box.addWidget(
            HistoryView(library=self.library, runner=self.runner, bus=self.bus, navigator=self.navigator)
        )

    def about(self) -> None:
        from factdesk.ui.dialogs.about import AboutDialog

        AboutDialog(self.window).open()

    def problems(self) -> None:
        from factdesk.ui.dialogs.problems import ProblemsDialog

        found = (
            Problem("original_missing", "A-3", "The original of A-3 is missing from the library (9f3c51ae02b1)."),
            Problem("text_changed", "A-7", "The text of version 2 of A-7 is not what was filed."),
            Problem("chain_broken", "41", "Line 41 of the history does not match."),
            Problem("index_behind", "", "3 things wait to be taken into the search index."),
        )
        ProblemsDialog(() if self.options.empty else found, parent=self.window).open()

    def settings(self) -> None:
        from factdesk.ui.dialogs.settings import SettingsDialog

        SettingsDialog(self.preferences, self.actions, parent=self.window).open()

    def help(self) -> None:
        from factdesk.ui.dialogs.help import HelpWindow

        HelpWindow(self.actions, parent=self.window).show_page(self.options.text or "start")


def main() -> int:
    parser = argparse.ArgumentParser()
    names = [name for name in vars(Stage) if not name.startswith("_")]
    parser.add_argument("what", choices=names)
    parser.add_argument("--theme", choices=["light", "dark"], default="light")
    parser.add_argument("--text", default="")
    parser.add_argument("--library", default="")
    parser.add_argument("--language", default="en")
    parser.add_argument("--empty", action="store_true")
    options = parser.parse_args()
    app = QApplication(["stage"])
    words.use_language(options.language)
    look.apply(app, look.Choice(options.theme))
    stage = Stage(options)
    stage.window.resize(1280, 800)
    stage.window.show()
    show: Callable[[], None] = getattr(stage, options.what)
    show()
    code = app.exec()
    stage.runner.close()
    stage.library.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
