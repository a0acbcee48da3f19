"""Originals: once, whole, read-only, and what is wrong with them is told."""

from __future__ import annotations

import hashlib
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factdesk.errors import NotFoundError, PlaceError
from factdesk.storage.originals import Originals, write_whole


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "originals")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.binary(max_size=5000))
def test_bytes_come_back_as_they_went(originals: Originals, data: bytes) -> None:
    sha256 = originals.put(data)
    assert sha256 == hashlib.sha256(data).hexdigest()
    assert originals.read(sha256) == data
    assert originals.verify(sha256)


def test_place_is_the_hash(originals: Originals) -> None:
    sha256 = originals.put(b"ward")
    assert originals.path(sha256) == originals.folder / sha256[:2] / sha256[2:4] / sha256


def test_file_is_read_only(originals: Originals) -> None:
    mode = originals.path(originals.put(b"ward")).stat().st_mode
    assert stat.S_IMODE(mode) == 0o444


def test_same_bytes_are_kept_once_and_left_alone(originals: Originals) -> None:
    first = originals.put(b"ward")
    written = originals.path(first).stat().st_mtime_ns
    assert originals.put(b"ward") == first
    assert originals.path(first).stat().st_mtime_ns == written
    assert len([file for file in originals.folder.rglob("*") if file.is_file()]) == 1


def test_file_cut_short_by_the_disk_is_written_anew(originals: Originals) -> None:
    sha256 = originals.put(b"ward")
    originals.path(sha256).chmod(0o600)
    originals.path(sha256).write_bytes(b"wa")
    assert not originals.verify(sha256)
    originals.put(b"ward")
    assert originals.verify(sha256)


def test_changed_bytes_are_seen(originals: Originals) -> None:
    sha256 = originals.put(b"ward")
    originals.path(sha256).chmod(0o600)
    originals.path(sha256).write_bytes(b"Ward")
    assert not originals.verify(sha256)


def test_missing_original_is_told(originals: Originals) -> None:
    with pytest.raises(NotFoundError, match="missing"):
        originals.read("0" * 64)
    with pytest.raises(NotFoundError, match="missing"):
        originals.verify("0" * 64)


def test_drafts_of_a_crash_are_dropped(originals: Originals) -> None:
    originals.put(b"ward")
    draft = originals.folder / ".drafts" / ".abc.part"
    draft.write_bytes(b"half")
    assert originals.drop_drafts() == 1
    assert not draft.exists()
    assert Originals(originals.folder / "none").drop_drafts() == 0


def test_same_bytes_from_many_threads_make_one_file(originals: Originals) -> None:
    threads = [threading.Thread(target=originals.put, args=(b"ward" * 1000,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    files = [file for file in originals.folder.rglob("*") if file.is_file()]
    assert len(files) == 1
    assert originals.verify(files[0].name)


def test_place_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "originals").write_text("in the way")
    with pytest.raises(PlaceError) as caught:
        Originals(tmp_path / "originals").put(b"ward")
    assert str(tmp_path / "originals") in caught.value.sentence


def test_failed_write_keeps_the_old_file_and_leaves_no_draft(tmp_path: Path) -> None:
    target = tmp_path / "memo.docx"
    target.mkdir()
    with pytest.raises(OSError, match=r"memo\.docx"):
        write_whole(target, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["memo.docx"]
