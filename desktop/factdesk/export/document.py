"""The memo as plain values: what a person asks for and everything a format needs to write it.

Datetimes are shown as they are given, so the caller hands them aware and in the reader's own time zone.
Dates of works (`published`, `said_when`) are ISO 8601 of reduced precision or free words.
Numbers of sources are by first use, from 1; 0 means none. Hashes are SHA-256 in hex, "" when there is none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from factdesk.model.enums import (
    Answer,
    BlockKind,
    Channel,
    ClaimKind,
    Credibility,
    Outcome,
    Reliability,
    Risk,
    SourceLevel,
    Stance,
)
from factdesk.model.values.sources import Citation


@dataclass(frozen=True, slots=True)
class MemoIncludes:
    """Which parts a memo has. Without `open_claims`, claims not done are only named as open."""

    summary: bool = True
    sources: bool = True
    wording: bool = True
    open_claims: bool = True
    contacts: bool = True
    calculations: bool = True
    history: bool = True


@dataclass(frozen=True, slots=True)
class MemoRequest:
    """A filled-in export form. `claim_ids` None means every claim of the article's newest version."""

    article_id: int
    claim_ids: tuple[int, ...] | None = None
    recipient: str = ""
    language: str = "en"
    includes: MemoIncludes = field(default_factory=MemoIncludes)
    in_short: str = ""


@dataclass(frozen=True, slots=True)
class MemoRating:
    """One verdict of the desk's scale, named in the memo's language. `look` names shape and colour in memo.toml."""

    key: str
    name: str
    look: str
    definition: str = ""


@dataclass(frozen=True, slots=True)
class MemoPlace:
    """Where a claim's words stand. `number` counts blocks of this kind from 1 (0: unknown); `page` is of a PDF."""

    version: int
    block: BlockKind = BlockKind.PARAGRAPH
    number: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class MemoInput:
    """One number of a calculation. `source` is the number of the source it was read in, 0 when typed by hand."""

    name: str
    label: str
    value: str
    unit: str = ""
    source: int = 0


@dataclass(frozen=True, slots=True)
class MemoCalculation:
    """How a number was worked out, written out."""

    question: str
    inputs: tuple[MemoInput, ...]
    expression: str
    result: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class MemoEvidence:
    """One piece of evidence. `link` opens the source at its address; `language` is that of the passage."""

    stance: Stance
    source: int
    passage: str = ""
    language: str = ""
    locator: str = ""
    link: str = ""
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    sha256: str = ""
    note: str = ""
    calculation: MemoCalculation | None = None

    @property
    def code(self) -> str:
        """Give the Admiralty code as it is printed: "A1", "A" without the figure, "–1" without the letter, or ""."""
        if self.credibility is None:
            return str(self.reliability or "")
        return f"{self.reliability or '–'}{self.credibility}"


@dataclass(frozen=True, slots=True)
class MemoContact:
    """One try to reach somebody. `source` is the source's number, 0 when it is not in the list."""

    at: datetime
    channel: Channel
    who: str
    outcome: Outcome
    answer: str = ""
    by: str = ""
    source: int = 0


@dataclass(frozen=True, slots=True)
class MemoClaim:
    """One claim. `quotation` is exact, without quotation marks of ours; the verdict of a claim not done is proposed."""

    number: int
    public_id: str
    quotation: str
    language: str = ""
    statement: str = ""
    claimant: str = ""
    said_when: str = ""
    said_where: str = ""
    kind: ClaimKind = ClaimKind.OTHER
    place: MemoPlace | None = None
    checker: str = ""
    checked_at: datetime | None = None
    reviewer: str = ""
    reviewed_at: datetime | None = None
    due: str = ""
    verdict: MemoRating | None = None
    is_done: bool = False
    risk: Risk = Risk.MINOR
    rationale: str = ""
    wording: str = ""
    wording_answer: Answer = Answer.PROPOSED
    evidence: tuple[MemoEvidence, ...] = ()
    contacts: tuple[MemoContact, ...] = ()

    @property
    def look(self) -> str:
        """Give the look of the claim's verdict, "none" without one."""
        return self.verdict.look if self.verdict else "none"


@dataclass(frozen=True, slots=True)
class MemoQuestion:
    """Something still open. `claim` is a claim's number in this memo, 0 when it is about none of them.

    A claim that is not done is listed as open without a question of its own.
    """

    text: str
    public_id: str = ""
    claim: int = 0
    who: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class MemoSource:
    """A source of the numbered list. Of a confidential one, the formats print nothing but its number and letter."""

    number: int
    citation: Citation
    public_id: str = ""
    language: str = ""
    sha256: str = ""
    captured_at: datetime | None = None
    level: SourceLevel = SourceLevel.SECONDARY
    reliability: Reliability | None = None
    is_confidential: bool = False
    claims: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MemoSigner:
    """Somebody who signs. `role` is already in the memo's words; "" means the first checked and the others reviewed."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class MemoEvent:
    """A line of the history of this check. `summary` is already in the memo's words."""

    at: datetime
    who: str
    summary: str
    line: int
    hash: str


@dataclass(frozen=True, slots=True)
class MemoDocument:
    """A whole memo. `kicker` and `method` are written by the format when empty; claims come in their order."""

    public_id: str
    library: str
    title: str
    made_at: datetime
    language: str = "en"
    made_by: str = ""
    recipient: str = ""
    kicker: str = ""
    article_public_id: str = ""
    article_language: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    version: int = 1
    version_count: int = 1
    captured_at: datetime | None = None
    link: str = ""
    original_name: str = ""
    original_sha256: str = ""
    text_sha256: str = ""
    checkers: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    reviewed_at: datetime | None = None
    coverage_percent: int = 0
    sentences_covered: int = 0
    sentences: int = 0
    in_short: str = ""
    claims: tuple[MemoClaim, ...] = ()
    questions: tuple[MemoQuestion, ...] = ()
    sources: tuple[MemoSource, ...] = ()
    ratings: tuple[MemoRating, ...] = ()
    method: str = ""
    signers: tuple[MemoSigner, ...] = ()
    history: tuple[MemoEvent, ...] = ()
    history_line: int = 0
    history_hash: str = ""
    includes: MemoIncludes = field(default_factory=MemoIncludes)

    @property
    def shown_claims(self) -> tuple[MemoClaim, ...]:
        """Give the claims that get a row and a section of their own."""
        return tuple(claim for claim in self.claims if claim.is_done or self.includes.open_claims)

    @property
    def open_claims(self) -> tuple[MemoClaim, ...]:
        """Give the claims that are not done."""
        return tuple(claim for claim in self.claims if not claim.is_done)

    @property
    def must_fix(self) -> tuple[MemoClaim, ...]:
        """Give the shown claims that must be fixed."""
        return tuple(claim for claim in self.shown_claims if claim.risk is Risk.MUST_FIX)

    def counts(self) -> tuple[tuple[MemoRating, int], ...]:
        """Count the verdicts that stand (those of claims done), in the order of the scale, without zeros."""
        tally: dict[str, int] = {}
        given: dict[str, MemoRating] = {rating.key: rating for rating in self.ratings}
        for claim in self.shown_claims:
            if claim.is_done and claim.verdict:
                given.setdefault(claim.verdict.key, claim.verdict)
                tally[claim.verdict.key] = tally.get(claim.verdict.key, 0) + 1
        return tuple((rating, tally[key]) for key, rating in given.items() if key in tally)

    def source(self, number: int) -> MemoSource | None:
        """Find a source of the list by its number."""
        return next((source for source in self.sources if source.number == number), None)
