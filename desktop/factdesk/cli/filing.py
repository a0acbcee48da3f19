"""`new` and `file`: make a library, and take texts in."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factdesk.cli.output import ExitCode, Output
from factdesk.cli.session import of
from factdesk.cli.shapes import Shape, named
from factdesk.errors import InputError
from factdesk.library.filing_values import Origin, OriginKind
from factdesk.model.enums import FilingOutcome, Kind, Role
from factdesk.model.values.articles import FilingItem
from factdesk.words import _, ngettext

if TYPE_CHECKING:
    from factdesk.library.library import Library

STDIN = "-"


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file into the tree."""
    app.command("new", help=_("Make an empty library in a new folder."))(new)
    app.command("file", help=_("File files, folders, addresses or - (stdin)."))(file)


def new(
    context: typer.Context,
    *,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("The folder to make; its name ends in .factdesk."))],
) -> None:
    """Make a library."""
    session = of(context)
    place = folder.expanduser()
    library = session.maker(place)
    try:
        result: Shape = {"path": str(library.folder), "name": library.name}
    finally:
        library.close()
    session.out.result(result, lambda: session.out.text(str(result["path"])))


def file(
    context: typer.Context,
    *,
    places: Annotated[
        list[str],
        typer.Argument(metavar="PATH|URL…", help=_("Files, folders, addresses, or - for the text on standard input.")),
    ],
    role: Annotated[Role, typer.Option(help=_("What the texts are on the desk for."))] = Role.DRAFT,
    json_lines: Annotated[
        bool, typer.Option("--json-lines", help=_("Print each item as a line of JSON once it is safe on disk."))
    ] = False,
) -> None:
    """File texts; one bad one never stops the rest."""
    session = of(context)
    with session.writing(apart=True) as library:
        origins = tuple(_origins(library, places))
        names = {origin.value: STDIN if origin.kind is OriginKind.TEXT else origin.value for origin in origins}
        with session.watch(_("Filing")) as progress:
            items = library.filing.file_many(
                origins,
                progress=progress,
                cancel=session.cancel,
                role=role,
                on_item=lambda item: _tell(session.out, item, names[item.source], as_line=json_lines),
            )
    failed = sum(1 for item in items if item.outcome is FilingOutcome.FAILED)
    if failed or len(items) < len(origins):
        session.code = ExitCode.FAILED
    session.out.note(_summary(items, left=len(origins) - len(items)))
    if not json_lines:
        session.out.result({"items": [shape(item, names[item.source]) for item in items]}, lambda: None)


def shape(item: FilingItem, source: str) -> Shape:
    """Give what became of one item; `source` is what was typed for it."""
    error = f"{item.error} {item.hint}".strip()
    return {
        "source": source,
        "outcome": item.outcome.value,
        "id": named(Kind.ARTICLE, item.article_id),
        "title": item.title,
        "error": error or None,
    }


def _origins(library: Library, places: Iterable[str]) -> Iterator[Origin]:
    """Tell addresses, standard input, folders and files apart; folders are walked."""
    for place in places:
        if place == STDIN:
            yield Origin.text(_standard_input())
        elif "://" in place:
            yield Origin.url(place)
        else:
            path = Path(place).expanduser()
            yield from (Origin.file(one) for one in (library.filing.expand([path]) if path.is_dir() else (path,)))


def _standard_input() -> str:
    """Read the text on standard input, which is UTF-8."""
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            _("The text on standard input is not UTF-8."), hint=_("Save it as a file and file that instead.")
        ) from error


def _tell(out: Output, item: FilingItem, source: str, *, as_line: bool) -> None:
    """Say at once what became of an item that is safe on disk, or why it failed."""
    if as_line:
        out.json_line(shape(item, source))
    elif not out.is_json and item.outcome is not FilingOutcome.FAILED:
        out.row(named(Kind.ARTICLE, item.article_id) or "", _outcome(item.outcome), item.title)
    if item.outcome is FilingOutcome.FAILED:
        out.note(f"{source}: {item.error} {item.hint}")


def _outcome(outcome: FilingOutcome) -> str:
    """Give an outcome in words."""
    return {
        FilingOutcome.FILED: _("filed"),
        FilingOutcome.NEW_VERSION: _("new version"),
        FilingOutcome.KNOWN: _("known already"),
        FilingOutcome.TWIN: _("known address"),
        FilingOutcome.FAILED: _("failed"),
    }[outcome]


def _summary(items: Sequence[FilingItem], *, left: int) -> str:
    """Say how the filing ended; `left` were not begun when it was stopped."""
    counts = {outcome: sum(1 for item in items if item.outcome is outcome) for outcome in FilingOutcome}
    told = ", ".join(f"{count} {_outcome(outcome)}" for outcome, count in counts.items() if count)
    stopped = ngettext("Stopped; {n} was not begun.", "Stopped; {n} were not begun.", left).format(n=left)
    return f"{told or _('Nothing to file')}." + (f" {stopped}" if left else "")
