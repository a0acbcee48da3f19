"""Start-up: the named steps, what stops it, and what it goes on without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factdesk import logs, words
from factdesk.errors import BugError, LibraryError, UserError
from factdesk.library.library import Library
from factdesk.progress import Progress
from factdesk.settings import Settings, save
from factdesk.startup import Start, Step, library_steps, perform, program_steps


@pytest.fixture(autouse=True)
def _in_order() -> Iterator[None]:
    yield
    logs.take_down()
    words.use_language("en")


class Watched:
    """Progress that remembers."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def report(self, done: int, total: int | None, words: str = "") -> None:
        """Remember."""
        self.said.append(words)


def failing(error: Exception) -> Step:
    def run(progress: Progress) -> None:
        raise error

    return Step("Fail", run)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "desk.factdesk"
    Library.create(place, who="Nora Tealby").close()
    return place


def test_the_steps_are_named_and_walked_in_order(folder: Path) -> None:
    start, watched = Start(folder), Watched()
    perform([*program_steps(start), *library_steps(start)], start, watched)
    names = ["Open the log", "Read the settings", "Choose the language", "Open the library", "See to the index"]
    assert [said for said in watched.said if said in names] == names
    assert start.library.folder == folder
    start.library.close()


def test_settings_choose_name_and_language(folder: Path) -> None:
    save(Settings(), who="Iven Pell", language="uk")
    start = Start(folder)
    perform([*program_steps(start), *library_steps(start)], start)
    assert words.language() == "uk"
    assert start.library.who == "Iven Pell"
    start.library.close()


def test_a_log_that_cannot_be_opened_costs_a_warning(home: Path) -> None:
    (home / ".local").write_text("in the way", encoding="utf-8")
    start = Start()
    perform(program_steps(start), start)
    assert len(start.warnings) == 1
    assert logs.file() is None


def test_a_step_that_may_not_fail_stops_the_rest() -> None:
    start = Start()
    done: list[str] = []
    later = Step("Later", lambda progress: done.append("later"))
    with pytest.raises(UserError):
        perform([failing(UserError("No.")), later], start)
    assert done == []


def test_a_fault_of_ours_is_never_swallowed() -> None:
    step = failing(BugError("broken"))
    with pytest.raises(BugError):
        perform([Step(step.name, step.run, may_fail=True)], Start())


def test_whatever_keeps_a_library_shut_is_a_library_error(tmp_path: Path) -> None:
    start = Start(tmp_path / "absent")
    with pytest.raises(LibraryError):
        perform(library_steps(start), start)
    with pytest.raises(BugError):
        _ = start.library


def test_a_missing_index_is_built_while_starting(folder: Path) -> None:
    for path in sorted((folder / "index").rglob("*"), reverse=True):
        path.unlink()
    start = Start(folder)
    perform(library_steps(start), start)
    assert start.library.searching.find("anything").health == "ready"
    start.library.close()


def test_reading_alone_leaves_the_index_as_it_is(folder: Path) -> None:
    start = Start(folder, may_write=False)
    perform(library_steps(start), start)
    assert start.library.is_read_only
    start.library.close()


def test_without_a_folder_no_library_is_opened() -> None:
    start = Start()
    perform(library_steps(start), start)
    assert start.warnings == []


def test_a_damaged_library_is_a_library_error(folder: Path) -> None:
    (folder / "library.db").write_bytes(b"no database at all" * 1000)
    start = Start(folder)
    with pytest.raises(LibraryError) as caught:
        perform(library_steps(start), start)
    assert caught.value.sentence
