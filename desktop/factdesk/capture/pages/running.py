"""What repeats on page after page: running heads, footers and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factdesk.capture.pages.lines import Line

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"^[\s\-–—|•.]*((page|p\.|стор(інка|\.)|с\.|стр(аница|\.)?|seite|strona)\s*)?"
    r"\d{1,4}(\s*(/|of|з|из|von|z)\s*\d{1,4})?[\s\-–—|•.]*$",
    re.IGNORECASE,
)
_MARGIN = 0.1
_EDGE_LINES = 3


def repeated(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> frozenset[str]:
    """Give the words (digits as #) that stand at the edge of at least three pages and of a third of all."""
    seen: Counter[str] = Counter()
    for page, height in zip(pages, heights, strict=True):
        seen.update({masked(line.words) for line in page if is_at_edge(line, page, height)})
    wanted = max(3, len(pages) // 3)
    return frozenset(words for words, count in seen.items() if count >= wanted)


def masked(words: str) -> str:
    """Give words with every number as #, so that page 3 and page 4 are alike."""
    return _DIGITS.sub("#", words).casefold().strip()


def is_at_edge(line: Line, page: Sequence[Line], height: float) -> bool:
    """Whether a line stands in the outer tenth of the page, or among the outermost three lines of it."""
    if line.base > height * (1 - _MARGIN) or line.top < height * _MARGIN:
        return True
    above = sum(1 for other in page if other.base > line.top)
    below = sum(1 for other in page if other.top < line.base)
    return len(page) > 3 * _EDGE_LINES and (above == 0 or below == 0)


def is_page_number(line: Line, page: Sequence[Line], height: float) -> bool:
    """Whether a line is nothing but the number of its page, at the edge of the page."""
    return bool(_NUMBER.match(line.words)) and is_at_edge(line, page, height)
