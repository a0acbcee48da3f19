"""Entering a source by hand, choosing one, and correcting what is known of an article."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.library import Library
from factdesk.model.enums import Reliability, Role, SourceLevel, SourceType, Status
from factdesk.model.ids import ArticleId, SourceId
from factdesk.tasks.runner import Runner
from factdesk.ui.dialogs.article_details import ArticleDetailsDialog
from factdesk.ui.dialogs.source_form import SourceFormDialog
from factdesk.ui.dialogs.source_picker import SourcePickerDialog


def test_source_entered_by_hand_is_written(qtbot: QtBot, library: Library, runner: Runner, host: QWidget) -> None:
    dialog = SourceFormDialog(library=library, runner=runner, parent=host)
    dialog.open()
    assert not dialog.primary.isEnabled()
    QTest.keyClicks(dialog.findChild(QLineEdit, "citation-title"), "Call with the ward")
    assert dialog.primary.isEnabled()
    dialog.reliability.set_value("B")
    with qtbot.waitSignal(dialog.added) as added:
        dialog.accept()
    row = library.sources.detail(SourceId(added.args[0])).row
    assert (row.title, row.citation.type) == ("Call with the ward", SourceType.CALL)
    assert (row.level, row.reliability) == (SourceLevel.PRIMARY, Reliability.B)


def test_kind_of_source_asks_for_its_own_fields(library: Library, runner: Runner, host: QWidget) -> None:
    dialog = SourceFormDialog(library=library, runner=runner, parent=host)
    dialog.open()
    publisher = dialog.findChild(QLineEdit, "citation-publisher")
    assert not publisher.isVisible()
    dialog.citation.set_type(SourceType.REPORT)
    assert publisher.isVisible()


def test_picker_offers_sources_then_articles_that_are_none(
    qtbot: QtBot, library: Library, runner: Runner, host: QWidget
) -> None:
    dialog = SourcePickerDialog(library=library, runner=runner, parent=host)
    dialog.open()
    view = dialog.findChild(QListView)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 6)  # two captions, two sources, two articles
    QTest.keyClicks(dialog.findChild(QLineEdit), "Ledger")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    with qtbot.waitSignal(dialog.article_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [1]


def test_picker_gives_the_source_that_is_chosen(qtbot: QtBot, library: Library, runner: Runner, host: QWidget) -> None:
    dialog = SourcePickerDialog(library=library, runner=runner, parent=host)
    dialog.open()
    qtbot.waitUntil(dialog.primary.isEnabled)
    QTest.keyClicks(dialog.findChild(QLineEdit), "pilots")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    with qtbot.waitSignal(dialog.source_chosen) as chosen:
        dialog.accept()
    assert chosen.args[0].title == "Call to the pilots"


def test_details_of_an_article_are_one_line_of_history(
    qtbot: QtBot, library: Library, runner: Runner, host: QWidget
) -> None:
    dialog = ArticleDetailsDialog(
        library=library, runner=runner, article=library.articles.detail(ArticleId(1)), parent=host
    )
    dialog.open()
    lines = len(library.history.rows())
    dialog.title_field.set_text("Corrected title")
    dialog.authors.setText("Mara Eldin, Ivo Dan")
    dialog.due.setText("2026-04-01")
    dialog.status.set_value(Status.REVIEW.value)
    dialog.role.set_value(Role.REFERENCE.value)
    dialog.accept()
    qtbot.waitUntil(lambda: len(library.history.rows()) == lines + 1)
    row = library.articles.detail(ArticleId(1)).row
    assert (row.title, row.authors, row.due) == ("Corrected title", ("Mara Eldin", "Ivo Dan"), "2026-04-01")
    assert (row.status, row.role) == (Status.REVIEW, Role.REFERENCE)


def test_details_without_a_title_keep_the_old_one(
    qtbot: QtBot, library: Library, runner: Runner, host: QWidget
) -> None:
    article = library.articles.detail(ArticleId(1))
    dialog = ArticleDetailsDialog(library=library, runner=runner, article=article, parent=host)
    dialog.open()
    dialog.title_field.set_text("  ")
    dialog.outlet.setText("Another outlet")
    dialog.accept()
    qtbot.waitUntil(lambda: library.articles.detail(ArticleId(1)).row.outlet == "Another outlet")
    assert library.articles.detail(ArticleId(1)).row.title == article.row.title
