"""The faces of a block's words, and the way they run."""

from __future__ import annotations

import unicodedata

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextLayout

from factdesk.ui.theme import theme
from factdesk.ui.widgets.page.head import units
from factdesk.ui.widgets.page.plan import PagePlan
from factdesk.ui.widgets.page.styles import BlockStyle


def block_faces(plan: PagePlan, block: QTextBlock, style: BlockStyle) -> list[QTextLayout.FormatRange]:
    """Give the faces of a block: its style's, and in the head the strong first word and the hash."""
    faces = [_face(0, block.length(), style.font)]
    number = block.blockNumber()
    if number == plan.kicker and plan.head.kicker:
        faces.append(_face(0, units(plan.head.kicker[0]), theme().font("body_strong")))
    if number == plan.meta:
        hashes = [(start, end) for item, start, end in plan.head.meta_places() if item.is_hash]
        faces.extend(_face(start, end - start, theme().font("hash")) for start, end in hashes)
    return faces


def _face(start: int, length: int, font: QFont) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    face = QTextCharFormat()
    face.setFont(font)
    made.format = face
    return made


def is_right_to_left(words: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    if words.isascii():
        return False
    for letter in words:
        way = unicodedata.bidirectional(letter)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False
