"""A damaged, foreign or older index is never read: it says so, and a rebuild mends it."""

from __future__ import annotations

import json
import os
import pickle
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from factdesk.progress import CancelToken, SilentProgress
from factdesk.search import seal as seal_module
from factdesk.search.engine import Health
from factdesk.search.schema import stamp
from factdesk.search.seal import Seal, secret
from factdesk.search.whoosh_engine import IndexNotReadyError, WhooshEngine, whoosh_maker
from search.documents import KEY, NEWS, a_document, an_engine, ask, found

ALL = {document.key for document in NEWS}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    engine = an_engine(folder, *NEWS)
    engine.write([a_document(1, NEWS[0].body, title=NEWS[0].title)])
    engine.close()
    return folder / "index"


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "index"))


def heal(engine: WhooshEngine) -> None:
    engine.rebuild(NEWS, len(NEWS), SilentProgress(), CancelToken())
    assert engine.health() is Health.READY
    assert engine.keys() == ALL
    assert found(engine, "council") == {"article-1"}
    engine.close()


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in random.Random(3).sample(range(len(data)), min(3, len(data))):
        data[at] ^= 0x41
    path.write_bytes(data)


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0" * 7)


FILES = ("*.seg", "*.toc", "seal_*.json", "*LOCK")


@pytest.mark.parametrize("hurt", [truncate, empty, flip, lengthen, Path.unlink])
@pytest.mark.parametrize("pattern", FILES)
def test_every_hurt_file_is_noticed_or_does_not_matter(
    folder: Path, pattern: str, hurt: Callable[[Path], None]
) -> None:
    paths = sorted(folder.glob(pattern))
    assert paths
    for path in paths:
        kept = path.read_bytes()
        hurt(path)
        engine = WhooshEngine(folder, key=KEY)
        health = engine.health()
        if health is Health.READY:
            assert pattern == "*LOCK"
            assert engine.keys() == ALL
            assert found(engine, "council") == {"article-1"}
        else:
            assert health is Health.DAMAGED
            with pytest.raises(IndexNotReadyError):
                ask(engine, "council")
            with pytest.raises(IndexNotReadyError):
                engine.write(NEWS)
            with pytest.raises(IndexNotReadyError):
                engine.keys()
        engine.close()
        path.write_bytes(kept)
    hurt(paths[-1])
    heal(WhooshEngine(folder, key=KEY))


def test_files_that_vanish_while_an_index_is_open_are_noticed(folder: Path) -> None:
    engine = WhooshEngine(folder, key=KEY)
    assert found(engine, "council") == {"article-1"}
    for path in folder.iterdir():
        path.unlink()
    assert engine.health() is Health.MISSING
    with pytest.raises(IndexNotReadyError):
        ask(engine, "council")
    heal(engine)


