"""What the page will hold, block by block, worked out before Qt sees a letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factdesk.model.enums import BlockKind
from factdesk.model.values.text import Block, CanonicalText
from factdesk.ui.widgets.page import styles
from factdesk.ui.widgets.page.head import Head, units
from factdesk.ui.widgets.page.mapping import OffsetMap

_LINE = "\u2028"
_ODD = str.maketrans(
    {"\0": "\ufffd", "\r": " ", "\u2029": _LINE, "\ufdd0": "\ufffd", "\ufdd1": "\ufffd", "\ufffc": "\ufffd"}
)
_KINDS = {
    BlockKind.HEADING: styles.HEADING,
    BlockKind.PARAGRAPH: styles.PARAGRAPH,
    BlockKind.ITEM: styles.ITEM,
    BlockKind.QUOTATION: styles.QUOTATION,
    BlockKind.CELL: styles.CELL,
    BlockKind.CAPTION: styles.CAPTION,
}
_STANDFIRST_MAX = 400
_SHOUT_MAX = 130


@dataclass(frozen=True, slots=True)
class PlannedBlock:
    """One block of the page. `length` is in code points; `row` and `column` place a cell, else are 0."""

    kind: str
    level: int
    length: int
    row: int = 0
    column: int = 0
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page before it is laid out: its words, its blocks, and how offsets map. `meta` is a block's number or -1."""

    text: str
    blocks: tuple[PlannedBlock, ...]
    offsets: OffsetMap
    head: Head
    meta: int
    kicker: int

    def is_text(self, number: int) -> bool:
        """Whether a block is part of the text, not of the head."""
        return number < len(self.blocks) and not self.blocks[number].is_head


EMPTY = PagePlan("", (PlannedBlock(styles.PARAGRAPH, 0, 0),), OffsetMap(""), Head(), -1, -1)


def plan_page(content: CanonicalText, head: Head | None = None) -> PagePlan:
    """Set head and text under each other; the text's own headline and standfirst stand in the head's place."""
    top = head or Head()
    blocks = content.blocks or _lines(content.text)
    own = _own_title(content, blocks, top)
    making = _Making(content.text)
    making.add_head([(styles.KICKER, top.kicker_words), (styles.HEADLINE, "" if own else top.headline)], 0)
    below = [(styles.STANDFIRST, "" if own == 2 else top.standfirst), (styles.META, top.meta_words)]
    for number, block in enumerate(blocks):
        if number == own:
            making.add_head(below, block.start)
        making.add_block(block, number, own)
    if own >= len(blocks):
        making.add_head(below, len(content.text) + 1)
    return making.plan(top)


class _Making:
    """A plan being put together."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: list[str] = []
        self._blocks: list[PlannedBlock] = []
        self._inserts: list[tuple[int, int]] = []

    def add_head(self, parts: Sequence[tuple[str, str]], offset: int) -> None:
        """Add those parts of the head that are not empty, before the code point at `offset`."""
        shown = [(kind, words.replace("\n", " ").translate(_ODD)) for kind, words in parts if words]
        for kind, words in shown:
            self._words.append(words)
            self._blocks.append(PlannedBlock(kind, _level(kind, len(words)), len(words), is_head=True))
        if shown:
            self._inserts.append((offset, sum(units(words) + 1 for _kind, words in shown)))

    def add_block(self, block: Block, number: int, own: int) -> None:
        """Add a block of the text; the first `own` ones are its title."""
        self._words.append(self._text[block.start : block.end].replace("\n", _LINE).translate(_ODD))
        self._blocks.append(_planned(block, number, own))

    def plan(self, head: Head) -> PagePlan:
        """Give the finished plan."""
        if not self._blocks:
            return EMPTY
        kinds = [block.kind for block in self._blocks]
        meta = kinds.index(styles.META) if styles.META in kinds else -1
        kicker = kinds.index(styles.KICKER) if styles.KICKER in kinds else -1
        offsets = OffsetMap(self._text, self._inserts)
        return PagePlan("\n".join(self._words), tuple(self._blocks), offsets, head, meta, kicker)


def _level(kind: str, length: int) -> int:
    """Give 2 for a headline that is too long to be shouted."""
    return 2 if kind == styles.HEADLINE and length > _SHOUT_MAX else 0


def _planned(block: Block, number: int, own: int) -> PlannedBlock:
    length = block.end - block.start
    if number < own:
        kind = styles.HEADLINE if number == 0 else styles.STANDFIRST
        return PlannedBlock(kind, _level(kind, length), length)
    is_cell = block.kind is BlockKind.CELL
    row, column = (block.row or 1, block.column or 1) if is_cell else (0, 0)
    return PlannedBlock(_KINDS[block.kind], block.level, length, row, column)


def _own_title(content: CanonicalText, blocks: Sequence[Block], head: Head) -> int:
    """Give how many of the text's first blocks are its title: 0, 1 (headline) or 2 (standfirst too)."""
    if not blocks or not (head.headline or head.meta or head.kicker):
        return 0
    first = blocks[0]
    is_title = first.kind is BlockKind.HEADING and (first.level <= 1 or not head.headline)
    if not is_title and not (head.headline and _is_same(content, blocks, 0, head.headline)):
        return 0
    return 2 if head.standfirst and _is_same(content, blocks, 1, head.standfirst) else 1


def _is_same(content: CanonicalText, blocks: Sequence[Block], number: int, words: str) -> bool:
    if number >= len(blocks):
        return False
    block = blocks[number]
    if block.end - block.start > _STANDFIRST_MAX:
        return False
    return _bare(content.text[block.start : block.end]) == _bare(words)


def _bare(words: str) -> str:
    return " ".join(words.split()).casefold()


def _lines(text: str) -> tuple[Block, ...]:
    found: list[Block] = []
    at = 0
    for line in text.split("\n"):
        found.append(Block(BlockKind.PARAGRAPH, at, at + len(line)))
        at += len(line) + 1
    return tuple(found) if text else ()
