"""The pages of the help: their order, their words in the language now spoken, and what of them is filled in.

`{key:search.open}` becomes the key now set for an action, `{keys}` the list of all actions, `{settings}` that of the
settings, `{fields}` that of the fields a search can name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from factdesk.paths import resource
from factdesk.search.fields import FIELDS
from factdesk.settings import Settings
from factdesk.ui.dialogs.settings.general import shown_fields
from factdesk.ui.itemmodels.commands import Command
from factdesk.words import _, language

ORDER = (
    "start", "filing", "reading", "claims", "evidence", "coverage", "versions", "search", "memo", "keys", "settings",
    "library", "command-line", "privacy-and-safety",
)  # fmt: skip
EMPTY = "\u00a0"
"""Stands in a cell without words: Qt makes one cell of it and the one before, where there is nothing at all."""
_KEY = re.compile(r"\{key:([\w.]+)\}")
_MARKS = re.compile(r"[`*_|#>\[\]]+|\(([\w-]+)\.md(?:#[\w-]+)?\)")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: its name, its title, its Markdown with everything filled in."""

    name: str
    title: str
    markdown: str

    @property
    def plain(self) -> str:
        """Give the words without marks, for searching."""
        return _MARKS.sub(" ", self.markdown)

    def count(self, words: Sequence[str]) -> int:
        """Count how often the words stand in the page; 0 when one of them is missing."""
        text = self.plain.casefold()
        counts = [text.count(word.casefold()) for word in words]
        return sum(counts) if counts and all(counts) else 0


def read_pages(commands: Sequence[Command]) -> dict[str, HelpPage]:
    """Read all pages, each in the language now spoken or else in English."""
    by_id = {command.id: command for command in commands}
    return {name: _page(name, by_id) for name in ORDER}


def source_of(name: str, code: str) -> str:
    """Give the Markdown of a page as it is written, in a language or else in English."""
    for folder in (code, "en"):
        path = resource(f"help/{folder}/{name}.md")
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(name)


def _page(name: str, commands: Mapping[str, Command]) -> HelpPage:
    source = source_of(name, language())
    filled = _KEY.sub(lambda found: _key_words(commands[found.group(1)]), source)
    fills: dict[str, Callable[[], str]] = {
        "{keys}": lambda: _keys(commands),
        "{settings}": _settings,
        "{fields}": _fields,
    }
    for mark, fill in fills.items():
        if mark in filled:
            filled = filled.replace(mark, fill())
    title = filled.partition("\n")[0].removeprefix("# ").strip()
    return HelpPage(name, title, filled)


def _key_words(command: Command) -> str:
    """Write a key; an action without one is named as it stands in its menu."""
    if command.key:
        return f"`{command.key}`"
    return _("{menu} › {command}").format(menu=command.group, command=command.text.rstrip("…"))


def _keys(commands: Mapping[str, Command]) -> str:
    lines: list[str] = []
    group = ""
    for command in commands.values():
        if command.group != group:
            group = command.group
            lines += ["", f"## {group}", "", f"| {_('Command')} | {_('Key')} | {EMPTY} |", "|---|---|---|"]
        key = f"`{command.key}`" if command.key else EMPTY
        lines.append(f"| {command.text} | {key} | {command.note or EMPTY} |")
    return "\n".join(lines)


def _settings() -> str:
    lines = [f"| {_('Setting')} | {EMPTY} |", "|---|---|"]
    for name in shown_fields():
        field = Settings.model_fields[name]
        lines.append(f"| {_(field.title or name)} | {_(field.description or '')} |")
    return "\n".join(lines)


def _fields() -> str:
    lines = [f"| {_('Field')} | {_('Also')} |", "|---|---|"]
    for row in FIELDS:
        also = ", ".join(f"`{name}:`" for name in row.aliases)
        lines.append(f"| `{row.name}:` | {also or EMPTY} |")
    return "\n".join(lines)
