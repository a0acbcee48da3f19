"""Calculations: the rules of arithmetic, the bounds, and one sentence for what cannot be worked out."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.claims.arithmetic import evaluate, format_result
from factdesk.errors import InputError

INPUTS = {"a": Decimal("9214000"), "b": Decimal("3806000"), "B": Decimal(2), "вага": Decimal("1.5")}


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) × 3", "9"),
        ("8 ÷ 2 ÷ 2", "2"),
        ("8 : 4", "2"),
        ("10 − 2 – 3", "5"),
        ("2 ^ 3 ^ 2", "512"),
        ("-2 ^ 2", "-4"),
        ("2 ** -1", "0.5"),
        ("--3", "3"),
        ("50%", "0.5"),
        ("200 * 15%", "30"),
        ("(a − b) / b * 100%", "1.42091434577"),
        ("round(a / b, 2)", "2.42"),
        ("round(2.5)", "3"),
        ("round(-2.5)", "-3"),
        ("round(1234, -2)", "1200"),
        ("ABS(-3)", "3"),
        ("min(3, 1, 2) + max(3, 1, 2)", "4"),
        ("sum(1, 2, 3.5)", "6.5"),
        ("mean(1, 2)", "1.5"),
        ("B · вага", "3"),
        ("0.1 + 0.2", "0.3"),
        (".5 + 1", "1.5"),
        ("4 ^ 0.5", "2"),
    ],
)
def test_evaluate_follows_the_rules_of_arithmetic(expression: str, result: str) -> None:
    assert format_result(evaluate(expression, INPUTS)) == result


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "   ",
        "1 +",
        "(1",
        "1)",
        "1 2",
        "1,2",
        "c + 1",
        "A",
        "sqrt(2)",
        "a(2)",
        "round()",
        "round(1, 2, 3)",
        "round(1, 0.5)",
        "round(1, 99)",
        "abs(1, 2)",
        "1 / 0",
        "1 / (a - a)",
        "0 ^ 0",
        "(-8) ^ 0.5",
        "9 ^ 9 ^ 9 ^ 9",
        "10 ^ 61",
        "2 ^ 99999",
        "9" * 80,
        "1" + " + 1" * 400,
        "(" * 60 + "1" + ")" * 60,
        "2" + "^2" * 60,
        "__import__('os')",
        "a.real",
        "a if a else b",
        "1e5",
        "a = 3",
        "√2",
        "\x00",
    ],
)
def test_evaluate_refuses_with_one_sentence(expression: str) -> None:
    start = time.perf_counter()
    with pytest.raises(InputError) as caught:
        evaluate(expression, INPUTS)
    assert caught.value.sentence.endswith(".") and "\n" not in caught.value.sentence
    assert time.perf_counter() - start < 1


def test_evaluate_says_how_decimals_are_written() -> None:
    with pytest.raises(InputError) as caught:
        evaluate("9,2 * 2", {})
    assert "point" in caught.value.hint


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_evaluate_refuses_an_input_that_is_no_number(value: str) -> None:
    with pytest.raises(InputError):
        evaluate("a + 1", {"a": Decimal(value)})


NUMBERS = st.decimals(-10_000, 10_000, places=4, allow_nan=False)


@settings(deadline=None, max_examples=200)
@given(NUMBERS, NUMBERS, NUMBERS)
def test_evaluate_agrees_with_decimal(a: Decimal, b: Decimal, c: Decimal) -> None:
    given_inputs = {"a": a, "b": b, "c": c}
    assert evaluate("a + b × (c − a)", given_inputs) == a + b * (c - a)
    assert evaluate("sum(a, b, c) - mean(a, a)", given_inputs) == b + c
    assert evaluate(f"{abs(a)} * 1", {}) == abs(a)
    if c:
        assert abs(evaluate("a / c * c", given_inputs) - a) < Decimal("1e-30")


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from("ab12.,()+-*/^% roundsmx×÷"), max_size=24))
def test_evaluate_gives_a_number_or_a_sentence(expression: str) -> None:
    try:
        assert evaluate(expression, INPUTS).is_finite()
    except InputError as error:
        assert error.sentence.endswith(".")


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("2.4209143457", "2.4209143457"),
        ("0.1234567890123", "0.123456789012"),
        ("1E+6", "1000000"),
        ("41600000000.00", "41600000000"),
        ("-0.00", "0"),
        ("0", "0"),
        ("1.9999999999999", "2"),
        ("0.000012", "0.000012"),
        ("-3.50", "-3.5"),
        ("123456789012345678", "123456789012345678"),
    ],
)
def test_format_result_writes_plain_notation(value: str, plain: str) -> None:
    assert format_result(Decimal(value)) == plain


@settings(deadline=None, max_examples=100)
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40))
def test_format_result_is_read_back_nearly_the_same(value: Decimal) -> None:
    plain = format_result(value)
    assert "E" not in plain.upper()
    assert abs(Decimal(plain) - value) <= abs(value) * Decimal("1e-11")
