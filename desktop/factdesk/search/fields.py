"""Every field a query can name, one row each: what it is called, how its values are compared, what lists them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Compare(StrEnum):
    """How a value typed after "field:" meets the values in the index."""

    LABEL = "label"
    """one of a closed set, as a whole: verdict:mostly-true"""
    NAME = "name"
    """words of a name, in any form or as a phrase: outlet:times"""
    TEXT = "text"
    """words of a text, in any form or as a phrase: title:budget"""
    DATE = "date"
    """days, months, years and ranges of them: published:2026-01..2026-03"""
    NUMBER = "number"
    """how many there are: claims:>5, claims:2..4"""


@dataclass(frozen=True, slots=True)
class Field:
    """One row. `attribute` is the one of SearchDocument that fills it; `is_facet`: counted for hits and usable as a
    filter."""

    name: str
    attribute: str
    compare: Compare
    aliases: tuple[str, ...] = ()
    is_facet: bool = False


FIELDS = (
    Field("kind", "kind", Compare.LABEL, ("type",), is_facet=True),
    Field("outlet", "outlet", Compare.NAME, (), is_facet=True),
    Field("author", "authors", Compare.NAME, ("authors", "by")),
    Field("claimant", "claimant", Compare.NAME, ("said",), is_facet=True),
    Field("status", "status", Compare.LABEL, (), is_facet=True),
    Field("verdict", "verdict", Compare.LABEL, ("rating",), is_facet=True),
    Field("stance", "stance", Compare.LABEL),
    Field("tag", "tags", Compare.NAME, ("tags",), is_facet=True),
    Field("language", "language", Compare.LABEL, ("lang",), is_facet=True),
    Field("published", "published", Compare.DATE, ("date",), is_facet=True),
    Field("id", "public_id", Compare.LABEL),
    Field("title", "title", Compare.TEXT, ("headline",)),
)
NUMBERS = (Field("claims", "claims", Compare.NUMBER),)
"""Counted, not searched for words; none of these is in FIELDS."""
FLAGS: tuple[str, ...] = ("has:evidence", "has:note", "is:overdue", "is:open", "is:unread", "in:trash")
"""What a thing is or is not, as it is typed."""
HELD: frozenset[str] = frozenset()
"""Which of NUMBERS (by name) and FLAGS the index holds facts for: to switch one on, name it here. The others are read,
and said to be left out."""
BY_NAME: dict[str, Field] = {name: field for field in (*FIELDS, *NUMBERS) for name in (field.name, *field.aliases)}
FACETS: tuple[str, ...] = tuple(field.name for field in FIELDS if field.is_facet)
