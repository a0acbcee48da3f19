"""Words of a text with their places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.claims.tokens import has_words, is_word, tokens, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It’s 9.2 million, ok.", ("It’s", "9.2", "million", ",", "ok", ".")),
        ("1,000,000 грн", ("1,000,000", "грн")),
        ("п’ять cafe\u0301", ("п’ять", "cafe\u0301")),
        ("今天 ok天", ("今", "天", "ok", "天")),
        ("👩‍🔬🇺🇦👍🏽!", ("👩‍🔬", "🇺🇦", "👍🏽", "!")),
        ("हिन्दी है।", ("हिन्दी", "है", "।")),
        ("", ()),
        (" \n", ()),
    ],
)
def test_tokens_keep_words_and_emoji_whole(text: str, found: tuple[str, ...]) -> None:
    assert tokens(text).words == found


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=40))
def test_tokens_hold_everything_but_white_space(text: str) -> None:
    split = tokens(text)
    assert "".join(split.words) == "".join(text.split())
    for word, start, end in zip(split.words, split.starts, split.ends, strict=True):
        assert text[start:end] == word and word


def test_words_fold_case_and_apostrophes_and_drop_punctuation() -> None:
    assert words("“It’s” — OVER!") == ("it's", "over")


def test_is_word_and_has_words() -> None:
    assert is_word("a") and is_word("👍") and not is_word("—")
    assert has_words("… 5") and not has_words(" —… ")
