"""Paints marks: tints under the words, lines and outlines over them, by the grammar of LOOK."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from factdesk.ui.theme import VerdictLook, theme
from factdesk.ui.widgets.page.boxes import LineBox
from factdesk.ui.widgets.page.marks import LANES, Mark, MarkKind
from factdesk.ui.widgets.painting import wave_path

_STANCE_LOOK = {"supports": "true", "refutes": "false"}
_CORNER = (6.0, 18.0)


@lru_cache(maxsize=64)
def _wave(path: str, tile: int, count: int) -> QPainterPath:
    one = wave_path(path)
    whole = QPainterPath()
    for place in range(count):
        whole.addPath(one.translated(place * tile, 0))
    return whole


def paint_pattern(painter: QPainter, look: VerdictLook, start: QPointF, right: float, *, width: float = 2.0) -> None:
    """Draw a verdict's line from `start`, its upper left corner, to `right`; `width` replaces a pen of 2."""
    left, y = start.x(), start.y()
    if look.draw == "tile":
        tile, high = look.tile
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(left, y - 3, right - left, high + 4), Qt.ClipOperation.IntersectClip)
        painter.translate(left, y - 2)
        painter.setPen(QPen(look.ink, look.width * width / 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_wave(look.path, tile, int((right - left) // tile) + 1))
        painter.restore()
        return
    thick = look.width * width / 2 if look.width > 1 else 1.0
    pen = QPen(look.ink, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if look.dash:
        pen.setDashPattern(list(look.dash))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    middle = y + thick / 2
    painter.drawLine(QPointF(left, middle), QPointF(right, middle))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def outline(painter: QPainter, rect: QRectF, ink: QColor, width: float) -> None:
    """Draw a frame with corners of 3 pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, 3, 3)


def mark_ink(mark: Mark) -> QColor:
    """Give the ink a mark is outlined and ticked in."""
    style = theme()
    if mark.kind in (MarkKind.VERDICT, MarkKind.TOUCHED):
        return QColor(style.verdict(mark.look).ink)
    names = {MarkKind.FINDING: "warn", MarkKind.ADDED: "added_ink", MarkKind.REMOVED: "removed_ink"}
    if mark.kind is MarkKind.EVIDENCE:
        return style.ink(f"stance:{mark.look}")
    if mark.kind is MarkKind.STRUCK:
        return style.colour("line_strong")
    return style.colour(names.get(mark.kind, "accent"))


def _tint(mark: Mark, is_selected: bool) -> QColor | None:
    style = theme()
    if mark.kind is MarkKind.VERDICT:
        look = style.verdict(mark.look)
        return look.tint if look.is_tinted else None
    if mark.kind is MarkKind.EVIDENCE:
        key = _STANCE_LOOK.get(mark.look)
        return style.verdict(key).tint if key else style.colour("accent_tint")
    if mark.kind is MarkKind.OPEN:
        return style.colour("accent_tint") if mark.is_current or is_selected else None
    plain = {MarkKind.ADDED: "added", MarkKind.REMOVED: "removed"}
    if mark.kind in plain:
        return style.colour(plain[mark.kind])
    if is_selected and mark.kind in (MarkKind.PROPOSAL, MarkKind.FINDING):
        return style.colour("warn_tint" if mark.kind is MarkKind.FINDING else "accent_tint")
    return None


def paint_tint(painter: QPainter, mark: Mark, box: LineBox, lane: int, is_selected: bool) -> None:
    """Paint what lies under the words of one line."""
    tint = _tint(mark, is_selected)
    if tint is not None and lane < LANES:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(box.ground(lane), theme().radius("tint"), theme().radius("tint"))


def paint_line(painter: QPainter, mark: Mark, box: LineBox, lane: int, line_width: float) -> None:
    """Paint what lies over the words of one line."""
    style = theme()
    y = box.baseline + box.style.below - 1 + 5 * lane
    if mark.kind is MarkKind.VERDICT and lane < LANES:
        paint_pattern(painter, style.verdict(mark.look), QPointF(box.left, y), box.right, width=line_width)
    elif mark.kind is MarkKind.EVIDENCE and lane < LANES:
        painter.fillRect(QRectF(box.left, y, box.right - box.left, 1.5), mark_ink(mark))
    elif mark.kind is MarkKind.TOUCHED:
        _dotted(painter, box.left, box.right, y - 1)
    elif mark.kind is MarkKind.STRUCK:
        y = box.baseline - round(box.style.above * 5 / 17)
        painter.fillRect(QRectF(box.left, y, box.right - box.left, 1), style.colour("line_strong"))
    elif mark.kind is MarkKind.ADDED:
        painter.fillRect(QRectF(box.left, y - 1, box.right - box.left, 2), style.colour("added_ink"))
    elif mark.kind is MarkKind.REMOVED:
        y = box.baseline - round(box.style.above * 5 / 17)
        painter.fillRect(QRectF(box.left, y, box.right - box.left, 1.5), style.colour("removed_ink"))
    elif mark.kind is MarkKind.OPEN and not mark.is_current:
        _corners(painter, box)


def _dotted(painter: QPainter, left: float, right: float, y: float) -> None:
    pen = QPen(theme().colour("text3"), 1, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1, 2])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y + 0.5), QPointF(right, y + 0.5))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _corners(painter: QPainter, box: LineBox) -> None:
    ink = theme().colour("accent")
    wide, high = _CORNER
    top = box.baseline - box.style.above + 1
    if box.is_first:
        x = box.left - 2.5
        painter.fillRect(QRectF(x, top, 2, high), ink)
        painter.fillRect(QRectF(x, top, wide, 2), ink)
    if box.is_last:
        x = box.right + 0.5
        painter.fillRect(QRectF(x, top + 3, 2, high), ink)
        painter.fillRect(QRectF(x + 2 - wide, top + 1 + high, wide, 2), ink)


def paint_outline(
    painter: QPainter, mark: Mark, box: LineBox, lane: int, *, is_selected: bool, is_hovered: bool
) -> None:
    """Outline the words where the mark asks for it: selected, hovered, current, proposed, found, touched."""
    ink = mark_ink(mark)
    frame = box.frame(min(lane, LANES - 1))
    if mark.kind in (MarkKind.PROPOSAL, MarkKind.FINDING):
        if mark.is_decided and not is_selected:
            return
        outline(painter, frame, ink, 2 if is_selected else 1)
        return
    if mark.kind is MarkKind.TOUCHED:
        if mark.is_outlined or is_selected:
            outline(painter, frame, ink, 2 if is_selected else 1)
        return
    if is_selected or (mark.kind is MarkKind.OPEN and mark.is_current):
        outline(painter, frame, ink, 1.5)
    elif is_hovered or mark.is_outlined:
        outline(painter, frame, ink, 1)
