"""Lines to paragraphs: where one ends, which are headings, items and captions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from factdesk.capture.canonical import Passage
from factdesk.capture.pages.joining import Joiner
from factdesk.capture.pages.lines import Line
from factdesk.model.enums import BlockKind

_BULLET = re.compile(r"^\s*[•‣▪◦●○■□–\-*·\uf0b7\uf0a7\u25aa]\s+(?=\S)")
_NUMBERED = re.compile(r"^\s*(\(?\d{1,2}[.)]|\(?[a-zа-яіїє][.)])\s+(?=\S)")
_CAPTION = re.compile(
    r"^(fig(ure|\.)|table|photo(graph)?|chart|map|рис(унок|\.)|табл(иця|ица|\.)|фото|карта|діаграма|abb(ildung|\.)|tabelle)"
    r"\s*\d*\s*[.:–—]",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…:;»”\"')\]]\s*$")
_HEADING_RATIO = 1.15
_HEADING_CHARS = 250
_BOLDER = 200


@dataclass(frozen=True, slots=True)
class _Type:
    """The letters most of a text is set in."""

    size: float
    weight: int


@dataclass(slots=True)
class _Paragraph:
    page: int
    lines: list[Line] = field(default_factory=list)


def passages(pages: Sequence[tuple[int, Sequence[Line]]]) -> list[Passage]:
    """Give the passages of pages (number from 1, lines without running heads); one may go on over a page's end."""
    type_ = _body_type(line for _number, lines in pages for line in lines)
    paragraphs: list[_Paragraph] = []
    for number, lines in pages:
        edges, pitch = _right_edges(lines), _pitch(lines)
        before: Line | None = None
        for line in lines:
            current = paragraphs[-1] if paragraphs else None
            if current is None or (
                _parts(current.lines[-1], before, line, edges, pitch) and not _is_same_heading(current, line, type_)
            ):
                paragraphs.append(_Paragraph(number, [line]))
            else:
                current.lines.append(line)
            before = line
    levels = _heading_levels(paragraphs, type_)
    joiner = Joiner(line.words for _number, lines in pages for line in lines)
    return [_passage(paragraph, type_, levels, joiner) for paragraph in paragraphs]


def _body_type(lines: Iterable[Line]) -> _Type:
    """Give the size (to half a point) and the weight most characters have."""
    sizes: Counter[float] = Counter()
    weights: Counter[int] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.words)
        weights[line.weight] += len(line.words)
    if not sizes:
        return _Type(10.0, 400)
    return _Type(max(sizes, key=lambda size: (sizes[size], size)), max(weights, key=lambda weight: weights[weight]))


def _parts(last: Line, before: Line | None, line: Line, edges: dict[int, float], pitch: float) -> bool:
    """Whether a new paragraph begins with `line`. `before` is None at the top of a page."""
    if abs(last.size - line.size) > 0.12 * max(last.size, line.size) or abs(last.weight - line.weight) >= _BOLDER:
        return not (last.is_hyphened and abs(last.size - line.size) < 1)
    if last.is_hyphened or _BULLET.match(line.words) or _NUMBERED.match(line.words):
        return not last.is_hyphened
    ends = bool(_ENDS.search(last.words))
    goes_on = not ends and line.words[:1].islower()
    if before is None or line.base > last.top:  # the next page or the next column
        return not goes_on
    drop = last.base - line.base
    is_apart = drop > 1.45 * pitch or line.left > last.right
    right = _right_edge(edges, last)
    is_short = last.right < right - 0.12 * max(right - last.left, 1.0)
    if is_apart or (is_short and not goes_on):
        return True
    return ends and line.left - last.left > 0.8 * line.size


def _is_same_heading(paragraph: _Paragraph, line: Line, body: _Type) -> bool:
    """Whether a line goes on the heading above it: letters alike and larger than the text's, close below."""
    last = paragraph.lines[-1]
    return (
        last.size >= _HEADING_RATIO * body.size
        and abs(last.size - line.size) < 0.5
        and last.weight == line.weight
        and 0 < last.base - line.base < 1.6 * last.size
        and sum(len(above.words) for above in paragraph.lines) + len(line.words) <= _HEADING_CHARS
    )


def _right_edges(lines: Sequence[Line]) -> dict[int, float]:
    """Give, for each column (by where its lines begin, in steps of 24 points), where its full lines end."""
    ends: dict[int, list[float]] = {}
    for line in lines:
        if len(line.words) > 20:
            ends.setdefault(_column(line), []).append(line.right)
    return {column: sorted(found)[int(len(found) * 0.8)] for column, found in ends.items()}


def _column(line: Line) -> int:
    return round(line.left / 24)


def _right_edge(edges: dict[int, float], line: Line) -> float:
    """Give where full lines of this line's column end; a column a step away counts, for indented first lines."""
    column = _column(line)
    near = [edges[place] for place in (column - 1, column, column + 1) if place in edges]
    return max(near, default=line.right)


def _pitch(lines: Sequence[Line]) -> float:
    """Give the usual distance from one line to the next below it."""
    drops = sorted(
        upper.base - lower.base
        for upper, lower in pairwise(lines)
        if 0.5 * upper.size < upper.base - lower.base < 4 * upper.size
    )
    if drops:
        return drops[len(drops) // 3]
    return 1.2 * lines[0].size if lines else 12.0


def _heading_levels(paragraphs: Sequence[_Paragraph], body: _Type) -> dict[float, int]:
    """Give each size that is a heading's its level, the largest first; bold ones of the text's size come last."""
    sizes = {_size(paragraph) for paragraph in paragraphs if _is_larger(paragraph, body)}
    return {size: min(level, 6) for level, size in enumerate(sorted(sizes, reverse=True), start=1)}


def _size(paragraph: _Paragraph) -> float:
    return round(paragraph.lines[0].size * 2) / 2


def _is_larger(paragraph: _Paragraph, body: _Type) -> bool:
    length = sum(len(line.words) for line in paragraph.lines)
    return _size(paragraph) >= _HEADING_RATIO * body.size and 2 < length <= _HEADING_CHARS and len(paragraph.lines) <= 4


def _is_bold_heading(paragraph: _Paragraph, body: _Type) -> bool:
    """Whether a short paragraph is all bold in a text that is not, and reads like no sentence."""
    length = sum(len(line.words) for line in paragraph.lines)
    return (
        all(line.weight >= body.weight + _BOLDER for line in paragraph.lines)
        and 2 < length <= _HEADING_CHARS // 2
        and len(paragraph.lines) <= 2
        and not paragraph.lines[-1].words.endswith((".", ",", ";"))
    )


def _passage(paragraph: _Paragraph, body: _Type, levels: dict[float, int], joiner: Joiner) -> Passage:
    words = joiner.join(paragraph.lines)
    page = paragraph.page
    if _is_larger(paragraph, body):
        return Passage(BlockKind.HEADING, words, level=levels.get(_size(paragraph), 1), page=page)
    if _CAPTION.match(words) and len(words) <= 400:
        return Passage(BlockKind.CAPTION, words, page=page)
    if _is_bold_heading(paragraph, body):
        return Passage(BlockKind.HEADING, words, level=min(len(levels) + 1, 6), page=page)
    if _BULLET.match(words):
        return Passage(BlockKind.ITEM, _BULLET.sub("", words), level=1, page=page)
    if _NUMBERED.match(words):
        return Passage(BlockKind.ITEM, words, level=1, page=page)
    return Passage(BlockKind.PARAGRAPH, words, page=page)
