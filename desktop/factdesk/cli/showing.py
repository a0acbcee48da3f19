"""`show`: one thing of the library, whole, by its public id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from factdesk.cli import shapes
from factdesk.cli.arguments import UsageError
from factdesk.cli.ids import missing, resolve
from factdesk.cli.output import Output
from factdesk.cli.session import of
from factdesk.cli.shapes import Shape
from factdesk.model.enums import AnchorState, Kind
from factdesk.model.ids import ArticleId, ClaimId, EvidenceId, MemoId, NoteId, SourceId, VersionId, public_id
from factdesk.model.values.articles import VersionRow
from factdesk.model.values.claims import ClaimDetail, NoteRow
from factdesk.model.values.evidence import EvidenceRow
from factdesk.model.values.sources import SourceRow
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.library.library import Library

Shown = tuple[Shape, Callable[[Output], None]]
Fields = tuple[tuple[str, str], ...]


def add_to(app: typer.Typer) -> None:
    """Put the command of this file into the tree."""
    app.command("show", help=_("Show one thing by its id."))(show)


def show(
    context: typer.Context,
    *,
    thing: Annotated[str, typer.Argument(metavar="ID", help=_("Such as A-12, V-3, C-345, S-7, E-9, N-4, M-1 or P-2."))],
    version: Annotated[int | None, typer.Option(min=1, help=_("Which version of an article; the newest else."))] = None,
) -> None:
    """Show one thing."""
    session = of(context)
    with session.reading() as library:
        kind, number = resolve(library, thing, *READERS)
        if version is None:
            result, words = READERS[kind](library, number)
        elif kind is Kind.ARTICLE:
            result, words = _article(library, number, version)
        else:
            raise UsageError(
                _("{id} has no versions.").format(id=public_id(kind, number)),
                hint=_("“--version” chooses one of an article, such as A-12."),
            )
    if result.get("is_deleted"):
        session.out.note(_("{id} is in the trash.").format(id=public_id(kind, number)))
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
    notes = library.notes.of(Kind.ARTICLE, number)
    result: Shape = {
        **shapes.whole_article(detail, shown, content.text, content.blocks),
        "coverage": shapes.coverage(coverage),
        "claim_ids": [public_id(Kind.CLAIM, row.id) for row in marked],
        "notes": [shapes.note(one) for one in notes],
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
                (_("Use as"), row.role.value),
                (_("Status"), row.status.value),
                (_("Assignee"), row.assignee),
                (_("Due"), row.due),
                (_("Tags"), ", ".join(row.tags)),
                (_("Version"), f"{shown.number} / {row.version_count}"),
                (_("Original"), shown.original_sha256),
                (_("Coverage"), f"{coverage.percent} % ({coverage.covered} / {coverage.total})"),
                (_("Claims"), ", ".join(public_id(Kind.CLAIM, one.id) for one in marked)),
            )
        )
        _tell_notes(out, notes)
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
        if row.state is not AnchorState.ANCHORED:
            out.line(_lost(row.state))
        out.fields(_claim_fields(detail))
        for one in detail.evidence:
            out.row(*_evidence_cells(one))
        _tell_notes(out, detail.notes)
        when = shapes.moment(detail.created_at)
        out.line(_("Marked by {who}, {when}").format(who=detail.created_by, when=when))

    return shapes.whole_claim(detail), words


def _claim_fields(detail: ClaimDetail) -> Fields:
    """Name what is set of a claim, in the order of the inspector; values as the options take them."""
    row = detail.row
    return (
        (_("Article"), f"{public_id(Kind.ARTICLE, row.article_id)}  {row.article_title}"),
        (_("Statement"), row.statement),
        (_("Status"), row.status.value),
        (_("Claimant"), row.claimant),
        (_("Said on"), detail.said_when),
        (_("Said in"), detail.said_where),
        (_("Kind"), row.kind.value),
        (_("Risk"), row.risk.value),
        (_("Checker"), row.assignee),
        (_("Reviewer"), row.reviewer),
        (_("Due"), row.due),
        (_("Tags"), ", ".join(row.tags)),
        (_("Verdict"), row.verdict),
        (_("Rationale"), detail.rationale),
        (_("Proposed wording"), detail.wording),
        (_("Answer to the wording"), detail.wording_answer.value if detail.wording else ""),
    )


def _lost(state: AnchorState) -> str:
    """Say what became of a claim's words in the newest version."""
    if state is AnchorState.CHANGED:
        return _("Its words changed in the newest version. Decide where it belongs.")
    return _("Its words are not in the newest version. Decide what becomes of it.")


