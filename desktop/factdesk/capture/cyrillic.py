"""How likely a decoded text is Ukrainian or Russian, by its letters: what tells the Cyrillic charsets apart."""

from __future__ import annotations

import math
import unicodedata

# Share of each letter in Ukrainian and Russian running text together, per mille.
_ORDER = "оаеинітврслкмудпяьзбгчйхжцшюїщєыфэґъёў"
_SHARES = (
    102, 80, 66, 68, 66, 28, 59, 50, 47, 48, 40, 36, 32, 30, 30, 28, 22, 17, 18, 16, 16, 14, 12, 10, 9, 7, 7, 7, 4, 4,
    3, 9, 3, 2, 0.2, 0.2, 0.2, 0.1,
)  # fmt: skip
_LOGS = {letter: math.log(share / 1000) for letter, share in zip(_ORDER, _SHARES, strict=True)}
_UNLIKELY = math.log(0.00002)
_SIGNS = "«»„“”‘’–—…№°§©€™•·"

LIKELY = -4.0
_FEW = 24
_FEW_ALLOWANCE = 1.2


def likeliness(text: str) -> float:
    """Give the mean log share of the characters beyond ASCII as Ukrainian or Russian letters, higher is likelier.

    A capital after a small letter, a letter beside a Latin one and unusual signs count against; `LIKELY` and more is a
    text in one of the two languages. A name or a few words vary more, so they are judged more kindly.
    """
    total, count, before = 0.0, 0, " "
    for char in text:
        if char > "\x7f":
            total += _UNLIKELY if _is_latin(before) and char.isalpha() else _log(char, before)
            count += 1
        elif before > "\x7f" and char.isalpha() and before.isalpha() and char not in "iI":
            total += _UNLIKELY
        before = char
    if not count:
        return _UNLIKELY
    return total / count + (_FEW_ALLOWANCE if count < _FEW else 0.0)


def _log(char: str, before: str) -> float:
    small = char.lower()
    log = _LOGS.get(small)
    if log is None:
        return -5.0 if char in _SIGNS or unicodedata.category(char) == "Zs" else _UNLIKELY
    if char != small:
        log += -4.0 if before.islower() else -0.4 if before.isupper() else -1.0
    return log


def _is_latin(char: str) -> bool:
    """Whether a character is an ASCII letter; "i" is not counted, it stands for і where a charset lacks that."""
    return char.isascii() and char.isalpha() and char not in "iI"
