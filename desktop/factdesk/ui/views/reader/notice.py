"""The strip that says why a text is closed to marking, and offers the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factdesk.model.ids import ArticleId
from factdesk.ui.views.reader.content import ReaderContent
from factdesk.ui.widgets.notices import Banner
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.ui.views.reader.view import ReaderView


class ReaderNotice(Banner):
    """An older version leads to the newest one, an article in the trash can be taken out."""

    def __init__(self, reader: ReaderView) -> None:
        super().__init__(kind="note")
        self._reader = reader
        self.acted.connect(self._on_acted)

    def show_content(self, content: ReaderContent) -> None:
        """Show what is to be said of this version, or nothing."""
        newest = content.article.latest.number
        if content.article.row.is_deleted:
            is_closed = self._reader.library.is_read_only
            self.set(_("This article is in the trash."), "" if is_closed else _("Take it out"))
        elif not content.is_latest:
            words = _("This is version {number}. Claims are worked on in version {newest}, the newest.")
            action = _("Open version {newest}").format(newest=newest)
            self.set(words.format(number=content.text.version.number, newest=newest), action)
        else:
            self.set("")

    def _on_acted(self) -> None:
        reader, content = self._reader, self._reader.content
        if content is None:
            return
        if content.article.row.is_deleted:
            reader.runner.edit(reader.library.articles.restore, ArticleId(content.article.row.id))
        else:
            reader.open(content.article.row.id)
