"""Sources: where evidence comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factdesk.model.enums import Channel, Outcome, Reliability, SourceLevel, SourceType


@dataclass(frozen=True, slots=True)
class Citation:
    """The CSL-JSON fields a desk needs. Dates are ISO 8601 of reduced precision."""

    type: SourceType = SourceType.DOCUMENT
    title: str = ""
    author: str = ""
    container: str = ""
    publisher: str = ""
    issued: str = ""
    pages: str = ""
    url: str = ""
    accessed: str = ""
    place: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A line of the sources list. `article_id` is set when the source is filed in this library."""

    id: int
    citation: Citation
    level: SourceLevel
    reliability: Reliability | None
    is_confidential: bool
    article_id: int | None
    claim_count: int
    changed_at: datetime
    is_deleted: bool

    @property
    def title(self) -> str:
        """Give the name the source is known by."""
        return self.citation.title


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A claim that a source bears on."""

    evidence_id: int
    claim_id: int
    article_id: int
    statement: str
    verdict: str
    stance: str
    credibility: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One try to reach a source."""

    id: int
    source_id: int
    at: datetime
    channel: Channel
    who: str
    outcome: Outcome
    answer: str
    by: str


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """A whole source. `original_*` describe the newest version's bytes when it is filed, else are empty."""

    row: SourceRow
    reliability_by: str
    reliability_at: datetime | None
    uses: tuple[SourceUse, ...]
    contacts: tuple[ContactRow, ...]
    original_name: str = ""
    original_sha256: str = ""
    original_size: int = 0
    captured_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """A source to be added."""

    citation: Citation
    level: SourceLevel = SourceLevel.SECONDARY
    reliability: Reliability | None = None
    is_confidential: bool = False
    article_id: int | None = None


@dataclass(frozen=True, slots=True)
class SourcePatch:
    """Changes to a source: None leaves a field. `clears_reliability` takes the letter away."""

    citation: Citation | None = None
    level: SourceLevel | None = None
    reliability: Reliability | None = None
    clears_reliability: bool = False
    is_confidential: bool | None = None


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A contact to be logged. `at` is UTC."""

    source_id: int
    at: datetime
    channel: Channel
    who: str
    outcome: Outcome
    answer: str = ""
