"""The menu of a row of the list: what can be done with one article or claim without opening it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMenu, QWidget

from factdesk.library.library import Library
from factdesk.model.enums import Kind
from factdesk.model.ids import ArticleId, ClaimId, public_id
from factdesk.model.values.articles import ArticlePatch, ArticleRow
from factdesk.model.values.claims import ClaimRow
from factdesk.tasks.runner import Runner
from factdesk.ui import icons
from factdesk.words import _


def row_menu(row: ArticleRow | ClaimRow, library: Library, runner: Runner, parent: QWidget) -> QMenu:
    """Make the menu of a row; every entry acts on this row, whatever is open."""
    menu = QMenu(parent)
    is_article = isinstance(row, ArticleRow)
    name = public_id(Kind.ARTICLE if is_article else Kind.CLAIM, row.id)
    copy = menu.addAction(icons.icon("copy"), _("Copy {id}").format(id=name))
    copy.triggered.connect(lambda: QApplication.clipboard().setText(name))
    menu.addSeparator()
    if isinstance(row, ArticleRow) and not row.is_deleted:
        patch = ArticlePatch(is_unread=not row.is_unread)
        read = menu.addAction(_("Mark as read") if row.is_unread else _("Mark as unread"))
        read.triggered.connect(lambda: runner.edit(library.articles.edit, ArticleId(row.id), patch))
    verbs = (
        (library.articles.restore, library.articles.delete, ArticleId(row.id))
        if is_article
        else (library.claims.restore, library.claims.delete, ClaimId(row.id))
    )
    restore, delete, key = verbs
    if row.is_deleted:
        menu.addAction(_("Restore")).triggered.connect(lambda: runner.edit(restore, key))
    else:
        menu.addAction(icons.icon("trash-2"), _("Move to the trash")).triggered.connect(
            lambda: runner.edit(delete, key)
        )
    for action in menu.actions():
        action.setEnabled(action is copy or not library.is_read_only)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
