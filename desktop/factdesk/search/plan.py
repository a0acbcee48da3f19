"""Turns a query tree into terms of the index: the last step that every engine shares.

A word of a query has no language, so it becomes the terms of its forms in each language that the index holds; each
term names its language, and so no text is ever met by another language's stem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from factdesk.search.fields import BY_NAME, Compare
from factdesk.search.folding import HYPHENS, fold, label, parts
from factdesk.search.forms import forms
from factdesk.search.nodes import (
    And,
    Everything,
    Flag,
    InField,
    Nearby,
    Node,
    Not,
    Nothing,
    Number,
    Or,
    Pattern,
    Phrase,
    Prefix,
    PublicId,
    Published,
    Similar,
    Word,
)
from factdesk.search.numbers import rewritten
from factdesk.search.wild import folded, has_stars

STEM = "stem"
"""The field of all words in all forms."""
WORD = "word"
"""The field of all words as they stand (folded), with their places."""
_APART = frozenset(f"{HYPHENS}_ ")


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
class Near:
    """Documents in which one term of each group stands, at most `slop` other words between them in all
    (`nearness.near`). A term with stars ("bud*", "w?rd") stands for every term that fits it (`wild.matching`)."""

    field: str
    groups: tuple[tuple[str, ...], ...]
    slop: int
    in_order: bool


@dataclass(frozen=True, slots=True)
class Matching:
    """Documents with a term of the field that fits the folded pattern (`wild.matching`)."""

    field: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Like:
    """Documents with a term of the field that is spelled within `distance` slips of the folded word
    (`likeness.like`); the word itself counts too."""

    field: str
    word: str
    distance: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Documents that have from `low` to `high` of what a row of `fields.NUMBERS` counts; `counts.MOST` is no end."""

    field: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Flagged:
    """Documents with this one of `fields.FLAGS`."""

    name: str


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


Step = (
    AnyTerm
    | Row
    | Starts
    | Near
    | Matching
    | Like
    | Counted
    | Flagged
    | Within
    | AllOf
    | AnyOf
    | NoneOf
    | Everything
    | Nothing
)
Kin = Callable[[str], Iterable[str]]
"""Gives the folded words of an index that are other forms of a word (`kinship`)."""
_Words = Word | Phrase | Prefix | Pattern | Similar


def alone(_word: str) -> Iterable[str]:
    """Give no other forms of a word."""
    return ()


def plan(node: Node, languages: Iterable[str], kin: Kin = alone) -> Step:
    """Give the steps for a tree; `languages` are the codes (as `languages.known` gives them) the index holds. With
    `kin`, words that are near each other may be so in any of their forms; without, only as they were typed."""
    return _Planner(tuple(languages), kin).step(node, "")


