"""Text cut into runs of one script, each with its language tag and direction, as Word wants them.

Characters without a script of their own (spaces, punctuation, digits) stay with equal neighbours on both sides and
otherwise go with the base of the text; digits after right-to-left words stay with them (Unicode UAX #9, rule W2).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_PRESENTED = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd"
    "\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755"
    "\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001fbff"
)
_TAIL = "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_ONE = f"(?:[{_PRESENTED}]|[\u00a9\u00ae\u203c-\u3299#*0-9]\ufe0f){_TAIL}*"
_EMOJI = re.compile(f"{_ONE}(?:\u200d{_ONE})*")
_REGIONS = {
    "en": "en-GB", "uk": "uk-UA", "ru": "ru-RU", "be": "be-BY", "bg": "bg-BG", "kk": "kk-KZ", "mk": "mk-MK",
    "sr": "sr-Cyrl-RS", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT", "pt": "pt-PT", "pl": "pl-PL",
    "nl": "nl-NL", "cs": "cs-CZ", "sk": "sk-SK", "sl": "sl-SI", "hr": "hr-HR", "hu": "hu-HU", "ro": "ro-RO",
    "lt": "lt-LT", "lv": "lv-LV", "et": "et-EE", "fi": "fi-FI", "sv": "sv-SE", "da": "da-DK", "nb": "nb-NO",
    "no": "nb-NO", "tr": "tr-TR", "el": "el-GR", "ar": "ar-SA", "he": "he-IL", "fa": "fa-IR", "ur": "ur-PK",
    "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR", "hi": "hi-IN", "ka": "ka-GE", "hy": "hy-AM",
}  # fmt: skip
_HOME = {
    "CYRILLIC": ("uk", "ru", "be", "bg", "kk", "mk", "sr"),
    "ARABIC": ("ar", "fa", "ur"),
    "HEBREW": ("he", "yi"),
    "GREEK": ("el",),
    "CJK": ("zh", "ja", "ko"),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "HANGUL": ("ko",),
    "DEVANAGARI": ("hi", "mr", "ne"),
    "GEORGIAN": ("ka",),
    "ARMENIAN": ("hy",),
}
RIGHT_TO_LEFT = frozenset({"ARABIC", "HEBREW"})
EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL"})
EMOJI = "EMOJI"
LATIN = "LATIN"
_NEUTRAL = ""
_JOINED = "JOINED"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one script. `language` is a BCP 47 tag with its region."""

    text: str
    language: str
    script: str

    @property
    def is_right_to_left(self) -> bool:
        """Whether the run is written from right to left."""
        return self.script in RIGHT_TO_LEFT


def cleaned(text: str) -> str:
    """Take out what XML forbids and give every kind of line break as one newline; tabs become spaces."""
    return _ILLEGAL.sub("", _BREAKS.sub("\n", text)).replace("\t", " ")


def tag(language: str) -> str:
    """Give the tag of a language with its usual region: "uk" is "uk-UA"; a tag with a region stays, "" is English."""
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})+", language):
        return language
    return _REGIONS.get(language.casefold(), language if re.fullmatch(r"[a-z]{2,3}", language) else "en-GB")


def base_script(language: str) -> str:
    """Give the script a language is written in."""
    code = language.split("-", maxsplit=1)[0].casefold()
    return next((script for script, homes in _HOME.items() if code in homes), LATIN)


def starts_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is a right-to-left one (UAX #9, rule P2)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def runs(text: str, language: str) -> tuple[Run, ...]:
    """Cut cleaned `text` into runs; joined they give it back."""
    if text.isascii():
        return _ascii_run(text, language)
    base = base_script(language)
    scripts = _resolved(_raw_scripts(text), base)
    found: list[Run] = []
    start = 0
    for script, group in groupby(scripts):
        end = start + sum(1 for _ in group)
        part = text[start:end]
        found.append(Run(part, _language_of(part, script, language, base), script))
        start = end
    return tuple(found)


def _ascii_run(text: str, language: str) -> tuple[Run, ...]:
    if not text:
        return ()
    base = base_script(language)
    if base == LATIN or not any(character.isalpha() for character in text):
        return (Run(text, tag(language), base if base in RIGHT_TO_LEFT else LATIN),)
    return (Run(text, "en-GB", LATIN),)


def _raw_scripts(text: str) -> list[str]:
    scripts = [_script_of(character) for character in text]
    for found in _EMOJI.finditer(text):
        scripts[found.start() : found.end()] = [EMOJI] * (found.end() - found.start())
    return scripts


@lru_cache(maxsize=4096)
def _script_of(character: str) -> str:
    direction = unicodedata.bidirectional(character)
    if unicodedata.category(character)[0] == "M" or unicodedata.category(character) == "Cf":
        return _JOINED
    if direction in {"AL", "R"}:
        return "HEBREW" if unicodedata.name(character, "").startswith("HEBREW") else "ARABIC"
    if direction in {"EN", "AN"}:
        return "DIGIT"
    if not character.isalpha():
        return _NEUTRAL
    word = unicodedata.name(character, LATIN).split(" ")[0]
    return word if word in _HOME else LATIN


def _resolved(scripts: list[str], base: str) -> list[str]:
    """Give every character a script: digits by the letter before, other neutrals by both neighbours or the base.

    Combining marks and joiners go with the character before, so that no letter is torn from its accent.
    """
    strong = base
    for index, script in enumerate(scripts):
        if script == _JOINED:
            scripts[index] = scripts[index - 1] if index else base
        elif script == "DIGIT":
            scripts[index] = strong if strong in RIGHT_TO_LEFT else _NEUTRAL
        elif script not in {_NEUTRAL, EMOJI}:
            strong = script
    start = 0
    for script, group in groupby(list(scripts)):
        end = start + sum(1 for _ in group)
        if script == _NEUTRAL:
            before = scripts[start - 1] if start else base
            after = scripts[end] if end < len(scripts) else base
            chosen = before if before == after and before != EMOJI else base
            scripts[start:end] = [chosen] * (end - start)
        start = end
    return scripts


def _language_of(part: str, script: str, language: str, base: str) -> str:
    if script in {base, EMOJI}:
        return tag(language)
    if script == LATIN:
        return "en-GB"
    if script == "CYRILLIC":
        return "ru-RU" if re.search("[ыэъёЫЭЪЁ]", part) and not re.search("[іїєґІЇЄҐ]", part) else "uk-UA"
    return tag(_HOME[script][0])
