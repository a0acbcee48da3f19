"""Which tokens of two texts are the same: longest common subsequences, cut at unique runs so that it stays fast."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Indel

Match = tuple[int, int, int]
"""Equal runs: start in the old tokens, start in the new tokens, length."""
Part = tuple[int, int, int, int]
"""A part of both token lists: from, to in the old; from, to in the new."""

_MATRIX = 40_000_000
_SHINGLES = (8, 3, 1)


def align(old: Sequence[str], new: Sequence[str]) -> tuple[Match, ...]:
    """Give the equal runs of two token lists in order; they cross nowhere and adjoining ones are joined.

    Equal ends are taken off first. A part too large for the matrix (bit-parallel LCS, Hyyrö 2004, as rapidfuzz does
    it) is cut at runs of tokens that stand once in each side and in the same order (patience diff, B. Cohen).
    """
    numbers: dict[str, int] = {}
    left = [numbers.setdefault(token, len(numbers)) for token in old]
    right = [numbers.setdefault(token, len(numbers)) for token in new]
    found: list[Match] = []
    waiting = [(0, len(left), 0, len(right))]
    while waiting:
        a_low, a_high, b_low, b_high = waiting.pop()
        head = _common_head(left, right, (a_low, a_high, b_low, b_high))
        if head:
            found.append((a_low, b_low, head))
        a_low, b_low = a_low + head, b_low + head
        tail = _common_tail(left, right, (a_low, a_high, b_low, b_high))
        if tail:
            found.append((a_high - tail, b_high - tail, tail))
        a_high, b_high = a_high - tail, b_high - tail
        if a_low == a_high or b_low == b_high:
            continue
        if (a_high - a_low) * (b_high - b_low) <= _MATRIX:
            found.extend(_by_matrix(left[a_low:a_high], right[b_low:b_high], a_low, b_low))
        else:
            waiting.extend(_cut(left, right, (a_low, a_high, b_low, b_high)))
    return _joined(sorted(found))


def _common_head(left: list[int], right: list[int], part: Part) -> int:
    a_low, a_high, b_low, b_high = part
    most = min(a_high - a_low, b_high - b_low)
    count = 0
    while count < most and left[a_low + count] == right[b_low + count]:
        count += 1
    return count


def _common_tail(left: list[int], right: list[int], part: Part) -> int:
    a_low, a_high, b_low, b_high = part
    most = min(a_high - a_low, b_high - b_low)
    count = 0
    while count < most and left[a_high - 1 - count] == right[b_high - 1 - count]:
        count += 1
    return count


def _by_matrix(left: list[int], right: list[int], a_low: int, b_low: int) -> list[Match]:
    return [
        (a_low + code.src_start, b_low + code.dest_start, code.src_end - code.src_start)
        for code in Indel.opcodes(left, right)
        if code.tag == "equal"
    ]


def _cut(left: list[int], right: list[int], part: Part) -> list[Part]:
    """Cut a large part at unique runs; nothing unique in common means nothing is the same."""
    a_low, a_high, b_low, b_high = part
    for size in _SHINGLES:
        pairs = _unique_pairs(left[a_low:a_high], right[b_low:b_high], size)
        if pairs:
            parts: list[Part] = []
            a_at, b_at = a_low, b_low
            for a_cut, b_cut in pairs:
                parts.append((a_at, a_low + a_cut, b_at, b_low + b_cut))
                a_at, b_at = a_low + a_cut, b_low + b_cut
            parts.append((a_at, a_high, b_at, b_high))
            return parts
    return []


def _unique_pairs(left: list[int], right: list[int], size: int) -> list[tuple[int, int]]:
    """Find runs of `size` tokens that stand once in each side, as the longest increasing chain of their places."""
    left_runs = list(zip(*(left[shift:] for shift in range(size)), strict=False))
    right_runs = list(zip(*(right[shift:] for shift in range(size)), strict=False))
    left_counts, right_counts = Counter(left_runs), Counter(right_runs)
    places = {run: at for at, run in enumerate(right_runs) if right_counts[run] == 1}
    pairs = [(at, places[run]) for at, run in enumerate(left_runs) if left_counts[run] == 1 and run in places]
    # A cut at the very start of both would give the same part again.
    return [pair for pair in _increasing(pairs) if pair != (0, 0)]


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the longest chain whose second numbers increase (patience sorting)."""
    tops: list[int] = []
    owners: list[int] = []
    before: list[int] = []
    for index, (_, value) in enumerate(pairs):
        pile = bisect_left(tops, value)
        before.append(owners[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            owners.append(index)
        else:
            tops[pile] = value
            owners[pile] = index
    chain: list[tuple[int, int]] = []
    at = owners[-1] if owners else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _joined(found: list[Match]) -> tuple[Match, ...]:
    joined: list[Match] = []
    for a_at, b_at, length in found:
        if joined and joined[-1][0] + joined[-1][2] == a_at and joined[-1][1] + joined[-1][2] == b_at:
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + length)
        else:
            joined.append((a_at, b_at, length))
    return tuple(joined)
