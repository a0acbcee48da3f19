"""The log: rotated, sendable, and told of what nobody caught."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from factdesk import logs
from factdesk.errors import BugError, PlaceError


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    yield logs.set_up(tmp_path / "logs")
    logs.take_down()


def caught(error: Exception, *, cause: Exception | None = None) -> Exception:
    """Give `error` with a trace, as if it had been raised here."""
    with pytest.raises(type(error)) as raised:
        raise error from cause
    return raised.value


def read(log: Path) -> str:
    return log.read_text(encoding="utf-8")


def test_lines_of_the_program_go_into_the_file(log: Path) -> None:
    logging.getLogger("factdesk.library").info("filed %d articles", 3)
    assert "INFO    factdesk.library: filed 3 articles" in read(log)


def test_lines_of_other_libraries_stay_out(log: Path) -> None:
    logging.getLogger("trafilatura").warning("A title of somebody's article")
    assert "title" not in read(log)


def test_how_is_written_only_when_asked_for(tmp_path: Path) -> None:
    for is_verbose in (False, True):
        file = logs.set_up(tmp_path / str(is_verbose), is_verbose=is_verbose)
        logging.getLogger("factdesk.search").debug("walked 7 postings")
        assert ("walked 7 postings" in read(file)) is is_verbose
    logs.take_down()


def test_a_trace_names_places_and_no_words_of_a_library(log: Path) -> None:
    cause = caught(KeyError("A secret headline"))
    error = caught(ValueError("/home/somebody/Desk.factdesk holds “A secret headline”"), cause=cause)
    logging.getLogger("factdesk").error("failed", exc_info=error)
    words = read(log)
    assert "test_logs.py" in words
    assert words.index("KeyError") < words.index("ValueError")
    assert "headline" not in words.replace('KeyError("A secret headline")', "").replace("A secret headline”", "")
    assert "/home/somebody" not in words.replace('ValueError("/home/somebody', "")


def test_the_message_of_our_own_fault_is_kept(log: Path) -> None:
    logging.getLogger("factdesk").error("failed", exc_info=caught(BugError("three panes, two splitters")))
    assert "factdesk.errors.BugError: three panes, two splitters" in read(log)


def test_an_error_of_the_system_keeps_its_number_and_not_its_path() -> None:
    told = logs.trace(OSError(28, "No space left on device", "/home/somebody/Desk.factdesk"))
    assert told == "OSError: 28 No space left on device"


def test_what_ends_a_thread_is_logged(log: Path) -> None:
    def work() -> None:
        message = "a lane fell off"
        raise BugError(message)

    thread = threading.Thread(target=work, name="lane-1")
    thread.start()
    thread.join()
    assert "uncaught in thread lane-1" in read(log)
    assert "a lane fell off" in read(log)


def test_the_file_rotates(tmp_path: Path) -> None:
    file = logs.set_up(tmp_path)
    for number in range(1300):
        logging.getLogger("factdesk").info("line %d %s", number, "x" * 1000)
    logs.take_down()
    files = list(tmp_path.iterdir())
    assert 2 <= len(files) <= 1 + logs.KEPT
    assert all(path.stat().st_size <= logs.SIZE for path in files)
    assert "line 1299" in read(file)


def test_setting_up_again_moves_the_log(log: Path, tmp_path: Path) -> None:
    second = logs.set_up(tmp_path / "second")
    logging.getLogger("factdesk").info("after the move")
    assert logs.file() == second
    assert "after the move" in read(second)
    assert "after the move" not in read(log)


def test_a_folder_that_cannot_be_made_is_a_place_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(PlaceError) as caught_error:
        logs.set_up(tmp_path / "file" / "logs")
    assert caught_error.value.hint
    assert logs.file() is None
