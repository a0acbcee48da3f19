"""`memo` and `memos`: the file, the record, and places that cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run


def test_chosen_claims_alone_are_in_the_memo(sample: Path, run: Run, tmp_path: Path) -> None:
    chosen = ("--claims", "C-2, c-3", "--for", "Editor")
    memo = run("memo", "A-11", "-o", tmp_path / "two.docx", *chosen, schema="memo").result
    assert (memo["claims"], memo["for"], memo["path"]) == (["C-2", "C-3"], "Editor", str(tmp_path / "two.docx"))
    assert [row["id"] for row in run("memos", "A-11", schema="memos").result["memos"]] == [memo["id"]]
    assert run("memos").out.startswith("M-1\tA-11\t")


def test_a_memo_may_be_in_ukrainian(sample: Path, run: Run, tmp_path: Path) -> None:
    assert run("memo", "A-11", "-o", tmp_path / "uk.docx", "--language", "uk", schema="memo").code == 0
    assert run("memo", "A-11", "-o", tmp_path / "xx.docx", "--language", "xx", schema="memo").code == 2


def test_a_target_that_cannot_be_written_leaves_no_file_and_no_record(sample: Path, run: Run, tmp_path: Path) -> None:
    ran = run("memo", "A-11", "-o", tmp_path / "absent" / "memo.docx", schema="memo")
    assert (ran.code, ran.json["error"]["code"]) == (1, "place")
    assert ran.json["error"]["hint"]
    assert not (tmp_path / "absent").exists()
    assert run("memos", schema="memos").result == {"memos": []}


def test_a_folder_as_target_gets_a_file_of_the_suggested_name(sample: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "memos").mkdir()
    memo = run("memo", "A-11", "-o", tmp_path / "memos", schema="memo").result
    assert [str(path) for path in (tmp_path / "memos").iterdir()] == [memo["path"]]
    assert Path(memo["path"]).name.startswith("M-1 Kestrava General")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("A-99",), 1),
        (("C-1",), 2),
        (("A-11", "--claims", "C-99"), 1),
        (("A-11", "--claims", "A-1"), 2),
        (("A-11", "--claims", ","), 2),
        (("A-9", "--claims", "C-1"), 2),
    ],
)
def test_a_memo_of_what_is_not_there_is_refused(
    sample: Path, run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    assert run("memo", *arguments, "-o", tmp_path / "memo.docx", schema="memo").code == code
    assert not (tmp_path / "memo.docx").exists()


@pytest.mark.parametrize("name", ["memo.txt", "memo", "docx"])
def test_a_name_that_is_none_of_a_word_file_is_refused(sample: Path, run: Run, tmp_path: Path, name: str) -> None:
    ran = run("memo", "A-11", "-o", tmp_path / name, schema="memo")
    assert (ran.code, ran.json["error"]["code"]) == (2, "usage")
    assert ".docx" in ran.json["error"]["hint"]
    assert not (tmp_path / name).exists()
    assert run("memos", schema="memos").result == {"memos": []}
