"""One index of a text, many questions."""

from __future__ import annotations

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.claims.nearness import WordIndex

WORD = st.sampled_from(["the", "ward", "день", "שלום", "👩‍🔬", "9.2", "x"])


@settings(deadline=None, max_examples=150)
@given(st.lists(WORD, max_size=30), st.lists(WORD, min_size=1, max_size=6))
def test_nearest_gives_sorted_places_that_begin_and_end_with_wanted_words(text: list[str], wanted: list[str]) -> None:
    words = " ".join(text)
    found = WordIndex(words).nearest(" ".join(wanted), 5)
    rates = [alike for _, alike in found]
    assert rates == sorted(rates, reverse=True)
    for span, alike in found:
        assert 0 < alike <= 1
        assert words[span.start : span.end].split()[0] in wanted


@settings(deadline=None, max_examples=100)
@given(st.lists(WORD, min_size=1, max_size=8), st.lists(st.sampled_from(["un", "deux", "trois"]), max_size=8))
def test_words_that_are_there_are_found_with_full_likeness(wanted: list[str], around: list[str]) -> None:
    before, exact = " ".join(around), " ".join(wanted)
    text = f"{before} {exact} {before}".strip()
    (span, alike), *_ = WordIndex(text).nearest(exact)
    assert (text[span.start : span.end], alike) == (exact, 1.0)


def test_common_words_do_not_drown_rare_ones() -> None:
    text = "the " * 3_000 + "the velmark hospital of the region " + "the " * 3_000
    (span, alike), *_ = WordIndex(text).nearest("the velmark hospital in the region")
    assert text[span.start : span.end] == "the velmark hospital of the region" and alike > 0.8


def test_common_words_alone_are_found_too() -> None:
    assert WordIndex("the " * 5_000).nearest("the the", 1)[0][1] == 1.0


def test_index_of_100000_words_answers_fast() -> None:
    chance = random.Random(3)
    words = [f"w{int(chance.paretovariate(0.6))}" for _ in range(100_000)]
    index = WordIndex(" ".join(words))
    start = time.perf_counter()
    for at in range(0, 100_000, 5_000):
        index.nearest(" ".join([*words[at : at + 6], "new", *words[at + 7 : at + 12]]))
    # 0.1 s on a quiet machine for twenty questions.
    assert time.perf_counter() - start < 3
