"""Carry anchors over to a new version of their text: found again, changed, or orphaned; never accepted on a guess."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from factdesk.claims.anchoring import CONTEXT, agreement, is_whole, locate, places
from factdesk.claims.anchoring import anchor as anchor_at
from factdesk.claims.comparing import diff, likeness
from factdesk.claims.mapping import Mapping
from factdesk.claims.nearness import WordIndex
from factdesk.claims.tokens import fold, has_words, tokens, words
from factdesk.model.enums import AnchorState
from factdesk.model.values.text import Anchor, Span
from factdesk.model.values.versions import DiffPart, Reanchored

_AROUND = 400
"""Code points looked at on either side to tell equal words apart."""
_WORDS_AROUND = 16
_FEW = 8
"""Equal words are looked at closely in at most this many places, those that fit best at a first look."""
_LONG = 5
"""Words from which on a unique quotation speaks for itself wherever it moved."""
_CLEAR = 0.25
"""By how much surroundings (0 to 2) must fit better than those of the next best place."""
_FITS = 0.6
"""Surroundings that let words stay that the difference left where they were."""
_VOUCHES = 1.0
"""Surroundings that vouch for words by themselves."""
_CHANGED = 0.5
"""Share of words from which on a place is proposed; below, the words count as gone."""
_WEAK = 0.34
_SHORT = 3
"""Up to this many words may be replaced one and all and still have a place: what stands in their stead."""


def reanchor(
    old_text: str, new_text: str, anchors: Sequence[Anchor], old_diff: Sequence[DiffPart] | None = None
) -> tuple[Reanchored, ...]:
    """Find the words of each anchor in a new version of its text; the answers stand in the order of `anchors`.

    ANCHORED: the same words, and no doubt which: they stayed where they were between the same words, or they are
    there once and their surroundings or their length vouch for them. CHANGED: a place is proposed and a person asked,
    also for the very same words (likeness 1.0) where two places fit equally well or nothing vouches for the one.
    ORPHAN: gone, with the nearest weak place if there is one. `diff` compares the words with the proposed ones.
    `old_diff` is `diff(old_text, new_text)` if it is known already.
    """
    carrier = _Carrier(old_text, new_text, old_diff)
    return tuple(carrier.carry(each) for each in anchors)


class _Carrier:
    """Both texts and what was worked out of them once for all anchors."""

    def __init__(self, old: str, new: str, parts: Sequence[DiffPart] | None) -> None:
        self._old = old
        self._new = new
        self._map = Mapping(diff(old, new) if parts is None else parts)

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex(self._new)

    def carry(self, anchor: Anchor) -> Reanchored:
        place = locate(self._old, anchor)
        if place is not None and self._old == self._new:
            return self._anchored(place)
        found = self._exact(anchor, place)
        return found if found is not None else self._changed(anchor, place)

    # The same words

    def _exact(self, anchor: Anchor, place: Span | None) -> Reanchored | None:
        """Look for the very same words; None when there are none that could be the ones meant."""
        rated = self._rated(self._new, anchor, place)
        if not rated:
            return None
        stayed = self._map.same(place) if place is not None else None
        best_fit, best = rated[0]
        origin = self._map.origin(best)
        is_others = origin is not None and origin != place
        if stayed is not None and best == stayed and not is_others:
            is_alone = len(rated) == 1
            is_short = len(words(anchor.exact)) < _SHORT
            is_beside = is_alone and not is_short and self._has_same_neighbour(anchor, place, stayed)
            vouched = best_fit >= _FITS or is_beside
        else:
            is_long = len(words(anchor.exact)) >= _LONG and self._is_unique(anchor)
            vouched = stayed is None and not is_others and (best_fit >= _VOUCHES or is_long)
        if vouched and self._is_plain(rated, anchor, place):
            return self._anchored(best)
        if is_others and best_fit < _VOUCHES:
            # These words are those of another place of the old text; ours are gone or have changed.
            return None
        proposed = anchor_at(self._new, stayed if stayed is not None else best)
        return Reanchored(AnchorState.CHANGED, proposed, None, 1.0, diff(anchor.exact, anchor.exact))

    def _is_plain(self, rated: list[tuple[float, Span]], anchor: Anchor, place: Span | None) -> bool:
        """Whether one place is clearly the best, and the same passage was not doubled, nor one of two taken out."""
        if len(rated) > 1 and rated[0][0] - rated[1][0] < _CLEAR:
            return False
        if place is None:
            return True
        now = sum(1 for fit, _ in rated if fit >= _VOUCHES)
        before = sum(1 for fit, _ in self._rated(self._old, anchor, place) if fit >= _VOUCHES)
        return max(now, 1) == before

    def _rated(self, text: str, anchor: Anchor, place: Span | None) -> list[tuple[float, Span]]:
        """Rate the places of the very same words in one of the texts, the best first."""
        stayed = self._map.same(place) if place is not None and text is self._new else place
        found = self._candidates(text, anchor, place, stayed)
        before, after = self._surroundings(anchor, place)
        rated = [(_fit(text, each, before, after), each == stayed, each) for each in found]
        return [(fit, each) for fit, _, each in sorted(rated, reverse=True)]

    def _candidates(self, text: str, anchor: Anchor, place: Span | None, stayed: Span | None) -> list[Span]:
        size = len(anchor.exact)
        found = [Span(at, at + size) for at in places(text, anchor.exact)]
        if place is None or is_whole(self._old, place):
            found = [span for span in found if is_whole(text, span)]
        if len(found) <= _FEW:
            return found
        # Those that fit badly next to the words cannot come near the best, so a close look at them is idle.
        start = place.start if place is not None else anchor.start
        prefix, suffix = self._old[max(0, start - CONTEXT) : start], self._old[start + size : start + size + CONTEXT]
        expected = stayed.start if stayed is not None else self._map.position(start)

        def rank(span: Span) -> tuple[bool, int, int]:
            fit = agreement(text, span.start, span.end, prefix, suffix)
            return span != stayed, -fit, abs(span.start - expected)

        return sorted(found, key=rank)[:_FEW]

    def _is_unique(self, anchor: Anchor) -> bool:
        return all(
            sum(1 for _ in zip(places(text, anchor.exact), range(2), strict=False)) <= 1
            for text in (self._old, self._new)
        )

    def _surroundings(self, anchor: Anchor, place: Span | None) -> tuple[list[str], list[str]]:
        """Give the words before and after the old place, the nearest first."""
        if place is None:
            return _near(anchor.prefix, is_left=True), _near(anchor.suffix, is_left=False)
        return _words_before(self._old, place.start), _words_after(self._old, place.end)

    def _has_same_neighbour(self, anchor: Anchor, place: Span | None, found: Span) -> bool:
        """Whether the word before or the word after is the same as it was."""
        before, after = self._surroundings(anchor, place)
        is_same_before = before[:1] == _words_before(self._new, found.start)[:1]
        return is_same_before or after[:1] == _words_after(self._new, found.end)[:1]

    def _anchored(self, place: Span) -> Reanchored:
        return Reanchored(AnchorState.ANCHORED, anchor_at(self._new, place), None, 1.0, ())

    # Other words

    def _changed(self, anchor: Anchor, place: Span | None) -> Reanchored:
        proposal = self._in_place(anchor, place)
        weak = self._index.nearest(anchor.exact, 1)
        if weak and (proposal is None or weak[0][1] > proposal[1] + _CLEAR) and not self._is_others(weak[0][0], place):
            proposal = weak[0] if weak[0][1] >= _CHANGED else proposal
        if proposal is not None:
            span, alike = proposal
            proposed = anchor_at(self._new, span)
            return Reanchored(AnchorState.CHANGED, proposed, None, alike, diff(anchor.exact, proposed.exact))
        gone = diff(anchor.exact, "")
        if weak and weak[0][1] >= _WEAK:
            return Reanchored(AnchorState.ORPHAN, None, anchor_at(self._new, weak[0][0]), weak[0][1], gone)
        return Reanchored(AnchorState.ORPHAN, None, None, 0.0, gone)

    def _is_others(self, span: Span, place: Span | None) -> bool:
        """Whether words of the new text are, all of them, words of another place of the old text."""
        origin = self._map.origin(span)
        return origin is not None and (place is None or not origin.overlaps(place))

    def _in_place(self, anchor: Anchor, place: Span | None) -> tuple[Span, float] | None:
        """Propose what stands where the words stood, when enough of them stayed or a few were replaced."""
        if place is None:
            return None
        image = self._map.image(place)
        whole = _worded(self._new, image.whole)
        core = _worded(self._new, image.core)
        if whole is None:
            return None
        alike = _alike(anchor.exact, self._text_of(whole))
        if core is not None and core != whole:
            narrow = _alike(anchor.exact, self._text_of(core))
            if alike < 0.8 * narrow:
                whole, alike = core, narrow
        count = len(words(anchor.exact))
        is_swap = image.is_replaced and count <= _SHORT and len(words(self._text_of(whole))) <= 2 * count + 2
        return (whole, alike) if alike >= _CHANGED or is_swap else None

    def _text_of(self, span: Span) -> str:
        return self._new[span.start : span.end]


def _fit(text: str, found: Span, before: list[str], after: list[str]) -> float:
    """Rate the surroundings of a place, 0 to 2."""
    return _side(before, _words_before(text, found.start)) + _side(after, _words_after(text, found.end))


def _words_before(text: str, at: int) -> list[str]:
    return _near(text[max(0, at - _AROUND) : at], is_left=True)


def _words_after(text: str, at: int) -> list[str]:
    return _near(text[at : at + _AROUND], is_left=False)


def _near(text: str, *, is_left: bool) -> list[str]:
    """Give the words nearest to a place, the nearest first."""
    found = [fold(word) for word in tokens(text).words]
    return found[: -_WORDS_AROUND - 1 : -1] if is_left else found[:_WORDS_AROUND]


def _side(old: list[str], new: list[str]) -> float:
    """Rate one side, 0 to 1: half for words in common in the same order, half for those next to the place."""
    if not old and not new:
        return 1.0
    run = 0
    for ours, theirs in zip(old, new, strict=False):
        if ours != theirs:
            break
        run += 1
    most = max(1, min(len(old), 4))
    return 0.5 * float(Indel.normalized_similarity(old, new)) + 0.5 * min(run, most) / most


def _alike(old: str, new: str) -> float:
    """Rate likeness by words, and for mere misspellings by letters, so that "Haloran" is near "Halloran"."""
    by_letters = ratio(old.casefold(), new.casefold()) / 100
    return max(likeness(old, new), by_letters * 0.9 if by_letters >= 0.75 else 0.0)


def _worded(text: str, span: Span | None) -> Span | None:
    """Keep a place only when it holds words; white space at its ends falls away when it is anchored."""
    return span if span is not None and has_words(text[span.start : span.end]) else None
