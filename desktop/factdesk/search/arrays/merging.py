"""Makes one segment's arrays of several: deleted documents left out, the others numbered anew in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from factdesk.search.analysis import FACTS
from factdesk.search.arrays.facts import coded
from factdesk.search.arrays.field import FieldPostings
from factdesk.search.arrays.file import Array, narrow
from factdesk.search.arrays.gather import named
from factdesk.search.arrays.lexicon import Numbers
from factdesk.search.arrays.segment import Segment
from factdesk.search.arrays.words import words_arrays

POSTINGS_AT_ONCE = 2_000_000
"""Terms are merged range by range, each with about so many postings, so that memory stays low."""


@dataclass(frozen=True, slots=True)
class Part:
    """A segment to be merged; `alive` says by document whether it goes in."""

    segment: Segment
    alive: Array


def merged(parts: Sequence[Part]) -> dict[str, Array]:
    """Give the arrays of all living documents, part after part."""
    renumbered = _renumbered(parts)
    lengths = np.concatenate([part.segment.lengths[part.alive] for part in parts])
    made = {"lengths": narrow(lengths), **_facts(parts)}
    for name in sorted({name for part in parts for name in part.segment.field_names()}):
        fields = [part.segment.field(name) for part in parts]
        made |= named(name, _field(fields, renumbered))
    return made


def _renumbered(parts: Sequence[Part]) -> list[Array]:
    """Give for each part the new number of each document, -1 for one that is gone."""
    numbers: list[Array] = []
    base = 0
    for part in parts:
        new = np.cumsum(part.alive) - 1 + base
        numbers.append(np.where(part.alive, new, -1))
        base += int(part.alive.sum())
    return numbers


def _facts(parts: Sequence[Part]) -> dict[str, Array]:
    made = {"facts/id": narrow(np.concatenate([part.segment.facts.ids[part.alive] for part in parts]))}
    for name in FACTS:
        if name == "id":
            continue
        values = Numbers()
        codes = []
        for part in parts:
            facts = part.segment.facts
            ours = facts.codes(name)[part.alive]
            mine = facts.values(name)
            of = np.zeros(len(mine), np.int64)
            for code in np.unique(ours).tolist():
                of[code] = values[mine[code]]
            codes.append(of[ours])
        made |= coded(name, list(values), np.concatenate(codes))
    return made


def _field(fields: Sequence[FieldPostings], renumbered: Sequence[Array]) -> dict[str, Array]:
    terms = sorted({word for one in fields for word in one.words.texts})
    rank = {term: at for at, term in enumerate(terms)}
    ranks = [np.fromiter((rank[word] for word in one.words.texts), np.int64, len(one.words)) for one in fields]
    pieces = [_range(fields, renumbered, ranks, first, last) for first, last in _ranges(fields, ranks, len(terms))]
    counts_of_terms = np.concatenate([piece.of_term for piece in pieces]) if pieces else np.empty(0, np.int64)
    is_used = counts_of_terms > 0
    letters, ends = words_arrays(terms[at] for at in np.flatnonzero(is_used).tolist())
    starts = np.append(0, np.cumsum(counts_of_terms[is_used]))
    arrays = {"letters": letters, "ends": ends, "starts": narrow(starts)}
    arrays["documents"] = narrow(_joined([piece.documents for piece in pieces]))
    heavy = _joined([piece.heavy for piece in pieces])
    if not any(one.has_places for one in fields):
        if heavy.size and heavy.max() > 1:
            arrays["weights"] = narrow(heavy)
        return arrays
    before = np.append(0, np.cumsum(heavy, dtype=np.int64))
    arrays |= {"counts": narrow(heavy), "places_at": narrow(before[starts])}
    arrays["places"] = narrow(_joined([piece.places for piece in pieces]))
    return arrays


@dataclass(frozen=True, slots=True)
class _Piece:
    """The postings of a range of terms: how many each term has, documents, weights or counts, places."""

    of_term: Array
    documents: Array
    heavy: Array
    places: Array


def _ranges(fields: Sequence[FieldPostings], ranks: Sequence[Array], terms: int) -> Iterator[tuple[int, int]]:
    """Cut the terms into ranges of bearable size."""
    postings = np.zeros(terms, np.int64)
    for one, rank in zip(fields, ranks, strict=True):
        postings[rank] += one.frequencies()
    total = np.cumsum(postings)
    first = 0
    while first < terms:
        reached = (total[first - 1] if first else 0) + POSTINGS_AT_ONCE
        last = max(first + 1, int(np.searchsorted(total, reached, side="right")))
        yield first, last
        first = last


def _range(
    fields: Sequence[FieldPostings], renumbered: Sequence[Array], ranks: Sequence[Array], first: int, last: int
) -> _Piece:
    found: list[tuple[Array, Array, Array]] = []
    places: list[Array] = []
    for one, numbers, rank in zip(fields, renumbered, ranks, strict=True):
        low, high = np.searchsorted(rank, (first, last)).tolist()
        if low == high:
            continue
        documents = numbers[one.documents(low, high)]
        kept = documents >= 0
        weights = one.weights(low, high)
        heavy = np.ones(len(documents), np.int64) if weights is None else weights.astype(np.int64)
        of = np.repeat(rank[low:high] - first, one.frequencies()[low:high])
        found.append((of[kept], documents[kept], heavy[kept]))
        places.append(one.places_of(low, high)[np.repeat(kept, heavy)] if one.has_places else np.empty(0, np.uint8))
    if not found:
        return _Piece(np.zeros(last - first, np.int64), *(np.empty(0, np.int64),) * 3)
    of, documents, heavy = (np.concatenate([row[at] for row in found]) for at in range(3))
    order = np.argsort(of, kind="stable")
    whole = np.concatenate(places)
    if whole.size:
        starts, each = (np.cumsum(heavy) - heavy)[order], heavy[order]
        inner = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)
        whole = whole[np.repeat(starts, each) + inner]
    return _Piece(np.bincount(of, minlength=last - first), documents[order], heavy[order], whole)


def _joined(pieces: list[Array]) -> Array:
    return np.concatenate(pieces) if pieces else np.empty(0, np.int64)
