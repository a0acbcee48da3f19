"""The typefaces: Source Serif 4 for reading (shipped), the system's own for everything else.

Inter is shipped too, for machines whose desktop names no font (a bare X server, a container, pictures made offscreen):
there Qt knows only the alias "Sans Serif", and what that resolves to may be missing or ugly. Both are OFL 1.1, static
faces, because Qt ignores `setWeight` on a variable font.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from factdesk.paths import resource

USUAL_PX = 13
SHIPPED_UI = "Inter"
_ALIASES = frozenset({"", "sans", "sans serif", "sans-serif", "helvetica"})
_OFFSCREEN = frozenset({"offscreen", "minimal"})


@lru_cache(maxsize=1)
def register() -> tuple[str, ...]:
    """Make the shipped faces known to Qt, once; give their families. Needs a QGuiApplication."""
    families: list[str] = []
    for path in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(families))


def _system() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def _is_named_by_desktop() -> bool:
    if QGuiApplication.platformName() in _OFFSCREEN:
        return False
    return _system().family().casefold() not in _ALIASES


@lru_cache(maxsize=1)
def ui_family() -> str:
    """Give the family of controls and lists: the desktop's own, else Inter."""
    if _is_named_by_desktop():
        return _system().family()
    return SHIPPED_UI if SHIPPED_UI in register() else _system().family()


@lru_cache(maxsize=1)
def ui_px() -> int:
    """Give the user's font size in pixels, at least 13: captions at 0.85 of it must stay legible."""
    if not _is_named_by_desktop():
        return USUAL_PX
    return max(USUAL_PX, QFontInfo(_system()).pixelSize())


@lru_cache(maxsize=4)
def reading_family(wanted: Sequence[str] = ("Source Serif 4",)) -> str:
    """Give the first family of `wanted` that is here, else the system's serif."""
    known = set(register()) | set(QFontDatabase.families())
    return next((family for family in wanted if family in known), "serif")


def display_family(reading: str) -> str:
    """Give the cut of a reading family for headlines, where it has one."""
    display = f"{reading} Display"
    return display if display in register() or display in QFontDatabase.families() else reading


@lru_cache(maxsize=1)
def mono_family() -> str:
    """Give the family hashes are set in."""
    return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)).family()


def tabular(font: QFont) -> QFont:
    """Give `font` with figures of one width, for counts, dates and hashes."""
    even = QFont(font)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even
