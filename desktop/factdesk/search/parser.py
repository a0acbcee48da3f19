"""Builds a query tree from signs by recursive descent; names what it leaves out, and never fails.

either  = all (OR all)*
all     = near ((AND)? near)*
near    = one (NEAR one)*
one     = (NOT | -) one | FIELD one | "(" either ")" | flag | word | phrase
"""

from __future__ import annotations

from datetime import date

from factdesk.search import counts
from factdesk.search.dates import range_of
from factdesk.search.fields import BY_NAME, HELD, Compare, Field
from factdesk.search.lexer import Sign, Token
from factdesk.search.nodes import Flag, InField, Node, Not, Number, Or, Published
from factdesk.search.operands import MOST_TERMS, all_of, nearby, phrase, word
from factdesk.search.periods import LONGEST
from factdesk.words import _

DEEPEST = 16
# What no operand begins with.
_BETWEEN = {None, Sign.AND, Sign.OR, Sign.NEAR, Sign.CLOSE}


class Parser:
    """One parse. `ignored` fills with sentences while `parse` runs; `today` is what "yesterday" is told by."""

    def __init__(self, signs: list[Token], today: date, *, is_typing: bool) -> None:
        self.ignored: list[str] = []
        self._signs = signs
        self._today = today
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
        return all_of(found)

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
                if not found or self._sign() in _BETWEEN:
                    self._leave_out(_("“AND” needs something before and after it."))
                continue
            node = self._near(depth, field)
            if node is not None:
                found.append(node)
        return all_of(found)

    def _near(self, depth: int, field: str) -> Node | None:
        """Read one part, or several with NEAR between them; always moves on by a sign at least."""
        found = [None if self._sign() is Sign.NEAR else self._one(depth, field)]
        slop = 0
        while self._sign() is Sign.NEAR:
            slop += self._signs[self._at].slop
            self._at += 1
            found.append(None if self._sign() in _BETWEEN else self._one(depth, field))
        nodes = [node for node in found if node is not None]
        if len(nodes) < len(found) > 1:
            self._leave_out(_("“NEAR” needs something before and after it."))
        return nearby(nodes, slop, self._leave_out) if len(nodes) > 1 else (nodes[0] if nodes else None)

    def _one(self, depth: int, field: str) -> Node | None:
        """Read one part; moves on by a sign at least when it does not begin with one that stands between."""
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
        return self._signs[self._at].start > sign.end

    def _operand(self, depth: int, field: str, is_negated: bool) -> Node | None:
        sign = self._sign()
        if sign in _BETWEEN:
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
        if token.sign is Sign.FLAG:
            return self._held(Flag(token.text), token.text, token.text)
        if row is not None and row.compare is Compare.DATE:
            return self._date(token)
        if row is not None and row.compare is Compare.NUMBER:
            return self._number(token, row)
        if token.sign is Sign.PHRASE:
            node = phrase(token, self._leave_out)
        else:
            node = word(token, row, self._leave_out, is_open=is_open)
        return node if node is None or row is None else InField(field, node)

    def _date(self, token: Token) -> Node | None:
        """Read days; a date may be of several words ("last month") without quotation marks around them."""
        after = self._signs[self._at : self._at + LONGEST - 1] if token.sign is Sign.WORD else []
        further = next((number for number, one in enumerate(after) if one.sign is not Sign.WORD), len(after))
        for number in range(further, -1, -1):
            days = range_of(" ".join([token.text, *(one.text for one in after[:number])]), self._today)
            if days is not None:
                self._at += number
                return Published(*days)
        self._leave_out(_("“{words}” is no date; write 2026, 2026-03 or 2026-01..2026-03.").format(words=token.text))
        return None

    def _number(self, token: Token, row: Field) -> Node | None:
        span = counts.span_of(token.text)
        if span is None:
            self._leave_out(_("“{words}” is no number; write 5, >5 or 2..4.").format(words=token.text))
            return None
        return self._held(Number(row.name, *span), row.name, f"{row.name}:{token.text}")

    def _held(self, node: Node, name: str, words: str) -> Node | None:
        """Give the node when the index holds facts for it; else name it."""
        if name in HELD:
            return node
        self._leave_out(_("“{words}” cannot be looked for yet and was left out.").format(words=words))
        return None
