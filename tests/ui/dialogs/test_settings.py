"""The settings: a row a field, in force at once; shortcuts by pressing keys, conflicts said, usual ones back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factdesk.settings import Settings, ThemeChoice
from factdesk.ui.actions import ACTIONS
from factdesk.ui.actionset import ActionSet
from factdesk.ui.dialogs.settings import SettingsDialog
from factdesk.ui.dialogs.settings.general import shown_fields
from factdesk.ui.dialogs.settings.keys import conflict, key_of, with_key
from factdesk.ui.itemmodels.commands import Command
from factdesk.ui.preferences import Preferences
from factdesk.ui.widgets.fields import ComboField, SuggestField
from factdesk.ui.widgets.segmented import SegmentedControl
from factdesk.ui.widgets.switch import Switch


@pytest.fixture
def dialog(preferences: Preferences, actions: ActionSet, host: QWidget) -> SettingsDialog:
    preferences.changed.connect(lambda settings: actions.use_keys(settings.keys))
    made = SettingsDialog(preferences, actions, parent=host)
    made.open()
    return made


def line_of(dialog: SettingsDialog, action_id: str) -> Command:
    lines = dialog.keys.view.lines
    rows = [lines.row_at(lines.index(row, 0)) for row in range(lines.rowCount())]
    return next(row for row in rows if row is not None and row.id == action_id)


def wait_for_key(dialog: SettingsDialog, action_id: str) -> None:
    dialog.show_page("keys")
    view = dialog.keys.view
    view.choose(view.lines.index_of(line_of(dialog, action_id).number))
    view.setFocus()
    view.wait(view.currentIndex())
    assert view.waiting == action_id


def test_every_setting_of_a_person_has_a_row_and_what_factdesk_keeps_has_none(dialog: SettingsDialog) -> None:
    assert set(dialog.general.controls) == set(shown_fields())
    assert set(Settings.model_fields) - set(shown_fields()) == {"recent", "keys", "geometry", "splitters"}


def test_changes_are_in_force_at_once(dialog: SettingsDialog, preferences: Preferences) -> None:
    controls = dialog.general.controls
    theme, motion, size = controls["theme"], controls["reduced_motion"], controls["reading_size"]
    assert isinstance(theme, ComboField)
    assert isinstance(motion, Switch)
    assert isinstance(size, SegmentedControl)
    theme.chosen.emit("dark")
    motion.click()
    size.chosen.emit("20")
    now = preferences.settings
    assert (now.theme, now.reduced_motion, now.reading_size) == (ThemeChoice.DARK, True, 20)


def test_a_name_being_typed_is_kept_when_the_dialog_closes(
    dialog: SettingsDialog, preferences: Preferences, qtbot: QtBot
) -> None:
    field = dialog.general.controls["who"]
    assert isinstance(field, SuggestField)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Ann Reed")
    dialog.reject()
    assert preferences.settings.who == "Ann Reed"


def test_an_empty_name_is_not_taken(dialog: SettingsDialog, preferences: Preferences, qtbot: QtBot) -> None:
    field = dialog.general.controls["who"]
    assert isinstance(field, SuggestField)
    field.setText("  ")
    field.flush()
    assert preferences.settings.who == "Dana Koval"


def test_what_the_environment_sets_cannot_be_changed(
    preferences: Preferences, actions: ActionSet, host: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTDESK_THEME", "dark")
    controls = SettingsDialog(preferences, actions, parent=host).general.controls
    assert not controls["theme"].isEnabled()
    assert controls["who"].isEnabled()


def test_a_pressed_key_becomes_the_shortcut(
    dialog: SettingsDialog, preferences: Preferences, actions: ActionSet, qtbot: QtBot
) -> None:
    wait_for_key(dialog, "claim.mark")
    qtbot.keyClick(dialog.keys.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert preferences.settings.keys == {"claim.mark": "Ctrl+G"}
    assert actions["claim.mark"].shortcut().toString() == "Ctrl+G"
    assert line_of(dialog, "claim.mark").key == "Ctrl+G"
    assert line_of(dialog, "claim.mark").note == "usually M"


def test_a_taken_key_is_said_and_can_be_taken_over(
    dialog: SettingsDialog, preferences: Preferences, qtbot: QtBot
) -> None:
    wait_for_key(dialog, "article.details")
    qtbot.keyClick(dialog.keys.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert preferences.settings.keys == {}
    assert "Versions" in dialog.keys.notice.text
    dialog.keys.notice.acted.emit()
    assert preferences.settings.keys == {"article.versions": "", "article.details": "Ctrl+D"}
    assert dialog.keys.notice.text == ""


def test_escape_leaves_and_backspace_takes_the_key_away(
    dialog: SettingsDialog, preferences: Preferences, qtbot: QtBot
) -> None:
    wait_for_key(dialog, "go.desk")
    qtbot.keyClick(dialog.keys.view, Qt.Key.Key_Escape)
    assert preferences.settings.keys == {}
    assert dialog.isVisible()
    wait_for_key(dialog, "go.desk")
    qtbot.keyClick(dialog.keys.view, Qt.Key.Key_Backspace)
    assert preferences.settings.keys == {"go.desk": ""}


def test_reset_gives_the_usual_key_back(dialog: SettingsDialog, preferences: Preferences) -> None:
    preferences.change(keys={"go.desk": "Ctrl+Alt+1", "go.memos": ""})
    dialog.show_page("keys")
    dialog.keys.view.choose(dialog.keys.view.lines.index_of(line_of(dialog, "go.desk").number))
    dialog.keys.reset.click()
    assert preferences.settings.keys == {"go.memos": ""}
    dialog.keys.reset_all.click()
    assert preferences.settings.keys == {}
    assert not dialog.keys.reset_all.isEnabled()


def test_keys_are_found_by_command_and_by_key(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.show_page("keys")
    dialog.keys.field.setText("ctrl+k")
    qtbot.waitUntil(lambda: dialog.keys.view.lines.rowCount() == 2)
    assert line_of(dialog, "search.open").key == "Ctrl+K"


def test_the_usual_keys_do_not_fight() -> None:
    fights = {row.id: conflict(row.id, row.shortcut, {}) for row in ACTIONS if row.shortcut}
    assert {one: other for one, other in fights.items() if other} == {}


def test_the_same_letter_may_mean_two_things_in_two_places() -> None:
    assert conflict("stance.supports", "M", {}) == ""
    assert conflict("coverage.next", "M", {}) == "claim.mark"
    assert conflict("stance.supports", "Ctrl+K", {}) == "search.open"


def test_the_usual_key_is_not_kept_as_an_own_one() -> None:
    keys = with_key("claim.mark", "Ctrl+G", {"gone.action": "Z"})
    assert keys == {"claim.mark": "Ctrl+G"}
    assert with_key("claim.mark", "M", keys) == {}
    assert key_of("claim.mark", {}) == "M"
