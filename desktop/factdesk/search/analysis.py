"""A document as an index takes it: pieces of text with their weight and language, names, labels, facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factdesk.search.blocks import blocks
from factdesk.search.engine import SearchDocument
from factdesk.search.fields import FIELDS, Compare
from factdesk.search.folding import label
from factdesk.search.languages import known

TITLE_WEIGHT = 2
"""How much a word of a title counts; chosen on the development collections of tests/bench/quality_bench.py."""
GAP = 64
"""Places left free between two parts of a document, so that no phrase runs from one into the next."""
FACTS = ("kind", "id", "language", "outlet", "claimant", "status", "verdict", "published", "tags")
_CONTROLS = re.compile("[\x00-\x1f]+")
_NAMES = tuple(
    (one.name, one.attribute, one.compare is Compare.TEXT)
    for one in FIELDS
    if one.compare in {Compare.NAME, Compare.TEXT}
)
_LABELS = tuple((one.name, one.attribute) for one in FIELDS if one.compare is Compare.LABEL)


def pieces(document: SearchDocument) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """Go through the texts that any word of a query is looked for in: weight, and blocks with the code of their
    language. No phrase runs from one text into the next."""
    code = known(document.language)
    yield TITLE_WEIGHT, _blocks(document.title, document.language)
    for part in filter(None, (document.claimant, document.outlet, *document.authors, *document.tags)):
        yield 1, [(part, code)]
    if document.body:
        yield 1, _blocks(document.body, document.language)


def _blocks(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[start:end], code) for start, end, code in blocks(text, language)]


def names(document: SearchDocument) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Go through the fields of names and titles that hold something: field, code of the language, values."""
    code = known(document.language)
    for name, attribute, is_text in _NAMES:
        value: str | Iterable[str] = getattr(document, attribute)
        values = (value,) if isinstance(value, str) else tuple(value)
        if any(values):
            yield name, blocks(values[0], document.language)[0][2] if is_text else code, values


def labels(document: SearchDocument) -> dict[str, str]:
    """Give the folded values of closed sets."""
    found = {name: label(getattr(document, attribute)) for name, attribute in _LABELS}
    return {name: value for name, value in found.items() if value}


def facts(document: SearchDocument) -> tuple[str, ...]:
    """Give the facts in the order of `FACTS`, tags joined by U+001F, without other controls."""
    values = (str(getattr(document, name)) for name in FACTS[:-1])
    tags = "\x1f".join(filter(None, map(_clean, document.tags)))
    return (*map(_clean, values), tags)


def _clean(value: str) -> str:
    return _CONTROLS.sub(" ", value).strip()
