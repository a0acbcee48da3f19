"""The words that bylines are made of, in English, Ukrainian and Russian: what begins one, and what is never a name."""

from __future__ import annotations

import re

_PICTURES = r"(?:photos?|photographs?|pictures?|images?|video|graphics?|фото|світлини|відео|видео|ілюстрації)"
_WORK = (
    r"(?:story|words?|text|written|report(?:ing|ed)?|analysis|opinion|commentary|interview(?:ed)?|column|essay|review)"
)
_AND = r"(?:and|&|та|і|й|и|,|\+)"
_OF_TEXT = r"(?:тексту|матеріалу|статті|публікації|текста|материала|статьи)"
_MADE = (
    r"(?:підготу(?:вав|вала|вали)|написа(?:в|ла|ли)|записа(?:в|ла|ли)|розмовля(?:в|ла|ли)|спілкува(?:вся|лася|лися)"
    r"|подготови(?:л|ла|ли)|записа(?:л|ла|ли)|беседова(?:л|ла|ли))"
)

# What a byline begins with; spaces and a colon that follow are part of it.
LABEL = re.compile(
    rf"""^[(\[*_—–\-\s]*(?:
      (?:{_WORK}(?:\s*{_AND}\s*{_PICTURES})?\s+)?by(?=\s|:|$)
    | (?:authors?|byline|text|words)(?:\s*{_AND}\s*{_PICTURES})?\s*:
    | (?:автор(?:ка|и|ки|ы)?(?:\s+{_OF_TEXT})?|текст(?:\s*{_AND}\s*{_PICTURES})?|журналіст(?:ка|и)?
        |(?:(?:матеріал|текст|інтерв[’'ʼ]ю|материал|интервью)\s+)?{_MADE})(?=\s*[:—–]|\s|$)
    )\s*[:—–]?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
PLURAL = re.compile(r"^\W*(?:authors|автори|авторки|авторы|журналісти|\w+\s+\w+(?:вали|лися)|\w+(?:вали|лися))\b", re.I)
# What joins names, on a line of its own or inside one.
JOINT = re.compile(r"and|AND|with|та|ТА|і|й|и|&|,")
JOINED = re.compile(r",?\s+(?:and|AND|with|та|ТА|і|й|и)\s+|\s*&\s*|\s*[,;]\s+")

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
)
# Where the names end and another matter begins.
TAIL = re.compile(
    rf"""\s*[|•·()\[\]/]|\s+[–—-]{{1,2}}(?:\s|$)|,?\s+\d{{1,4}}[.:/-]\d
    |,?\s+\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS}\b|\s*;\s*(?=edit|writ|фото|photo)|\s+{_MONTHS}\.?\s+\d
    |[,;.]?\s+(?:(?:first\s+|last\s+)?(?:published|updated|posted|modified)|on\s+{_MONTHS}\b
        |(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\s+(?={_MONTHS}\b|\d)
        |опубліковано|оновлено|опубликовано|обновлено|{_PICTURES}\b)""",
    re.IGNORECASE | re.VERBOSE,
)

_NOUNS = (
    r"(?:correspondents?|reporters?|writers?|editors?|columnists?|journalists?|contributors?|analysts?|producers?"
    r"|professors?|researchers?|critics?|staff|fellow|bureau\s+chief"
    r"|журналіст\w*|кореспондент\w*|редактор\w*|оглядач\w*|репортер\w*|колумніст\w*|блогер\w*|експерт\w*|аналітик\w*"
    r"|спецкор\w*|журналист\w*|корреспондент\w*|обозреватель\w*|политолог\w*|політолог\w*|історик\w*|юрист\w*)"
)
ROLE = re.compile(rf"(?:[^\W\d_]+(?:['’ʼ-]\w+)?,?\s+){{0,4}}{_NOUNS}(?:\s+[^,.:;!?]{{1,40}})?", re.IGNORECASE)

# Whom a piece is written for: "for The Courier", "спеціально для «Дзеркала тижня»".
WRITTEN_FOR = re.compile(
    r"(?:[Ss]pecial(?:ly)?\s+(?:to|for)|[Ff]or|(?:[Сс]пеціально|[Сс]пециально)\s+для|[Дд]ля)\s+"
    r"(?:the\s+|(?:сайту|видання|газети|журналу|порталу|проєкту|сайта|издания|газеты|журнала)\s+)?"
    r"[A-ZА-ЯІЇЄҐ«“\"„][^,.;:!?]{1,50}"
)
# Where somebody writes from, or of what house they are: "in Kyiv", "of The Courier".
WRITTEN_IN = re.compile(r"(?:in|at|from|of|у|в|з|із)\s+(?:the\s+)?[A-ZА-ЯІЇЄҐ]\S+(?:\s+[A-ZА-ЯІЇЄҐ]\S+){0,3}")

# Agencies and a few houses that are written after a name everywhere; others are left to the person.
AGENCY = re.compile(
    r"(?:the\s+)?(?:reuters|associated\s+press|ap|afp|agence\s+france-presse|dpa|upi|bloomberg(?:\s+news)?|bbc(?:\s+\w+)?"
    r"|cnn|npr|interfax(?:-ukraine)?|ukrinform|unian|tass|rfe/rl|deutsche\s+welle|dw|kyiv\s+independent|kyiv\s+post"
    r"|guardian|new\s+york\s+times|washington\s+post|financial\s+times|wall\s+street\s+journal"
    r"|укрінформ|уніан|унн|рбк-україна|інтерфакс-україна|українська\s+правда|радіо\s+свобода|суспільне"
    r"|рейтер|интерфакс|тасс|рбк|дзеркало\s+тижня|бабель|громадське)(?:\s+staff)?(?!\w)",
    re.IGNORECASE,
)

PARTICLES = frozenset({
    "van", "von", "der", "den", "de", "da", "di", "del", "della", "la", "le", "du", "dos", "das", "do", "el", "al",
    "bin", "ibn", "ter", "ten", "zu", "af", "y", "фон", "ван", "де", "дер", "ла", "ле", "аль", "бен", "ібн",
})  # fmt: skip
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "мол", "ст"})
PLACE_STARTS = frozenset({
    "new", "san", "los", "las", "saint", "st.", "hong", "tel", "north", "south", "east", "west", "united", "washington",
    "білий", "біла", "кривий", "новий", "нова", "нью", "київ", "kyiv", "kiev", "london", "moscow",
})  # fmt: skip
_SMALL = """
the a an this that these those our my your his her their its it he she they we you then now late early mid end next
last any all every each some no not if when while as at by for from in into of on onto off over under to with without
within through across against about after before during since until than and or but nor so yet both either neither one
two three four five six seven eight nine ten dozens hundreds thousands millions first second third popular monday
tuesday wednesday thursday friday saturday sunday january february march july september october november december
spring autumn winter today tomorrow yesterday tonight there here more most many much few less only just even понеділок
вівторок середа четвер субота неділя січень січня лютий лютого березень березня квітень квітня травень травня червень
червня липень липня серпень серпня вересень вересня жовтень жовтня листопад листопада грудень грудня про для від за на
над під при без через після перед між цей ця це ці той та те ті наш ваш мій твій свій як що хто коли невідомий
невідома невідомо народна народні народне анонім неизвестен неизвестный
"""
_BODIES = """
staff editor editors editorial board news newsroom desk team press agency agencies wire reporter reporters
correspondent correspondents contributor contributors writer writers columnist journalist university college school
ministry department office council committee commission institute center centre foundation association company corp
inc ltd llc plc group party government parliament service services union society times post tribune herald journal
gazette guardian independent observer daily weekly magazine online media network radio television tv report review
chronicle telegraph express standard international national federation bureau project fund bank states nations
associated reuters afp ap bbc cnn npr dpa upi bloomberg interfax ukrinform admin administrator webmaster anonymous
guest unknown special senior chief social links follow photo photos photograph photographs video image images getty
courtesy published updated posted share copyright advertisement subscribe comments comment read more home politics
business sport sports opinion culture technology science health редакція редакцією редакция пресслужба прес-служба
пресс-служба прес-центр агентство агенція міністерство министерство рада совет комітет комитет центр інститут институт
університет университет управління управление департамент служба видання издание газета журнал сайт портал команда
колектив фонд асоціація спілка компанія партія відділ відділу штаб офіс адміністрація поліція прокуратура суд новини
новости правда радіо радио телебачення канал тиждень громадське суспільне укрінформ уніан унн інтерфакс рбк фото відео
видео джерело источник автор авторка текст кореспондент журналіст журналістка education political diplomatic defence
defense security economics foreign environment religion arts crime legal transport energy investigations deputy
executive managing associate assistant breaking forbes
"""
NO_NAME = frozenset((_SMALL + _BODIES).split())
