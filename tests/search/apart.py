"""Takes one document apart the plain way, word by word: what segments made of many at once are compared with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factdesk.search.analysis import FACTS, GAP, TITLE_WEIGHT
from factdesk.search.blocks import Block, blocks
from factdesk.search.engine import SearchDocument
from factdesk.search.fields import FIELDS, Compare
from factdesk.search.folding import TOKEN, label
from factdesk.search.forms import Forms, forms
from factdesk.search.languages import known

_CONTROLS = re.compile("[\x00-\x1f]+")
Places = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Analysed:
    """One document, taken apart. `stems` has the weight of each form, `length` is the weight of all words (one that
    gives several forms counts once), `words` the places of each word, `names` those
    of each name or text field, `labels` the folded value of each closed set; `facts` is in the order of `FACTS`,
    tags joined by U+001F, without other controls."""

    key: str
    stems: dict[str, float]
    length: float
    words: Places
    names: dict[str, Places]
    labels: dict[str, str]
    facts: tuple[str, ...]


def analyse(document: SearchDocument) -> Analysed:
    """Take a document apart; each block of its title and body in its own language, names in the document's."""
    form = forms(known(document.language))
    text = _Text({}, {})
    title = blocks(document.title, document.language)
    text.add(title, document.title, TITLE_WEIGHT)
    for part in filter(None, (document.claimant, document.outlet, *document.authors, *document.tags)):
        text.add(((0, len(part), form.code),), part, 1.0)
    if document.body:
        text.add(blocks(document.body, document.language), document.body, 1.0)
    return Analysed(
        document.key,
        text.stems,
        text.length,
        text.words,
        _names(form, forms(title[0][2]), document),
        _labels(document),
        _facts(document),
    )


@dataclass(slots=True)
class _Text:
    """Gathers the words of a document part by part."""

    stems: dict[str, float]
    words: Places
    at: int = 0
    length: float = 0.0

    def add(self, found: tuple[Block, ...], text: str, weight: float) -> None:
        """Add a part; each of its words counts `weight`, and their places go on from block to block."""
        if len(found) == 1:
            self._take(text, forms(found[0][2]), weight)
        else:
            for start, end, code in found:
                self._take(text[start:end], forms(code), weight)
        self.at += GAP

    def _take(self, text: str, form: Forms, weight: float) -> None:
        of, kept, stems, words, at = form.of, form.kept.get, self.stems, self.words, self.at
        for token in TOKEN.findall(text):
            standing, terms, also = kept(token) or of(token)
            if also:
                for place in range(at, at + len(standing)):
                    for word in also:
                        words.setdefault(word, []).append(place)
            for word in standing:
                places = words.get(word)
                if places is None:
                    words[word] = [at]
                else:
                    places.append(at)
                at += 1
            for term in terms:
                stems[term] = stems.get(term, 0.0) + weight
        self.length += weight * (at - self.at)
        self.at = at


def _names(form: Forms, of_title: Forms, document: SearchDocument) -> dict[str, Places]:
    """Give the words of name and text fields as they stand and in all their forms, each at its place."""
    found: dict[str, Places] = {}
    for field in FIELDS:
        if field.compare not in {Compare.NAME, Compare.TEXT}:
            continue
        own = of_title if field.compare is Compare.TEXT else form
        places: Places = {}
        at = 0
        for value in _values(getattr(document, field.attribute)):
            for token in TOKEN.findall(value):
                entry = own.of(token)
                for term in entry.terms:
                    places.setdefault(term, []).append(at)
                for word in entry.also:
                    places.setdefault(word, []).append(at)
                for word in entry.words:
                    places.setdefault(word, []).append(at)
                    at += 1
            at += GAP
        if places:
            found[field.name] = places
    return found


def _labels(document: SearchDocument) -> dict[str, str]:
    found = {
        field.name: label(getattr(document, field.attribute)) for field in FIELDS if field.compare is Compare.LABEL
    }
    return {name: value for name, value in found.items() if value}


def _facts(document: SearchDocument) -> tuple[str, ...]:
    values = (str(getattr(document, name)) for name in FACTS[:-1])
    tags = "\x1f".join(filter(None, map(_clean, document.tags)))
    return (*map(_clean, values), tags)


def _values(value: str | Iterable[str]) -> Iterable[str]:
    return (value,) if isinstance(value, str) else value


def _clean(value: str) -> str:
    return _CONTROLS.sub(" ", value).strip()
