"""Lines to paragraphs: where one ends, which are headings, items and captions, and words parted at line ends joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from factdesk.capture.canonical import Passage
from factdesk.capture.pages.lines import Line
from factdesk.model.enums import BlockKind

_BULLET = re.compile(r"^\s*[•‣▪◦●○■□–\-*·\uf0b7\uf0a7\u25aa]\s+(?=\S)")
_NUMBERED = re.compile(r"^\s*(\(?\d{1,2}[.)]|\(?[a-zа-яіїє][.)])\s+(?=\S)")
_CAPTION = re.compile(
    r"^(fig(ure|\.)|table|photo(graph)?|chart|map|рис(унок|\.)|табл(иця|ица|\.)|фото|карта|діаграма|abb(ildung|\.)|tabelle)\s*\d*\s*[.:–—]",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…:;»”\"')\]]\s*$")
_HEADING_RATIO = 1.15
_HEADING_CHARS = 250


@dataclass(slots=True)
class _Paragraph:
    page: int
    lines: list[Line] = field(default_factory=list)


def passages(pages: Sequence[tuple[int, Sequence[Line]]]) -> list[Passage]:
    """Give the passages of pages (number from 1, lines without running heads); one may go on over a page's end."""
    body = body_size(line for _number, lines in pages for line in lines)
    paragraphs: list[_Paragraph] = []
    for number, lines in pages:
        right, pitch = _right_edge(lines), _pitch(lines)
        before: Line | None = None
        for line in lines:
            current = paragraphs[-1] if paragraphs else None
            if current is None or _parts(current.lines[-1], before, line, right=right, pitch=pitch):
                paragraphs.append(_Paragraph(number, [line]))
            else:
                current.lines.append(line)
            before = line
    levels = _heading_levels(paragraphs, body)
    return [_passage(paragraph, body, levels) for paragraph in paragraphs]


def body_size(lines: Iterable[Line]) -> float:
    """Give the letter size most characters have, to half a point."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.height * 2) / 2] += len(line.words)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 10.0


def _parts(last: Line, before: Line | None, line: Line, *, right: float, pitch: float) -> bool:
    """Whether a new paragraph begins with `line`. `before` is None at the top of a page."""
    if abs(last.height - line.height) > 0.12 * max(last.height, line.height):
        return True
    if last.is_hyphened or _BULLET.match(line.words) or _NUMBERED.match(line.words):
        return not last.is_hyphened
    ends = bool(_ENDS.search(last.words))
    goes_on = not ends and line.words[:1].islower()
    if before is None or line.bottom > last.top:  # the next page or the next column
        return not goes_on
    drop = last.bottom - line.bottom
    is_apart = drop > 1.45 * pitch or line.left > last.right
    is_short = last.right < right - 0.12 * max(right - last.left, 1.0)
    if is_apart or (is_short and not goes_on):
        return True
    return ends and line.left - last.left > 0.8 * line.height


def _right_edge(lines: Sequence[Line]) -> float:
    """Give where full lines end: the ninth tenth of the right ends, counted by characters of the line."""
    ends = sorted(line.right for line in lines if len(line.words) > 20)
    return ends[int(len(ends) * 0.8)] if ends else 0.0


def _pitch(lines: Sequence[Line]) -> float:
    """Give the usual distance from one line to the next below it."""
    drops = sorted(
        upper.bottom - lower.bottom
        for upper, lower in pairwise(lines)
        if 0.5 * upper.height < upper.bottom - lower.bottom < 4 * upper.height
    )
    if drops:
        return drops[len(drops) // 3]
    return 1.2 * lines[0].height if lines else 12.0


def _heading_levels(paragraphs: Sequence[_Paragraph], body: float) -> dict[float, int]:
    """Give each size that is a heading's its level, the largest first."""
    sizes = {_size(paragraph) for paragraph in paragraphs if _is_heading(paragraph, body)}
    return {size: min(level, 6) for level, size in enumerate(sorted(sizes, reverse=True), start=1)}


def _size(paragraph: _Paragraph) -> float:
    return round(paragraph.lines[0].height * 2) / 2


def _is_heading(paragraph: _Paragraph, body: float) -> bool:
    length = sum(len(line.words) for line in paragraph.lines)
    return _size(paragraph) >= _HEADING_RATIO * body and 2 < length <= _HEADING_CHARS and len(paragraph.lines) <= 4


def _passage(paragraph: _Paragraph, body: float, levels: dict[float, int]) -> Passage:
    words = _words(paragraph.lines)
    if _is_heading(paragraph, body):
        return Passage(BlockKind.HEADING, words, level=levels.get(_size(paragraph), 1), page=paragraph.page)
    if _CAPTION.match(words) and len(words) <= 400:
        return Passage(BlockKind.CAPTION, words, page=paragraph.page)
    if _BULLET.match(words):
        return Passage(BlockKind.ITEM, _BULLET.sub("", words), level=1, page=paragraph.page)
    if _NUMBERED.match(words):
        return Passage(BlockKind.ITEM, words, level=1, page=paragraph.page)
    return Passage(BlockKind.PARAGRAPH, words, page=paragraph.page)


def _words(lines: Sequence[Line]) -> str:
    """Join lines: a word parted by a hyphen becomes one when both halves are letters and the second is small."""
    text = ""
    glued = False
    for line in lines:
        if not text:
            text = line.words
        elif glued:
            text += line.words
        else:
            text = f"{text} {line.words}"
        glued = line.is_hyphened
        if not glued and _hyphen_ends(line.words):
            text, glued = text[:-1], True
    return f"{text}-" if glued and lines[-1].is_hyphened else text


def _hyphen_ends(words: str) -> bool:
    return len(words) > 3 and words[-1] in "\u00ad\u2010"
