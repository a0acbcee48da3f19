"""Two versions of a text, what differs, and where the claims of the older one went; read in one go on a lane."""

from __future__ import annotations

from dataclasses import dataclass

from factdesk.library.library import Library
from factdesk.model.enums import AnchorState, Kind
from factdesk.model.ids import ArticleId, VersionId, public_id
from factdesk.model.values.articles import ArticleDetail, VersionText
from factdesk.model.values.desk import Scale
from factdesk.model.values.text import Anchor, Span
from factdesk.model.values.versions import CarriedClaim, CarryOver, DiffKind, DiffPart
from factdesk.ui.widgets.page.marks import Mark, MarkKind
from factdesk.words import _

NEAREST_LEAST = 3


@dataclass(frozen=True, slots=True)
class CompareContent:
    """`carried` is None when the two are not the newest pair: then the texts are only compared."""

    article: ArticleDetail
    old: VersionText
    new: VersionText
    diff: tuple[DiffPart, ...]
    carried: CarryOver | None
    scale: Scale

    def look(self, claim: CarriedClaim) -> str:
        """Give the look of a claim's verdict."""
        rating = self.scale.rating(claim.verdict)
        return rating.look if rating else "none"

    def verdict_words(self, claim: CarriedClaim) -> str:
        """Give the word of a claim's verdict, "" while it has none."""
        rating = self.scale.rating(claim.verdict)
        return _(rating.name) if rating else ""

    def old_marks(self, chosen: int | None) -> list[Mark]:
        """Give what was taken out, and the claims where they stood."""
        marks = [
            Mark(f"removed-{at}", Span(part.old_start, part.old_start + len(part.text)), MarkKind.REMOVED)
            for at, part in enumerate(self.diff)
            if part.kind is DiffKind.REMOVED and part.text.strip()
        ]
        claims = self.carried.claims if self.carried else ()
        marks += [self._claim_mark(claim, claim.old.span, chosen) for claim in claims if claim.old.start >= 0]
        return marks

    def new_marks(self, chosen: int | None) -> list[Mark]:
        """Give what was put in, and the claims where they are or may be."""
        marks = [
            Mark(f"added-{at}", Span(part.new_start, part.new_start + len(part.text)), MarkKind.ADDED)
            for at, part in enumerate(self.diff)
            if part.kind is DiffKind.ADDED and part.text.strip()
        ]
        for claim in self.carried.claims if self.carried else ():
            place = claim.found.anchor or nearest_of(claim)
            if place is not None and place.start >= 0:
                marks.append(self._claim_mark(claim, place.span, chosen))
        return marks

    def _claim_mark(self, claim: CarriedClaim, span: Span, chosen: int | None) -> Mark:
        return Mark(
            public_id(Kind.CLAIM, claim.claim_id),
            span,
            MarkKind.TOUCHED,
            look=self.look(claim),
            number=claim.number,
            is_outlined=claim.found.state is not AnchorState.ANCHORED or claim.claim_id == chosen,
            is_current=claim.claim_id == chosen,
        )


def nearest_of(claim: CarriedClaim) -> Anchor | None:
    """Give the nearest words to an orphan's; a word or two in common says nothing and is left out."""
    nearest = claim.found.nearest
    return nearest if nearest is not None and len(nearest.exact.split()) >= NEAREST_LEAST else None


def read_compare(library: Library, article_id: int, old: int | None, new: int | None) -> CompareContent | None:
    """Compare two versions, the newest pair when none is named; None while there is only one. Runs on a lane."""
    article = library.articles.detail(ArticleId(article_id))
    if len(article.versions) < 2:
        return None
    newest = (article.versions[-2].id, article.versions[-1].id)
    pair = (old or newest[0], new or newest[1])
    carried = library.versions.carry_over(ArticleId(article_id)) if pair == newest else None
    diff = carried.diff if carried else library.versions.compare(VersionId(pair[0]), VersionId(pair[1]))
    return CompareContent(
        article,
        library.articles.text(VersionId(pair[0])),
        library.articles.text(VersionId(pair[1])),
        diff,
        carried,
        library.desk.scale(),
    )
