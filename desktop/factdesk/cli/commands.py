"""The tree of commands, put together from the files of the groups."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any, Protocol

import typer
from typer.main import get_command

from factdesk.cli import articles, claims, filing, memos, searching, showing, sources, upkeep, window
from factdesk.cli.helping import WordedCommand, WordedGroup
from factdesk.cli.session import of
from factdesk.words import _

GROUPS = (filing, articles, showing, claims, sources, searching, memos, upkeep, window)
ORDER = (
    "new", "file", "articles", "show", "claim", "claims", "source", "sources", "link", "search", "memo", "memos",
    "delete", "restore", "undo", "redo", "history", "check", "reindex", "backup", "gui", "tour", "version",
)  # fmt: skip
"""The order of the help: that of the main job, then upkeep, then the window."""


log = logging.getLogger(__name__)


class CommandLine(Protocol):
    """The built tree."""

    def main(self, args: Sequence[str], *, prog_name: str, standalone_mode: bool, obj: object) -> Any:
        """Run a command and give its exit code, or None."""


class OrderedGroup(WordedGroup):
    """Lists the commands in ORDER."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names of the commands."""
        return sorted(super().list_commands(ctx), key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))


@cache
def command_line() -> CommandLine:
    """Give the command line: its `main` runs a command and returns an exit code or None.

    The tree is built once, and called past `Typer`, which would put its own hook for uncaught errors over the log's.
    """
    app = typer.Typer(
        name="factdesk",
        cls=OrderedGroup,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help=_("Factdesk, a fact-check desk for newsrooms."),
        epilog=_("Exit codes: 0 done, 1 something failed, 2 not understood, 3 the library cannot be opened."),
    )
    app.callback(invoke_without_command=True)(_common)
    for file in GROUPS:
        file.add_to(app)
    for group in app.registered_groups:
        group.cls = WordedGroup
    for tree in (app, *(group.typer_instance for group in app.registered_groups)):
        for command in tree.registered_commands if tree else ():
            command.cls = WordedCommand
            command.epilog = _("“--library DIR”, “--json” and “--verbose” may stand here too.")
    return get_command(app)


def _common(
    context: typer.Context,
    *,
    library: Annotated[
        str,
        typer.Option(metavar="DIR", help=_("The library; else the one FACTDESK_LIBRARY names."), show_default=False),
    ] = "",
    json: Annotated[bool, typer.Option("--json", help=_("Print one JSON object."))] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help=_("Write more into the log."))] = False,
    version: Annotated[bool, typer.Option("--version", help=_("Say the version."))] = False,
) -> None:
    """Say the version, or open the window when no command is named.

    The first three stand here for the help: they were lifted out of the arguments before.
    """
    del library, json, verbose
    log.info("command %s", context.invoked_subcommand or "gui")
    if version:
        upkeep.say_version(of(context))
        raise typer.Exit
    if context.invoked_subcommand is None:
        window.open_window(of(context))
