"""Icons: Lucide's and our own shapes, rendered from SVG in an ink of the theme and kept by what they look like."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol
from weakref import ref

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from shiboken6 import isValid

from factdesk.paths import resource
from factdesk.ui.theme import looks, theme

_SHAPES = frozenset({"verdict", "status", "stance"})


class TakesIcon(Protocol):
    """Anything that shows an icon: a button, an action."""

    def setIcon(self, icon: QIcon, /) -> object:
        """Take the icon."""
        ...


@lru_cache(maxsize=512)
def _source(name: str) -> str:
    group, _, key = name.partition(":")
    file = f"icons/shapes/{group}-{key}.svg" if key else f"icons/lucide/{name}.svg"
    return resource(file).read_text(encoding="utf-8")


def _lucide(name: str) -> str:
    group, _, key = name.partition(":")
    return theme().severity_icon(key) if group == "severity" else name


@lru_cache(maxsize=512)
def _renderer(name: str, ink: str, on_ink: str) -> QSvgRenderer:
    text = _source(name).replace("currentColor", ink)
    if ":" in name:
        text = text.replace("white", on_ink)
    return QSvgRenderer(QByteArray(text.encode("utf-8")))


def _colours(name: str, ink: str | QColor) -> tuple[str, str]:
    look = theme()
    group, _, key = name.partition(":")
    if group == "verdict":
        verdict = look.verdict(key)
        return verdict.ink.name(), verdict.on_ink.name()
    own = name if key and (group in _SHAPES or group == "severity") else ink
    return (own if isinstance(own, QColor) else look.ink(own)).name(), ""


def _known(name: str) -> str:
    group, _, key = name.partition(":")
    return f"verdict:{theme().verdict(key).key}" if group == "verdict" else _lucide(name)


def paint(painter: QPainter, rect: QRectF, name: str, ink: str | QColor = "text3") -> None:
    """Draw an icon into `rect`: Lucide's in `ink`, our own shapes in their own."""
    scale = painter.device().devicePixelRatioF() if painter.device() else 1.0
    painter.drawPixmap(rect.topLeft(), _pixmap(name, ink, rect.width(), scale))


def _pixmap(name: str, ink: str | QColor, size: float, ratio: float) -> QPixmap:
    colour, on_ink = _colours(name, ink)
    return _rendered(_known(name), colour, on_ink, size, ratio)


@lru_cache(maxsize=2048)
def _rendered(name: str, ink: str, on_ink: str, size: float, ratio: float) -> QPixmap:
    renderer = _renderer(name, ink, on_ink)
    side = max(1, round(size * ratio))
    image = QPixmap(side, side)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def pixmap(name: str, ink: str | QColor = "text3", size: int = 16, dpr: float | None = None) -> QPixmap:
    """Give an icon as a picture of `size` logical pixels; `ink` names a colour of the theme or is one."""
    return _pixmap(name, ink, size, _ratio() if dpr is None else dpr)


def icon(name: str, ink: str | QColor = "text3", size: int = 16) -> QIcon:
    """Give an icon with its disabled and selected states, for one and two pixels a point; "" gives an empty one."""
    made = QIcon()
    if not name:
        return made
    states = ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, "disabled"), (QIcon.Mode.Selected, "accent"))
    for ratio in sorted({1.0, 2.0, _ratio()}):
        for mode, colour in states:
            made.addPixmap(_pixmap(name, colour, size, ratio), mode)
    return made


def bind(target: TakesIcon, name: str, ink: str = "text2", size: int = 16) -> None:
    """Give `target` an icon now and again whenever the theme changes, for as long as it lives."""
    target.setIcon(icon(name, ink, size))
    held = ref(target)

    def renew() -> None:
        living = held()
        if living is None or not isValid(living):
            looks().changed.disconnect(renew)
            return
        living.setIcon(icon(name, ink, size))

    looks().changed.connect(renew)


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    """Give the program's own icon in the sizes desktops ask for."""
    renderer = QSvgRenderer(str(resource("icons/factdesk.svg")))
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        image = QPixmap(QSize(side, side))
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        made.addPixmap(image)
    return made


def paint_reversed(painter: QPainter, rect: QRectF, name: str) -> None:
    """Draw a solid verdict shape on a ground of its own ink: shape and sign change colours."""
    look = theme().verdict(name.partition(":")[2])
    ratio = painter.device().devicePixelRatioF() if painter.device() else 1.0
    picture = _rendered(_known(name), look.on_ink.name(), look.ink.name(), rect.width(), ratio)
    painter.drawPixmap(rect.topLeft(), picture)
