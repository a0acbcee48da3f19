"""The lines of a PDF page: words, box and letter size, in the order the page gives them."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_HYPHENS = frozenset({0x02, 0xFFFE})
_BREAKS = frozenset({0x0A, 0x0D})


@dataclass(frozen=True, slots=True)
class Line:
    """One line. Places are in points from the page's lower left, `base` is where its letters stand.

    `size` is that of its letters in points, `weight` that of its font (400 plain, 700 bold, as PDFium judges it).
    `is_hyphened`: its last word goes on in the next line.
    """

    words: str
    left: float
    right: float
    base: float
    size: float
    weight: int = 400
    is_hyphened: bool = False

    @property
    def top(self) -> float:
        """Give about where its capitals end."""
        return self.base + 0.72 * self.size


class _Measure:
    """Asks PDFium for places and sizes of characters, with one set of C numbers used again and again."""

    def __init__(self, page: pdfium.PdfTextPage) -> None:
        self._page = page
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._pointers = [ctypes.byref(number) for number in self._numbers]
        self._matrix = pdfium_c.FS_MATRIX()

    def edges(self, index: int) -> tuple[float, float]:
        """Give where a character begins and ends, from left to right."""
        pdfium_c.FPDFText_GetCharBox(self._page, index, *self._pointers)
        return self._numbers[0].value, self._numbers[1].value

    def base(self, index: int) -> float:
        """Give the height a character stands at."""
        pdfium_c.FPDFText_GetCharOrigin(self._page, index, *self._pointers[:2])
        return self._numbers[1].value

    def size(self, index: int) -> float:
        """Give the size of a character as it is seen: the font's size times what the text matrix makes of it."""
        stated = float(pdfium_c.FPDFText_GetFontSize(self._page, index))
        if not pdfium_c.FPDFText_GetMatrix(self._page, index, ctypes.byref(self._matrix)):
            return max(stated, 1.0)
        seen = abs(stated * math.hypot(self._matrix.c, self._matrix.d))
        return seen if 1.0 <= seen <= 1_000 else 10.0

    def weight(self, index: int) -> int:
        """Give the weight of a character's font, 400 when PDFium cannot tell."""
        found = int(pdfium_c.FPDFText_GetFontWeight(self._page, index))
        return found if found > 0 else 400


def lines(page: pdfium.PdfTextPage, most: int) -> list[Line]:
    """Give the lines of at most `most` characters; PDFium's own line ends and end-of-line hyphens part them."""
    measure = _Measure(page)
    found: list[Line] = []
    run: list[tuple[int, int]] = []
    for index in range(min(page.count_chars(), most)):
        code = pdfium_c.FPDFText_GetUnicode(page, index)
        if code in _BREAKS or code in _HYPHENS:
            _close(measure, run, found, is_hyphened=code in _HYPHENS)
            run = []
        elif code:
            run.append((index, code))
    _close(measure, run, found, is_hyphened=False)
    return found


def _close(measure: _Measure, run: list[tuple[int, int]], found: list[Line], *, is_hyphened: bool) -> None:
    words = "".join(map(chr, _joined(run))).strip()
    seen = [index for index, code in run if code > 0x20 and code != 0xA0]
    if not words or not seen:
        return
    first, middle, last = seen[0], seen[len(seen) // 2], seen[-1]
    begins, ends = measure.edges(first), measure.edges(last)
    found.append(
        Line(
            words,
            left=min(begins[0], ends[0]),
            right=max(begins[1], ends[1]),
            base=measure.base(middle),
            size=measure.size(middle),
            weight=min(measure.weight(first), measure.weight(last)),
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
