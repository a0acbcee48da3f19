"""Words that are spelled almost alike, by the number of letters that were added, lost, changed or swapped.

The distance is that of optimal string alignment: Damerau's four slips (1964), no place touched twice.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

FARTHEST = 2
SHORTEST = 3
"""Words with fewer letters are like too many others."""
# Forms of words stand in the same lists with their language before them (":en:run"); no word is like those.
_FORM = ":"


def distance_between(one: str, other: str, most: int = FARTHEST) -> int:
    """Give how many slips lie between two folded words; `most` + 1 when there are more."""
    return OSA.distance(one, other, score_cutoff=most)


def like(words: Sequence[str], word: str, distance: int, limit: int | None = None) -> list[int]:
    """Give the places in `words` of those within `distance` slips of `word` (folded), the nearest first, then in
    their order; at most `limit`. The word itself counts too."""
    found = extract(word, words, scorer=OSA.distance, score_cutoff=distance, limit=None)
    kept = sorted((far, at) for one, far, at in found if not one.startswith(_FORM))
    return [at for _far, at in kept[:limit]]
