"""The look of the window: the one reader of resources/themes, and the one place that dresses the application."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from factdesk.paths import resource
from factdesk.ui import fonts

NO_VERDICT = "none"
_TELLS_OF_MOTION = ("windows", "cocoa")
_HIGH_CONTRAST = {"text2": "text", "text3": "text", "line": "line_strong"}
_PLACE = re.compile(r"@(px)?([a-z_]+\d?|\d+)")


class Choice(StrEnum):
    """Which look the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class VerdictLook:
    """How one rating looks. `draw` is "line" (with `dash`, in pen widths) or "tile" (`path` repeated every `tile`)."""

    key: str
    ink: QColor
    tint: QColor
    on_ink: QColor
    chip: str
    is_tinted: bool
    draw: str
    width: float
    dash: tuple[float, ...]
    tile: tuple[int, int]
    path: str
    underline: str
    brush: str


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One role of type: size as a share of the user's font, line height in pixels at 13."""

    em: float
    line: int
    weight: int
    family: str


def colour_of(text: str) -> QColor:
    """Read "#RRGGBB" or "#RRGGBBAA"."""
    digits = text.removeprefix("#")
    parts = [int(digits[at : at + 2], 16) for at in range(0, len(digits), 2)]
    return QColor(*parts)


@lru_cache(maxsize=4)
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(f"themes/{name}.toml").read_text(encoding="utf-8"))


class Theme:
    """One look: colours, verdicts, type and measures. Ask it when painting; do not keep its colours."""

    def __init__(self, name: str, user_px: int = fonts.USUAL_PX, *, is_high_contrast: bool = False) -> None:
        own, scale = _read(name), _read("scale")
        self.name = name
        self.user_px = user_px
        self.is_high_contrast = is_high_contrast
        self._colours = {key: colour_of(text) for key, text in own["colour"].items()}
        if is_high_contrast:
            self._colours.update({weak: self._colours[strong] for weak, strong in _HIGH_CONTRAST.items()})
        self._scale = scale
        self._types = {
            key: TypeRole(role["em"], role["line"], role["weight"], role["family"])
            for key, role in scale["type"].items()
        }
        self._verdicts = {
            key: _look(key, own["verdict"][key], pattern, has_tint=not is_high_contrast)
            for key, pattern in scale["verdict"].items()
        }
        self._fonts: dict[str, QFont] = {}

    @property
    def is_dark(self) -> bool:
        """Whether this is the dark look."""
        return self.name == Choice.DARK

    @property
    def colour_names(self) -> tuple[str, ...]:
        """Give the names of all colours, in the file's order."""
        return tuple(self._colours)

    @property
    def verdict_keys(self) -> tuple[str, ...]:
        """Give the keys of the verdict looks, firmest true first, none last."""
        return tuple(self._verdicts)

    def colour(self, name: str) -> QColor:
        """Give a fresh copy of the colour called `name`; KeyError when there is none."""
        return QColor(self._colours[name])

    def verdict(self, key: str) -> VerdictLook:
        """Give the look of a rating; a key that is not known looks like no verdict."""
        return self._verdicts.get(key or NO_VERDICT, self._verdicts[NO_VERDICT])

    def ink(self, name: str) -> QColor:
        """Give a colour by name, or the ink of a shape: "verdict:false", "stance:refutes", "status:review"."""
        group, _, key = name.partition(":")
        if not key:
            return self.colour(name)
        if group == "verdict":
            return QColor(self.verdict(key).ink)
        return self.ink(cast(Mapping[str, str], self._scale["ink"]).get(name, "text2"))

    def font(self, role: str) -> QFont:
        """Give the font of a role of type, in the user's size."""
        known = self._fonts.get(role)
        if known is None:
            known = self._fonts[role] = self._make_font(role)
        return QFont(known)

    def _make_font(self, role: str) -> QFont:
        kind = self._types[role]
        family = self._family(kind.family)
        font = QFont(family)
        font.setPixelSize(max(9, round(kind.em * self.user_px)))
        font.setWeight(QFont.Weight(kind.weight))
        if role == "caption":
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
            font.setCapitalization(QFont.Capitalization.AllUppercase)
        elif role in ("headline", "welcome"):
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99)
        return font

    def _family(self, name: str) -> str:
        if name == "ui":
            return fonts.ui_family()
        if name == "mono":
            return fonts.mono_family()
        return fonts.display_family(self.reading_family()) if name == "display" else self.reading_family()

    def display_family(self) -> str:
        """Give the cut of the reading family for large sizes."""
        return self._family("display")

    def reading_family(self) -> str:
        """Give the family texts are read in."""
        return fonts.reading_family(tuple(self._scale["reading"]["families"]))

    def line(self, role: str) -> int:
        """Give the line height of a role in pixels."""
        return self.px(self._types[role].line)

    def px(self, pixels: float) -> int:
        """Scale a measure of the design to the user's font size."""
        return round(pixels * self.user_px / fonts.USUAL_PX)

    def height(self, name: str) -> int:
        """Give the height of a kind of row or control."""
        return self.px(self._scale["height"][name])

    def radius(self, name: str) -> int:
        """Give the corner radius of a kind of thing."""
        return cast(int, self._scale["radius"][name])

    def space(self, step: int) -> int:
        """Give the space of a step of the grid (0 to 9: 0 4 8 12 16 20 24 32 40 56 pixels)."""
        return cast(int, self._scale["space"][step])

    def ms(self, name: str) -> int:
        """Give a duration in milliseconds: fade, pane, toast, progress_after, search_debounce, edit_debounce."""
        return cast(int, self._scale["motion"][f"{name}_ms"])

    def reading(self, name: str) -> float:
        """Give a measure of the reading page: measure, measure_max, line, paragraph_gap, gutter, left, top, right."""
        return cast(float, self._scale["reading"][name])

    def reading_sizes(self) -> tuple[int, ...]:
        """Give the sizes of reading type the zoom steps through, in pixels."""
        return tuple(self._scale["reading"]["sizes"])

    def severity_icon(self, key: str) -> str:
        """Give the name of the icon of a severity."""
        return cast(str, self._scale["severity"][key])

    def palette(self) -> QPalette:
        """Build the palette of this look."""
        return _palette(self)

    def style_sheet(self) -> str:
        """Fill the colours and measures into resources/themes/factdesk.qss."""
        source = resource("themes/factdesk.qss").read_text(encoding="utf-8")
        return _PLACE.sub(self._token, source)

    def _token(self, match: re.Match[str]) -> str:
        is_measure, name = match.groups()
        if is_measure:
            return f"{self.px(int(name))}px"
        if name == "icons":
            return str(resource(f"icons/controls/{self.name}").as_posix())
        return self.colour(name).name(QColor.NameFormat.HexArgb)


