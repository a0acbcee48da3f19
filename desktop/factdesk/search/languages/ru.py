"""Russian: Snowball's stemmer, and the lemma of the common words whose forms have another root."""

from __future__ import annotations

from factdesk.search.languages.language import Language
from factdesk.search.languages.snowball import snowball

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
    word = word.replace("ё", "е")
    return tuple(dict.fromkeys((snowball("ru", word), snowball("ru", _OTHER_ROOTS.get(word, word)))))


RUSSIAN = Language("ru", _stems, first_letters={"л": "чг", "ш": "и", "д": "р"})
