"""What capture takes and gives: plain picklable values that cross a worker process."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from factdesk.model.values.text import Block, CanonicalText


@dataclass(frozen=True, slots=True)
class Payload:
    """Bytes as they came. `url` is the address after redirects, `media_type` what the sender claimed; "" for none."""

    data: bytes
    name: str
    media_type: str = ""
    charset: str = ""
    url: str = ""
    fetched_at: datetime | None = None


class Doubt(StrEnum):
    """Why a guessed field deserves a look."""

    NONE = ""
    MISSING = "missing"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Guess:
    """A field's value, in words where it came from ("from the page’s metadata"), and whether to doubt it."""

    value: str = ""
    origin: str = ""
    doubt: Doubt = Doubt.NONE


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """One block as read, before filing. `is_kept` False: the reader would leave it out (navigation, related links)."""

    block: Block
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class Captured:
    """A payload as read.

    `text` is NFC; `blocks` count in it and hold kept and left-out ones alike (a person may tick a left-out one in
    the dialog); `canonical()` gives what will be stored. `authors` are separated by "; " in their guess. `published`
    is ISO 8601 of reduced precision. `media_type` is what sniffing found. `notices` are sentences for the person
    ("3 pages hold no text").
    """

    text: str
    blocks: tuple[ReadBlock, ...]
    media_type: str
    tool: str
    title: Guess = field(default_factory=Guess)
    authors: Guess = field(default_factory=Guess)
    outlet: Guess = field(default_factory=Guess)
    published: Guess = field(default_factory=Guess)
    language: Guess = field(default_factory=Guess)
    canonical_url: Guess = field(default_factory=Guess)
    page_count: int | None = None
    notices: tuple[str, ...] = ()

    def canonical(self, kept: frozenset[int] | None = None) -> CanonicalText:
        """Build the canonical text of the kept blocks; `kept` are indexes into `blocks` (None: the reader's choice)."""
        parts: list[str] = []
        blocks: list[Block] = []
        at = 0
        for index, read in enumerate(self.blocks):
            if not (read.is_kept if kept is None else index in kept):
                continue
            words = self.text[read.block.start : read.block.end]
            old = read.block
            blocks.append(Block(old.kind, at, at + len(words), old.level, old.page, old.row, old.column))
            parts.append(words)
            at += len(words) + 1
        return CanonicalText("\n".join(parts), tuple(blocks))
