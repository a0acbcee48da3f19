"""An index as it stands after one commit: its segments, what is deleted in each, and figures over all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from factdesk.search.arrays.codec import open_segment
from factdesk.search.arrays.file import Array
from factdesk.search.arrays.segment import Segment
from factdesk.search.forms import forms
from factdesk.search.kinship import akin
from factdesk.search.languages import LANGUAGES
from factdesk.search.merging import Weight
from factdesk.search.names import NameIndex
from factdesk.search.plan import STEM, WORD
from factdesk.search.seal import INDEX
from factdesk.search.whoosh_parts import TOC


@dataclass(frozen=True, slots=True)
class Leaf:
    """One segment at the time of the snapshot. `alive` says by document whether it is there still (None: all are);
    `base` is its first document's number in the whole index."""

    segment: Segment
    alive: Array | None
    base: int

    @property
    def live(self) -> int:
        """The number of documents that are not deleted."""
        return self.segment.size if self.alive is None else int(self.alive.sum())

    def is_alive(self, number: int) -> bool:
        """Whether a document is not deleted."""
        return self.alive is None or bool(self.alive[number])


@dataclass
class Snapshot:
    """All leaves of one generation."""

    generation: int
    leaves: tuple[Leaf, ...]
    _frequencies: dict[tuple[str, tuple[str, ...]], int] = field(default_factory=dict)

    @classmethod
    def open(cls, storage: Any, schema: Any, generation: int, older: Snapshot | None) -> Snapshot:
        """Open a verified generation and read what a search needs, dictionaries too. Segments that the older snapshot
        has open are taken over from it untouched, so it may be searched meanwhile. OSError or ValueError when a
        file is gone or damaged."""
        toc = TOC.read(storage, INDEX, gen=generation, schema=schema)
        had = {leaf.segment.name: leaf.segment for leaf in older.leaves} if older is not None else {}
        leaves: list[Leaf] = []
        base = 0
        with ExitStack() as opened:
            for one in toc.segments:
                segment = had.get(one.segment_id())
                if segment is None:
                    segment = open_segment(storage, one)
                    opened.callback(segment.close)
                    segment.warm()
                leaves.append(Leaf(segment, _alive(segment.size, one.deleted_docs()), base))
                base += segment.size
            opened.pop_all()
        made = cls(generation, tuple(leaves))
        for code in made.languages:
            forms(code).of("a")
        return made

    def close(self, *, keeping: Snapshot | None = None) -> None:
        """Close the segments that `keeping` does not have."""
        kept = {leaf.segment.name for leaf in keeping.leaves} if keeping is not None else set()
        for leaf in self.leaves:
            if leaf.segment.name not in kept:
                leaf.segment.close()

    @cached_property
    def size(self) -> int:
        """The number of documents, deleted ones included."""
        return sum(leaf.segment.size for leaf in self.leaves)

    @cached_property
    def average_length(self) -> float:
        """The average length of a document, to 5 %, so that small commits leave computed norms as they are."""
        average = max(1.0, sum(leaf.segment.total_length for leaf in self.leaves) / max(1, self.size))
        return float(1.05 ** round(math.log(average, 1.05)))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The codes under which blocks of the documents are analysed; "" for those whose words stand for themselves."""
        fields = [leaf.segment.field(STEM).words for leaf in self.leaves]
        return tuple(
            code
            for code in sorted(("", *LANGUAGES))
            if any(last > first for first, last in (words.starting(f":{code}:".encode()) for words in fields))
        )

    def rarity(self, name: str, terms: tuple[str, ...]) -> float:
        """Give the inverse document frequency (BM25) of the commonest of some terms."""
        key = (name, terms)
        most = self._frequencies.get(key)
        if most is None:
            most = max(sum(leaf.segment.frequency(name, term) for leaf in self.leaves) for term in terms)
            self._frequencies[key] = most
        return math.log(1 + (self.size - most + 0.5) / (most + 0.5))

    def kin(self, word: str) -> tuple[str, ...]:
        """Give the folded words of the index that are other forms of a folded word."""
        found: set[str] = set()
        for leaf in self.leaves:
            words = leaf.segment.field(WORD).words.texts
            found.update(words[at] for at in akin(words, word, self.languages))
        return tuple(sorted(found))

    def spellings(self, name: str) -> tuple[str, ...]:
        """Give other spellings of a name among the words of the index."""
        found: dict[str, None] = {}
        for leaf in self.leaves:
            found.update(dict.fromkeys(NameIndex(leaf.segment.field(WORD).words.texts).also(name)))
        return tuple(found)

    def weights(self) -> list[Weight]:
        """Give the segments as merging sees them."""
        return [
            Weight(segment.name, segment.size, live, segment.total_length * live // max(1, segment.size))
            for segment, live in ((leaf.segment, leaf.live) for leaf in self.leaves)
        ]

    def keys(self) -> frozenset[str]:
        """Give the keys of all documents that are not deleted."""
        return frozenset(
            key for leaf in self.leaves for number, key in enumerate(leaf.segment.facts.keys) if leaf.is_alive(number)
        )


def _alive(size: int, deleted: Iterable[int]) -> Array | None:
    gone = list(deleted)
    if not gone:
        return None
    alive = np.ones(size, bool)
    alive[gone] = False
    return alive
