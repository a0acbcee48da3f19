"""Verbs and queries on claims."""

from __future__ import annotations

from factdesk.claims import anchoring, guessing, sentences
from factdesk.claims.anchoring import find_quote
from factdesk.library.group import Group
from factdesk.library.quoting import the_one_place
from factdesk.model.changes import Changes
from factdesk.model.enums import ClaimKind
from factdesk.model.ids import ArticleId, ClaimId, VersionId
from factdesk.model.values.articles import VersionText
from factdesk.model.values.claims import ClaimDetail, ClaimPatch, ClaimRow
from factdesk.model.values.scopes import ClaimScope
from factdesk.model.values.text import Span
from factdesk.model.verbs import Verb


class Claims(Group):
    """`library.claims`."""

    def of_version(self, version_id: VersionId) -> tuple[ClaimRow, ...]:
        """List the claims that have a place in a version, in the order of the text."""
        with self._read() as stores:
            return stores.claims.of_version(version_id)

    def rows(self, scope: ClaimScope = ClaimScope()) -> tuple[ClaimRow, ...]:  # noqa: B008  (frozen)
        """List the claims of a scope."""
        with self._read() as stores:
            return stores.claims.rows(scope)

    def detail(self, claim_id: ClaimId) -> ClaimDetail:
        """Give a claim with its evidence and notes; NotFoundError when there is none."""
        with self._read() as stores:
            return stores.claims.detail(claim_id)

    def mark(self, version_id: VersionId, span: Span, *, kind: ClaimKind | None = None) -> Changes:
        """Make words of a version a claim.

        `kind` None: guessed from the words, as is the claimant when the text names one plainly; InputError when the
        span holds no words.
        """
        with self._read() as stores:
            text = stores.versions.text(version_id)
        return self._mark(text, span, kind)

    def mark_quote(self, article_id: ArticleId, exact: str, *, kind: ClaimKind | None = None) -> Changes:
        """Make a quotation of an article's newest version a claim.

        NotFoundError when the words are not there, ConflictError when they are there more than once; both name the
        nearest places in their hint.
        """
        with self._read() as stores:
            version = stores.articles.detail(article_id).latest
            text = stores.versions.text(version.id)
        span = the_one_place(text, exact, find_quote(text.content.text, exact))
        return self._mark(text, span, kind)

    def edit(self, claim_id: ClaimId, patch: ClaimPatch, *, group: str = "") -> Changes:
        """Change fields of a claim. Edits that follow each other with the same `group` undo as one."""
        verb = Verb.EDIT_CLAIM
        if patch.verdict is not None:
            verb = Verb.SET_VERDICT
        elif patch.status is not None:
            verb = Verb.SET_STATUS
        with self._begin(verb, group) as unit:
            unit.claims.patch(claim_id, patch)
        return unit.changes

    def delete(self, claim_id: ClaimId) -> Changes:
        """Put a claim into the trash."""
        with self._begin(Verb.DELETE_CLAIM) as unit:
            unit.claims.delete(claim_id)
        return unit.changes

    def restore(self, claim_id: ClaimId) -> Changes:
        """Take a claim out of the trash."""
        with self._begin(Verb.RESTORE) as unit:
            unit.claims.restore(claim_id)
        return unit.changes

    def _mark(self, text: VersionText, span: Span, kind: ClaimKind | None) -> Changes:
        content = text.content
        anchor = anchoring.anchor(content.text, span)
        known = kind or guessing.guess_kind(anchor.exact, _sentence_of(text, anchor.span), text.language)
        claimant = guessing.guess_claimant(content, anchor.span, text.language)
        with self._begin(Verb.MARK_CLAIM) as unit:
            unit.claims.add(text.version.id, anchor, kind=known, claimant=claimant)
        return unit.changes


def _sentence_of(text: VersionText, span: Span) -> str:
    """Give the sentence, or the sentences, that the words stand in."""
    around = [each for each in sentences.sentences(text.content, text.language) if each.overlaps(span)]
    if not around:
        return text.content.text[span.start : span.end]
    return text.content.text[around[0].start : around[-1].end]
