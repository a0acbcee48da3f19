"""JSON shapes of the things of a library; resources/schemas/command-line.json describes them."""

from __future__ import annotations

from datetime import UTC, datetime

from factdesk.model.changes import Changes
from factdesk.model.enums import Kind, SentenceState
from factdesk.model.ids import PREFIXES, public_id
from factdesk.model.values.articles import ArticleDetail, ArticleRow, VersionRow
from factdesk.model.values.claims import ClaimDetail, ClaimRow, NoteRow
from factdesk.model.values.desk import EventRow, MemoRow, PersonRow, Problem
from factdesk.model.values.evidence import Calculation, EvidenceRow
from factdesk.model.values.sources import ContactRow, SourceDetail, SourceRow, SourceUse
from factdesk.model.values.text import Anchor, Block, Coverage

Shape = dict[str, object]


def moment(when: datetime | None) -> str | None:
    """Give a time as ISO 8601 in UTC with a Z."""
    if when is None:
        return None
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def named(kind: Kind, number: int | None) -> str | None:
    """Give a public id, None for none."""
    return None if number is None else public_id(kind, number)


def article(row: ArticleRow) -> Shape:
    """Give a line of the article list."""
    return {
        "id": public_id(Kind.ARTICLE, row.id),
        "kind": Kind.ARTICLE.value,
        "title": row.title,
        "authors": list(row.authors),
        "outlet": row.outlet,
        "published": row.published,
        "language": row.language,
        "role": row.role.value,
        "status": row.status.value,
        "filed": moment(row.filed_at),
        "versions": row.version_count,
        "claims": row.claim_count,
        "verdicts": dict(row.verdicts),
        "tags": list(row.tags),
        "assignee": row.assignee,
        "due": row.due,
        "is_unread": row.is_unread,
        "is_deleted": row.is_deleted,
    }


def version(row: VersionRow) -> Shape:
    """Give one version of an article, without its text."""
    return {
        "id": public_id(Kind.VERSION, row.id),
        "number": row.number,
        "captured": moment(row.captured_at),
        "captured_from": row.captured_from,
        "captured_by": row.captured_by,
        "text_sha256": row.text_hash,
        "words": row.word_count,
        "tool": row.tool,
        "original_sha256": row.original_sha256,
        "original_name": row.original_name,
        "original_bytes": row.original_size,
        "media_type": row.media_type,
        "pages": row.page_count,
    }


def block(one: Block) -> Shape:
    """Give one block; offsets are code points of the text."""
    return {
        "kind": one.kind.value,
        "start": one.start,
        "end": one.end,
        "level": one.level,
        "page": one.page,
        "row": one.row,
        "column": one.column,
    }


def coverage(found: Coverage) -> Shape:
    """Give what of a text has been dealt with, in sentences."""
    return {
        "sentences": found.total,
        "claimed": found.count(SentenceState.CLAIMED),
        "struck": found.count(SentenceState.STRUCK),
        "open": found.count(SentenceState.OPEN),
        "percent": found.percent,
    }


def whole_article(detail: ArticleDetail, shown: VersionRow, text: str, blocks: tuple[Block, ...]) -> Shape:
    """Give an article with the text of one version."""
    return {
        **article(detail.row),
        "url": detail.canonical_url,
        "version": version(shown),
        "all_versions": [version(row) for row in detail.versions],
        "text": text,
        "blocks": [block(one) for one in blocks],
    }


def anchor(place: Anchor | None) -> Shape | None:
    """Give a place in a version as W3C selectors have it."""
    if place is None:
        return None
    return {
        "exact": place.exact,
        "prefix": place.prefix,
        "suffix": place.suffix,
        "start": place.start,
        "end": place.end,
    }


def claim(row: ClaimRow) -> Shape:
    """Give a line of the claims list."""
    return {
        "id": public_id(Kind.CLAIM, row.id),
        "kind": Kind.CLAIM.value,
        "number": row.number,
        "article": public_id(Kind.ARTICLE, row.article_id),
        "title": row.article_title,
        "version": public_id(Kind.VERSION, row.version_id),
        "quote": row.anchor.exact,
        "anchor": anchor(row.anchor),
        "state": row.state.value,
        "statement": row.statement,
        "claimant": row.claimant,
        "claim_kind": row.kind.value,
        "status": row.status.value,
        "verdict": row.verdict,
        "risk": row.risk.value,
        "assignee": row.assignee,
        "reviewer": row.reviewer,
        "due": row.due,
        "tags": list(row.tags),
        "evidence_count": row.evidence_count,
        "changed": moment(row.changed_at),
        "is_deleted": row.is_deleted,
    }


def whole_claim(detail: ClaimDetail) -> Shape:
    """Give a claim with its rationale, evidence and notes."""
    return {
        **claim(detail.row),
        "said_when": detail.said_when,
        "said_where": detail.said_where,
        "rationale": detail.rationale,
        "wording": detail.wording,
        "wording_answer": detail.wording_answer.value,
        "created": moment(detail.created_at),
        "created_by": detail.created_by,
        "evidence": [evidence(row) for row in detail.evidence],
        "notes": [note(row) for row in detail.notes],
    }


def note(row: NoteRow) -> Shape:
    """Give a note."""
    return {
        "id": public_id(Kind.NOTE, row.id),
        "text": row.text,
        "author": row.author,
        "written": moment(row.written_at),
    }


