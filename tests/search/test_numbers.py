"""A number is found in any notation, and what is no number stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.search.folding import fold, parts, tokens
from factdesk.search.forms import forms
from factdesk.search.numbers import one_way, rewritten, values
from search.apart import analyse
from search.documents import a_document, an_engine, found

THOUSAND = ("1000", "1,000", "1 000", "1\u00a0000", "1\u202f000", "1\u2009000", "1'000", "1’000", "1 тис.", "1k", "1К")
MILLIONS = ("1500000", "1,500,000", "1 500 000", "1.5 million", "1,5 млн", "1.5m", "1.5M", "1,5 мільйона", "1500 тис.")
SHARES = ("5%", "5 %", "5 percent", "5 per cent", "5 відсотків", "5 процентов")


def terms(code: str, text: str) -> set[str]:
    return {term for token in tokens(text) for term in forms(code).of(token.group()).terms}


@pytest.mark.parametrize("code", ["en", "uk", "ru", ""])
@pytest.mark.parametrize(("same", "value"), [(THOUSAND, "1000"), (MILLIONS, "1500000"), (SHARES, "5%")])
def test_notations_of_one_number_meet(code: str, same: tuple[str, ...], value: str) -> None:
    for written in same:
        assert f":{code}:{value}" in terms(code, f"about {written} of it"), written


@pytest.mark.parametrize(
    ("code", "written", "value"),
    [
        ("de", "1.000", "1000"),
        ("de", "3,5 Millionen", "3500000"),
        ("de", "2 Billionen", "2000000000000"),
        ("de", "7 Milliarden", "7000000000"),
        ("uk", "1.234,56", "1234.56"),
        ("en", "1,234.56", "1234.56"),
        ("en", "2 billion", "2000000000"),
        ("es", "5 mil", "5000"),
        ("pl", "12 tysięcy", "12000"),
        ("en", "$1.5bn", "1500000000"),
        ("uk", "3,5", "3.5"),
        ("ar", "١٢٣", "123"),
        ("en", "１２３", "123"),
    ],
)
def test_a_number_has_the_value_its_language_gives_it(code: str, written: str, value: str) -> None:
    assert f":{code}:{value}" in terms(code, written)


@pytest.mark.parametrize(
    ("code", "written", "value"),
    [
        ("en", "1.000", "1000"),
        ("en", "5 mil", "5000"),
        ("en", "Python 3.10", "3.1"),
        ("en", "12.03.2026", "12032026"),
        ("en", "10 m", "10000000"),
        ("en", "2020 300", "2020300"),
        ("en", "5 thousandth", "5000"),
        ("uk", "5 тисненням", "5000"),
    ],
)
def test_what_is_another_number_does_not_meet(code: str, written: str, value: str) -> None:
    assert f":{code}:{value}" not in terms(code, written)


def test_two_numbers_side_by_side_are_found_each() -> None:
    assert {":en:12", ":en:300", ":en:12300"} <= terms("en", "on page 12 300 people")


def test_words_keep_their_places_beside_a_number() -> None:
    words = analyse(a_document(1, "paid 1.5 million now, 1 000 then 5% off")).words
    assert words["paid"][0] + 1 == words["1.5"][0] == words["million"][0] - 1 == words["now"][0] - 2
    assert words["1500000"] == [words["1.5"][0], words["million"][0]]
    assert words["1000"] == words["000"] == [words["now"][0] + 1]
    assert words["then"][0] == words["1000"][0] + 1
    assert words["5%"] == words["5"] == [words["off"][0] - 1]


def test_an_engine_finds_a_number_in_any_notation(tmp_path: Path) -> None:
    texts = [f"They counted {written} people" for written in (*THOUSAND, *MILLIONS)]
    engine = an_engine(tmp_path, *(a_document(number, text) for number, text in enumerate(texts)))
    thousands = {f"article-{number}" for number in range(len(THOUSAND))}
    for typed in ("1000", "1,000", '"1 000"', "1'000", '"1000 people"', '"counted 1 000"'):
        assert found(engine, typed) == thousands, typed
    for typed in ("1500000", "1,500,000", '"1500000 people"', '"counted 1,500,000"'):
        assert found(engine, typed) == {f"article-{n + len(THOUSAND)}" for n in range(len(MILLIONS))}, typed
    engine.close()


def test_a_phrase_is_rewritten_with_values() -> None:
    assert rewritten(("about", "1.5", "million", "people")) == ("about", "1500000", "people")
    assert rewritten(("5", "percent")) == ("5%",)
    assert rewritten(("no", "million")) == ("no", "million")


@pytest.mark.parametrize("written", ["1.2.3.4", "12.03.2026", "1,2,3", "007", "3.10", "1.000", "word", ""])
def test_what_can_be_read_in_two_ways_stays(written: str) -> None:
    assert one_way(written) == written


numbers = st.from_regex(r"\A[0-9]{1,4}([., ' ][0-9]{1,3}){0,4}( ?(million|тис|%|k|bn|mil))?\Z")


@given(numbers | st.text(alphabet="0123456789., '%kтисмлн\u00a0"), st.sampled_from(["", "en", "uk", "de", "xx"]))
def test_reading_a_number_never_fails_and_reads_its_own_values(written: str, code: str) -> None:
    for value in values(written, code):
        assert value
        assert fold(value) == value.removesuffix("%") + ("%" if value.endswith("%") else "")
    assert one_way(one_way(written)) == one_way(written)


@given(st.integers(1000, 10**12))
def test_a_value_is_the_same_however_it_is_grouped(number: int) -> None:
    for written in (f"{number:,}", f"{number:,}".replace(",", " "), f"{number:,}".replace(",", "\u202f")):
        (token,) = (one.group() for one in tokens(written))
        assert [fold(part) for part in parts(token)] == [str(number)]
        assert values(token, "en")[0] == str(number)
