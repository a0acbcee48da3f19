"""Opening libraries of every form: today's, older ones, newer ones, damaged ones, other files."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from factdesk.errors import LibraryError, NewerLibraryError, PlaceError
from factdesk.model.enums import Kind
from factdesk.model.tables import Base
from factdesk.model.values.scopes import ArticleScope, ClaimScope
from factdesk.storage import migrating
from factdesk.storage.database import Database
from factdesk.storage.store import Storage
from storage.factories import AT, TEXT, a_claim, an_article, state

LIBRARIES = Path(__file__).resolve().parent.parent / "libraries"


def saved(name: str, tmp_path: Path) -> Path:
    folder = tmp_path / "Saved"
    folder.mkdir()
    shutil.copy(LIBRARIES / f"{name}.factdesk", folder / "library.db")
    return folder


def set_form(folder: Path, form: str) -> None:
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (form,))
        connection.commit()


@pytest.mark.parametrize("name", sorted(file.stem for file in LIBRARIES.glob("*.factdesk")))
def test_saved_library_opens_with_all_it_holds(name: str, tmp_path: Path) -> None:
    storage = Storage.open(saved(name, tmp_path), at=AT)
    with storage.read() as stores:
        (article,) = stores.articles.rows(ArticleScope(tag="hospital"))
        (claim,) = stores.claims.rows(ClaimScope())
        assert (article.title, article.claim_count) == ("Ward closes", 1)
        assert stores.versions.text(claim.version_id).content.text == TEXT
        assert len(stores.claims.detail(claim.id).evidence) == 1
        assert len(stores.claims.detail(claim.id).notes) == 1
        assert stores.memos.rows()[0].changed_claims == ()
        assert stores.sources.of_article(article.id) is not None
        assert stores.history.verify() == ()
        step = stores.history.next_redo()
        assert step is not None
        assert step.subject == f"C-{claim.id}"
    assert storage.redo("Olena", AT).touches(Kind.CLAIM)
    storage.close()


def test_every_form_has_a_saved_library() -> None:
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(migrating.config())
    forms = [script.revision for script in scripts.walk_revisions()]
    assert scripts.get_heads() == [migrating.HEAD]
    assert sorted(file.stem for file in LIBRARIES.glob("*.factdesk")) == sorted(forms)


def test_model_equals_what_the_migrations_make(folder: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    database = Database(folder / "library.db")
    with database.connection() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
    database.close()


def test_tables_hold_the_words_that_the_model_would_write(folder: Path, tmp_path: Path) -> None:
    plain = Database(tmp_path / "plain.db")
    with plain.connection() as connection:
        Base.metadata.create_all(connection)
    plain.close()
    assert _schema(tmp_path / "plain.db") == _schema(folder / "library.db")


def test_opening_todays_library_does_not_import_alembic(folder: Path) -> None:
    program = (
        "import sys, datetime, pathlib\n"
        "from factdesk.storage.store import Storage\n"
        "Storage.open(pathlib.Path(sys.argv[1]), at=datetime.datetime.now(datetime.UTC)).close()\n"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, folder], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("form", ["0002", "9999", "abcdef123456"])
def test_newer_library_is_refused_and_untouched(folder: Path, form: str) -> None:
    set_form(folder, form)
    before = state(folder)
    with pytest.raises(NewerLibraryError) as caught:
        Storage.open(folder, at=AT)
    assert "newer Factdesk" in caught.value.sentence
    assert caught.value.hint
    assert state(folder) == before


def test_newer_library_left_by_a_crash_keeps_its_log(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        crashed = folder.parent / "crashed"
        shutil.copytree(folder, crashed)
    assert (crashed / "library.db-wal").stat().st_size > 0
    files = ("library.db", "library.db-wal")
    before = [(crashed / name).read_bytes() for name in files]
    with pytest.raises(NewerLibraryError):
        Storage.open(crashed, at=AT)
    assert [(crashed / name).read_bytes() for name in files] == before


@pytest.mark.parametrize("content", [b"", b"not a database " * 500, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_what_is_no_library_is_refused_and_untouched(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "Other"
    folder.mkdir()
    (folder / "library.db").write_bytes(content)
    before = state(folder)
    with pytest.raises((PlaceError, LibraryError)) as caught:
        Storage.open(folder, at=AT)
    assert caught.value.hint
    assert state(folder) == before


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        connection.execute("CREATE TABLE other (id INTEGER)")
        connection.commit()
    with pytest.raises(LibraryError, match="is not a Factdesk library"):
        Storage.open(tmp_path, at=AT)


def upgrade(folder: Path, tmp_path: Path, step: str) -> Path | None:
    """Do what a later Factdesk would: the same migrations and one more."""
    scripts = tmp_path / "migrations"
    shutil.copytree(migrating.SCRIPTS, scripts)
    (scripts / "versions" / "0002_more.py").write_text(
        f"from alembic import op\nrevision = '0002'\ndown_revision = '0001'\n\n\ndef upgrade():\n{step}\n"
    )
    return migrating.upgrade(folder / "library.db", AT, folder / "backups", to="0002", scripts=scripts)


@pytest.fixture
def filled(storage: Storage, folder: Path) -> Path:
    filed = an_article(storage)
    a_claim(storage, filed.version)
    storage.close()
    return folder


REBUILD = """\
    with op.batch_alter_table('article', recreate='always') as table:
        table.alter_column('title', new_column_name='headline')
