"""Measures the letters of the memo's fonts once, into resources/templates/widths.json.

Carlito and Caladea have the widths of Calibri and Cambria; the memo needs them to number pages without Word.
Run where they are installed: python packaging/measure_memo_fonts.py FOLDER-OF-THE-TTF-FILES. Needs PySide6.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QRawFont

TARGET = Path(__file__).resolve().parent.parent / "resources" / "templates" / "widths.json"
RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x401, 0x45F), (0x490, 0x491), (0x2010, 0x2026), (0x20AC, 0x20AC))
FACES = {
    "Calibri": "Carlito-Regular.ttf",
    "Calibri bold": "Carlito-Bold.ttf",
    "Cambria": "Caladea-Regular.ttf",
    "Cambria bold": "Caladea-Bold.ttf",
    "Cambria italic": "Caladea-Italic.ttf",
}
EM = 1000


def widths(file: Path) -> list[int]:
    """Give the advances of all characters in RANGES, in thousandths of an em; 0 for a missing one."""
    font = QRawFont(str(file), EM)
    characters = "".join(chr(code) for first, last in RANGES for code in range(first, last + 1))
    found = []
    for character in characters:
        glyphs = font.glyphIndexesForString(character)
        known = bool(glyphs) and glyphs[0] != 0
        found.append(round(font.advancesForGlyphIndexes(glyphs)[0].x()) if known else 0)
    return found


def main(folder: Path) -> None:
    """Write the table of every face."""
    table = {"ranges": RANGES, "faces": {name: widths(folder / file) for name, file in FACES.items()}}
    TARGET.write_text(json.dumps(table, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    application = QGuiApplication(["measure", "-platform", "offscreen"])
    main(Path(sys.argv[1]))
