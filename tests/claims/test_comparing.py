"""Differences by words: they lose nothing, keep words whole and stay fast."""

from __future__ import annotations

import pickle
import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.claims.comparing import diff, likeness, words_found
from factdesk.claims.tokens import tokens
from factdesk.model.values.versions import DiffKind, DiffPart

WORDS = st.sampled_from(
    ["a", "the", "ward", "9.2", "млн", "й\u0306", "שלום", "👩‍🔬", "don’t", "，", "今天", ".", ",", "“"]
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from(["", " ", "\n", "  "])), max_size=30).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)


def holds(old: str, new: str, parts: tuple[DiffPart, ...]) -> bool:
    old_at = new_at = 0
    for part in parts:
        in_old, in_new = part.kind is not DiffKind.ADDED, part.kind is not DiffKind.REMOVED
        assert part.text
        assert part.old_start == (old_at if in_old else -1) and part.new_start == (new_at if in_new else -1)
        old_at += len(part.text) * in_old
        new_at += len(part.text) * in_new
    same_old = "".join(part.text for part in parts if part.kind is not DiffKind.ADDED)
    same_new = "".join(part.text for part in parts if part.kind is not DiffKind.REMOVED)
    return same_old == old and same_new == new


@settings(deadline=None, max_examples=300)
@given(TEXTS, TEXTS)
def test_diff_loses_nothing_and_its_offsets_are_right(old: str, new: str) -> None:
    parts = diff(old, new)
    assert holds(old, new, parts)
    kinds = [part.kind for part in parts]
    assert all(one is not other for one, other in pairwise(kinds))
    assert (DiffKind.ADDED, DiffKind.REMOVED) not in set(pairwise(kinds))


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=40), st.text(max_size=40))
def test_diff_holds_for_any_characters(old: str, new: str) -> None:
    assert holds(old, new, diff(old, new))


@settings(deadline=None, max_examples=100)
@given(TEXTS, TEXTS)
def test_diff_keeps_words_whole(old: str, new: str) -> None:
    split = tokens(old)
    inside = {at for start, end in zip(split.starts, split.ends, strict=True) for at in range(start + 1, end)}
    cuts = {part.old_start for part in diff(old, new) if part.old_start > 0}
    assert not cuts & inside


def test_diff_of_one_sentence_reads_as_a_person_would_say_it() -> None:
    parts = diff("No ward has been closed since I arrived,", "No whole ward has been closed since I took over,")
    assert [(part.kind.value, part.text) for part in parts] == [
        ("same", "No "),
        ("added", "whole "),
        ("same", "ward has been closed since I "),
        ("removed", "arrived"),
        ("added", "took over"),
        ("same", ","),
    ]


def test_diff_takes_a_comma_in_rewritten_words_along() -> None:
    parts = diff("It fell, they say, to 163.", "It rose, we hear, to 163.")
    assert [part.text for part in parts if part.kind is DiffKind.ADDED] == ["rose, we hear"]


def test_diff_of_equal_and_empty_texts() -> None:
    assert diff("", "") == ()
    assert diff("a b", "a b") == (DiffPart(DiffKind.SAME, "a b", 0, 0),)
    assert diff("", "a") == (DiffPart(DiffKind.ADDED, "a", -1, 0),)
    assert diff("a", "") == (DiffPart(DiffKind.REMOVED, "a", 0, -1),)
    assert pickle.loads(pickle.dumps(diff("a", "b"))) == diff("a", "b")


def test_diff_of_100000_words_is_fast() -> None:
    chance = random.Random(5)
    words = [f"word{chance.randrange(8000)}" for _ in range(100_000)]
    other = list(words)
    for at in chance.sample(range(len(words)), 200):
        other[at] = "changed"
    old, new = " ".join(words), " ".join(other)
    start = time.perf_counter()
    parts = diff(old, new)
    # 0.6 s on a quiet machine; the bound leaves room for a busy one.
    assert time.perf_counter() - start < 5
    assert holds(old, new, parts)
    assert sum(part.kind is DiffKind.ADDED for part in parts) > 150


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [("a b c d", "a b c d", 1.0), ("A, b!", "a b", 1.0), ("a b", "c d", 0.0), ("a b c d", "a b", 2 / 3), ("", "", 1.0)],
)
def test_likeness_is_the_share_of_words(old: str, new: str, share: float) -> None:
    assert likeness(old, new) == pytest.approx(share)


def test_words_found_counts_the_words_of_the_old() -> None:
    new = "No whole ward has been closed since I took over"
    assert words_found("No ward has been closed since I arrived", new) == (7, 8)
