"""Shows the filing dialog, the export dialog, the sheet of a source, the lists or the tasks, to be looked at.

python tests/shots/desk_dialogs.py export_memo --theme dark
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from factdesk import settings as stored
from factdesk import words
from factdesk.compute import Workers
from factdesk.library.filing_values import Origin
from factdesk.library.library import Library
from factdesk.library.sample import build_sample
from factdesk.model.ids import ArticleId
from factdesk.model.values.scopes import ArticleScope
from factdesk.paths import resource
from factdesk.tasks.runner import Runner
from factdesk.ui import theme as look
from factdesk.ui.actions import ACTIONS
from factdesk.ui.actionset import ActionSet
from factdesk.ui.bus import Bus
from factdesk.ui.filing_desk import FilingDesk
from factdesk.ui.navigator import Navigator
from factdesk.ui.preferences import Preferences
from factdesk.ui.tasklist import Task, TaskFailure, TaskList, TaskState
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
        self.runner, self.bus, self.navigator = Runner(), Bus(), Navigator()
        self.preferences = Preferences(stored.load())
        self.actions = ActionSet({})
        for row in ACTIONS:
            self.actions.on(row.id, lambda: None)
        self.library = self._library()
        self.library.subscribe(self.bus.publish)

    def _library(self) -> Library:
        folder = Path(self.options.library or tempfile.mkdtemp()) / "Velmark desk.factdesk"
        if not folder.exists():
            started, steps = datetime.now(UTC) - timedelta(days=2), iter(range(10_000))
            build_sample(folder, who="Dana Koval", clock=lambda: started + timedelta(minutes=29 * next(steps))).close()
        return Library.open(folder, who="Dana Koval")

    def filing(self) -> None:
        """Text: a path or an address; nothing shows the empty dialog; "version" the newest text of the story."""
        words = self.options.text
        desk = self._filing_desk()
        if words == "version":
            desk.file_dialog(Origin.file(Path(str(resource("sample/story-3.html")))), for_article=self._story())
        elif words.startswith(("http://", "https://")):
            desk.file_dialog(Origin.url(words))
        else:
            desk.file_dialog(Origin.file(Path(words)) if words else None)

    def drop(self) -> None:
        """Text: paths with commas between, filed as one drop."""
        from factdesk.ui.views.tasks_panel import TasksPanel

        tasks = TaskList()
        panel = TasksPanel(tasks, self.actions, self.window)
        self._filing_desk(tasks).file_paths([Path(part) for part in self.options.text.split(",")])
        panel.open()

    def clipboard(self) -> None:
        """Text goes onto the clipboard; F5 files it."""
        QGuiApplication.clipboard().setText(self.options.text)
        QShortcut("F5", self.window).activated.connect(self._filing_desk().file_clipboard)

    def export_memo(self) -> None:
        from factdesk.ui.dialogs.export_memo import ExportMemoDialog

        dialog = ExportMemoDialog(
            library=self.library,
            runner=self.runner,
            compute=Workers(1),
            tasks=TaskList(),
            article_id=self._story(),
            parent=self.window,
        )
        dialog.open_when_done(False)
        dialog.open()

    def sheet(self) -> None:
        from factdesk.ui.views.source_sheet import SourceSheetView

        view = SourceSheetView(library=self.library, runner=self.runner, bus=self.bus, navigator=self.navigator)
        self.box.addWidget(view)
        sources = sorted(row.id for row in self.library.sources.rows())
        view.open(int(self.options.text or sources[0]))

    def sources(self) -> None:
        from factdesk.ui.views.sources import SourcesView

        self.box.addWidget(
            SourcesView(
                library=self.library, runner=self.runner, bus=self.bus, navigator=self.navigator, actions=self.actions
            )
        )

    def memos(self) -> None:
        from factdesk.ui.views.memos import MemosView

        self.box.addWidget(MemosView(library=self.library, runner=self.runner, bus=self.bus, navigator=self.navigator))

    def source_form(self) -> None:
        from factdesk.ui.dialogs.source_form import SourceFormDialog

        SourceFormDialog(library=self.library, runner=self.runner, parent=self.window).open()

    def picker(self) -> None:
        from factdesk.ui.dialogs.source_picker import SourcePickerDialog

        SourcePickerDialog(library=self.library, runner=self.runner, parent=self.window).open()

    def details(self) -> None:
        from factdesk.ui.dialogs.article_details import ArticleDetailsDialog

        article = self.library.articles.detail(ArticleId(self._story()))
        ArticleDetailsDialog(library=self.library, runner=self.runner, article=article, parent=self.window).open()

    def tasks(self) -> None:
        from factdesk.ui.views.tasks_panel import TasksPanel

        tasks = TaskList()
        panel = TasksPanel(tasks, self.actions, self.window)
        tasks.add(Task("Originals checked", state=TaskState.DONE, words="4,355 of 4,355 match their SHA-256"))
        tasks.add(
            Task(
                "Memo “Kestrava hospital” exported",
                state=TaskState.DONE,
                words="/home/dana/Velmark desk.factdesk/exports/M-3 Hospital.docx",
                open=lambda: None,
            )
        )
        tasks.add(
            Task(
                "Filing velmark.example/board",
                state=TaskState.FAILED,
                words="Could not reach the site. Nothing was filed.",
                retry=lambda: None,
            )
        )
        reasons = ("No text on 12 pages.", "It is locked with a password.", "It is damaged after byte 40,960.")
        task = Task("Filing 1,000 files from “Audit dump”", total=1000, done=742)
        task.tallies = (("check", 729, "filed"), ("copy", 8, "already here"), ("octagon-alert", 3, "failed"))
        task.failures = [
            TaskFailure(name, reason, retry=lambda: None)
            for name, reason in zip(
                ("Protokoll 14 (scan).pdf", "budget-2024-final.docx", "a very long name " * 5 + ".xls"),
                reasons,
                strict=True,
            )
        ]
        task.retry_all = lambda: None
        task.started -= 200
        tasks.add(task)
        panel.open()

    def _filing_desk(self, tasks: TaskList | None = None) -> FilingDesk:
        return FilingDesk(
            library=self.library,
            runner=self.runner,
            tasks=tasks or TaskList(),
            navigator=self.navigator,
            window=self.window,
        )

    def _story(self) -> int:
        return max(self.library.articles.rows(ArticleScope()), key=lambda row: row.claim_count).id


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=[name for name in vars(Stage) if not name.startswith("_")])
    parser.add_argument("--theme", choices=["light", "dark"], default="light")
    parser.add_argument("--text", default="")
    parser.add_argument("--library", default="")
    parser.add_argument("--language", default="en")
    parser.add_argument("--size", default="1280x800")
    options = parser.parse_args()
    app = QApplication(["stage"])
    words.use_language(options.language)
    look.apply(app, look.Choice(options.theme))
    stage = Stage(options)
    stage.window.resize(*map(int, options.size.split("x")))
    stage.window.show()
    show: Callable[[], None] = getattr(stage, options.what)
    show()
    code = app.exec()
    stage.runner.close()
    stage.library.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
