"""Modest first guesses for a newly marked claim: its kind, and who says it when the text says so plainly."""

from __future__ import annotations

import re

from factdesk.claims.cues import COMPARISONS, DATES, EVENTS, MONTHS_AND_DAYS, PRONOUNS, REPORTING, SPEECH
from factdesk.claims.sentences import sentences
from factdesk.model.enums import ClaimKind
from factdesk.model.values.text import CanonicalText, Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", '"': '"', "‘": "’"}
_LONGEST = 2_000
"""A sentence longer than this is a list or no prose at all, and nothing in it is sure."""
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<![\d.,€$£])(?:1[5-9]|20)\d\d(?:[–-]\d\d(?:\d\d)?)?(?![\d.,]*\d|\s?%)")
_CLOCK = re.compile(r"(?<!\d)(?:\d{1,2}[.:]\d\d\s?(?:a\.?m|p\.?m)|\d{1,2}:\d\d(?!\d)|\d{1,2}\.\d{1,2}\.\d{2,4})")
_WORD = re.compile(r"[^\W\d_][\w'’ʼ-]*")
_LETTER = r"[^\W\d_a-zа-яёіїєґ]"
_NAME_WORD = rf"{_LETTER}[\w'’ʼ-]+"
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|Sen|Rep|Gov|Gen|Col|Rev)\.?\s"
_NAME = rf"(?:{_TITLE})?{_NAME_WORD}(?:\s(?:{_LETTER}\.\s?)*(?:(?:de|del|van|von|der|al|of)\s)*{_NAME_WORD}){{0,3}}"


def guess_kind(exact_words: str, sentence: str, language: str = "") -> ClaimKind:
    """Guess the kind of a claim from its words and the sentence they stand in.

    In order: words inside quotation marks are a quotation; then a comparison (record, largest, перший), a number, a
    date, a name (capitalised words alone), an event (a verb of happening); else other. English and Ukrainian; other
    languages get what their digits and quotation marks give. `language` is a code or "".
    """
    del language  # The cues of both languages hardly meet, and language detection of one line is a guess itself.
    without_dates = _CLOCK.sub(" ", _YEAR.sub(" ", DATES.sub(" ", exact_words)))
    has_date = without_dates != exact_words or MONTHS_AND_DAYS.search(exact_words) is not None
    signs = (
        (ClaimKind.QUOTATION, is_quoted(exact_words, sentence)),
        (ClaimKind.COMPARISON, COMPARISONS.search(exact_words)),
        (ClaimKind.NUMBER, _DIGIT.search(without_dates)),
        (ClaimKind.DATE, has_date),
        (ClaimKind.NAME, _is_name(exact_words)),
        (ClaimKind.EVENT, EVENTS.search(exact_words)),
    )
    return next((kind for kind, sign in signs if sign), ClaimKind.OTHER)


def is_quoted(exact_words: str, sentence: str) -> bool:
    """Whether words are, or lie in, a quotation of their sentence of more than a title's few words."""
    bare = exact_words.strip()
    if len(bare) > 2 and bare[0] in _PAIRS and bare[-1] in _PAIRS[bare[0]] and bare[1:-1].find(bare[-1]) < 0:
        return True
    at = sentence.find(bare)
    if at < 0:
        return False
    start, end = _quotation_around(sentence, at, at + len(bare))
    if start < 0:
        return False
    return (
        len(_WORD.findall(sentence[start:end])) >= 4
        or SPEECH.search(sentence[:start] + " " + sentence[end:]) is not None
    )


def _quotation_around(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Give the inside of the quotation marks around a place, (-1, -1) when it stands outside."""
    opened: list[tuple[str, int]] = []
    for at, char in enumerate(sentence[:start]):
        if opened and char in _PAIRS[opened[-1][0]]:
            opened.pop()
        elif char in _PAIRS and not (char == "‘" and at and sentence[at - 1].isalnum()):
            opened.append((char, at + 1))
    if not opened:
        return -1, -1
    closing = _PAIRS[opened[0][0]]
    close = next((at for at in range(end, len(sentence)) if sentence[at] in closing), len(sentence))
    return opened[0][1], close


def _is_name(words: str) -> bool:
    found = _WORD.findall(words)
    capitals = [word for word in found if word[0].isupper()]
    return 1 <= len(found) <= 6 and len(capitals) * 2 > len(found) and found[-1][0].isupper()


def guess_claimant(content: CanonicalText, span: Span, language: str = "") -> str:
    """Name who says the words at `span` when their sentence, or the one after a quotation, says so in a plain form.

    "X said", "said X", "according to X", "— наголосив X", "X заявила", "за словами X" (X as it is written, in the
    genitive). "" whenever it is not sure: two speakers, a pronoun, no capital.
    """
    found = sentences(content, language)
    index = next((number for number, each in enumerate(found) if each.overlaps(span)), None)
    if index is None:
        return ""
    sentence = content.text[found[index].start : found[index].end]
    names = _speakers(sentence, span.start - found[index].start)
    if not names and sentence[:1] in _PAIRS and index + 1 < len(found):
        following = content.text[found[index + 1].start : found[index + 1].end]
        is_same_block = "\n" not in content.text[found[index].end : found[index + 1].start]
        if is_same_block and following[:1] in "—–-":
            names = _speakers(following, 0)
    return names.pop() if len(names) == 1 else ""


_PATTERNS = (
    re.compile(rf"\b[Aa]ccording to (?:the )?(?P<name>{_NAME})"),
    re.compile(
        rf"(?<!of )(?<!of the )(?P<name>{_NAME})(?:,[^,.“”\"«»]{{1,80}},)?\s(?:has |had |also |later |then )?"
        rf"(?:{REPORTING})\b"
    ),
    re.compile(rf"[,”\"]\s?(?!told|tells)(?:{REPORTING})\s(?:the\s[a-z ]{{1,40}}?,?\s)?(?P<name>{_NAME})"),
    re.compile(rf"\b[Зз]а (?:словами|даними|інформацією|оцінкою|повідомленням) (?P<name>{_NAME})"),
    re.compile(rf"[—–-]\s(?:{REPORTING})\s(?:[а-яіїєґ'’ʼ-]+\s){{0,6}}?(?P<name>{_NAME})"),
)


# Somebody unnamed speaks in the sentence as well, so a name in it may not be whose words these are.
_SOMEBODY = re.compile(
    rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]ho|[Ii]|[Ww]e|[Вв]ін|[Вв]она|[Вв]они|[Хх]то|[Яя]к[аи]?й?)\s(?:also\s)?(?:{REPORTING})\b"
)
_POSSESSIVE = re.compile(r"['’]s$")


def _speakers(sentence: str, at: int) -> set[str]:
    """Collect the names the patterns give, but those inside the claim's own words' quotation."""
    if len(sentence) > _LONGEST or _SOMEBODY.search(sentence):
        return set()
    names: set[str] = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            name = match["name"].strip()
            inside = _quotation_around(sentence, match.start("name"), match.end("name"))[0] >= 0
            is_no_name = (
                not name[0].isupper()
                or name.split()[0].casefold() in PRONOUNS
                or MONTHS_AND_DAYS.search(name) is not None
            )
            if not inside and not is_no_name and match.start("name") != at and not _POSSESSIVE.search(name):
                names.add(name)
    return names
