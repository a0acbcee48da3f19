"""The places of a text whose words are most like given ones: votes of shared words, then a close look."""

from __future__ import annotations

from collections import defaultdict

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio_alignment

from factdesk.claims.tokens import fold, is_word, tokens
from factdesk.model.values.text import Span

_COMMON = 400
"""Words that stand more often than this do not vote while rarer ones do."""
_CANDIDATES = 24
_LEAST = 0.15
_STRAY = 0.02
"""What a foreign word inside a run costs, so that a lone "the" far off does not stretch it."""
_NEEDLE = 128
"""Code points compared letter by letter; the cost grows with their product with the text."""
_LETTERS = 60
"""By how many of 100 letters words must agree when they share not one whole word."""


class WordIndex:
    """The words of one text, ready for many questions."""

    def __init__(self, text: str) -> None:
        self._text = text
        split = tokens(text)
        kept = [index for index, token in enumerate(split.words) if is_word(token)]
        self._words = [fold(split.words[index]) for index in kept]
        self._starts = [split.starts[index] for index in kept]
        self._ends = [split.ends[index] for index in kept]
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._words):
            self._places[word].append(place)

    def nearest(self, exact: str, limit: int = 3) -> tuple[tuple[Span, float], ...]:
        """Give up to `limit` places most like `exact`, best first, none overlapping, each with its likeness."""
        wanted = [fold(token) for token in tokens(exact).words if is_word(token)]
        if not wanted or not self._words:
            return ()
        rated: list[tuple[float, int, Span]] = []
        for shift in self._shifts(wanted):
            found = self._look(wanted, shift)
            if found is not None:
                rated.append((-found[1], found[0].start, found[0]))
        best: list[tuple[Span, float]] = []
        for rank, _, span in sorted(rated):
            if len(best) < limit and not any(span.overlaps(other) for other, _ in best):
                best.append((span, -rank))
        return tuple(best) or self._by_letters(exact)

    def _shifts(self, wanted: list[str]) -> list[int]:
        """Give where `wanted` may begin, by how many of its words stand where they should (a step left or right)."""
        votes: dict[int, float] = defaultdict(float)
        known = [(index, self._places[word]) for index, word in enumerate(wanted) if word in self._places]
        rare = [pair for pair in known if len(pair[1]) <= _COMMON]
        for index, places in rare or known:
            weight = 1.0 / (1.0 + len(places) / 50)
            for place in places[: _COMMON * 5]:
                votes[place - index] += weight
        width = max(1, len(wanted) // 4)
        wide: dict[int, float] = defaultdict(float)
        for shift, weight in votes.items():
            wide[shift // width] += weight
            wide[shift // width + 1] += weight * 0.5
        tops = sorted(wide, key=lambda key: (-wide[key], key))[:_CANDIDATES]
        return [key * width for key in tops]

    def _look(self, wanted: list[str], shift: int) -> tuple[Span, float] | None:
        """Cut the best run of words near `shift`: from the first to the last word that is shared in order."""
        slack = max(3, len(wanted) // 2)
        low, high = max(0, shift - slack), min(len(self._words), shift + len(wanted) + slack)
        window = self._words[low:high]
        equal = [
            (code.src_start + step, code.dest_start + step)
            for code in Indel.opcodes(wanted, window)
            if code.tag == "equal"
            for step in range(code.src_end - code.src_start)
        ]
        if not equal:
            return None
        low_pair, high_pair = _tightest(equal, len(wanted))
        first, last, count = equal[low_pair][1], equal[high_pair][1], high_pair - low_pair + 1
        # Of equal common words the alignment takes any; the one right beside the run belongs to it.
        before, after = equal[low_pair][0] - 1, equal[high_pair][0] + 1
        while before >= 0 and first > 0 and wanted[before] == window[first - 1]:
            first, before, count = first - 1, before - 1, count + 1
        while after < len(wanted) and last + 1 < len(window) and wanted[after] == window[last + 1]:
            last, after, count = last + 1, after + 1, count + 1
        alike = 2 * count / (len(wanted) + last - first + 1)
        return (Span(self._starts[low + first], self._ends[low + last]), alike) if alike >= _LEAST else None

    def _by_letters(self, exact: str) -> tuple[tuple[Span, float], ...]:
        """Find the one place most alike letter by letter, for words that are all misspelt."""
        found = partial_ratio_alignment(exact[:_NEEDLE], self._text[:2_000_000], score_cutoff=_LETTERS)
        if found is None:
            return ()
        inside = [
            place
            for place, (start, end) in enumerate(zip(self._starts, self._ends, strict=True))
            if start < found.dest_end and found.dest_start < end
        ]
        if not inside:
            return ()
        return ((Span(self._starts[inside[0]], self._ends[inside[-1]]), found.score / 200),)


def _tightest(equal: list[tuple[int, int]], wanted: int) -> tuple[int, int]:
    """Choose the first and the last of the shared words so that 2·shared / (wanted + run) is greatest, strays apart."""
    best, best_rank = (0, 0), 0.0
    for low in range(min(len(equal), 8)):
        for high in range(max(low, len(equal) - 8), len(equal)):
            shared = high - low + 1
            run = equal[high][1] - equal[low][1] + 1
            rank = 2 * shared / (wanted + run) - _STRAY * (run - shared)
            if rank > best_rank:
                best, best_rank = (low, high), rank
    return best
