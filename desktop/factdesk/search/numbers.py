"""Numbers in any notation: 1,000, 1 000, 1'000, 1.000 and 1 тис. are one number, and so are 3.5 and 3,5.

A number keeps its words and places as they stand; beside them go its values, written one way: digits, a point before
decimals, and "%" behind a share. Digits as Unicode has them in other scripts are turned into 0 to 9 by folding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

SPACES = " \u00a0\u2007\u2009\u202f"
"""The blanks that may stand between groups of three digits, and before a unit."""

# Powers of ten by word, the endings of cases included. Letters alone ("5m") count right behind the digits only.
_POWERS = {
    3: r"thousands?|тис|тисяч\w{0,3}|тыс|тысяч\w{0,3}|tys|tysi[ąęe]c\w{0,3}|tausend|duizend|tusen|tusind|mille|mila"
    r"|mil",
    6: r"millions?|millionen|mln|mio|млн|мільйон\w{0,3}|миллион\w{0,3}|mill[oó]n(?:es)?|milion\w{0,3}|milh(?:ão|ões)"
    r"|miljoen(?:en)?|miljon(?:er)?|millioner|milyon",
    9: r"billions?|bln|bn|млрд|мільярд\w{0,3}|миллиард\w{0,3}|mrd|mld|mlrd|milliarden?|milliards?|miliard\w{0,3}"
    r"|miljard(?:en|er)?|milliarder|milyar|bilh(?:ão|ões)",
    12: r"trillions?|trn|трлн|трильйон\w{0,3}|триллион\w{0,3}|billionen|bili[oó]n\w{0,3}|bill[oó]n(?:es)?|biljoen",
}
_LETTERS = {"k": 3, "к": 3, "m": 6, "mn": 6, "b": 9, "tn": 12}
# Words that are a number in some languages only: in English "5 mil" is something else.
_ONLY_IN = {"mil": ("es", "pt", "ca"), "mila": ("it",), "mille": ("fr", "it")}
# Languages that count a thousand millions as a milliard: their "billion" is a million of millions.
_LONG_SCALE = frozenset(("de", "nl", "fr", "sv", "da", "nb", "nn", "no", "pl", "cs", "hu", "fi"))
_POINT = frozenset(("en", "ga", "hi", "ta", "ne"))
_PERCENT = r"%|per ?cent|pct|percent|відсот\w{2,4}|відс|процент\w{0,3}|prozent|procent\w{0,2}"

# Each begins with a plain [0-9], by which the matcher passes over other letters at once.
_GROUPED = rf"[0-9]{{0,2}}(?:[{SPACES}][0-9]{{3}}(?![0-9]))++(?:[.,][0-9]++)?+"
_UNIT = rf"(?:[{SPACES}]?+(?:{'|'.join(_POWERS.values())}|{_PERCENT})|{'|'.join(_LETTERS)})(?!\w)"
WRITTEN = rf"[0-9](?:{_GROUPED}|[0-9]*+(?:[.,][0-9]++)++)"
"""A number of several pieces that is one word, as a pattern."""
WITH_UNIT = rf"[0-9](?:{_GROUPED}|[0-9]*+(?:[.,][0-9]++)*+)(?i:{_UNIT})"
"""A number and its unit, which are two words unless they are written as one."""
NUMBER = re.compile(rf"({WRITTEN}|[0-9]++)((?i:{_UNIT}))?")
"""A number with its unit, if it has one."""

_POWER_OF = [(power, re.compile(rf"(?:{words})\Z")) for power, words in _POWERS.items()]
_IS_PERCENT = re.compile(rf"(?:{_PERCENT})\Z")
_BLANKS = re.compile(rf"[{SPACES}']")
_APOSTROPHES = re.compile(r"[0-9]{1,3}(?:'[0-9]{3})+(?:[.,][0-9]+)?\Z")
_IN_GROUPS = {sign: re.compile(rf"[1-9][0-9]{{0,2}}(?:{re.escape(sign)}[0-9]{{3}})+\Z") for sign in ",."}
# Longer ones are codes, not numbers.
_LONGEST = 32


def one_way(number: str) -> str:
    """Give a number without a unit as it is compared: groups run together and a point before decimals. What can be
    read in two ways ("1.000"), or is no number ("1.2.3.4", "12.03.2026"), stays as it is."""
    if not number[:1].isdigit() or not number.isascii():
        return number
    if " " in number or _APOSTROPHES.match(number):
        number = _BLANKS.sub("", number)
    points, commas = number.count("."), number.count(",")
    if not points and not commas:
        return number
    if points and commas:
        whole, mark, _rest = number.rpartition("." if number.rfind(".") > number.rfind(",") else ",")
        other = "," if mark == "." else "."
        is_sound = mark not in whole and _IN_GROUPS[other].match(whole)
        return f"{whole.replace(other, '')}.{_rest}" if is_sound else number
    if commas and _IN_GROUPS[","].match(number):
        return number.replace(",", "")
    if points > 1 and _IN_GROUPS["."].match(number):
        return number.replace(".", "")
    return number.replace(",", ".") if commas == 1 else number


@lru_cache(maxsize=8192)
def values(token: str, code: str) -> tuple[str, ...]:
    """Give the values of a token that is a number, with or without its unit, as a text in the language `code` means
    it; nothing when it is no number. The value comes first, then what else it may mean: the other reading of "1.000",
    the groups of "12 300", which may be two numbers."""
    found = NUMBER.fullmatch(token) if token[:1].isdigit() and len(token) <= _LONGEST else None
    if found is None:
        return ()
    number, unit = found[1], (found[2] or "").strip(SPACES).casefold()
    readings = _readings(number, code)
    if not unit:
        groups = number.split(" ") if " " in number else []
        return tuple(dict.fromkeys((*readings, *groups)))
    if _IS_PERCENT.match(unit):
        return tuple(f"{one}%" for one in readings)
    power = _power(unit, code)
    return tuple(dict.fromkeys(value for one in readings if (value := _times(one, power)))) if power else ()


def as_asked(token: str, code: str) -> tuple[str, ...]:
    """Give the values under which a number in a query is looked up: `values` without the groups."""
    found = values(token, code)
    return found if " " not in token else tuple(one for one in found if one not in token.split(" "))


def rewritten(words: Sequence[str]) -> tuple[str, ...]:
    """Give the words of a phrase with each number and unit ("1.5", "million") as its one value ("1500000"), as they
    are for a text of no language; the same words when there is none."""
    made: list[str] = []
    at = 0
    while at < len(words):
        found = values(f"{words[at]} {words[at + 1]}", "") if at + 1 < len(words) else ()
        made.append(found[0] if found else words[at])
        at += 2 if found else 1
    return tuple(made)


def _readings(number: str, code: str) -> list[str]:
    """Give what a number without its unit may mean: with a single point or comma before three digits, two things."""
    first = one_way(number.translate(dict.fromkeys(map(ord, SPACES), " ")))
    if code in _POINT or not (_IN_GROUPS["."].match(number) or _IN_GROUPS[","].match(number)):
        return [first]
    digits, decimal = re.sub("[.,]", "", number), number.replace(",", ".")
    return [digits, decimal] if decimal.count(".") == 1 else [digits]


def _power(unit: str, code: str) -> int:
    """Give the power of ten a unit stands for, 0 when it stands for none in this language."""
    if code not in _ONLY_IN.get(unit, (code,)):
        return 0
    if code in _LONG_SCALE and unit in {"billion", "billions"}:
        return 12
    if unit in _LETTERS:
        return _LETTERS[unit]
    return next((power for power, words in _POWER_OF if words.match(unit)), 0)


def _times(number: str, power: int) -> str:
    """Give a decimal times a power of ten, "" when the number is none ("1.2.3")."""
    whole, _point, rest = number.partition(".")
    if not (whole + rest).isdigit():
        return ""
    digits = (whole + rest[:power].ljust(power, "0")).lstrip("0") or "0"
    left = rest[power:].rstrip("0")
    return f"{digits}.{left}" if left else digits
