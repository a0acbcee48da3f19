"""Spellings that mean one word are one word, and others are not."""

from __future__ import annotations

import time
import unicodedata
from collections import deque

import pytest

from factdesk.search.folding import APOSTROPHES, fold, label, parts, plain, tokens


def words(text: str) -> list[str]:
    return [word for token in tokens(text) for word in parts(token.group())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello, world!", ["Hello", "world"]),
        ("well-known e-mail", ["well", "known", "e", "mail"]),
        ("don't rock'n'roll 'quoted'", ["don't", "rock'n'roll", "quoted"]),
        ("п’ять памʼять", ["п’ять", "памʼять"]),
        ("1,000 3.5 2026-03-05 1,000km", ["1,000", "3.5", "2026", "03", "05", "1,000", "km"]),
        ("snake_case end.Start", ["snake", "case", "end", "Start"]),
        ("漢字です", ["漢", "字", "で", "す"]),
        ("कुत्ता", ["कुत्ता"]),
        ("… — 🙂 '' --", []),
        ("со\u00adлідарність", ["со\u00adлідарність"]),
    ],
)
def test_words_begin_and_end(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("apostrophe", APOSTROPHES)
def test_all_apostrophes_are_one(apostrophe: str) -> None:
    assert words(f"пам{apostrophe}ять") == [f"пам{apostrophe}ять"]
    assert fold(f"пам{apostrophe}ять") == fold("пам'ять") == "пам'ять"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("STRAßE", "strasse"),
        ("café", "CAFE"),
        ("Łódź", "lodz"),
        ("зеле́нський", "Зеленський"),
        ("ёлка", "елка"),
        ("со\u00adлідарність", "солідарність"),
        ("зо\u200bна", "зона"),
        ("ﬁnance", "finance"),
        ("Ｆｕｌｌ１", "full1"),
        ("naïve", "naive"),
        ("İstanbul", "istanbul"),
        ("1,000", "1000"),
        ("מָבוֹא", "מבוא"),
    ],
)
def test_spellings_of_one_word_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("мій", "мии"), ("їжа", "іжа"), ("ґрати", "грати"), ("3.5", "35"), ("कि", "कु")]
)
def test_other_letters_stay_other_letters(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("word", ["йогурт", "їжак", "Ёж", "café", "Łódź", "ở", "가"])
def test_composed_and_decomposed_are_one(word: str) -> None:
    decomposed = unicodedata.normalize("NFD", word)
    assert words(decomposed) == [decomposed]
    assert fold(decomposed) == fold(word)


def test_a_stemmer_gets_the_accents() -> None:
    assert plain("ÉLÈVE") == "élève"
    assert plain("замо́к") == "замок"


def test_labels_are_compared_as_a_whole() -> None:
    assert label("Mostly true") == label("mostly-true") == label("MOSTLY_TRUE") == "mostly_true"
    assert label("C-345") == label("c-345")
    assert label("!!!") == ""


def test_a_very_long_word_is_compared_by_its_beginning() -> None:
    assert fold("x" * 5000) == fold("x" * 4000)


@pytest.mark.parametrize("piece", ["a-", "a'", "1,", "1.", "a.", "é\u0301", "\u0301", "'", "漢", "a\u00ad", "a1"])
def test_a_wall_of_one_sign_is_cut_quickly(piece: str) -> None:
    start = time.process_time()
    deque(tokens(piece * 50_000), maxlen=0)
    assert time.process_time() - start < 2.0
