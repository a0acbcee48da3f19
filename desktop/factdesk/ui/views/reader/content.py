"""What the reader shows of one version: read in one go on a lane, shown as marks and a head."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factdesk.library.library import Library
from factdesk.model.enums import AnchorState, Kind, SentenceState
from factdesk.model.ids import ArticleId, VersionId, public_id
from factdesk.model.values.articles import ArticleDetail, VersionText
from factdesk.model.values.claims import ClaimRow
from factdesk.model.values.desk import Scale
from factdesk.model.values.evidence import EvidenceRow
from factdesk.model.values.text import Coverage, Sentence, StrikeRow
from factdesk.ui.formats import date_time, partial_date
from factdesk.ui.widgets.labels import short_hash
from factdesk.ui.widgets.page.head import Head, HeadItem
from factdesk.ui.widgets.page.marks import Mark, MarkKind, MarkSet
from factdesk.words import _


@dataclass(frozen=True, slots=True)
class ReaderContent:
    """An article, one version of it, and everything anchored there; `coverage` is read only where it is shown."""

    article: ArticleDetail
    text: VersionText
    claims: tuple[ClaimRow, ...]
    strikes: tuple[StrikeRow, ...]
    evidence: tuple[EvidenceRow, ...]
    coverage: Coverage | None
    scale: Scale
    marks: MarkSet

    @property
    def is_latest(self) -> bool:
        """Whether this is the newest version, the only one that is worked on."""
        return self.text.version.id == self.article.latest.id

    def claim(self, claim_id: int | None) -> ClaimRow | None:
        """Find a claim by its id."""
        return next((row for row in self.claims if row.id == claim_id), None)

    def look(self, verdict: str) -> str:
        """Give the look of a rating key."""
        rating = self.scale.rating(verdict)
        return rating.look if rating else "none"


def read_content(
    library: Library, article_id: int, version_id: int | None, *, with_coverage: bool = False
) -> ReaderContent:
    """Read one version, the newest when none is named; runs on a lane."""
    article = library.articles.detail(ArticleId(article_id))
    version = VersionId(version_id if version_id is not None else article.latest.id)
    content = ReaderContent(
        article,
        library.articles.text(version),
        library.claims.of_version(version),
        library.coverage.strikes(version),
        library.evidence.of_version(version),
        library.coverage.of_version(version) if with_coverage else None,
        library.desk.scale(),
        MarkSet(),
    )
    return replace(content, marks=MarkSet([*claim_marks(content), *coverage_marks(content)]))


def head_of(content: ReaderContent) -> Head:
    """Build the lines over the text: outlet, author, date; headline; version, seal, address."""
    row, version = content.article.row, content.text.version
    kicker = [words for words in (row.outlet, ", ".join(row.authors), partial_date(row.published)) if words]
    total = len(content.article.versions)
    meta = [
        HeadItem(
            "history",
            _("Version {number} of {total} · {when}").format(
                number=version.number, total=total, when=date_time(version.captured_at)
            ),
            key="versions",
        ),
        HeadItem("shield-check", _("Original sealed"), key="original"),
        HeadItem("", short_hash(version.original_sha256), key="original", is_hash=True),
    ]
    if content.article.canonical_url:
        host = content.article.canonical_url.split("//")[-1].split("/")[0]
        meta.append(HeadItem("link", host.removeprefix("www."), key="address"))
    return Head(kicker=tuple(kicker), headline=row.title, meta=tuple(meta))


def claim_marks(content: ReaderContent) -> list[Mark]:
    """Give the marks of the claims and of the evidence that quotes this text."""
    marks = [
        Mark(
            public_id(Kind.CLAIM, row.id),
            row.anchor.span,
            MarkKind.VERDICT,
            look=content.look(row.verdict),
            number=row.number,
            label=_claim_label(content, row),
        )
        for row in content.claims
        if row.state is AnchorState.ANCHORED
    ]
    marks += [
        Mark(
            public_id(Kind.EVIDENCE, row.id),
            row.anchor.span,
            MarkKind.EVIDENCE,
            look=row.stance.value,
            label=row.passage,
        )
        for row in content.evidence
        if row.anchor is not None
    ]
    return marks


def coverage_marks(content: ReaderContent) -> list[Mark]:
    """Give what coverage mode adds: struck words grey, open sentences between corners."""
    if content.coverage is None:
        return []
    marks = [
        Mark(public_id(Kind.STRIKE, row.id), row.anchor.span, MarkKind.STRUCK, label=_("Nothing to check"))
        for row in content.strikes
    ]
    marks += [open_mark(sentence) for sentence in content.coverage.sentences if sentence.state is SentenceState.OPEN]
    return marks


def open_mark(sentence: Sentence, *, is_current: bool = False) -> Mark:
    """Give the mark of an open sentence."""
    words = _("Sentence {number} is open").format(number=sentence.number)
    return Mark(f"open-{sentence.number}", sentence.span, MarkKind.OPEN, label=words, is_current=is_current)


def _claim_label(content: ReaderContent, row: ClaimRow) -> str:
    rating = content.scale.rating(row.verdict)
    verdict = _(rating.name) if rating else _("No verdict")
    return _("Claim {number}. Verdict {verdict}.").format(number=row.number, verdict=verdict)