@dataclass(frozen=True, slots=True)
class _Planner:
    """Plans for one index; `field` is the one that is searched, "" for all text."""

    codes: tuple[str, ...]
    kin: Kin

    def step(self, node: Node, field: str) -> Step:  # noqa: PLR0911  (one line a kind of node)
        """Give the step of a node."""
        match node:
            case And(nodes):
                return AllOf(tuple(self.step(one, field) for one in nodes))
            case Or(nodes):
                return AnyOf(tuple(self.step(one, field) for one in nodes))
            case Not(inner):
                return NoneOf(self.step(inner, field))
            case InField(name, inner):
                return self.step(inner, name)
            case Published(start, end):
                return Within(start, end)
            case Number(name, low, high):
                return Counted(name, low, high) if low <= high else Nothing()
            case Flag(name):
                return Flagged(name)
            case PublicId(text):
                return AnyOf((AnyTerm("id", (label(text),)), self._words(Word(text), STEM, WORD)))
            case Nearby(nodes, slop):
                return self._nearby(nodes, slop, field)
            case Word() | Phrase() | Prefix() | Pattern() | Similar():
                return self._in_field(node, field) if field else self._words(node, STEM, WORD)
        return node

    def _in_field(self, node: _Words, name: str) -> Step:
        if BY_NAME[name].compare is not Compare.LABEL:
            return self._words(node, name, name)
        if isinstance(node, Pattern):
            return Matching(name, pattern) if (pattern := _label_pattern(node.text)) else Nothing()
        value = label(" ".join(node.words) if isinstance(node, Phrase) else node.text)
        if not value:
            return Nothing()
        if isinstance(node, Similar):
            return Like(name, value, node.distance)
        if isinstance(node, Prefix) or (isinstance(node, Word) and node.is_open):
            return Starts(name, value)
        return AnyTerm(name, (value,))

    def _words(self, node: _Words, stems: str, words: str) -> Step:
        if isinstance(node, Phrase):
            return _phrase(words, node)
        if isinstance(node, Pattern):
            return Matching(words, pattern) if (pattern := folded(node.text)) else Nothing()
        bare = _folded(parts(node.text))
        if not bare:
            return Nothing()
        if isinstance(node, Prefix):
            return _open(words, bare)
        terms = self._forms(node.text)
        steps: list[Step] = [AnyTerm(stems, terms)] if terms else []
        if len(bare) > 1:
            steps.append(Row(words, bare))
        if isinstance(node, Similar):
            steps.append(_all_of([Like(words, one, node.distance) for one in bare]))
        elif node.is_open:
            steps.append(_open(words, bare))
        return _any_of(steps)

    def _forms(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(term for code in self.codes for term in forms(code).joined(text)))

    def _nearby(self, nodes: tuple[Node, ...], slop: int, field: str) -> Step:
        groups = tuple(group for node in nodes for group in self._groups(node, field) if group)
        if not groups:
            return Nothing()
        # A phrase among them is a phrase, and its words are near the others.
        name = field or WORD
        phrases = [_phrase(name, node) for node in nodes if isinstance(node, Phrase) and len(node.words) > 1]
        return _all_of([Near(name, groups, slop, in_order=False), *phrases])

    def _groups(self, node: Node, field: str) -> list[tuple[str, ...]]:
        """Give the terms that each word of a part of NEAR may stand as."""
        match node:
            case Or(nodes):
                return [
                    tuple(dict.fromkeys(term for one in nodes for group in self._groups(one, field) for term in group))
                ]
            case Phrase(words):
                return [(one,) for one in map(_one_folded, words) if one]
            case Pattern(text):
                return [(folded(text),)]
            case Prefix(text):
                *before, last = _folded(parts(text)) or ("",)
                return [*((one,) for one in before), *([(f"{last}*",)] if last else [])]
            case Word(text, is_open):
                return self._groups_of_word(_folded(parts(text)), text, field, is_open)
        return []

    def _groups_of_word(self, bare: tuple[str, ...], text: str, field: str, is_open: bool) -> list[tuple[str, ...]]:
        groups: list[tuple[str, ...]] = [(one,) for one in bare[:-1]]
        for last in bare[-1:]:
            # Fields keep the places of forms too; of all text only those of words as they stand are known.
            others = self._forms(text) if field and len(bare) == 1 else ()
            further = tuple(self.kin(last)) if not field else ()
            groups.append(tuple(dict.fromkeys((last, *others, *further, *([f"{last}*"] if is_open else [])))))
        return groups


def _phrase(field: str, phrase: Phrase) -> Step:
    """Words one after the other; those with others between them, or with stars, have to be told by their places."""
    words = tuple(one for one in map(_one_folded, phrase.words) if one)
    if len(words) > 1 and (phrase.slop or any(map(has_stars, words))):
        return Near(field, tuple((one,) for one in words), phrase.slop, in_order=True)
    if words and has_stars(words[0]):
        return Matching(field, words[0])
    # "1.5 million people" is also where "1,500,000 people" stands.
    with_values = tuple(map(fold, rewritten(phrase.words)))
    return _any_of([_row(field, row) for row in dict.fromkeys((words, with_values)) if row] or [Nothing()])


def _one_folded(word: str) -> str:
    return folded(word) if has_stars(word) else fold(word)


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in map(fold, words) if one)


def _label_pattern(text: str) -> str:
    """Give the pattern of a value of a closed set: "Mostly-t?ue" as "mostly_t?ue", "?-345" as "?_345"."""
    made = ""
    for one in re.split(r"([*?])", text):
        # Between words stands "_", also where a star stands for one of them.
        before, after = ("_" if letter in _APART else "" for letter in (one[:1], one[-1:]))
        made += one if one in {"*", "?"} else f"{before}{label(one)}{after}"
    made = re.sub("_+", "_", made).strip("_")
    return made if made.strip("*?_") else ""


def _open(field: str, words: tuple[str, ...]) -> Step:
    """The last word may go on: "state-of-the-a"."""
    before = words[:-1]
    last = Starts(field, words[-1])
    return AllOf((_row(field, before), last)) if before else last


def _row(field: str, words: tuple[str, ...]) -> Step:
    if not words:
        return Nothing()
    return Row(field, words) if len(words) > 1 else AnyTerm(field, words)


def _any_of(steps: list[Step]) -> Step:
    if not steps:
        return Nothing()
    return steps[0] if len(steps) == 1 else AnyOf(tuple(steps))


def _all_of(steps: list[Step]) -> Step:
    return steps[0] if len(steps) == 1 else AllOf(tuple(steps))
