"""The languages that Snowball stems (https://snowballstem.org), one row each."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from factdesk.search.languages.language import Language

_ROWS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "st": "sesotho",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
_ELISIONS = {
    "fr": re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\w\w)"),
    "it": re.compile(r"(?:[cdlmnstv]|un|all|dall|dell|nell|sull|quest|quell)'(?=\w\w)"),
    "ca": re.compile(r"[dlmnst]'(?=\w\w)"),
}
_stemmers: dict[str, Callable[[str], str]] = {}
# PyStemmer's objects may be shared, but not be used by two threads at once.
_lock = threading.Lock()


def snowball(code: str, word: str) -> str:
    """Give the stem of a word in small letters by the algorithm of a language in the table."""
    elision = _ELISIONS.get(code)
    if elision is not None:
        word = elision.sub("", word, count=1)
    with _lock:
        stem = _stemmers.get(code)
        if stem is None:
            stem = _stemmers[code] = _stemmer(_ROWS[code])
        return stem(word)


def _stems(code: str, word: str) -> tuple[str, ...]:
    return (snowball(code, word),)


def _stemmer(algorithm: str) -> Callable[[str], str]:
    import Stemmer  # noqa: PLC0415  (loaded with the first text of such a language)

    made: Any = Stemmer.Stemmer(algorithm, 0)
    stem: Callable[[str], str] = made.stemWord
    return stem


# Languages with a module of their own take only the stem from here.
_OWN = frozenset(("en", "ru"))
SNOWBALL = tuple(Language(code, partial(_stems, code)) for code in _ROWS if code not in _OWN)
