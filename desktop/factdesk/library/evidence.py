"""Verbs and queries on evidence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factdesk.claims import anchoring, arithmetic
from factdesk.claims.anchoring import find_quote
from factdesk.claims.numbers import parse_number
from factdesk.errors import InputError, NotFoundError
from factdesk.library.group import Group
from factdesk.library.quoting import the_one_place
from factdesk.model.changes import Changes
from factdesk.model.enums import Credibility, Kind, Stance
from factdesk.model.ids import ClaimId, EvidenceId, SourceId, VersionId, public_id
from factdesk.model.values.articles import VersionText
from factdesk.model.values.evidence import Calculation, EvidenceDraft, EvidencePatch, EvidenceRow
from factdesk.model.values.text import Span
from factdesk.model.verbs import Verb
from factdesk.words import _


class Evidences(Group):
    """`library.evidence`."""

    def of_claim(self, claim_id: ClaimId) -> tuple[EvidenceRow, ...]:
        """List the evidence of a claim in the order it was linked."""
        with self._read() as stores:
            return stores.evidence.of_claim(claim_id)

    def of_version(self, version_id: VersionId) -> tuple[EvidenceRow, ...]:
        """List the evidence that quotes a version, in the order of its text."""
        with self._read() as stores:
            return stores.evidence.of_version(version_id)

    def of_source(self, source_id: SourceId) -> tuple[EvidenceRow, ...]:
        """List the evidence that rests on a source, by claim."""
        with self._read() as stores:
            claims = frozenset(use.claim_id for use in stores.sources.detail(source_id).uses)
            return tuple(row for row in stores.evidence.of_claims(claims) if row.source_id == source_id)

    def row(self, evidence_id: EvidenceId) -> EvidenceRow:
        """Give one piece of evidence; NotFoundError when there is none."""
        with self._read() as stores:
            return stores.evidence.row(evidence_id)

    def link(self, draft: EvidenceDraft) -> Changes:
        """Link a claim to a source; the result of a calculation is worked out here. NotFoundError, InputError."""
        return self._link(draft)

    def link_span(
        self,
        claim_id: ClaimId,
        source_id: SourceId,
        stance: Stance,
        version_id: VersionId,
        span: Span,
        *,
        locator: str = "",
        credibility: Credibility | None = None,
        note: str = "",
    ) -> Changes:
        """Link a claim to words of the source as filed; without a locator one is worked out."""
        with self._read() as stores:
            text = stores.versions.text(version_id)
        draft = EvidenceDraft(claim_id, source_id, stance, version_id, None, "", locator, credibility, note)
        return self._link_words(draft, text, span)

    def link_draft(self, draft: EvidenceDraft, version_id: VersionId | None, span: Span | None) -> Changes:
        """Link a draft as it is, or anchored to words of the source as filed when both are given."""
        if version_id is None or span is None:
            return self._link(draft)
        with self._read() as stores:
            text = stores.versions.text(version_id)
        return self._link_words(replace(draft, version_id=version_id, passage=""), text, span)

    def link_quote(
        self,
        claim_id: ClaimId,
        source_id: SourceId,
        stance: Stance,
        exact: str,
        *,
        locator: str = "",
        credibility: Credibility | None = None,
        note: str = "",
    ) -> Changes:
        """Link a claim to a quotation of the source's newest version.

        A source that is not filed keeps the words as heard. NotFoundError or ConflictError as `claims.mark_quote`.
        """
        draft = EvidenceDraft(claim_id, source_id, stance, None, None, exact, locator, credibility, note)
        with self._read() as stores:
            article_id = stores.sources.detail(source_id).row.article_id
            text = None if article_id is None else stores.versions.text(stores.versions.latest(article_id).id)
        if text is None:
            return self._link(draft)
        span = the_one_place(text, exact, find_quote(text.content.text, exact))
        return self._link_words(replace(draft, version_id=text.version.id, passage=""), text, span)

    def work_out(self, calculation: Calculation) -> Calculation:
        """Give a calculation with its result; InputError in one sentence when it cannot be worked out."""
        return replace(calculation, result=_result(calculation))

    def edit(self, evidence_id: EvidenceId, patch: EvidencePatch, *, group: str = "") -> Changes:
        """Change fields of a piece of evidence."""
        with self._begin(Verb.EDIT_EVIDENCE, group) as unit:
            unit.evidence.patch(evidence_id, replace(patch, calculation=worked_out(patch.calculation)))
        return unit.changes

    def unlink(self, evidence_id: EvidenceId) -> Changes:
        """Put a piece of evidence into the trash."""
        with self._begin(Verb.UNLINK_EVIDENCE) as unit:
            unit.evidence.delete(evidence_id)
        return unit.changes

    def restore(self, evidence_id: EvidenceId) -> Changes:
        """Take a piece of evidence out of the trash."""
        with self._begin(Verb.RESTORE) as unit:
            unit.evidence.restore(evidence_id)
        return unit.changes

    def _link(self, draft: EvidenceDraft) -> Changes:
        with self._begin(Verb.LINK_EVIDENCE) as unit:
            unit.evidence.add(replace(draft, calculation=worked_out(draft.calculation)))
        return unit.changes

    def _link_words(self, draft: EvidenceDraft, text: VersionText, span: Span) -> Changes:
        anchor = anchoring.anchor(text.content.text, span)
        located = replace(
            draft,
            anchor=anchor,
            locator=draft.locator or locator_of(text, anchor.span),
            calculation=worked_out(draft.calculation),
        )
        with self._begin(Verb.LINK_EVIDENCE) as unit:
            source = unit.sources.detail(draft.source_id).row
            if source.article_id != text.version.article_id:
                raise NotFoundError(
                    _("{source} is not the source of these words.").format(
                        source=public_id(Kind.SOURCE, draft.source_id)
                    ),
                    hint=_("Choose the source that the text belongs to."),
                )
            unit.evidence.add(located)
        return unit.changes


def locator_of(text: VersionText, span: Span) -> str:
    """Say where words stand: the page of a PDF, the row of a table, else the paragraph by its number."""
    blocks = [block for block in text.content.blocks if block.span.overlaps(span)]
    if not blocks:
        return ""
    first = blocks[0]
    if first.page is not None:
        return _("page {number}").format(number=first.page)
    if first.row is not None:
        return _("row {number}").format(number=first.row)
    number = text.content.blocks.index(first) + 1
    return _("paragraph {number}").format(number=number)


def worked_out(calculation: Calculation | None) -> Calculation | None:
    """Work the result of a calculation out from its inputs; InputError in one sentence when that cannot be done."""
    return None if calculation is None else replace(calculation, result=_result(calculation))


def _result(calculation: Calculation) -> str:
    values: dict[str, Decimal] = {}
    for one in calculation.inputs:
        value = parse_number(one.value)
        if value is None:
            raise InputError(
                _("“{value}” of {name} is no number.").format(value=one.value, name=one.name),
                hint=_("Write it as 1250, 1,250.5 or 1.2 million."),
            )
        values[one.name] = value
    return arithmetic.format_result(arithmetic.evaluate(calculation.expression, values))
