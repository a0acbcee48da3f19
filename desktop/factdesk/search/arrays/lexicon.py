"""Numbers for spellings: each spelling of a text is analysed once, and stands for its words and forms from then on."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from factdesk.search.arrays.file import Array
from factdesk.search.forms import Forms, forms

Rows: TypeAlias = tuple[Array, Array, Array]
"""All values, where each row starts, and how long it is."""


class Numbers(dict[str, int]):
    """Gives each text a number, counting from 0 in the order of first sight."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


class Lists:
    """Rows of numbers in one array."""

    def __init__(self) -> None:
        self._values = array("I")
        self._ends = array("I")

    def add(self, values: Iterable[int]) -> None:
        """Add a row."""
        self._values.extend(values)
        self._ends.append(len(self._values))

    def frozen(self) -> Rows:
        """Give the rows as arrays."""
        ends = np.frombuffer(self._ends, np.uint32).astype(np.int64)
        starts = np.concatenate(([0], ends[:-1])) if len(ends) else ends
        values = np.frombuffer(self._values, np.uint32) if self._values else np.empty(0, np.uint32)
        return values, starts, ends - starts


class Lexicon:
    """The spellings of one segment in all its languages: number → words as they stand, and terms of all forms."""

    def __init__(self) -> None:
        self.words, self.terms = Numbers(), Numbers()
        self.words_of, self.steps_of, self.terms_of = Lists(), Lists(), Lists()
        self._counts = array("I")
        self._spellings: dict[str, _Spellings] = {}

    def spellings(self, code: str) -> _Spellings:
        """Give the spellings of a language, as a mapping from token to number that fills itself."""
        found = self._spellings.get(code)
        if found is None:
            found = self._spellings[code] = _Spellings(self, forms(code))
        return found

    def add(self, form: Forms, token: str) -> int:
        """Take a spelling in; give its number."""
        entry = form.of(token)
        count = len(entry.words)
        steps = range(count)
        self.words_of.add(
            map(self.words.__getitem__, (*entry.words, *(word for word in entry.also for _step in steps)))
        )
        self.steps_of.add((*steps, *(step for _word in entry.also for step in steps)))
        self.terms_of.add(map(self.terms.__getitem__, entry.terms))
        self._counts.append(count)
        return len(self._counts) - 1

    def rows(self) -> LexiconRows:
        """Give what each spelling stands for, as arrays."""
        counts = np.frombuffer(self._counts, np.uint32) if self._counts else np.empty(0, np.uint32)
        return LexiconRows(
            counts.astype(np.int64), self.words_of.frozen(), self.steps_of.frozen(), self.terms_of.frozen()
        )


@dataclass(frozen=True, slots=True)
class LexiconRows:
    """By number of a spelling: how many words long it is, its words (those it also stands for behind them), at how
    many words from its first each of them stands, and its terms."""

    counts: Array
    words: Rows
    steps: Rows
    terms: Rows


class _Spellings(dict[str, int]):
    def __init__(self, lexicon: Lexicon, form: Forms) -> None:
        super().__init__()
        self._lexicon, self._form = lexicon, form

    def __missing__(self, token: str) -> int:
        self[token] = number = self._lexicon.add(self._form, token)
        return number


def spread(numbers: Array, rows: Rows) -> tuple[Array, Array]:
    """Put for each number the values of its row: the values, and which number each came from."""
    values, starts, lengths = rows
    each = lengths[numbers]
    origin = np.repeat(np.arange(len(numbers)), each)
    inner = np.arange(len(origin)) - np.repeat(np.cumsum(each) - each, each)
    return values[starts[numbers][origin] + inner], origin
