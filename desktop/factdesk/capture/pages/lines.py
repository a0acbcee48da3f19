"""The lines of a PDF page: words, box and letter size, in the order the page gives them."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_HYPHENS = frozenset({0x02, 0xFFFE})
_BREAKS = frozenset({0x0A, 0x0D})


@dataclass(frozen=True, slots=True)
class Line:
    """One line. Places are in points from the page's lower left; `is_hyphened`: its last word goes on below."""

    words: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    is_hyphened: bool = False

    @property
    def height(self) -> float:
        """Give the letter size, or the height of the box where the page states none."""
        return self.size if self.size > 1 else max(self.top - self.bottom, 1.0)


class _Boxes:
    """Asks PDFium for the box of a character, with one set of C doubles used again and again."""

    def __init__(self, page: pdfium.PdfTextPage) -> None:
        self._page = page
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._pointers = [ctypes.byref(number) for number in self._numbers]

    def of(self, index: int) -> tuple[float, float, float, float]:
        """Give left, right, bottom, top."""
        pdfium_c.FPDFText_GetCharBox(self._page, index, *self._pointers)
        left, right, bottom, top = (number.value for number in self._numbers)
        return left, right, bottom, top


def lines(page: pdfium.PdfTextPage, most: int) -> list[Line]:
    """Give the lines of at most `most` characters; PDFium's own line ends and end-of-line hyphens part them."""
    boxes = _Boxes(page)
    found: list[Line] = []
    run: list[tuple[int, int]] = []
    for index in range(min(page.count_chars(), most)):
        code = pdfium_c.FPDFText_GetUnicode(page, index)
        if code in _BREAKS or code in _HYPHENS:
            _close(page, boxes, run, found, is_hyphened=code in _HYPHENS)
            run = []
        elif code:
            run.append((index, code))
    _close(page, boxes, run, found, is_hyphened=False)
    return found


def _close(
    page: pdfium.PdfTextPage, boxes: _Boxes, run: list[tuple[int, int]], found: list[Line], *, is_hyphened: bool
) -> None:
    words = "".join(map(chr, _joined(run))).strip()
    seen = [index for index, code in run if code > 0x20 and code != 0xA0]
    if not words or not seen:
        return
    first, middle, last = boxes.of(seen[0]), boxes.of(seen[len(seen) // 2]), boxes.of(seen[-1])
    found.append(
        Line(
            words,
            left=min(first[0], last[0]),
            right=max(first[1], last[1]),
            top=max(first[3], middle[3], last[3]),
            bottom=min(first[2], middle[2], last[2]),
            size=float(pdfium_c.FPDFText_GetFontSize(page, seen[len(seen) // 2])),
            is_hyphened=is_hyphened,
        )
    )


def _joined(run: list[tuple[int, int]]) -> list[int]:
    """Give code points; pairs of UTF-16 surrogates, as some builds of PDFium give them, become one."""
    codes: list[int] = []
    for _index, code in run:
        if 0xDC00 <= code <= 0xDFFF and codes and 0xD800 <= codes[-1] <= 0xDBFF:
            codes[-1] = 0x10000 + ((codes[-1] - 0xD800) << 10) + (code - 0xDC00)
        elif code <= 0x10FFFF:
            codes.append(code)
    return codes
