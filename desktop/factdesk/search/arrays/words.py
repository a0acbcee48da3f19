"""A sorted list of terms in two arrays: their letters run together, and where each ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

import numpy as np

from factdesk.search.arrays.file import Array, narrow


class Words:
    """Terms as UTF-8 in the order of their bytes, which is that of their code points."""

    def __init__(self, letters: Array, ends: Array) -> None:
        self._letters = letters
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, at: int) -> bytes:
        """Give the term at a place."""
        if not 0 <= at < len(self._ends):
            raise IndexError(at)
        start = int(self._ends[at - 1]) if at else 0
        return self._letters[start : int(self._ends[at])].tobytes()

    def find(self, term: bytes) -> int:
        """Give the place of a term, -1 when it is not here."""
        at = bisect_left(self, term)
        return at if at < len(self) and self[at] == term else -1

    def starting(self, prefix: bytes) -> tuple[int, int]:
        """Give the first place of terms that begin so, and the one after the last."""
        first = bisect_left(self, prefix)
        return first, bisect_left(self, prefix + b"\xff", first)

    @cached_property
    def texts(self) -> list[str]:
        """All terms as text, decoded in one go."""
        whole = self._letters.tobytes()
        starts = [0, *self._ends[:-1].tolist()] if len(self) else []
        return [whole[start:end].decode() for start, end in zip(starts, self._ends.tolist(), strict=True)]


def words_arrays(terms: Iterable[str]) -> tuple[Array, Array]:
    """Give the letters and the ends of terms that are in order."""
    coded = [term.encode() for term in terms]
    lengths = np.fromiter(map(len, coded), np.int64, len(coded))
    return np.frombuffer(b"".join(coded), np.uint8), narrow(np.cumsum(lengths))
