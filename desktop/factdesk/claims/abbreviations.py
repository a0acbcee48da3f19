"""Abbreviations whose dot ends no sentence, and words that begin one, by language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What a splitter must know of a language; all without the last dot and in lower case, but `starters`.

    `never_last`: a name or a word always follows ("Mr"). `before_number`: a number follows, else it is a word that
    ends a sentence ("No", "р"). `may_be_last`: both happen ("U.S", "млн"); it ends a sentence when the next word is
    one of the `starters`.
    """

    never_last: frozenset[str]
    before_number: frozenset[str]
    may_be_last: frozenset[str]
    starters: frozenset[str]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENGLISH = Abbreviations(
    _set(
        "mr mrs ms mx dr prof rev fr hon gen col maj capt cmdr lt sgt cpl pvt adm brig sen rep gov pres supt det insp "
        "st ste mt messrs mme mlle vs v viz e.g i.e eg ie cf al ca approx esp incl est ft capt amb atty dir"
    ),
    _set(
        "no nos p pp vol vols fig figs art sec ch para eq jan feb mar apr jun jul aug sep sept oct nov dec "
        "mon tue tues wed thu thur thurs fri"
    ),
    _set(
        "inc ltd co corp plc llc bros jr sr etc a.m p.m am pm u.s u.k u.n e.u u.s.a u.s.s.r d.c b.c a.d ph.d m.d b.a "
        "m.a no.10 dept univ assn ave blvd rd bn mn mln min hr hrs sq yd lb lbs oz ed eds trans n.y l.a u.a.e"
    ),
    _set(
        "The A An This That These Those He She It They We I You His Her Its Their Our My There Here In On At By For "
        "From With After Before During Since When While If As But And Or Yet So However Meanwhile Although Though "
        "Because Under According Some Many Most All Both Each No Not Now Then Today Yesterday What Who Why How Where"
    ),
)
_UKRAINIAN = Abbreviations(
    _set(
        "вул просп пр-т пл бул бульв пров наб ім м с смт о оз р-н пп гр гр-н гр-ка п тов т ген полк підполк майор кап "
        "лейт серж солд проф доц акад канд д-р др св свв преп архієп митр єп див пор напр заст зав пом дир гол рис "
        "табл рос англ укр нім фр польськ лат грец тел бл т.зв тобто інж ред упоряд ст.-лейт кімн буд кв корп"
    ),
    _set("ст ч № стор розд абз пункт пп січ лют берез квіт трав черв лип серп верес жовт листоп груд сб нд пн"),
    _set(
        "т.д т.п т.ін т.і ін та.ін д р рр ст.ст грн коп крб дол долл млн млрд тис трлн руб обл км кг га год хв сек "
        "шт см мм л н.е до.н.е н.е екз чол ос о.з с.г р.н тонн"
    ),
    _set(
        "Це Цей Ця Ці Той Та Те Ті Він Вона Воно Вони Ми Я Ви Його Її Їх Їхній Наш Але А І Й Та Також Однак Проте У В "
        "На За З Із Зі До Від По Про Під При Над Після Перед Коли Якщо Як Що Хто Де Чому Тому Тоді Тепер Нині Так Ні "
        "Не Усі Всі Кожен Інші Крім Водночас Утім Втім Зокрема Раніше Торік Сьогодні Учора Вчора Згодом Потім "
        "Наразі Загалом Натомість Щоб Через Понад Ще Уже Вже Саме Одна Один Для Адже Цього Цьому Цю Цим Цих Цієї Такий "
        "Така Таке Такі Такого Таку Їм Йому Їй Нас Нам Мене Мені Він Раз Жодна Жоден Жодного Багато Більше Менше"
    ),
)
_RUSSIAN = Abbreviations(
    _set(
        "ул просп пр-т пл бул бульв пер наб им г с пос о оз р-н гр тов т ген полк подполк майор кап лейт проф доц акад "
        "канд д-р св свв преп архиеп митр еп см ср напр зам зав пом дир гл рис табл англ рус укр нем фр лат тел т.н "
        "т.наз инж ред сост кв корп д стр"
    ),
    _set("ст ч № стр разд абз пункт п янв фев февр мар апр июн июл авг сен сент окт нояб дек"),
    _set(
        "т.д т.п т.е др пр гг г.г руб коп долл млн млрд тыс трлн обл км кг га час мин сек шт см мм л н.э до.н.э экз чел"
    ),
    _set(
        "Это Этот Эта Эти Тот Та То Те Он Она Оно Они Мы Я Вы Его Её Ее Их Наш Но А И Да Также Однако У В Во На За С "
        "Со Из К Ко До От По О Об Про Под При Над После Перед Когда Если Как Что Кто Где Почему Поэтому Тогда Теперь "
        "Так Нет Не Все Каждый Другие Кроме Впрочем Ранее Сегодня Вчера Потом Затем Сейчас Чтобы Через Более Ещё Еще "
        "Уже Один Одна Для Ведь Этого Этому Эту Этим Этих Такой Такая Такое Такие Такого Ему Ей Им Нас Нам Много"
    ),
)


def _merged(*parts: Abbreviations) -> Abbreviations:
    return Abbreviations(
        frozenset().union(*(part.never_last for part in parts)),
        frozenset().union(*(part.before_number for part in parts)),
        frozenset().union(*(part.may_be_last for part in parts)),
        frozenset().union(*(part.starters for part in parts)),
    )


@lru_cache(maxsize=32)
def abbreviations(language: str) -> Abbreviations:
    """Give what is known of `language` ("uk", "en-GB"); an unknown one gets all of it, by which few ends are lost."""
    code = language.casefold().replace("_", "-").split("-")[0]
    known = {"en": _ENGLISH, "uk": _UKRAINIAN, "ru": _RUSSIAN}
    if code in known:
        # Latin names and firms stand in Cyrillic texts too.
        return known[code] if code == "en" else _merged(known[code], _ENGLISH)
    return _merged(_ENGLISH, _UKRAINIAN, _RUSSIAN)
