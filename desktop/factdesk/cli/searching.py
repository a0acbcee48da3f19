"""`search`: find articles, claims, sources, evidence and notes by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factdesk.cli.session import Session, of
from factdesk.cli.shapes import Shape, named
from factdesk.errors import ConflictError
from factdesk.model.enums import Kind
from factdesk.search.engine import Health, Order
from factdesk.words import _, ngettext

if TYPE_CHECKING:
    from factdesk.library.searching import FoundRow, SearchPage

Values = list[str] | None


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
        Values,
        typer.Option(metavar="VALUE", help=_("Only things of this kind: article, claim, source, evidence, note.")),
    ] = None,
    status: Annotated[Values, typer.Option(metavar="VALUE", help=_("Only those this far."))] = None,
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
        "kind": kind, "status": status, "verdict": verdict, "outlet": outlet, "claimant": claimant, "tag": tag,
        "language": language, "published": published,
    }  # fmt: skip
    filters = {name: frozenset(values) for name, values in given.items() if values}
    page = _find(session, " ".join(query), filters=filters, order=order, offset=offset, limit=limit)
    session.out.result(_shape(page), lambda: _words(session, page))


def _find(
    session: Session, text: str, *, filters: dict[str, frozenset[str]], order: Order, offset: int, limit: int
) -> SearchPage:
    """Search; when the index is not whole or not up to date, put that right first where the library may be written."""
    with session.reading() as library:
        page = library.searching.find(
            text, filters=filters, order=order, offset=offset, limit=limit, cancel=session.cancel
        )
        if page.health is Health.READY and not library.indexing.pending():
            return page
    with session.opened(may_write=True) as library:
        if not library.is_read_only:
            library.indexing.drain(session.cancel)
        page = library.searching.find(
            text, filters=filters, order=order, offset=offset, limit=limit, cancel=session.cancel
        )
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
    """Print the hits, then on stderr how many there are and what was not understood."""
    session.out.table(
        (_("Id"), _("Title"), _("Words")),
        ((row.public_id, row.title, "".join(part.text for part in row.snippet)) for row in page.hits),
    )
    session.out.note(ngettext("{n} found.", "{n} found.", page.total).format(n=page.total))
    for part in page.ignored:
        session.out.note(_("Left out of the search: {words}").format(words=part))
