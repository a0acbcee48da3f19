"""The parts of a query tree: frozen and picklable, the same for every engine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Everything:
    """All documents: an empty box, or what stands before a lone NOT."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No document: nothing of what was typed could be understood."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms. `is_open`: still being typed, so words that begin with it count too."""

    text: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as they stand, one after the other, with at most `slop` others between them in all. Never empty; a word
    may have stars in it (`wild`)."""

    words: tuple[str, ...]
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so."""

    text: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that fit: "*" stands for any letters, "?" for one. One word, spelled as it was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Similar:
    """A word in any of its forms, and words spelled within `distance` slips (1 or 2) of it."""

    text: str
    distance: int


@dataclass(frozen=True, slots=True)
class Nearby:
    """All of these in any order with at most `slop` other words between them in all: words, phrases, prefixes,
    patterns, or an Or of such that are single words."""

    nodes: tuple[Node, ...]
    slop: int


@dataclass(frozen=True, slots=True)
class Number:
    """How many there are of what a row of `fields.NUMBERS` counts, both ends included; none fits when `high` is less
    than `low`."""

    field: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Flag:
    """What a thing is or has: one of `fields.FLAGS`."""

    name: str


@dataclass(frozen=True, slots=True)
class PublicId:
    """A public id as people write it ("A-12"): the thing of that id, and texts that have these words."""

    text: str


@dataclass(frozen=True, slots=True)
class Published:
    """Published in these days, ends included, as ISO 8601 days; "" means open."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class InField:
    """What one field (a name of fields.py) must hold; `node` has words in any way and their AND, OR, NOT."""

    field: str
    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """All documents but these."""

    node: Node


Node = (
    Everything
    | Nothing
    | Word
    | Phrase
    | Prefix
    | Pattern
    | Similar
    | Nearby
    | Number
    | Flag
    | PublicId
    | Published
    | InField
    | And
    | Or
    | Not
)
