"""Copies of the database: whole, verified, beside writers, and the newest are kept."""

from __future__ import annotations

import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from factdesk.errors import PlaceError
from factdesk.model.values.scopes import ArticleScope
from factdesk.storage import backups
from factdesk.storage.database import Database
from factdesk.storage.store import Storage
from storage.factories import AT, an_article


def opened(copy: Path, tmp_path: Path) -> Storage:
    folder = tmp_path / f"from {copy.stem}"
    folder.mkdir()
    shutil.copy(copy, folder / "library.db")
    return Storage.open(folder, at=AT)


def test_copy_opens_as_a_library_with_everything(storage: Storage, tmp_path: Path) -> None:
    an_article(storage)
    copy = storage.backup(AT)
    assert copy.name == "library-20260302T090000.db"
    assert [entry.name for entry in copy.parent.iterdir()] == [copy.name]
    again = opened(copy, tmp_path)
    with again.read() as stores:
        assert len(stores.articles.rows(ArticleScope())) == 1
        assert stores.history.verify() == ()
    again.close()


def test_only_the_newest_are_kept_and_labelled_ones_stay(storage: Storage, folder: Path) -> None:
    database = Database(folder / "library.db")
    backups.back_up(database, folder / "backups", AT, label="before0002")
    database.close()
    for minute in range(5):
        storage.backup(AT + timedelta(minutes=minute), keep=3)
    names = [file.name for file in storage.backups()]
    assert names == [
        "library-20260302T090400.db",
        "library-20260302T090300.db",
        "library-20260302T090200.db",
        "library-20260302T090000-before0002.db",
    ]


def test_two_copies_of_one_second_have_two_names(storage: Storage) -> None:
    assert storage.backup(AT) != storage.backup(AT)
    assert len(storage.backups()) == 2


def test_copy_made_while_others_write_is_whole(storage: Storage, tmp_path: Path) -> None:
    writer = threading.Thread(target=lambda: [an_article(storage, f"Text {number}.") for number in range(30)])
    writer.start()
    copies = [storage.backup(AT + timedelta(minutes=minute)) for minute in range(5)]
    writer.join()
    for copy in copies:
        again = opened(copy, tmp_path)
        with again.read() as stores:
            assert stores.history.verify() == ()
            assert len(stores.articles.rows(ArticleScope())) == stores.history.last()[0] - 1
        again.close()


def test_damaged_library_makes_no_copy(storage: Storage, folder: Path) -> None:
    for number in range(20):
        an_article(storage, f"Text {number}. " * 100)
    storage.close()
    path = folder / "library.db"
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 8192] = b"\xff" * 8192
    path.write_bytes(data)
    database = Database(path)
    assert database.check() != ""
    with pytest.raises(PlaceError, match="damaged"):
        backups.back_up(database, folder / "backups", AT)
    database.close()
    assert list((folder / "backups").iterdir()) == []


def test_library_without_copies_lists_none(tmp_path: Path) -> None:
    assert backups.backups(tmp_path / "none") == ()
