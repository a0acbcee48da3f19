"""The frame of `--help` (headings, the line of usage, its own option) in the language spoken; typer's is English alone.

Only what typer leaves open to its own classes of commands and groups is overridden: which sections a help has, what
they are called and what the option says. What typer says of a command line it does not understand stays English.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup

from factdesk.words import _

Row = tuple[str, str]


class WordedCommand(TyperCommand):
    """A command whose help is all in one language."""

    def get_help_option(self, ctx: Any) -> Any:
        """Give the option, saying in our words what it does."""
        return _worded(super().get_help_option(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=_usage())

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what the command takes."""
        _write(formatter, _("Arguments"), _rows(self, ctx, "argument"))
        _write(formatter, _("Options"), _rows(self, ctx, "option"))


class WordedGroup(TyperGroup):
    """A group of commands whose help is all in one language."""

    def get_help_option(self, ctx: Any) -> Any:
        """Give the option, saying in our words what it does."""
        return _worded(super().get_help_option(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=_usage())

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what stands before a command, then the commands."""
        _write(formatter, _("Options"), _rows(self, ctx, "option"))
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands, in the order in which they are listed."""
        known = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        _write(formatter, _("Commands"), [(name, one.help or "") for name, one in known if one and not one.hidden])


def _usage() -> str:
    """Head the line of usage."""
    return f"{_('Usage')}: "


def _worded(option: Any) -> Any:
    """Let the help option tell what it does in the language spoken; None where a command has none."""
    if option is not None:
        option.help = _("Show this help.")
    return option


def _rows(command: Any, ctx: Any, kind: str) -> list[Row]:
    """Give the names of arguments or options with what is said of each."""
    records = (one.get_help_record(ctx) for one in command.get_params(ctx) if one.param_type_name == kind)
    return [(names, _facts(words)) for names, words in filter(None, records)]


def _facts(words: str) -> str:
    """Word what typer adds in square brackets behind the text of an option."""
    return words.replace("[required]", f"[{_('required')}]").replace("[default: ", f"[{_('default')}: ")


def _write(formatter: Any, heading: str, rows: Iterable[Row]) -> None:
    """Write a section, unless it is empty."""
    if shown := list(rows):
        with formatter.section(heading):
            formatter.write_dl(shown)
