"""English: Snowball's stemmer, and for irregular forms (ran, children) the dictionary lemma as well."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from factdesk.search.languages.language import Language
from factdesk.search.languages.snowball import snowball

# Other words rather than forms: whoever looks for "better" does not mean "good".
_OTHER_WORDS = frozenset(("better", "best", "worse", "worst", "more", "most", "less", "least", "media", "data"))


def _stems(word: str) -> tuple[str, ...]:
    stem = snowball("en", word)
    if word in _OTHER_WORDS or not word.isascii():
        return (stem,)
    return tuple(dict.fromkeys((stem, snowball("en", _dictionary()(word).lower()))))


@cache
def _dictionary() -> Callable[[str], str]:
    from simplemma import lemmatize  # noqa: PLC0415  (25 MB of dictionary, loaded with the first English text)

    def lemma(word: str) -> str:
        return str(lemmatize(word, lang="en")) if word else word

    return lemma


ENGLISH = Language("en", _stems, first_letters={"w": "g"})
