"""The terms under which a word is kept and looked up: a stem with its language before it (":en:run", ":uk:війн")."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from factdesk.search.folding import fold, parts, plain
from factdesk.search.languages import LANGUAGES
from factdesk.search.numbers import as_asked, values

_CACHE_LIMIT = 200_000


class Entry(NamedTuple):
    """What one token of a text gives: its folded words in order, the terms of all their forms, and for a number what
    else it is ("1500000" for "1.5 million"): words that stand at the place of each of the others."""

    words: tuple[str, ...]
    terms: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(slots=True)
class Forms:
    """The forms of one language (or of none, code ""): token as written to `Entry`, kept once worked out."""

    code: str
    kept: dict[str, Entry] = field(default_factory=dict)
    """What was worked out already; a loop over a whole text looks here first."""

    def of(self, token: str) -> Entry:
        """Give the entry of a token; each spelling is analysed once. Safe from any thread."""
        entry = self.kept.get(token)
        if entry is None:
            if len(self.kept) >= _CACHE_LIMIT:
                self.kept.clear()
            entry = self.kept[token] = self._analyse(token)
        return entry

    def _analyse(self, token: str) -> Entry:
        if token[0].isdigit() and (found := values(token, self.code)):
            return self._number(token, found)
        words = parts(token)
        folded = tuple(word for word in map(fold, words) if word)
        terms = [term for word in words for term in self._terms(word)]
        if len(words) > 1:
            # "e-mail" is also "email", and "U.S." is "US": the words of a token run together.
            terms += self._terms("".join(words))
        return Entry(folded, tuple(dict.fromkeys(terms)))

    def _number(self, token: str, found: tuple[str, ...]) -> Entry:
        words = parts(token)
        folded = tuple(word for word in map(fold, words) if word)
        also = tuple(value for value in found if value not in folded)
        terms = [term for word in words for term in self._terms(word)]
        return Entry(folded, tuple(dict.fromkeys((*terms, *(f":{self.code}:{value}" for value in also)))), also)

    def _terms(self, word: str) -> list[str]:
        language = LANGUAGES.get(self.code)
        bare = fold(word)
        if not bare:
            return []
        if language is None or not bare[0].isalpha():
            return [f":{self.code}:{bare}"]
        # A word typed without its accents must meet the one that has them.
        stems = dict.fromkeys(fold(stem) for form in {plain(word), bare} for stem in language.stems(form))
        return [f":{self.code}:{stem}" for stem in stems if stem]

    def joined(self, token: str) -> tuple[str, ...]:
        """Give the terms of a whole token of a query: of the word, of its words run together, or of a number's
        values."""
        if token[:1].isdigit() and (found := as_asked(token, self.code)):
            return tuple(f":{self.code}:{value}" for value in found)
        return tuple(self._terms("".join(parts(token))))


_forms: dict[str, Forms] = {}


def forms(code: str) -> Forms:
    """Give the forms of the language `code` as `languages.known` gave it; one object for each, kept."""
    found = _forms.get(code)
    if found is None:
        found = _forms.setdefault(code, Forms(code))
    return found
