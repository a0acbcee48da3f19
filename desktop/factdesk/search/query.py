"""The query language: what a person types becomes a frozen tree. `parse` takes any text and never fails.

Words (AND between them), "phrases", "phrases"~3 with words between, a NEAR b, a NEAR/5 b, AND OR NOT (in capitals; also
-word), parentheses, prefix*, *pat?tern*, fuzzy~ and fuzzy~2, =exact, field:value for every row of fields.py,
published:2026-01..2026-03 with open ends, published:>2026, published:"last month", claims:2..4, has:note, public ids
(A-12).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from factdesk.search.folding import parts
from factdesk.search.lexer import cut, normal
from factdesk.search.nodes import And, Everything, InField, Nearby, Node, Not, Nothing, Or, Phrase, PublicId, Word
from factdesk.search.parser import Parser
from factdesk.words import _

LONGEST = 2000
WIDENED_FROM = 3
"""Words; of fewer a person means each."""
SENTENCE_FROM = 6
"""Words from which on signs of the query language are taken for those of a sentence."""


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


def parse(text: str, *, is_typing: bool = False, today: date | None = None) -> Query:
    """Read what was typed; linear in its length, which is cut at `LONGEST` code points.

    `is_typing`: the last word may be unfinished, so words that begin with it are found too. `today`: the day that
    "yesterday" is told by; the day on this machine when none is given.
    """
    ignored: list[str] = []
    whole = text
    if len(text) > LONGEST:
        text = text[:LONGEST]
        ignored.append(_("Only the first {number} characters were looked for.").format(number=LONGEST))
    text = normal(text)
    if not text.strip():
        return Query(Everything(), tuple(ignored), whole)
    parser = Parser(cut(text), today or date.today(), is_typing=is_typing)
    root = parser.parse()
    return Query(Nothing() if root is None else root, (*ignored, *parser.ignored), whole)


def widened(query: Query) -> Query | None:
    """Give the query that asks for any of its words in place of all; None when it is no row of words.

    Questions and sentences typed as they are hardly ever have all their words in one text. What was put in quotation
    marks or excluded is meant so in a short query; in a long one it is part of the sentence.
    """
    if not isinstance(query.root, And) or " AND " in query.text:
        return None
    words: dict[str, None] = {}
    is_plain = True
    for node in query.root.nodes:
        if not isinstance(node, Word | Phrase | PublicId | Not):
            return None
        is_plain = is_plain and isinstance(node, Word)
        texts = node.words if isinstance(node, Phrase) else () if isinstance(node, Not) else (node.text,)
        words.update(dict.fromkeys(word for text in texts for word in parts(text)))
    if len(words) < (WIDENED_FROM if is_plain else SENTENCE_FROM):
        return None
    told = _("Few texts have all of these words, so those with some of them are shown.")
    return Query(Or(tuple(map(Word, words))), (*query.ignored, told), query.text)


def spelled(query: Query, also: Callable[[str], Iterable[str]]) -> Query:
    """Give the query with other spellings of its names beside them, and say which; `also` gives those of one word."""
    others: dict[str, None] = {}

    def walk(node: Node) -> Node:
        match node:
            case Word(text):
                found = tuple(also(text))
                others.update(dict.fromkeys(found))
                return Or((node, *map(Word, found))) if found else node
            case And(nodes):
                return And(tuple(map(walk, nodes)))
            case Or(nodes):
                return Or(tuple(map(walk, nodes)))
            case InField(name, inner):
                return InField(name, walk(inner))
        return node

    root = walk(query.root)
    if not others:
        return query
    told = _("Also looked for: {words}. Put “=” before a word for it alone.").format(words=", ".join(others))
    return Query(root, (*query.ignored, told), query.text)


def positive(node: Node) -> Iterator[Node]:
    """Go through the leaves that a found document should show: not those under NOT, not those of fields."""
    if isinstance(node, And | Or | Nearby):
        for one in node.nodes:
            yield from positive(one)
    elif not isinstance(node, Not | InField):
        yield node
