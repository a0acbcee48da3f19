"""`show`: one thing of the library, whole, by its public id."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from factdesk.cli import shapes
from factdesk.cli.ids import missing, resolve
from factdesk.cli.output import Output
from factdesk.cli.session import of
from factdesk.cli.shapes import Shape
from factdesk.model.enums import Kind
from factdesk.model.ids import ArticleId, ClaimId, EvidenceId, MemoId, SourceId, VersionId, public_id
from factdesk.model.values.articles import VersionRow
from factdesk.model.values.evidence import EvidenceRow
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.library.library import Library

Shown = tuple[Shape, Callable[[Output], None]]


def add_to(app: typer.Typer) -> None:
    """Put the command of this file into the tree."""
    app.command("show", help=_("Show one thing by its id."))(show)


def show(
    context: typer.Context,
    *,
    thing: Annotated[str, typer.Argument(metavar="ID", help=_("Such as A-12, V-3, C-345, S-7, E-9, M-1 or P-2."))],
    version: Annotated[int | None, typer.Option(min=1, help=_("Which version of an article; the newest else."))] = None,
) -> None:
    """Show one thing."""
    session = of(context)
    with session.reading() as library:
        kind, number = resolve(library, thing, *READERS)
        result, words = READERS[kind](library, number) if version is None else _article(library, number, version)
    session.out.result(result, lambda: words(session.out))


def _article(library: Library, number: int, version: int | None = None) -> Shown:
    """Give an article with the text of its newest version, or of the one asked for."""
    detail = library.articles.detail(ArticleId(number))
    shown: VersionRow | None = detail.latest
    if version is not None:
        shown = next((row for row in detail.versions if row.number == version), None)
    if shown is None:
        raise missing(f"{public_id(Kind.ARTICLE, number)} v{version}")
    version_id = VersionId(shown.id)
    content = library.articles.text(version_id).content
    coverage = library.coverage.of_version(version_id)
    marked = library.claims.of_version(version_id)
    result: Shape = {
        **shapes.whole_article(detail, shown, content.text, content.blocks),
        "coverage": shapes.coverage(coverage),
        "claim_ids": [public_id(Kind.CLAIM, row.id) for row in marked],
    }

    def words(out: Output) -> None:
        row = detail.row
        out.row(public_id(Kind.ARTICLE, row.id), row.title)
        out.fields(
            (
                (_("Outlet"), row.outlet),
                (_("Authors"), "; ".join(row.authors)),
                (_("Published"), row.published),
                (_("Language"), row.language),
                (_("Address"), detail.canonical_url),
                (_("Version"), f"{shown.number} / {row.version_count}"),
                (_("Original"), shown.original_sha256),
                (_("Coverage"), f"{coverage.percent} % ({coverage.covered} / {coverage.total})"),
                (_("Claims"), ", ".join(public_id(Kind.CLAIM, one.id) for one in marked)),
            )
        )
        out.line()
        out.text(content.text)

    return result, words


def _version(library: Library, number: int) -> Shown:
    """Give the article of a version, with that version's text."""
    row = library.articles.text(VersionId(number)).version
    return _article(library, row.article_id, row.number)


def _claim(library: Library, number: int) -> Shown:
    """Give a claim with its evidence and notes."""
    detail = library.claims.detail(ClaimId(number))

    def words(out: Output) -> None:
        row = detail.row
        out.row(public_id(Kind.CLAIM, row.id), _("“{words}”").format(words=row.anchor.exact))
        out.fields(
            (
                (_("Article"), f"{public_id(Kind.ARTICLE, row.article_id)}  {row.article_title}"),
                (_("Statement"), row.statement),
                (_("Claimant"), row.claimant),
                (_("Said"), " ".join((detail.said_when, detail.said_where)).strip()),
                (_("Kind"), row.kind.value),
                (_("Status"), row.status.value),
                (_("Verdict"), row.verdict),
                (_("Rationale"), detail.rationale),
                (_("Risk"), row.risk.value),
                (_("Wording"), detail.wording),
            )
        )
        for one in detail.evidence:
            out.row(*_evidence_cells(one))
        for note in detail.notes:
            out.row(public_id(Kind.NOTE, note.id), note.text)

    return shapes.whole_claim(detail), words


def _source(library: Library, number: int) -> Shown:
    """Give a source with what it bears on and its contacts."""
    detail = library.sources.detail(SourceId(number))

    def words(out: Output) -> None:
        row, citation = detail.row, detail.row.citation
        out.row(public_id(Kind.SOURCE, row.id), row.title)
        out.fields(
            (
                (_("Type"), citation.type.value),
                (_("Author"), citation.author),
                (_("Publisher"), citation.publisher),
                (_("Issued"), citation.issued),
                (_("Address"), citation.url),
                (_("Level"), row.level.value),
                (_("Reliability"), row.reliability.value if row.reliability else ""),
                (_("Article"), shapes.named(Kind.ARTICLE, row.article_id) or ""),
            )
        )
        for use in detail.uses:
            linked, claim = public_id(Kind.EVIDENCE, use.evidence_id), public_id(Kind.CLAIM, use.claim_id)
            out.row(linked, use.stance, claim, use.statement)
        for contact in detail.contacts:
            when = shapes.moment(contact.at) or ""
            out.row(when, contact.channel.value, contact.who, contact.outcome.value, contact.answer)

    return shapes.whole_source(detail), words


def _evidence(library: Library, number: int) -> Shown:
    """Give one piece of evidence."""
    row = library.evidence.row(EvidenceId(number))
    return shapes.evidence(row), lambda out: out.row(*_evidence_cells(row))


def _memo(library: Library, number: int) -> Shown:
    """Give a memo."""
    row = library.memos.row(MemoId(number))
    return shapes.memo(row), lambda out: out.fields(
        (
            (_("Memo"), public_id(Kind.MEMO, row.id)),
            (_("Article"), row.article_title),
            (_("File"), row.path),
            (_("Hash"), row.sha256),
            (_("Changed since"), ", ".join(public_id(Kind.CLAIM, one) for one in row.changed_claims)),
        )
    )


def _person(library: Library, number: int) -> Shown:
    """Give a person."""
    row = next((one for one in library.desk.people() if one.id == number), None)
    if row is None:
        raise missing(public_id(Kind.PERSON, number))
    return shapes.person(row), lambda out: out.row(public_id(Kind.PERSON, row.id), row.name, row.title)


def _evidence_cells(row: EvidenceRow) -> tuple[str, ...]:
    """Give evidence as one row."""
    passage = _("“{words}”").format(words=row.passage) if row.passage else ""
    return public_id(Kind.EVIDENCE, row.id), row.stance.value, row.source_title, row.locator, passage


READERS: dict[Kind, Callable[[Library, int], Shown]] = {
    Kind.ARTICLE: _article,
    Kind.VERSION: _version,
    Kind.CLAIM: _claim,
    Kind.SOURCE: _source,
    Kind.EVIDENCE: _evidence,
    Kind.MEMO: _memo,
    Kind.PERSON: _person,
}
