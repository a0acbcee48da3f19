"""The help page, the schema and the command line say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cli.schema import SCHEMA
from factdesk.cli.commands import ORDER, command_line
from factdesk.paths import resource

PAGE = resource("help/en/command-line.md").read_text(encoding="utf-8")
WITHOUT_RESULT = {"gui"}


def commands() -> Iterator[tuple[str, Any]]:
    """Give every command by its full name."""
    tree: Any = command_line()
    for name, command in tree.commands.items():
        if hasattr(command, "commands"):
            yield from ((f"{name} {below}", one) for below, one in command.commands.items())
        else:
            yield name, command


def row(name: str) -> str:
    """Give the line of the help page's table of commands that tells of a command."""
    return next((line for line in PAGE.splitlines() if re.match(rf"\| [^|]*`{name}[ `|]", line)), "")


def test_every_command_has_its_line_on_the_help_page() -> None:
    assert [name for name, _command in commands() if not row(name)] == []


def test_every_option_is_named_on_its_commands_line() -> None:
    missing = [
        f"{name} {parameter.opts[-1]}"
        for name, command in commands()
        if name != "claim edit"
        for parameter in command.params
        if parameter.param_type_name == "option"
        if not any(option in row(name) for option in parameter.opts)
    ]
    assert missing == []


def test_every_option_on_the_page_is_one_of_the_command_line() -> None:
    parameters = [one for _name, command in commands() for one in command.params]
    known = {option for one in parameters for option in (*one.opts, *one.secondary_opts)}
    named = set(re.findall(r"--[a-z][a-z-]+", PAGE))
    assert named <= known | {"--library", "--json", "--verbose", "--help", "--version"}


def test_every_command_has_a_schema_and_a_line_on_its_result() -> None:
    names = {name for name, _command in commands()} - WITHOUT_RESULT
    assert names == set(SCHEMA["commands"])
    results = PAGE.split("## JSON")[1]
    assert [name for name in names if f"`{name}`" not in results] == []


def test_the_order_of_the_help_names_every_command() -> None:
    assert {name.split()[0] for name, _command in commands()} == set(ORDER)


def test_every_error_code_on_the_page_stands_in_the_code() -> None:
    from factdesk import errors
    from factdesk.cli.arguments import UsageError

    named = set(re.findall(r"`(\w+)`", PAGE.split("every language and version:")[1].split("\n")[0]))
    known = {value.code for value in vars(errors).values() if hasattr(value, "code")} | {UsageError.code}
    assert known - {"error", "failed"} <= named
