"""`articles`, `delete` and `restore`: lists of articles, and the way to the trash and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from factdesk.cli import shapes
from factdesk.cli.ids import resolve
from factdesk.cli.session import of
from factdesk.model.changes import Changes
from factdesk.model.enums import Kind, Role
from factdesk.model.ids import public_id
from factdesk.model.values.scopes import ArticleScope
from factdesk.words import _


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file into the tree."""
    app.command("articles", help=_("List the articles."))(articles)
    app.command("delete", help=_("Put a thing into the trash."))(delete)
    app.command("restore", help=_("Take a thing out of the trash."))(restore)


def articles(
    context: typer.Context,
    *,
    text: Annotated[
        str, typer.Argument(metavar="[WORDS]", help=_("Only those with these words in title, outlet or authors."))
    ] = "",
    role: Annotated[Role | None, typer.Option(help=_("Only drafts to check, or only references."))] = None,
    tag: Annotated[str, typer.Option(help=_("Only those with this tag."))] = "",
    unread: Annotated[bool, typer.Option("--unread", help=_("Only those nobody has opened."))] = False,
    trash: Annotated[bool, typer.Option("--trash", help=_("Those in the trash instead."))] = False,
) -> None:
    """List the articles."""
    session = of(context)
    scope = ArticleScope(trash=trash, unread=True if unread else None, tag=tag, role=role, text=text)
    with session.reading() as library:
        rows = library.articles.rows(scope)
    out = session.out

    def words() -> None:
        if not rows:
            out.nothing(is_narrowed=scope != ArticleScope())
        out.table(
            (_("Article"), _("Published"), _("Outlet"), _("Claims"), _("Title")),
            (
                (public_id(Kind.ARTICLE, row.id), row.published[:10], row.outlet, str(row.claim_count), row.title)
                for row in rows
            ),
        )

    out.result({"articles": [shapes.article(row) for row in rows]}, words)


def delete(
    context: typer.Context,
    *,
    thing: Annotated[str, typer.Argument(metavar="ID", help=_("Such as A-12, C-345, S-7 or E-9."))],
) -> None:
    """Put a thing into the trash."""
    session = of(context)
    with session.writing() as library:
        kind, number = resolve(library, thing, Kind.ARTICLE, Kind.CLAIM, Kind.SOURCE, Kind.EVIDENCE)
        verbs: dict[Kind, Callable[..., Changes]] = {
            Kind.ARTICLE: library.articles.delete,
            Kind.CLAIM: library.claims.delete,
            Kind.SOURCE: library.sources.delete,
            Kind.EVIDENCE: library.evidence.unlink,
        }
        changes = verbs[kind](number)
    _told(context, kind, number, changes)


def restore(
    context: typer.Context,
    *,
    thing: Annotated[str, typer.Argument(metavar="ID", help=_("Such as A-12, C-345, S-7 or E-9."))],
) -> None:
    """Take a thing out of the trash."""
    session = of(context)
    with session.writing() as library:
        kind, number = resolve(library, thing, Kind.ARTICLE, Kind.CLAIM, Kind.SOURCE, Kind.EVIDENCE)
        verbs: dict[Kind, Callable[..., Changes]] = {
            Kind.ARTICLE: library.articles.restore,
            Kind.CLAIM: library.claims.restore,
            Kind.SOURCE: library.sources.restore,
            Kind.EVIDENCE: library.evidence.restore,
        }
        changes = verbs[kind](number)
    _told(context, kind, number, changes)


def _told(context: typer.Context, kind: Kind, number: int, changes: Changes) -> None:
    """Say what was done to which thing, or that it was there already."""
    out = of(context).out
    name = public_id(kind, number)
    if changes.event is None:
        out.note(_("Nothing was changed."))
    out.result(shapes.changed(name, changes), lambda: out.row(name, changes.verb.words))
