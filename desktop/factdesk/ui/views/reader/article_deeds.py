"""What a person does with the open article: details, original, versions, use as source, trash, link evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from factdesk.model.changes import Changes
from factdesk.model.enums import Kind
from factdesk.model.ids import ArticleId, VersionId
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.sources import SourceRow
from factdesk.ui.dialogs.article_details import ArticleDetailsDialog
from factdesk.ui.navigator import Navigator, Place, Target
from factdesk.ui.opening import open_file
from factdesk.ui.views.reader.claim_deeds import STATUS_AFTER
from factdesk.ui.widgets.dialogs import ConfirmDialog
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.ui.views.reader.view import ReaderView

WITH_ARTICLE = ("article.original", "article.versions", "article.details", "article.notes")
WRITES = ("article.status", "article.as_source", "article.delete", "article.add_version")


class ArticleDeeds(QObject):
    """Gives slots to the actions on the open article."""

    def __init__(self, reader: ReaderView, navigator: Navigator) -> None:
        super().__init__(reader)
        self._reader = reader
        self._navigator = navigator
        actions = reader.deed_set
        actions.on("article.original", self._on_original)
        actions.on("article.versions", self._on_versions)
        actions.on("article.details", self._on_details)
        actions.on("article.status", self._on_status)
        actions.on("article.as_source", self._on_as_source)
        actions.on("article.delete", self._on_delete)

    def update(self) -> None:
        """Enable what can be done with the open article."""
        content = self._reader.content
        is_open = content is not None
        self._reader.deed_set.enable(is_open, *WITH_ARTICLE)
        self._reader.deed_set.enable(content is not None and not content.article.row.is_deleted, "memo.export")
        self._reader.deed_set.enable(is_open and not self._reader.library.is_read_only, *WRITES)

    def link_evidence(self, claim_id: int | None) -> None:
        """Go to the linking of evidence to a claim."""
        if claim_id is not None:
            self._navigator.open(Target(Place.LINK, claim_id))

    def on_head_activated(self, key: str) -> None:
        """Do what a word of the line under the headline stands for."""
        content = self._reader.content
        if key == "versions":
            self._on_versions()
        elif key == "original":
            self._on_original()
        elif key == "address" and content is not None:
            QApplication.clipboard().setText(content.article.canonical_url)

    def _on_original(self) -> None:
        content = self._reader.content
        if content is None:
            return
        dialog = ConfirmDialog(
            _("Open the original in another program"),
            _(
                "“{name}” came from outside. The program that opens it may run what is in it or reach the network; "
                "Factdesk does neither. The sealed file itself cannot be changed."
            ).format(name=content.text.version.original_name),
            _("Open original"),
            self._reader,
            is_danger=False,
        )
        version_id = VersionId(content.text.version.id)
        dialog.accepted.connect(
            lambda: self._reader.runner.read(
                self._reader.library.articles.original, version_id, on_done=lambda path: open_file(path, self._reader)
            )
        )
        dialog.open()

    def _on_versions(self) -> None:
        if self._reader.article_id is not None:
            self._navigator.open(Target(Place.CARRY_OVER, self._reader.article_id))

    def _on_details(self) -> None:
        content = self._reader.content
        if content is not None:
            ArticleDetailsDialog(
                library=self._reader.library,
                runner=self._reader.runner,
                article=content.article,
                parent=self._reader,
            ).open()

    def _on_status(self) -> None:
        content = self._reader.content
        if content is not None:
            patch = ArticlePatch(status=STATUS_AFTER[content.article.row.status])
            self._reader.runner.edit(self._reader.library.articles.edit, ArticleId(content.article.row.id), patch)

    def _on_as_source(self) -> None:
        reader = self._reader
        if reader.article_id is None:
            return
        article_id = ArticleId(reader.article_id)
        reader.runner.read(
            reader.library.sources.of_article,
            article_id,
            on_done=lambda row: self._open_or_add(article_id, row),
        )

    def _open_or_add(self, article_id: ArticleId, row: SourceRow | None) -> None:
        if row is not None:
            self._navigator.open(Target(Place.SOURCE, row.id))
            return
        self._reader.runner.edit(self._reader.library.sources.from_article, article_id, on_done=self._on_source_added)

    def _on_source_added(self, changes: Changes) -> None:
        self._navigator.open(Target(Place.SOURCE, changes.new(Kind.SOURCE)))

    def _on_delete(self) -> None:
        reader = self._reader
        if reader.article_id is not None:
            article_id = ArticleId(reader.article_id)
            reader.runner.edit(reader.library.articles.delete, article_id, on_done=lambda _c: reader.close_article())
