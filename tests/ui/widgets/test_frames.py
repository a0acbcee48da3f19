"""What frames other things: folds, overlays, dialogs, notices, lists, progress."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.theme import theme
from factdesk.ui.widgets.dialogs import ConfirmDialog, DialogBase
from factdesk.ui.widgets.fold import FoldSection
from factdesk.ui.widgets.labels import ElidedLabel, HashLabel, QuoteBlock, short_hash
from factdesk.ui.widgets.notices import Banner, EmptyState, UndoBar
from factdesk.ui.widgets.overlay import Drawer, Overlay
from factdesk.ui.widgets.popup_list import PopupList, PopupRow
from factdesk.ui.widgets.progress import CoverageBar, CoverageLegend, Ring, TaskButton, ThinProgress, paint_coverage
from factdesk.ui.widgets.rows import RowDelegate, TwoLines, view_defaults


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.setCentralWidget(QLineEdit())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_fold_opens_by_click_and_by_enter_and_tells(qtbot: QtBot) -> None:
    fold = FoldSection("Evidence")
    qtbot.addWidget(fold)
    inside = QLabel("A passage")
    fold.set_content(inside)
    fold.set_summary("1 close match")
    fold.show()
    with qtbot.waitSignal(fold.folded) as heard:
        qtbot.mouseClick(fold.header, Qt.MouseButton.LeftButton)
    assert heard.args == [True]
    assert inside.isVisible()
    qtbot.keyClick(fold.header, Qt.Key.Key_Return)
    assert not inside.isVisible()
    assert fold.header.accessibleDescription() == "1 close match"


def test_fold_opened_by_the_program_tells_nothing(qtbot: QtBot) -> None:
    fold = FoldSection("Evidence")
    qtbot.addWidget(fold)
    heard: list[bool] = []
    fold.folded.connect(heard.append)
    fold.set_open(True)
    assert (fold.is_open, heard) == (True, [])


@pytest.fixture
def overlay(window: QMainWindow) -> Overlay:
    made = Overlay(window, width=400, top=100, height=200)
    column = QVBoxLayout(made.body)
    column.addWidget(QLineEdit("first"))
    column.addWidget(QLineEdit("second"))
    return made


def test_overlay_takes_the_focus_and_gives_it_back(qtbot: QtBot, window: QMainWindow, overlay: Overlay) -> None:
    window.centralWidget().setFocus()
    overlay.open()
    assert window.focusWidget().text() == "first"
    with qtbot.waitSignal(overlay.closed):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.focusWidget() is window.centralWidget()


def test_tab_stays_inside_an_overlay(qtbot: QtBot, window: QMainWindow, overlay: Overlay) -> None:
    overlay.open()
    seen = []
    for _step in range(4):
        seen.append(window.focusWidget().text())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert seen == ["first", "second", "first", "second"]


def test_overlay_closes_on_a_click_beside_it_and_follows_the_window(
    qtbot: QtBot, window: QMainWindow, overlay: Overlay
) -> None:
    overlay.open()
    window.resize(700, 500)
    assert overlay.size() == window.size()
    assert window.rect().contains(overlay.body.geometry())
    qtbot.mouseClick(overlay.body, Qt.MouseButton.LeftButton)
    assert overlay.is_open
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not overlay.is_open


def test_drawer_comes_from_the_right_and_goes_on_escape(qtbot: QtBot, window: QMainWindow) -> None:
    drawer = Drawer(window, width=340)
    drawer.open()
    assert drawer.geometry().right() == window.width() - 1
    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(drawer, Qt.Key.Key_Escape)


def test_undo_bar_undoes_once_and_goes(qtbot: QtBot, window: QMainWindow) -> None:
    bar = UndoBar(window)
    done: list[str] = []
    bar.offer("Claim C-402 deleted", lambda: done.append("first"))
    bar.offer("Claim C-403 deleted", lambda: done.append("second"))
    assert bar.text == "Claim C-403 deleted"
    deed = bar.findChild(QWidget)
    with qtbot.waitSignal(bar.undone):
        qtbot.mouseClick(deed, Qt.MouseButton.LeftButton)
    assert done == ["second"]
    assert bar.isHidden()


def test_banner_stays_until_its_trouble_is_over(qtbot: QtBot) -> None:
    banner = Banner("Read-only", action="Retry")
    qtbot.addWidget(banner)
    with qtbot.waitSignal(banner.acted):
        banner._deed.click()
    assert not banner.isHidden()
    banner.set("")
    assert banner.isHidden()


def test_empty_state_offers_one_deed(qtbot: QtBot) -> None:
    empty = EmptyState("inbox", "Nothing filed yet", "File a text to begin.", action="File article")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.acted):
        empty.button.click()
    empty.set("Nothing found")
    assert empty.button.isHidden()
    assert empty.accessibleName() == "Nothing found"


def test_dialog_does_its_deed_on_control_enter_only(qtbot: QtBot) -> None:
    dialog = DialogBase("File article", primary="File article")
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_dialog_that_cannot_do_its_deed_does_nothing(qtbot: QtBot) -> None:
    dialog = DialogBase("File article", primary="File article")
    qtbot.addWidget(dialog)
    dialog.set_primary("File article", is_enabled=False)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_dangerous_dialog_names_the_verb_and_is_not_filled(qtbot: QtBot) -> None:
    dialog = ConfirmDialog("Delete 3 claims", "They go to the trash.", "Delete 3 claims")
    qtbot.addWidget(dialog)
    assert dialog.primary.text() == "Delete 3 claims"
    assert dialog.primary.kind == "danger"


def test_popup_is_moved_by_the_owners_arrows(qtbot: QtBot, window: QMainWindow) -> None:
    field = window.centralWidget()
    popup = PopupList(field)
    popup.show_rows([PopupRow("a", "Halloran", "12"), PopupRow("b", "Redl", icon="user")])
    qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.chosen) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == ["b"]
    assert popup.isHidden()


def test_popup_without_rows_is_hidden(qtbot: QtBot, window: QMainWindow) -> None:
    popup = PopupList(window.centralWidget())
    popup.show_rows([PopupRow("a", "Halloran")])
    popup.show_rows([])
    assert popup.isHidden()


def test_title_breaks_into_two_lines_and_is_cut_after_them() -> None:
    lines = TwoLines()
    font = theme().font("body_medium")
    words = "Velmark hospital closes the year with a record deficit of 41.6 million"
    assert lines.count(words, font, 1000) == 1
    assert lines.count(words, font, 260) == 2
    assert not lines.is_cut(words, font, 260)
    assert lines.is_cut(words, font, 120)


def test_rows_are_painted_by_their_state(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model = QStandardItemModel(view)
    for words in ("one", "two"):
        model.appendRow(QStandardItem(words))
    view.setModel(model)
    view.setItemDelegate(RowDelegate(view))
    view_defaults(view, keeps_selection=True)
    view.setCurrentIndex(model.index(0, 0))
    view.resize(200, 100)
    image = view.grab().toImage()
    assert image.pixelColor(1, 10) == theme().colour("accent")
    assert image.pixelColor(150, 10) == theme().colour("accent_tint")
    assert image.pixelColor(150, 31 + 10) == theme().colour("base")


def test_elided_label_holds_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("A very long title of an article that does not fit", "body_strong")
    qtbot.addWidget(label)
    label.resize(90, 20)
    label.show()
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    assert label.toolTip() == ""


def test_hash_is_short_and_is_copied_whole(qtbot: QtBot) -> None:
    digest = "9f3c51ae" * 8
    label = HashLabel(digest)
    qtbot.addWidget(label)
    assert label.text() == short_hash(digest) == "9f3c 51ae"
    with qtbot.waitSignal(label.copied) as heard:
        qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert heard.args == [digest]


def test_quotation_carries_its_verdict_as_a_bar(qtbot: QtBot) -> None:
    quote = QuoteBlock("“No ward has been closed”", "false")
    qtbot.addWidget(quote)
    quote.resize(200, 60)
    assert quote.grab().toImage().pixelColor(1, 30) == theme().verdict("false").ink


def test_progress_says_its_share(qtbot: QtBot) -> None:
    bar = ThinProgress()
    qtbot.addWidget(bar)
    bar.set_share(131, 214)
    assert bar.share == pytest.approx(0.612, abs=0.001)
    assert bar.accessibleDescription() == "131 of 214"
    bar.set_share(0, 0)
    assert bar.share is None


def test_tasks_are_counted_in_words(qtbot: QtBot) -> None:
    button = TaskButton()
    qtbot.addWidget(button)
    button.set_tasks(2, 0.5)
    assert button.text() == "2 tasks"
    button.set_tasks(0, None)
    assert button.is_compact


def test_parts_of_coverage_are_told_apart_without_colour(qtbot: QtBot) -> None:
    image = QImage(300, 8, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    paint_coverage(painter, QRectF(0, 0, 300, 8), 1, 1, 1)
    painter.end()
    kinds = [tuple(image.pixel(start + x, 4) & 255 for x in range(40)) for start in (20, 120, 220)]
    assert len(set(kinds)) == 3
    assert len(set(kinds[1])) > 3


@pytest.mark.parametrize("widget", [CoverageBar, CoverageLegend])
def test_coverage_is_read_out(qtbot: QtBot, widget: type[CoverageBar] | type[CoverageLegend]) -> None:
    made = widget()
    qtbot.addWidget(made)
    made.set_counts(6, 3, 5)
    assert "6 with a claim" in f"{made.accessibleName()} {made.accessibleDescription()}"


def test_ring_is_drawn(qtbot: QtBot) -> None:
    ring = Ring()
    qtbot.addWidget(ring)
    ring.set_share(0.5)
    half = ring.grab().toImage()
    ring.set_share(1)
    assert ring.grab().toImage() != half
