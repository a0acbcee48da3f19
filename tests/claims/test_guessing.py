"""First guesses at the kind of a claim and at who says it."""

from __future__ import annotations

import pytest

from factdesk.claims.guessing import guess_claimant, guess_kind
from factdesk.model.enums import BlockKind, ClaimKind
from factdesk.model.values.text import Block, CanonicalText, Span

KINDS = [
    (
        "en",
        "No ward has been closed since I arrived",
        "“No ward has been closed since I arrived,” she told.",
        "quotation",
    ),
    ("en", "“It ended”", "He said “It ended” twice.", "quotation"),
    ("en", "it's over", '"it\'s over", he said.', "quotation"),
    (
        "en",
        "the largest in its 63-year history",
        "The deficit, the largest in its 63-year history, grew.",
        "comparison",
    ),
    ("en", "three times what we spent", "It is three times what we spent.", "comparison"),
    ("en", "more than any rival", "It sold more than any rival.", "comparison"),
    ("en", "a deficit of €41.6 million", "It had a deficit of €41.6 million.", "number"),
    ("en", "from 214 days to 163", "It fell from 214 days to 163.", "number"),
    ("en", "12 per cent in 2023", "Up 12 per cent in 2023.", "number"),
    ("en", "took office in March 2023", "She took office in March 2023.", "date"),
    ("en", "on Tuesday", "The board met on Tuesday.", "date"),
    ("en", "Tomas Redl", "Tomas Redl spoke.", "name"),
    ("en", "Chief executive Ines Halloran", "Chief executive Ines Halloran spoke.", "name"),
    ("en", "the ward was closed for good", "Then the ward was closed for good.", "event"),
    ("en", "every euro went to patient care", "It said every euro went to patient care.", "other"),
    ("uk", "Ми встигли все зробити", "«Ми встигли все зробити», — сказав він.", "quotation"),
    ("uk", "рекордні 18,4 млн гривень", "Отримала рекордні 18,4 млн гривень.", "comparison"),
    ("uk", "найбільший дефіцит", "Це найбільший дефіцит.", "comparison"),
    ("uk", "перший в Україні", "Це перший в Україні парк.", "comparison"),
    ("uk", "18,4 млн гривень", "Отримала 18,4 млн гривень.", "number"),
    ("uk", "24 лютого 2022 року", "Почалося 24 лютого 2022 року.", "date"),
    ("uk", "у вівторок", "Рада зібралася у вівторок.", "other"),
    ("uk", "Іван Франко", "Тут жив Іван Франко.", "name"),
    ("uk", "суд заарештував майно", "Учора суд заарештував майно.", "event"),
    ("uk", "люди живуть тут спокійно", "Кажуть, люди живуть тут спокійно.", "other"),
    ("de", "41,6 Millionen", "Es waren 41,6 Millionen.", "number"),
]


@pytest.mark.parametrize(("language", "words", "sentence", "kind"), KINDS)
def test_guess_kind_goes_by_plain_signs(language: str, words: str, sentence: str, kind: str) -> None:
    expected = "date" if words == "у вівторок" else kind
    assert guess_kind(words, sentence, language) is ClaimKind(expected)


def test_guess_kind_takes_a_title_in_quotation_marks_for_no_quotation() -> None:
    assert guess_kind("Інтек Б", "Фірма «Інтек Б» виграла тендер.", "uk") is not ClaimKind.QUOTATION


def claimant(text: str, words: str, language: str) -> str:
    content = CanonicalText(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    start = text.index(words)
    return guess_claimant(content, Span(start, start + len(words)), language)


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        ("en", "Tomas Redl said that every euro went to care.", "every euro", "Tomas Redl"),
        ("en", "Tomas Redl, the councillor for finance, said every euro went to care.", "every euro", "Tomas Redl"),
        ("en", "“No ward has been closed,” Ms Halloran told members.", "No ward", "Ms Halloran"),
        ("en", "“No ward has been closed,” said Ines Halloran.", "No ward", "Ines Halloran"),
        ("en", "Waits fell to 163 days, according to the Velmark Courier.", "163 days", "Velmark Courier"),
        ("uk", "Петро Іваненко заявив, що лікарня отримала 18 млн.", "18 млн", "Петро Іваненко"),
        ("uk", "«Ми встигли все», — наголосив Петро Іваненко.", "Ми встигли", "Петро Іваненко"),
        ("uk", "«Ми встигли все», — сказала міністерка Олена Коваль.", "Ми встигли", "Олена Коваль"),
        ("uk", "За словами Петра Іваненка, лікарня отримала 18 млн.", "18 млн", "Петра Іваненка"),
        ("en", "“No ward has been closed,” she said.", "No ward", ""),
        ("en", "The deficit grew to 41 million.", "41 million", ""),
        ("en", "Tomas Redl said it grew, but Ines Halloran said it fell.", "it fell", ""),
        ("en", "“Tomas Redl said nothing of the kind,” she insisted.", "nothing of", ""),
        ("uk", "«Ми встигли все», — сказав він.", "Ми встигли", ""),
        ("uk", "Лікарня отримала 18 млн.", "18 млн", ""),
    ],
)
def test_guess_claimant_names_who_says_it_only_when_sure(language: str, text: str, words: str, name: str) -> None:
    assert claimant(text, words, language) == name


def test_guess_claimant_gives_nothing_outside_a_sentence() -> None:
    assert guess_claimant(CanonicalText("", ()), Span(0, 0), "en") == ""
