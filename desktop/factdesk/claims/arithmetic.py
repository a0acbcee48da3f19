"""Calculations a checker writes down: an evaluator of our own over decimals, never Python's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import (
    ROUND_HALF_UP,
    Context,
    Decimal,
    DecimalException,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)

from factdesk.errors import InputError
from factdesk.words import _

LONGEST = 500
_DEEPEST = 40
_DIGITS = 40
_LARGEST = 60
"""Results stay below 10 to this power, and exponents below 10,000."""
_MOST_PLACES = 20
_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?|\.\d+)|([^\W\d]\w*)|(\*\*|[-+*/×·⋅÷:^%(),−–]))")
_SAME = {"×": "*", "·": "*", "⋅": "*", "÷": "/", ":": "/", "−": "-", "–": "-", "**": "^"}
_CONTEXT = Context(
    prec=_DIGITS, rounding=ROUND_HALF_UP, Emax=999, Emin=-999, traps=[DivisionByZero, InvalidOperation, Overflow]
)


def evaluate(expression: str, inputs: Mapping[str, Decimal]) -> Decimal:
    """Work out an expression, 40 digits deep.

    It knows + − × ÷ (or * / : ·), ^ or ** (binds to the right, before a sign), % after a value (a hundredth of it),
    parentheses, round(x) and round(x, places), abs(x), min, max, sum and mean of one or more, and the names of
    `inputs` (case counts). Half is rounded away from zero. Raises InputError with one sentence.
    """
    if len(expression) > LONGEST:
        raise InputError(_("The calculation is longer than {count} characters.").format(count=LONGEST))
    parser = _Parser(_split(expression), inputs)
    try:
        return parser.result()
    except DivisionByZero as error:
        raise InputError(_("The calculation divides by zero.")) from error
    except Overflow as error:
        raise InputError(_("The calculation grows too large to be worked out.")) from error
    except DecimalException as error:
        raise InputError(_("The calculation has no result.")) from error


def format_result(value: Decimal, digits: int = 12) -> str:
    """Write a result in plain notation with a point, at most `digits` significant ones after rounding half up.

    Whole numbers keep all their digits; zeros at the end of a fraction fall away; minus zero is zero.
    """
    if not value.is_finite():
        raise InputError(_("The calculation has no result."))
    whole_digits = max(value.adjusted() + 1, 1) if value else 1
    places = max(0, digits - whole_digits) if abs(value) >= 1 else digits - 1 - value.adjusted()
    wide = Context(prec=400, rounding=ROUND_HALF_UP, Emax=9999, Emin=-9999)
    rounded = value.quantize(Decimal(1).scaleb(-places), context=wide) if value else Decimal(0)
    plain = format(rounded, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain in {"-0", ""} else plain


def _split(expression: str) -> list[str]:
    found: list[str] = []
    at = 0
    text = expression.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            sign = text[at:].strip()[:1]
            raise InputError(
                _("The calculation holds “{sign}”, which is no sign of arithmetic.").format(sign=sign),
                hint=_("Use + − × ÷ ^ % and parentheses."),
            )
        token = match[match.lastindex or 0]
        found.append(_SAME.get(token, token))
        at = match.end()
    if not found:
        raise InputError(_("The calculation is empty."), hint=_("Write for example a ÷ b."))
    return found


class _Parser:
    """Recursive descent over the tokens; every step checks depth and size."""

    def __init__(self, found: list[str], inputs: Mapping[str, Decimal]) -> None:
        self._tokens = found
        self._inputs = inputs
        self._at = 0
        self._depth = 0

    def result(self) -> Decimal:
        value = self._sum()
        if self._at < len(self._tokens):
            raise self._fault()
        return value

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self, token: str) -> bool:
        if self._peek() != token:
            return False
        self._at += 1
        return True

    def _fault(self) -> InputError:
        token = self._peek()
        if not token:
            return InputError(_("The calculation ends too early."), hint=_("A value or a parenthesis is missing."))
        hint = _("Write decimals with a point: 9.2.") if token == "," else ""
        return InputError(_("The calculation cannot be read at “{token}”.").format(token=token), hint=hint)

    def _sum(self) -> Decimal:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InputError(_("The calculation has too many parentheses inside one another."))
        value = self._product()
        while self._peek() in {"+", "-"}:
            is_plus = self._tokens[self._at] == "+"
            self._at += 1
            other = self._product()
            value = _bounded(_CONTEXT.add(value, other) if is_plus else _CONTEXT.subtract(value, other))
        self._depth -= 1
        return value

    def _product(self) -> Decimal:
        value = self._signed()
        while self._peek() in {"*", "/"}:
            is_times = self._tokens[self._at] == "*"
            self._at += 1
            other = self._signed()
            value = _bounded(_CONTEXT.multiply(value, other) if is_times else _CONTEXT.divide(value, other))
        return value

    def _signed(self) -> Decimal:
        is_minus = False
        while self._peek() in {"+", "-"}:
            is_minus ^= self._tokens[self._at] == "-"
            self._at += 1
        value = self._power()
        return value.copy_negate() if is_minus else value

    def _power(self) -> Decimal:
        base = self._percent()
        if not self._take("^"):
            return base
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InputError(_("The calculation has too many powers on top of one another."))
        exponent = self._signed()
        self._depth -= 1
        if abs(exponent) >= 10_000:
            raise InputError(_("The calculation grows too large to be worked out."))
        return _bounded(_CONTEXT.power(base, exponent))

    def _percent(self) -> Decimal:
        value = self._value()
        while self._take("%"):
            value = _CONTEXT.divide(value, Decimal(100))
        return value

    def _value(self) -> Decimal:
        token = self._peek()
        if self._take("("):
            value = self._sum()
            if not self._take(")"):
                raise self._fault()
            return value
        if token[:1].isdigit() or token[:1] == ".":
            self._at += 1
            return _bounded(_number(token))
        if token[:1].isalpha() or token[:1] == "_":
            self._at += 1
            return self._call(token) if self._peek() == "(" else self._input(token)
        raise self._fault()

    def _input(self, name: str) -> Decimal:
        if name not in self._inputs:
            raise InputError(
                _("The calculation uses “{name}”, which is no input.").format(name=name),
                hint=_("Add an input of this name or correct the calculation."),
            )
        value = self._inputs[name]
        if not value.is_finite():
            raise InputError(_("The input “{name}” is no number.").format(name=name))
        return _bounded(_CONTEXT.plus(value))

    def _call(self, name: str) -> Decimal:
        function = _FUNCTIONS.get(name.casefold())
        if function is None:
            raise InputError(
                _("The calculation uses “{name}”, which is no function.").format(name=name),
                hint=_("There are round, abs, min, max, sum and mean."),
            )
        self._at += 1
        given = [self._sum()]
        while self._take(","):
            given.append(self._sum())
        if not self._take(")"):
            raise self._fault()
        return _bounded(function(given))


def _number(token: str) -> Decimal:
    # \d matches every script's digits, and so does Decimal.
    return _CONTEXT.create_decimal(token)


def _bounded(value: Decimal) -> Decimal:
    if value and value.adjusted() >= _LARGEST:
        raise InputError(_("The calculation grows too large to be worked out."))
    return value


def _round(given: list[Decimal]) -> Decimal:
    if len(given) > 2:
        raise InputError(_("round takes a value and, if wanted, a number of places."))
    places = given[1] if len(given) == 2 else Decimal(0)
    if places != places.to_integral_value() or abs(places) > _MOST_PLACES:
        raise InputError(_("round takes a whole number of places up to {count}.").format(count=_MOST_PLACES))
    wide = Context(prec=_LARGEST + 2 * _MOST_PLACES, rounding=ROUND_HALF_UP)
    return _CONTEXT.plus(given[0].quantize(Decimal(1).scaleb(-int(places)), context=wide))


def _abs(given: list[Decimal]) -> Decimal:
    if len(given) != 1:
        raise InputError(_("abs takes one value."))
    return given[0].copy_abs()


def _total(given: list[Decimal]) -> Decimal:
    total = Decimal(0)
    for value in given:
        total = _CONTEXT.add(total, value)
    return total


def _mean(given: list[Decimal]) -> Decimal:
    return _CONTEXT.divide(_total(given), Decimal(len(given)))


_FUNCTIONS: dict[str, Callable[[list[Decimal]], Decimal]] = {
    "round": _round,
    "abs": _abs,
    "min": min,
    "max": max,
    "sum": _total,
    "mean": _mean,
}
