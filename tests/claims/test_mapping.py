"""Places of an old text in a new one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.claims.comparing import diff
from factdesk.claims.mapping import Image, Mapping
from factdesk.model.values.text import Span

OLD = "the red car stopped at the old gate"
NEW = "now the red van halted at the gate"


def of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


MAP = Mapping(diff(OLD, NEW))


def test_same_gives_the_new_place_of_words_that_stayed_together() -> None:
    assert MAP.same(of(OLD, "the red")) == of(NEW, "the red")
    assert MAP.same(of(OLD, "red car")) is None
    assert MAP.same(of(OLD, "old")) is None
    assert MAP.same(of(OLD, "the old gate")) is None


def test_origin_is_the_way_back() -> None:
    assert MAP.origin(of(NEW, "the red")) == of(OLD, "the red")
    assert MAP.origin(of(NEW, "now")) is None
    assert MAP.origin(of(NEW, "red van")) is None


@pytest.mark.parametrize(
    ("words", "core", "whole"), [("red car", "red ", "red van halted "), ("the red", "the red", "the red")]
)
def test_image_gives_what_stayed_and_what_took_its_place(words: str, core: str, whole: str) -> None:
    found = MAP.image(of(OLD, words))
    assert found.core is not None and NEW[found.core.start : found.core.end] == core
    assert found.whole is not None and NEW[found.whole.start : found.whole.end] == whole


def test_image_of_deleted_words_is_empty() -> None:
    assert MAP.image(of(OLD, "old")) == Image(None, None, is_replaced=False)
    assert MAP.image(of(OLD, "car stopped")).is_replaced


def test_image_leaves_out_what_was_added_beside_the_words() -> None:
    found = Mapping(diff("one two three", "one new two more three")).image(Span(4, 7))
    assert found == Image(Span(8, 11), Span(8, 11), is_replaced=False)


def test_position_goes_to_the_nearest_place() -> None:
    assert MAP.position(0) == 4
    assert MAP.position(len(OLD)) == len(NEW)
    assert MAP.position(OLD.index("old") + 1) == NEW.index("gate")
    assert Mapping(()).position(5) == 0


WORDS = st.lists(st.sampled_from(["a", "б", "c.", "שלום", "👩‍🔬"]), max_size=14).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(WORDS, WORDS, st.data())
def test_same_and_origin_agree_and_keep_the_words(old: str, new: str, data: st.DataObject) -> None:
    mapping = Mapping(diff(old, new))
    start = data.draw(st.integers(0, len(old)))
    span = Span(start, data.draw(st.integers(start, len(old))))
    found = mapping.same(span)
    if found is not None and len(span):
        assert new[found.start : found.end] == old[span.start : span.end]
        assert mapping.origin(found) == span
    image = mapping.image(span)
    for part in (image.core, image.whole):
        assert part is None or 0 <= part.start <= part.end <= len(new)
    assert 0 <= mapping.position(start) <= len(new)
