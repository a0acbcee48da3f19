"""The query language: what a person types becomes a frozen tree. `parse` takes any text and never fails.

Words (AND between them), "phrases", AND OR NOT (in capitals; also -word), parentheses, prefix*, field:value for every
row of fields.py, published:2026-01..2026-03 with open ends, public ids (A-12).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factdesk.search.lexer import cut, normal
from factdesk.search.nodes import And, Everything, InField, Node, Not, Nothing, Or
from factdesk.search.parser import Parser
from factdesk.words import _

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `ignored` names in sentences what was left out; `text` is what was typed."""

    root: Node
    ignored: tuple[str, ...] = ()
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked, so that everything is found."""
        return isinstance(self.root, Everything)


def parse(text: str, *, is_typing: bool = False) -> Query:
    """Read what was typed; linear in its length, which is cut at `LONGEST` code points.

    `is_typing`: the last word may be unfinished, so words that begin with it are found too.
    """
    ignored: list[str] = []
    whole = text
    if len(text) > LONGEST:
        text = text[:LONGEST]
        ignored.append(_("Only the first {number} characters were looked for.").format(number=LONGEST))
    text = normal(text)
    if not text.strip():
        return Query(Everything(), tuple(ignored), whole)
    parser = Parser(cut(text), is_typing)
    root = parser.parse()
    return Query(Nothing() if root is None else root, (*ignored, *parser.ignored), whole)


def positive(node: Node) -> Iterator[Node]:
    """Go through the leaves that a found document should show: not those under NOT, not those of fields."""
    if isinstance(node, And | Or):
        for one in node.nodes:
            yield from positive(one)
    elif not isinstance(node, Not | InField):
        yield node
