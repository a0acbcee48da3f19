"""The border: exit codes, one sentence for every fault, JSON and nothing else, Ctrl+C, a pipe that closes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from cli.conftest import ROOT, FakeDoors, Run
from factdesk import logs
from factdesk.errors import BugError
from factdesk.library.library import Library
from factdesk.words import catalogue


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("articles", "--nonsense"),
        ("show",),
        ("claim",),
        ("claim", "nonsense"),
        ("claim", "add"),
        ("source",),
        ("memo", "A-1"),
        ("new",),
        ("file",),
        ("search",),
        ("tour", "--out"),
        ("articles", "--library"),
        ("articles", "one", "too", "many"),
        ("claims", "--status", "nearly"),
    ],
)
def test_a_command_line_that_is_not_understood_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, "--json")
    assert (ran.code, ran.json["error"]["code"]) == (2, "usage")
    assert ran.err.count("\n") == 1
    assert ran.json["error"]["hint"] or ran.json["error"]["sentence"]


def test_no_library_named_is_usage(run: Run) -> None:
    ran = run("articles", schema="articles")
    assert (ran.code, ran.json["error"]["code"]) == (2, "usage")
    assert "FACTDESK_LIBRARY" in ran.json["error"]["hint"]


@pytest.mark.parametrize("verb", [("articles",), ("file", "x.txt"), ("search", "x"), ("check",), ("undo",)])
def test_a_library_that_is_not_there_ends_with_3(run: Run, tmp_path: Path, verb: tuple[str, ...]) -> None:
    ran = run(*verb, "--library", tmp_path / "absent", schema=verb[0])
    assert (ran.code, ran.json["error"]["code"]) == (3, "library")
    assert not (tmp_path / "absent").exists()
    assert ran.err.count("\n") == 1


def test_a_database_that_is_none_ends_with_3(run: Run, sample: Path) -> None:
    (sample / "library.db").write_bytes(b"not a database, but long enough to be looked at" * 100)
    for name in ("library.db-wal", "library.db-shm"):
        (sample / name).unlink(missing_ok=True)
    ran = run("articles")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.count("\n") == 1


def test_a_library_open_elsewhere_can_be_read_but_not_changed(run: Run, sample: Path) -> None:
    other = Library.open(sample, who="Somebody else")
    try:
        assert len(run("articles", schema="articles").result["articles"]) == 11
        assert run("search", "corridor", schema="search").result["total"] > 0
        ran = run("delete", "A-1", schema="delete")
        assert (ran.code, ran.json["error"]["code"]) == (1, "read_only")
        assert ran.err.count("\n") == 1
    finally:
        other.close()
    assert run("delete", "A-1").code == 0


def test_reading_takes_no_lock(run: Run, sample: Path) -> None:
    reader = Library.open(sample, who="Reader", may_write=False)
    try:
        assert run("delete", "A-1").code == 0
    finally:
        reader.close()


def test_our_own_fault_is_one_sentence_and_a_trace_in_the_log(run: Run, doors: FakeDoors) -> None:
    doors.fault = BugError("the window forgot its panes")
    ran = run("gui")
    log = logs.file()
    assert log is not None
    assert ran.code == 1
    assert ran.err == f"Factdesk made a mistake and stopped. What happened is in {log}.\n"
    assert "the window forgot its panes" in log.read_text(encoding="utf-8")


def test_json_is_alone_on_stdout_also_with_warnings_and_notes(run: Run, sample: Path, tmp_path: Path) -> None:
    for arguments in (("articles",), ("search", "("), ("check",), ("file", str(tmp_path / "absent")), ("show", "A-11")):
        ran = run(*arguments, "--json")
        assert ran.out.count("\n") == 1
        assert ran.json["ok"] is True


def test_a_first_interrupt_stops_after_the_text_in_hand(
    desk: Path, start: Callable[..., Popen[bytes]], run: Run, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{at}.txt" for at in range(300)]
    for at, path in enumerate(paths):
        path.write_text(f"Story {at}.\n\nNumber {at} of all.", encoding="utf-8")
    with start("file", "--json-lines", *paths) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.stdout.read(), process.stderr.read().decode()
        assert process.wait(30) == 1
    assert "Traceback" not in err
    assert "Stopping after this step" in err
    assert "Stopped;" in err
    kept = run("articles", schema="articles").result["articles"]
    assert len(kept) == 1 + out.count(b"\n") < 300
    assert run("check", schema="check").result == {"problems": []}


def test_a_pipe_that_closes_ends_quietly(sample: Path, start: Callable[..., Popen[bytes]]) -> None:
    with start("show", "A-11") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read().decode()
        assert process.wait(30) in (0, 1)
    assert err == ""


def test_a_home_that_takes_no_log_costs_nothing(sample: Path, outside: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    ran = outside("articles", XDG_STATE_HOME=str(tmp_path / "file"))
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 11)
    told = outside("articles", "--verbose", XDG_STATE_HOME=str(tmp_path / "file"))
    assert (told.code, told.err.count("\n")) == (0, 1)


@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_output_onto_a_full_disk_ends_in_one_sentence(sample: Path, home: Path, as_json: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factdesk", "articles", *as_json],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")},
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert done.stderr.startswith(b"The output could not be written")


HELPS = (("--help",), ("claim", "--help"), ("claim", "add", "--help"), ("search", "--help"), ("gui", "--help"))


def test_help_is_printed_without_a_library(run: Run) -> None:
    for arguments in HELPS:
        ran = run(*arguments)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("Usage: factdesk")
        assert ran.out.count("Options:") == ran.out.count("Show this help.") == 1


def test_the_whole_frame_of_the_help_is_in_the_language_spoken(outside: Run) -> None:
    told = "\n".join(outside(*arguments, LANGUAGE="uk").out for arguments in HELPS)
    words = catalogue("uk").gettext
    ours = ("Usage", "Arguments", "Options", "Commands", "Show this help.", "required", "default")
    assert [word for word in ours if words(word) not in told] == []
    assert "Show this message and exit" not in told


@pytest.mark.parametrize("language", ["uk_UA.UTF-8", "C"])
def test_any_locale_prints_utf8(sample: Path, outside: Run, language: str) -> None:
    ran = outside("show", "A-3", LANG=language, LC_ALL=language)
    assert ran.code == 0
    assert "Лукоріччі" in ran.out
