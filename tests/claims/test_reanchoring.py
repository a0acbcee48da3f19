"""Carrying anchors over: what is sure is anchored, what is not asks, what is gone is an orphan."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.claims.anchoring import anchor
from factdesk.claims.comparing import diff
from factdesk.claims.reanchoring import reanchor
from factdesk.model.enums import AnchorState
from factdesk.model.values.text import Anchor, Span
from factdesk.model.values.versions import DiffKind, Reanchored

OLD = (
    "Velmark Regional Hospital ended its year with a deficit of €41.6 million.\n"
    "Ms Halloran, who took office in March 2023, rejected the charge. “No ward has been closed since I arrived,” "
    "she told members.\n"
    "The average wait fell from 214 days to 163, according to figures shown to the board, and Velmark is the first "
    "hospital in the country to publish its waits ward by ward, Ms Halloran said."
)
NEW = (
    "Velmark Regional Hospital ended its year with a deficit of €41.6 million.\n"
    "Ms Halloran, who took office in March 2023, rejected the charge. “No whole ward has been closed since I took "
    "over,” she told members.\n"
    "The average wait fell from 214 days to 163. Velmark shows its waits by ward on its website, as two other "
    "hospitals do.\nCorrection: a quotation was incomplete."
)


def of(text: str, words: str, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return anchor(text, Span(start, start + len(words)))


def carried(old: str, new: str, words: str, nth: int = 0) -> Reanchored:
    (found,) = reanchor(old, new, [of(old, words, nth)])
    return found


@pytest.mark.parametrize("words", ["deficit of €41.6 million", "from 214 days to 163", "Halloran", "March 2023"])
def test_unchanged_words_are_anchored_at_their_new_place(words: str) -> None:
    found = carried(OLD, "A new first line, put in.\n" + NEW, words)
    assert (found.state, found.likeness, found.nearest, found.diff) == (AnchorState.ANCHORED, 1.0, None, ())
    assert found.anchor is not None and found.anchor.exact == words
    assert found.anchor.start == ("A new first line, put in.\n" + NEW).index(words)


def test_changed_words_propose_the_new_ones_with_the_difference() -> None:
    found = carried(OLD, NEW, "No ward has been closed since I arrived")
    assert found.state is AnchorState.CHANGED and found.anchor is not None
    assert found.anchor.exact == "No whole ward has been closed since I took over"
    assert [part.text for part in found.diff if part.kind is DiffKind.ADDED] == ["whole ", "took over"]
    assert 0.7 < found.likeness < 0.9


def test_vanished_words_are_an_orphan_with_the_nearest_weak_place() -> None:
    found = carried(OLD, NEW, "the first hospital in the country to publish its waits ward by ward")
    assert found.state is AnchorState.ORPHAN and found.anchor is None
    assert found.nearest is not None and found.nearest.exact == "its waits by ward"
    assert [part.kind for part in found.diff] == [DiffKind.REMOVED]


def test_one_replaced_number_is_changed_in_its_place() -> None:
    found = carried(OLD, NEW.replace("41.6", "42.1"), "41.6")
    assert found.state is AnchorState.CHANGED and found.anchor is not None and found.anchor.exact == "42.1"


def test_misspelt_name_put_right_is_changed() -> None:
    found = carried("A Ms Haloran said so.", "A Ms Halloran said so.", "Haloran")
    assert found.state is AnchorState.CHANGED and found.likeness > 0.7


def test_moved_paragraph_takes_its_anchor_along() -> None:
    lines = OLD.split("\n")
    new = "\n".join([lines[2], lines[0], lines[1]])
    for words in ("No ward has been closed since I arrived", "deficit of €41.6 million", "from 214 days to 163"):
        found = carried(OLD, new, words)
        assert found.state is AnchorState.ANCHORED and found.anchor == of(new, words)


def test_equal_words_are_told_apart_by_their_surroundings() -> None:
    old = "In May it cost 5 million euros. The road was long and hard. In June it cost 5 million dollars."
    new = "A word before. " + old
    for nth in (0, 1):
        found = carried(old, new, "5 million", nth)
        assert found.state is AnchorState.ANCHORED and found.anchor == of(new, "5 million", nth)


def test_equal_words_that_nothing_tells_apart_ask() -> None:
    old = "It cost 5 million. " * 3
    found = carried(old, "It cost 5 million. " * 2, "5 million", 1)
    assert (found.state, found.likeness) == (AnchorState.CHANGED, 1.0)
    assert found.anchor is not None and found.anchor.exact == "5 million"


def test_passage_that_was_doubled_asks() -> None:
    line = "The board spent 9.2 million on agency nurses last year."
    found = carried(f"One. {line} Two.", f"One. {line} {line} Two.", "9.2 million")
    assert (found.state, found.likeness) == (AnchorState.CHANGED, 1.0)


def test_same_short_words_somewhere_else_are_never_taken_silently() -> None:
    old = "The mayor paid 12 million for the bridge over the river. Nobody complained about it at all."
    new = "Nobody complained about it at all. A club from the north sold a striker for 12 million yesterday."
    assert carried(old, new, "12 million").state is not AnchorState.ANCHORED


def test_words_of_another_place_are_not_taken_for_deleted_ones() -> None:
    old = "The mayor praised the government warmly. Later the police blamed the government for the delay."
    new = "Later the police blamed the government for the delay."
    assert carried(old, new, "the government", 0).state is not AnchorState.ANCHORED
    assert carried(old, new, "the government", 1).state is AnchorState.ANCHORED


def test_same_text_anchors_everything_where_it_was() -> None:
    text = "no no no no"
    anchors = [of(text, "no", nth) for nth in range(4)]
    assert [found.anchor for found in reanchor(text, text, anchors)] == anchors


def test_anchor_that_is_not_in_the_old_text_is_looked_for_by_its_words() -> None:
    lost = Anchor("from 214 days to 163", "The average wait fell ", ". Velmark shows its waits", 5_000, 5_020)
    (found,) = reanchor("Another text altogether.", NEW, [lost])
    assert found.state is AnchorState.ANCHORED
    (gone,) = reanchor("Another text altogether.", "And a third.", [lost])
    assert gone == Reanchored(AnchorState.ORPHAN, None, None, 0.0, diff(lost.exact, ""))


def test_known_difference_gives_the_same_answers_and_values_are_picklable() -> None:
    anchors = [of(OLD, words) for words in ("Halloran", "No ward has been closed since I arrived")]
    found = reanchor(OLD, NEW, anchors)
    assert reanchor(OLD, NEW, anchors, diff(OLD, NEW)) == found
    assert pickle.loads(pickle.dumps(found)) == found
    assert reanchor(OLD, NEW, []) == ()


WORD = st.sampled_from(
    ["ward", "день", "שלום", "👩‍🔬", "cafe\u0301", "й\u0306од", "9.2", "don’t", "نعم", "🇺🇦", "x", "the"]
)
PASSAGE = st.lists(WORD, min_size=1, max_size=12).map(" ".join)


def numbered(count: int) -> list[str]:
    return [f"слово{number} ward{number}é" for number in range(count)]


@settings(deadline=None, max_examples=120)
@given(PASSAGE, st.tuples(st.integers(0, 6), st.integers(0, 6)), PASSAGE, PASSAGE)
def test_edits_outside_keep_the_same_words_anchored(exact: str, gone: tuple[int, int], before: str, after: str) -> None:
    around = numbered(16)
    exact = f"№1 {exact} №2"
    old = " ".join([*around[:8], exact, *around[8:]])
    kept_left, kept_right = around[gone[0] : 8], around[8 : 16 - gone[1]]
    new = " ".join([before, *kept_left, exact, *kept_right, after])
    start = len(" ".join(around[:8])) + 1
    (found,) = reanchor(old, new, [anchor(old, Span(start, start + len(exact)))])
    assert found.state is AnchorState.ANCHORED and found.anchor is not None
    assert found.anchor.exact == exact
    assert found.anchor.start == len(" ".join([before, *kept_left])) + 1


@settings(deadline=None, max_examples=120)
@given(st.lists(WORD, min_size=4, max_size=10), st.data())
def test_edits_inside_ask_and_propose_the_new_words(exact: list[str], data: st.DataObject) -> None:
    around = numbered(12)
    at = data.draw(st.integers(1, len(exact) - 1))
    other = [*exact[:at], "нове", *exact[at + data.draw(st.integers(0, 1)) :]]
    old = " ".join([*around[:6], *exact, *around[6:]])
    new = " ".join([*around[:6], *other, *around[6:]])
    start = len(" ".join(around[:6])) + 1
    (found,) = reanchor(old, new, [anchor(old, Span(start, start + len(" ".join(exact))))])
    assert found.state is AnchorState.CHANGED and found.anchor is not None
    assert found.anchor.exact == " ".join(other)
    assert "".join(part.text for part in found.diff if part.kind is not DiffKind.REMOVED) == found.anchor.exact
    assert 0 < found.likeness < 1


@settings(deadline=None, max_examples=80)
@given(PASSAGE, st.integers(0, 12))
def test_deletion_of_all_words_gives_an_orphan(exact: str, at: int) -> None:
    around = numbered(12)
    old = " ".join([*around[:at], exact, *around[at:]])
    start = len(" ".join(around[:at])) + (1 if at else 0)
    (found,) = reanchor(old, " ".join(around), [anchor(old, Span(start, start + len(exact)))])
    assert found.state is AnchorState.ORPHAN and found.anchor is None


@settings(deadline=None, max_examples=100)
@given(st.lists(WORD, min_size=1, max_size=20), st.lists(WORD, max_size=20), st.data())
def test_every_anchor_is_answered_in_order_and_anchored_means_the_same_words(
    old_words: list[str], new_words: list[str], data: st.DataObject
) -> None:
    old, new = " ".join(old_words), " ".join(new_words)
    places = data.draw(st.lists(st.integers(0, len(old) - 1), max_size=6))
    anchors = [anchor(old, Span(at, min(len(old), at + 9))) for at in places if old[at : at + 9].strip()]
    found = reanchor(old, new, anchors)
    assert len(found) == len(anchors)
    for before, after in zip(anchors, found, strict=True):
        for place in (after.anchor, after.nearest):
            assert place is None or new[place.start : place.end] == place.exact
        assert (after.anchor is None) == (after.state is AnchorState.ORPHAN)
        if after.state is AnchorState.ANCHORED:
            assert after.anchor is not None and after.anchor.exact == before.exact
