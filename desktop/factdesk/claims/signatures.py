"""Near-duplicate signatures: a short fingerprint of a text's words that tells near twins without reading both."""

from __future__ import annotations

import hashlib
from itertools import pairwise

from factdesk.claims.tokens import words

_BINS = 96
_ROWS = 4
_BAND_COUNT = _BINS // _ROWS
_WIDTH = 4
"""Bytes kept of each bin's smallest hash."""
_SHORTEST = 4
_EMPTY = b"\xff" * 8


def signature(text: str) -> bytes:
    """Give the signature of a text: 96 bins of 4 bytes, b"" for a text without words.

    One-permutation MinHash (Li, Owen, Zhang 2012) over the set of words of four letters and more, numbers, and pairs
    of the others; empty bins borrow from a bin chosen by their number (optimal densification, Shrivastava 2017).
    Hashes are BLAKE2b of UTF-8, so that signatures are the same in every process, platform and version of Python.
    Case, punctuation, order and repetition do not count.
    """
    lowest = [_EMPTY] * _BINS
    for item in _items(text):
        digest = hashlib.blake2b(item.encode("utf-8", "surrogatepass"), digest_size=10).digest()
        place = int.from_bytes(digest[:2], "big") % _BINS
        lowest[place] = min(lowest[place], digest[2:])
    if all(value == _EMPTY for value in lowest):
        return b""
    return b"".join(_filled(lowest, place)[:_WIDTH] for place in range(_BINS))


def likeness(left: bytes, right: bytes) -> float:
    """Estimate how much of their words two texts share (0 to 1, Jaccard; standard error about 0.05)."""
    if not left or len(left) != len(right):
        return 0.0
    size = range(0, len(left), _WIDTH)
    same = sum(1 for at in size if left[at : at + _WIDTH] == right[at : at + _WIDTH])
    return same / len(size)


def bands(of: bytes) -> tuple[str, ...]:
    """Give the keys to look candidates up by: near twins share at least one, unrelated texts hardly ever do.

    24 keys of 4 bins each (locality-sensitive hashing); () for an empty signature.
    """
    step = _ROWS * _WIDTH
    return tuple(
        f"{number:02d}{hashlib.blake2b(of[at : at + step], digest_size=5).hexdigest()}"
        for number, at in enumerate(range(0, len(of), step))
    )


def _items(text: str) -> set[str]:
    found = words(text)
    items = {word for word in found if len(word) >= _SHORTEST or word[:1].isdigit()}
    # Pairs stand in for short words, which alone are in every text, and for scripts written without spaces.
    items.update(f"{left} {right}" for left, right in pairwise(found) if max(len(left), len(right)) < _SHORTEST)
    return items or set(found)


def _filled(lowest: list[bytes], place: int) -> bytes:
    """Give a bin's value, that of another for an empty one: the same other for the same bins in every text."""
    attempt = 0
    at = place
    while lowest[at] == _EMPTY:
        attempt += 1
        digest = hashlib.blake2b(f"{place} {attempt}".encode(), digest_size=4).digest()
        at = int.from_bytes(digest, "big") % _BINS
    return lowest[at]
