"""Sixty queries of our own over Ukrainian texts, in other forms, apostrophes and scripts than the texts have.

    python tests/bench/judged_uk.py FOLDER        says how many documents each must find

FOLDER holds the unpacked sets of `shared/data/text`. What a query must find is worked out from the texts: every
document in which all its patterns stand. In a pattern ' means any apostrophe; each pattern covers all forms of its
word, with the vowels and consonants that change in it. Queries that would find more than `MOST` are too common.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from corpus import Article, lines

MOST = 20
FILES = ("bruk", "nashigroshi", "ua_gec", "tsn_telegram")
_APOSTROPHES = "['’ʼ`‘´]"


@dataclass(frozen=True, slots=True)
class Case:
    """One query: what it tries, what is typed, and what stands in a document that it must find."""

    kind: str
    text: str
    patterns: tuple[str, ...]


INFLECTED = {
    "контрабандному плазунові": ("контрабандн", "плазун"),
    "Ілонові Маску": (r"ілон\w* маск",),
    "Дмитрові Фірташу": (r"дмитр\w* фірташ",),
    "Вадимом Новинським": (r"вадим\w* новинськ",),
    "Едуардові Ставицькому": (r"едуард\w* ставицьк",),
    "Анатолієм Близнюком": (r"анатолі\w* близнюк",),
    "Ігореві Коломойському": (r"ігор\w* коломойськ",),
    "Віктором Пшонкою": (r"віктор\w* пшон[кц]",),
    "Нагірним Карабахом": (r"нагірн\w+ карабах",),
    "Понтієві Пилату": (r"понті\w+ пилат",),
    "Руслані Писанці": (r"руслан\w* писан[кц]",),
    "цивільною зброєю": (r"цивільн\w+ збро",),
    "весняним рівноденням": (r"весн\w+ рівноден",),
    "розжареною плазмою": ("розжарен", "плазм"),
    "Лізі Націй": (r"лі[гз]\w+ націй",),
    "радіоактивному відходу": (r"радіоактивн\w+ відх[оі]д",),
    "тролейбусною мережею": ("тролейбусн", "мереж"),
    "Василеві Стусу": (r"васил\w+ стус",),
    "Новою Зеландією": (r"нов\w+ зеланді",),
    "евакуаційному рейсові": (r"евакуаційн\w+ рейс",),
    "столом переговорів": (r"ст[іо]л\w* переговор",),
    "білим конем": (r"біл(?:ий|ого|ому|им|ім|і|их|ими) к[іо]н[ьяюеі]",),
    "північному вітрові": (r"північн\w+ віте?р",),
    "книгою рекордів": (r"кни[гз]\w* рекорд",),
}
APOSTROPHES = {
    "В’ячеславові Чорноволу": (r"в'ячеслав\w* чорнов[оі]л",),
    "Межигірʼям": ("межигір'",),
    "Придністров’ям": ("придністров'",),
    "Кам’янцем-Подільським": (r"кам'ян\w+.подільськ",),
    "політвʼязневі": ("політв'яз",),
    "надвечір`ям": ("надвечір'",),
    "фортепʼяно": ("фортеп'ян",),
    "кутюр’є": ("кутюр'є",),
    "Вʼєтнамом": ("в'єтнам(?!ськ)",),
    "краков’яком": ("краков'як",),
    "бджолосімʼєю": ("бджолосім(?:'|ей)",),
    "м’ясорубкою": ("м'ясоруб",),
    "львівʼянкою": ("львів'ян[кц]",),
    "п`ятизірковому": ("п'ятизірк",),
    "держспецзвʼязком": ("держспецзв'яз",),
    "об’їзною дорогою": (r"об'їзн\w+ дор[оі][гжз]",),
}
SCRIPTS = {
    "Firtash": ("фірташ",),
    "Kolomoyskyi": ("коломойськ",),
    "Kolomoisky": ("коломойськ",),
    "Коломойский": ("коломойськ",),
    "Stavytskyi": ("ставицьк",),
    "Novynskyi": ("новинськ",),
    "Yatseniuk": ("яценюк",),
    "Akhmetov": ("ахметов",),
    "Azarov": ("азаров",),
    "Pshonka": ("пшон[кц]",),
    "Zaluzhnyi": ("залужн",),
    "Volnovakha": ("волнова[хсш]",),
    "Кулеба Дмитрий": (r"дмитр\w* кулеб",),
    "Rylskyi Maksym": (r"максим\w* рильськ",),
    "Skovoroda Hryhorii": (r"григор\w+ сковород",),
    "Dovzhenko": ("довженк",),
    "Zabuzhko": ("забужк",),
    "Ivan Kotliarevskyi": (r"іван\w* котляревськ",),
    "Vynnychenko": ("винниченк",),
    "Henichesk": ("генічеськ",),
}
CASES = tuple(
    Case(kind, text, patterns)
    for kind, of in (("inflection", INFLECTED), ("apostrophe", APOSTROPHES), ("script", SCRIPTS))
    for text, patterns in of.items()
)


def documents(folder: Path) -> Iterator[Article]:
    """Go through the Ukrainian documents."""
    for name in FILES:
        for row in lines(folder / "docs_uk" / f"{name}.jsonl.gz"):
            yield Article(row["id"], row.get("title") or "", row["text"], name, "uk", "2020-01-01")


def relevant(folder: Path) -> Mapping[str, frozenset[str]]:
    """Give for each query the documents it must find."""
    compiled = {
        case.text: [re.compile(rf"\b(?:{one.replace(chr(39), _APOSTROPHES)})", re.IGNORECASE) for one in case.patterns]
        for case in CASES
    }
    found: dict[str, set[str]] = {case.text: set() for case in CASES}
    for article in documents(folder):
        whole = f"{article.title}\n{article.body}"
        for text, patterns in compiled.items():
            if all(pattern.search(whole) for pattern in patterns):
                found[text].add(article.id)
    return {text: frozenset(ids) for text, ids in found.items()}


def main() -> None:
    """Say what each must find, and of how many of those the typed words stand in the text as they are."""
    folder = Path(sys.argv[1])
    found = relevant(folder)
    texts = {article.id: f"{article.title}\n{article.body}".casefold() for article in documents(folder)}
    for case in CASES:
        ids = found[case.text]
        same = sum(all(word.casefold() in texts[one] for word in case.text.split()) for one in ids)
        fault = "" if 0 < len(ids) <= MOST else "  <- none, or too many"
        print(f"{case.kind:10} {case.text:28} {len(ids):3} documents, {same:3} with these very words{fault}")


if __name__ == "__main__":
    main()
