"""Notes on an article and on a source: kept as typed, listed again, deleted with undo."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factdesk.library.library import Library
from factdesk.model.enums import Kind
from factdesk.tasks.runner import Runner
from factdesk.ui.bus import Bus
from factdesk.ui.dialogs.article_notes import ArticleNotesDialog
from factdesk.ui.widgets.fields import TextArea


def test_note_on_an_article_is_kept_when_the_dialog_closes(
    library: Library, runner: Runner, bus: Bus, qtbot: QtBot
) -> None:
    article = library.articles.rows()[0]
    dialog = ArticleNotesDialog(library=library, runner=runner, bus=bus, article_id=article.id, title=article.title)
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.findChild(TextArea, "new-note")
    assert field is not None
    QTest.keyClicks(field, "Ask the harbour office for the 2011 figures.")
    dialog.done(0)
    qtbot.waitUntil(lambda: runner.pending == 0)
    assert [note.text for note in library.notes.of(Kind.ARTICLE, article.id)] == [
        "Ask the harbour office for the 2011 figures."
    ]
