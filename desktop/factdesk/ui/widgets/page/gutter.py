"""The gutter beside the text: the shape of each mark on the line where it begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from factdesk.ui.theme import theme
from factdesk.ui.widgets.page.marks import Mark, MarkKind
from factdesk.ui.widgets.painting import CENTRE, fill_box, paint_shape, paint_text

_SIDE = 15.0
_STEP = 18.0
_BOX = 18.0


@dataclass(frozen=True, slots=True)
class GutterItem:
    """One shape in the gutter, with the marks behind it (several behind "+n")."""

    place: QRectF
    marks: tuple[Mark, ...]
    more: int = 0


def shape_of(mark: Mark) -> str:
    """Give the name of a mark's shape; "" for one that has none."""
    if mark.kind in (MarkKind.VERDICT, MarkKind.TOUCHED):
        return f"verdict:{mark.look}"
    if mark.kind is MarkKind.EVIDENCE:
        return f"stance:{mark.look}"
    return {MarkKind.STRUCK: "strikethrough", MarkKind.OPEN: "scan"}.get(mark.kind, "")


def has_place(mark: Mark) -> bool:
    """Whether a mark is shown in the gutter."""
    return bool(shape_of(mark)) or mark.number is not None


def gutter_items(lines: Iterable[tuple[float, float, list[Mark]]]) -> list[GutterItem]:
    """Place the shapes: for each line its left edge, the height of its middle, and the marks that begin on it."""
    found: list[GutterItem] = []
    for left, middle, marks in lines:
        shown, rest = marks[:2], marks[2:]
        if rest:
            shown, rest = marks[:1], marks[1:]
        places = len(shown) + (1 if rest else 0)
        x = left - 5 - _STEP * places + (_STEP - _SIDE)
        for mark in shown:
            found.append(GutterItem(QRectF(x, middle - _SIDE / 2, _SIDE, _SIDE), (mark,)))
            x += _STEP
        if rest:
            found.append(GutterItem(QRectF(x, middle - _SIDE / 2, _SIDE, _SIDE), tuple(rest), len(rest)))
    return found


def paint_item(painter: QPainter, item: GutterItem) -> None:
    """Draw one shape."""
    style = theme()
    place = item.place
    if item.more:
        font = style.font("caption")
        paint_text(painter, place.adjusted(-3, 0, 3, 0), f"+{item.more}", font, style.colour("text2"), align=CENTRE)
        return
    mark = item.marks[0]
    if mark.kind in (MarkKind.PROPOSAL, MarkKind.FINDING):
        _paint_number(painter, place, mark)
        return
    size = 12.0 if mark.kind is MarkKind.EVIDENCE else _SIDE
    inset = (_SIDE - size) / 2
    ink = "accent" if mark.kind is MarkKind.OPEN else "text3"
    paint_shape(painter, QPointF(round(place.x() + inset), round(place.y() + inset)), shape_of(mark), size, ink)


def _paint_number(painter: QPainter, place: QRectF, mark: Mark) -> None:
    style = theme()
    name = "warn" if mark.kind is MarkKind.FINDING else "accent"
    box = QRectF(place.right() - _BOX, place.center().y() - _BOX / 2, _BOX, _BOX)
    border = style.colour("line_strong" if mark.is_decided else name)
    fill_box(painter, box, 3, style.colour("base"), border)
    font = style.font("small")
    font.setPixelSize(style.px(11))
    ink = style.colour("text3" if mark.is_decided else name)
    paint_text(painter, box, str(mark.number or ""), font, ink, align=CENTRE)
