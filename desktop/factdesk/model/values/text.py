"""A canonical text and places in it. All offsets are Unicode code points, half open."""

from __future__ import annotations

from dataclasses import dataclass

from factdesk.model.enums import BlockKind, SentenceState, StrikeReason


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` (in) to `end` (out) of a canonical text."""

    start: int
    end: int

    def __len__(self) -> int:
        """Give the length in code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a canonical text; blocks are in order, do not overlap, and a newline separates two.

    `level` is the heading level (1 to 6) or the depth of a list item (1 and up), else 0; `page` is the PDF page
    it starts on, from 1; `row` and `column` place a table cell, from 1.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    page: int | None = None
    row: int | None = None
    column: int | None = None

    @property
    def span(self) -> Span:
        """Give the place of the block."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """The text every anchor counts in: NFC, blocks joined by one newline, never changed once written."""

    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Exact words in a version: W3C TextQuoteSelector (exact, prefix, suffix) + TextPositionSelector (start, end)."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Give the place of the words."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text (a heading or a caption is one), for coverage.

    `uncovered` are the parts of a covered sentence that neither a claim nor a strike takes.
    """

    number: int
    span: Span
    block: int
    state: SentenceState
    uncovered: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of a text has been dealt with, counted in sentences."""

    sentences: tuple[Sentence, ...]

    @property
    def total(self) -> int:
        """Give the number of sentences."""
        return len(self.sentences)

    def count(self, state: SentenceState) -> int:
        """Give the number of sentences in this state."""
        return sum(1 for sentence in self.sentences if sentence.state is state)

    @property
    def covered(self) -> int:
        """Give the number of sentences that hold a claim or a strike."""
        return self.total - self.count(SentenceState.OPEN)

    @property
    def percent(self) -> int:
        """Give the share that is covered, rounded down, so that 100 means all; 0 for an empty text."""
        return 100 * self.covered // self.total if self.total else 0


@dataclass(frozen=True, slots=True)
class StrikeRow:
    """Words that need no check, and why."""

    id: int
    version_id: int
    anchor: Anchor
    reason: StrikeReason
