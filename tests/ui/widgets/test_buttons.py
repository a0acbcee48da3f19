"""Buttons, chips and segments: what they say, to eyes and to screen readers, and what keys do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.theme import theme
from factdesk.ui.widgets import chips
from factdesk.ui.widgets.buttons import Button, IconButton, MenuButton, SplitButton, StanceButton, ToggleButton
from factdesk.ui.widgets.dialogs import ConfirmDialog
from factdesk.ui.widgets.notices import Banner
from factdesk.ui.widgets.page.find_bar import FindBar
from factdesk.ui.widgets.page.view import PageView
from factdesk.ui.widgets.segmented import Segment, SegmentedControl
from factdesk.ui.widgets.switch import Switch

LETTERS = tuple(Segment(letter, letter) for letter in "ABC")


@dataclass(frozen=True, slots=True)
class Rating:
    key: str
    name: str
    look: str
    shortcut: str


def test_button_has_room_for_its_words_and_key(qtbot: QtBot) -> None:
    plain, keyed = Button("Link"), Button("Link", key="Ctrl+Return")
    for button in (plain, keyed):
        qtbot.addWidget(button)
    assert keyed.sizeHint().width() > plain.sizeHint().width() + 40
    assert plain.sizeHint().height() == theme().height("control")
    assert keyed.key == "Ctrl+Return"


def test_key_is_written_as_people_say_it(qtbot: QtBot) -> None:
    button = Button("Link", key="Ctrl+Return", tooltip="Tie the claim to these words")
    qtbot.addWidget(button)
    assert button.toolTip() == "Tie the claim to these words (Ctrl+Enter)"


def test_compact_button_keeps_its_words_in_the_tooltip(qtbot: QtBot) -> None:
    button = Button("Mark claim", icon="highlighter", key="M")
    qtbot.addWidget(button)
    button.set_compact(True)
    assert button.sizeHint().width() == button.sizeHint().height()
    assert button.toolTip() == "Mark claim (M)"
    assert button.accessibleName() == "Mark claim"


def frames() -> list[Callable[[], QWidget]]:
    return [
        lambda: IconButton("ellipsis", "More", key="Shift+F10"),
        lambda: SplitButton("File article", QMenu(), tip="Other ways to file"),
        lambda: FindBar(PageView()),
        lambda: ConfirmDialog("Delete 3 claims", "They go to the trash.", "Delete"),
        lambda: Banner("Read-only", action="Retry", is_closable=True),
    ]


@pytest.mark.parametrize("make", frames())
def test_every_button_without_words_has_a_tooltip_and_a_name(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    widget = make()
    qtbot.addWidget(widget)
    inside = widget.findChildren(QAbstractButton)
    silent = [button for button in (*inside, widget) if isinstance(button, QAbstractButton) and not button.text()]
    for button in silent:
        if isinstance(button, Button):
            assert button.toolTip()
            assert button.accessibleName()


@pytest.mark.parametrize("kind", ["plain", "primary", "text", "link", "danger"])
def test_every_kind_is_painted_at_rest_focused_and_off(qtbot: QtBot, kind: str) -> None:
    button = Button("Link", kind=kind, icon="link", key="E")
    qtbot.addWidget(button)
    button.show()
    rest = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    focused = button.grab().toImage()
    button.setEnabled(False)
    off = button.grab().toImage()
    assert rest != off
    assert focused != off


def test_stance_buttons_are_large_and_stay_down(qtbot: QtBot) -> None:
    button = StanceButton("refutes", "Refutes", "R")
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= 40
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert button.stance == "refutes"


def test_toggle_says_whether_it_is_on(qtbot: QtBot) -> None:
    button = ToggleButton("Coverage", icon="scan")
    qtbot.addWidget(button)
    before = button.grab().toImage()
    button.setChecked(True)
    assert button.grab().toImage() != before


def test_menu_opens_below_its_button(qtbot: QtBot) -> None:
    menu = QMenu()
    menu.addAction("Newest")
    button = MenuButton("Sort", menu)
    qtbot.addWidget(button)
    qtbot.addWidget(menu)
    button.show()
    button.click()
    assert menu.isVisible()
    menu.close()


def test_split_button_does_its_deed_and_offers_the_others(qtbot: QtBot) -> None:
    menu = QMenu()
    menu.addAction("File folder…")
    button = SplitButton("File article", menu, tip="Other ways to file")
    qtbot.addWidget(button)
    qtbot.addWidget(menu)
    button.show()
    with qtbot.waitSignal(button.clicked):
        button.main.click()
    assert not menu.isVisible()
    button.arrow.click()
    assert menu.isVisible()
    menu.close()


@pytest.fixture
def letters(qtbot: QtBot) -> SegmentedControl:
    made = SegmentedControl(LETTERS, name="Reliability")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("start", "key", "expected"),
    [
        ("A", Qt.Key.Key_Right, "B"), ("C", Qt.Key.Key_Right, "A"), ("A", Qt.Key.Key_Left, "C"),
        ("B", Qt.Key.Key_Home, "A"), ("A", Qt.Key.Key_End, "C"), ("", Qt.Key.Key_Right, "A"),
    ],
)  # fmt: skip
def test_segments_are_chosen_by_keys(
    qtbot: QtBot, letters: SegmentedControl, start: str, key: Qt.Key, expected: str
) -> None:
    letters.set_value(start)
    with qtbot.waitSignal(letters.chosen) as heard:
        qtbot.keyClick(letters.button(start or "A"), key)
    assert heard.args == [expected]
    assert letters.value == expected


def test_segment_chosen_by_the_program_tells_nothing(letters: SegmentedControl) -> None:
    heard: list[str] = []
    letters.chosen.connect(heard.append)
    letters.set_value("B")
    letters.set_value("not there")
    assert (heard, letters.value) == ([], "")


def test_one_stop_of_tab_for_all_segments(letters: SegmentedControl) -> None:
    letters.set_value("B")
    stops = [key for key in "ABC" if letters.button(key).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["B"]


def test_compact_segments_show_the_word_of_the_chosen_one(qtbot: QtBot) -> None:
    status = SegmentedControl(
        [Segment("todo", "To do", "status:todo"), Segment("review", "In review", "status:review")], name="Status"
    )
    qtbot.addWidget(status)
    status.set_value("review")
    status.set_compact(True)
    assert status.button("todo").toolTip() == "To do"
    assert status.button("review").toolTip() == ""
    assert status.button("todo").sizeHint().width() < status.button("review").sizeHint().width()


def test_switch_turns_by_a_click_anywhere_and_by_space(qtbot: QtBot) -> None:
    switch = Switch("Confidential")
    qtbot.addWidget(switch)
    switch.resize(300, 28)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(280, 14))
    assert switch.isChecked()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


def test_chip_names_its_verdict_and_opens_by_enter(qtbot: QtBot) -> None:
    chip = chips.VerdictChip("false", "False")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Verdict: False"
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Return)


def test_verdicts_are_told_apart_without_colour(qtbot: QtBot) -> None:
    seen: set[bytes] = set()
    for look in theme().verdict_keys:
        chip = chips.VerdictChip(look, "")
        qtbot.addWidget(chip)
        image = chip.grab().toImage()
        grey = image.convertToFormat(image.Format.Format_Grayscale8)
        seen.add(bytes(grey.constBits()))
    assert len(seen) == len(theme().verdict_keys)


def test_menu_of_verdicts_carries_keys_and_can_take_the_verdict_away(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    menu = chips.verdict_menu(owner, [Rating("t", "True", "true", "1"), Rating("f", "False", "false", "5")], "f")
    assert [action.data() for action in menu.actions() if not action.isSeparator()] == ["t", "f", ""]
    assert menu.actions()[0].text() == "True\t1"


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_filter_goes_by_key_and_by_its_cross(qtbot: QtBot, key: Qt.Key) -> None:
    chip = chips.FilterChip("Since 2023")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, key)
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, 12))


def test_badge_is_gone_at_nothing(qtbot: QtBot) -> None:
    badge = chips.Badge(3)
    qtbot.addWidget(badge)
    badge.set_count(0)
    assert badge.isHidden()


@pytest.mark.parametrize(
    ("name", "letters"), [("Dana Koval", "DK"), ("Іван Петрович Марчук", "ІМ"), ("", ""), ("Bo", "B")]
)
def test_initials_are_first_and_last(name: str, letters: str) -> None:
    assert chips.initials(name) == letters
