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
    """Words as they stand, one after the other. Never empty."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so."""

    text: str


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
    """What one field (a name of fields.py) must hold; `node` has words, phrases, prefixes and their AND, OR, NOT."""

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


Node = Everything | Nothing | Word | Phrase | Prefix | PublicId | Published | InField | And | Or | Not
