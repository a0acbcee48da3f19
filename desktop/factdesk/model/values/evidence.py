"""Evidence: from a claim to the words of a source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factdesk.model.enums import AnchorState, Credibility, Reliability, Stance
from factdesk.model.values.text import Anchor


@dataclass(frozen=True, slots=True)
class CalculationInput:
    """One number of a calculation: `name` is a letter used in the expression, `value` a decimal in plain notation.

    `source_id` and `anchor` say where it was read; both may be missing for a number typed by hand.
    """

    name: str
    label: str
    value: str
    unit: str = ""
    source_id: int | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Calculation:
    """How a number was worked out. `result` is worked out by claims.arithmetic, never typed."""

    question: str
    inputs: tuple[CalculationInput, ...]
    expression: str
    result: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence. `version_id` and `anchor` place the passage; both None when only a locator is known."""

    id: int
    claim_id: int
    source_id: int
    source_title: str
    source_article_id: int | None
    version_id: int | None
    anchor: Anchor | None
    state: AnchorState
    passage: str
    stance: Stance
    locator: str
    reliability: Reliability | None
    credibility: Credibility | None
    note: str
    calculation: Calculation | None
    linked_at: datetime
    linked_by: str
    is_confidential: bool


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """A link to be made. `passage` without an anchor is words heard or typed (a call, a paper document)."""

    claim_id: int
    source_id: int
    stance: Stance
    version_id: int | None = None
    anchor: Anchor | None = None
    passage: str = ""
    locator: str = ""
    credibility: Credibility | None = None
    note: str = ""
    calculation: Calculation | None = None


@dataclass(frozen=True, slots=True)
class EvidencePatch:
    """Changes to a piece of evidence: None leaves a field, "" clears it."""

    stance: Stance | None = None
    locator: str | None = None
    credibility: Credibility | None = None
    note: str | None = None
    calculation: Calculation | None = None
