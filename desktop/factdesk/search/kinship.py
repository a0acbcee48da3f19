"""The words of an index that are other forms of a word, for where forms have to be told by their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from factdesk.search.folding import fold
from factdesk.search.forms import forms

# Forms share their first letters, all but the last ones; in short words at least so many.
_OPEN, _LEAST = 3, 2
# Longer than a word by more than an ending and a particle, nothing is a form of it.
_LONGER = 6
_MOST_LOOKED_AT = 4000
# Ukrainian vowels change within a word: рік, року; дім, дому; піч, печі.
_CHANGES = {"і": "ое", "о": "і", "е": "і"}
_LAST = "\U0010ffff"


def akin(words: Sequence[str], word: str, codes: Iterable[str]) -> list[int]:
    """Give the places in `words` (sorted by code points) of other forms of `word` (folded), in the languages `codes`.

    Looks at words with the same beginning, so forms of other roots ("went", "go") are missed, and of a very common
    beginning at the first few thousand.
    """
    found: set[int] = set()
    for code in filter(None, codes):
        form = forms(code)
        wanted = frozenset(form.joined(word))
        for at in _alike(words, word, wanted):
            other = words[at]
            is_near = abs(len(other) - len(word)) <= _LONGER and other != word
            if is_near and at not in found and not wanted.isdisjoint(form.of(other).terms):
                found.add(at)
    return sorted(found)


def _alike(words: Sequence[str], word: str, terms: Iterable[str]) -> Iterator[int]:
    """Go through the places of words that begin as the word and all its stems do."""
    stems = [fold(term.rpartition(":")[2]) for term in terms]
    shared = takewhile(lambda letters: len(set(letters)) == 1, zip(word, *stems, strict=False))
    beginning = word[: min(len(list(shared)), max(_LEAST, len(word) - _OPEN))]
    others = [beginning[:-1] + other for other in _CHANGES.get(beginning[-1:], "")]
    for one in filter(None, (beginning, *others)):
        yield from range(*_range(words, one))


def _range(words: Sequence[str], beginning: str) -> tuple[int, int]:
    first = bisect_left(words, beginning)
    return first, min(bisect_left(words, beginning + _LAST, first), first + _MOST_LOOKED_AT)
