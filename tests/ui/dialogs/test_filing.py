"""The filing dialog: what was read is shown, corrected and filed; nothing is written before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.filing_values import Origin, OriginKind
from factdesk.library.library import Library
from factdesk.model.enums import Role, TwinChoice
from factdesk.model.ids import ArticleId
from factdesk.paths import resource
from factdesk.tasks.runner import Runner
from factdesk.ui.dialogs.filing import FilingDialog
from factdesk.ui.dialogs.filing.origins import origin_of_words
from factdesk.ui.dropping import Brought, brought
from factdesk.ui.widgets.notices import Banner
from ui.small_library import STORY

NEW = "A bus runs at night\n\nIt is green, and it is empty.\n\nRead also: the port."


@pytest.fixture
def dialog(library: Library, runner: Runner, host: QWidget) -> FilingDialog:
    made = FilingDialog(library=library, runner=runner, parent=host)
    made.open()
    return made


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """Give the clipboard, emptied afterwards: data of Python's must not lie on it when the program ends."""
    made = qapp.clipboard()
    yield made
    made.clear()


def read(qtbot: QtBot, dialog: FilingDialog, origin: Origin) -> None:
    """Let the dialog read an origin and wait until it is shown."""
    dialog.start(origin)
    qtbot.waitUntil(lambda: dialog.blocks.isVisible() and bool(dialog.blocks.model.rowCount()))


def trouble(dialog: FilingDialog) -> str:
    return next(banner.text for banner in dialog.findChildren(Banner))


def test_nothing_can_be_filed_before_something_was_read(dialog: FilingDialog) -> None:
    dialog.start(None)
    assert not dialog.primary.isEnabled()
    assert dialog.primary.text().startswith("File article")
    assert dialog.focusWidget() is dialog.findChild(QLineEdit, "filing-source")


def test_text_is_shown_with_its_facts_and_filed_as_corrected(
    qtbot: QtBot, dialog: FilingDialog, library: Library
) -> None:
    read(qtbot, dialog, Origin.text(NEW))
    assert dialog.fields.title.text == "A bus runs at night"
    assert not dialog.twins.isVisible()
    dialog.fields.title.set_text("A night bus runs")
    dialog.fields.outlet.setText("The Courier")
    dialog.fields.authors.setText("Ann Bell; Ivo Dan")
    dialog.fields.published.setText("2026-03")
    with qtbot.waitSignal(dialog.filed) as filed:
        dialog.accept()

    detail = library.articles.detail(ArticleId(filed.args[0]))
    assert (detail.row.title, detail.row.outlet, detail.row.authors) == (
        "A night bus runs",
        "The Courier",
        ("Ann Bell", "Ivo Dan"),
    )
    assert (detail.row.published, detail.row.role) == ("2026-03", Role.DRAFT)


