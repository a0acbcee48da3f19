"""Numbers as newspapers write them: grouped digits, decimal commas and points, scale words in three languages."""

from __future__ import annotations

import re
from decimal import Decimal

_SPACES = " \u00a0\u2009\u202f"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?P<minus>(?<![\w])[-−–]\s?)?(?P<open>\()?(?P<sign>[$€£₴¥₽]\s?)?"
    rf"(?P<digits>\d{{1,3}}(?:[{_SPACES}'’]\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)"
    rf"(?P<close>\))?(?:[{_SPACES}\n-]*(?P<scale>[^\W\d_]+))?",
)
_ANY_DIGIT = re.compile(r"\d")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_POWERS = (
    (3, "k|thousands?|тис|тыс|тисяч[аіуамих]*|тысяч[аиуеймх]*"),
    (6, "m|mn|mln|mio|millions?|млн|мільйон(?:а|и|ів|ом|ами|ах|у|ам)?|миллион(?:а|ы|ов|ом|ами|ах|у|ам)?"),
    (9, "b|bn|bln|billions?|млрд|мільярд(?:а|и|ів|ом|ами|ах|у|ам)?|миллиард(?:а|ы|ов|ом|ами|ах|у|ам)?"),
    (12, "tn|trn|trillions?|трлн|трильйон(?:а|и|ів|ом|ами|ах|у|ам)?|триллион(?:а|ы|ов|ом|ами|ах|у|ам)?"),
)
_SCALES = tuple((power, re.compile(f"(?:{pattern})", re.IGNORECASE)) for power, pattern in _POWERS)


def parse_number(words: str) -> Decimal | None:
    """Read the one number in `words`, with its scale word; None when there is none or more than one.

    "1,000", "1 000" and "1'000" are a thousand, "1.000,5" a thousand and a half, "9,2 млн" and "9.2 million" the
    same. A lone comma before three digits groups in Latin text and is decimal in Cyrillic text unless the digits are
    zeros; a lone point is decimal. "(41,602)" is negative, as in accounts. A percent sign does not divide.
    """
    found = list(_NUMBER.finditer(words))
    if len(found) != 1 or _ANY_DIGIT.search(words[: found[0].start()] + words[found[0].end() :]):
        return None
    match = found[0]
    power = _power(match["scale"] or "")
    digits = _plain(match["digits"], is_cyrillic=_CYRILLIC.search(words) is not None)
    if digits is None:
        return None
    value = Decimal(digits).scaleb(power)
    is_accounting = match["open"] is not None and match["close"] is not None and words.strip() == match[0].strip()
    return -value if match["minus"] or is_accounting else value


def _power(word: str) -> int:
    return next((power for power, pattern in _SCALES if word and pattern.fullmatch(word)), 0)


def _plain(digits: str, *, is_cyrillic: bool) -> str | None:
    """Bring grouped digits into plain notation with a point; None when the marks make no sense."""
    bare = re.sub(rf"[{_SPACES}'’]", "", digits)
    is_grouped = bare != digits
    marks = re.findall(r"[.,]", bare)
    if not marks:
        return bare
    last = marks[-1]
    whole, _, fraction = bare.rpartition(last)
    if len(set(marks)) == 2:
        other = "," if last == "." else "."
        is_fine = marks.count(last) == 1 and _is_grouping(whole, other)
        return f"{whole.replace(other, '')}.{fraction}" if is_fine else None
    if len(marks) > 1:
        return bare.replace(last, "") if not is_grouped and _is_grouping(bare, last) else None
    groups = last == "," and len(fraction) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")
    if groups and not is_grouped and (fraction == "000" or not is_cyrillic):
        return whole + fraction
    return f"{whole}.{fraction}"


def _is_grouping(digits: str, mark: str) -> bool:
    head, *rest = digits.split(mark)
    return 1 <= len(head) <= 3 and all(len(group) == 3 for group in rest)
