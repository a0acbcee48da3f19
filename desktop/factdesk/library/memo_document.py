"""Builds the memo's document: everything a format needs, from one read of the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from factdesk.export.document import (
    MemoCalculation,
    MemoClaim,
    MemoContact,
    MemoDocument,
    MemoEvidence,
    MemoInput,
    MemoPlace,
    MemoRating,
    MemoRequest,
    MemoSigner,
    MemoSource,
)
from factdesk.library.coverage import coverage_of
from factdesk.library.memo_history import memo_history
from factdesk.model.enums import Kind, Status
from factdesk.model.ids import public_id
from factdesk.model.values.articles import ArticleDetail, VersionText
from factdesk.model.values.claims import ClaimDetail, ClaimRow
from factdesk.model.values.desk import Scale
from factdesk.model.values.evidence import Calculation, EvidenceRow
from factdesk.model.values.sources import ContactRow, SourceRow
from factdesk.storage.stores import Stores
from factdesk.words import catalogue


@dataclass(frozen=True, slots=True)
class MemoMaking:
    """Who makes a memo, when, in which library, and the number it will have."""

    number: int
    library: str
    who: str
    at: datetime


def build_document(stores: Stores, request: MemoRequest, making: MemoMaking) -> MemoDocument:
    """Read an article's newest version with its claims and lay the memo out as plain values."""
    article = stores.articles.detail(request.article_id)
    text = stores.versions.text(article.latest.id)
    rows = [
        row
        for row in stores.claims.of_version(text.version.id)
        if request.claim_ids is None or row.id in request.claim_ids
    ]
    builder = _Builder(stores, request, text, rows)
    coverage = coverage_of(stores, text.version.id)
    line, line_hash = stores.history.last()
    return MemoDocument(
        public_id=public_id(Kind.MEMO, making.number),
        library=making.library,
        title=article.row.title,
        made_at=making.at.astimezone(),
        language=request.language,
        made_by=making.who,
        recipient=request.recipient,
        article_public_id=public_id(Kind.ARTICLE, article.row.id),
        article_language=text.language,
        outlet=article.row.outlet,
        authors=article.row.authors,
        published=article.row.published,
        version=text.version.number,
        version_count=len(article.versions),
        captured_at=text.version.captured_at.astimezone(),
        link=article.canonical_url,
        original_name=text.version.original_name,
        original_sha256=text.version.original_sha256,
        text_sha256=text.version.text_hash,
        checkers=_names(row.assignee for row in rows) or (making.who,),
        reviewers=_names(row.reviewer for row in rows),
        coverage_percent=coverage.percent,
        sentences_covered=coverage.covered,
        sentences=coverage.total,
        in_short=request.in_short,
        claims=builder.claims(),
        sources=builder.sources(),
        ratings=builder.ratings(),
        signers=_signers(article, rows, making.who),
        history=memo_history(stores, article.row.id, text.version.id, [row.id for row in rows], request.language),
        history_line=line,
        history_hash=line_hash,
        includes=request.includes,
    )


