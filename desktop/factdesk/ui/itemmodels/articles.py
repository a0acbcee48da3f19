"""The article list as rows of data: how it is sorted, grouped and read out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factdesk.model.values.articles import ArticleRow
from factdesk.ui.formats import partial_date, short_date
from factdesk.ui.itemmodels.rows import Caption
from factdesk.ui.labels import STATUSES
from factdesk.words import _, mark, ngettext


@dataclass(frozen=True, slots=True)
class Sorting:
    """One way to sort: an id, its words, its key, and whether the largest comes first."""

    id: str
    text: str
    key: Callable[[ArticleRow], tuple[object, ...]]
    is_falling: bool = False


SORTINGS = (
    Sorting("newest", mark("Newest"), lambda row: (row.published or row.filed_at.isoformat(), row.id), is_falling=True),
    Sorting("oldest", mark("Oldest"), lambda row: (row.published or row.filed_at.isoformat(), row.id)),
    Sorting("filed", mark("Last filed"), lambda row: (row.filed_at, row.id), is_falling=True),
    Sorting("title", mark("Title"), lambda row: (row.title.casefold(), row.id)),
    Sorting("outlet", mark("Outlet"), lambda row: (row.outlet.casefold(), row.title.casefold())),
    Sorting("claims", mark("Most claims"), lambda row: (row.claim_count, row.id), is_falling=True),
)
GROUPINGS: dict[str, tuple[str, Callable[[ArticleRow], str]]] = {
    "": (mark("No groups"), lambda _row: ""),
    "outlet": (mark("By outlet"), lambda row: row.outlet or _("No outlet")),
    "status": (mark("By status"), lambda row: _(STATUSES[row.status])),
    "month": (
        mark("By month"),
        lambda row: partial_date((row.published or row.filed_at.date().isoformat())[:7]),
    ),
}


def arranged(rows: Sequence[ArticleRow], sorting: str, grouping: str, words: str = "") -> list[ArticleRow | Caption]:
    """Filter by words in title, outlet and authors, sort, and put captions between groups."""
    way = next((way for way in SORTINGS if way.id == sorting), SORTINGS[0])
    wanted = words.casefold().split()
    kept = [row for row in rows if not wanted or all(word in _searched(row) for word in wanted)]
    kept.sort(key=way.key, reverse=way.is_falling)
    if not grouping:
        return list(kept)
    group = GROUPINGS[grouping][1]
    members: dict[str, list[ArticleRow]] = {}
    for row in kept:
        members.setdefault(group(row), []).append(row)
    lines: list[ArticleRow | Caption] = []
    for name, listed in members.items():
        lines.append(Caption(name, len(listed)))
        lines.extend(listed)
    return lines


def article_words(row: ArticleRow) -> str:
    """Say a row: title, outlet, date, claims."""
    claims = ngettext("{count} claim", "{count} claims", row.claim_count).format(count=row.claim_count)
    parts = [row.title, row.outlet, short_date(row.published), claims]
    if row.is_unread:
        parts.append(_("Unread"))
    return ". ".join(part for part in parts if part)


def _searched(row: ArticleRow) -> str:
    return " ".join((row.title, row.outlet, *row.authors, *row.tags)).casefold()
