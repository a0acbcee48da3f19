"""Word-level difference and likeness of two texts."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Indel, LCSseq

from factdesk.claims.alignment import align
from factdesk.claims.tokens import Tokens, has_words, tokens, words
from factdesk.model.values.versions import DiffKind, DiffPart

_SLIVER = 3
"""A lone word that is the same between changes at least this many words long on both sides is no landmark."""
Run = tuple[int, int, int]
"""Equal characters: start in the old text, start in the new one, length."""


def diff(old: str, new: str) -> tuple[DiffPart, ...]:
    """Compare two texts word by word.

    SAME and REMOVED joined give `old`, SAME and ADDED joined give `new`; where words were replaced REMOVED comes
    before ADDED. Words and emoji stay whole and take the white space after them along; a comma that happens to be
    the same in the midst of rewritten words counts as rewritten.
    """
    if old == new:
        return (DiffPart(DiffKind.SAME, old, 0, 0),) if old else ()
    return tuple(_parts(old, new, _without_slivers(old, new, _equal_runs(old, new))))


def likeness(old: str, new: str) -> float:
    """Give the share of words two texts have in common in the same order (0 to 1, Dice on the longest common
    subsequence of words, case and apostrophes folded); two texts without words are alike when they are equal.
    """
    left, right = words(old), words(new)
    if not left and not right:
        return 1.0 if old == new else 0.0
    return float(Indel.normalized_similarity(left, right))


def words_found(old: str, new: str) -> tuple[int, int]:
    """Give how many words of `old` stand in `new` in their order, and how many `old` has ("7 of 8 words")."""
    left = words(old)
    return int(LCSseq.similarity(left, words(new))), len(left)


def _equal_runs(old: str, new: str) -> list[Run]:
    """Turn equal tokens into equal characters; white space after a token is equal when it is the same in both."""
    left, right = tokens(old), tokens(new)
    runs: list[Run] = []
    head = old[: left.starts[0]] if left.words else old
    if head and right.words and head == new[: right.starts[0]]:
        runs.append((0, 0, len(head)))
    for a_token, b_token, count in align(left.words, right.words):
        a_from, a_to = left.starts[a_token], _reach(old, left, a_token + count - 1)
        b_from, b_to = right.starts[b_token], _reach(new, right, b_token + count - 1)
        if old[a_from:a_to] == new[b_from:b_to]:
            runs.append((a_from, b_from, a_to - a_from))
            continue
        for step in range(count):
            a_from, a_to = left.starts[a_token + step], _reach(old, left, a_token + step)
            b_from, b_to = right.starts[b_token + step], _reach(new, right, b_token + step)
            if old[a_from:a_to] != new[b_from:b_to]:
                a_to = left.ends[a_token + step]
            runs.append((a_from, b_from, a_to - a_from))
    return runs


def _reach(text: str, of: Tokens, token: int) -> int:
    """Give where a token with the white space after it ends."""
    return of.starts[token + 1] if token + 1 < len(of) else len(text)


def _without_slivers(old: str, new: str, runs: list[Run]) -> list[Run]:
    """Drop equal runs that hold no word, or one lonely word, between changes on both sides."""
    kept: list[Run] = []
    for index, (a_at, b_at, length) in enumerate(runs):
        a_from, b_from = (kept[-1][0] + kept[-1][2], kept[-1][1] + kept[-1][2]) if kept else (0, 0)
        a_next, b_next = runs[index + 1][:2] if index + 1 < len(runs) else (len(old), len(new))
        before = _size(old[a_from:a_at], new[b_from:b_at])
        after = _size(old[a_at + length : a_next], new[b_at + length : b_next])
        inside = old[a_at : a_at + length]
        if before and after and not has_words(inside) and inside.strip():
            continue
        if min(before, after) >= _SLIVER and len(words(inside)) <= 1:
            continue
        kept.append((a_at, b_at, length))
    return kept


def _size(old: str, new: str) -> int:
    """Count the words of a change, up to a little more than matters; 0 means no word changed."""
    return max(len(words(old[:200])), len(words(new[:200]))) if old or new else 0


def _parts(old: str, new: str, runs: list[Run]) -> Iterator[DiffPart]:
    a_at = b_at = 0
    same: Run | None = None
    for a_run, b_run, length in (*runs, (len(old), len(new), 0)):
        if a_run > a_at or b_run > b_at:
            if same is not None:
                yield DiffPart(DiffKind.SAME, old[same[0] : same[0] + same[2]], same[0], same[1])
                same = None
            if a_run > a_at:
                yield DiffPart(DiffKind.REMOVED, old[a_at:a_run], a_at, -1)
            if b_run > b_at:
                yield DiffPart(DiffKind.ADDED, new[b_at:b_run], -1, b_at)
        if length:
            same = (same[0], same[1], same[2] + length) if same is not None else (a_run, b_run, length)
        a_at, b_at = a_run + length, b_run + length
    if same is not None:
        yield DiffPart(DiffKind.SAME, old[same[0] : same[0] + same[2]], same[0], same[1])
