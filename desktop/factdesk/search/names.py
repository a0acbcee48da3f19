"""Finds the other spellings of a name among the words of an index: Зеленський, Зеленский, Zelenskyy, Zelensky.

Nothing is worked out beforehand: the sorted words are walked letter by letter along the ways a name may be written,
and a way ends where no word goes on so. A spelling in other letters counts when a custom (romanisation.py) gives it
as a whole; one in the same letters when both are spellings of one Cyrillic name, or when its ending says it is one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from factdesk.search.doublets import GIVEN_NAMES, PLACES
from factdesk.search.folding import fold
from factdesk.search.forms import forms
from factdesk.search.romanisation import FOREIGN, LATIN, RUSSIAN, SLAVIC, Spelling

# Shorter words are looked up in the table of doublets only: "Мир" is not always "Mir".
_SHORTEST = 4
# Shorter words are not read by the customs of single countries.
_SHORTEST_ABROAD = 6
_LONGEST = 40
_MOST_STEPS = 4000
_CYRILLIC = re.compile("[\u0430-\u044f\u0450-\u045f\u0490\u0491']+\\Z")
_LATIN = re.compile("[a-z']+\\Z")
# Endings of Slavic surnames and letters that stand for a Cyrillic one: what makes a Latin word a Slavic name.
_SLAVIC = re.compile(
    r".+(?:s'?[kc](?:y|yi|yy|iy|i|ii|ij|yj|a|aya|aia|oho)|[ntvrzldy]sk|[^aeiou]ko|ch?uk|[iy]uk|[iy]ak|ets|[oeyi]v"
    r"|[oe]va|[yio](?:v|w)?i?(?:c[hz]?|t?s?ch)|ii|iy|yi|yy|ij|yj|[hg]rad|[hg]orod|[io]vka)\Z"
    r"|.*(?:zh|kh|shch|(?<!c)hr|[bvdzklmnprst](?:i[au]|ya)[bvdhkmnptcs])"
)
_SURE = re.compile(
    r".{3,}(?:sk(?:y|yi|yy|iy|yj)|enko|chuk)\Z|.{2,}(?:[сцз]ь?к(?:ий|ого|ому|им)|енк(?:о|а|у|ом|ові)|чук(?:а|у|ом|ові)?)\Z"
)
_UKRAINIAN, _RUSSIAN = re.compile("[іїєґ']|[сц]ьк"), re.compile("[ыэъ]")
# The cases by which a nominative is known that does not stand in the index itself: its ending, the letters that must
# stand before that, and those of the cases. One of the first kind of cases will do, of the second there must be two.
_DECLENSIONS = tuple(
    (re.compile(pattern), tuple(strong.split()), tuple(weak.split()))
    for pattern, strong, weak in (
        ("(?<=[бвгджзклмнпрстфхцчшщ])(?:ий|ый)\\Z", "ого ому", "им ім их ым ом ых ої ой"),
        ("(?<=[бвгджзклмнпрстфхцчшщ])а\\Z", "ою", "и і у ы е ой"),
        ("(?<=[аеєиіїоулнртсц])я\\Z", "єю ією", "ї ю і и ею ей"),
        ("(?<=енк)о\\Z", "ом ові", "а у"),
        ("(?<=[аеєиіїоую])й\\Z", "єм єві", ""),
        ("(?<=[лнртсцз])ь\\Z", "еві", "я ю ем"),
        ("(?<=[бвгджзклмнпрстфхцчшщ])\\Z", "ові еві", "ом ем им ым а у"),
    )
)
# Київ, Києва; Харків, Харкова.
_CHANGED = {"їв": "єв", "ів": "ов", "іл": "ол"}
_CHANGING = re.compile("(?:їв|ів|іл)\\Z")
# What looks like a case of another kind of word.
_NOT_NOMINATIVE = re.compile(".*(?:[сцз]ь?к(?:ый|ій|ой)|[сцз]ь?к)\\Z")
_NOMINATIVE = re.compile("(?:ий|ій|ый|а|я|о|е|й|ь)\\Z")
_CASE = re.compile("[аяуюеиіїы]|[оеє]м|[оеє]ю|ов[іу]|[еє]ві|ого|ому|ої|[иы]м|ой|ую|ая")
_SURNAME = re.compile("[оеє]в(?:а|у|ы|ої|ою|ой|им|ым|ому|ого|ем|ом)?\\Z")
_PATRONYMIC = re.compile("[іїое]в(?:н|ич).?.?\\Z")
_OBLIQUE = (
    (re.compile("(?<=[сц]ьк)(?:ого|ому|им|ім|ої|ою)\\Z|(?<=[сц]к)(?:ого|ому|им|ом|ой|ую)\\Z"), ("ий",)),
    (re.compile("(?<=енк)(?:а|у|ом|ові|ці)\\Z"), ("о",)),
    (re.compile("(?<=[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ові|ові|ем|еві|им|ым)\\Z"), ("",)),
    (re.compile("(?<=[бвгджзклмнпрстфхцчшщ])(?:и|і|ою|у|ы|е|ой)\\Z"), ("а",)),
    (re.compile("(?<=[лнртсц])(?:я|ю|ем)\\Z"), ("ь",)),
    (re.compile("(?<=[иі])(?:я|ю|єм|ем|єві)\\Z"), ("й",)),
    (re.compile("(?<=[иі])(?:ї|ю|єю|и|ей)\\Z"), ("я",)),
)


class NameIndex:
    """The words of an index, asked for names. Safe from any thread."""

    def __init__(self, words: Sequence[str]) -> None:
        """`words` are folded, sorted by code points, each once; they are kept, not copied."""
        self._words = words

    def also(self, word: str) -> tuple[str, ...]:
        """Give the other spellings of `word` as a name, folded and sorted, without the word itself and its forms.

        Latin ones stand in the index. Cyrillic ones stand there in some case and are given in the nominative, for a
        search in all forms. Nothing for what is no word of one script; takes a millisecond or less.
        """
        asked = fold(word)
        if not 3 <= len(asked) <= _LONGEST:
            return ()
        if _LATIN.match(asked):
            found = self._of_latin(asked)
        elif _CYRILLIC.match(asked):
            found = self._of_cyrillic(asked)
        else:
            return ()
        found.discard(asked)
        return tuple(sorted(one for one in found if not one.endswith("'s")))

    def _of_latin(self, word: str) -> set[str]:
        known = _doublets(word)
        found = set(self._present(known))
        if len(word) < _SHORTEST:
            return found
        names = set(self._cyrillic(word))
        found |= names
        if known or not _SLAVIC.match(word):
            return found
        for name in names:
            found.update(self._latin(name), self._twins(name))
        if len(word) > _SHORTEST:
            found.update(self._walk(word, SLAVIC.forth, is_back=False))
        return found

    def _of_cyrillic(self, word: str) -> set[str]:
        lemmas = _lemmas(word)
        known = {one for lemma in lemmas for one in _doublets(lemma)}
        own = _stems(lemmas)
        found = _without(own, self._present(known))
        if known or len(word) < _SHORTEST:
            return found
        for lemma in lemmas:
            twins = _without(own, self._twins(lemma))
            found.update(twins, *map(self._latin, (lemma, *twins)))
            # What a word may be a case of is a guess: not needed when the word itself is a name.
            if found:
                break
        return found

    def _latin(self, name: str) -> Iterator[str]:
        """Give the Latin spellings of a Cyrillic name."""
        yield from self._walk(name, FOREIGN.forth, is_back=False)
        for custom in LATIN if len(name) >= _SHORTEST_ABROAD else LATIN[:1]:
            for word in self._walk(name, custom.forth, is_back=False):
                if _SLAVIC.match(word) and custom.marks.search(word):
                    yield word

    def _cyrillic(self, name: str) -> Iterator[str]:
        """Give the Cyrillic spellings of a Latin name."""
        yield from self._walk(name, FOREIGN.back, is_back=True)
        if not _SLAVIC.match(name):
            return
        for custom in LATIN:
            if custom.marks.search(name):
                for word in self._walk(name, custom.back, is_back=True):
                    if custom is LATIN[0] or len(word) >= _SHORTEST_ABROAD:
                        yield word

    def _twins(self, name: str) -> Iterator[str]:
        """Give the Russian spellings of a Ukrainian name, and the other way round."""
        if len(name) > _SHORTEST:
            for ways, is_back in ((RUSSIAN.forth, False), (RUSSIAN.back, True)):
                yield from (word for word in self._walk(name, ways, is_back=is_back) if len(word) > _SHORTEST)

    def _present(self, spellings: Iterable[str]) -> Iterator[str]:
        """Give those of known spellings that stand in the index, Cyrillic ones in any case."""
        for one in spellings:
            if self._has(one) or self._declined(one, _SHORTEST - 1):
                yield one

    def _walk(self, source: str, ways: Mapping[str, tuple[Spelling, ...]], *, is_back: bool) -> Iterator[str]:
        """Give the words that `source` may be written as; `is_back` when the ways lead to the first spellings."""
        words, size = self._words, len(self._words)
        paths = [(0, "", 0)]
        seen: set[tuple[int, str]] = set()
        while paths and len(seen) < _MOST_STEPS:
            at, made, low = paths.pop()
            for way, end in _ways(source, at, made, ways, is_back=is_back):
                longer = made + (way.first if is_back else way.second)
                if (end, longer) in seen:
                    continue
                seen.add((end, longer))
                first = bisect_left(words, longer, low)
                goes_on = first < size and words[first].startswith(longer)
                is_whole = end == len(source) and len(longer) >= _SHORTEST
                if is_whole and ((goes_on and words[first] == longer) or self._declined(longer, _SHORTEST)):
                    yield longer
                if goes_on:
                    paths.append((end, longer, first))

    def _has(self, word: str) -> bool:
        at = bisect_left(self._words, word)
        return at < len(self._words) and self._words[at] == word

    def _declined(self, name: str, shortest: int) -> bool:
        """Whether the index has cases of this nominative."""
        if not _CYRILLIC.match(name) or _NOT_NOMINATIVE.match(name):
            return False
        if _UKRAINIAN.search(name) and _RUSSIAN.search(name):
            return False
        for ending, strong, weak in _DECLENSIONS:
            found = ending.search(name)
            if found is not None:
                stem = name[: found.start()]
                if len(stem) < shortest:
                    return False
                if any(self._has(stem + one) for one in strong) or sum(self._has(stem + one) for one in weak) > 1:
                    return True
                other = _CHANGING.sub(lambda sign: _CHANGED[sign[0]], stem)
                return other != stem and any(self._has(other + one) for one in (*strong, *weak, "і"))
        return False


def _ways(
    source: str, at: int, made: str, ways: Mapping[str, tuple[Spelling, ...]], *, is_back: bool
) -> Iterator[tuple[Spelling, int]]:
    """Give the spellings that fit at a place of the source, with the place where each leads. Signs that are written
    as nothing may stand between two letters once."""
    before = made[-1:] if is_back else source[at - 1 : at]
    for end in range(at, min(len(source), at + 7) + 1):
        for way in ways.get(source[at:end], ()):
            if end == at and (not made or before in "ь'ъ"):
                continue
            if (not way.is_last or end == len(source)) and way.may_follow(before):
                yield way, end


def is_same(one: str, other: str) -> bool:
    """Whether two words are spellings of one name; the same whichever comes first. Forms of one spelling are not."""
    words = NameIndex([fold(other)]), NameIndex([fold(one)])
    return fold(other) in words[0].also(one) or fold(one) in words[1].also(other)


def is_name(word: str) -> bool:
    """Whether a word of a query is a name by its looks: a capital and then small letters, three at least; or in any
    letters a well-known name or the ending of a Slavic surname."""
    if len(word) > 2 and word[0].isupper() and any(map(str.islower, word)):
        return True
    folded = fold(word)
    return folded in _rows_by_word() or bool(_SURE.match(folded))


def _stems(words: Iterable[str]) -> set[str]:
    """Give the stems of Cyrillic words in Ukrainian and in Russian."""
    return {term for word in words for code in ("uk", "ru") for term in forms(code).joined(word)}


def _without(stems: set[str], words: Iterable[str]) -> set[str]:
    """Give the words that a search for what has these stems would not find anyway: by its letters a word may be
    Ukrainian or Russian alone, without such letters it may stand in texts of both."""
    found: set[str] = set()
    for word in words:
        codes = ("uk",) if _UKRAINIAN.search(word) else ("ru",) if _RUSSIAN.search(word) else ("uk", "ru")
        if not _CYRILLIC.match(word) or any(stems.isdisjoint(forms(code).joined(word)) for code in codes):
            found.add(word)
    return found


def _lemmas(word: str) -> tuple[str, ...]:
    """Give what a Cyrillic word may be a case of, itself first; guesses, which an index confirms or not."""
    found = [word]
    for pattern, endings in _OBLIQUE:
        stem = pattern.sub("", word)
        if stem != word and len(stem) >= _SHORTEST:
            found += [stem + ending for ending in endings]
    return tuple(dict.fromkeys(found))


def _doublets(word: str) -> tuple[str, ...]:
    """Give the row of a well-known name; a Cyrillic one may stand in any case."""
    row = _rows_by_word().get(word, ())
    if row or not _CYRILLIC.match(word):
        return row
    terms = [term for code in ("uk", "ru") for term in forms(code).joined(word)]
    for table in (PLACES, GIVEN_NAMES):
        for row in filter(None, map(_rows_by_form(table).get, terms)):
            if table is PLACES and not _PATRONYMIC.search(word):
                return row
            # A dictionary takes Olesia for a form of Olena, and Tarasov looks like one of Taras.
            if not _SURNAME.search(word) and any(_is_case(word, name) for name in row):
                return row
    return ()


def _is_case(word: str, name: str) -> bool:
    stem = _NOMINATIVE.sub("", name)
    return word.startswith(stem) and _CASE.fullmatch(word, len(stem)) is not None


@cache
def _rows_by_word() -> Mapping[str, tuple[str, ...]]:
    return {word: row for row in (*PLACES, *GIVEN_NAMES) for word in row}


@cache
def _rows_by_form(table: tuple[tuple[str, ...], ...]) -> Mapping[str, tuple[str, ...]]:
    return {
        term: row
        for row in table
        for word in row
        if _CYRILLIC.match(word)
        for code in ("uk", "ru")
        for term in forms(code).joined(word)
    }
