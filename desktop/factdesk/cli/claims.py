"""`claims`, `claim add` and `claim edit`: mark exact words, judge them, list what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factdesk.cli import shapes
from factdesk.cli.arguments import UsageError
from factdesk.cli.ids import article_id, claim_id
from factdesk.cli.ratings import rating_key
from factdesk.cli.session import of
from factdesk.model.enums import Answer, ClaimKind, Kind, Risk, Status
from factdesk.model.ids import ClaimId, public_id
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.scopes import ClaimScope
from factdesk.search.dates import days_of
from factdesk.words import _

if TYPE_CHECKING:
    from factdesk.library.library import Library

NO_VERDICT = "none"

Statement = Annotated[str | None, typer.Option(help=_("The statement to check, in full."))]
Claimant = Annotated[str | None, typer.Option(help=_("Who says so."))]
SaidWhen = Annotated[str | None, typer.Option(help=_("When it was said."))]
SaidWhere = Annotated[str | None, typer.Option(help=_("Where it was said."))]
KindOption = Annotated[ClaimKind | None, typer.Option("--kind", help=_("What the claim states."))]
StatusOption = Annotated[Status | None, typer.Option("--status", help=_("How far the work is."))]
Verdict = Annotated[str | None, typer.Option(help=_("A rating of the desk's scale, such as mostly_true, or “none”."))]
Rationale = Annotated[str | None, typer.Option(help=_("Why."))]
RiskOption = Annotated[Risk | None, typer.Option("--risk", help=_("What happens when it goes out as it is."))]
Wording = Annotated[str | None, typer.Option(help=_("The wording proposed instead."))]
AnswerOption = Annotated[Answer | None, typer.Option("--answer", help=_("The answer to that wording."))]
Assignee = Annotated[str | None, typer.Option(help=_("Who checks it."))]
Reviewer = Annotated[str | None, typer.Option(help=_("Who reviews it."))]
Due = Annotated[str | None, typer.Option(help=_("When it is due, as 2026-03-14."))]
Tags = Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help=_("A tag; may be given more than once."))]


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file into the tree."""
    group = typer.Typer(help=_("Mark a claim, or change one."), rich_markup_mode=None, no_args_is_help=False)
    group.command("add", help=_("Mark exact words of an article as a claim."))(add)
    group.command("edit", help=_("Change a claim; an empty value clears a field."))(edit)
    app.add_typer(group, name="claim")
    app.command("claims", help=_("List the claims, of one article or of all."))(claims)


def add(
    context: typer.Context,
    *,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help=_("The article, such as A-12."))],
    quote: Annotated[str, typer.Option(help=_("The exact words, as they stand in the newest version."))],
    statement: Statement = None,
    claimant: Claimant = None,
    said_when: SaidWhen = None,
    said_where: SaidWhere = None,
    kind: KindOption = None,
    status: StatusOption = None,
    verdict: Verdict = None,
    rationale: Rationale = None,
    risk: RiskOption = None,
    wording: Wording = None,
    answer: AnswerOption = None,
    assignee: Assignee = None,
    reviewer: Reviewer = None,
    due: Due = None,
    tag: Tags = None,
) -> None:
    """Mark a claim by its words."""
    if not quote.strip():
        raise UsageError(_("“--quote” needs the words that are the claim."))
    session = of(context)
    with session.writing() as library:
        patch = ClaimPatch(
            statement, claimant, said_when, said_where, kind, status, _rating(library, verdict), rationale, risk,
            wording, answer, assignee, reviewer, _date(due), tuple(tag) if tag else None,
        )  # fmt: skip
        number = ClaimId(library.claims.mark_quote(article_id(library, article), quote).new(Kind.CLAIM))
        if patch != ClaimPatch():
            library.claims.edit(number, patch)
        detail = library.claims.detail(number)
    out = session.out
    out.result(shapes.whole_claim(detail), lambda: out.row(public_id(Kind.CLAIM, number), detail.row.anchor.exact))


def edit(
    context: typer.Context,
    *,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help=_("The claim, such as C-345."))],
    statement: Statement = None,
    claimant: Claimant = None,
    said_when: SaidWhen = None,
    said_where: SaidWhere = None,
    kind: KindOption = None,
    status: StatusOption = None,
    verdict: Verdict = None,
    rationale: Rationale = None,
    risk: RiskOption = None,
    wording: Wording = None,
    answer: AnswerOption = None,
    assignee: Assignee = None,
    reviewer: Reviewer = None,
    due: Due = None,
    tag: Tags = None,
) -> None:
    """Change a claim."""
    session = of(context)
    with session.writing() as library:
        patch = ClaimPatch(
            statement, claimant, said_when, said_where, kind, status, _rating(library, verdict), rationale, risk,
            wording, answer, assignee, reviewer, _date(due), None if not tag else tuple(one for one in tag if one),
        )  # fmt: skip
        if patch == ClaimPatch():
            raise UsageError(
                _("Nothing to change was named."), hint=_("“factdesk claim edit --help” lists the fields.")
            )
        number = claim_id(library, claim)
        library.claims.edit(number, patch)
        detail = library.claims.detail(number)
    out = session.out
    out.result(shapes.whole_claim(detail), lambda: out.row(public_id(Kind.CLAIM, number), detail.row.anchor.exact))


def claims(
    context: typer.Context,
    *,
    article: Annotated[str, typer.Argument(metavar="[ARTICLE]", help=_("Only those of this article."))] = "",
    status: Annotated[Status | None, typer.Option(help=_("Only those this far."))] = None,
    assignee: Annotated[str, typer.Option(help=_("Only those of this checker."))] = "",
    open_only: Annotated[bool, typer.Option("--open", help=_("Only those not done."))] = False,
    trash: Annotated[bool, typer.Option("--trash", help=_("Those in the trash instead."))] = False,
) -> None:
    """List the claims."""
    session = of(context)
    with session.reading() as library:
        number = article_id(library, article) if article else None
        rows = library.claims.rows(
            ClaimScope(
                article_id=number, status=status, assignee=assignee, trash=trash, is_open=True if open_only else None
            )
        )
    out = session.out

    def words() -> None:
        if not rows:
            out.nothing(is_narrowed=bool(article or status or assignee or open_only or trash))
        out.table(
            (_("Claim"), _("Article"), _("Verdict"), _("Status"), _("Words")),
            (
                (
                    public_id(Kind.CLAIM, row.id),
                    public_id(Kind.ARTICLE, row.article_id),
                    row.verdict or "-",
                    row.status.value,
                    row.anchor.exact,
                )
                for row in rows
            ),
        )

    out.result({"claims": [shapes.claim(row) for row in rows]}, words)


def _date(words: str | None) -> str | None:
    """Give a date as it was typed; UsageError for what is none, by which nothing would ever be due."""
    if words and days_of(words) is None:
        raise UsageError(_("“{words}” is no date; write it as 2026-03-14.").format(words=words))
    return words


def _rating(library: Library, words: str | None) -> str | None:
    """Give the key of the rating named; "" for none, None for not named. UsageError for others."""
    if words is None:
        return None
    return "" if words.strip().casefold() in {"", NO_VERDICT} else rating_key(library, words)
