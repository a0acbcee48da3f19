"""Verbs and queries on sources and the log of contacts with them."""

from __future__ import annotations

from factdesk.export.citations import cite
from factdesk.library.group import Group
from factdesk.model.changes import Changes
from factdesk.model.enums import SourceType
from factdesk.model.ids import ArticleId, ClaimId, ContactId, SourceId, VersionId
from factdesk.model.values.articles import ArticleDetail
from factdesk.model.values.sources import (
    Citation,
    ContactDraft,
    SourceDetail,
    SourceDraft,
    SourcePatch,
    SourceRow,
)
from factdesk.model.verbs import Verb

LATEST_NEAR = 3
"""Sources offered to a claim when nothing near it has one yet."""


class Sources(Group):
    """`library.sources`."""

    def rows(self, *, trash: bool = False) -> tuple[SourceRow, ...]:
        """List sources, last changed first."""
        with self._read() as stores:
            return stores.sources.rows(trash=trash)

    def near(self, claim_id: ClaimId, version_id: VersionId) -> tuple[SourceRow, ...]:
        """List the sources near at hand for a claim.

        Its own come first, then those of the other claims of this version; with none of them, those last changed.
        """
        with self._read() as stores:
            claims = [claim_id, *(row.id for row in stores.claims.of_version(version_id) if row.id != claim_id)]
            used: dict[int, list[int]] = {}
            for one in stores.evidence.of_claims(frozenset(claims)):
                used.setdefault(one.claim_id, []).append(one.source_id)
            order = list(dict.fromkeys(source for claim in claims for source in used.get(claim, [])))
            if not order:
                return stores.sources.rows()[:LATEST_NEAR]
            by_id = {row.id: row for row in stores.sources.by_ids(frozenset(order)) if not row.is_deleted}
        return tuple(by_id[source] for source in order if source in by_id)

    def detail(self, source_id: SourceId) -> SourceDetail:
        """Give a source with its uses and contacts; NotFoundError when there is none."""
        with self._read() as stores:
            return stores.sources.detail(source_id)

    def of_article(self, article_id: ArticleId) -> SourceRow | None:
        """Give the source that is this article, or None."""
        with self._read() as stores:
            return stores.sources.of_article(article_id)

    def cite(self, citation: Citation) -> str:
        """Write a citation on one line in the language now spoken."""
        return cite(citation)

    def add(self, draft: SourceDraft) -> Changes:
        """Add a source."""
        with self._begin(Verb.ADD_SOURCE) as unit:
            unit.sources.add(draft)
        return unit.changes

    def from_article(self, article_id: ArticleId) -> Changes:
        """Make a filed article a source, its citation filled in from what filing found."""
        with self._begin(Verb.ADD_SOURCE) as unit:
            article = unit.articles.detail(article_id)
            unit.sources.add(SourceDraft(citation_of(article), article_id=article_id))
        return unit.changes

    def edit(self, source_id: SourceId, patch: SourcePatch, *, group: str = "") -> Changes:
        """Change fields of a source. Edits that follow each other with the same `group` undo as one."""
        with self._begin(Verb.EDIT_SOURCE, group) as unit:
            unit.sources.patch(source_id, patch)
        return unit.changes

    def delete(self, source_id: SourceId) -> Changes:
        """Put a source into the trash; its evidence keeps standing with its claims."""
        with self._begin(Verb.DELETE_SOURCE) as unit:
            unit.sources.delete(source_id)
        return unit.changes

    def restore(self, source_id: SourceId) -> Changes:
        """Take a source out of the trash."""
        with self._begin(Verb.RESTORE) as unit:
            unit.sources.restore(source_id)
        return unit.changes

    def log_contact(self, draft: ContactDraft) -> Changes:
        """Log one try to reach a source."""
        with self._begin(Verb.LOG_CONTACT) as unit:
            unit.contacts.add(draft)
        return unit.changes

    def delete_contact(self, contact_id: ContactId) -> Changes:
        """Put a line of the log into the trash."""
        with self._begin(Verb.DELETE_CONTACT) as unit:
            unit.contacts.delete(contact_id)
        return unit.changes


def citation_of(article: ArticleDetail) -> Citation:
    """Fill a citation in from a filed article."""
    row, latest = article.row, article.latest
    is_page = bool(article.canonical_url)
    kind = SourceType.DOCUMENT
    if row.outlet:
        kind = SourceType.ARTICLE
    elif is_page:
        kind = SourceType.WEBPAGE
    return Citation(
        type=kind,
        title=row.title,
        author="; ".join(row.authors),
        container=row.outlet,
        issued=row.published,
        url=article.canonical_url,
        accessed=latest.captured_at.date().isoformat() if is_page else "",
    )
