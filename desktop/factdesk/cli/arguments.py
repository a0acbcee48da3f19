"""The options that may stand before or after the verb, lifted out of the arguments before typer sees them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from factdesk.errors import UserError
from factdesk.words import _

LIBRARY_VARIABLE = "FACTDESK_LIBRARY"


class UsageError(UserError):
    """A command line that says nothing Factdesk can do."""

    code = "usage"


@dataclass(frozen=True, slots=True)
class Common:
    """What every command takes, and the arguments that are left for it."""

    library: str
    is_json: bool
    is_verbose: bool
    rest: tuple[str, ...]


def asks_for_json(arguments: Sequence[str]) -> bool:
    """Whether `--json` stands before a `--`; known before all else, so that an error in the rest is JSON too."""
    return "--json" in takewhile(lambda word: word != "--", arguments)


def lift(arguments: Sequence[str]) -> Common:
    """Take `--library DIR`, `--json` and `--verbose` out, wherever they stand before a `--`.

    Without `--library` the library is named by FACTDESK_LIBRARY, or is "". UsageError when DIR is missing.
    """
    library, is_json, is_verbose = "", False, False
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest.extend((word, *words))
        elif word == "--json":
            is_json = True
        elif word == "--verbose":
            is_verbose = True
        elif word == "--library":
            library = next(words, "")
            if not library or library.startswith("--"):
                raise UsageError(_("“--library” needs a folder after it."))
        elif word.startswith("--library="):
            library = word.partition("=")[2]
        else:
            rest.append(word)
    return Common(library or os.environ.get(LIBRARY_VARIABLE, ""), is_json, is_verbose, tuple(rest))
