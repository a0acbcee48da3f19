"""`articles` and `show`: every kind of thing, whole, in JSON and in words."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from cli.conftest import Run
from factdesk.library.library import Library
from factdesk.model.enums import Kind
from factdesk.model.ids import public_id


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


def test_a_claim_is_shown_with_all_that_is_set(sample: Path, run: Run) -> None:
    run(
        "claim", "edit", "C-3", "--said-when", "2026-03-12", "--said-where", "Radio Kestrava", "--risk", "must_fix",
        "--assignee", "Oksana Dorovyk", "--reviewer", "Iven Pell", "--due", "2026-03-15", "--tag", "winter",
        "--wording", "in a corridor", "--answer", "accepted", "--status", "review",
    )  # fmt: skip
    lines = run("show", "C-3").out.splitlines()
    assert [
        line
        for line in (
            "Status: review", "Said on: 2026-03-12", "Said in: Radio Kestrava", "Risk: must_fix",
            "Checker: Oksana Dorovyk", "Reviewer: Iven Pell", "Due: 2026-03-15", "Tags: winter",
            "Proposed wording: in a corridor", "Answer to the wording: accepted",
        )
        if line not in lines
    ] == []  # fmt: skip


def test_what_is_not_set_of_a_claim_is_left_out(sample: Path, run: Run) -> None:
    for option in ("--assignee", "--reviewer", "--due", "--tag", "--wording"):
        run("claim", "edit", "C-3", option, "")
    shown = run("show", "C-3").out
    assert [name for name in ("Checker", "Reviewer", "Due", "Tags", "Proposed", "Answer") if f"{name}: " in shown] == []
    assert "Answer to the wording" not in shown


@pytest.mark.parametrize(("kind", "owner"), [(Kind.CLAIM, "C-3"), (Kind.ARTICLE, "A-3"), (Kind.SOURCE, "S-3")])
def test_a_note_is_shown_with_its_thing_and_alone(sample: Path, run: Run, kind: Kind, owner: str) -> None:
    with closing(Library.open(sample, who="Iven Pell")) as library:
        note = public_id(Kind.NOTE, library.notes.write(kind, 3, "Ask again.\nTwice.").new(Kind.NOTE))
    assert run("show", owner, schema="show").result["notes"][-1]["id"] == note
    line = next(line for line in run("show", owner).out.splitlines() if line.startswith(note))
    assert line.endswith("\tIven Pell\tAsk again. Twice.")
    alone = run("show", note, schema="show").result
    assert (alone["on"], alone["text"]) == (owner, "Ask again.\nTwice.")
    assert f": {owner}\n\nAsk again.\nTwice.\n" in run("show", note).out


def test_evidence_is_shown_with_how_far_to_trust_it(sample: Path, run: Run) -> None:
    made = run(
        "link", "C-8", "S-7", "--stance", "context", "--locator", "00:01:20", "--credibility", "3", "--note", "To ask",
        schema="link",
    ).result["id"]  # fmt: skip
    first, *lines = run("show", made).out.splitlines()
    assert first.split("\t")[:2] == [made, "context"]
    assert "00:01:20" in first
    assert lines == ["Claim: C-8", "Source: S-7", "Reliability: B", "Credibility: 3", "Note: To ask"]


def test_a_calculation_is_shown_with_its_numbers(sample: Path, run: Run) -> None:
    claims = run("claims", schema="claims").result["claims"]
    evidence = [one for claim in claims for one in run("show", claim["id"], schema="show").result["evidence"]]
    worked = next(one for one in evidence if one["calculation"])
    shown = run("show", worked["id"]).out
    assert f"Calculation: {worked['calculation']['expression']} = {worked['calculation']['result']}" in shown
    assert all(f"\n{one['name']}\t{one['value']}" in shown for one in worked["calculation"]["inputs"])


def test_a_source_is_shown_with_its_whole_citation(sample: Path, run: Run) -> None:
    made = run(
        "source", "add", "--title", "Minutes", "--container", "Gazette", "--pages", "4-5", "--number", "12",
        "--place", "Kestrava", "--accessed", "2026-03-12", "--confidential", schema="source add",
    ).result["id"]  # fmt: skip
    lines = run("show", made).out.splitlines()
    assert lines[1] == "Confidential"
    assert {"Published in: Gazette", "Pages: 4-5", "No.: 12", "Place: Kestrava", "Seen: 2026-03-12"} <= set(lines)


def test_what_is_in_the_trash_is_shown_with_a_note_of_it(sample: Path, run: Run) -> None:
    assert run("show", "C-8").err == ""
    run("delete", "C-8")
    ran = run("show", "C-8")
    assert (ran.code, ran.err) == (0, "C-8 is in the trash.\n")
    assert ran.out.startswith("C-8")


@pytest.mark.parametrize("thing", ["C-1", "V-1", "S-1"])
def test_only_an_article_has_versions(sample: Path, run: Run, thing: str) -> None:
    ran = run("show", thing, "--version", "1", schema="show")
    assert (ran.code, ran.json["error"]["code"]) == (2, "usage")


def test_a_memo_is_shown_with_the_claims_changed_since(sample: Path, run: Run, tmp_path: Path) -> None:
    run("memo", "A-11", "-o", tmp_path / "memo.docx")
    run("claim", "edit", "C-3", "--rationale", "Another reason.")
    shown = run("show", "M-1", schema="show").result
    assert shown["changed_claims"] == ["C-3"]
    told = run("show", "M-1").out
    assert told.startswith("M-1\t")
    assert f"Claims: {', '.join(shown['claims'])}\nChanged since: C-3\n" in told


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
        ("N-99", 1, "not_found"),
        ("K-1", 2, "usage"),
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
    assert run("articles", "zyzzyva").err == "Nothing matches.\n"
