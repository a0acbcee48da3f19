"""Segments of arrays: made of documents as one by one, merged as made anew, read back as written, refused when cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.search.arrays import merging
from factdesk.search.arrays.building import SegmentBuilder
from factdesk.search.arrays.file import Array, ArrayFile, narrow, write_arrays
from factdesk.search.arrays.merging import Part, merged
from factdesk.search.arrays.rows import row_counts
from factdesk.search.arrays.segment import Segment
from factdesk.search.arrays.words import Words, words_arrays
from factdesk.search.engine import SearchDocument
from factdesk.search.plan import STEM, WORD
from search.apart import analyse
from search.documents import NEWS, a_document

Listing = dict[str, dict[int, tuple[float, tuple[int, ...]]]]
TOKENS = ("ward", "wards", "e-mail", "U.S.", "1.5", "12,000", "city", "hall", "ran", "Київ", "війни", "—", "\n")
bodies = st.lists(st.sampled_from(TOKENS), max_size=14).map(" ".join)
documents = st.builds(
    lambda number, title, body, language, outlet, tags: a_document(
        number, body, title=title, language=language, outlet=outlet, tags=tags
    ),
    st.integers(1, 99),
    bodies,
    bodies,
    st.sampled_from(["en", "uk", ""]),
    st.sampled_from(["", "City Hall News", "e-mail"]),
    st.sampled_from([(), ("ward",), ("ward", "city hall")]),
)
batches = st.lists(documents, max_size=7)
letters = st.sampled_from("abc")


@contextmanager
def opened(arrays: dict[str, Array]) -> Iterator[Segment]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "one.seg"
        write_arrays(path, arrays)
        segment = Segment(path, "one")
        yield segment
        segment.close()


def built(some: Sequence[SearchDocument]) -> dict[str, Array]:
    builder = SegmentBuilder()
    for document in some:
        builder.add(document)
    return builder.arrays()


def listing(segment: Segment, name: str) -> Listing:
    """Give all postings of a field, term by term."""
    field = segment.field(name)
    found: Listing = {}
    for at, term in enumerate(field.words.texts):
        heavy = field.weights(at, at + 1)
        ids = field.documents(at, at + 1).tolist()
        weights = [1.0] * len(ids) if heavy is None else heavy.astype(float).tolist()
        places: list[tuple[int, ...]] = [()] * len(ids)
        if field.has_places:
            _ids, counts, flat = field.places(at)
            places = [tuple(piece.tolist()) for piece in np.split(flat, np.cumsum(counts.astype(int))[:-1])]
        found[term] = dict(zip(ids, zip(weights, places, strict=True), strict=True))
    return found


def expected(some: Sequence[SearchDocument]) -> dict[str, Listing]:
    """Give the same from documents taken apart one by one."""
    fields: dict[str, Listing] = {STEM: {}, WORD: {}}
    for number, document in enumerate(some):
        apart = analyse(document)
        for term, weight in apart.stems.items():
            fields[STEM].setdefault(term, {})[number] = (weight, ())
        for name, words in ((WORD, apart.words), *apart.names.items()):
            for word, places in words.items():
                row = tuple(sorted(places))
                fields.setdefault(name, {}).setdefault(word, {})[number] = (float(len(row)), row)
        for name, value in apart.labels.items():
            fields.setdefault(name, {}).setdefault(value, {})[number] = (1.0, ())
    return {name: listing for name, listing in fields.items() if listing}


def contents(segment: Segment) -> dict[str, Listing]:
    return {name: found for name in segment.field_names() if (found := listing(segment, name))}


@given(batches)
@settings(max_examples=60)
def test_a_segment_holds_what_its_documents_say_one_by_one(some: list[SearchDocument]) -> None:
    with opened(built(some)) as segment:
        assert contents(segment) == expected(some)
        assert segment.lengths.tolist() == [round(analyse(document).length) for document in some]
        assert segment.facts.keys == [document.key for document in some]


@given(
    st.lists(st.tuples(batches, st.sets(st.integers(0, 6))), min_size=1, max_size=4), st.sampled_from([1, 5, 10_000])
)
@settings(max_examples=60)
def test_merging_equals_building_anew(some: list[tuple[list[SearchDocument], set[int]]], at_once: int) -> None:
    left = [one for batch, gone in some for number, one in enumerate(batch) if number not in gone]
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "POSTINGS_AT_ONCE", at_once)
        parts = []
        for number, (batch, gone) in enumerate(some):
            path = Path(folder) / f"{number}.seg"
            write_arrays(path, built(batch))
            alive = np.array([at not in gone for at in range(len(batch))], bool)
            parts.append(Part(Segment(path, str(number)), alive))
        arrays = merged(parts)
        for part in parts:
            part.segment.close()
    with opened(arrays) as segment:
        assert contents(segment) == expected(left)
        assert segment.facts.keys == [one.key for one in left]


@given(st.lists(st.text(min_size=1, max_size=6), unique=True, max_size=40), st.text(min_size=1, max_size=3))
def test_words_are_found_and_begin_as_they_do(some: list[str], prefix: str) -> None:
    terms = sorted(term for term in some if term.isprintable())
    words = Words(*words_arrays(terms))
    assert words.texts == terms
    assert [words.find(term.encode()) for term in terms] == list(range(len(terms)))
    assert words.find("\U0010ffff\U0010ffff".encode()) == -1
    first, last = words.starting(prefix.encode(errors="replace"))
    assert words.texts[first:last] == [term for term in terms if term.startswith(prefix)]


@given(st.lists(st.lists(letters, max_size=9), min_size=1, max_size=6), st.lists(letters, min_size=1, max_size=4))
def test_rows_are_counted_as_they_stand(texts: list[list[str]], row: list[str]) -> None:
    some = [a_document(number, " ".join(words), language="") for number, words in enumerate(texts, start=1)]
    counts = {
        number: sum(words[at : at + len(row)] == row for at in range(len(words))) for number, words in enumerate(texts)
    }
    with opened(built(some)) as segment:
        documents, found = row_counts(segment.field(WORD), tuple(word.encode() for word in row))
        assert dict(zip(documents.tolist(), found.tolist(), strict=True)) == {at: n for at, n in counts.items() if n}


@given(st.lists(st.integers(0, 2**63), max_size=20))
def test_numbers_take_the_least_room_that_holds_them(values: list[int]) -> None:
    array = narrow(np.array(values, np.uint64))
    assert array.tolist() == values
    assert array.dtype.itemsize == 1 or max(values) >= 2 ** (4 * array.dtype.itemsize)


def test_file_that_was_cut_or_is_another_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "one.seg"
    write_arrays(path, built(NEWS))
    whole = path.read_bytes()
    for size in (1, 7, 11, 40, len(whole) // 2, len(whole) - 9):
        path.write_bytes(whole[:size])
        with pytest.raises(ValueError, match="no file of arrays"):
            ArrayFile(path)
    path.write_bytes(b"PK\3\4" + whole[4:])
    with pytest.raises(ValueError, match="no file of arrays"):
        ArrayFile(path)
