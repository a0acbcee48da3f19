"""The page General: one row for each field of the settings that a person may change, in force at once."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from factdesk.settings import Settings, ThemeChoice
from factdesk.ui.preferences import Preferences
from factdesk.ui.theme import theme
from factdesk.ui.widgets.fields import ComboField, SuggestField
from factdesk.ui.widgets.labels import label, rule, surface
from factdesk.ui.widgets.painting import text_width
from factdesk.ui.widgets.segmented import Segment, SegmentedControl
from factdesk.ui.widgets.switch import Switch
from factdesk.words import LANGUAGES, _, mark

KEPT = "Kept by Factdesk."
"""The description of fields that the program keeps for itself."""
OWN_PAGE = ("keys",)
FIELD_WIDTH = 220
LANGUAGE_NAMES = {"en": "English", "uk": "Українська"}
CHOICES: dict[StrEnum, str] = {
    ThemeChoice.SYSTEM: mark("As the system has it"),
    ThemeChoice.LIGHT: mark("Light"),
    ThemeChoice.DARK: mark("Dark"),
}
LATER = {
    "who": mark("A new name holds from the next time a library is opened."),
    "language": mark("The window is drawn anew in it at once."),
}


def shown_fields() -> list[str]:
    """Give the names of the fields that have a row, in the order in which they are declared."""
    fields = Settings.model_fields
    return [name for name, field in fields.items() if field.description != KEPT and name not in OWN_PAGE]


class GeneralPage(QScrollArea):
    """Rows of title, description and control."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.controls: dict[str, QWidget] = {}
        self.setObjectName("settings-general")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = surface(QWidget(), "raised")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(0)
        column.addWidget(label(_("General"), "page_title"))
        column.addWidget(label(_("What is changed here is in force at once, on this computer only."), "text2"))
        column.addSpacing(12)
        for name in shown_fields():
            column.addWidget(rule())
            column.addWidget(self._row(name))
        column.addStretch(1)
        self.setWidget(content)

    def _row(self, name: str) -> QWidget:
        field = Settings.model_fields[name]
        title, description = _(field.title or name), _(field.description or "")
        variable = f"FACTDESK_{name.upper()}"
        control = self._control(name, title)
        control.setAccessibleName(title)
        control.setAccessibleDescription(description)
        control.setToolTip(description)
        control.setObjectName(f"setting-{name}")
        self.controls[name] = control
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(title, "medium"))
        words.addWidget(
            label(" ".join(part for part in (description, _(LATER.get(name, ""))) if part), "small", wrap=True)
        )
        if os.environ.get(variable):
            control.setEnabled(False)
            told = _("Set by {variable} in the environment.").format(variable=variable)
            words.addWidget(label(told, "warn", wrap=True))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 11, 0, 11)
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _control(self, name: str, title: str) -> QWidget:
        """Make the control that fits the field's type."""
        value = getattr(self._preferences.settings, name)
        if name == "language":
            items = [("", _("As the system has it")), *((code, LANGUAGE_NAMES.get(code, code)) for code in LANGUAGES)]
            return _combo(items, value, self._setter(name, str))
        if isinstance(value, StrEnum):
            items = [(choice.value, _(CHOICES[choice])) for choice in type(value)]
            return _combo(items, value.value, self._setter(name, type(value)))
        if isinstance(value, bool):
            return _switch(value, self._setter(name, bool))
        if isinstance(value, int):
            return _sizes(title, value, self._setter(name, int))
        return _line(str(value), self._setter(name, str))

    def _setter(self, name: str, make: Callable[[Any], object]) -> Callable[[Any], None]:
        return lambda value: self._preferences.change(**{name: make(value)})


def _combo(items: list[tuple[str, str]], value: str, on_chosen: Callable[[str], None]) -> QWidget:
    made = ComboField(items)
    made.set_value(value)
    made.setFixedWidth(theme().px(FIELD_WIDTH))
    made.chosen.connect(on_chosen)
    return made


def _switch(is_on: bool, on_toggled: Callable[[bool], None]) -> QWidget:
    made = Switch("")
    made.setChecked(is_on)
    states = max(text_width(words, theme().font("small")) for words in (_("On"), _("Off")))
    made.setFixedWidth(theme().px(58) + round(states))
    made.toggled.connect(on_toggled)
    return made


def _sizes(name: str, value: int, on_chosen: Callable[[str], None]) -> QWidget:
    made = SegmentedControl([Segment(str(size), str(size)) for size in theme().reading_sizes()], name=name)
    made.set_value(str(value))
    made.setFixedWidth(theme().px(FIELD_WIDTH))
    made.chosen.connect(on_chosen)
    return made


def _line(value: str, on_edited: Callable[[str], None]) -> QWidget:
    made = SuggestField()
    made.set_text(value)
    made.setFixedWidth(theme().px(FIELD_WIDTH))
    made.edited.connect(lambda text: on_edited(text.strip()) if text.strip() else None)
    return made
