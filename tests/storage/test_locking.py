"""One writer a library: within a process, between processes, and after kill -9."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factdesk.errors import ReadOnlyError
from factdesk.model.values.scopes import ArticleScope
from factdesk.model.verbs import Verb
from factdesk.storage.locking import LibraryLock
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, an_article

HOLD = (
    "import sys, pathlib, datetime\n"
    "from factdesk.storage.store import Storage\n"
    "storage = Storage.open(pathlib.Path(sys.argv[1]), at=datetime.datetime.now(datetime.UTC))\n"
    "print('read-only' if storage.is_read_only else 'writer', storage.read_only_reason, flush=True)\n"
    "sys.stdin.read()\n"
)


def other_process(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str], number: int) -> None:
    process.send_signal(number)
    process.communicate()


def test_second_lock_of_one_process_is_refused(tmp_path: Path) -> None:
    first, second = LibraryLock(tmp_path), LibraryLock(tmp_path)
    assert first.take()
    assert first.take()
    assert not second.take()
    assert second.holder().split()[0] == str(os.getpid())
    first.release()
    assert second.take()
    second.release()
    second.release()


def test_second_process_is_told_and_reads(storage: Storage, folder: Path) -> None:
    process = other_process(folder)
    try:
        words = first_line(process)
    finally:
        end(process, signal.SIGKILL)
    assert words.startswith("read-only Another Factdesk has this library open for writing")
    assert str(os.getpid()) in words
    assert not storage.is_read_only


def test_lock_of_a_killed_process_is_free_at_once(folder: Path) -> None:
    process = other_process(folder)
    assert first_line(process) == "writer"
    beside = Storage.open(folder, at=AT)
    assert beside.is_read_only
    beside.close()
    end(process, signal.SIGKILL)
    after = Storage.open(folder, at=AT)
    assert not after.is_read_only
    after.close()


def test_reader_beside_a_writer_sees_its_commits_and_cannot_write(storage: Storage, folder: Path) -> None:
    reader = Storage.open(folder, at=AT)
    an_article(storage)
    with reader.read() as stores:
        assert len(stores.articles.rows(ArticleScope())) == 1
    with pytest.raises(ReadOnlyError) as caught, reader.begin(Verb.FILE_ARTICLE, WHO, AT):
        pass
    assert "Another Factdesk" in caught.value.hint
    with pytest.raises(ReadOnlyError):
        reader.take_off_outbox(1)
    with pytest.raises(ReadOnlyError):
        reader.backup(AT)
    reader.close()


def test_reader_changes_no_byte_of_the_database(storage: Storage, folder: Path) -> None:
    an_article(storage)
    storage.close()
    before = (folder / "library.db").read_bytes()
    reader = Storage.open(folder, at=AT, read_only=True)
    assert reader.read_only_reason
    with reader.read() as stores:
        assert len(stores.articles.rows(ArticleScope())) == 1
    reader.close()
    assert (folder / "library.db").read_bytes() == before
