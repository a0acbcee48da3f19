"""Words as read to canonical text: NFC, one kind of space, no invisible control characters, one line a block."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from factdesk.capture.captured import ReadBlock
from factdesk.capture.limits import LIMITS, Limits
from factdesk.model.enums import BlockKind
from factdesk.model.values.text import Block

_BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_KEPT_FORMATS = frozenset("\u200c\u200d\u200e\u200f\u061c")
_SHY_AT_BREAK = re.compile("\u00ad[ \t]*\r?\n[ \t]*")
_LINES = re.compile("\r\n|[\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029]")


def _table() -> dict[int, str | None]:
    """Build the translation of single code points: odd spaces to a space, invisibles to nothing.

    Kept: joiners (Persian, Indic scripts and emoji need them), left-to-right and right-to-left marks, variation
    selectors and tags. Dropped: soft hyphens, zero-width spaces, byte order marks, bidi embeddings, overrides and
    isolates (they make words look other than they are), control characters, noncharacters. A lone surrogate becomes
    U+FFFD.
    """
    table: dict[int, str | None] = {}
    for code in range(0x10000):
        char = chr(code)
        kind = unicodedata.category(char)
        if char in _BREAKS or kind in {"Zs", "Zl", "Zp"}:
            table[code] = " "
        elif kind == "Cs":
            table[code] = "\ufffd"
        elif kind == "Cc" or (kind == "Cf" and char not in _KEPT_FORMATS) or 0xFDD0 <= code <= 0xFDEF or code >= 0xFFFE:
            table[code] = None
    for number in (0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x8E2):
        table.pop(number, None)  # these "format" characters are printed signs of Arabic and Syriac
    for plane in range(1, 17):
        for code in (plane << 16 | 0xFFFE, plane << 16 | 0xFFFF):
            table[code] = None
    return table


_TABLE = _table()


def clean(words: str) -> str:
    """Give one line of canonical words: NFC, single spaces, nothing at the ends; "" when nothing can be seen."""
    if words.isascii() and words.isprintable() and "  " not in words:
        return words.strip(" ")
    joined = _SHY_AT_BREAK.sub("", words) if "\u00ad" in words else words
    line = " ".join(joined.translate(_TABLE).split(" ")) if joined else ""
    line = " ".join(part for part in line.split(" ") if part)
    line = unicodedata.normalize("NFC", line)
    return line if any(_is_visible(char) for char in line) else ""


def lines(words: str) -> list[str]:
    """Split at every kind of line break, without cleaning."""
    return _LINES.split(words)


def _is_visible(char: str) -> bool:
    return char != " " and unicodedata.category(char) not in {"Cf", "Mn", "Me", "Zs"}


@dataclass(frozen=True, slots=True)
class Passage:
    """One block before it has a place: what a reader gives. `words` need not be clean."""

    kind: BlockKind
    words: str
    level: int = 0
    page: int | None = None
    row: int | None = None
    column: int | None = None
    is_kept: bool = True


def lay_out(passages: Iterable[Passage], limits: Limits = LIMITS) -> tuple[str, tuple[ReadBlock, ...], bool]:
    """Give the canonical text, its blocks, and whether something was cut because it was longer than the limits.

    Blocks are in order, do not overlap, hold no line break and are never empty; one newline stands between two.
    """
    parts: list[str] = []
    blocks: list[ReadBlock] = []
    at = 0
    for passage in passages:
        words = clean(passage.words)
        if not words:
            continue
        if len(blocks) >= limits.blocks or at + len(words) > limits.text_chars:
            return "\n".join(parts), tuple(blocks), True
        block = Block(passage.kind, at, at + len(words), passage.level, passage.page, passage.row, passage.column)
        blocks.append(ReadBlock(block, passage.is_kept))
        parts.append(words)
        at += len(words) + 1
    return "\n".join(parts), tuple(blocks), False
