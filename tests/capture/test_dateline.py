"""Dates at the top of a text, and the agency of a dateline."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.capture import byline, dateline
from factdesk.capture.canonical import clean


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("12 March 2026", "2026-03-12"),
        ("March 12th, 2026", "2026-03-12"),
        ("Monday, 2 March 2026", "2026-03-02"),
        ("Fri, Sept. 5, 2025, 7:28 PM · 2 min read", "2025-09-05"),
        ("March 12, 2026 | Kyiv", "2026-03-12"),
        ("Wed, 12 Mar 2025 10:01:50 +0100", "2025-03-12"),
        ("12 березня 2026 року, 14:35", "2026-03-12"),
        ("14:35, 12 березня 2026", "2026-03-12"),
        ("П’ятниця, 13 березня 2026 р.", "2026-03-13"),
        ("12 марта 2026 г.", "2026-03-12"),
        ("12.03.2026", "2026-03-12"),
        ("2026-03-12T10:00Z", "2026-03-12"),
        ("13/4/2026", "2026-04-13"),
        ("4/13/2026", "2026-04-13"),
        ("The Courier | 12 March 2026", "2026-03-12"),
        ("KYIV, March 3, 2026 (Reuters) - The council met", "2026-03-03"),
        ("3/4/2026", ""),
        ("32 March 2026", ""),
        ("31.02.2026", ""),
        ("March 2026", ""),
        ("On 12 March 2026 the council met", ""),
        ("Updated 12 March 2026", ""),
        ("12 March 2026 was the day when the council met", ""),
        ("07/19/2015 21:00:15.469,1.083,1.08332", ""),
        ("26 April 1986", ""),
    ],
)
def test_a_date_alone_is_read_and_doubted(line: str, when: str) -> None:
    found = dateline.read(["Hospital ends year in deficit", line, "The council met."])
    assert (found.published, found.is_sure) == (when, False)


@pytest.mark.parametrize(
    "line",
    [
        "Published 12 March 2026",
        "Published on March 12, 2026 | Updated March 14, 2026",
        "Posted: 12 March 2026 at 7 a.m.",
        "Опубліковано: 12.03.2026",
        "Дата публікації — 12 березня 2026 року",
        "Опубликовано 12 марта 2026",
    ],
)
def test_a_date_said_to_be_that_of_publication_is_sure(line: str) -> None:
    found = dateline.read(["14 March 2026", line])
    assert (found.published, found.is_sure, found.lines) == ("2026-03-12", True, (1,))


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("By Jane Doe | 12 March 2026", "2026-03-12"),
        ("By Jane Doe Published 12 March 2026 Updated 14 March 2026", "2026-03-12"),
        ("Автор: Олена Коваль, 12 березня 2026", "2026-03-12"),
        ("By Jane Doe Updated 14 March 2026", ""),
    ],
)
def test_the_date_of_a_byline_is_read(line: str, when: str) -> None:
    lines = ["Title", line]
    assert dateline.read(lines, byline.read(lines).lines).published == when


def test_a_chronicle_has_no_date_of_its_own() -> None:
    assert not dateline.read(["12 March 2026", "The council met.", "13 March 2026", "It met again."]).published
    assert dateline.read(["12 March 2026", "The council met.", "12 March 2026"]).published == "2026-03-12"


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("KYIV, March 3 (Reuters) — The council met", "Reuters"),
        ("BEDFORD, N.H. (AP) -- The council met", "AP"),
        ("КИЇВ, 3 березня (УНН) — Рада зібралася", "УНН"),
        ("Київ, 3 березня (Укрінформ) – Рада зібралася", "Укрінформ"),
        ("Kyiv (Reuters) said – nothing", ""),
        ("The council (AP) — met", ""),
        ("KYIV (EPA photo) — The council met", ""),
        ("KYIV, March 3 (Reuters) The council met", ""),
    ],
)
def test_the_agency_of_a_dateline_is_told(line: str, agency: str) -> None:
    assert dateline.read(["Title", line]).outlet == agency


def test_a_line_is_a_date_or_holds_more() -> None:
    assert dateline.is_line("12 березня 2026")
    assert not dateline.is_line("12 березня 2026 зібралася рада")
    assert not dateline.is_line("12 March 2026" + " " * 400)


PIECES = st.sampled_from(
    ["12", "3", "/", ".", "-", "2026", "1850", " March", " березня", "Published ", "Updated ", "KYIV, ", "(Reuters)",
     " — ", "|", "Monday, ", " 14:35", " ", "року", "th", "99", "T", "Z", "\u0301"]
)  # fmt: skip
LINES = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=14).map("".join))


@given(st.lists(LINES.map(clean), max_size=10), st.lists(st.integers(0, 12), max_size=3))
def test_nothing_raises_and_what_is_found_stands_in_the_text(lines: list[str], bylines: list[int]) -> None:
    found = dateline.read(lines, bylines)
    shown = "\n".join(lines)
    assert found.outlet in shown
    assert re.fullmatch(r"(\d{4}-\d{2}-\d{2})?", found.published)
    assert found.published[:4] in shown
    assert all(0 <= number < len(lines) for number in found.lines)