def _source(library: Library, number: int) -> Shown:
    """Give a source with what it bears on, its contacts and notes."""
    detail = library.sources.detail(SourceId(number))
    notes = library.notes.of(Kind.SOURCE, number)

    def words(out: Output) -> None:
        row = detail.row
        out.row(public_id(Kind.SOURCE, row.id), row.title)
        if row.is_confidential:
            out.line(_("Confidential"))
        out.fields(_source_fields(row))
        for use in detail.uses:
            linked, claim = public_id(Kind.EVIDENCE, use.evidence_id), public_id(Kind.CLAIM, use.claim_id)
            out.row(linked, use.stance, claim, use.statement)
        for contact in detail.contacts:
            when = shapes.moment(contact.at) or ""
            out.row(when, contact.channel.value, contact.who, contact.outcome.value, contact.answer)
        _tell_notes(out, notes)

    return {**shapes.whole_source(detail), "notes": [shapes.note(one) for one in notes]}, words


def _source_fields(row: SourceRow) -> Fields:
    """Name what is set of a source's citation and of how far to trust it."""
    citation = row.citation
    return (
        (_("Type"), citation.type.value),
        (_("Author"), citation.author),
        (_("Published in"), citation.container),
        (_("Publisher"), citation.publisher),
        (_("Date"), citation.issued),
        (_("Pages"), citation.pages),
        (_("No."), citation.number),
        (_("Place"), citation.place),
        (_("Address"), citation.url),
        (_("Seen"), citation.accessed),
        (_("Level"), row.level.value),
        (_("Reliability"), row.reliability.value if row.reliability else ""),
        (_("Article"), shapes.named(Kind.ARTICLE, row.article_id) or ""),
    )


def _evidence(library: Library, number: int) -> Shown:
    """Give one piece of evidence with how far to trust it, its note and its calculation."""
    row = library.evidence.row(EvidenceId(number))
    done = row.calculation

    def words(out: Output) -> None:
        out.row(*_evidence_cells(row))
        out.fields(
            (
                (_("Claim"), public_id(Kind.CLAIM, row.claim_id)),
                (_("Source"), public_id(Kind.SOURCE, row.source_id)),
                (_("Reliability"), row.reliability.value if row.reliability else ""),
                (_("Credibility"), row.credibility.value if row.credibility else ""),
                (_("Note"), row.note),
                (_("Calculation"), f"{done.expression} = {done.result} {done.unit}" if done else ""),
            )
        )
        for one in done.inputs if done else ():
            out.row(one.name, f"{one.value} {one.unit}".strip(), one.label)

    return shapes.evidence(row), words


def _note(library: Library, number: int) -> Shown:
    """Give a note and the thing it is on."""
    row = library.notes.row(NoteId(number))
    kind = Kind(row.kind)
    names = {Kind.ARTICLE: _("Article"), Kind.CLAIM: _("Claim"), Kind.SOURCE: _("Source")}

    def words(out: Output) -> None:
        out.row(public_id(Kind.NOTE, row.id), shapes.moment(row.written_at) or "", row.author)
        out.fields(((names[kind], public_id(kind, row.owner_id)),))
        out.line()
        out.text(row.text)

    return shapes.whole_note(row), words


def _memo(library: Library, number: int) -> Shown:
    """Give a memo."""
    row = library.memos.row(MemoId(number))

    def words(out: Output) -> None:
        out.row(public_id(Kind.MEMO, row.id), row.article_title)
        out.fields(
            (
                (_("Article"), public_id(Kind.ARTICLE, row.article_id)),
                (_("Version"), str(row.version_number)),
                (_("Claims"), ", ".join(public_id(Kind.CLAIM, one) for one in row.claim_ids)),
                (_("Changed since"), ", ".join(public_id(Kind.CLAIM, one) for one in row.changed_claims)),
                (_("For"), row.recipient),
                (_("Made"), f"{shapes.moment(row.made_at)}  {row.made_by}"),
                (_("File"), row.path),
                (_("Hash"), row.sha256),
            )
        )

    return shapes.memo(row), words


def _person(library: Library, number: int) -> Shown:
    """Give a person."""
    row = next((one for one in library.desk.people() if one.id == number), None)
    if row is None:
        raise missing(public_id(Kind.PERSON, number))
    names = (row.name, *row.aliases)
    return shapes.person(row), lambda out: out.row(public_id(Kind.PERSON, row.id), ", ".join(names), row.title)


def _tell_notes(out: Output, notes: Iterable[NoteRow]) -> None:
    """Print notes, one a row."""
    for one in notes:
        out.row(public_id(Kind.NOTE, one.id), shapes.moment(one.written_at) or "", one.author, one.text)


def _evidence_cells(row: EvidenceRow) -> tuple[str, ...]:
    """Give evidence as one row."""
    passage = _("“{words}”").format(words=row.passage) if row.passage else ""
    changed = "" if row.state is AnchorState.ANCHORED else _("source changed")
    cells = (public_id(Kind.EVIDENCE, row.id), row.stance.value, row.source_title, row.locator, passage)
    return (*cells, changed) if changed else cells


READERS: dict[Kind, Callable[[Library, int], Shown]] = {
    Kind.ARTICLE: _article,
    Kind.VERSION: _version,
    Kind.CLAIM: _claim,
    Kind.SOURCE: _source,
    Kind.EVIDENCE: _evidence,
    Kind.NOTE: _note,
    Kind.MEMO: _memo,
    Kind.PERSON: _person,
}
