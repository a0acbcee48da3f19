"""Brings texts in from everywhere: dialog, clipboard, drag and drop, many files at once as a task."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from factdesk.errors import InputError
from factdesk.library.filing_values import Origin
from factdesk.library.library import Library
from factdesk.model.enums import Role
from factdesk.model.ids import ArticleId
from factdesk.tasks.runner import Runner
from factdesk.ui.bulk_filing import BulkFiling, Means
from factdesk.ui.dialogs.filing import FilingDialog
from factdesk.ui.dialogs.filing.dialog import file_filter
from factdesk.ui.dropping import Brought, brought
from factdesk.ui.errors import ErrorPresenter
from factdesk.ui.formats import number
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.tasklist import TaskList
from factdesk.ui.theme import theme
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
        found = brought(QGuiApplication.clipboard().mimeData())
        if found is None:
            self._say(_("Nothing that could be filed was copied."), _("Copy a text, a file or an address first."))
        self.bring(found)

    def choose_files(self) -> None:
        """Ask for files, or a folder, and file them."""
        menu = QMenu(self._window)
        menu.addAction(_("Choose files…")).triggered.connect(self._on_choose_files)
        menu.addAction(_("Choose a folder…")).triggered.connect(self._on_choose_folder)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._window.mapToGlobal(QPoint(12, theme().height("toolbar"))))
        menu.setActiveAction(menu.actions()[0])

    def bring(self, found: Brought | None) -> None:
        """File what was dropped or copied, if anything was."""
        if found is None:
            return
        if found.paths:
            self.file_paths(found.paths)
        else:
            self.file_dialog(found.first)

    def file_paths(self, paths: Sequence[Path]) -> None:
        """File paths, folders walked: one in the dialog, more as a task."""
        self._runner.read(self._library.filing.expand, paths, on_done=lambda found: self._on_expanded(paths, found))

    def _on_expanded(self, paths: Sequence[Path], found: tuple[Path, ...]) -> None:
        if len(found) == 1:
            self.file_dialog(Origin.file(found[0]))
        elif found:
            if len(paths) == 1:
                title = ngettext("Filing {count} file from “{name}”", "Filing {count} files from “{name}”", len(found))
            else:
                title = ngettext("Filing {count} file", "Filing {count} files", len(found))
            title = title.format(count=number(len(found)), name=paths[0].name)
            means = Means(self._library, self._runner, self._tasks, self._decide)
            BulkFiling(title, [Origin.file(path) for path in found], means, self)
        else:
            self._say(_("There is no file to read in “{name}”.").format(name=paths[0].name), "")

    def _say(self, sentence: str, hint: str) -> None:
        ErrorPresenter(self._window.window())(InputError(sentence, hint=hint))

    def _decide(self, origins: Sequence[Origin], put_back: Callable[[Sequence[Origin]], None]) -> None:
        """Show origins in the dialog one after the other; Cancel breaks off and hands back the one shown and the rest.

        One that is to be left alone is answered by opening what is here already.
        """
        first, *rest = origins
        dialog = self.file_dialog(first)
        dialog.rejected.connect(lambda: put_back(origins))
        if rest:
            dialog.accepted.connect(lambda: self._decide(rest, put_back))

    def _on_choose_files(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(self._window, _("Choose files"), "", file_filter())
        if chosen:
            self.file_paths([Path(path) for path in chosen])

    def _on_choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, _("Choose a folder"))
        if chosen:
            self.file_paths([Path(chosen)])


def _landing(library: Library, article_id: int) -> Target:
    """Say where a person goes on after filing; runs on a lane."""
    carried = library.versions.carry_over(ArticleId(article_id))
    waits = carried is not None and bool(carried.waiting)
    return Target(Place.CARRY_OVER if waits else Place.ARTICLE, article_id)
