"""Turns a page of found things into the lines of the list, and a found thing into a place to go to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factdesk.library.searching import FoundRow, SearchPage
from factdesk.model.enums import Kind
from factdesk.model.values.desk import Scale
from factdesk.search.results import SnippetPart
from factdesk.ui.formats import partial_date
from factdesk.ui.itemmodels.found import FoundLine, GroupCaption
from factdesk.ui.labels import KINDS
from factdesk.ui.navigator import Place, Target
from factdesk.words import _

ICONS = {
    Kind.ARTICLE: "newspaper",
    Kind.SOURCE: "archive",
    Kind.EVIDENCE: "quote",
    Kind.NOTE: "sticky-note",
    Kind.MEMO: "file-output",
}
_JOIN = " · "
BEFORE_MOST = 45


def grouped(page: SearchPage, scale: Scale | None) -> list[FoundLine | GroupCaption]:
    """Put the hits under their kinds; the kind of the best hit comes first."""
    by_kind: dict[Kind, list[FoundRow]] = {}
    for row in page.hits:
        by_kind.setdefault(row.kind, []).append(row)
    lines: list[FoundLine | GroupCaption] = []
    for kind, rows in by_kind.items():
        lines.append(caption(kind, page.totals_by_kind, len(rows)))
        lines += [line_of(row, scale) for row in rows]
    return lines


def caption(kind: Kind, totals: Mapping[str, int], shown: int) -> GroupCaption:
    """Give the line over the hits of a kind."""
    total = totals.get(kind.value, shown)
    return GroupCaption(_(KINDS[kind]), total, kind, shown >= total)


def line_of(row: FoundRow, scale: Scale | None) -> FoundLine:
    """Give a hit as it is shown."""
    rating = scale.rating(row.verdict) if scale else None
    icon = f"verdict:{rating.look if rating else 'none'}" if row.kind is Kind.CLAIM else ICONS.get(row.kind, "file")
    facts = [row.public_id, partial_date(row.date)] if row.date else [row.public_id]
    marks = () if any(part.is_hit for part in row.snippet) else row.title_spans
    return FoundLine(row.kind, row.id, icon, row.title, _JOIN.join(facts), tuple(_parts(row)), marks)


def target_of(row: FoundRow) -> Target | None:
    """Give the place where a hit's words stand; None when the library has to be asked."""
    if row.kind is Kind.CLAIM:
        return Target(Place.CLAIM, row.id)
    if row.kind is Kind.SOURCE:
        return Target(Place.SOURCE, row.id)
    if row.kind is Kind.MEMO:
        return Target(Place.MEMOS)
    if row.article_id is not None and (row.kind is Kind.ARTICLE or row.spans):
        return Target(Place.ARTICLE, row.article_id, row.version_id, row.spans)
    return None


def _parts(row: FoundRow) -> Sequence[SnippetPart]:
    """Give the second line: who and where, then the words around the match; those of a source say who themselves."""
    words = _hit_in_sight(row.snippet)
    has_words = any(part.text.strip() for part in words)
    if not row.subtitle or (row.kind is Kind.SOURCE and has_words):
        return words
    lead = f"{row.subtitle}{_JOIN}" if has_words else row.subtitle
    return (SnippetPart(lead), *words)


def _hit_in_sight(parts: Sequence[SnippetPart]) -> Sequence[SnippetPart]:
    """Leave out what stands long before the first match: a line has room for half a snippet."""
    first = next((place for place, part in enumerate(parts) if part.is_hit), 0)
    before = "".join(part.text for part in parts[:first])
    if len(before) <= BEFORE_MOST:
        return parts
    kept = before[-BEFORE_MOST:].partition(" ")[2] or before[-BEFORE_MOST:]
    return (SnippetPart(f"…{kept}"), *parts[first:])