"""
CUT = """\
    op.execute('CREATE TABLE half (id INTEGER)')
    op.execute('DELETE FROM note')
    raise OSError('cut')
"""


def test_older_library_is_copied_and_brought_up_to_date(filled: Path, tmp_path: Path) -> None:
    copy = upgrade(filled, tmp_path, REBUILD)
    assert copy is not None
    assert copy.name == "library-20260302T090000-before0002.db"
    assert migrating.revision(copy) == "0001"
    assert migrating.revision(filled / "library.db") == "0002"
    for table in ("article WHERE headline = 'Ward closes'", "version", "claim", "tally"):
        assert _count(filled / "library.db", f"SELECT count(*) FROM {table}") == 1
    assert _count(copy, "SELECT count(*) FROM article WHERE title = 'Ward closes'") == 1


def test_step_that_fails_half_way_leaves_the_old_library(filled: Path, tmp_path: Path) -> None:
    before = _schema(filled / "library.db")
    with pytest.raises(OSError, match="cut"):
        upgrade(filled, tmp_path, CUT)
    assert migrating.revision(filled / "library.db") == "0001"
    assert _schema(filled / "library.db") == before
    again = Storage.open(filled, at=AT)
    assert not again.is_read_only
    again.close()


def test_step_that_leaves_rows_pointing_to_nothing_is_taken_back(filled: Path, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="point to nothing"):
        upgrade(filled, tmp_path, "    op.execute('DELETE FROM article')")
    assert _count(filled / "library.db", "SELECT count(*) FROM article") == 1


def test_library_of_today_is_left_alone(filled: Path) -> None:
    assert migrating.upgrade(filled / "library.db", AT, filled / "backups") is None
    assert list((filled / "backups").iterdir()) == []


def test_older_library_that_another_process_holds_is_left_alone(storage: Storage, folder: Path) -> None:
    set_form(folder, "0000")
    with pytest.raises(LibraryError, match="older form") as caught:
        Storage.open(folder, at=AT)
    assert "Another Factdesk" in caught.value.hint
    assert not storage.is_read_only


def test_keys_are_checked_again_after_migrating(folder: Path) -> None:
    database = Database(folder / "library.db")
    with database.connection() as connection:
        assert _pragma(connection, "foreign_keys") == 1
        assert _pragma(connection, "synchronous") == 2
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
    database.close()


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.execute(text(f"PRAGMA {name}")).scalar_one())


def _count(path: Path, sql: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(sql).fetchone()[0])


def _schema(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> 'alembic_version'"
        )
        return sorted(" ".join(sorted(row[0].replace(",", " ").split())) for row in rows)
