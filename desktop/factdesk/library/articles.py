"""Verbs and queries on articles and their versions."""

from __future__ import annotations

from pathlib import Path

from factdesk.errors import NotFoundError
from factdesk.library.group import Group
from factdesk.model.changes import Changes
from factdesk.model.ids import ArticleId, VersionId, parse_public_id
from factdesk.model.values.articles import ArticleDetail, ArticlePatch, ArticleRow, VersionText
from factdesk.model.values.desk import Counts, ThingRef
from factdesk.model.values.scopes import ArticleScope
from factdesk.model.verbs import Verb
from factdesk.words import _


class Articles(Group):
    """`library.articles`."""

    def rows(self, scope: ArticleScope = ArticleScope()) -> tuple[ArticleRow, ...]:  # noqa: B008  (frozen)
        """List the articles of a scope, last filed first."""
        with self._read() as stores:
            return stores.articles.rows(scope)

    def detail(self, article_id: ArticleId) -> ArticleDetail:
        """Give an article with its versions; NotFoundError when there is none."""
        with self._read() as stores:
            return stores.articles.detail(article_id)

    def text(self, version_id: VersionId) -> VersionText:
        """Give a version with its text; NotFoundError when there is none."""
        with self._read() as stores:
            return stores.versions.text(version_id)

    def original(self, version_id: VersionId) -> Path:
        """Give the path of a version's sealed bytes; they are read-only. NotFoundError when they are gone."""
        with self._read() as stores:
            row = stores.versions.row(version_id)
        path = self._room.storage.originals.path(row.original_sha256)
        if not path.is_file():
            raise NotFoundError(
                _("The original of “{name}” is missing from the library.").format(name=row.original_name),
                hint=_("The text and its claims are safe; bring the file back from a copy of the library."),
            )
        return path

    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Give the outlets in use with their number of articles, most used first."""
        with self._read() as stores:
            return stores.articles.outlets()

    def counts(self) -> Counts:
        """Count what the navigator shows."""
        with self._read() as stores:
            return stores.counting.counts(self._room.who, self._room.clock().date().isoformat())

    def resolve(self, public_id: str) -> ThingRef:
        """Find a thing by its public id, such as A-12; NotFoundError when there is none."""
        known = parse_public_id(public_id)
        if known is not None:
            with self._read() as stores:
                return stores.things.resolve(*known)
        raise NotFoundError(
            _("“{words}” is no id.").format(words=public_id.strip()[:60]),
            hint=_("Ids look like A-12 for an article, C-345 for a claim, S-7 for a source."),
        )

    def edit(self, article_id: ArticleId, patch: ArticlePatch) -> Changes:
        """Change fields of an article; NotFoundError when there is none."""
        with self._begin(Verb.EDIT_ARTICLE) as unit:
            unit.articles.patch(article_id, patch)
        return unit.changes

    def mark_read(self, article_id: ArticleId) -> Changes:
        """Say that an article was opened; leaves no line in the history."""
        if self._room.is_read_only:
            return Changes(Verb.EDIT_ARTICLE)
        with self._room.storage.begin_quietly(self._room.who, self._room.clock()) as unit:
            unit.articles.set_unread(article_id, is_unread=False)
        return unit.changes

    def delete(self, article_id: ArticleId) -> Changes:
        """Put an article into the trash, with its claims, evidence and notes out of sight."""
        with self._begin(Verb.DELETE_ARTICLE) as unit:
            unit.articles.delete(article_id)
        return unit.changes

    def restore(self, article_id: ArticleId) -> Changes:
        """Take an article out of the trash."""
        with self._begin(Verb.RESTORE) as unit:
            unit.articles.restore(article_id)
        return unit.changes
