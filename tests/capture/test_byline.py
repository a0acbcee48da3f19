"""Bylines: the forms that are taken, the sentences and titles that are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.samples import ENGLISH, UKRAINIAN
from factdesk.capture import byline
from factdesk.capture.canonical import clean

LONG = "The council met in the evening and heard what the auditors had found in the books of the hospital. " * 20


def authors(line: str, *after: str) -> tuple[str, ...]:
    return byline.read(["Hospital ends year in deficit", line, *after, ENGLISH]).authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("BY JANE B. DOE AND JOHN ROE", ("JANE B. DOE", "JOHN ROE")),
        ("By JANE B. DOE and JOHN ROE", ("JANE B. DOE", "JOHN ROE")),
        ("by Jane Doe & John Roe", ("Jane Doe", "John Roe")),
        ("By: Jane Doe, John Roe and Max Smith-Jones", ("Jane Doe", "John Roe", "Max Smith-Jones")),
        ("Written by Sinéad O’Connor", ("Sinéad O’Connor",)),
        ("By J.K. Rowling and JK Smith", ("J.K. Rowling", "JK Smith")),
        ("By Danny van den Berg", ("Danny van den Berg",)),
        ("By Martin McDonald Jr.", ("Martin McDonald Jr",)),
        ("By Jane Doe, Staff Writer", ("Jane Doe",)),
        ("By Jane Doe, Education Editor", ("Jane Doe",)),
        ("By Jane Doe, New York", ("Jane Doe",)),
        ("By Jane Doe in Kyiv", ("Jane Doe",)),
        ("By Jane Doe for The Kyiv Courier", ("Jane Doe",)),
        ("By Jane Doe | 12 March 2026", ("Jane Doe",)),
        ("By Jane Doe Published March 12, 2026", ("Jane Doe",)),
        ("By Jane Doe @janedoe", ("Jane Doe",)),
        ("By Jane Doe @janedoe and John Roe @johnroe", ("Jane Doe", "John Roe")),
        ("By Jane @janedoe Doe", ()),
        ("Text and photos: Jane Doe", ("Jane Doe",)),
        ("Story by Jane Doe; photos by John Roe", ("Jane Doe",)),
        ("Автор: Олена Коваль", ("Олена Коваль",)),
        ("Авторка — Олена Коваль", ("Олена Коваль",)),
        ("Автори: Олена Коваль, Дар’я П'ятницька-Бойко", ("Олена Коваль", "Дар’я П'ятницька-Бойко")),
        ("Текст: Олена Коваль та Іван Петренко", ("Олена Коваль", "Іван Петренко")),
        ("Текст: Олена Коваль, фото: Іван Петренко", ("Олена Коваль",)),
        ("Автор: О. Коваль, І.П. Бойко", ("О. Коваль", "І.П. Бойко")),
        ("Підготувала Олена Коваль", ("Олена Коваль",)),
        ("Олена Коваль, спеціально для «Вісника»", ("Олена Коваль",)),
        ("Авторы: Иван Петров и Анна Смирнова", ("Иван Петров", "Анна Смирнова")),
        ("Jane Doe, Reuters", ("Jane Doe",)),
    ],
)
def test_a_byline_names_its_authors(line: str, names: tuple[str, ...]) -> None:
    assert authors(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the army had taken the town.",
        "By then Kyiv had fallen",
        "By Then Kyiv Had Fallen",
        "By the numbers",
        "By The Numbers",
        "By Vladimir Putin's Order",
        "By Jane Doe’s account, the army left.",
        "By John Smith the army was led.",
        "By Jane Doe — the army had left the city",
        "By Jane Street 40 people were hurt",
        "By Jane Doe who was there",
        "By Human Rights Council",
        "By Editorial Board",
        "By Jane",
        "Photo by Jane Doe",
        "Edited by Jane Doe",
        "Translated by Jane Doe",
        "Автор: Редакція",
        "Текст: Пресслужба ОДА",
        "Автор відео дає огляд готових додатків",
        "Текст розглядатимемо як продукт дискурсу",
        "Текст: Іван Франко. Музика: Микола Лисенко",
        "Фото: Олена Коваль",
        "Переклад: Олена Коваль",
        "Президентка Олена Коваль, лікарка",
        "Jane Doe, for the first time, said no",
    ],
)
def test_what_may_be_something_else_names_nobody(line: str) -> None:
    assert byline.read(["Hospital ends year in deficit", line, ENGLISH, UKRAINIAN]) == byline.NONE


def test_a_title_whose_words_the_text_uses_is_no_name() -> None:
    assert byline.read(["By Common Consent", "They did it by common consent."]) == byline.NONE
    assert byline.read(["By Common Consent", "They agreed."]).authors == ("Common Consent",)


@pytest.mark.parametrize(
    ("line", "after", "outlet"),
    [
        ("By Jane Doe and John Roe, Reuters", "", "Reuters"),
        ("By Jane Doe BBC News", "", "BBC News"),
        ("By Jane Doe | The Guardian", "", "The Guardian"),
        ("By Jane Doe", "Associated Press", "Associated Press"),
        ("Автор: Олена Коваль, Укрінформ", "", "Укрінформ"),
        ("By Reuters Staff", "", "Reuters"),
        ("By Jane Doe, Kyiv", "", ""),
    ],
)
def test_an_agency_beside_the_names_is_told(line: str, after: str, outlet: str) -> None:
    assert byline.read([line, after, ENGLISH]).outlet == outlet


def test_a_byline_copied_line_by_line_is_read() -> None:
    found = byline.read(["Title", "By", "Jane Doe", "and", "John Roe", "Associated Press", ENGLISH])
    assert (found.authors, found.outlet) == (("Jane Doe", "John Roe"), "Associated Press")
    assert found.lines == (1, 2, 3, 4, 5)
    assert authors("Автор:", "Олена Коваль") == ("Олена Коваль",)
    assert authors("By", "Social Links for Jane Doe") == ()
    assert authors("By", "the end of it") == ()


def test_a_name_alone_needs_a_date_below_and_no_mention() -> None:
    assert authors("Jane Doe", "12 March 2026") == ("Jane Doe",)
    assert authors("Jane Doe", "Political reporter", "Monday 2 March 2026 05:39, UK") == ("Jane Doe",)
    assert authors("Олена Коваль", "12 березня 2026") == ("Олена Коваль",)
    assert authors("Jane Doe") == ()
    assert authors("Jane Doe", "12 March 2026", "Doe told the council that she would leave.") == ()
    assert authors("World News", "12 March 2026") == ()
    assert byline.read(["Jane Doe", "12 March 2026", ENGLISH]) == byline.NONE  # a title with its date


def test_unmarked_names_and_bare_lists_are_doubted() -> None:
    assert byline.read(["By Jane Doe, John Roe and Max Smith"]).is_sure
    assert byline.read(["Автори: Олена Коваль, Іван Петренко"]).is_sure
    assert not byline.read(["By Jane Doe, John Roe"]).is_sure
    assert not byline.read(["Jane Doe, Reuters"]).is_sure


def test_a_byline_is_looked_for_at_the_top_alone() -> None:
    assert byline.read([*["Line"] * 7, "By Jane Doe"]).authors == ("Jane Doe",)
    assert byline.read([*["Line"] * 8, "By Jane Doe"]) == byline.NONE
    assert byline.read([LONG, "By Jane Doe"]) == byline.NONE


PIECES = st.sampled_from(
    ["By", "by ", "Автор: ", "Текст", "Jane", "Doe", "О.", "П’ята", " and ", ", ", " та ", "|", "Reuters", " — ", "12",
     " March 2026", "\u0301", "’s", "(", ")", "van ", "for ", "для ", ".", " ", "Joë", "ДОЕ", " @doe "]
)  # fmt: skip
LINES = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=14).map("".join), PIECES)


@given(st.lists(LINES.map(clean), max_size=10))
def test_nothing_raises_and_what_is_found_stands_in_the_text(lines: list[str]) -> None:
    found = byline.read(lines)
    shown = "\n".join(lines)
    assert all(name in shown for name in (*found.authors, found.outlet))
    assert all(0 <= number < len(lines) for number in found.lines)
    assert bool(found.lines) == bool(found.authors or found.outlet)
    assert all(len(name.split()) >= 2 for name in found.authors)
    assert len({name.casefold() for name in found.authors}) == len(found.authors)
