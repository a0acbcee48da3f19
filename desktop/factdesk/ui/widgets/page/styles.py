"""How each kind of block looks on the page: face, line, space around, indent, ink."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from factdesk.ui.theme import theme

KICKER, HEADLINE, STANDFIRST, META = "kicker", "headline", "standfirst", "meta"
HEADING, PARAGRAPH, ITEM, QUOTATION = "heading", "paragraph", "item", "quotation"
CELL, CAPTION = "cell", "caption"
READING, COMPARE = "reading", "compare"
_USUAL = 18.0


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """One look. `baseline` is measured from the top of a line; `above` and `below` are a tint's reach around it."""

    kind: str
    font: QFont
    line: float
    baseline: float
    before: float
    after: float
    indent: float
    ink: str
    above: float
    below: float
    letter: float


@dataclass(frozen=True, slots=True)
class _Recipe:
    """A look at 18 pixels: size and line as shares of the reading size, spaces and indent in pixels."""

    px: float
    line: float
    before: float = 16
    after: float = 16
    indent: float = 0
    ink: str = "text"
    weight: int = 400
    spacing: int = 100
    is_display: bool = False


_HEADINGS = {1: (1.28, 1.86), 2: (1.12, 1.63)}
_RECIPES = {
    HEADLINE: _Recipe(1.667, 2.056, before=6, after=8, weight=600, spacing=99, is_display=True),
    STANDFIRST: _Recipe(1.056, 1.556, before=4, after=0, ink="text2"),
    HEADING: _Recipe(1.0, 1.5, before=24, after=10, weight=600),
    PARAGRAPH: _Recipe(1.0, 1.667),
    ITEM: _Recipe(1.0, 1.667, before=6, after=6, indent=24),
    QUOTATION: _Recipe(1.0, 1.667, indent=20),
    CAPTION: _Recipe(0.86, 1.28, before=8, ink="text2"),
    CELL: _Recipe(0.86, 1.28),
}
_UI = {KICKER: ("body", 18.0, 0.0, 10.0), META: ("small", 17.0, 14.0, 0.0)}


@lru_cache(maxsize=256)
def style_of(kind: str, level: int, size: int, role: str, user_px: int) -> BlockStyle:
    """Give the look of a kind of block at a size of reading type; `user_px`, the user's font, is part of the key."""
    if kind in _UI:
        name, line, before, after = _UI[kind]
        scale = user_px / 13
        plain = _Recipe(1, 1, before * scale, after * scale, ink="text2")
        return _measured(kind, theme().font(name), line * scale, plain)
    recipe = _RECIPES.get(kind, _RECIPES[PARAGRAPH])
    px, line = recipe.px, recipe.line
    if kind == HEADING and level in _HEADINGS:
        px, line = _HEADINGS[level]
    if kind == HEADLINE and (role == COMPARE or level):
        px, line = 1.3, 1.6
    share = size / _USUAL
    indent = recipe.indent * (max(1, level) if kind == ITEM else 1)
    scaled = _Recipe(px, line, recipe.before * share, recipe.after * share, indent * share, recipe.ink)
    return _measured(kind, _face(px * size, recipe), line * size, scaled)


def _face(px: float, recipe: _Recipe) -> QFont:
    style = theme()
    font = QFont(style.display_family() if recipe.is_display else style.reading_family())
    font.setPixelSize(max(8, round(px)))
    font.setWeight(QFont.Weight(recipe.weight))
    if recipe.spacing != 100:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, recipe.spacing)
    return font


def _measured(kind: str, font: QFont, line: float, recipe: _Recipe) -> BlockStyle:
    metrics = QFontMetricsF(font)
    high = round(line)
    px = font.pixelSize()
    return BlockStyle(
        kind=kind,
        font=font,
        line=float(high),
        baseline=float(round((high - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent())),
        before=round(recipe.before),
        after=round(recipe.after),
        indent=round(recipe.indent),
        ink=recipe.ink,
        above=round(px * 17 / _USUAL),
        below=round(px * 6 / _USUAL),
        letter=metrics.averageCharWidth(),
    )
