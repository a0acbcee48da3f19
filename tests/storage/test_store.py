"""A library on disk: made, opened, closed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from factdesk.errors import LibraryError, ReadOnlyError
from factdesk.model.values.scopes import ArticleScope
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, an_article, create, state


def test_new_library_is_a_folder_with_its_parts(tmp_path: Path) -> None:
    storage = create(tmp_path / "far" / "L")
    try:
        assert sorted(entry.name for entry in storage.folder.iterdir() if "library.db-" not in entry.name) == [
            ".lock", "backups", "exports", "index", "library.db", "originals",
        ]  # fmt: skip
        assert (storage.is_read_only, storage.read_only_reason, storage.warnings) == (False, "", ())
        assert storage.index_folder == storage.folder / "index"
        with storage.read() as stores:
            (row,) = stores.history.rows()
        assert (row.verb, row.who, row.summary) == ("create_library", WHO, "City desk")
        assert storage.undo(WHO, AT).event is None
    finally:
        storage.close()


def test_folder_with_something_in_it_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    before = state(tmp_path)
    with pytest.raises(LibraryError, match="is not empty"):
        create(tmp_path)
    assert state(tmp_path) == before


def test_library_is_not_made_over_another(folder: Path) -> None:
    before = state(folder)
    with pytest.raises(LibraryError, match="is not empty"):
        create(folder)
    assert state(folder) == before


def test_library_is_not_made_inside_another(folder: Path) -> None:
    before = sorted(path.name for path in folder.iterdir())
    for inside in (folder / "Second.factdesk", folder / "originals" / "deep" / "Third.factdesk"):
        with pytest.raises(LibraryError, match="inside another library"):
            Storage.create(inside, name="Second", who="Ann", at=AT)
    assert sorted(path.name for path in folder.iterdir()) == before


def test_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "L").write_text("mine")
    with pytest.raises(LibraryError, match="is not empty"):
        create(tmp_path / "L")


def test_creation_that_was_cut_short_can_be_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "L"
    (folder / "originals").mkdir(parents=True)
    (folder / "library.db.part").write_bytes(b"half")
    (folder / "library.db.part-wal").write_bytes(b"half")
    storage = create(folder)
    assert not list(folder.glob("*.part*"))
    storage.close()


def test_folder_without_a_library_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="There is no library") as caught:
        Storage.open(tmp_path, at=AT)
    assert caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_closed_library_leaves_one_file_and_can_be_moved(storage: Storage, folder: Path, tmp_path: Path) -> None:
    an_article(storage)
    storage.close()
    storage.close()
    assert [entry.name for entry in folder.glob("library.db*")] == ["library.db"]
    moved = folder.rename(tmp_path / "Moved")
    again = Storage.open(moved, at=AT)
    with again.read() as stores:
        text = stores.versions.text(1)
    assert again.originals.read(text.version.original_sha256).decode() == text.content.text
    again.close()


def test_library_opened_for_reading_says_so(folder: Path) -> None:
    storage = Storage.open(folder, at=AT, read_only=True)
    assert storage.is_read_only
    with pytest.raises(ReadOnlyError) as caught, storage.begin(Verb.FILE_ARTICLE, WHO, AT):
        pass
    assert caught.value.hint == storage.read_only_reason
    assert storage.check_database() == ""
    storage.close()


def test_drafts_of_originals_are_dropped_by_the_writer_alone(folder: Path) -> None:
    draft = folder / "originals" / ".drafts" / ".x.part"
    draft.parent.mkdir()
    draft.write_bytes(b"half")
    Storage.open(folder, at=AT, read_only=True).close()
    assert draft.exists()
    Storage.open(folder, at=AT).close()
    assert not draft.exists()


def test_read_under_way_when_the_library_closes_lets_go_at_its_end(folder: Path) -> None:
    storage = Storage.open(folder, at=AT)
    with storage.read() as stores:
        assert stores.articles.rows(ArticleScope()) is not None
        connection = stores.articles._session.connection().connection.dbapi_connection
        storage.close()
        assert connection.execute("SELECT 1").fetchone() == (1,)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")