def test_left_out_block_is_not_kept(qtbot: QtBot, dialog: FilingDialog, library: Library) -> None:
    read(qtbot, dialog, Origin.text(NEW))
    view, model = dialog.findChild(QListView, "filing-blocks"), dialog.blocks.model
    view.setCurrentIndex(model.index(2, 0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert model.kind_words(model.index(2, 0)) == "Left out"
    with qtbot.waitSignal(dialog.filed) as filed:
        dialog.accept()
    detail = library.articles.detail(ArticleId(filed.args[0]))
    assert "Read also" not in library.articles.text(detail.latest.id).content.text


def test_no_block_kept_cannot_be_filed(qtbot: QtBot, dialog: FilingDialog) -> None:
    read(qtbot, dialog, Origin.text(NEW))
    model = dialog.blocks.model
    for row in range(model.rowCount()):
        model.toggle(model.index(row, 0))
    assert not dialog.primary.isEnabled()
    model.toggle(model.index(0, 0))
    assert dialog.primary.isEnabled()
    dialog.fields.title.set_text("  ")
    assert not dialog.primary.isEnabled()


def test_doubtful_date_warns_and_stops_nothing(qtbot: QtBot, dialog: FilingDialog) -> None:
    read(qtbot, dialog, Origin.text(NEW))
    field = dialog.fields.published
    field.clear()
    QTest.keyClicks(field, "yesterday")
    assert field.property("state") == "warn"
    assert "2026-11-12" in field.accessibleDescription()
    assert dialog.primary.isEnabled()
    field.clear()
    QTest.keyClicks(field, "2026-03-01")
    assert field.property("state") != "warn"


def test_twin_is_offered_and_each_choice_says_what_it_does(qtbot: QtBot, dialog: FilingDialog) -> None:
    read(qtbot, dialog, Origin.text(STORY))
    assert dialog.twins.isVisible()
    assert dialog.twins.choice is TwinChoice.OPEN
    assert dialog.primary.text().startswith("Open it")
    for key, choice, words in (
        (Qt.Key.Key_2, TwinChoice.NEW_VERSION, "Add as version 2"),
        (Qt.Key.Key_3, TwinChoice.KEEP_BOTH, "Keep both"),
    ):
        QTest.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda choice=choice: dialog.twins.choice is choice)
        assert dialog.primary.text().startswith(words)


def test_opening_the_twin_writes_nothing(qtbot: QtBot, dialog: FilingDialog, library: Library) -> None:
    lines = len(library.history.rows())
    read(qtbot, dialog, Origin.text(STORY))
    with qtbot.waitSignal(dialog.filed) as filed:
        dialog.accept()
    assert filed.args == [1]
    assert len(library.history.rows()) == lines


def test_version_leaves_the_fields_of_its_article(
    qtbot: QtBot, library: Library, runner: Runner, host: QWidget
) -> None:
    dialog = FilingDialog(library=library, runner=runner, for_article=1, parent=host)
    dialog.open()
    read(qtbot, dialog, Origin.text(NEW))
    qtbot.waitUntil(lambda: dialog.twins.choice is TwinChoice.NEW_VERSION)
    assert not dialog.fields.outlet.isEnabled()
    assert "stays as on A-1" in dialog.fields.outlet.accessibleDescription()
    words = " ".join(label.text() for label in dialog.twins.findChildren(QLabel))
    assert "the same address" not in words
    with qtbot.waitSignal(dialog.filed) as filed:
        dialog.accept()
    assert filed.args == [1]
    detail = library.articles.detail(ArticleId(1))
    assert (detail.row.version_count, detail.row.outlet) == (2, "The Ledger")


@pytest.mark.parametrize(
    "bad",
    [
        ("empty.txt", b""),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj <<"),
        ("picture.docx", b"\x89PNG\r\n\x1a\n" + b"\0" * 64),
    ],
)
def test_file_that_cannot_be_read_is_told_in_the_dialog(
    qtbot: QtBot, dialog: FilingDialog, library: Library, tmp_path: Path, bad: tuple[str, bytes]
) -> None:
    lines = len(library.history.rows())
    path = tmp_path / bad[0]
    path.write_bytes(bad[1])
    dialog.start(Origin.file(path))
    qtbot.waitUntil(lambda: bad[0] in trouble(dialog))
    assert not dialog.primary.isEnabled()
    assert dialog.isVisible()
    assert len(library.history.rows()) == lines


def test_second_source_takes_the_place_of_the_first(qtbot: QtBot, dialog: FilingDialog, tmp_path: Path) -> None:
    dialog.start(Origin.file(tmp_path / "gone.pdf"))
    qtbot.waitUntil(lambda: "gone.pdf" in trouble(dialog))
    read(qtbot, dialog, Origin.text(NEW))
    assert not trouble(dialog)
    assert dialog.fields.title.text == "A bus runs at night"


def test_typed_path_is_read_on_enter(qtbot: QtBot, dialog: FilingDialog, tmp_path: Path) -> None:
    path = tmp_path / "bus.txt"
    path.write_text(NEW, encoding="utf-8")
    field = dialog.findChild(QLineEdit, "filing-source")
    field.setText(str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.blocks.model.rowCount()))
    assert dialog.isVisible()


def test_pasted_text_of_several_lines_is_read_at_once(
    qtbot: QtBot, dialog: FilingDialog, clipboard: QClipboard
) -> None:
    data = QMimeData()
    data.setHtml("<h2>A bus runs</h2><p>It is <b>green</b>.</p><ul><li>one</li></ul>")
    data.setText("A bus runs\nIt is green.\none")
    clipboard.setMimeData(data)
    field = dialog.findChild(QLineEdit, "filing-source")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.blocks.model.rowCount() == 3)
    assert field.text() == "Pasted text"
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.blocks.isVisible)
    assert dialog.blocks.model.rowCount() == 3


def test_file_dropped_on_the_dialog_is_read(qtbot: QtBot, dialog: FilingDialog) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(resource("sample/story-2.html")))])
    event = QDropEvent(
        QPointF(40, 40),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(event)
    qtbot.waitUntil(lambda: dialog.blocks.model.rowCount() > 3)
    assert dialog.fields.outlet.text() == "The Kestrava Ledger"


def test_leaving_while_it_reads_takes_no_answer(qtbot: QtBot, dialog: FilingDialog, runner: Runner) -> None:
    dialog.start(Origin.file(Path(str(resource("sample/performance-report.pdf")))))
    dialog.reject()
    qtbot.waitUntil(lambda: runner.pending == 0)
    assert not dialog.isVisible()
    assert dialog.blocks.model.rowCount() == 0


def test_every_field_is_named_and_reachable(qtbot: QtBot, dialog: FilingDialog) -> None:
    read(qtbot, dialog, Origin.text(NEW))
    for name in ("title", "authors", "outlet", "published", "language", "address", "role", "tags"):
        field = dialog.findChild(QWidget, f"filing-{name}")
        assert field.accessibleName()
        assert field.isVisibleTo(dialog)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("courier.example/ward", OriginKind.URL),
        ("https://courier.example/a b", OriginKind.URL),
        ("/home/dana/report.pdf", OriginKind.FILE),
        ("C:\\Texts\\report.pdf", OriginKind.FILE),
        ("Nobody has been left on a corridor.", OriginKind.TEXT),
    ],
)
def test_typed_words_are_an_address_a_path_or_a_text(words: str, kind: OriginKind) -> None:
    assert origin_of_words(words).kind is kind


def test_dropped_address_is_one_and_nothing_is_nothing() -> None:
    data = QMimeData()
    assert brought(data) is None
    data.setText("  https://courier.example/ward ")
    assert brought(data) == Brought(origin=Origin.url("https://courier.example/ward"))
