"""Which charset a text in Latin letters is in, by the accented letters that its language uses."""

from __future__ import annotations

import unicodedata

_WEST = {
    "en": "éèçïñ",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "de": "äöüßé",
    "es": "áéíñóúü¿¡ªº",
    "pt": "àáâãçéêíóôõúü",
    "it": "àèéìíòóù",
    "nl": "éëïöüèó",
    "nordic": "åäöæøé",
}
_CENTRAL = {
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "hu": "áéíóöőúüű",
    "south": "čćđšž",
    "ro": "ăâîşţ",
}
_TURKISH = {"tr": "çğıöşüâîû"}
_CHARSETS = (
    ("cp1252", _WEST),
    ("cp1250", _CENTRAL),
    ("iso8859-2", _CENTRAL),
    ("cp1254", _TURKISH),
    ("mac-roman", _WEST),
    ("mac-latin2", _CENTRAL),
)
_SIGNS = frozenset("«»„“”‘’–—…§°©®€£™•·½²³")
_LEAST = 0.8


def latin_charset(sample: bytes) -> str:
    """Give the charset in which nearly all characters beyond ASCII are letters of one language, or ""."""
    best, most = "", _LEAST
    for charset, languages in _CHARSETS:
        text = sample.decode(charset, errors="replace")
        high = [(char, before) for before, char in zip(f" {text}", text, strict=False) if char > "\x7f"]
        for letters in languages.values():
            found = _share(high, letters)
            if found > most + 0.001:
                best, most = charset, found
    return best


def _share(high: list[tuple[str, str]], letters: str) -> float:
    """Give the share of characters that fit: a letter of the language in a fitting case, or a sign outside a word."""
    if not high:
        return 0.0
    fitting = 0.0
    for char, before in high:
        small = char.lower()
        if small in letters:
            fitting += 0.0 if char != small and before.islower() else 1.0
        elif char in _SIGNS or unicodedata.category(char) == "Zs":
            fitting += 0.95
    return fitting / len(high)
