"""Cuts what was typed into signs: words, phrases, brackets, operators and the names of fields."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from factdesk.search.fields import BY_NAME


class Sign(Enum):
    """What a piece of a query is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One sign and the words it stands for. `end` is where it ends in the text that was cut.

    `unclosed` is the quotation mark that opens a phrase and finds none that closes it.
    """

    sign: Sign
    text: str
    end: int = 0
    unclosed: str = ""


_CLOSERS = {"„": '“”"', "“": '”"', "”": '”"', "«": '»"', '"': '"'}
_FIELD = re.compile(r"([^\W\d_]+):(?!//)")
_WORD = re.compile(r"[^\s()\"“”„«»]+")
_OPERATORS = {"AND": Sign.AND, "OR": Sign.OR, "NOT": Sign.NOT}
_BRACKETS = {"(": Sign.OPEN, ")": Sign.CLOSE}


def cut(text: str) -> list[Token]:
    """Cut `text` (NFC) into tokens; whatever is typed gives some list, at most one token a character."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        letter = text[at]
        if letter.isspace():
            at += 1
        elif letter in _BRACKETS:
            at += 1
            tokens.append(Token(_BRACKETS[letter], letter, at))
        elif letter in _CLOSERS:
            token = _phrase(text, at)
            tokens.append(token)
            at = token.end
        elif letter in "-−" and _is_minus(text, at):
            at += 1
            tokens.append(Token(Sign.NOT, letter, at))
        elif letter == "»":
            at += 1
        else:
            token = _field(text, at) or _word(text, at)
            tokens.append(token)
            at = token.end
    return tokens


def normal(text: str) -> str:
    """Give `text` in NFC, with controls as blanks."""
    return "".join(" " if unicodedata.category(one) == "Cc" else one for one in unicodedata.normalize("NFC", text))


def _is_minus(text: str, at: int) -> bool:
    """A minus stands before a word, a phrase, a field or a bracket, and not within or between words."""
    before = at == 0 or text[at - 1].isspace() or text[at - 1] == "("
    return before and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] not in "-−)"


def _phrase(text: str, at: int) -> Token:
    ends = [end for end in (text.find(closer, at + 1) for closer in _CLOSERS[text[at]]) if end >= 0]
    end = min(ends, default=len(text))
    return Token(Sign.PHRASE, text[at + 1 : end], min(end + 1, len(text)), "" if ends else text[at])


def _field(text: str, at: int) -> Token | None:
    found = _FIELD.match(text, at)
    if found is None or found[1].casefold() not in BY_NAME:
        return None
    return Token(Sign.FIELD, BY_NAME[found[1].casefold()].name, found.end())


def _word(text: str, at: int) -> Token:
    found = _WORD.match(text, at)
    word = found.group() if found else text[at]
    return Token(_OPERATORS.get(word, Sign.WORD), word, at + len(word))
