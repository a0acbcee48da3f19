"""Makes the arrays of one segment out of documents.

Python looks at a document once, to cut it into tokens; everything after that is sorting of numbers.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable

import numpy as np

from factdesk.search.analysis import GAP, labels, names, pieces
from factdesk.search.arrays.facts import FactsBuilder
from factdesk.search.arrays.file import Array, narrow
from factdesk.search.arrays.gather import Stream, gathered
from factdesk.search.arrays.lexicon import Lexicon, LexiconRows, Numbers, spread
from factdesk.search.engine import SearchDocument
from factdesk.search.fields import FIELDS, Compare
from factdesk.search.folding import TOKEN
from factdesk.search.plan import STEM, WORD

TOKENS_MOST = 3_000_000
"""A segment with more tokens is better written: sorting takes about 60 bytes of memory for each."""
_findall = TOKEN.findall


class _Tokens:
    """The tokens of one field: numbers of spellings, cut into parts of documents."""

    def __init__(self) -> None:
        self.spellings = array("I")
        self.starts, self.documents, self.weights = array("I"), array("I"), array("I")
        self.extend: Callable[[Iterable[int]], None] = self.spellings.extend

    def begin(self, document: int, weight: int) -> None:
        """Begin a part of a document; what is put behind it now counts `weight`."""
        self.starts.append(len(self.spellings))
        self.documents.append(document)
        self.weights.append(weight)


class SegmentBuilder:
    """Takes documents in; `arrays` gives the segment once. `length` is the weight of all words so far."""

    def __init__(self) -> None:
        self.size = 0
        self._lexicon = Lexicon()
        self._text = _Tokens()
        self._named = {one.name: _Tokens() for one in FIELDS if one.compare in {Compare.NAME, Compare.TEXT}}
        self._labels: dict[str, tuple[Numbers, array[int], array[int]]] = {}
        self._facts = FactsBuilder()

    @property
    def tokens(self) -> int:
        """The number of tokens taken in."""
        return len(self._text.spellings)

    @property
    def is_full(self) -> bool:
        """Whether the segment is better written now."""
        return self.tokens > TOKENS_MOST

    def add(self, document: SearchDocument) -> None:
        """Add a document; it gets the next number."""
        number = self.size
        self.size += 1
        for weight, blocks in pieces(document):
            self._text.begin(number, weight)
            for text, code in blocks:
                self._text.extend(map(self._lexicon.spellings(code).__getitem__, _findall(text)))
        for name, code, values in names(document):
            spelled = self._lexicon.spellings(code).__getitem__
            for value in values:
                self._named[name].begin(number, 1)
                self._named[name].extend(map(spelled, _findall(value)))
        for name, value in labels(document).items():
            numbers, terms, documents = self._labels.setdefault(name, (Numbers(), array("I"), array("I")))
            terms.append(numbers[value])
            documents.append(number)
        self._facts.add(document)

    def arrays(self) -> dict[str, Array]:
        """Give the arrays of the segment."""
        words, terms = list(self._lexicon.words), list(self._lexicon.terms)
        rows = self._lexicon.rows()
        text = _Placed(self._text, rows)
        made = {"lengths": narrow(text.lengths(self.size)), **self._facts.arrays()}
        made |= gathered(STEM, terms, text.terms())
        made |= gathered(WORD, words, text.words())
        for name, tokens in self._named.items():
            placed = _Placed(tokens, rows)
            if len(placed.spellings):
                made |= gathered(name, [*words, *terms], placed.words_and_terms(len(words)))
        for name, (numbers, found, documents) in self._labels.items():
            stream = Stream(np.frombuffer(found, np.uint32), np.frombuffer(documents, np.uint32))
            made |= gathered(name, list(numbers), stream)
        return made


class _Placed:
    """Tokens with their document, their weight and the place of their first word."""

    def __init__(self, tokens: _Tokens, rows: LexiconRows) -> None:
        self._rows = rows
        self.spellings = np.frombuffer(tokens.spellings, np.uint32) if tokens.spellings else np.empty(0, np.uint32)
        starts = np.frombuffer(tokens.starts, np.uint32).astype(np.int64)
        sizes = np.diff(np.append(starts, len(self.spellings)))
        self._part_documents = np.frombuffer(tokens.documents, np.uint32).astype(np.int64)
        self._part_weights = np.frombuffer(tokens.weights, np.uint32).astype(np.int64)
        part = np.repeat(np.arange(len(sizes)), sizes)
        counts = rows.counts[self.spellings]
        self._part_words = np.bincount(part, weights=counts, minlength=len(sizes)).astype(np.int64)
        self.documents, self.weights = self._part_documents[part], self._part_weights[part]
        before = np.cumsum(counts) - counts
        first_token = np.cumsum(sizes) - sizes
        of_part = np.append(before, counts.sum())[first_token]
        self.places = before - of_part[part] + self._part_starts()[part]

    def _part_starts(self) -> Array:
        """Give the place at which each part starts in its document, some places after the part before."""
        steps = self._part_words + GAP
        whole = np.cumsum(steps) - steps
        is_first = np.append(True, np.diff(self._part_documents) != 0)[: len(steps)]
        of_document = np.maximum.accumulate(np.where(is_first, whole, 0)) if len(steps) else whole
        return whole - of_document

    def lengths(self, size: int) -> Array:
        """Give the weight of all words of each document."""
        weights = self._part_words * self._part_weights
        return np.bincount(self._part_documents, weights=weights, minlength=size).astype(np.int64)

    def terms(self) -> Stream:
        """Give the terms of all forms, each weighed."""
        numbers, origin = spread(self.spellings, self._rows.terms)
        return Stream(numbers, self.documents[origin], weights=self.weights[origin])

    def words(self) -> Stream:
        """Give the words as they stand, each at its place, and those they also stand for."""
        numbers, origin = spread(self.spellings, self._rows.words)
        steps, _origin = spread(self.spellings, self._rows.steps)
        return Stream(numbers, self.documents[origin], places=self.places[origin] + steps)

    def words_and_terms(self, base: int) -> Stream:
        """Give words at their places, and terms of all forms at the place of their token; terms count from `base`."""
        word = self.words()
        numbers, origin = spread(self.spellings, self._rows.terms)
        documents = np.concatenate((word.documents, self.documents[origin]))
        placed = word.places if word.places is not None else np.empty(0, np.int64)
        places = np.concatenate((placed, self.places[origin]))
        both = np.concatenate((word.terms.astype(np.int64), numbers.astype(np.int64) + base))
        order = np.lexsort((places, documents))
        return Stream(both[order], documents[order], places=places[order])
