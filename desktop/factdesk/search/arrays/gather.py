"""Sorts postings as they came, document by document, into the arrays of a field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from factdesk.search.arrays.file import Array, narrow
from factdesk.search.arrays.words import words_arrays


@dataclass(frozen=True, slots=True)
class Stream:
    """Occurrences in the order of their documents: number of the term, of the document, and either the weight or the
    place of each (both None: the term is simply there)."""

    terms: Array
    documents: Array
    weights: Array | None = None
    places: Array | None = None


def gathered(name: str, terms: Sequence[str], stream: Stream) -> dict[str, Array]:
    """Give the arrays of the field `name`; `terms` are the texts that the stream's numbers may stand for.

    Occurrences of a term in a document become one posting: weights are added up, places put in a row.
    """
    used = np.flatnonzero(np.bincount(stream.terms, minlength=len(terms))).tolist()
    sorted_terms = sorted(used, key=terms.__getitem__)
    rank = np.zeros(len(terms), np.int64)
    rank[sorted_terms] = np.arange(len(sorted_terms))
    # Stable, so that the documents of a term, and the places in each, stay in order.
    order = np.argsort(rank[stream.terms], kind="stable")
    ranks, documents = rank[stream.terms[order]], stream.documents[order]
    is_first = np.empty(len(ranks), bool)
    is_first[:1] = True
    is_first[1:] = (ranks[1:] != ranks[:-1]) | (documents[1:] != documents[:-1])
    firsts = np.flatnonzero(is_first)
    letters, ends = words_arrays(terms[at] for at in sorted_terms)
    arrays = {
        "letters": letters,
        "ends": ends,
        "starts": narrow(np.searchsorted(ranks[firsts], np.arange(len(sorted_terms) + 1))),
        "documents": narrow(documents[firsts]),
    }
    if stream.weights is not None and len(firsts):
        weights = np.add.reduceat(stream.weights[order].astype(np.int64), firsts)
        if weights.max() > 1:
            arrays["weights"] = narrow(weights)
    if stream.places is not None:
        places = stream.places[order]
        counts = np.diff(np.append(firsts, len(ranks)))
        arrays |= {
            "counts": narrow(counts),
            "places": narrow(places),
            "places_at": _places_at(firsts, arrays["starts"], len(ranks)),
        }
    return named(name, arrays)


def named(field: str, arrays: Mapping[str, Array]) -> dict[str, Array]:
    """Put the name of the field before those of its arrays."""
    return {f"{field}/{name}": array for name, array in arrays.items()}


def _places_at(firsts: Array, starts: Array, total: int) -> Array:
    """Give where the places of each term begin, and their number at the end."""
    return narrow(np.append(firsts, total)[starts])
