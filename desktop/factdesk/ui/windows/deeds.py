"""The slots of the actions that belong to the whole library: check, back up, export, places, panes."""
# ruff: noqa: PLC0415  (dialogs are loaded when they are first wanted)

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from factdesk.model.values.desk import Problem, Scale
from factdesk.ui.actions import BY_ID
from factdesk.ui.context import AppContext
from factdesk.ui.navigator import Place, Target
from factdesk.ui.tasklist import Task
from factdesk.ui.widgets.focus import focus_pane
from factdesk.ui.windows.undoing import Undoing
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.ui.dialogs.export_memo import ExportMemoDialog
    from factdesk.ui.windows.workbench import Workbench

WRITES = ("article.file", "article.file_clipboard", "article.file_folder", "article.add_version", "source.add")


class Deeds(QObject):
    """Gives slots to the actions of an open library."""

    def __init__(self, bench: Workbench, context: AppContext) -> None:
        super().__init__(bench)
        self._bench = bench
        self._context = context
        self._library = bench.library
        self._connect_files()
        self._connect_views()
        self._connect_tools()
        self.undoing = Undoing(library=bench.library, desk=bench.desk, bar=bench.undo_bar, context=context)
        context.runner.read(self._library.desk.scale, on_done=self._name_verdicts)

    def _connect_files(self) -> None:
        actions, filing = self._context.actions, self._bench.filing
        actions.on("article.file", filing.file_dialog)
        actions.on("article.file_clipboard", filing.file_clipboard)
        actions.on("article.file_folder", filing.choose_files)
        actions.on("article.add_version", self._on_add_version)
        actions.on("article.notes", self._on_notes)
        actions.on("memo.export", self.export_memo)
        actions.on("source.add", self._on_add_source)
        actions.enable(not self._library.is_read_only, *WRITES)

    def _connect_views(self) -> None:
        actions, bench = self._context.actions, self._bench
        actions.on("search.open", bench.search.open)
        for action_id, place in (
            ("go.desk", Place.DESK),
            ("go.sources", Place.SOURCES),
            ("go.memos", Place.MEMOS),
            ("go.history", Place.HISTORY),
        ):
            actions.on(action_id, partial(self.go, place))
        actions.on("go.next_pane", lambda: self._walk_panes(1))
        actions.on("go.previous_pane", lambda: self._walk_panes(-1))
        actions.on("view.left", lambda: bench.desk.show_left(actions["view.left"].isChecked()))
        actions.on("view.inspector", lambda: bench.desk.show_inspector(actions["view.inspector"].isChecked()))
        actions.on("view.tasks", self._on_tasks)
        for action_id in ("view.left", "view.inspector"):
            actions[action_id].setChecked(True)

    def _connect_tools(self) -> None:
        actions = self._context.actions
        actions.on("tools.check", self._on_check)
        actions.on("tools.backup", self._on_backup)
        actions.on("tools.rebuild", self._on_rebuild)

    def _name_verdicts(self, scale: Scale) -> None:
        """Let menus, palette and key sheet name the desk's own ratings."""
        for rating in scale.ratings:
            action_id = f"verdict.{rating.shortcut}"
            if action_id in BY_ID:
                self._context.actions.name(action_id, _("Verdict: {name}").format(name=_(rating.name)))

    def _walk_panes(self, step: int) -> None:
        panes = self._bench.panes()
        focused = QApplication.focusWidget()
        at = next(
            (i for i, pane in enumerate(panes) if focused and (pane is focused or pane.isAncestorOf(focused))), -1
        )
        focus_pane(panes[(at + step) % len(panes)], Qt.FocusReason.TabFocusReason)

    def _on_add_version(self) -> None:
        article_id = self._bench.desk.reader.article_id
        if article_id is not None:
            self._bench.filing.file_dialog(for_article=article_id)

    def _on_add_source(self) -> None:
        from factdesk.ui.dialogs.source_form import SourceFormDialog

        dialog = SourceFormDialog(library=self._library, runner=self._context.runner, parent=self._bench)
        dialog.added.connect(lambda at: self._context.navigator.open(Target(Place.SOURCE, at)))
        dialog.open()

    def _on_notes(self) -> None:
        from factdesk.ui.dialogs.article_notes import ArticleNotesDialog

        content = self._bench.desk.reader.content
        if content is not None:
            ArticleNotesDialog(
                library=self._library,
                runner=self._context.runner,
                bus=self._context.bus,
                article_id=content.article.row.id,
                title=content.article.row.title,
                parent=self._bench,
            ).open()

    def go(self, place: Place) -> None:
        """Go to a place; to the desk means to the article that is open there, so that the way back finds it."""
        reader = self._bench.desk.reader
        if place is Place.DESK and reader.article_id is not None:
            self._context.navigator.open(Target(Place.ARTICLE, reader.article_id, version_id=reader.version_id))
        else:
            self._context.navigator.open(Target(place))

    def export_memo(self) -> ExportMemoDialog | None:
        """Open the export dialog on the open article."""
        article_id = self._bench.desk.reader.article_id
        if article_id is None:
            return None
        from factdesk.ui.dialogs.export_memo import ExportMemoDialog

        dialog = ExportMemoDialog(
            library=self._library,
            runner=self._context.runner,
            compute=self._context.compute,
            tasks=self._context.tasks,
            article_id=article_id,
            parent=self._bench,
        )
        dialog.open()
        return dialog

    def _on_tasks(self) -> None:
        panel = self._bench.tasks_panel
        panel.close_overlay() if panel.is_open else panel.open()

    def _on_check(self) -> None:
        ticket = self._context.runner.bulk(self._library.upkeep.check, progress=True)
        ticket.finished.connect(self._show_problems)
        self._context.tasks.add(Task(_("Checking the library"), ticket))

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        self._bench.status.show_checked(len(problems))
        from factdesk.ui.dialogs.problems import ProblemsDialog

        ProblemsDialog(problems, parent=self._bench).open()

    def _on_rebuild(self) -> None:
        self._bench.index.rebuild()
        self._bench.tasks_panel.open()

    def _on_backup(self) -> None:
        self._bench.tasks_panel.open()
        ticket = self._context.runner.bulk(self._library.upkeep.backup)
        task = self._context.tasks.add(Task(_("Backing up"), ticket))
        ticket.finished.connect(lambda path: self._on_backed_up(task, path))

    def _on_backed_up(self, task: Task, path: Path) -> None:
        task.words = _("Kept as {name} in the library’s folder for backups.").format(name=path.name)
        self._context.tasks.touch()
