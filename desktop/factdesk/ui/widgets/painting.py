"""Small things painted alike by widgets and by the delegates of lists: text, chips, tags, boxes, key caps, snippets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from factdesk.ui import icons
from factdesk.ui.fonts import tabular
from factdesk.ui.theme import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_CHIP_PADDING = 10


def text_width(text: str, font: QFont) -> float:
    """Give the width of one line of `text`."""
    return QFontMetricsF(font).horizontalAdvance(text)


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    *,
    align: Qt.AlignmentFlag = LEFT,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """Draw one line, elided to `rect`; give the width it took."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, elide, max(0.0, rect.width()))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def fill_box(painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, border: QColor | None = None) -> None:
    """Draw a rounded box with a border of one pixel inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.setPen(QPen(border, 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def paint_shape(painter: QPainter, at: QPointF, name: str, size: float = 16, ink: str | QColor = "text3") -> None:
    """Draw an icon or one of our own shapes with its top left corner `at`."""
    icons.paint(painter, QRectF(at.x(), at.y(), size, size), name, ink)


def paint_shapes_right(painter: QPainter, rect: QRectF, shapes: Sequence[str], size: float = 12) -> float:
    """Draw shapes in a row against the right edge of `rect`, in order; give the width they took."""
    if not shapes:
        return 0.0
    step = size + 4
    width = step * len(shapes) - 4
    x = rect.right() - width
    for name in shapes:
        paint_shape(painter, QPointF(x, rect.center().y() - size / 2), name, size)
        x += step
    return width


def chip_width(word: str) -> float:
    """Give the width of a verdict chip."""
    return _CHIP_PADDING + _chip_shape() + 5 + text_width(word, _chip_font()) + _CHIP_PADDING


def _chip_shape() -> int:
    return theme().px(14)


def _chip_font() -> QFont:
    font = theme().font("small")
    font.setWeight(QFont.Weight.DemiBold)
    return font


def paint_chip(painter: QPainter, at: QPointF, look: str, word: str) -> QRectF:
    """Draw a verdict chip of 22 pixels with its top left corner `at`; give the place it took."""
    style = theme()
    verdict = style.verdict(look)
    rect = QRectF(at.x(), at.y(), chip_width(word), style.height("chip"))
    ink = verdict.ink
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = rect.height() / 2
    if verdict.chip == "outline-dashed":
        pen = QPen(ink, 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink if verdict.chip == "solid" else verdict.tint)
        painter.drawRoundedRect(rect, radius, radius)
    if verdict.chip == "solid":
        ink = verdict.on_ink
    _paint_chip_shape(painter, rect, look, verdict.chip == "solid")
    words = rect.adjusted(_CHIP_PADDING + _chip_shape() + 5, 0, 0, 0)
    painter.setFont(_chip_font())
    painter.setPen(ink)
    painter.drawText(words, LEFT, word)
    painter.restore()
    return rect


def _paint_chip_shape(painter: QPainter, rect: QRectF, look: str, is_solid: bool) -> None:
    side = _chip_shape()
    spot = QRectF(rect.x() + _CHIP_PADDING, rect.center().y() - side / 2, side, side)
    if is_solid:
        icons.paint_reversed(painter, spot, f"verdict:{look}")
    else:
        icons.paint(painter, spot, f"verdict:{look}")


def tag_width(text: str) -> float:
    """Give the width of a tag."""
    return text_width(text, theme().font("small")) + 16


def paint_tag(painter: QPainter, at: QPointF, text: str, fill: str = "", ink: str = "text2") -> QRectF:
    """Draw a grey tag of 20 pixels with its top left corner `at`; give the place it took."""
    style = theme()
    rect = QRectF(at.x(), at.y(), tag_width(text), style.height("tag"))
    ground = fill or ("hover" if style.is_dark else "sunken")
    fill_box(painter, rect, style.radius("tag"), style.colour(ground))
    paint_text(painter, rect, text, style.font("small"), style.colour(ink), align=CENTRE)
    return rect


def box_width(text: str) -> float:
    """Give the width of a box such as the one around "A1"."""
    return text_width(text, _box_font()) + 12


def _box_font() -> QFont:
    font = theme().font("caption")
    font.setCapitalization(QFont.Capitalization.MixedCase)
    font.setWeight(QFont.Weight.Medium)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100)
    return font


def paint_box(painter: QPainter, at: QPointF, text: str) -> QRectF:
    """Draw a boxed letter and figure ("A1", 18 pixels) with its top left corner `at`; give the place it took."""
    style = theme()
    rect = QRectF(at.x(), at.y(), box_width(text), style.px(18))
    fill_box(painter, rect, style.radius("kbd"), None, style.colour("line_strong"))
    paint_text(painter, rect, text, _box_font(), style.colour("text2"), align=CENTRE)
    return rect


def key_cap_width(key: str) -> float:
    """Give the width of a key cap."""
    return text_width(key, _key_font()) + 12


def _key_font() -> QFont:
    font = _box_font()
    font.setWeight(QFont.Weight.Normal)
    return font


def paint_key_cap(painter: QPainter, at: QPointF, key: str, kind: str = "plain") -> QRectF:
    """Draw a key cap of 18 pixels; `kind` "on_accent" and "on_tooltip" suit a filled ground."""
    style = theme()
    rect = QRectF(at.x(), at.y(), key_cap_width(key), style.px(18))
    if kind == "plain":
        fill_box(painter, rect, style.radius("kbd"), style.colour("chrome"), style.colour("line"))
        ink = style.colour("text2")
    else:
        ink = style.colour("accent_text" if kind == "on_accent" else "tooltip_text")
        border = QColor(ink)
        border.setAlphaF(0.55)
        fill_box(painter, rect, style.radius("kbd"), None, border)
    paint_text(painter, rect, key, _key_font(), ink, align=CENTRE)
    return rect


def badge_width(count: str) -> float:
    """Give the width of a badge."""
    return max(float(theme().height("badge")), text_width(count, tabular(_box_font())) + 10)


def paint_badge(painter: QPainter, at: QPointF, count: str, kind: str = "plain") -> QRectF:
    """Draw a count in a pill of 16 pixels; `kind` is plain, danger or accent."""
    style = theme()
    rect = QRectF(at.x(), at.y(), badge_width(count), style.height("badge"))
    ground = {"danger": "danger_tint", "accent": "accent_tint"}.get(kind, "pressed" if style.is_dark else "sunken")
    ink = {"danger": "danger", "accent": "accent"}.get(kind, "text2")
    fill_box(painter, rect, rect.height() / 2, style.colour(ground))
    paint_text(painter, rect, count, tabular(_box_font()), style.colour(ink), align=CENTRE)
    return rect


def paint_snippet(
    painter: QPainter, rect: QRectF, parts: Sequence[tuple[str, bool]], font: QFont, colour: QColor
) -> None:
    """Draw one line of words, those that were found on the find colour and in 600, elided at the right."""
    style = theme()
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    x, right = rect.x(), rect.right()
    for text, is_hit in parts:
        face = strong if is_hit else font
        words = text.replace("\n", " ")
        width = text_width(words, face)
        spot = QRectF(x, rect.y(), min(width, right - x), rect.height())
        if is_hit:
            line = QFontMetricsF(face).height()
            fill_box(
                painter, QRectF(x - 1, rect.center().y() - line / 2, spot.width() + 2, line), 2, style.colour("find")
            )
        is_cut = x + width > right
        paint_text(painter, spot, words, face, style.colour("text") if is_hit else colour)
        x += width
        if is_cut:
            return


def wave_path(path: str) -> QPainterPath:
    """Read the little language of the tiles' paths (M x y, Q x y x y) into a painter path."""
    made = QPainterPath()
    words = path.replace("M", " M ").replace("Q", " Q ").split()
    at = 0
    while at < len(words):
        if words[at] == "M":
            made.moveTo(float(words[at + 1]), float(words[at + 2]))
            at += 3
        else:
            first, second, third, fourth = (float(word) for word in words[at + 1 : at + 5])
            made.quadTo(first, second, third, fourth)
            at += 5
    return made
