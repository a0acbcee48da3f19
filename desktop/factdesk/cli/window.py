"""`gui` and `tour`: the window itself, and the main job done by driving it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factdesk.cli.output import ExitCode
from factdesk.cli.session import Session, of
from factdesk.settings import ThemeChoice
from factdesk.words import _


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file into the tree."""
    app.command("gui", help=_("Open the window."))(gui)
    app.command("tour", help=_("Do the main job in pictures."))(tour)


def gui(
    context: typer.Context,
    *,
    files: Annotated[list[Path] | None, typer.Argument(metavar="[FILE…]", help=_("Files to file at once."))] = None,
    theme: Annotated[ThemeChoice | None, typer.Option(help=_("Its colours."))] = None,
    open_id: Annotated[str | None, typer.Option("--open", metavar="ID", help=_("What to show, such as C-345."))] = None,
) -> None:
    """Open the window."""
    open_window(of(context), theme=theme, open_id=open_id, files=tuple(files or ()))


def tour(
    context: typer.Context,
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help=_("Where the pictures, the memo and the library go."))
    ] = Path("factdesk-tour"),
) -> None:
    """Run the tour."""
    session = of(context)
    made = session.doors.tour(out.expanduser().absolute())

    def words() -> None:
        for path in made:
            session.out.text(str(path))

    session.out.result({"files": [str(path) for path in made]}, words)


def open_window(
    session: Session, *, theme: ThemeChoice | None = None, open_id: str | None = None, files: tuple[Path, ...] = ()
) -> None:
    """Open the window on the library named, if any, and end as it ends."""
    library = session.folder if session.library else None
    code = session.doors.window(library, theme.value if theme else None, open_id, files)
    session.code = ExitCode.DONE if code == 0 else ExitCode.FAILED
