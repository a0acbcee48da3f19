"""The tree of commands, put together from the files of the groups."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import typer

from factdesk.cli import articles, claims, filing, memos, searching, showing, sources, upkeep, window
from factdesk.cli.session import of
from factdesk.words import _

GROUPS = (filing, articles, showing, claims, sources, searching, memos, upkeep, window)


@cache
def command_line() -> Callable[..., Any]:
    """Give the command line: called with the arguments it runs a command and returns its exit code or None."""
    app = typer.Typer(
        name="factdesk",
        no_args_is_help=False,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help=_(
            "Factdesk, a fact-check desk for newsrooms. “--library DIR” (or the environment variable FACTDESK_LIBRARY)"
            " and “--json” may stand before or after the command."
        ),
        epilog=_("Exit codes: 0 done, 1 something failed, 2 not understood, 3 the library cannot be opened."),
    )
    app.callback(invoke_without_command=True)(_common)
    for group in GROUPS:
        group.add_to(app)
    return app


def _common(
    context: typer.Context, *, version: bool = typer.Option(False, "--version", help=_("Say the version."))
) -> None:
    """Say the version, or open the window when no command is named."""
    if version:
        upkeep.say_version(of(context))
        raise typer.Exit
    if context.invoked_subcommand is None:
        window.open_window(of(context))
