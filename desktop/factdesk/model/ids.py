"""Typed ids and their public form: A-12, C-345, S-7. Short, permanent, never reused."""

from __future__ import annotations

import re
from typing import NewType

from factdesk.model.enums import Kind

ArticleId = NewType("ArticleId", int)
VersionId = NewType("VersionId", int)
ClaimId = NewType("ClaimId", int)
StrikeId = NewType("StrikeId", int)
SourceId = NewType("SourceId", int)
EvidenceId = NewType("EvidenceId", int)
ContactId = NewType("ContactId", int)
NoteId = NewType("NoteId", int)
PersonId = NewType("PersonId", int)
TagId = NewType("TagId", int)
MemoId = NewType("MemoId", int)
EventId = NewType("EventId", int)

PREFIXES: dict[Kind, str] = {
    Kind.ARTICLE: "A",
    Kind.VERSION: "V",
    Kind.CLAIM: "C",
    Kind.STRIKE: "X",
    Kind.SOURCE: "S",
    Kind.EVIDENCE: "E",
    Kind.CONTACT: "K",
    Kind.NOTE: "N",
    Kind.PERSON: "P",
    Kind.MEMO: "M",
}
_KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}
_PUBLIC = re.compile(r"\s*([A-Za-z])-?0*([1-9][0-9]{0,17})\s*\Z")


def public_id(kind: Kind, number: int) -> str:
    """Give the public id, such as `A-12`."""
    return f"{PREFIXES[kind]}-{number}"


def parse_public_id(words: str) -> tuple[Kind, int] | None:
    """Read `A-12`, `a12` or `A-0012`; None when the words are no public id."""
    found = _PUBLIC.match(words)
    if found is None:
        return None
    kind = _KINDS.get(found.group(1).upper())
    return None if kind is None else (kind, int(found.group(2)))
