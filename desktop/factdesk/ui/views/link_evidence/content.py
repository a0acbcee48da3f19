"""What linking needs of a claim and of a source, each read in one go on a lane."""

from __future__ import annotations

from dataclasses import dataclass

from factdesk.library.library import Library
from factdesk.model.enums import AnchorState, Kind, Stance
from factdesk.model.ids import ArticleId, ClaimId, SourceId, VersionId, public_id
from factdesk.model.values.articles import ArticleDetail, VersionText
from factdesk.model.values.claims import ClaimDetail, ClaimRow
from factdesk.model.values.desk import Scale
from factdesk.model.values.evidence import EvidenceRow
from factdesk.model.values.sources import SourceDetail, SourceRow
from factdesk.ui.formats import partial_date
from factdesk.ui.widgets.page.head import Head
from factdesk.ui.widgets.page.marks import Mark, MarkKind


@dataclass(frozen=True, slots=True)
class LinkContent:
    """A claim, the text it stands in with the claims around it, and the sources that are near at hand."""

    claim: ClaimDetail
    article: ArticleDetail
    text: VersionText
    around: tuple[ClaimRow, ...]
    scale: Scale
    sources: tuple[SourceRow, ...]

    def count(self, stance: Stance) -> int:
        """Count the claim's evidence of a stance."""
        return sum(row.stance is stance for row in self.claim.evidence)

    def marks(self) -> list[Mark]:
        """Give the marks of the claims; the one to link is the selected one."""
        return [
            Mark(public_id(Kind.CLAIM, row.id), row.anchor.span, MarkKind.VERDICT, look=self._look(row.verdict))
            for row in self.around
            if row.state is AnchorState.ANCHORED
        ]

    def _look(self, verdict: str) -> str:
        rating = self.scale.rating(verdict)
        return rating.look if rating else "none"


@dataclass(frozen=True, slots=True)
class SourceContent:
    """A source, with its text when it is filed, and the evidence that quotes it."""

    detail: SourceDetail
    text: VersionText | None
    evidence: tuple[EvidenceRow, ...]

    def head(self) -> Head:
        """Give the lines over the text."""
        citation = self.detail.row.citation
        author = citation.author or citation.container or citation.publisher
        parts = [part for part in (author, partial_date(citation.issued)) if part]
        return Head(kicker=tuple(parts), headline=citation.title)

    def marks(self) -> list[Mark]:
        """Give the marks of the evidence that quotes the text."""
        return [
            Mark(public_id(Kind.EVIDENCE, row.id), row.anchor.span, MarkKind.EVIDENCE, look=row.stance.value)
            for row in self.evidence
            if row.anchor is not None
        ]


def read_claim(library: Library, claim_id: int) -> LinkContent:
    """Read a claim to be linked, with the sources that are near at hand."""
    claim = library.claims.detail(ClaimId(claim_id))
    article = library.articles.detail(ArticleId(claim.row.article_id))
    version = VersionId(claim.row.version_id)
    around = library.claims.of_version(version)
    near = library.sources.near(ClaimId(claim_id), version)
    return LinkContent(claim, article, library.articles.text(version), around, library.desk.scale(), near)


def read_source(library: Library, source_id: int, version_id: int | None) -> SourceContent:
    """Read a source and the version of it that is wanted, the newest when none is."""
    detail = library.sources.detail(SourceId(source_id))
    if detail.row.article_id is None:
        return SourceContent(detail, None, ())
    latest = library.articles.detail(ArticleId(detail.row.article_id)).latest.id
    version = VersionId(version_id if version_id is not None else latest)
    return SourceContent(detail, library.articles.text(version), library.evidence.of_version(version))
