"""Says in which language each block of a text is: an English quotation in a Ukrainian article is English.

A block is a line, as the canonical text has it. The document's own language is believed unless the letters or the
little words of a block speak clearly against it; a wrong guess costs more than none. Everything but the odd block is
decided by a count that runs in C, since every text that is filed or marked comes through here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import partial

from factdesk.search.languages import known

Block = tuple[int, int, str]

# Languages whose letters are not Latin; Serbian has both, so that its letters say nothing.
_CYRILLIC = frozenset(("uk", "ru"))
_OTHER_SCRIPTS = frozenset(("ar", "el", "fa", "hi", "hy", "ne", "ta", "yi"))
_BOTH_SCRIPTS = frozenset(("sr",))
_OTHER_LETTERS = _CYRILLIC | _OTHER_SCRIPTS
# Letters of other languages in Cyrillic: Belarusian, Serbian, Macedonian, Kazakh, Kyrgyz, Mongolian, Tatar.
_ELSEWHERE = re.compile("[ўљњћђџјѓќѕқғңөүұһәӣӯ]", re.IGNORECASE)
# A line in Latin letters within a Cyrillic text; shorter ones are names.
_BEGINS_LATIN = re.compile(r"[^\n\u0400-\u04ff]{20}")
_LINE_BEGINS_LATIN = re.compile(rf"\n{_BEGINS_LATIN.pattern}")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_UKRAINIAN_LETTERS, _RUSSIAN_LETTERS = "іїєґ", "ыэъё"
# Words that Russian has and Ukrainian lacks, for lines that happen to be without such letters.
_RUSSIAN_WORDS = (" и ", " что ", " как ")
_OTHERS_SIGNS = {"uk": (*_RUSSIAN_LETTERS, *_RUSSIAN_WORDS), "ru": tuple(_UKRAINIAN_LETTERS)}
# Words of sentences, not those of addresses.
_WORDS = re.compile(r"(?<![\w./:@&=-])[^\W\d_]+(?![\w/:@=]|[.-]\w)")

# Little words that are common in one language and in hardly another.
_LITTLE = {
    "en": "the of and to that for with was were is are has have had been from by this which they their not it we you",
    "de": "der und das ist nicht von mit den dem ein eine einen auf sich auch dass wird für wurde werden sind über",
    "fr": "les des est une dans qui pour pas sur au aux avec ce cette sont été nous vous il elle ont mais leur",
    "es": "los las del una por con para su es lo como más pero sus fue ha sobre también entre cuando muy sin",
    "it": "il di che è della per una con sono non gli nel alla dei delle più anche questo ha dal essere loro",
    "pt": "os não uma dos das em do da para com que ao foi são mais como também pelo pela seu sua à já está",
    "nl": "het een van voor niet zijn dat met aan ook bij naar worden werd heeft maar uit deze wordt hebben over",
    "pl": "w się na że jest nie do z to jak przez od po ale są który która które już było będzie oraz także tylko",
    "cs": "se je na že v jsou který která které jako pro byl bylo také však jeho podle ale nebo už aby ze když při",
    "sv": "och att det som en är av för på med till inte har den ett om från var kan ska också sig efter eller",
    "da": "og af en til er på med for ikke den der det har et blev også som han hun efter bliver skal være fra",
    "fi": "ja on ei että se oli hän mutta kun myös ovat joka tai niin kuin mukaan sekä ovat ollut vain",
    "hu": "az és hogy nem egy is volt meg de csak már mint szerint még azt ez vagy lehet pedig kell után",
    "ro": "și în la cu nu este că pe care din pentru mai au fost sunt unei unui prin dar după cum ale acest",
    "tr": "ve bir bu için ile da de olarak daha çok olan gibi sonra kadar en ancak ise oldu olduğu tarafından",
}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _code, _words in _LITTLE.items():
    for _word in _words.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_code)
# One of these is enough to believe that a line is in the document's own language.
_OWN = {code: tuple(f" {word} " for word in words.split()) for code, words in _LITTLE.items()}
# A line in the letters of the document's own language is judged by its words when it has so many code points, and it
# must have so many words of one other language alone, and none of its own.
_JUDGED = 60
_CLEAR = 2.0
# A line in other letters than the document's own: one such word will do.
_ENOUGH = 1.0
# Share of bytes beyond the first that UTF-8 needs: near 0 in Latin letters, 0.75 to 0.85 in Cyrillic.
_LATIN, _HALF, _NOT_LATIN = 0.3, 0.45, 0.55
# Code points of a line that are read for its words.
_MOST_READ = 600


def blocks(text: str, language: str) -> tuple[Block, ...]:
    """Give the runs of lines in one language: start and end in code points, and the code under which the run is
    analysed ("" for words that stand for themselves). They touch, and cover the whole text.

    `language` is the document's own, as ISO 639-1 or "" when nobody knows it.
    """
    own = known(language)
    if len(text) < _JUDGED and own not in _OTHER_LETTERS and text.isascii() and "\n" not in text:
        return ((0, len(text), own),)
    judge = _judge(text, own, is_given=bool(language.strip()))
    if "\n" not in text:
        return ((0, len(text), judge(text)),)
    if own in _CYRILLIC and _is_all(own, text):
        return ((0, len(text), own),)
    lines = text.split("\n")
    codes = [judge(line) if line else own for line in lines]
    if codes.count(own) == len(codes):
        return ((0, len(text), own),)
    return _runs(lines, codes)


def _runs(lines: list[str], codes: list[str]) -> tuple[Block, ...]:
    runs: list[Block] = []
    start = 0
    for line, code in zip(lines, codes, strict=True):
        end = start + len(line) + 1
        # A line without words belongs to what stands before it.
        if runs and (runs[-1][2] == code or not line.strip()):
            runs[-1] = (runs[-1][0], end, runs[-1][2])
        else:
            runs.append((start, end, code))
        start = end
    runs[-1] = (runs[-1][0], start - 1, runs[-1][2])
    return tuple(runs)


def _judge(text: str, own: str, *, is_given: bool) -> Callable[[str], str]:
    """Give what says of a line in which language it is, for a document of this language."""
    if own in _CYRILLIC:
        return partial(_in_cyrillic, own)
    if own in _OTHER_SCRIPTS:
        return partial(_in_other, own)
    if own in _BOTH_SCRIPTS:
        return lambda _line: own
    if not own and is_given:
        # In a language whose forms we do not know: what has its letters stands for itself.
        return partial(_in_other, "") if _wide(text) >= _HALF else partial(_in_unknown_latin)
    return partial(_in_latin, own)


def _in_latin(own: str, line: str) -> str:
    """Judge a line of a document in Latin letters, or of one that nobody knows anything about (`own` is "")."""
    if not line.isascii() and (wide := _wide(line)) >= _LATIN:
        return _by_letters(line, own, "") if wide >= _NOT_LATIN else own
    if len(line) < _JUDGED:
        return own
    for word in _OWN.get(own, ()):
        if word in line:
            return own
    return _by_words(line, own, _CLEAR if own in _OWN or not own else 2 * _CLEAR)


def _in_unknown_latin(line: str) -> str:
    return _by_letters(line, "", "") if not line.isascii() and _wide(line) >= _NOT_LATIN else ""


def _is_all(own: str, text: str) -> bool:
    """Whether no line of a text in Cyrillic letters can be in another language: a glance, which most texts pass."""
    if _BEGINS_LATIN.match(text) or _LINE_BEGINS_LATIN.search(text):
        return False
    return not any(sign in text for sign in _OTHERS_SIGNS[own])


def _in_cyrillic(own: str, line: str) -> str:
    if _wide(line) < _LATIN:
        return _by_words(line, own, _ENOUGH) if _BEGINS_LATIN.match(line) else own
    return _by_letters(line, own, own) if any(sign in line for sign in _OTHERS_SIGNS[own]) else own


def _in_other(own: str, line: str) -> str:
    if _wide(line) < _LATIN:
        return _by_words(line, own, _ENOUGH)
    return _by_letters(line, own, "") if own and _CYRILLIC_LETTER.search(line) else own


def _wide(line: str) -> float:
    """Give the share of bytes that UTF-8 needs beyond one for each code point; a lone surrogate is one too."""
    return len(line.encode("utf-8", "surrogatepass")) / len(line) - 1 if line else 0.0


def _by_letters(line: str, own: str, undecided: str) -> str:
    """Judge a line with Cyrillic letters: Ukrainian and Russian each have some that the other lacks."""
    if 2 * len(_CYRILLIC_LETTER.findall(line)) < len(line):
        return own
    if _ELSEWHERE.search(line):
        return ""
    small = line.casefold()
    counts = Counter(small)
    ukrainian, russian = (sum(counts[one] for one in letters) for letters in (_UKRAINIAN_LETTERS, _RUSSIAN_LETTERS))
    if own == "uk":
        russian += sum(map(small.count, _RUSSIAN_WORDS))
    if ukrainian > 3 * russian:
        return "uk"
    # A text full of ъ is Bulgarian.
    if russian > 3 * ukrainian and russian > 2 * counts["ъ"]:
        return "ru"
    return undecided


def _by_words(line: str, own: str, enough: float) -> str:
    """Judge a line in Latin letters by its little words; one that two languages have counts half for each."""
    scores: Counter[str] = Counter()
    for word in set(_WORDS.findall(line[:_MOST_READ].casefold())):
        for code in (found := _LANGUAGES_OF.get(word, ())):
            scores[code] += 1.0 / len(found)  # type: ignore[assignment]
    ranked = scores.most_common(2)
    if not ranked or ranked[0][1] < enough or (own and scores[own]):
        return own
    if len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
        return own
    return ranked[0][0]
