"""Builds a query tree from signs by recursive descent; names what it leaves out, and never fails.

either  = all (OR all)*
all     = one ((AND)? one)*
one     = (NOT | -) one | FIELD one | "(" either ")" | word | phrase
"""

from __future__ import annotations

import re

from factdesk.search.dates import range_of
from factdesk.search.fields import BY_NAME, Compare
from factdesk.search.folding import parts, tokens
from factdesk.search.lexer import Sign, Token
from factdesk.search.nodes import (
    And,
    Everything,
    InField,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    PublicId,
    Published,
    Word,
)
from factdesk.words import _

DEEPEST = 16
MOST_TERMS = 64
# A dash between blanks is how headlines are written; nobody has to be told.
_DASHES = "-–—−‐‑"
_PUBLIC_ID = re.compile(r"([A-Za-z])-0*([1-9][0-9]{0,17})\Z")
_UNKNOWN_FIELD = re.compile(r"([^\W\d_]{2,}):\S")


class Parser:
    """One parse. `ignored` fills with sentences while `parse` runs."""

    def __init__(self, signs: list[Token], is_typing: bool) -> None:
        self.ignored: list[str] = []
        self._signs = signs
        self._at = 0
        self._terms = 0
        self._is_typing = is_typing

    def parse(self) -> Node | None:
        """Read all signs; None when nothing of them can be looked for."""
        found: list[Node] = []
        while self._at < len(self._signs):
            node = self._either(0, "")
            if node is not None:
                found.append(node)
            if self._sign() is Sign.CLOSE:
                self._leave_out(_("“)” closes nothing."))
                self._at += 1
        return _all(found)

    def _sign(self) -> Sign | None:
        return self._signs[self._at].sign if self._at < len(self._signs) else None

    def _leave_out(self, sentence: str) -> None:
        if sentence not in self.ignored:
            self.ignored.append(sentence)

    def _closed_by_us(self, sign: str) -> None:
        """Name a sign that nothing closes; while a person types, what closes it may still come."""
        if not self._is_typing:
            self._leave_out(_("“{sign}” is not closed; it was taken to reach to the end.").format(sign=sign))

    def _either(self, depth: int, field: str) -> Node | None:
        found = [self._all(depth, field)]
        while self._sign() is Sign.OR:
            self._at += 1
            found.append(self._all(depth, field))
            if found[0] is None or found[-1] is None:
                self._leave_out(_("“OR” needs something before and after it."))
        nodes = tuple(node for node in found if node is not None)
        return Or(nodes) if len(nodes) > 1 else (nodes[0] if nodes else None)

    def _all(self, depth: int, field: str) -> Node | None:
        found: list[Node] = []
        while (sign := self._sign()) is not None and sign not in {Sign.OR, Sign.CLOSE}:
            if sign is Sign.AND:
                self._at += 1
                if not found or self._sign() in {None, Sign.AND, Sign.OR, Sign.CLOSE}:
                    self._leave_out(_("“AND” needs something before and after it."))
                continue
            node = self._one(depth, field)
            if node is not None:
                found.append(node)
        return _all(found)

    def _one(self, depth: int, field: str) -> Node | None:
        """Read one part; always moves on by a sign at least."""
        negations = 0
        while self._sign() in {Sign.NOT, Sign.FIELD}:
            sign = self._signs[self._at]
            self._at += 1
            if sign.sign is Sign.NOT:
                negations += 1
            else:
                field = sign.text
                if self._sign() not in {Sign.WORD, Sign.PHRASE, Sign.OPEN} or self._is_apart(sign):
                    self._leave_out(_("“{field}:” names nothing to look for.").format(field=field))
                    return None
        node = self._operand(depth, field, is_negated=negations > 0)
        return Not(node) if node is not None and negations % 2 else node

    def _is_apart(self, sign: Token) -> bool:
        """Whether what follows a field's name does not stand right behind it."""
        after = self._signs[self._at]
        length = len(after.text) + (2 if after.sign is Sign.PHRASE else 0)
        return after.end - length > sign.end

    def _operand(self, depth: int, field: str, is_negated: bool) -> Node | None:
        sign = self._sign()
        if sign in {None, Sign.AND, Sign.OR, Sign.CLOSE}:
            if is_negated:
                self._leave_out(_("“NOT” needs something after it."))
            return None
        token = self._signs[self._at]
        self._at += 1
        if sign is Sign.OPEN:
            return self._group(depth, field)
        if self._terms >= MOST_TERMS:
            self._leave_out(_("Only the first {number} words were looked for.").format(number=MOST_TERMS))
            return None
        self._terms += 1
        is_last = self._is_typing and self._at == len(self._signs) and token.sign is Sign.WORD
        node = self._value(token, field, is_last and not is_negated)
        if node is not None and token.unclosed:
            self._closed_by_us(token.unclosed)
        return node

    def _group(self, depth: int, field: str) -> Node | None:
        if depth >= DEEPEST:
            self._leave_out(_("Brackets within more than {number} brackets were left out.").format(number=DEEPEST))
            return None
        node = self._either(depth + 1, field)
        is_closed = self._sign() is Sign.CLOSE
        if is_closed:
            self._at += 1
        if node is None:
            self._leave_out(_("“( )” holds nothing to look for."))
        elif not is_closed:
            self._closed_by_us("(")
        return node

    def _value(self, token: Token, field: str, is_open: bool) -> Node | None:
        row = BY_NAME.get(field)
        if row is not None and row.compare is Compare.DATE:
            days = range_of(token.text)
            if days is None:
                self._leave_out(
                    _("“{words}” is no date; write 2026, 2026-03 or 2026-01..2026-03.").format(words=token.text)
                )
                return None
            return Published(*days)
        if token.sign is Sign.PHRASE:
            node = self._phrase(token.text)
        else:
            node = self._word(token.text, is_open, is_in_field=row is not None)
        return node if node is None or row is None else InField(field, node)

    def _phrase(self, text: str) -> Node | None:
        words = tuple(word for token in tokens(text) for word in parts(token.group()))
        if not words:
            self._leave_out(_("“{words}” holds no words.").format(words=text.strip()))
            return None
        if len(words) > MOST_TERMS:
            self._leave_out(_("Only the first {number} words were looked for.").format(number=MOST_TERMS))
        return Phrase(words[:MOST_TERMS])

    def _word(self, text: str, is_open: bool, is_in_field: bool) -> Node | None:
        public = _PUBLIC_ID.match(text)
        if public is not None and not is_in_field:
            return PublicId(f"{public[1].upper()}-{public[2]}")
        unknown = _UNKNOWN_FIELD.match(text)
        if unknown is not None and "//" not in text:
            self._leave_out(_("“{field}:” is no field; its words were looked for.").format(field=unknown[1]))
        head, star, tail = text.partition("*")
        words = [token.group() for token in tokens(head)]
        if star and tail.strip("*"):
            self._leave_out(_("In “{words}” only what stands before “*” was looked for.").format(words=text))
        if not words:
            if text.strip(_DASHES):
                self._leave_out(_("“{words}” holds no words.").format(words=text))
            return None
        if star and head[-1:].isalnum():
            return _all([*([Phrase(tuple(words[:-1]))] if words[:-1] else []), Prefix(words[-1])])
        if len(words) > 1:
            return Phrase(tuple(part for word in words for part in parts(word)))
        return Word(words[0], is_open=is_open and text[-1:].isalnum())


def _all(nodes: list[Node]) -> Node | None:
    """Join by AND; NOT alone is taken from everything."""
    if not nodes:
        return None
    if all(isinstance(node, Not) for node in nodes):
        nodes = [Everything(), *nodes]
    return nodes[0] if len(nodes) == 1 else And(tuple(nodes))
