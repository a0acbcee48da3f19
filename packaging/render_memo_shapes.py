"""Renders the verdict shapes of the Word memo once, from shapes/*.svg to PNG at three times their printed size.

Run after a shape has changed: python packaging/render_memo_shapes.py. Needs PySide6; the program itself does not,
it only reads the pictures.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SHAPES = Path(__file__).resolve().parent.parent / "resources" / "templates" / "shapes"
PIXELS = 54  # 3 x 18: a shape stands 9 to 11 points high on paper


def render(source: Path) -> Path:
    """Render one SVG beside itself and give the path of the PNG."""
    picture = QImage(PIXELS, PIXELS, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(source)).render(painter, QRectF(0, 0, PIXELS, PIXELS))
    painter.end()
    target = source.with_suffix(".png")
    picture.save(str(target))
    return target


if __name__ == "__main__":
    application = QGuiApplication(["render", "-platform", "offscreen"])
    for shape in sorted(SHAPES.glob("*.svg")):
        print(render(shape))
