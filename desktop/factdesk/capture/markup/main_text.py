"""Which blocks of a page are its text: trafilatura's choice, laid over the page's own blocks."""

from __future__ import annotations

import bisect
import logging
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree, html

from factdesk.capture.canonical import Passage, clean
from factdesk.capture.markup.walk import PageBlock
from factdesk.model.enums import BlockKind

# They log the words of pages, which belong in no log file, and complain of pages that are read well enough.
for _name in ("trafilatura", "htmldate", "dateparser", "justext", "courlan", "charset_normalizer"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

_NO_LETTERS = re.compile(r"[\W_]+")
_SHORT = 25
_SHARE = 0.85
_NEAR = 0.8
_GRAM = 4
# What trafilatura was seen to raise on broken pages; it is no border of ours, so the list is closed.
_FAULTS = (
    AttributeError,
    IndexError,
    KeyError,
    TypeError,
    ValueError,
    AssertionError,
    RecursionError,
    OverflowError,
    etree.LxmlError,
)


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the extractor gave: passages in its own order, empty when it found no text."""

    passages: tuple[Passage, ...]


def extract(root: html.HtmlElement, url: str = "") -> Extracted:
    """Run trafilatura on the tree (Barbaresi 2021, doi 10.18653/v1/2021.acl-demo.15); no network, comments left out."""
    from trafilatura import bare_extraction  # noqa: PLC0415  (0.4 s to load)

    try:
        document = bare_extraction(root, url=url or None, include_comments=False, include_tables=True)
    except _FAULTS:
        return Extracted(())
    body = getattr(document, "body", None)
    return Extracted(tuple(_segments(body)) if body is not None else ())


def _segments(body: etree._Element) -> list[Passage]:
    """Give the extractor's tree (p, head, item, quote, cell…) as passages; text beside elements makes paragraphs."""
    found: list[Passage] = []
    kinds = {"head": BlockKind.HEADING, "item": BlockKind.ITEM, "quote": BlockKind.QUOTATION, "cell": BlockKind.CELL}
    stack: list[BlockKind] = [BlockKind.PARAGRAPH]
    words: list[str] = []
    tags = {"p", "head", "item", "quote", "cell", "row", "table", "list", "div", "body", "code", "section", "article"}
    place = [0, 0]

    def flush() -> None:
        line = clean("".join(words))
        words.clear()
        if line:
            kind = stack[-1]
            level = 2 if kind is BlockKind.HEADING else 1 if kind is BlockKind.ITEM else 0
            row, column = (max(place[0], 1), max(place[1], 1)) if kind is BlockKind.CELL else (None, None)
            found.append(Passage(kind, line, level=level, row=row, column=column))

    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in tags:
                flush()
                stack.append(kinds.get(tag, stack[-1] if tag == "p" else BlockKind.PARAGRAPH))
                place[0] += tag == "row"
                place[1] = place[1] + 1 if tag == "cell" else (0 if tag == "row" else place[1])
            elif tag == "lb":
                words.append(" ")
            words.append(element.text or "")
        else:
            if tag in tags:
                flush()
                stack.pop()
            if element is not body:
                words.append(element.tail or "")
    flush()
    return found


def choose(page: Sequence[PageBlock], extracted: Extracted) -> list[bool] | None:
    """Say for each block of the page whether it is of the text; None when too little of the text was found again.

    A block is taken when its letters stand in the extracted text: a short one as a whole segment, a long one anywhere
    or nearly so. Of blocks with the same words, as many as the extractor gave are taken, those nearest to the rest.
    """
    segments = [_letters(passage.words) for passage in extracted.passages]
    joined = "".join(segments)
    if not joined:
        return None
    short = frozenset(segments)
    grams = {joined_words for passage in extracted.passages for joined_words in _grams(passage.words)}
    keys = [_letters(block.passage.words) for block in page]
    places: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        if key and _is_in(key, page[index].passage.words, joined, short, grams):
            places[key].append(index)
    chosen = _without_repeats(places, joined)
    covered = sum(len(keys[index]) for index in chosen)
    if covered < _SHARE * len(joined):
        return None
    return [index in chosen for index in range(len(page))]


def _is_in(key: str, words: str, joined: str, short: frozenset[str], grams: set[tuple[str, ...]]) -> bool:
    if len(key) < _SHORT:
        return key in short
    if key in joined:
        return True
    mine = list(_grams(words))
    return len(mine) > 3 and sum(gram in grams for gram in mine) >= _NEAR * len(mine)


def _without_repeats(places: dict[str, list[int]], joined: str) -> set[int]:
    """Take each text as often as the extractor has it, preferring the places nearest to texts that stand once."""
    alone = sorted(found[0] for found in places.values() if len(found) == 1)
    middle = alone[len(alone) // 2] if alone else 0
    chosen = set(alone)
    for key, found in places.items():
        if len(found) == 1:
            continue
        wanted = max(1, joined.count(key))
        chosen.update(sorted(found, key=lambda index: _distance(index, alone, middle))[:wanted])
    return chosen


def _distance(index: int, alone: Sequence[int], middle: int) -> tuple[int, int]:
    at = bisect.bisect_left(alone, index)
    near = [abs(alone[place] - index) for place in (at - 1, at) if 0 <= place < len(alone)]
    return (min(near, default=0), abs(index - middle))


def _letters(words: str) -> str:
    return _NO_LETTERS.sub("", words).casefold()


def _grams(words: str) -> list[tuple[str, ...]]:
    parts = re.findall(r"\w+", words.casefold())
    return [tuple(parts[at : at + _GRAM]) for at in range(max(0, len(parts) - _GRAM + 1))]
