"""The disk's faults come out as sentences, really provoked: full, read-only, locked, damaged."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from factdesk.errors import BugError, InputError, PlaceError
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.scopes import ArticleScope
from factdesk.model.verbs import Verb
from factdesk.storage.database import Database
from factdesk.storage.store import Storage
from storage.disks import Disk, small_disk
from storage.factories import AT, WHO, a_claim, an_article, create


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path / "disk") as made:
        yield made


def test_full_disk_is_told_and_nothing_is_half_there(disk: Disk) -> None:
    storage = create(disk.folder / "L")
    filed = an_article(storage)
    a_claim(storage, filed.version)
    disk.fill()
    with pytest.raises(PlaceError) as caught:
        for _ in range(200):
            with storage.begin(Verb.EDIT_ARTICLE, WHO, AT) as unit:
                last = unit.history.last()
                unit.articles.patch(filed.article, ArticlePatch(title=f"{last[0]} " * 2000))
    assert caught.value.code in disk.full_codes
    with storage.read() as stores:
        assert stores.history.last() == last
        assert stores.history.verify() == ()
    disk.free()
    a_claim(storage, filed.version, "12 %")
    with storage.read() as stores:
        assert stores.history.last()[0] == last[0] + 1
    storage.close()


def test_full_disk_keeps_no_half_original(disk: Disk) -> None:
    storage = create(disk.folder / "L")
    disk.fill()
    with pytest.raises(PlaceError) as caught:
        storage.originals.put(b"x" * 3_000_000)
    assert caught.value.code in disk.full_codes
    assert [file for file in storage.originals.folder.rglob("*") if file.is_file()] == []
    storage.close()


def test_full_disk_makes_no_half_copy(disk: Disk) -> None:
    storage = create(disk.folder / "L")
    an_article(storage, "word " * 20_000)
    disk.fill()
    with pytest.raises(PlaceError) as caught:
        storage.backup(AT)
    assert caught.value.code in disk.full_codes
    disk.free()
    assert storage.backups() == ()
    assert list((storage.folder / "backups").iterdir()) == []
    storage.close()


def test_full_disk_makes_no_half_library(disk: Disk) -> None:
    disk.fill()
    with pytest.raises(PlaceError) as caught:
        create(disk.folder / "L")
    assert caught.value.code in disk.full_codes
    assert not list((disk.folder / "L").glob("library.db*"))
    disk.free()
    create(disk.folder / "L").close()


def test_library_on_a_read_only_disk_is_read(disk: Disk) -> None:
    storage = create(disk.folder / "L")
    filed = an_article(storage)
    storage.close()
    disk.make_read_only()
    storage = Storage.open(disk.folder / "L", at=AT)
    assert storage.is_read_only
    assert "may not be written to" in storage.read_only_reason
    with storage.read() as stores:
        assert [row.id for row in stores.articles.rows(ArticleScope())] == [filed.article]
    with pytest.raises(PlaceError) as caught:
        storage.originals.put(b"new")
    assert caught.value.code == "place_read_only"
    storage.close()


def test_disk_that_turns_read_only_under_way_is_told(disk: Disk) -> None:
    create(disk.folder / "L").close()
    disk.make_read_only()
    with pytest.raises(PlaceError):
        create(disk.folder / "M")
    database = Database(disk.folder / "L" / "library.db")
    with pytest.raises(PlaceError) as caught, database.writing() as session:
        session.execute(text("DELETE FROM outbox"))
    assert caught.value.code in {"place_read_only", "place_unreachable"}
    database.close()


def test_file_size_limit_is_told_as_a_fault_of_the_place(folder: Path) -> None:
    program = (
        "import resource, signal, sys, pathlib\n"
        "from factdesk.errors import PlaceError\n"
        "from factdesk.storage.store import Storage\n"
        "from storage.factories import AT, an_article\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "storage = Storage.open(pathlib.Path(sys.argv[1]), at=AT)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
        "try:\n"
        "    an_article(storage, 'word ' * 200_000)\n"
        "except PlaceError as error:\n"
        "    print(error.code)\n"
    )
    paths = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "desktop")]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}\n{program}", folder],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip() in {"place_full", "place_unreachable"}, done.stderr
    storage = Storage.open(folder, at=AT)
    with storage.read() as stores:
        assert stores.articles.rows(ArticleScope()) == ()
        assert stores.history.verify() == ()
    storage.close()


def test_database_held_by_another_program_is_told(
    storage: Storage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factdesk.storage.database.BUSY_SECONDS", 0.05)
    patient = Database(folder / "library.db")
    with closing(sqlite3.connect(folder / "library.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(PlaceError) as caught, patient.writing():
            pass
        assert caught.value.code == "place_locked"
        other.rollback()
    with patient.writing() as session:
        assert session.execute(text("SELECT 1")).scalar_one() == 1
    patient.close()


def test_damaged_page_is_told_when_it_is_read(storage: Storage, folder: Path) -> None:
    filed = an_article(storage, "word " * 50_000)
    storage.close()
    path = folder / "library.db"
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (size - 8192))
    with pytest.raises(PlaceError) as caught:
        damaged = Storage.open(folder, at=AT)
        try:
            with damaged.read() as stores:
                stores.versions.text(filed.version)
        finally:
            damaged.close()
    assert caught.value.code == "place_damaged"
    assert "backups" in caught.value.hint


def test_character_that_cannot_be_kept_is_named(storage: Storage) -> None:
    filed = an_article(storage)
    with pytest.raises(InputError, match="ud800"), storage.begin(Verb.EDIT_ARTICLE, WHO, AT) as unit:
        unit.articles.patch(filed.article, ArticlePatch(title="a\ud800b"))
    with storage.read() as stores:
        assert stores.articles.detail(filed.article).row.title == "Ward closes"


def test_our_own_mistake_stays_ours(folder: Path) -> None:
    database = Database(folder / "library.db")
    with pytest.raises(BugError, match="no such table"), database.reading() as session:
        session.execute(text("SELECT * FROM nowhere"))
    with pytest.raises(BugError, match="refused a row"), database.writing() as session:
        session.execute(text("INSERT INTO article_tag VALUES (77, 88)"))
    database.close()


def test_address_of_a_database_means_the_same_as_its_path(folder: Path) -> None:
    database = Database(f"sqlite:///{folder / 'library.db'}")
    assert database.path == folder / "library.db"
    assert database.check() == ""
    database.close()


def test_case_is_folded_in_every_script(folder: Path) -> None:
    database = Database(folder / "library.db")
    with database.reading() as session:
        assert session.execute(text("SELECT lower('ЇЖАК ÉCOLE')")).scalar_one() == "їжак école"
    database.close()
