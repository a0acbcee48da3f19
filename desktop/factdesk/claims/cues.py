"""Words that give away what a claim states and who says it: English and Ukrainian, grown by reading news."""

from __future__ import annotations

import re


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


_SAYING_EN = _any(
    "said says told tells added adds announced stated argued insisted claimed claims confirmed denied explained warned "
    "noted wrote declared admitted reported reports acknowledged promised stressed"
)
_SAYING_UK = _any(
    "сказав сказала сказали каже кажуть заявив заявила заявили заявляє повідомив повідомила повідомили повідомляє "
    "наголосив наголосила наголосили наголошує зазначив зазначила зазначили зазначає додав додала додали додає "
    "підкреслив підкреслила розповів розповіла розповідає пояснив пояснила пояснює стверджує стверджують написав "
    "написала уточнив уточнила запевнив запевнила визнав визнала відповів відповіла поінформував поінформувала"
)
REPORTING = f"{_SAYING_EN}|{_SAYING_UK}"
SPEECH = re.compile(rf"\b(?:{REPORTING}|according to|за словами|за даними)\b", re.IGNORECASE)

COMPARISONS = re.compile(
    r"\b(?:record(?:-breaking|-high|-low)?|largest|biggest|highest|lowest|smallest|greatest|longest|shortest|oldest|"
    r"youngest|fastest|richest|poorest|worst|best|fewest|most|least|first(?:-ever)?|only|more than any|fewer than|"
    r"(?:more|less|higher|lower|bigger|larger|smaller|better|worse|older|younger|faster|slower|cheaper) than|"
    r"(?:twice|double|triple|half|(?:two|three|four|five|ten|\d+) times) (?:as|what|the|more|that)|"
    r"compared (?:with|to)|unprecedented|outnumber\w*|"
    r"рекорд\w*|най(?:більш|менш|вищ|нижч|довш|коротш|старіш|молодш|швидш|дорожч|дешевш|кращ|гірш|багатш|бідніш|"
    r"сильніш|потужніш)\w*|перш(?:ий|а|е|і|ого|ої|ому|им|ою|их)|єдин(?:ий|а|е|і|ого|ої)|"
    r"(?:більш|менш|вищ|нижч|краш|кращ|гірш|дорожч|дешевш)\w* (?:ніж|за|від)|удвічі|вдвічі|утричі|втричі|"
    r"у (?:два|три|чотири|п[’'ʼ]ять|десять|\d+) раз\w*|порівняно з|уперше|вперше|безпрецедентн\w*)(?!\w)",
    re.IGNORECASE,
)

_MONTHS_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS_EN = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS_UK = (
    "січ(?:ень|ня|ні)|лют(?:ий|ого|ому)|берез(?:ень|ня|ні)|квіт(?:ень|ня|ні)|трав(?:ень|ня|ні)|черв(?:ень|ня|ні)|"
    "лип(?:ень|ня|ні)|серп(?:ень|ня|ні)|верес(?:ень|ня|ні)|жовт(?:ень|ня|ні)|листопад[аі]?|груд(?:ень|ня|ні)"
)
_DAYS_UK = "понеділ(?:ок|ка)|вівтор(?:ок|ка)|серед[ау]|четвер(?:га)?|п[’'ʼ]ятниц[яюі]|субот[ауи]|неділ[яюі]"
_MONTHS = f"{_MONTHS_EN}|{_MONTHS_UK}"
DATES = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})(?:,? \d{{4}})?|"
    rf"(?:{_MONTHS_EN}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|(?:{_MONTHS}) \d{{4}}|"
    r"(?:19|20)\d\ds|у \d{4}(?:-му|-го)? році|\d{4} (?:року|рік|році|р\.)|"
    r"(?:a|one|two|three|four|five|six|ten|\d+) (?:years?|months?|weeks?|days?) (?:ago|earlier|later|late))(?!\w)"
)
MONTHS_AND_DAYS = re.compile(
    rf"\b(?:(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom) (?:{_MONTHS_EN})|(?:{_DAYS_EN})|{_MONTHS_UK}|{_DAYS_UK}|"
    r"yesterday|(?:last|next) (?:year|month|week)|вчора|учора|торік|минулого (?:року|місяця|тижня))(?!\w)"
)
EVENTS = re.compile(
    r"\b(?:opened|closed|signed|killed|died|arrested|resigned|elected|appointed|dismissed|fired|launched|attacked|"
    r"crashed|collapsed|exploded|approved|rejected|voted|won|lost|met|visited|began|started|ended|founded|banned|sued|"
    r"sentenced|convicted|charged|seized|cancelled|struck|shelled|occupied|liberated|born|married|bought|sold|merged|"
    r"passed|held|happened|took office|took over|stepped down|"
    r"відкри\w+|закри\w+|підписа\w+|загину\w+|помер\w*|заарешт\w+|затрима\w+|звільни\w+|обра[вл]\w*|обран\w+|"
    r"призначи\w+|призначен\w+|атакува\w+|обстріля\w+|вибухну\w+|зруйнова\w+|ухвали\w+|ухвален\w+|відхили\w+|"
    r"проголосува\w+|перемі[гж]\w*|програ\w+|зустрі[вл]\w*|відвіда\w+|поча[вл]\w*|розпоча\w+|закінчи\w+|заснува\w+|"
    r"заборони\w+|засуди\w+|вилучи\w+|скасува\w+|окупува\w+|народи\w+|купи\w+|прода[вл]\w*|відбу\w+|стався|сталася)(?!\w)",
    re.IGNORECASE,
)
_NO_NAMES = """he she it they we i you who which that this these those the a an but and as in on at there his her its
their he's she's він вона воно вони ми я ви хто який яка що це ці той та а і й але про як його її їх у в на за з до"""
PRONOUNS = frozenset(_NO_NAMES.split())