def test_bytes_that_rot_while_an_index_is_open_are_no_fault_of_ours(folder: Path) -> None:
    engine = WhooshEngine(folder, key=KEY)
    assert engine.health() is Health.READY
    for path in folder.glob("*.seg"):
        # The file stays mapped, so what was opened reads numbers of documents and places that are not there.
        size = path.stat().st_size
        with path.open("rb+") as file:
            file.seek(size // 3)
            file.write(b"\xee" * (size - size // 3))
    with pytest.raises(IndexNotReadyError):
        for typed in ("council", '"міська рада"', "id:A-1", "outlet:times", "school*"):
            ask(engine, typed)
    assert engine.health() is Health.DAMAGED
    heal(engine)


class Bomb:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.mkdir, (os.environ["BOMB"],))


@pytest.mark.parametrize("target", ["toc", "segment"])
def test_a_foreign_index_is_never_unpickled(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.setenv("BOMB", str(tmp_path / "exploded"))
    path = next(folder.glob("*.toc" if target == "toc" else "*.seg"))
    path.write_bytes(pickle.dumps(Bomb()) + path.read_bytes())
    for seal_path in folder.glob("seal_*"):
        seal_path.unlink()
    # The forger knows everything but the secret.
    toc = next(folder.glob("*.toc"))
    Seal(folder, stamp(), b"not the secret").write(int(toc.stem.rpartition("_")[2]), toc)
    engine = WhooshEngine(folder, key=KEY)
    assert engine.health() is Health.DAMAGED
    with pytest.raises(IndexNotReadyError):
        ask(engine, "council")
    assert not (tmp_path / "exploded").exists()
    heal(engine)


def test_an_index_of_another_machine_is_rebuilt(folder: Path) -> None:
    engine = WhooshEngine(folder, key=b"another machine")
    assert engine.health() is Health.DAMAGED
    heal(engine)


def test_an_index_of_another_schema_is_rebuilt(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older = WhooshEngine(folder, key=KEY)
    toc = next(folder.glob("*.toc"))
    Seal(folder, "an older stamp", KEY).write(int(toc.stem.rpartition("_")[2]), toc)
    assert older.health() is Health.OTHER_SCHEMA
    with pytest.raises(IndexNotReadyError):
        ask(older, "council")
    heal(older)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"body": 1, "mac": 2}', '{"body": "{}", "mac": "x"}', "\ud7ff", "[" * 99_999]
)
def test_any_seal_is_read_without_a_fault(folder: Path, text: str) -> None:
    for path in folder.glob("seal_*.json"):
        path.write_text(text, encoding="utf-8")
    assert WhooshEngine(folder, key=KEY).health() is Health.DAMAGED


def test_a_seal_of_odd_contents_with_the_right_secret_is_damage(folder: Path) -> None:
    seal = Seal(folder, stamp(), KEY)
    path = next(folder.glob("seal_*.json"))
    for body in ('{"generation": 1}', '{"generation": 1, "stamp": "x", "files": 3}', "[]", "3"):
        path.write_text(json.dumps({"body": body, "mac": seal._mac(body)}), encoding="utf-8")
        assert WhooshEngine(folder, key=KEY).health() in {Health.DAMAGED, Health.OTHER_SCHEMA}


@pytest.mark.parametrize("what", ["a file", "nothing", "strange files", "a folder within"])
def test_a_folder_that_is_no_index_is_said_to_be_none(tmp_path: Path, what: str) -> None:
    place = tmp_path / "index"
    match what:
        case "a file":
            place.write_text("x", encoding="utf-8")
        case "nothing":
            place.mkdir()
        case "strange files":
            place.mkdir()
            (place / "_MAIN_x.toc").write_text("x", encoding="utf-8")
        case _:
            (place / "_MAIN_1.toc").mkdir(parents=True)
    engine = WhooshEngine(place, key=KEY)
    assert engine.health() in {Health.MISSING, Health.DAMAGED}
    heal(engine)
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


def test_what_a_killed_rebuild_left_is_cleared_away(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("index.new"))
    shutil.copytree(folder, folder.with_name("index.old"))
    engine = WhooshEngine(folder, key=KEY)
    assert engine.health() is Health.READY
    heal(engine)
    assert sorted(path.name for path in folder.parent.iterdir()) == ["index"]


def test_a_secret_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    path = tmp_path / "settings" / "index.key"
    made = secret(path)
    assert len(made) == 32
    assert secret(path) == made
    if os.name != "nt":
        assert path.stat().st_mode & 0o077 == 0
    path.write_bytes(b"short")
    assert len(secret(path)) == 32


def test_the_maker_seals_with_the_secret_of_its_file(tmp_path: Path) -> None:
    engine = whoosh_maker(tmp_path / "one.key")(tmp_path / "index")
    engine.clear()
    engine.close()
    assert whoosh_maker(tmp_path / "one.key")(tmp_path / "index").health() is Health.READY
    assert whoosh_maker(tmp_path / "two.key")(tmp_path / "index").health() is Health.DAMAGED


def test_a_secret_that_cannot_be_kept_still_gives_an_engine(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    engine = whoosh_maker(tmp_path / "file" / "index.key")(tmp_path / "index")
    engine.clear()
    assert engine.health() is Health.READY
    engine.close()


def test_seals_of_older_generations_are_dropped(folder: Path) -> None:
    engine = WhooshEngine(folder, key=KEY)
    for number in range(3):
        engine.write([a_document(number, "x")])
    engine.close()
    assert len(list(folder.glob("seal_*"))) == len(list(folder.glob("*.toc"))) == 1
    assert seal_module.TOC_NAME.match(next(folder.glob("*.toc")).name)
