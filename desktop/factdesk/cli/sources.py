"""`sources`, `source add` and `link`: where evidence comes from, and the words that bear on a claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factdesk.cli import shapes
from factdesk.cli.arguments import UsageError
from factdesk.cli.ids import article_id, claim_id, source_id
from factdesk.cli.session import of
from factdesk.model.enums import Credibility, Kind, Reliability, SourceLevel, SourceType, Stance
from factdesk.model.ids import EvidenceId, SourceId, public_id
from factdesk.model.values.evidence import EvidenceDraft
from factdesk.model.values.sources import Citation, SourceDraft, SourcePatch, SourceRow
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.library.library import Library


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file into the tree."""
    group = typer.Typer(help=_("Add a source."), rich_markup_mode=None, no_args_is_help=False)
    group.command("add", help=_("Add an article of the library as a source, or one entered by hand."))(add)
    group.callback()(_group)
    app.add_typer(group, name="source")
    app.command("sources", help=_("List the sources."))(sources)
    app.command("link", help=_("Link a claim to a source and the words in it."))(link)


def _group() -> None:
    """Keep `add` a word of its own although it is the only one."""


def add(
    context: typer.Context,
    *,
    article: Annotated[
        str, typer.Argument(metavar="[ARTICLE]", help=_("An article of the library, such as A-12."))
    ] = "",
    title: Annotated[str | None, typer.Option(help=_("The name the source is known by."))] = None,
    source_type: Annotated[SourceType | None, typer.Option("--type", help=_("What it is, as CSL names it."))] = None,
    author: Annotated[str | None, typer.Option(help=_("Who wrote it, or who spoke."))] = None,
    container: Annotated[str | None, typer.Option(help=_("What it appeared in."))] = None,
    publisher: Annotated[str | None, typer.Option(help=_("Who published it."))] = None,
    issued: Annotated[str | None, typer.Option(help=_("When, as 2026, 2026-03 or 2026-03-14."))] = None,
    pages: Annotated[str | None, typer.Option(help=_("Its pages."))] = None,
    url: Annotated[str | None, typer.Option(help=_("Its address."))] = None,
    accessed: Annotated[str | None, typer.Option(help=_("When it was seen there."))] = None,
    place: Annotated[str | None, typer.Option(help=_("Where it was published or said."))] = None,
    number: Annotated[str | None, typer.Option(help=_("Its number."))] = None,
    primary: Annotated[
        bool | None, typer.Option("--primary/--secondary", help=_("How near it stands to what it tells."))
    ] = None,
    reliability: Annotated[
        Reliability | None, typer.Option(help=_("A completely reliable … F cannot be judged."))
    ] = None,
    confidential: Annotated[bool, typer.Option("--confidential", help=_("Keep its name out of memos."))] = False,
) -> None:
    """Add a source."""
    if not article and not title:
        raise UsageError(_("A source needs an article of the library or a “--title”."))
    given = {
        "title": title, "author": author, "container": container, "publisher": publisher, "issued": issued,
        "pages": pages, "url": url, "accessed": accessed, "place": place, "number": number,
    }  # fmt: skip
    level = None if primary is None else SourceLevel.PRIMARY if primary else SourceLevel.SECONDARY
    session = of(context)
    with session.writing() as library:
        known = _known(library, article) if article else None
        citation = _cited(known, source_type, {name: value for name, value in given.items() if value is not None})
        if known is None:
            draft = SourceDraft(citation, level or SourceLevel.SECONDARY, reliability, is_confidential=confidential)
            wanted = SourceId(library.sources.add(draft).new(Kind.SOURCE))
        else:
            wanted = SourceId(known.id)
            patch = SourcePatch(
                None if citation == known.citation else citation,
                level,
                reliability,
                is_confidential=confidential or None,
            )
            if patch != SourcePatch():
                library.sources.edit(wanted, patch)
        row = library.sources.detail(wanted).row
    out = session.out
    out.result(shapes.source(row), lambda: out.row(public_id(Kind.SOURCE, row.id), row.title))


def link(
    context: typer.Context,
    *,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help=_("The claim, such as C-345."))],
    source: Annotated[str, typer.Argument(metavar="SOURCE", help=_("The source, such as S-7, or its article."))],
    stance: Annotated[Stance, typer.Option(help=_("What the source says of the claim."))],
    passage: Annotated[str, typer.Option(help=_("The exact words of the source."))] = "",
    locator: Annotated[str, typer.Option(help=_("Where: a page, a paragraph, a time of a call."))] = "",
    credibility: Annotated[
        Credibility | None, typer.Option(help=_("Of this information: 1 confirmed … 6 cannot be judged."))
    ] = None,
    note: Annotated[str, typer.Option(help=_("What a reader of the memo should know."))] = "",
) -> None:
    """Link evidence."""
    session = of(context)
    with session.writing() as library:
        of_claim, from_source = claim_id(library, claim), source_id(library, source)
        if passage:
            changes = library.evidence.link_quote(
                of_claim, from_source, stance, passage, locator=locator, credibility=credibility, note=note
            )
        else:
            draft = EvidenceDraft(of_claim, from_source, stance, locator=locator, credibility=credibility, note=note)
            changes = library.evidence.link(draft)
        made = library.evidence.row(EvidenceId(changes.new(Kind.EVIDENCE)))
    out = session.out
    out.result(
        shapes.evidence(made),
        lambda: out.row(public_id(Kind.EVIDENCE, made.id), made.stance.value, made.source_title),
    )


def sources(
    context: typer.Context,
    *,
    trash: Annotated[bool, typer.Option("--trash", help=_("Those in the trash instead."))] = False,
) -> None:
    """List the sources."""
    session = of(context)
    with session.reading() as library:
        rows = library.sources.rows(trash=trash)
    out = session.out

    def words() -> None:
        if not rows:
            out.nothing(is_narrowed=trash)
        out.table(
            (_("Source"), _("Level"), _("Reliability"), _("Claims"), _("Title")),
            (
                (
                    public_id(Kind.SOURCE, row.id),
                    row.level.value,
                    row.reliability.value if row.reliability else "-",
                    str(row.claim_count),
                    row.title,
                )
                for row in rows
            ),
        )

    out.result({"sources": [shapes.source(row) for row in rows]}, words)


def _known(library: Library, article: str) -> SourceRow:
    """Give the source that an article is, making it one when it is none yet."""
    number = article_id(library, article)
    row = library.sources.of_article(number)
    if row is not None:
        return row
    return library.sources.detail(SourceId(library.sources.from_article(number).new(Kind.SOURCE))).row


def _cited(known: SourceRow | None, source_type: SourceType | None, given: dict[str, Any]) -> Citation:
    """Give the citation: what is known of an article, with what was named put over it."""
    citation = replace(known.citation if known else Citation(), **given)
    return citation if source_type is None else replace(citation, type=source_type)
