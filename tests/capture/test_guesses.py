"""Guessed fields: what is taken, and what is doubted."""

from __future__ import annotations

import pytest

from factdesk.capture import guesses
from factdesk.capture.captured import Doubt


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Lena Ashgrove and Tom Reed", ("Lena Ashgrove", "Tom Reed")),
        ("Автор: Олена Ковальчук, Іван Франко", ("Олена Ковальчук", "Іван Франко")),
        ("Lena Ashgrove; Tom Reed", ("Lena Ashgrove", "Tom Reed")),
        ("Martin King, Jr.", ("Martin King, Jr",)),
        ("Ken Yu August 18, 2023 • 5 min", ("Ken Yu",)),
        ("Greg Potts Published 11 Nov", ("Greg Potts",)),
        ("Наталія та Олег Ткач", ("Наталія", "Олег Ткач")),
        ("", ()),
    ],
)
def test_a_byline_is_split_into_names(line: str, names: tuple[str, ...]) -> None:
    assert guesses.split_names(line) == names


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ("Lena Ashgrove, staff", "staff"),
        ("https://example.org/lena", "https://example.org/lena"),
        ("lena@example.org", "@example.org"),
        ("Редакція", "Редакція"),
        ("Newsroom", "Newsroom"),
        ("user_12", "user_12"),
    ],
)
def test_what_is_no_name_is_doubted_and_told(value: str, part: str) -> None:
    found = guesses.authors([((value,), "from the page")])
    assert found.doubt is Doubt.UNSURE
    assert f"“{part}”" in found.origin


def test_names_are_joined_and_told_where_they_came_from() -> None:
    found = guesses.authors([((), "nowhere"), (("Lena Ashgrove", "LENA ASHGROVE", "Tom Reed"), "from the page")])
    assert (found.value, found.origin, found.doubt) == ("Lena Ashgrove; Tom Reed", "from the page", Doubt.NONE)


def test_the_candidate_without_doubt_is_taken() -> None:
    found = guesses.surest([(("Newsroom",), "one"), (("The Courier",), "two"), (("Tom Reed",), "three")], "The Courier")
    assert (found.value, found.origin) == ("Tom Reed", "three")


def test_an_outlet_alone_is_no_author() -> None:
    assert guesses.surest([(("The Courier",), "one")], "The Courier").doubt is Doubt.MISSING


def test_the_first_value_that_holds_words_is_taken() -> None:
    assert guesses.first([("", "a"), (" \u200b ", "b"), (" The  title ", "c")]).value == "The title"
    assert guesses.first([]).doubt is Doubt.MISSING
    assert len(guesses.first([("x" * 9999, "a")]).value) == 500
