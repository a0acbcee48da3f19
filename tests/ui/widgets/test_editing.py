"""Fields keep what is typed: in place, in lines, in areas, in tags."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.widgets.editing import EditInPlace
from factdesk.ui.widgets.fields import ComboField, FieldRow, SearchField, SuggestField, TextArea
from factdesk.ui.widgets.tag_field import TagField


@pytest.fixture
def pane(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(300, 300)
    return made


def put(qtbot: QtBot, pane: QWidget, *widgets: QWidget) -> None:
    for widget in widgets:
        pane.layout().addWidget(widget)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()


def open_field(qtbot: QtBot, edit: EditInPlace, how: str) -> QLineEdit | QPlainTextEdit:
    resting = edit.focusProxy()
    if how == "click":
        qtbot.mouseClick(resting, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(resting, Qt.Key.Key_Return if how == "enter" else Qt.Key.Key_F2)
    assert edit.is_editing
    return edit.focusProxy()


@pytest.mark.parametrize("how", ["click", "enter", "f2"])
@pytest.mark.parametrize("is_multiline", [False, True])
def test_words_become_a_field_and_a_pause_keeps_them(qtbot: QtBot, pane: QWidget, how: str, is_multiline: bool) -> None:
    edit = EditInPlace("No ward", is_multiline=is_multiline)
    put(qtbot, pane, edit)
    field = open_field(qtbot, edit, how)
    with qtbot.waitSignal(edit.edited, timeout=2000) as heard:
        qtbot.keyClicks(field, " closed")
    assert heard.args == ["No ward closed"]


@pytest.mark.parametrize("leaves_by", ["escape", "enter", "focus", "hide", "finish", "flush"])
def test_nothing_typed_is_lost_however_the_field_is_left(qtbot: QtBot, pane: QWidget, leaves_by: str) -> None:
    edit, other = EditInPlace("No ward"), QLineEdit()
    put(qtbot, pane, edit, other)
    heard: list[str] = []
    edit.edited.connect(heard.append)
    field = open_field(qtbot, edit, "click")
    qtbot.keyClicks(field, "!")
    deeds = {
        "escape": lambda: qtbot.keyClick(field, Qt.Key.Key_Escape),
        "enter": lambda: qtbot.keyClick(field, Qt.Key.Key_Return),
        "focus": other.setFocus,
        "hide": pane.hide,
        "finish": edit.finish,
        "flush": edit.flush,
    }
    deeds[leaves_by]()
    assert heard == ["No ward!"]
    assert edit.text == "No ward!"
    qtbot.waitUntil(lambda: leaves_by in ("hide", "flush") or not edit.is_editing)


def test_words_from_outside_wait_while_the_user_types(qtbot: QtBot, pane: QWidget) -> None:
    edit = EditInPlace("old")
    put(qtbot, pane, edit)
    field = open_field(qtbot, edit, "click")
    qtbot.keyClicks(field, "er")
    edit.set_text("from elsewhere")
    edit.finish()
    assert edit.text == "older"
    edit.set_text("from elsewhere")
    assert edit.text == "from elsewhere"


def test_unchanged_words_tell_nothing(qtbot: QtBot, pane: QWidget) -> None:
    edit = EditInPlace("same")
    put(qtbot, pane, edit)
    heard: list[str] = []
    edit.edited.connect(heard.append)
    field = open_field(qtbot, edit, "enter")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (heard, edit.is_editing) == ([], False)


def test_enter_makes_a_new_line_where_there_are_lines(qtbot: QtBot, pane: QWidget) -> None:
    edit = EditInPlace("one", is_multiline=True)
    put(qtbot, pane, edit)
    field = open_field(qtbot, edit, "click")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "two")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert edit.text == "one\ntwo"
    assert not edit.is_editing


def test_placeholder_is_not_the_text(qtbot: QtBot, pane: QWidget) -> None:
    edit = EditInPlace("", placeholder="Who said it")
    put(qtbot, pane, edit)
    assert edit.text == ""
    assert open_field(qtbot, edit, "click").placeholderText() == "Who said it"


def test_long_words_wrap_and_do_not_widen_the_pane(qtbot: QtBot, pane: QWidget) -> None:
    edit = EditInPlace("ward " * 60, is_multiline=True)
    put(qtbot, pane, edit)
    assert edit.minimumSizeHint().width() <= 60
    assert edit.heightForWidth(280) > edit.heightForWidth(900)


def test_area_tells_after_a_pause_and_grows(qtbot: QtBot, pane: QWidget) -> None:
    area = TextArea("What was confirmed")
    put(qtbot, pane, area)
    before = area.height()
    with qtbot.waitSignal(area.edited, timeout=2000) as heard:
        qtbot.keyClicks(area, "a\rb\rc\rd")
    assert heard.args == ["a\nb\nc\nd"]
    qtbot.waitUntil(lambda: area.height() > before)


def test_area_submits_on_control_enter_with_all_words_told(qtbot: QtBot, pane: QWidget) -> None:
    area = TextArea()
    put(qtbot, pane, area)
    heard: list[str] = []
    area.edited.connect(heard.append)
    qtbot.keyClicks(area, "yes")
    with qtbot.waitSignal(area.submitted):
        qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["yes"]


def test_area_filled_by_the_program_tells_nothing(qtbot: QtBot, pane: QWidget) -> None:
    area = TextArea()
    put(qtbot, pane, area)
    heard: list[str] = []
    area.edited.connect(heard.append)
    area.set_text("from the library")
    area.flush()
    assert (heard, area.text) == ([], "from the library")


def test_line_tells_on_leaving(qtbot: QtBot, pane: QWidget) -> None:
    line, other = SuggestField("Who"), QLineEdit()
    put(qtbot, pane, line, other)
    line.setFocus()
    qtbot.keyClicks(line, "Halloran")
    with qtbot.waitSignal(line.edited) as heard:
        other.setFocus()
    assert heard.args == ["Halloran"]


def test_search_settles_once_for_quick_typing_and_at_once_on_enter(qtbot: QtBot, pane: QWidget) -> None:
    field = SearchField("Search", key="Ctrl+K")
    put(qtbot, pane, field)
    heard: list[str] = []
    field.settled.connect(heard.append)
    with qtbot.waitSignal(field.settled, timeout=2000):
        qtbot.keyClicks(field, "ward")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["ward", "ward"]
    with qtbot.waitSignal(field.cleared):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_choice_by_the_program_tells_nothing(qtbot: QtBot, pane: QWidget) -> None:
    combo = ComboField([("en", "English"), ("uk", "Ukrainian")], name="Language")
    put(qtbot, pane, combo)
    heard: list[str] = []
    combo.chosen.connect(heard.append)
    combo.set_value("uk")
    combo.set_items([("fr", "French"), ("uk", "Ukrainian")])
    assert (combo.value, heard) == ("uk", [])
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert heard == ["fr"]


def test_doubt_is_said_in_words_and_in_the_border(qtbot: QtBot, pane: QWidget) -> None:
    line = QLineEdit("Lena Ashgrove, staff")
    row = FieldRow("Authors", line)
    put(qtbot, pane, row)
    row.set_hint("“staff” may not be part of the name", "warn")
    assert line.property("state") == "warn"
    assert line.accessibleDescription() == "“staff” may not be part of the name"
    assert line.accessibleName() == "Authors"
    row.set_hint("")
    assert line.property("state") == ""


@pytest.mark.parametrize(("typed", "key"), [("budget", Qt.Key.Key_Return), ("budget,", None), ("budget;", None)])
def test_tag_is_added_by_enter_and_by_signs(qtbot: QtBot, pane: QWidget, typed: str, key: Qt.Key | None) -> None:
    field = TagField(["hospital"])
    put(qtbot, pane, field)
    heard: list[object] = []
    field.edited.connect(heard.append)
    line = field.focusProxy()
    qtbot.keyClicks(line, typed)
    if key is not None:
        qtbot.keyClick(line, key)
    assert heard == [("hospital", "budget")]


def test_tag_goes_by_backspace_and_a_doubled_one_is_not_taken(qtbot: QtBot, pane: QWidget) -> None:
    field = TagField(["hospital", "budget"])
    put(qtbot, pane, field)
    line = field.focusProxy()
    qtbot.keyClicks(line, "budget,")
    assert field.tags == ("hospital", "budget")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert field.tags == ("hospital",)


def test_tag_half_typed_is_kept_on_leaving(qtbot: QtBot, pane: QWidget) -> None:
    field, other = TagField(), QLineEdit()
    put(qtbot, pane, field, other)
    field.setFocus()
    qtbot.keyClicks(field.focusProxy(), "election")
    other.setFocus()
    assert field.tags == ("election",)
