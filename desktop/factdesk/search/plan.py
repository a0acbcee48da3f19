"""Turns a query tree into terms of the index: the last step that every engine shares.

A word of a query has no language, so it becomes the terms of its forms in each language that the index holds; each
term names its language, and so no text is ever met by another language's stem.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factdesk.search.fields import BY_NAME, Compare
from factdesk.search.folding import fold, label, parts
from factdesk.search.forms import forms
from factdesk.search.nodes import (
    And,
    Everything,
    InField,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    PublicId,
    Published,
    Word,
)

STEM = "stem"
"""The field of all words in all forms."""
WORD = "word"
"""The field of all words as they stand (folded), with their places."""


@dataclass(frozen=True, slots=True)
class AnyTerm:
    """Documents with any of these terms of one field: the forms of one word, scored as one."""

    field: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Documents with these terms of one field, one place after the other."""

    field: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Starts:
    """Documents with a term of the field that begins so."""

    field: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Within:
    """Documents published in these days; an engine reads `dates.is_within` on their dates."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Documents in all of them."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Documents in any of them."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """All documents but those of the step."""

    step: Step


Step = AnyTerm | Row | Starts | Within | AllOf | AnyOf | NoneOf | Everything | Nothing


def plan(node: Node, languages: Iterable[str]) -> Step:
    """Give the steps for a tree; `languages` are the codes (as `languages.known` gives them) the index holds."""
    return _step(node, tuple(languages), "")


def _step(node: Node, codes: tuple[str, ...], field: str) -> Step:  # noqa: PLR0911  (one line a kind of node)
    match node:
        case And(nodes):
            return AllOf(tuple(_step(one, codes, field) for one in nodes))
        case Or(nodes):
            return AnyOf(tuple(_step(one, codes, field) for one in nodes))
        case Not(inner):
            return NoneOf(_step(inner, codes, field))
        case InField(name, inner):
            return _step(inner, codes, name)
        case Published(start, end):
            return Within(start, end)
        case PublicId(text):
            return AnyOf((AnyTerm("id", (label(text),)), _words(Word(text), codes, STEM, WORD)))
        case Word() | Phrase() | Prefix():
            return _in_field(node, codes, field) if field else _words(node, codes, STEM, WORD)
    return node


def _in_field(node: Word | Phrase | Prefix, codes: tuple[str, ...], name: str) -> Step:
    if BY_NAME[name].compare is not Compare.LABEL:
        return _words(node, codes, name, name)
    value = label(" ".join(node.words) if isinstance(node, Phrase) else node.text)
    if not value:
        return Nothing()
    if isinstance(node, Prefix) or (isinstance(node, Word) and node.is_open):
        return Starts(name, value)
    return AnyTerm(name, (value,))


def _words(node: Word | Phrase | Prefix, codes: tuple[str, ...], stems: str, words: str) -> Step:
    if isinstance(node, Phrase):
        row = tuple(folded for folded in map(fold, node.words) if folded)
        return _row(words, row)
    folded = tuple(one for one in map(fold, parts(node.text)) if one)
    if not folded:
        return Nothing()
    if isinstance(node, Prefix):
        return _open(words, folded)
    terms = tuple(dict.fromkeys(term for code in codes for term in forms(code).joined(node.text)))
    steps: list[Step] = [AnyTerm(stems, terms)] if terms else []
    if len(folded) > 1:
        steps.append(Row(words, folded))
    if node.is_open:
        steps.append(_open(words, folded))
    return _any(steps)


def _open(field: str, words: tuple[str, ...]) -> Step:
    """The last word may go on: "state-of-the-a"."""
    before = words[:-1]
    last = Starts(field, words[-1])
    return AllOf((_row(field, before), last)) if before else last


def _row(field: str, words: tuple[str, ...]) -> Step:
    if not words:
        return Nothing()
    return Row(field, words) if len(words) > 1 else AnyTerm(field, words)


def _any(steps: list[Step]) -> Step:
    if not steps:
        return Nothing()
    return steps[0] if len(steps) == 1 else AnyOf(tuple(steps))
