"""The sheet of a source: edited as it is typed, its trust, its uses, its contact log."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factdesk.library.library import Library
from factdesk.model.enums import Channel, Kind, Outcome, Reliability, SourceLevel, Stance
from factdesk.model.ids import SourceId
from factdesk.model.values.evidence import Calculation, CalculationInput, EvidenceDraft
from factdesk.ui.navigator import Navigator, Place
from factdesk.ui.views.source_sheet import SourceSheetView
from factdesk.ui.widgets.fields import TextArea
from factdesk.ui.widgets.segmented import SegmentedControl
from factdesk.ui.widgets.switch import Switch
from ui.small_library import went_to

REPORT = SourceId(1)


@pytest.fixture
def sheet(request: pytest.FixtureRequest, host: QWidget, qtbot: QtBot) -> SourceSheetView:
    parts = ("library", "runner", "bus", "navigator")
    made = SourceSheetView(**{name: request.getfixturevalue(name) for name in parts})
    QVBoxLayout(host).addWidget(made)
    made.open(REPORT)
    qtbot.waitUntil(lambda: title(made).text() == "Annual report of the harbour office")
    return made


def title(sheet: SourceSheetView) -> QLineEdit:
    return sheet.findChild(QLineEdit, "citation-title")


def words_of(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def press(widget: QWidget, words: str) -> None:
    next(
        one for one in widget.findChildren(QAbstractButton) if one.text().startswith(words) and one.isVisible()
    ).click()


def test_source_is_shown_with_its_uses_and_its_original(sheet: SourceSheetView) -> None:
    words = words_of(sheet)
    assert {"S-1", "Used for 1 claim", "Nobody was asked yet."} <= set(words)
    assert any("sealed" in line for line in words)
    assert any("Annual report of the harbour office" in line and "Harbour office" in line for line in words)


def test_citation_is_saved_as_typed_and_undone_as_one(qtbot: QtBot, sheet: SourceSheetView, library: Library) -> None:
    field, before = title(sheet), library.sources.detail(REPORT).row.citation
    field.setFocus()
    for more in (" 2025", ", revised"):
        QTest.keyClicks(field, more)
        wanted = field.text()
        qtbot.waitUntil(lambda wanted=wanted: library.sources.detail(REPORT).row.title == wanted)
    publisher = sheet.findChild(QLineEdit, "citation-author")
    publisher.setFocus()
    QTest.keyClicks(publisher, "Mara Eldin")
    qtbot.waitUntil(lambda: library.sources.detail(REPORT).row.citation.author == "Mara Eldin")
    library.history.undo()
    assert library.sources.detail(REPORT).row.citation == before
    qtbot.waitUntil(lambda: title(sheet).text() == before.title)


def test_trust_is_judged_at_once(qtbot: QtBot, sheet: SourceSheetView, library: Library) -> None:
    level, letter = sheet.trust.findChildren(SegmentedControl)
    level.setFocus()
    level.chosen.emit(SourceLevel.PRIMARY.value)
    letter.chosen.emit(Reliability.B.value)
    qtbot.waitUntil(lambda: any(line.startswith("B · ") and "Dana Koval" in line for line in words_of(sheet.trust)))
    row = library.sources.detail(REPORT).row
    assert (row.level, row.reliability) == (SourceLevel.PRIMARY, Reliability.B)
    sheet.trust.findChild(Switch).click()
    qtbot.waitUntil(lambda: library.sources.detail(REPORT).row.is_confidential)


def test_contact_is_logged_with_ctrl_enter_and_taken_off_again(
    qtbot: QtBot, sheet: SourceSheetView, library: Library
) -> None:
    press(sheet.contacts, "Log contact")
    answer = sheet.contacts.findChild(TextArea)
    assert sheet.focusWidget() is answer or answer.isAncestorOf(sheet.focusWidget())
    fields = [one for one in sheet.contacts.findChildren(QLineEdit) if one.accessibleName() == "Who"]
    fields[0].setText("Mara Eldin, director")
    QTest.keyClicks(answer, "Two ships waited.")
    QTest.keyClick(answer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sheet.contacts.model.rowCount() == 1)
    (contact,) = library.sources.detail(REPORT).contacts
    assert (contact.who, contact.answer) == ("Mara Eldin, director", "Two ships waited.")
    assert (contact.channel, contact.outcome, contact.by) == (Channel.PHONE, Outcome.ANSWERED, "Dana Koval")
    sheet.contacts.deleted.emit(contact.id)
    qtbot.waitUntil(lambda: sheet.contacts.model.rowCount() == 0)


def test_contact_without_a_name_is_not_logged(sheet: SourceSheetView, library: Library) -> None:
    press(sheet.contacts, "Log contact")
    answer = sheet.contacts.findChild(TextArea)
    QTest.keyClicks(answer, "Somebody said so.")
    QTest.keyClick(answer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert library.sources.detail(REPORT).contacts == ()
    assert answer.isVisible()


def test_calculation_is_written_out(qtbot: QtBot, sheet: SourceSheetView, library: Library) -> None:
    inputs = (CalculationInput("a", "This year", "412,318", "t"), CalculationInput("b", "Most", "455,020", "t"))
    sum_ = Calculation("How far below the record?", inputs, "b - a", "", "t")
    library.evidence.link(EvidenceDraft(2, REPORT, Stance.REFUTES, calculation=sum_))
    qtbot.waitUntil(lambda: "b - a" in words_of(sheet.uses))
    words = words_of(sheet.uses)
    assert {"How far below the record?", "412,318 t", "455,020 t"} <= set(words)
    assert any(line.replace(",", "").startswith("42702") for line in words)
    assert "Used for 2 claims" in words


def test_claim_that_uses_it_is_one_click_away(qtbot: QtBot, sheet: SourceSheetView, navigator: Navigator) -> None:
    targets = went_to(navigator)
    view = next(one for one in sheet.uses.findChildren(QListView))
    view.setCurrentIndex(sheet.uses.model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [(one.place, one.id) for one in targets] == [(Place.CLAIM, 1)])


def test_moving_to_the_trash_closes_the_sheet(qtbot: QtBot, sheet: SourceSheetView, library: Library) -> None:
    with qtbot.waitSignal(sheet.closed):
        press(sheet, "Move to trash")
    assert [row.id for row in library.sources.rows(trash=True)] == [REPORT]
    assert library.articles.resolve("S-1").kind is Kind.SOURCE
