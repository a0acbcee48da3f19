"""Verdict scales, people, tags, memos, history and problems: what a desk keeps beside its articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factdesk.model.enums import Kind, PersonRole


@dataclass(frozen=True, slots=True)
class Rating:
    """One verdict of a scale. `look` names shape and line pattern in the theme; `claim_review` is 1 to 5 or None."""

    id: int
    key: str
    name: str
    definition: str
    look: str
    shortcut: str
    claim_review: int | None


@dataclass(frozen=True, slots=True)
class Scale:
    """A desk's own verdict scale, in its order (firmest true first)."""

    id: int
    name: str
    ratings: tuple[Rating, ...]

    def rating(self, key: str) -> Rating | None:
        """Find a rating by its key."""
        return next((rating for rating in self.ratings if rating.key == key), None)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Who works here, or who is spoken of."""

    id: int
    name: str
    aliases: tuple[str, ...]
    title: str
    role: PersonRole


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag and how many articles and claims carry it."""

    id: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class MemoRow:
    """An exported memo. `changed_claims` are those changed since it was made."""

    id: int
    article_id: int
    article_title: str
    version_id: int
    version_number: int
    recipient: str
    made_at: datetime
    made_by: str
    path: str
    sha256: str
    claim_ids: tuple[int, ...]
    changed_claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    """A line of the tamper-evident history. `subject` is a public id; hashes are hex SHA-256."""

    id: int
    at: datetime
    who: str
    verb: str
    subject: str
    summary: str
    hash: str
    previous_hash: str
    is_undone: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """Something `check` found. `kind` is a stable word (original_missing, original_changed, chain_broken, …)."""

    kind: str
    id: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What the navigator shows beside its rows; `trash` counts articles, `trash_claims` claims deleted one by one."""

    articles: int
    drafts: int
    unread: int
    sources: int
    claims: int
    open_claims: int
    my_claims: int
    review: int
    due: int
    trash: int
    trash_claims: int
    memos: int


@dataclass(frozen=True, slots=True)
class ThingRef:
    """A thing of the library with the words to show for it."""

    kind: Kind
    id: int
    title: str