def _look(key: str, inks: Mapping[str, str], pattern: Mapping[str, Any], *, has_tint: bool) -> VerdictLook:
    width, height = pattern.get("tile", (0, 0))
    return VerdictLook(
        key=key,
        ink=colour_of(inks["ink"]),
        tint=colour_of(inks["tint"]),
        on_ink=colour_of(inks["on_ink"]),
        chip=pattern["chip"],
        is_tinted=pattern["tinted"] and has_tint,
        draw=pattern["draw"],
        width=float(pattern["width"]),
        dash=tuple(float(step) for step in pattern.get("dash", ())),
        tile=(width, height),
        path=pattern.get("path", ""),
        underline=pattern["underline"],
        brush=pattern["brush"],
    )


def _palette(look: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    inks = {
        role.Window: "chrome", role.AlternateBase: "chrome", role.Base: "base", role.Button: "raised",
        role.Light: "hover", role.Midlight: "pressed", role.Mid: "line", role.Dark: "line_strong",
        role.Shadow: "line_strong", role.Text: "text", role.WindowText: "text", role.ButtonText: "text",
        role.BrightText: "danger", role.PlaceholderText: "text3", role.Accent: "accent", role.Link: "accent",
        role.LinkVisited: "accent", role.Highlight: "accent_tint2", role.HighlightedText: "text",
        role.ToolTipBase: "tooltip", role.ToolTipText: "tooltip_text",
    }  # fmt: skip
    for target, name in inks.items():
        palette.setColor(target, look.colour(name))
    for target in (role.Text, role.WindowText, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, look.colour("disabled"))
    return palette


def _is_alike(one: Theme, other: Theme) -> bool:
    return (one.name, one.user_px, one.is_high_contrast) == (other.name, other.user_px, other.is_high_contrast)


class Looks(QObject):
    """Holds the look in force and tells those that are not widgets when it changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice.LIGHT
        self.current: Theme | None = None
        self.is_still: bool | None = None
        self._is_following = False

    def dress(self, app: QApplication, choice: Choice) -> None:
        """Put the look on the application."""
        self.choice = choice
        hints = app.styleHints()
        if not self._is_following:
            self._is_following = True
            hints.colorSchemeChanged.connect(self._on_scheme_changed)
        wanted = {Choice.LIGHT: Qt.ColorScheme.Light, Choice.DARK: Qt.ColorScheme.Dark}
        hints.setColorScheme(wanted.get(choice, Qt.ColorScheme.Unknown))
        is_dark = choice is Choice.DARK or (choice is Choice.SYSTEM and hints.colorScheme() is Qt.ColorScheme.Dark)
        wants_contrast = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        self._put_on(app, Theme("dark" if is_dark else "light", fonts.ui_px(), is_high_contrast=wants_contrast))

    def _put_on(self, app: QApplication, look: Theme) -> None:
        worn = self.current
        if worn is not None and app.styleSheet() and _is_alike(worn, look):
            return
        self.current = look
        if app.style().objectName() != "fusion":
            app.setStyle("Fusion")
        app.setFont(look.font("body"))
        app.setPalette(look.palette())
        app.setStyleSheet(look.style_sheet())
        self.changed.emit()

    def _on_scheme_changed(self) -> None:
        app = QApplication.instance()
        if self.choice is Choice.SYSTEM and isinstance(app, QApplication):
            self.dress(app, Choice.SYSTEM)


@lru_cache(maxsize=1)
def looks() -> Looks:
    """Give the holder of the look in force."""
    return Looks()


def theme() -> Theme:
    """Give the look in force (light before `apply` was called)."""
    holder = looks()
    if holder.current is None:
        return _plain()
    return holder.current


@lru_cache(maxsize=1)
def _plain() -> Theme:
    return Theme("light", fonts.ui_px())


def apply(app: QApplication, choice: Choice = Choice.SYSTEM) -> None:
    """Dress the application: fonts, Fusion, palette and style sheet; call again to change at run time."""
    fonts.register()
    looks().dress(app, choice)


def reduced_motion() -> bool:
    """Whether nothing shall move: asked for in the settings, or by the system."""
    asked = looks().is_still
    if asked is not None:
        return asked
    app = QApplication.instance()
    if not isinstance(app, QApplication) or app.platformName() not in _TELLS_OF_MOTION:
        return False
    return not app.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)


def set_reduced_motion(is_still: bool | None) -> None:
    """Say whether things may move; None asks the system."""
    looks().is_still = is_still


def polish(widget: QWidget) -> None:
    """Let the style sheet see a changed dynamic property."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
