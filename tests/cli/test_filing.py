"""`new` and `file`: what is filed, what is known, what fails, and how each is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from cli.conftest import Run
from factdesk.library.sample import sample_file


def test_new_makes_a_library_and_refuses_a_folder_in_use(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "desk.factdesk"
    assert run("new", folder, schema="new").result == {"path": str(folder), "name": "desk"}
    again = run("new", folder, schema="new")
    assert (again.code, again.json["error"]["code"]) == (3, "library")
    assert run("articles", "--library", folder).code == 0


def test_new_in_a_place_that_cannot_be_written_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    ran = run("new", tmp_path / "file" / "desk.factdesk")
    assert ran.code == 3
    assert ran.err.count("\n") == 1


def test_the_same_text_again_is_known(desk: Path, run: Run) -> None:
    run("file", sample_file("night-bus.txt"))
    item = run("file", sample_file("night-bus.txt"), schema="file").result["items"][0]
    assert (item["outcome"], item["id"]) == ("known", "A-1")


def test_other_words_under_a_known_address_are_a_new_version(desk: Path, run: Run) -> None:
    run("file", sample_file("story-1.html"))
    item = run("file", sample_file("story-2.html"), schema="file").result["items"][0]
    assert (item["outcome"], item["id"]) == ("new_version", "A-1")
    shown = run("show", "A-1", schema="show").result
    assert (shown["version"]["number"], shown["versions"]) == (2, 2)


def test_a_bad_file_is_named_and_the_rest_is_filed(desk: Path, run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "broken.pdf"
    bad.write_bytes(b"%PDF-1.7 cut off")
    ran = run("file", bad, tmp_path / "absent.txt", sample_file("night-bus.txt"), schema="file")
    outcomes = [item["outcome"] for item in ran.result["items"]]
    assert (ran.code, outcomes) == (1, ["failed", "failed", "filed"])
    assert [item["id"] for item in ran.result["items"]] == [None, None, "A-1"]
    assert all(item["error"] for item in ran.result["items"][:2])
    assert "broken.pdf" in ran.err
    assert "absent.txt" in ran.err
    assert len(run("articles", schema="articles").result["articles"]) == 1


def test_a_folder_is_walked(desk: Path, run: Run, tmp_path: Path) -> None:
    for at, below in enumerate(("", "deep", "deep/deeper")):
        (tmp_path / "many" / below).mkdir(parents=True, exist_ok=True)
        (tmp_path / "many" / below / f"{at}.txt").write_text(f"Text number {at}.\n\nIt stands alone.", encoding="utf-8")
    items = run("file", tmp_path / "many", "--role", "reference", schema="file").result["items"]
    assert [item["outcome"] for item in items] == ["filed"] * 3
    assert {row["role"] for row in run("articles", schema="articles").result["articles"]} == {"reference"}


def test_an_empty_folder_gives_nothing_to_file(desk: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("file", tmp_path / "empty", schema="file")
    assert (ran.code, ran.result) == (0, {"items": []})


def test_lines_of_json_come_one_an_item(desk: Path, run: Run, tmp_path: Path) -> None:
    ran = run("file", sample_file("night-bus.txt"), tmp_path / "absent.txt", "--json-lines")
    items = [json.loads(line) for line in ran.out.splitlines()]
    assert [item["outcome"] for item in items] == ["filed", "failed"]
    assert set(items[0]) == {"source", "outcome", "id", "title", "error"}


def test_words_come_one_line_an_item_and_failures_on_stderr(desk: Path, run: Run, tmp_path: Path) -> None:
    ran = run("file", sample_file("night-bus.txt"), tmp_path / "absent.txt")
    assert ran.out == "A-1\tfiled\tNight bus to the hospital carries fewer than forty people a week\n"
    assert "1 filed, 1 failed." in ran.err


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x", "http://localhost/", "ftp://example.org/x", "http://"])
def test_an_address_that_may_not_be_fetched_fails_in_a_sentence(desk: Path, run: Run, address: str) -> None:
    ran = run("file", address, schema="file")
    assert (ran.code, ran.result["items"][0]["outcome"]) == (1, "failed")


def test_standard_input_is_filed_as_text(desk: Path, outside: Run) -> None:
    words = "Мер відкрив міст.\n\nМіст мав бути готовий торік.".encode()
    ran = outside("file", "-", "--json", stdin=words, LANG="C")
    item = ran.result["items"][0]
    assert (ran.code, item["source"], item["outcome"]) == (0, "-", "filed")
    assert "Міст мав бути готовий торік." in outside("show", item["id"], LANG="C").out


def test_standard_input_that_is_not_utf8_is_refused(desk: Path, outside: Run) -> None:
    ran = outside("file", "-", stdin="Мер відкрив міст.".encode("cp1251"))
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.count("\n") == 1


def test_an_item_is_on_disk_when_its_line_is_printed(
    desk: Path, start: Callable[..., Popen[bytes]], run: Run, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{at}.txt" for at in range(30)]
    for at, path in enumerate(paths):
        path.write_text(f"Story {at}.\n\nNumber {at} is the {at}th of all.", encoding="utf-8")
    with start("file", "--json-lines", *paths) as process:
        assert process.stdout is not None
        printed = [json.loads(process.stdout.readline()) for _ in range(3)]
        process.kill()
        printed += [json.loads(line) for line in process.stdout.read().splitlines() if line.endswith(b"}")]
    assert all(item["outcome"] == "filed" for item in printed)
    kept = {row["id"] for row in run("articles", schema="articles").result["articles"]}
    assert {item["id"] for item in printed} <= kept
    assert run("search", "number", schema="search").result["total"] == len(kept)
