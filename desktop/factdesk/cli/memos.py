"""`memo` and `memos`: export the Word memo of an article, list the memos made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factdesk.cli import shapes
from factdesk.cli.arguments import UsageError
from factdesk.cli.ids import article_id, claim_id
from factdesk.cli.session import of
from factdesk.export.document import MemoRequest
from factdesk.model.enums import Kind
from factdesk.model.ids import ArticleId, ClaimId, MemoId, VersionId, public_id
from factdesk.words import LANGUAGES, _, language

if TYPE_CHECKING:
    from factdesk.library.library import Library

WORD = ".docx"


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file into the tree."""
    app.command("memo", help=_("Export the Word memo of an article."))(memo)
    app.command("memos", help=_("List the memos made."))(memos)


def memo(
    context: typer.Context,
    *,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help=_("The article, such as A-12."))],
    target: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.docx", help=_("The file to write, or a folder."))
    ],
    claims: Annotated[str, typer.Option(metavar="C-1,C-2", help=_("Only these claims."))] = "",
    recipient: Annotated[str, typer.Option("--for", metavar="NAME", help=_("Who the memo is for."))] = "",
    in_language: Annotated[str, typer.Option("--language", help=_("The language of the memo: en or uk."))] = "",
) -> None:
    """Export a memo."""
    if in_language and in_language not in LANGUAGES:
        raise UsageError(
            _("Memos are not written in “{language}”.").format(language=in_language),
            hint=_("There is: {languages}.").format(languages=", ".join(LANGUAGES)),
        )
    place = target.expanduser().absolute()
    if not place.is_dir() and place.suffix.casefold() != WORD:
        raise UsageError(
            _("A memo is a Word file, and “{name}” is no name of one.").format(name=target.name),
            hint=_("End it in “{ending}”, or name a folder that is there.").format(ending=WORD),
        )
    session = of(context)
    with session.writing() as library:
        number = article_id(library, article)
        request = MemoRequest(number, _chosen(library, number, claims), recipient, in_language or language())
        if place.is_dir():
            place = place / library.memos.suggested_name(request)
        with session.watch(_("Exporting")) as progress:
            changes = library.memos.export(request, place, progress=progress, cancel=session.cancel)
        row = library.memos.row(MemoId(changes.new(Kind.MEMO)))
    out = session.out
    out.result(shapes.memo(row), lambda: out.row(public_id(Kind.MEMO, row.id), row.path))


def memos(
    context: typer.Context,
    *,
    article: Annotated[str, typer.Argument(metavar="[ARTICLE]", help=_("Only those of this article."))] = "",
) -> None:
    """List the memos."""
    session = of(context)
    with session.reading() as library:
        rows = library.memos.rows(article_id(library, article) if article else None)
    out = session.out

    def words() -> None:
        if not rows:
            out.nothing(is_narrowed=bool(article))
        out.table(
            (_("Memo"), _("Article"), _("Made"), _("For"), _("File")),
            (
                (
                    public_id(Kind.MEMO, row.id),
                    public_id(Kind.ARTICLE, row.article_id),
                    shapes.moment(row.made_at) or "",
                    row.recipient,
                    row.path,
                )
                for row in rows
            ),
        )

    out.result({"memos": [shapes.memo(row) for row in rows]}, words)


def _chosen(library: Library, article: ArticleId, words: str) -> tuple[ClaimId, ...] | None:
    """Give the claims named as C-1,C-2; None for all.

    UsageError for one that the article's newest version does not hold: a memo would be made without it.
    """
    if not words:
        return None
    chosen = tuple(claim_id(library, one) for one in words.split(","))
    held = {row.id for row in library.claims.of_version(VersionId(library.articles.detail(article).latest.id))}
    for number in chosen:
        if number not in held:
            raise UsageError(
                _("{claim} is not in the newest version of {article}.").format(
                    claim=public_id(Kind.CLAIM, number), article=public_id(Kind.ARTICLE, article)
                ),
                hint=_("“factdesk show {article}” names the claims that are.").format(
                    article=public_id(Kind.ARTICLE, article)
                ),
            )
    return chosen
