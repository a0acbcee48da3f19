"""`check`, `reindex`, `history`, `undo`, `redo`, `backup` and `version`."""

from __future__ import annotations

from pathlib import Path

from cli.conftest import Run
from factdesk import __version__


def test_a_whole_library_has_no_problems(sample: Path, run: Run) -> None:
    assert run("check", schema="check").result == {"problems": []}
    ran = run("check")
    assert (ran.code, ran.out) == (0, "")


def test_a_changed_and_a_missing_original_are_named(sample: Path, run: Run) -> None:
    first, second, *_ = sorted(path for path in (sample / "originals").rglob("*") if path.is_file())
    first.chmod(0o644)
    first.write_bytes(first.read_bytes() + b" ")
    second.unlink()
    ran = run("check", schema="check")
    assert (ran.code, sorted(one["kind"] for one in ran.result["problems"])) == (
        1,
        ["original_changed", "original_missing"],
    )
    assert all(one["id"].startswith("A-") for one in ran.result["problems"])
    assert run("check").out.count("\n") == 2


def test_the_index_is_built_anew(sample: Path, run: Run) -> None:
    assert run("reindex", schema="reindex").result["documents"] > 30
    assert run("check", schema="check").result == {"problems": []}


def test_the_history_goes_back_page_by_page(sample: Path, run: Run) -> None:
    newest = run("history", "--limit", "3", schema="history").result["events"]
    assert len(newest) == 3
    older = run("history", "--limit", "3", "--before", newest[-1]["number"], schema="history").result["events"]
    assert [event["number"] for event in older] == [newest[-1]["number"] - step for step in (1, 2, 3)]
    assert run("history", "--limit", "3").out.count("\n") == 3


def test_undo_with_nothing_to_undo_is_a_conflict(desk: Path, run: Run) -> None:
    for verb in ("undo", "redo"):
        ran = run(verb, schema=verb)
        assert (ran.code, ran.json["error"]["code"]) == (1, "conflict")


def test_undo_says_what_it_took_back(sample: Path, run: Run) -> None:
    run("claim", "edit", "C-8", "--risk", "must_fix")
    assert run("undo").out == "Undone: Edit claim\n"
    assert run("show", "C-8", schema="show").result["risk"] == "minor"
    assert run("redo").out == "Done again: Edit claim\n"
    assert run("show", "C-8", schema="show").result["risk"] == "must_fix"


def test_a_backup_is_a_file_in_the_library(sample: Path, run: Run) -> None:
    path = Path(run("backup", schema="backup").result["path"])
    assert path.parent == sample / "backups"
    assert path.stat().st_size > 0


def test_the_version_is_said_in_both_ways(run: Run) -> None:
    assert run("version", schema="version").result == {"version": __version__}
    assert run("--version").out == run("version").out == f"factdesk {__version__}\n"
