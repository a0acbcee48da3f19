"""`articles` and `show`: every kind of thing, whole, in JSON and in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run


def test_an_article_is_shown_with_text_blocks_and_coverage(sample: Path, run: Run) -> None:
    shown = run("show", "A-11", schema="show").result
    assert (shown["id"], shown["outlet"], shown["published"]) == ("A-11", "The Kestrava Ledger", "2026-03-14")
    assert (shown["authors"], shown["language"]) == (["Marit Oldring"], "en")
    assert shown["url"] == "https://ledger.example/news/kestrava-general-record-year"
    heading = shown["blocks"][0]
    assert heading["kind"] == "heading"
    assert shown["text"][heading["start"] : heading["end"]] == shown["title"]
    assert shown["claim_ids"] == [f"C-{number}" for number in (1, 2, 3, 4, 5, 8, 6, 7)]
    assert shown["coverage"]["sentences"] == sum(shown["coverage"][name] for name in ("claimed", "struck", "open"))


def test_an_older_version_is_shown_when_asked_for(sample: Path, run: Run) -> None:
    old, new = run("show", "A-11", "--version", "1", schema="show").result, run("show", "A-11", schema="show").result
    assert "Nobody was left" in old["text"]
    assert "Nobody has been left" in new["text"]
    assert run("show", old["version"]["id"], schema="show").result["text"] == old["text"]
    assert run("show", "A-11", "--version", "3", schema="show").code == 1


@pytest.mark.parametrize("thing", ["C-3", "S-1", "S-7", "E-9", "P-1", "A-3"])
def test_each_kind_is_shown_in_json_and_in_words(sample: Path, run: Run, thing: str) -> None:
    assert run("show", thing, schema="show").result["id"] == thing
    shown = run("show", thing)
    assert (shown.code, shown.out.startswith(thing)) == (0, True)


def test_a_memo_is_shown_with_the_claims_changed_since(sample: Path, run: Run, tmp_path: Path) -> None:
    run("memo", "A-11", "-o", tmp_path / "memo.docx")
    run("claim", "edit", "C-3", "--rationale", "Another reason.")
    shown = run("show", "M-1", schema="show").result
    assert shown["changed_claims"] == ["C-3"]
    assert "Changed since: C-3" in run("show", "M-1").out


@pytest.mark.parametrize(
    ("thing", "code", "word"),
    [
        ("A-99", 1, "not_found"),
        ("C-99", 1, "not_found"),
        ("M-9", 1, "not_found"),
        ("P-99", 1, "not_found"),
        ("banana", 2, "usage"),
        ("", 2, "usage"),
        ("A-", 2, "usage"),
        ("A-0", 2, "usage"),
        ("A-99999999999999999999", 2, "usage"),
        ("../../etc/passwd", 2, "usage"),
        ("N-1", 2, "usage"),
        ("A\x00-1", 2, "usage"),
    ],
)
def test_an_id_that_is_none_ends_in_one_sentence(sample: Path, run: Run, thing: str, code: int, word: str) -> None:
    ran = run("show", thing, schema="show")
    assert (ran.code, ran.json["error"]["code"]) == (code, word)
    assert ran.err.count("\n") == 1


def test_articles_are_filtered(sample: Path, run: Run) -> None:
    def ids(*options: str) -> list[str]:
        return [row["id"] for row in run("articles", *options, schema="articles").result["articles"]]

    assert len(ids()) == 11
    assert ids("--role", "draft") == ["A-11", "A-9", "A-8"]
    assert ids("--unread") == ["A-8"]
    assert ids("--tag", "ambulance") == ["A-6"]
    assert ids("triage") == ["A-2", "A-1"]
    run("delete", "A-6", schema="delete")
    assert (len(ids()), ids("--trash")) == (10, ["A-6"])


def test_an_empty_list_says_so_on_stderr_alone(desk: Path, run: Run) -> None:
    ran = run("articles")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "Nothing here yet.\n"
