"""Makes libraries and things in them by the verbs of the storage, never by SQL."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from factdesk.model.enums import BlockKind, Channel, Outcome, Stance
from factdesk.model.values.articles import ArticleDraft
from factdesk.model.values.desk import Rating
from factdesk.model.values.evidence import EvidenceDraft
from factdesk.model.values.sources import Citation, ContactDraft, SourceDraft
from factdesk.model.values.text import Anchor, Block, CanonicalText
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from factdesk.storage.versions import NewVersion

WHO = "Olena"
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TEXT = "The ward closed in 2019.\nSpending rose by 12 %, said Marta Kovalenko.\nПам’ять про це жива 🙂."
RATINGS = tuple(
    Rating(0, key, key.replace("_", " "), "", key, str(place), 6 - place if place < 6 else None)
    for place, key in enumerate(("true", "mostly_true", "half_true", "mostly_false", "false", "unverifiable"), start=1)
)


@dataclass(frozen=True)
class Filed:
    """An article and its version."""

    article: int
    version: int


def create(folder: Path) -> Storage:
    return Storage.create(folder, name="City desk", who=WHO, at=AT, scale="Default", ratings=RATINGS)


def canonical(text: str) -> CanonicalText:
    blocks, at = [], 0
    for words in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(words)))
        at += len(words) + 1
    return CanonicalText(text, tuple(blocks))


def a_version(storage: Storage, text: str = TEXT, **over: Any) -> NewVersion:
    data = text.encode()
    plain = NewVersion(
        title="Ward closes",
        content=canonical(text),
        language="en",
        tool="text 1",
        captured_from="pasted",
        original_sha256=storage.originals.put(data),
        original_name="ward.txt",
        original_size=len(data),
        media_type="text/plain",
    )
    return replace(plain, **over)


def an_article(
    storage: Storage, text: str = TEXT, *, at: datetime = AT, bands: tuple[int, ...] = (), **over: Any
) -> Filed:
    draft = replace(ArticleDraft("Ward closes", canonical(text), outlet="Gazette", language="en"), **over)
    new = a_version(storage, text, bands=bands)
    with storage.begin(Verb.FILE_ARTICLE, WHO, at) as unit:
        article = unit.articles.add(draft)
        return Filed(article, unit.versions.add(article, new))


def add_version(storage: Storage, article: int, text: str) -> int:
    new = a_version(storage, text)
    with storage.begin(Verb.ADD_VERSION, WHO, AT) as unit:
        return unit.versions.add(article, new)


def an_anchor(words: str, text: str = TEXT) -> Anchor:
    start = text.index(words)
    end = start + len(words)
    return Anchor(words, text[max(0, start - 32) : start], text[end : end + 32], start, end)


def a_claim(storage: Storage, version: int, words: str = "closed in 2019", text: str = TEXT, **over: Any) -> int:
    with storage.begin(Verb.MARK_CLAIM, WHO, AT) as unit:
        return unit.claims.add(version, an_anchor(words, text), **over)


def a_source(storage: Storage, title: str = "City budget", **over: Any) -> int:
    with storage.begin(Verb.ADD_SOURCE, WHO, AT) as unit:
        return unit.sources.add(SourceDraft(Citation(title=title), **over))


def an_evidence(storage: Storage, claim: int, source: int, **over: Any) -> int:
    draft = replace(EvidenceDraft(claim, source, Stance.SUPPORTS, passage="closed"), **over)
    with storage.begin(Verb.LINK_EVIDENCE, WHO, AT) as unit:
        return unit.evidence.add(draft)


def a_contact(storage: Storage, source: int, **over: Any) -> int:
    draft = replace(ContactDraft(source, AT, Channel.PHONE, "Press office", Outcome.ANSWERED, "confirmed"), **over)
    with storage.begin(Verb.LOG_CONTACT, WHO, AT) as unit:
        return unit.contacts.add(draft)


def state(folder: Path) -> str:
    """Hash every byte of a folder, names included."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        digest.update(str(file.relative_to(folder)).encode())
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()
