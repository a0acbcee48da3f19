"""Finds in a text the words that a query would find it by: the same forms, phrases and prefixes as the engines.

Only words that begin with a letter that could fit are looked at, so that a text of 100,000 words takes milliseconds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from factdesk.search.folding import APOSTROPHES, HYPHENS, INNER, LETTER, PART, TOKEN, fold, parts
from factdesk.search.forms import Forms, forms
from factdesk.search.languages import LANGUAGES, known
from factdesk.search.likeness import distance_between
from factdesk.search.nodes import Node, Pattern, Phrase, Prefix, PublicId, Similar, Word
from factdesk.search.query import positive
from factdesk.search.wild import compiled, folded, has_stars

# Letters whose accented and capital forms are known as first letters of words.
_ALPHABETS = (
    *((0x41, 0x5B), (0x61, 0x7B), (0xC0, 0x250), (0x370, 0x530)),
    *((0x1E00, 0x2000), (0xFB00, 0xFB07), (0xFF21, 0xFF5B)),
)
_GLUE = frozenset(f"{HYPHENS}.")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part of a query stands, in code points of the text; `needle` numbers the parts of the query."""

    start: int
    end: int
    needle: int


@dataclass(frozen=True, slots=True)
class _Fit:
    """What one spelling of a word fits: a part of the query by itself, and rows that it begins."""

    alone: int = -1
    rows: tuple[int, ...] = ()


_NO_FIT = _Fit()


@dataclass(slots=True)
class Finder:
    """Finds the parts of one query in texts of one language."""

    form: Forms
    _terms: dict[str, int] = field(default_factory=dict)
    _prefixes: dict[str, int] = field(default_factory=dict)
    _rows: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _patterns: dict[str, int] = field(default_factory=dict)
    _likes: dict[str, tuple[int, int]] = field(default_factory=dict)
    _fits: dict[str, _Fit] = field(default_factory=dict)
    _pattern: re.Pattern[str] | None = None

    def add(self, number: int, node: Node) -> None:
        """Take in one part of the query."""
        match node:
            case Word(text, is_open):
                bare = tuple(filter(None, map(fold, parts(text))))
                for term in self.form.joined(text):
                    self._terms.setdefault(term, number)
                if is_open and len(bare) == 1:
                    self._prefixes.setdefault(bare[0], number)
                if len(bare) > 1:
                    self._rows[number] = bare
            case Prefix(text):
                self._prefixes.setdefault(fold(text), number)
            case Pattern(text):
                self._patterns.setdefault(folded(text), number)
            case Similar(text, distance):
                self.add(number, Word(text))
                for word in map(fold, parts(text)):
                    self._likes.setdefault(word, (distance, number))
            case Phrase(words, slop) if slop or any(map(has_stars, words)):
                # Its words may stand apart, so each is marked by itself.
                for word in words:
                    self._patterns.setdefault(folded(word) if has_stars(word) else fold(word), number)
            case Phrase(words):
                self._rows[number] = tuple(filter(None, map(fold, words)))
            case PublicId(text):
                self.add(number, Word(text))

    def find(self, text: str) -> Iterator[Place]:
        """Go through the places in order of their start."""
        pattern = self._pattern = self._pattern or self._compile()
        fits = self._fits
        for candidate in pattern.finditer(text):
            start = candidate.start()
            word = PART.match(text, start)
            if word is None:
                continue
            spelled = word.group()
            fit = fits.get(spelled)
            if fit is None:
                fit = fits[spelled] = self._fit(spelled)
            end = word.end()
            if fit is not _NO_FIT:
                yield from self._places(text, start, end, fit)
            elif end < len(text) and text[end] in _GLUE:
                yield from self._run_together(text, start)

    def _places(self, text: str, start: int, end: int, fit: _Fit) -> Iterator[Place]:
        if _is_within_word(text, start):
            return
        for number in fit.rows:
            row_end = self._row_end(text, end, self._rows[number])
            if row_end:
                yield Place(start, row_end, number)
        if fit.alone >= 0:
            yield Place(start, end, fit.alone)

    def _row_end(self, text: str, at: int, row: tuple[str, ...]) -> int:
        """Give where the rest of a row ends that goes on at `at`, 0 when it does not."""
        for wanted in row[1:]:
            after = PART.search(text, at)
            if after is None or fold(after.group()) != wanted:
                return 0
            at = after.end()
        return at

    def _run_together(self, text: str, start: int) -> Iterator[Place]:
        """The words of a token count as one word too: "e-mail" for "email"."""
        token = TOKEN.match(text, start)
        if token is None or _is_within_word(text, start) or (start and text[start - 1] in _GLUE):
            return
        for term in self.form.joined(token.group()):
            if term in self._terms:
                yield Place(start, token.end(), self._terms[term])
                return

    def _fit(self, word: str) -> _Fit:
        bare = fold(word)
        alone = next((self._terms[term] for term in self.form.of(word).terms if term in self._terms), -1)
        if alone < 0:
            alone = next((number for prefix, number in self._prefixes.items() if bare.startswith(prefix)), -1)
        if alone < 0:
            alone = next((number for one, number in self._patterns.items() if compiled(one).fullmatch(bare)), -1)
        if alone < 0:
            alone = next((n for one, (far, n) in self._likes.items() if distance_between(one, bare, far) <= far), -1)
        rows = tuple(number for number, row in self._rows.items() if row and row[0] == bare)
        return _Fit(alone, rows) if alone >= 0 or rows else _NO_FIT

    def _compile(self) -> re.Pattern[str]:
        """Give the pattern of the first letters of words that could fit."""
        if self._likes or any(pattern[0] in "*?" for pattern in self._patterns if pattern):
            return re.compile(rf"{LETTER}(?<!{LETTER}.)(?<!{INNER}.)", re.DOTALL)
        stems = [term.rpartition(":")[2] for term in self._terms]
        first = {
            word[0]
            for word in (*stems, *self._prefixes, *self._patterns, *(row[0] for row in self._rows.values() if row))
            if word
        }
        language = LANGUAGES.get(self.form.code)
        if language is not None:
            first |= {other for other, letters in language.first_letters.items() if not first.isdisjoint(letters)}
        letters = "".join(re.escape(letter) for one in first for letter in _spellings().get(one, one + one.upper()))
        return re.compile(rf"[{letters}](?<!{LETTER}.)(?<!{INNER}.)", re.DOTALL) if letters else re.compile(r"(?!)")


@lru_cache(maxsize=128)
def finder(root: Node, language: str) -> Finder:
    """Give the finder of a query's tree in a language; asked again, the same one."""
    made = Finder(forms(known(language)))
    for number, node in enumerate(dict.fromkeys(positive(root))):
        made.add(number, node)
    return made


def _is_within_word(text: str, start: int) -> bool:
    """Whether an apostrophe ties what begins here to a letter before it."""
    return start > 1 and text[start - 1] in APOSTROPHES and text[start - 2].isalnum()


@cache
def _spellings() -> dict[str, str]:
    """Give for a folded letter all letters that fold to it, or to more that begin with it, and those that they begin
    with when they are written with their marks apart (й as и and a breve)."""
    found: dict[str, set[str]] = {}
    for first, last in _ALPHABETS:
        for letter in map(chr, range(first, last)):
            if letter.isalpha():
                found.setdefault(fold(letter)[:1], set()).update((letter, unicodedata.normalize("NFD", letter)[0]))
    return {bare: "".join(sorted(letters)) for bare, letters in found.items()}
