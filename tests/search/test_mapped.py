"""Views of a segment file read like the files that were packed into it."""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.search.mapped import MappedFile, MappedStorage
from factdesk.search.whoosh_parts import CompoundStorage, FileStorage
from search.documents import NEWS, an_engine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    an_engine(tmp_path, *NEWS).close()
    return tmp_path / "index"


def test_every_file_reads_as_whoosh_reads_it(folder: Path) -> None:
    name = next(folder.glob("*.seg")).name
    storage = FileStorage(str(folder))
    ours, theirs = MappedStorage(storage.open_file(name)), CompoundStorage(storage.open_file(name))
    assert ours.list() == theirs.list()
    for inner in ours.list():
        mine, other = ours.open_file(inner), theirs.open_file(inner)
        whole = other.read()
        assert mine.read(-1) == whole
        assert bytes(mine.get(0, len(whole))) == whole
        for at in range(0, max(0, len(whole) - 4), 997):
            assert mine.get_uint(at) == other.get_uint(at)
    with pytest.raises(NameError):
        ours.open_file("no such file")
    theirs.close()
    ours.close()


DATA = bytes(range(256)) * 3


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(-300, 900), st.integers(-1, 900)), max_size=12))
def test_a_view_seeks_and_reads_like_a_file(steps: list[tuple[int, int, int]]) -> None:
    mine, other = MappedFile(memoryview(DATA), "x").file, io.BytesIO(DATA)
    for whence, offset, size in steps:
        base = (0, other.tell(), len(DATA))[whence]
        if base + offset < 0:
            continue
        assert mine.seek(offset, whence) == other.seek(offset, whence)
        assert mine.read(size) == other.read(size)
        assert mine.tell() == other.tell()


def test_a_pickle_is_read_from_a_view() -> None:
    value = {"a": list(range(1000)), "b": ("x" * 3000,)}
    data = b"head" + pickle.dumps(value) + b"tail"
    file = MappedFile(memoryview(data), "x")
    file.seek(4)
    assert file.read_pickle() == value
    assert file.read(-1) == b"tail"


def test_an_extent_is_a_file_of_its_own() -> None:
    part = MappedFile(memoryview(DATA), "x").extent(10, 5)
    assert part.read() == DATA[10:15]
