"""Claims: one checkable statement each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factdesk.model.enums import AnchorState, Answer, ClaimKind, Risk, Status
from factdesk.model.values.evidence import EvidenceRow
from factdesk.model.values.text import Anchor


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A line of the claims list. `number` is its place in the article, from 1; `verdict` a rating key or ""."""

    id: int
    number: int
    article_id: int
    article_title: str
    outlet: str
    version_id: int
    anchor: Anchor
    state: AnchorState
    statement: str
    claimant: str
    kind: ClaimKind
    status: Status
    verdict: str
    risk: Risk
    assignee: str
    reviewer: str
    due: str
    tags: tuple[str, ...]
    evidence_count: int
    changed_at: datetime
    is_deleted: bool


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note on a claim, an article or a source."""

    id: int
    kind: str
    owner_id: int
    text: str
    author: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """A whole claim. `said_when` is ISO 8601 of reduced precision or free words."""

    row: ClaimRow
    said_when: str
    said_where: str
    rationale: str
    wording: str
    wording_answer: Answer
    created_at: datetime
    created_by: str
    evidence: tuple[EvidenceRow, ...]
    notes: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class ClaimPatch:
    """Changes to a claim: None leaves a field, an empty value clears it."""

    statement: str | None = None
    claimant: str | None = None
    said_when: str | None = None
    said_where: str | None = None
    kind: ClaimKind | None = None
    status: Status | None = None
    verdict: str | None = None
    rationale: str | None = None
    risk: Risk | None = None
    wording: str | None = None
    wording_answer: Answer | None = None
    assignee: str | None = None
    reviewer: str | None = None
    due: str | None = None
    tags: tuple[str, ...] | None = None
