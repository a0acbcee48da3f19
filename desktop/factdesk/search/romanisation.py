"""How Cyrillic names are written in Latin letters, and how a Ukrainian name is written in Russian: one table a custom.

Each row says how a letter (or a few) may be written. Sources: the Cabinet's resolution 55 of 2010 (Zelenskyi), BGN/PCGN
for Ukrainian and Russian (Zelenskyy, Yeltsin), the scholarly one of ISO/R 9 (Zelens'kyj, here without its haceks, as
words are compared without accents), the press of several countries (Zelensky, Selenskyj, Poutine, Szewczenko).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_ANY = re.compile("")
_VOWELS = frozenset("аеєиіїоуюяыэ")

# "^" stands before a spelling at the beginning of a word or after a vowel, "$" behind one at its end, "-" for none.
_SHARED = """
а a|б b|в v|г h g|ґ g|д d|е e|з z|и y i|і i|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|ы y i|э e
ь - '|ъ - '|' '|'я ia ya ja|'ю iu yu ju|'є ie ye je|'ї i yi ji|кс ks x
ий$ yi yy y iy i|ый$ yi yy y iy i|ій$ ii iy y i|ей$ ei ey|ия$ iia iya ia|ія$ iia iya ia
"""
_PRESS = """
е ^ye|є ie ye e|ж zh|зг zgh zg|ї i yi|й i y|ф ph|х kh h|ц ts|ч ch|ш sh|щ shch sch|ю iu yu|я ia ya|йо yo io|ьо io yo
дж dzh j|ья ia ya|ьє ie ye|ль lj|кв qu|ж g
"""
# Names from other languages, which Cyrillic writes by their letters or sounds.
_FOREIGN = """
а a|б b|в v w|г h g|ґ g|д d|е e ^ye|є ^ye|ж g j zh|з z|и i y|і i y|ї ^i ^yi|й y i|к k c|л l|м m|н n|о o|п p|р r|с s
т t th|у u|ф f ph|х h kh|ц ts c tz|ч ch|ш sh|щ shch|ы y|э e|ю yu|я ya ^ia|дж j g|кв qu|кс x ks
ія$ ia iya iia|ия$ ia iya iia|ель$ el|уль$ ul|оль$ ol|іль$ il|ень$ en|ань$ an
льц lts|льс ls|льк lk|льн ln|льм lm|льт lt|льд ld|льч lch|йо yo io|ій$ iy ii|ий$ yi yy iy|ей$ ey ei
"""
_SCHOLARLY = """
е ^je|є je e|ж z|ї ji i|й j|х ch x h|ц c|ч c|ш s|щ sc|ю ju|я ja|ий$ yj ij|ый$ yj ij|ій$ ij|ей$ ej|ія$ ija|ия$ ija
ск s'k|цк c'k
"""
_GERMAN = """
в w|е ^je|є je|ж sch sh|з s|ї ji i|й j i|х ch|ц z|ч tsch|ш sch|щ schtsch|ю ju|я ja|с ss|ий$ yj ij|ый$ yj ij|ій$ ij
ия$ ija|ія$ ija
"""
_FRENCH = """
г gu|е ^ie|є ie|ж j|ї i|й i y|у ou|х kh|ц ts|ч tch|ш ch|щ chtch|ю iou|я ia|ин$ ine in|ін$ ine in
"""
_POLISH = """
в w|е ie|є ie je|ж z|ї ji i|й j|х ch|ц c|ч cz|ш sz|щ szcz|ю iu ju|я ia ja|г h g|ий$ yj y i|ій$ ij
"""
# Ukrainian to Russian.
_RUSSIAN = """
а а|б б|в в|г г|ґ г|д д|е е э|є е э|ж ж|з з|и и ы|і и|ї и|й й|к к|л л|м м|н н|о о|п п|р р|с с|т т|у у|ф ф|х х|ц ц|ч ч
ш ш|щ щ|ь ь|ськ ск|цьк цк|зьк зк|' ь ъ -|ю ю|я я|йо е|ьо е|ий$ ий ый ой|ій$ ий ей|ія$ ия ья
"""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a few letters. `first` is Cyrillic (Ukrainian), `second` what stands for it."""

    first: str
    second: str
    is_open: bool = False
    """at the beginning of a word or after a vowel only"""
    is_last: bool = False
    """at the end of a word only"""

    def may_follow(self, before: str) -> bool:
        """Whether it may stand behind the Cyrillic letter `before` ("" at the beginning)."""
        return not self.is_open or not before or before in _VOWELS


@dataclass(frozen=True, slots=True)
class Custom:
    """One custom of writing names: its spellings by what is read, for both ways."""

    forth: Mapping[str, tuple[Spelling, ...]]
    back: Mapping[str, tuple[Spelling, ...]]
    marks: re.Pattern[str] = _ANY
    """what a Latin word must have to be read so: the letters that set the custom apart"""


def _custom(*tables: str, marks: str = "") -> Custom:
    """Read tables: rows apart by "|" or line ends, in each the Cyrillic letters and what they may be written as."""
    spellings: list[Spelling] = []
    for row in "|".join(tables).replace("\n", "|").split("|"):
        first, *seconds = row.split() or [""]
        for second in seconds:
            letters = second.replace("-", "").removeprefix("^")
            spellings.append(Spelling(first.removesuffix("$"), letters, second.startswith("^"), first.endswith("$")))
    return _by_both_ends(spellings, marks)


def _by_both_ends(spellings: Iterable[Spelling], marks: str = "") -> Custom:
    forth: dict[str, list[Spelling]] = {}
    back: dict[str, list[Spelling]] = {}
    for one in dict.fromkeys(spellings):
        forth.setdefault(one.first, []).append(one)
        back.setdefault(one.second, []).append(one)
    there, here = ({key: tuple(some) for key, some in way.items()} for way in (forth, back))
    return Custom(there, here, re.compile(marks))


def _between(custom: Custom) -> Custom:
    """Give the custom that leads from one Latin spelling to another of the same Cyrillic letters."""
    return _by_both_ends(
        Spelling(one.second, other.second, is_last=one.is_last or other.is_last)
        for spellings in custom.forth.values()
        for one in spellings
        for other in spellings
    )


FOREIGN = _custom(_FOREIGN)
"""The custom for names of any origin; the others are for words that look like a Slavic name."""
LATIN = (
    _custom(_SHARED, _PRESS),
    _custom(_SHARED, _SCHOLARLY, marks="[jcx']"),
    _custom(_SHARED.replace("в v|", "").replace("з z|", ""), _GERMAN, marks="sch|[wj]"),
    _custom(_SHARED.replace("у u|", ""), _FRENCH, marks="ou|ch|ine$|gu"),
    _custom(_SHARED.replace("в v|", ""), _POLISH, marks="[wj]|cz|sz|ie"),
)
"""The customs of writing Cyrillic names in Latin letters."""
RUSSIAN = _custom(_RUSSIAN)
"""The custom of writing Ukrainian names in Russian."""
SLAVIC = _between(LATIN[0])
"""How Latin spellings of one name by press and governments differ, for words known to be Slavic names."""
