"""The main job by the command line alone: file, mark, link, judge, find, export."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from cli.conftest import Run
from factdesk.library.sample import sample_file


def test_the_main_job_from_filing_to_memo(desk: Path, run: Run, tmp_path: Path) -> None:
    filed = run("file", sample_file("story-1.html"), sample_file("performance-report.pdf"), schema="file").result
    assert [item["outcome"] for item in filed["items"]] == ["filed", "filed"]
    story, report = (item["id"] for item in filed["items"])
    claim = run("claim", "add", story, "--quote", "the most since it opened in 1958", schema="claim add").result["id"]
    source = run("source", "add", report, "--primary", "--reliability", "A", schema="source add").result
    assert (source["level"], source["reliability"], source["article"]) == ("primary", "A", report)
    words = "The busiest year on record remains 2019, with 63,874 patients."
    linked = run(
        "link", claim, source["id"], "--stance", "refutes", "--passage", words, "--credibility", "1", schema="link"
    ).result
    assert (linked["passage"], linked["locator"], linked["stance"]) == (words, "page 2", "refutes")
    run("claim", "edit", claim, "--verdict", "false", "--status", "done", schema="claim edit")
    hits = run("search", "busiest year", schema="search").result["hits"]
    assert {hit["id"] for hit in hits} >= {report, linked["id"]}
    memo = run("memo", story, "-o", tmp_path / "memo.docx", "--for", "The editor", schema="memo").result
    assert memo["claims"] == [claim]
    assert memo["sha256"] == hashlib.sha256((tmp_path / "memo.docx").read_bytes()).hexdigest()
    with zipfile.ZipFile(tmp_path / "memo.docx") as memo_file:
        assert "63,874" in memo_file.read("word/document.xml").decode()
    assert run("check", schema="check").result == {"problems": []}


def test_each_deed_is_a_line_of_the_history_and_can_be_undone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTDESK_WHO", "Nora Tealby")
    monkeypatch.setenv("FACTDESK_LIBRARY", str(tmp_path / "own.factdesk"))
    run("new", tmp_path / "own.factdesk")
    story = run("file", sample_file("night-bus.txt"), schema="file").result["items"][0]["id"]
    claim = run("claim", "add", story, "--quote", "96,000 euros a year", schema="claim add").result["id"]
    assert run("undo", schema="undo").result["verb"] == "undo"
    assert run("claims", schema="claims").result == {"claims": []}
    run("redo", schema="redo")
    assert [one["id"] for one in run("claims", story, schema="claims").result["claims"]] == [claim]
    events = run("history", schema="history").result["events"]
    assert {event["who"] for event in events} == {"Nora Tealby"}
    assert [event["verb"] for event in events] == ["redo", "undo", "mark_claim", "file_article", "create_library"]


def test_the_same_job_runs_in_processes_of_their_own(outside: Run, tmp_path: Path) -> None:
    folder = tmp_path / "own.factdesk"
    assert outside("new", folder).code == 0
    filed = outside("file", sample_file("night-bus.txt"), "--library", folder, "--json", LANG="C", LC_ALL="C")
    assert filed.code == 0, filed.err
    assert filed.result["items"][0]["title"].startswith("Night bus")
    listed = outside("--library", folder, "articles", LANG="C", PYTHONUTF8="0")
    assert listed.out.startswith("A-1\t")