class _Builder:
    """Numbers sources by first use while it lays the claims out."""

    def __init__(self, stores: Stores, request: MemoRequest, text: VersionText, rows: Sequence[ClaimRow]) -> None:
        ids = frozenset(row.id for row in rows)
        self._text = text
        self._rows = rows
        self._translate = catalogue(request.language).gettext
        self._scale: Scale = stores.scales.default()
        self._details: Mapping[int, ClaimDetail] = stores.claims.details(ids)
        self._evidence: dict[int, list[EvidenceRow]] = {}
        for one in stores.evidence.of_claims(ids):
            self._evidence.setdefault(one.claim_id, []).append(one)
        used = list(dict.fromkeys(one.source_id for row in rows for one in self._evidence.get(row.id, [])))
        self._numbers = {source_id: at for at, source_id in enumerate(used, start=1)}
        known = frozenset(used)
        self._sources = {row.id: row for row in stores.sources.by_ids(known)}
        self._contacts = stores.contacts.of_sources(known)
        filed = {row.article_id for row in self._sources.values() if row.article_id is not None}
        self._originals = stores.versions.latest_of(frozenset(filed))
        self._languages = {row.id: row.language for row in stores.articles.by_ids(frozenset(filed))}

    def claims(self) -> tuple[MemoClaim, ...]:
        """Lay the claims out in the order of the text."""
        return tuple(self._claim(row) for row in self._rows)

    def ratings(self) -> tuple[MemoRating, ...]:
        """Give the desk's scale, in the memo's words where they are ours."""
        return tuple(
            MemoRating(one.key, self._translate(one.name), one.look, self._translate(one.definition))
            for one in self._scale.ratings
        )

    def sources(self) -> tuple[MemoSource, ...]:
        """Give the numbered list of sources."""
        return tuple(self._source(self._sources[one], number) for one, number in self._numbers.items())

    def _source(self, row: SourceRow, number: int) -> MemoSource:
        version = self._originals.get(row.article_id) if row.article_id is not None else None
        return MemoSource(
            number=number,
            citation=row.citation,
            public_id=public_id(Kind.SOURCE, row.id),
            language=self._languages.get(row.article_id or 0, ""),
            sha256=version.original_sha256 if version else "",
            captured_at=version.captured_at.astimezone() if version else None,
            level=row.level,
            reliability=row.reliability,
            is_confidential=row.is_confidential,
            claims=tuple(
                claim.number
                for claim in self._rows
                if any(one.source_id == row.id for one in self._evidence.get(claim.id, []))
            ),
        )

    def _claim(self, row: ClaimRow) -> MemoClaim:
        detail = self._details[row.id]
        rating = self._scale.rating(row.verdict)
        return MemoClaim(
            number=row.number,
            public_id=public_id(Kind.CLAIM, row.id),
            quotation=row.anchor.exact,
            language=self._text.language,
            statement=row.statement,
            claimant=row.claimant,
            said_when=detail.said_when,
            said_where=detail.said_where,
            kind=row.kind,
            place=self._place(row),
            checker=row.assignee or detail.created_by,
            checked_at=row.changed_at.astimezone(),
            reviewer=row.reviewer,
            due=row.due,
            verdict=MemoRating(rating.key, self._translate(rating.name), rating.look) if rating else None,
            is_done=row.status is Status.DONE,
            risk=row.risk,
            rationale=detail.rationale,
            wording=detail.wording,
            wording_answer=detail.wording_answer,
            evidence=tuple(self._evidence_of(one) for one in self._evidence.get(row.id, [])),
            contacts=self._contacts_of(row),
        )

    def _evidence_of(self, one: EvidenceRow) -> MemoEvidence:
        source = self._sources[one.source_id]
        version = self._originals.get(source.article_id) if source.article_id is not None else None
        return MemoEvidence(
            stance=one.stance,
            source=self._numbers[one.source_id],
            passage=one.passage,
            language=self._languages.get(source.article_id or 0, ""),
            locator=one.locator,
            link="" if source.is_confidential else source.citation.url,
            reliability=source.reliability,
            credibility=one.credibility,
            sha256=version.original_sha256 if version else "",
            note=one.note,
            calculation=self._calculation(one.calculation),
        )

    def _calculation(self, one: Calculation | None) -> MemoCalculation | None:
        if one is None:
            return None
        inputs = tuple(
            MemoInput(each.name, each.label, each.value, each.unit, self._numbers.get(each.source_id or 0, 0))
            for each in one.inputs
        )
        return MemoCalculation(one.question, inputs, one.expression, one.result, one.unit)

    def _contacts_of(self, row: ClaimRow) -> tuple[MemoContact, ...]:
        mine = {one.source_id for one in self._evidence.get(row.id, [])}
        return tuple(self._contact(one) for one in self._contacts if one.source_id in mine)

    def _contact(self, one: ContactRow) -> MemoContact:
        number = self._numbers.get(one.source_id, 0)
        return MemoContact(one.at.astimezone(), one.channel, one.who, one.outcome, one.answer, one.by, number)

    def _place(self, row: ClaimRow) -> MemoPlace | None:
        """Count the blocks of the kind the words stand in, up to where they start."""
        blocks = self._text.content.blocks
        mine = next((block for block in blocks if block.start <= row.anchor.start < block.end), None)
        if mine is None:
            return None
        number = sum(block.kind is mine.kind for block in blocks[: blocks.index(mine) + 1])
        return MemoPlace(self._text.version.number, mine.kind, number, mine.page)


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _signers(article: ArticleDetail, rows: Sequence[ClaimRow], who: str) -> tuple[MemoSigner, ...]:
    """Give the lines to sign on: a checker, and a reviewer whose name may not be known yet."""
    checkers = _names(row.assignee for row in rows) or (article.row.assignee or who,)
    reviewers = _names(row.reviewer for row in rows) or ("",)
    return (MemoSigner(checkers[0]), MemoSigner(reviewers[0]))
