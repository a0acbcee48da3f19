"""Anchors: from place to words and back, tolerant quotations, nearest places."""

from __future__ import annotations

import pickle
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factdesk.claims.anchoring import anchor, find_quote, is_whole, locate, nearest
from factdesk.errors import InputError
from factdesk.model.values.text import Anchor, Span

TEXTS = st.text(st.sampled_from("abкїйשא👩🏽\u200d\u0301 \n.,’“"), min_size=1, max_size=60)


@settings(deadline=None, max_examples=200)
@given(TEXTS, st.data())
def test_anchor_comes_back_to_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())
    made = anchor(text, Span(start, end))
    assert made.exact == text[start:end].strip() == text[made.start : made.end]
    assert text[: made.start].endswith(made.prefix) and text[made.end :].startswith(made.suffix)
    assert locate(text, made) == made.span
    assert pickle.loads(pickle.dumps(made)) == made


def test_anchor_trims_white_space_at_both_ends() -> None:
    assert anchor("a  word\u00a0 b", Span(1, 9)) == Anchor("word", "a  ", "\u00a0 b", 3, 7)


def test_anchor_keeps_the_asked_context() -> None:
    made = anchor("x" * 100 + "word" + "y" * 100, Span(100, 104), context=5)
    assert (made.prefix, made.suffix) == ("xxxxx", "yyyyy")


@pytest.mark.parametrize("span", [Span(1, 1), Span(1, 3), Span(-1, 2), Span(2, 99), Span(5, 4)])
def test_anchor_refuses_what_holds_no_words_or_lies_outside(span: Span) -> None:
    with pytest.raises(InputError) as caught:
        anchor("a   b", span)
    assert caught.value.sentence.endswith(".") and caught.value.hint


def test_locate_prefers_the_place_where_surroundings_fit() -> None:
    text = "It cost 5 million in May. Then it cost 5 million in June."
    old = Anchor("5 million", "Then it cost ", " in June.", 900, 909)
    assert locate(text, old) == Span(39, 48)


def test_locate_takes_the_nearest_of_equal_places() -> None:
    assert locate("no no no", Anchor("no", "", "", 5, 7)) == Span(6, 8)


def test_locate_gives_none_for_words_that_are_gone() -> None:
    assert locate("something else", Anchor("the words", "", "", 0, 9)) is None


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("He said “it’s over” today.", '"it\'s over"', "“it’s over”"),
        ("«Ми встигли» — сказав", '"ми встигли" - сказав', "«Ми встигли» — сказав"),
        ("пам’ять міста", "пам'ять  міста", "пам’ять міста"),
        ("a well\u2011known\u00a0fact", "well-known fact", "well\u2011known\u00a0fact"),
        ("wait… and see", "wait... and see", "wait… and see"),
        ("за\u00adко\u00adном", "законом", "за\u00adко\u00adном"),
        ("nai\u0308ve view", "naïve view", "nai\u0308ve view"),
        ("naïve view", "nai\u0308ve view", "naïve view"),
        ("The DEFICIT grew", "the deficit", "The DEFICIT"),
        ("line\nbreak here", "line break", "line\nbreak"),
        ("  padded  ", " padded ", "padded"),
    ],
)
def test_find_quote_is_tolerant_of_typography(text: str, quote: str, found: str) -> None:
    assert [text[span.start : span.end] for span in find_quote(text, quote)] == [found]


def test_find_quote_takes_the_exact_words_before_a_tolerant_look() -> None:
    assert find_quote("it’s and it's", "it's") == (Span(9, 13),)


def test_find_quote_gives_every_place() -> None:
    assert find_quote("one two one", "one") == (Span(0, 3), Span(8, 11))


def test_find_quote_takes_whole_words_before_parts_of_words() -> None:
    assert find_quote("112 million, 12 million", "12 million") == (Span(13, 23),)
    assert find_quote("a party", "art") == (Span(3, 6),)


@pytest.mark.parametrize("quote", ["", "  ", "absent words"])
def test_find_quote_gives_nothing_for_what_is_not_there(quote: str) -> None:
    assert find_quote("Some text.", quote) == ()


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.data())
def test_find_quote_finds_every_slice(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    wanted = text[start:end].strip()
    assume(wanted)
    found = find_quote(text, wanted)
    assert found
    assert all(unicodedata.normalize("NFC", text[span.start : span.end]).strip() for span in found)
    assert any(text[span.start : span.end] == wanted for span in found)


def test_is_whole_knows_the_edges_of_words() -> None:
    assert is_whole("a party", Span(2, 7))
    assert not is_whole("a party", Span(3, 7))
    assert not is_whole("e\u0301t", Span(0, 1))


NEWS = (
    "The board met on Tuesday. Velmark shows its waits by ward on its website, as two other hospitals do. "
    "The average wait for a hip operation fell from 214 days to 163. Лікарня отримала рекордні 18,4 млн гривень."
)


def test_nearest_gives_the_most_alike_words_first() -> None:
    (span, alike), *_ = nearest(NEWS, "publish its waits ward by ward on the website")
    assert NEWS[span.start : span.end].startswith("its waits by ward on") and 0.5 < alike < 1


def test_nearest_gives_the_very_words_full_likeness() -> None:
    assert nearest(NEWS, "рекордні 18,4 млн", 1) == ((Span(NEWS.index("рекордні"), NEWS.index(" гривень")), 1.0),)


def test_nearest_finds_words_that_are_all_misspelt() -> None:
    (span, alike), *_ = nearest(NEWS, "averige waite")
    assert NEWS[span.start : span.end] == "average wait" and 0 < alike < 0.5


@pytest.mark.parametrize(("text", "words"), [("", "a"), ("Some text", ""), ("Some text", "..."), ("Some", "Щось інше")])
def test_nearest_gives_nothing_where_nothing_is_alike(text: str, words: str) -> None:
    assert nearest(text, words) == ()


def test_nearest_keeps_the_limit_and_lets_none_overlap() -> None:
    found = nearest("the red car. the blue car. the old car. the car", "the green car", 3)
    assert len(found) == 3
    assert not any(one.overlaps(other) for index, (one, _) in enumerate(found) for other, _ in found[index + 1 :])
