"""Cuts what was typed into signs: words, phrases, brackets, operators and the names of fields."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum, auto

from factdesk.search.fields import BY_NAME, FLAGS, Compare
from factdesk.search.numbers import WITH_UNIT, WRITTEN

NEARBY = 10
"""How many other words may stand between those that are "near", when no number is given."""


class Sign(Enum):
    """What a piece of a query is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    FLAG = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One sign and the words it stands for. `start` and `end` are its place in the text that was cut.

    `unclosed` is the quotation mark that opens a phrase and finds none that closes it; `slop` is how many other words
    may stand within a phrase or between what NEAR joins; `is_exact`: "=" stands before it.
    """

    sign: Sign
    text: str
    start: int = 0
    end: int = 0
    unclosed: str = ""
    slop: int = 0
    is_exact: bool = False


_CLOSERS = {
    mark: re.compile(f"[{closers}]")
    for mark, closers in {"„": '“”"', "“": '”"', "”": '”"', "«": '»"', '"': '"'}.items()
}
_FIELD = re.compile(r"([^\W\d_]+):(?!//)")
_FLAG = re.compile(rf"(?:{'|'.join(FLAGS)})(?![^\s()\"“”„«»])", re.IGNORECASE)
_WORD = re.compile(r"[^\s()\"“”„«»]+")
# A number may have blanks in it ("1 000", "5 million").
_NUMBER = re.compile(rf"(?:{WITH_UNIT}|{WRITTEN})[.,;:!?…]*+(?![^\s()\"“”„«»])")
_COUNT = re.compile(r"(?:[(\"“”„«]\s*)?[<>=≤≥.]*\s*[0-9]")
_SLOP = re.compile(r"~([0-9]{0,3})(?![\w*?])")
_NEAR = re.compile(r"NEAR(?:[/~]([0-9]{1,3}))?\Z")
_OPERATORS = {"AND": Sign.AND, "OR": Sign.OR, "NOT": Sign.NOT}
_BRACKETS = {"(": Sign.OPEN, ")": Sign.CLOSE}


def cut(text: str) -> list[Token]:
    """Cut `text` (NFC) into tokens; whatever is typed gives some list, at most one token a character."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace() or text[at] == "»":
            at += 1
            continue
        token = _token(text, at)
        tokens.append(token)
        at = token.end
    return tokens


def normal(text: str) -> str:
    """Give `text` in NFC, with controls as blanks."""
    return "".join(" " if unicodedata.category(one) == "Cc" else one for one in unicodedata.normalize("NFC", text))


def _token(text: str, at: int) -> Token:
    letter = text[at]
    if letter in _BRACKETS:
        return Token(_BRACKETS[letter], letter, at, at + 1)
    if letter in _CLOSERS:
        return _phrase(text, at)
    if letter in "-−" and _is_minus(text, at):
        return Token(Sign.NOT, letter, at, at + 1)
    if letter == "=" and (text[at + 1 : at + 2].isalnum() or text[at + 1 : at + 2] in _CLOSERS):
        exact = _phrase(text, at + 1) if text[at + 1] in _CLOSERS else _word(text, at + 1)
        # An operator with "=" before it is a word like any other.
        return replace(exact, sign=exact.sign if exact.sign is Sign.PHRASE else Sign.WORD, start=at, is_exact=True)
    return _flag(text, at) or _field(text, at) or _word(text, at)


def _is_minus(text: str, at: int) -> bool:
    """A minus stands before a word, a phrase, a field or a bracket, and not within or between words."""
    before = at == 0 or text[at - 1].isspace() or text[at - 1] == "("
    return before and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] not in "-−)"


def _phrase(text: str, at: int) -> Token:
    closed = _CLOSERS[text[at]].search(text, at + 1)
    if closed is None:
        return Token(Sign.PHRASE, text[at + 1 :], at, len(text), text[at])
    words, end = text[at + 1 : closed.start()], closed.end()
    slop = _SLOP.match(text, end)
    if slop is None:
        return Token(Sign.PHRASE, words, at, end)
    return Token(Sign.PHRASE, words, at, slop.end(), slop=int(slop[1] or NEARBY))


def _flag(text: str, at: int) -> Token | None:
    found = _FLAG.match(text, at)
    return Token(Sign.FLAG, found.group().casefold(), at, found.end()) if found else None


def _field(text: str, at: int) -> Token | None:
    found = _FIELD.match(text, at)
    row = BY_NAME.get(found[1].casefold()) if found else None
    if found is None or row is None:
        return None
    # "claims:" ends many a sentence; it is a field where a number follows.
    if row.compare is Compare.NUMBER and not _COUNT.match(text, found.end()):
        return None
    return Token(Sign.FIELD, row.name, at, found.end())


def _word(text: str, at: int) -> Token:
    found = _NUMBER.match(text, at) or _WORD.match(text, at)
    word = found.group() if found else text[at]
    near = _NEAR.match(word)
    if near is not None:
        return Token(Sign.NEAR, word, at, at + len(word), slop=int(near[1] or NEARBY))
    return Token(_OPERATORS.get(word, Sign.WORD), word, at, at + len(word))
