"""Numbers as newspapers write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.claims.numbers import parse_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,000", "1000"),
        ("1 000", "1000"),
        ("1\u00a0000\u202f000", "1000000"),
        ("1'000", "1000"),
        ("1.000,5", "1000.5"),
        ("1,000.5", "1000.5"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1 234,5", "1234.5"),
        ("9,2", "9.2"),
        ("0,125", "0.125"),
        ("1.234", "1.234"),
        ("9,2 млн", "9200000"),
        ("1,234 млн", "1234000"),
        ("1,000 грн", "1000"),
        ("9.2 million", "9200000"),
        ("a deficit of €41.6 billion", "41600000000"),
        ("$3bn", "3000000000"),
        ("2 trillion", "2000000000000"),
        ("1 тис.", "1000"),
        ("18,4 мільйона гривень", "18400000"),
        ("5 миллиардов", "5000000000"),
        ("120k", "120000"),
        ("12 %", "12"),
        ("−5 °C", "-5"),
        ("-3.5", "-3.5"),
        ("(41,602)", "-41602"),
        ("its 63-year history", "63"),
        ("in 2023", "2023"),
        ("163.", "163"),
        ("30 000 людей", "30000"),
    ],
)
def test_parse_number_reads_what_newspapers_write(words: str, value: str) -> None:
    assert parse_number(words) == Decimal(value)


@pytest.mark.parametrize(
    "words",
    ["", "three times", "from 214 to 163", "2025–26", "7 of 8", "1,23,4", "1.2,3.4", "12.03.2024", "Q3", "10:30"],
)
def test_parse_number_gives_none_when_it_is_not_one_number(words: str) -> None:
    assert parse_number(words) is None


@settings(deadline=None, max_examples=200)
@given(
    st.integers(0, 10**12), st.integers(0, 99), st.sampled_from([(",", "."), (" ", ","), ("\u202f", ","), ("'", ".")])
)
def test_parse_number_reads_its_own_grouping(whole: int, cents: int, marks: tuple[str, str]) -> None:
    group, point = marks
    written = f"{whole:,}".replace(",", group) + f"{point}{cents:02d}"
    assert parse_number(written) == Decimal(f"{whole}.{cents:02d}")


@settings(deadline=None, max_examples=150)
@given(st.text(st.sampled_from("0123456789., \u00a0-−()млнmk€%"), max_size=16))
def test_parse_number_never_raises(words: str) -> None:
    found = parse_number(words)
    assert found is None or found.is_finite()
