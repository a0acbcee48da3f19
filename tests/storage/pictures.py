"""Everything a reader can see of a library, for comparing two moments."""

from __future__ import annotations

from typing import Any

from factdesk.model.enums import Kind
from factdesk.model.values.scopes import ArticleScope, ClaimScope
from factdesk.storage.stores import Stores

OWNERS = (Kind.ARTICLE, Kind.CLAIM, Kind.SOURCE)


def picture(stores: Stores) -> dict[str, Any]:
    """Read all that is in sight (the trash is not: what was made and undone lies there)."""
    articles = stores.articles.rows(ArticleScope())
    versions = [row for article in articles for row in stores.versions.of_article(article.id)]
    claims = stores.claims.rows(ClaimScope())
    sources = stores.sources.rows()
    return {
        "articles": articles,
        "texts": [stores.versions.text(version.id) for version in versions],
        "claims": {claim.id: stores.claims.detail(claim.id) for claim in claims},
        "places": [stores.anchors.of_version(one.id, kind) for one in versions for kind in (Kind.CLAIM, Kind.STRIKE)],
        "marks": [stores.claims.of_version(version.id) for version in versions],
        "strikes": [stores.strikes.of_version(version.id) for version in versions],
        "passages": [stores.evidence.of_version(version.id) for version in versions],
        "sources": {source.id: stores.sources.detail(source.id) for source in sources},
        "notes": [
            stores.notes.of(kind, row.id)
            for kind, rows in ((Kind.ARTICLE, articles), (Kind.CLAIM, claims), (Kind.SOURCE, sources))
            for row in rows
        ],
        "tags": [tag.name for tag in stores.tags.rows()],
        "people": stores.desk.people(),
        "scale": stores.scales.default(),
        "counts": _counts(stores),
        "words": [
            one for kind in OWNERS for one in stores.searchables.documents(kind, range(1, 50)) if not one.is_deleted
        ],
    }


def _counts(stores: Stores) -> list[int]:
    counts = stores.counting.counts("Olena", "2026-03-02")
    return [counts.articles, counts.drafts, counts.unread, counts.sources, counts.claims, counts.open_claims]
