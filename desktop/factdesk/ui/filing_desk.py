"""Brings texts in from everywhere: dialog, clipboard, drag and drop, many files at once as a task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from factdesk.errors import FactdeskError
from factdesk.library.filing_values import Origin
from factdesk.library.library import Library
from factdesk.model.enums import FilingOutcome, Role
from factdesk.model.ids import ArticleId
from factdesk.model.values.articles import FilingItem
from factdesk.progress import CancelToken, Progress
from factdesk.tasks.runner import Runner
from factdesk.ui.dialogs.filing import FilingDialog
from factdesk.ui.dialogs.filing.dialog import file_filter
from factdesk.ui.dialogs.filing.origins import local_paths, origin_of_text
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.tasklist import Task, TaskFailure, TaskList, TaskState
from factdesk.words import _, ngettext


class FilingDesk(QObject):
    """Every way a text comes in ends in the filing dialog, or in a task when there are many."""

    def __init__(
        self, *, library: Library, runner: Runner, tasks: TaskList, navigator: Navigator, window: QWidget
    ) -> None:
        super().__init__(window)
        self._library = library
        self._runner = runner
        self._tasks = tasks
        self._navigator = navigator
        self._window = window

    def file_dialog(
        self, origin: Origin | None = None, *, role: Role | None = None, for_article: int | None = None
    ) -> FilingDialog:
        """Open the filing dialog on an origin, or empty."""
        dialog = FilingDialog(
            library=self._library, runner=self._runner, role=role, for_article=for_article, parent=self._window
        )
        dialog.filed.connect(self._on_filed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.start(origin)
        return dialog

    def _on_filed(self, article_id: int) -> None:
        """Go to what was filed; to its claims first, when some must be decided on."""
        self._runner.read(_landing, self._library, article_id, on_done=self._navigator.open)

    def file_clipboard(self) -> None:
        """File what was copied: files, an address, or a text with its blocks."""
        self.drop(QGuiApplication.clipboard().mimeData())

    def choose_files(self) -> None:
        """Ask for files, or a folder, and file them."""
        menu = QMenu(self._window)
        menu.addAction(_("Choose files…")).triggered.connect(self._on_choose_files)
        menu.addAction(_("Choose a folder…")).triggered.connect(self._on_choose_folder)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._window.mapToGlobal(self._window.rect().topLeft()))

    def accepts(self, data: QMimeData) -> bool:
        """Whether something can be made of what is dragged."""
        return data.hasUrls() or data.hasText() or data.hasHtml()

    def drop(self, data: QMimeData | None) -> None:
        """File what was dropped or copied; an empty clipboard may be no data at all."""
        if data is None:
            return
        paths = local_paths(data)
        if paths:
            self.file_paths(paths)
            return
        origin = origin_of_text(data)
        if origin is not None:
            self.file_dialog(origin)

    def file_paths(self, paths: Sequence[Path]) -> None:
        """File paths, folders walked: one in the dialog, more as a task."""
        self._runner.read(self._library.filing.expand, paths, on_done=lambda found: self._on_expanded(paths, found))

    def _on_expanded(self, paths: Sequence[Path], found: tuple[Path, ...]) -> None:
        if len(found) == 1:
            self.file_dialog(Origin.file(found[0]))
        elif found:
            name = paths[0].name if len(paths) == 1 else _("files")
            title = ngettext("Filing {count} file from “{name}”", "Filing {count} files from “{name}”", len(found))
            _BulkFiling(self, title.format(count=len(found), name=name), [Origin.file(path) for path in found])

    def start(self, filing: _BulkFiling) -> None:
        """Put a filing of many files on the bulk lane and on the list of tasks."""
        ticket = self._runner.bulk(
            filing.run, self._library, on_done=filing.on_done, on_error=filing.on_error, progress=True
        )
        filing.task.ticket = ticket
        ticket.progressed.connect(lambda *_report: filing.show_tallies())
        self._tasks.add(filing.task)

    def finish(self, task: Task, words: str, state: TaskState) -> None:
        """Say how a filing of many files ended."""
        self._tasks.end(task, state, words)

    def touch(self) -> None:
        """Say that a task has news."""
        self._tasks.touch()

    def _on_choose_files(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(self._window, _("Choose files"), "", file_filter())
        if chosen:
            self.file_paths([Path(path) for path in chosen])

    def _on_choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, _("Choose a folder"))
        if chosen:
            self.file_paths([Path(chosen)])


class _BulkFiling(QObject):
    """Many files as one task: what was filed, what was here already, what failed and why."""

    def __init__(self, desk: FilingDesk, title: str, origins: Sequence[Origin]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._origins = list(origins)
        self._items: list[FilingItem] = []
        self.task = Task(title, total=len(self._origins))
        desk.start(self)

    def run(self, library: Library, *, progress: Progress, cancel: CancelToken) -> tuple[FilingItem, ...]:
        """File one after the other; runs on the bulk lane. `list.append` is safe across threads."""
        return library.filing.file_many(
            self._origins, progress=progress, cancel=cancel, role=Role.REFERENCE, on_item=self._items.append
        )

    def show_tallies(self) -> None:
        """Count what came of the items so far."""
        items = tuple(self._items)
        counts = Counter(item.outcome for item in items)
        self.task.tallies = (
            ("check", counts[FilingOutcome.FILED] + counts[FilingOutcome.NEW_VERSION], _("filed")),
            ("copy", counts[FilingOutcome.KNOWN], _("already here")),
            ("octagon-alert", counts[FilingOutcome.FAILED], _("failed")),
        )
        failed = [item for item in items if item.outcome is FilingOutcome.FAILED]
        for item in failed[len(self.task.failures) :]:
            self.task.failures.append(self._failure(item))
        self.task.retry_all = (lambda: self._retry(failed)) if failed else None

    def on_done(self, items: tuple[FilingItem, ...]) -> None:
        """Say how it ended; a cancelled filing kept what was done."""
        self.show_tallies()
        left = len(self._origins) - len(items)
        words = ngettext("{count} file done", "{count} files done", len(items)).format(count=len(items))
        if left:
            rest = ngettext("{count} file not looked at", "{count} files not looked at", left).format(count=left)
            words = f"{words} · {rest}"
        self._desk.finish(self.task, words, TaskState.CANCELLED if left else TaskState.DONE)

    def on_error(self, error: FactdeskError) -> None:
        """Say what stopped it; what was filed before is safe."""
        self.show_tallies()
        self._desk.finish(self.task, str(error), TaskState.FAILED)

    def _failure(self, item: FilingItem) -> TaskFailure:
        reason = f"{item.error} {item.hint}".strip()
        return TaskFailure(item.title, reason, retry=lambda: self._retry([item]))

    def _retry(self, items: Sequence[FilingItem]) -> None:
        title = ngettext("Trying {count} file again", "Trying {count} files again", len(items))
        _BulkFiling(self._desk, title.format(count=len(items)), [Origin.file(Path(item.source)) for item in items])


def _landing(library: Library, article_id: int) -> Target:
    """Say where a person goes on after filing; runs on a lane."""
    carried = library.versions.carry_over(ArticleId(article_id))
    waits = carried is not None and bool(carried.waiting)
    return Target(Place.CARRY_OVER if waits else Place.ARTICLE, article_id)