def whole_note(row: NoteRow) -> Shape:
    """Give a note with the thing it is on."""
    return {**note(row), "kind": Kind.NOTE.value, "on": public_id(Kind(row.kind), row.owner_id)}


def evidence(row: EvidenceRow) -> Shape:
    """Give a piece of evidence."""
    return {
        "id": public_id(Kind.EVIDENCE, row.id),
        "kind": Kind.EVIDENCE.value,
        "claim": public_id(Kind.CLAIM, row.claim_id),
        "source": public_id(Kind.SOURCE, row.source_id),
        "title": row.source_title,
        "article": named(Kind.ARTICLE, row.source_article_id),
        "version": named(Kind.VERSION, row.version_id),
        "stance": row.stance.value,
        "passage": row.passage,
        "anchor": anchor(row.anchor),
        "state": row.state.value,
        "locator": row.locator,
        "reliability": row.reliability.value if row.reliability else None,
        "credibility": row.credibility.value if row.credibility else None,
        "note": row.note,
        "calculation": calculation(row.calculation),
        "linked": moment(row.linked_at),
        "linked_by": row.linked_by,
    }


def calculation(done: Calculation | None) -> Shape | None:
    """Give how a number was worked out."""
    if done is None:
        return None
    return {
        "question": done.question,
        "inputs": [
            {
                "name": one.name,
                "label": one.label,
                "value": one.value,
                "unit": one.unit,
                "source": named(Kind.SOURCE, one.source_id),
            }
            for one in done.inputs
        ],
        "expression": done.expression,
        "result": done.result,
        "unit": done.unit,
    }


def source(row: SourceRow) -> Shape:
    """Give a line of the sources list."""
    citation = row.citation
    return {
        "id": public_id(Kind.SOURCE, row.id),
        "kind": Kind.SOURCE.value,
        "title": citation.title,
        "type": citation.type.value,
        "author": citation.author,
        "container": citation.container,
        "publisher": citation.publisher,
        "issued": citation.issued,
        "pages": citation.pages,
        "url": citation.url,
        "accessed": citation.accessed,
        "place": citation.place,
        "number": citation.number,
        "level": row.level.value,
        "reliability": row.reliability.value if row.reliability else None,
        "is_confidential": row.is_confidential,
        "article": named(Kind.ARTICLE, row.article_id),
        "claims": row.claim_count,
        "changed": moment(row.changed_at),
        "is_deleted": row.is_deleted,
    }


def whole_source(detail: SourceDetail) -> Shape:
    """Give a source with the claims it bears on and its contact log."""
    return {
        **source(detail.row),
        "uses": [use(one) for one in detail.uses],
        "contacts": [contact(row) for row in detail.contacts],
        "original_name": detail.original_name,
        "original_sha256": detail.original_sha256,
        "original_bytes": detail.original_size,
    }


def use(one: SourceUse) -> Shape:
    """Give a claim that a source bears on."""
    return {
        "evidence": public_id(Kind.EVIDENCE, one.evidence_id),
        "claim": public_id(Kind.CLAIM, one.claim_id),
        "article": public_id(Kind.ARTICLE, one.article_id),
        "statement": one.statement,
        "verdict": one.verdict,
        "stance": one.stance,
        "credibility": one.credibility or None,
    }


def contact(row: ContactRow) -> Shape:
    """Give one try to reach a source."""
    return {
        "id": public_id(Kind.CONTACT, row.id),
        "at": moment(row.at),
        "channel": row.channel.value,
        "who": row.who,
        "outcome": row.outcome.value,
        "answer": row.answer,
        "by": row.by,
    }


def memo(row: MemoRow) -> Shape:
    """Give an exported memo."""
    return {
        "id": public_id(Kind.MEMO, row.id),
        "kind": Kind.MEMO.value,
        "article": public_id(Kind.ARTICLE, row.article_id),
        "title": row.article_title,
        "version": public_id(Kind.VERSION, row.version_id),
        "for": row.recipient,
        "made": moment(row.made_at),
        "made_by": row.made_by,
        "path": row.path,
        "sha256": row.sha256,
        "claims": [public_id(Kind.CLAIM, number) for number in row.claim_ids],
        "changed_claims": [public_id(Kind.CLAIM, number) for number in row.changed_claims],
    }


def person(row: PersonRow) -> Shape:
    """Give a person."""
    return {
        "id": public_id(Kind.PERSON, row.id),
        "kind": Kind.PERSON.value,
        "title": row.name,
        "aliases": list(row.aliases),
        "function": row.title,
        "role": row.role.value,
    }


def event(row: EventRow) -> Shape:
    """Give a line of the history."""
    return {
        "number": row.id,
        "at": moment(row.at),
        "who": row.who,
        "verb": row.verb,
        "subject": row.subject,
        "summary": row.summary,
        "hash": row.hash,
        "is_undone": row.is_undone,
    }


def problem(one: Problem) -> Shape:
    """Give something `check` found."""
    return {"kind": one.kind, "id": one.id, "sentence": one.sentence}


def changed(name: str, changes: Changes) -> Shape:
    """Give what a verb did: the thing it was asked for, the history line, and every thing it touched."""
    return {
        "id": name,
        "verb": changes.verb.value,
        "event": changes.event,
        "touched": sorted(public_id(kind, one) for kind, ids in changes.ids.items() if kind in PREFIXES for one in ids),
    }
