"""`check`, `reindex`, `history`, `undo`, `redo`, `backup` and `version`: whether all is well, and what was done."""

from __future__ import annotations

from typing import Annotated

import typer

from factdesk import __version__
from factdesk.cli import shapes
from factdesk.cli.output import ExitCode
from factdesk.cli.session import Session, of
from factdesk.errors import ConflictError
from factdesk.model.changes import Changes
from factdesk.model.verbs import Verb
from factdesk.words import _, ngettext


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file into the tree."""
    app.command("check", help=_("Check originals, history and index."))(check)
    app.command("reindex", help=_("Build the search index anew."))(reindex)
    app.command("history", help=_("List what was done, newest first."))(history)
    app.command("undo", help=_("Take the last deed back."))(undo)
    app.command("redo", help=_("Do again what was taken back."))(redo)
    app.command("backup", help=_("Keep a verified copy of the database."))(backup)
    app.command("version", help=_("Say the version."))(version)


def check(context: typer.Context) -> None:
    """Check the library."""
    session = of(context)
    with session.reading() as library, session.watch(_("Checking")) as progress:
        problems = library.upkeep.check(progress=progress, cancel=session.cancel)
    if problems:
        session.code = ExitCode.FAILED
    out = session.out
    out.result(
        {"problems": [shapes.problem(one) for one in problems]},
        lambda: out.table((_("Id"), _("Problem")), ((one.id, one.sentence) for one in problems)),
    )
    out.note(
        ngettext("{n} problem.", "{n} problems.", len(problems)).format(n=len(problems))
        if problems
        else _("All is as it should be.")
    )


def reindex(context: typer.Context) -> None:
    """Rebuild the index."""
    session = of(context)
    with session.writing() as library, session.watch(_("Indexing")) as progress:
        count = library.indexing.rebuild(progress, session.cancel)
    out = session.out
    out.result({"documents": count}, lambda: out.line(str(count)))


def history(
    context: typer.Context,
    *,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help=_("How many to give."))] = 50,
    before: Annotated[int | None, typer.Option(min=1, help=_("Only lines before this number."))] = None,
) -> None:
    """List the history."""
    session = of(context)
    with session.reading() as library:
        rows = library.history.rows(limit=limit, before=before)
    out = session.out
    out.result(
        {"events": [shapes.event(row) for row in rows]},
        lambda: out.table(
            (_("Line"), _("When"), _("Who"), _("Deed"), _("Thing"), _("What")),
            (
                (str(row.id), shapes.moment(row.at) or "", row.who, Verb(row.verb).words, row.subject, row.summary)
                for row in rows
            ),
        ),
    )


def undo(context: typer.Context) -> None:
    """Undo the last deed."""
    session = of(context)
    with session.writing() as library:
        deed = library.history.undo_words()
        changes = library.history.undo()
    if changes.event is None:
        raise ConflictError(_("There is nothing to undo."))
    _told(session, deed, changes, _("Undone: {deed}"))


def redo(context: typer.Context) -> None:
    """Redo what was undone last."""
    session = of(context)
    with session.writing() as library:
        deed = library.history.redo_words()
        changes = library.history.redo()
    if changes.event is None:
        raise ConflictError(_("There is nothing to redo."))
    _told(session, deed, changes, _("Done again: {deed}"))


def backup(context: typer.Context) -> None:
    """Back the database up."""
    session = of(context)
    with session.writing() as library:
        path = library.upkeep.backup()
    out = session.out
    out.result({"path": str(path)}, lambda: out.text(str(path)))


def version(context: typer.Context) -> None:
    """Say the version."""
    say_version(of(context))


def say_version(session: Session) -> None:
    """Print the version."""
    session.out.result({"version": __version__}, lambda: session.out.line(f"factdesk {__version__}"))


def _told(session: Session, deed: str, changes: Changes, pattern: str) -> None:
    """Say which deed was undone or redone; `pattern` holds {deed}."""
    session.out.result(shapes.changed(deed, changes), lambda: session.out.line(pattern.format(deed=deed)))
