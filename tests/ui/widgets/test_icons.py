"""Icons and typefaces: what the program names is there, is drawn, and follows the look."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

import factdesk.ui
from factdesk.model.enums import Stance, Status
from factdesk.paths import resource
from factdesk.ui import fonts, icons
from factdesk.ui.actions import ACTIONS
from factdesk.ui.theme import Choice, apply, theme

SOURCES = Path(factdesk.ui.__file__).parent
NAMED = re.compile(r"""(?:icons?\.(?:icon|pixmap)\(|icons\.bind\([\w.]+, |icon=)"([a-z0-9-]+)\"""")


def drawn(name: str) -> bool:
    image = icons.pixmap(name, size=16, dpr=1).toImage()
    return any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16))


@pytest.mark.parametrize("group", ["verdict", "status", "stance"])
def test_every_shape_is_drawn(group: str) -> None:
    keys = {"verdict": theme().verdict_keys, "status": tuple(Status), "stance": tuple(Stance)}[group]
    for key in keys:
        assert drawn(f"{group}:{key}"), key


def test_every_icon_an_action_names_is_drawn() -> None:
    for action in ACTIONS:
        assert not action.icon or drawn(action.icon), action.id


def test_every_icon_the_window_names_is_there() -> None:
    shipped = {path.stem for path in resource("icons/lucide").glob("*.svg")}
    named = {name for path in SOURCES.rglob("*.py") for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    assert named
    assert named <= shipped


def test_licences_lie_beside_what_they_cover() -> None:
    assert "ISC" in resource("icons/lucide/LICENSE").read_text(encoding="utf-8")
    for family in ("Inter", "SourceSerif4"):
        assert "SIL OPEN FONT LICENSE" in resource(f"fonts/OFL-{family}.txt").read_text(encoding="utf-8").upper()


def test_icon_is_drawn_in_the_ink_asked_for() -> None:
    image = icons.pixmap("settings", "danger", 64, dpr=1).toImage()
    solid = [image.pixelColor(x, y) for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() == 255]
    assert solid
    assert all(colour.rgb() == theme().colour("danger").rgb() for colour in solid)


def test_pixmap_is_kept_and_sharp_on_a_dense_screen() -> None:
    assert icons.pixmap("plus", dpr=2).cacheKey() == icons.pixmap("plus", dpr=2).cacheKey()
    assert icons.pixmap("plus", size=16, dpr=2).width() == 32


def test_bound_icon_follows_the_look(qapp: QApplication) -> None:
    action = QAction()
    icons.bind(action, "plus", "text")
    before = action.icon().pixmap(16).toImage()
    apply(qapp, Choice.DARK)
    after = action.icon().pixmap(16).toImage()
    assert before != after


def test_bound_icon_of_a_dead_action_is_forgotten(qapp: QApplication) -> None:
    action = QAction()
    icons.bind(action, "plus")
    del action
    apply(qapp, Choice.DARK)
    assert theme().is_dark


def test_application_icon_has_the_sizes_desktops_ask_for() -> None:
    sizes = {size.width() for size in icons.app_icon().availableSizes()}
    assert {16, 32, 48, 256} <= sizes


@pytest.mark.parametrize("letters", ["Headline", "Ґанок її Ёлка", "€“”–…"])
def test_reading_face_is_ours_and_holds_the_letters(letters: str) -> None:
    font = theme().font("reading")
    assert QFontInfo(font).family() == "Source Serif 4"
    for italic in (False, True):
        font.setItalic(italic)
        raw = QRawFont.fromFont(font)
        assert all(raw.supportsCharacter(ord(letter)) for letter in letters if letter != " ")


def test_semibold_is_a_face_of_its_own() -> None:
    assert QFontInfo(theme().font("headline")).weight() == 600
    assert QFontInfo(theme().font("body_strong")).weight() == 600
    assert theme().font("body_strong").family() == fonts.ui_family()


def test_shipped_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in resource("fonts").iterdir()) < 3_000_000
