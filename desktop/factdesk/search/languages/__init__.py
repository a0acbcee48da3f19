"""The languages whose words are known in all their forms. Imports folding and the stemmers, nothing else of Factdesk.

To add a language that Snowball offers: one row in snowball.py. Any other: <code>.py with a `Language`, and its line
in `LANGUAGES` here. A text in a language that is not listed is searched by its words as they stand.
"""

from __future__ import annotations

from functools import lru_cache

from factdesk.search.languages.en import ENGLISH
from factdesk.search.languages.language import Language
from factdesk.search.languages.ru import RUSSIAN
from factdesk.search.languages.snowball import SNOWBALL
from factdesk.search.languages.uk import UKRAINIAN

LANGUAGES: dict[str, Language] = {language.code: language for language in (*SNOWBALL, ENGLISH, RUSSIAN, UKRAINIAN)}


@lru_cache(maxsize=1024)
def known(code: str) -> str:
    """Give the code under which words of `code` ("en", "en-GB") are analysed; "" when they stand for themselves."""
    short = code.strip().replace("_", "-").split("-")[0].casefold()
    return short if short in LANGUAGES else ""
