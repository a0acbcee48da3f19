"""The look: every pair of colours LOOK names can be read, and the choice can change at run time."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from factdesk.paths import resource
from factdesk.ui.theme import Choice, Theme, apply, colour_of, looks, theme

LOOKS = ("light", "dark")
GROUNDS = ("base", "chrome", "raised", "hover", "accent_tint")
PAIRS = (
    ("accent_text", "accent"), ("accent_text", "accent_hover"), ("text", "find"), ("text", "added"),
    ("text", "removed"), ("added_ink", "added"), ("removed_ink", "removed"), ("danger", "danger_tint"),
    ("warn", "warn_tint"), ("tooltip_text", "tooltip"), ("text", "accent_tint2"), ("text", "pressed"),
    ("text2", "pressed"),
)  # fmt: skip


def luminance(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(ink: QColor, ground: QColor) -> float:
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("ink", ["text", "text2", "text3", "accent", "danger", "warn"])
def test_ink_on_every_ground_reaches_aa(name: str, ink: str) -> None:
    look = Theme(name)
    for ground in GROUNDS:
        assert contrast(look.colour(ink), look.colour(ground)) >= 4.5, ground


@pytest.mark.parametrize("name", LOOKS)
def test_pairs_that_meet_reach_aa(name: str) -> None:
    look = Theme(name)
    for ink, ground in PAIRS:
        assert contrast(look.colour(ink), look.colour(ground)) >= 4.5, (ink, ground)


@pytest.mark.parametrize("name", LOOKS)
def test_borders_of_controls_reach_three(name: str) -> None:
    look = Theme(name)
    for ground in GROUNDS:
        assert contrast(look.colour("line_strong"), look.colour(ground)) >= 3.0, ground
        assert contrast(look.colour("focus"), look.colour(ground)) >= 3.0, ground


@pytest.mark.parametrize("name", LOOKS)
def test_verdict_inks_reach_aa_wherever_they_stand(name: str) -> None:
    look = Theme(name)
    for key in look.verdict_keys:
        verdict = look.verdict(key)
        for ground in ("base", "chrome", "raised", "accent_tint"):
            assert contrast(verdict.ink, look.colour(ground)) >= 4.5, (key, ground)
        assert contrast(verdict.ink, verdict.tint) >= 4.5, key
        assert contrast(look.colour("text"), verdict.tint) >= 4.5, key
        if verdict.chip == "solid":
            assert contrast(verdict.on_ink, verdict.ink) >= 4.5, key


def test_both_looks_hold_the_same_names() -> None:
    light, dark = (Theme(name) for name in LOOKS)
    assert light.colour_names == dark.colour_names
    assert light.verdict_keys == dark.verdict_keys


def test_style_sheet_has_no_colour_of_its_own_and_no_open_token() -> None:
    source = resource("themes/factdesk.qss").read_text(encoding="utf-8")
    assert "#" not in source.replace("QFrame#rule", "")
    assert "@" not in Theme("light").style_sheet()


def test_control_pictures_use_the_colours_of_their_look() -> None:
    for name in LOOKS:
        known = {Theme(name).colour(key).name().upper() for key in Theme(name).colour_names}
        for path in resource(f"icons/controls/{name}").glob("*.svg"):
            words = path.read_text(encoding="utf-8")
            assert words.split('stroke="')[1][:7].upper() in known, path


def test_colour_with_opacity_is_read_as_red_green_blue_alpha() -> None:
    assert colour_of("#1D1C1A59").getRgb() == (0x1D, 0x1C, 0x1A, 0x59)


def test_apply_changes_the_look_at_run_time(qapp: QApplication) -> None:
    heard: list[str] = []

    def note() -> None:
        heard.append(theme().name)

    looks().changed.connect(note)
    apply(qapp, Choice.DARK)
    assert theme().is_dark
    assert qapp.palette().color(QPalette.ColorRole.Base) == theme().colour("base")
    apply(qapp, Choice.LIGHT)
    looks().changed.disconnect(note)
    assert heard == ["dark", "light"]


def test_type_follows_the_user_font() -> None:
    small, large = Theme("light", 13), Theme("light", 26)
    assert small.font("body").pixelSize() == 13
    assert large.font("body").pixelSize() == 26
    assert large.height("control") == 2 * small.height("control")


def test_unknown_verdict_looks_like_none() -> None:
    assert theme().verdict("a desk’s own").key == "none"
    assert theme().verdict("").key == "none"


@pytest.mark.parametrize("name", LOOKS)
def test_high_contrast_has_one_ink_strong_rules_and_no_tints(name: str) -> None:
    look = Theme(name, is_high_contrast=True)
    assert look.colour("text3") == look.colour("text2") == look.colour("text")
    assert look.colour("line") == look.colour("line_strong")
    assert not any(look.verdict(key).is_tinted for key in look.verdict_keys)
