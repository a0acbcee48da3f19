"""`search`: find articles, claims, sources, evidence and notes by their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factdesk.cli.arguments import UsageError
from factdesk.cli.ratings import rating_key
from factdesk.cli.session import Session, of
from factdesk.cli.shapes import Shape, named
from factdesk.errors import ConflictError
from factdesk.model.enums import Kind, Status
from factdesk.search.dates import range_of
from factdesk.search.engine import Health, Order
from factdesk.words import _, ngettext

if TYPE_CHECKING:
    from factdesk.library.library import Library
    from factdesk.library.searching import FoundRow, SearchPage

Values = list[str] | None


class Findable(StrEnum):
    """The kinds of things that a search finds."""

    ARTICLE = Kind.ARTICLE.value
    CLAIM = Kind.CLAIM.value
    SOURCE = Kind.SOURCE.value
    EVIDENCE = Kind.EVIDENCE.value
    NOTE = Kind.NOTE.value
    MEMO = Kind.MEMO.value


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file into the tree."""
    app.command("search", help=_("Find things by their words."))(search)


def search(
    context: typer.Context,
    *,
    query: Annotated[
        list[str],
        typer.Argument(metavar="QUERY", help=_("Words, “phrases”, AND OR NOT, (groups), prefix*, field:value.")),
    ],
    kind: Annotated[
        list[Findable] | None, typer.Option(metavar=f"<{'|'.join(Findable)}>", help=_("Only things of this kind."))
    ] = None,
    status: Annotated[
        list[Status] | None, typer.Option(metavar=f"<{'|'.join(Status)}>", help=_("Only those this far."))
    ] = None,
    verdict: Annotated[Values, typer.Option(metavar="VALUE", help=_("Only claims with this verdict."))] = None,
    outlet: Annotated[Values, typer.Option(metavar="VALUE", help=_("Only those of this outlet."))] = None,
    claimant: Annotated[Values, typer.Option(metavar="VALUE", help=_("Only claims of this claimant."))] = None,
    tag: Annotated[Values, typer.Option(metavar="VALUE", help=_("Only those with this tag."))] = None,
    language: Annotated[
        Values, typer.Option(metavar="VALUE", help=_("Only those in this language, such as en or uk."))
    ] = None,
    published: Annotated[
        Values, typer.Option(metavar="VALUE", help=_("Only those of this date: 2026, 2026-03 or 2023..2025."))
    ] = None,
    order: Annotated[Order, typer.Option(help=_("What comes first."))] = Order.RELEVANCE,
    limit: Annotated[int, typer.Option(min=1, max=1000, help=_("How many to give."))] = 20,
    offset: Annotated[int, typer.Option(min=0, help=_("How many to pass over."))] = 0,
) -> None:
    """Search the library."""
    session = of(context)
    given = {
        "kind": kind, "status": status, "outlet": outlet, "claimant": claimant, "tag": tag, "language": language,
        "published": _dates(published or ()),
    }  # fmt: skip

    def find(library: Library) -> SearchPage:
        chosen = {**given, "verdict": [rating_key(library, one) for one in verdict or ()]}
        return library.searching.find(
            " ".join(query),
            filters={name: frozenset(map(str, values)) for name, values in chosen.items() if values},
            order=order,
            offset=offset,
            limit=limit,
            cancel=session.cancel,
        )

    page = _find(session, find)
    session.out.result(_shape(page), lambda: _words(session, page))


def _dates(typed: Iterable[str]) -> list[str]:
    """Give dates and ranges as they were typed; UsageError for what is none, which would quietly find nothing."""
    dates = list(typed)
    for words in dates:
        if range_of(words) is None:
            raise UsageError(_("“{words}” is no date; write 2026, 2026-03 or 2026-01..2026-03.").format(words=words))
    return dates


def _find(session: Session, find: Callable[[Library], SearchPage]) -> SearchPage:
    """Search; when the index is not whole or not up to date, put that right first where the library may be written."""
    with session.reading() as library:
        page = find(library)
        if page.health is Health.READY and not library.indexing.pending():
            return page
    with session.opened(may_write=True) as library:
        if not library.is_read_only:
            library.indexing.drain(session.cancel)
        page = find(library)
    if page.health is not Health.READY:
        raise ConflictError(
            _("The search index cannot answer yet."),
            hint=_("The program that has the library open builds it anew; search again in a moment."),
        )
    return page


def _shape(page: SearchPage) -> Shape:
    """Give the answer of a search."""
    return {
        "total": page.total,
        "totals": dict(page.totals_by_kind),
        "hits": [_hit(row) for row in page.hits],
        "ignored": list(page.ignored),
        "seconds": round(page.seconds, 4),
    }


def _hit(row: FoundRow) -> Shape:
    """Give one found thing."""
    return {
        "kind": row.kind.value,
        "id": row.public_id,
        "title": row.title,
        "subtitle": row.subtitle,
        "snippet": "".join(part.text for part in row.snippet),
        "article": named(Kind.ARTICLE, row.article_id),
        "version": named(Kind.VERSION, row.version_id),
        "spans": [{"start": span.start, "end": span.end} for span in row.spans],
        "verdict": row.verdict,
        "date": row.date,
        "outlet": row.outlet,
        "language": row.language,
        "score": round(row.score, 4),
    }


def _words(session: Session, page: SearchPage) -> None:
    """Print the hits, then on stderr how many there are and, as the window says it, what was not understood."""
    session.out.table(
        (_("Id"), _("Title"), _("Words")),
        ((row.public_id, row.title, "".join(part.text for part in row.snippet)) for row in page.hits),
    )
    session.out.note(ngettext("{n} found.", "{n} found.", page.total).format(n=page.total))
    for sentence in page.ignored:
        session.out.note(sentence)
