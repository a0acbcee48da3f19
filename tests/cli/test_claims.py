"""`claim add`, `claim edit` and `claims`: exact words, every field, and why some words are refused."""

from __future__ import annotations

from pathlib import Path

from cli.conftest import Run

STORY = "A-11"


def test_a_claim_takes_every_field_at_once(sample: Path, run: Run) -> None:
    claim = run(
        "claim", "add", STORY, "--quote", "logged 212 handovers of more than an hour", "--statement", "212 handovers",
        "--claimant", "Ilke Varrin", "--said-when", "2026-03-12", "--said-where", "Outside", "--kind", "number",
        "--status", "review", "--verdict", "true", "--rationale", "The log has 212.", "--risk", "risky",
        "--wording", "212 long handovers", "--answer", "accepted", "--assignee", "Nora Tealby",
        "--reviewer", "Iven Pell", "--due", "2026-03-15", "--tag", "numbers", "--tag", "winter", schema="claim add",
    ).result  # fmt: skip
    assert claim["quote"] == "logged 212 handovers of more than an hour"
    judged = (claim["claim_kind"], claim["status"], claim["verdict"], claim["risk"])
    assert judged == ("number", "review", "true", "risky")
    assert (claim["claimant"], claim["said_when"], claim["said_where"]) == ("Ilke Varrin", "2026-03-12", "Outside")
    assert (claim["wording"], claim["wording_answer"], claim["rationale"]) == (
        "212 long handovers",
        "accepted",
        "The log has 212.",
    )
    assert (claim["assignee"], claim["reviewer"], claim["due"]) == ("Nora Tealby", "Iven Pell", "2026-03-15")
    assert set(claim["tags"]) == {"numbers", "winter"}
    assert claim["anchor"]["exact"] == claim["quote"]
    assert run("show", claim["id"], schema="show").result == claim


def test_a_quotation_typed_with_plain_marks_is_found(sample: Path, run: Run) -> None:
    ran = run("claim", "add", STORY, "--quote", '"We queued in the rain', schema="claim add")
    assert ran.result["quote"] == "“We queued in the rain"


def test_words_that_are_not_there_are_refused_with_the_nearest(sample: Path, run: Run) -> None:
    before = run("claims", STORY, schema="claims").result
    ran = run("claim", "add", STORY, "--quote", "logged 312 handovers of more than an hour", schema="claim add")
    error = ran.json["error"]
    assert (ran.code, error["code"]) == (1, "quote_not_found")
    assert "handovers of more than an hour" in error["hint"]
    assert error["hint"] in ran.err
    assert run("claims", STORY, schema="claims").result == before


def test_words_that_are_there_twice_are_refused_with_both_places(sample: Path, run: Run) -> None:
    ran = run("claim", "add", STORY, "--quote", "Mr Wennick", schema="claim add")
    assert (ran.code, ran.json["error"]["code"]) == (1, "quote_ambiguous")
    assert "has run the hospital" in ran.json["error"]["hint"]


def test_a_verdict_may_be_named_by_its_words_and_taken_away(sample: Path, run: Run) -> None:
    for typed, key in (("Mostly true", "mostly_true"), ("half true", "half_true"), ("FALSE", "false"), ("none", "")):
        assert run("claim", "edit", "C-8", "--verdict", typed, schema="claim edit").result["verdict"] == key


def test_a_verdict_the_scale_has_not_is_refused_before_anything_is_marked(sample: Path, run: Run) -> None:
    before = run("claims", schema="claims").result
    words = "has run the hospital since 2021"
    ran = run("claim", "add", STORY, "--quote", words, "--verdict", "nearly", schema="claim add")
    assert (ran.code, ran.json["error"]["code"]) == (2, "usage")
    assert "half_true" in ran.json["error"]["hint"]
    assert run("claims", schema="claims").result == before


def test_an_empty_value_clears_a_field(sample: Path, run: Run) -> None:
    edited = run("claim", "edit", "C-3", "--wording", "", "--tag", "", schema="claim edit").result
    assert (edited["wording"], edited["tags"]) == ("", [])


def test_a_day_to_be_done_by_must_be_a_date(sample: Path, run: Run) -> None:
    before = run("show", "C-3", schema="show").result
    ran = run("claim", "edit", "C-3", "--due", "tomorrow", schema="claim edit")
    assert (ran.code, ran.json["error"]["code"]) == (2, "usage")
    assert run("show", "C-3", schema="show").result == before
    assert run("claim", "edit", "C-3", "--due", "2026-03-15T17:00", schema="claim edit").code == 0
    assert run("claim", "edit", "C-3", "--due", "", schema="claim edit").result["due"] == ""


def test_a_claim_without_words_is_refused(sample: Path, run: Run) -> None:
    assert run("claim", "add", STORY, "--quote", " ", schema="claim add").json["error"]["code"] == "usage"


def test_an_edit_that_names_nothing_is_refused(sample: Path, run: Run) -> None:
    assert run("claim", "edit", "C-3", schema="claim edit").code == 2


def test_claims_are_listed_by_article_status_and_checker(sample: Path, run: Run) -> None:
    assert len(run("claims", schema="claims").result["claims"]) == 10
    assert len(run("claims", STORY, schema="claims").result["claims"]) == 8
    done = run("claims", STORY, "--status", "done", schema="claims").result["claims"]
    assert {claim["id"] for claim in done} == {"C-1", "C-2", "C-5"}
    still_open = run("claims", STORY, "--open", schema="claims").result["claims"]
    assert {claim["id"] for claim in still_open}.isdisjoint({claim["id"] for claim in done})
    assert run("claims", "--assignee", "Oksana Dorovyk").out.count("\n") == 3


def test_a_claim_in_the_trash_can_be_brought_back(sample: Path, run: Run) -> None:
    deleted = run("delete", "c8", schema="delete").result
    assert (deleted["id"], "C-8" in deleted["touched"]) == ("C-8", True)
    assert [claim["id"] for claim in run("claims", "--trash", schema="claims").result["claims"]] == ["C-8"]
    again = run("delete", "C-8")
    assert (again.code, again.err) == (0, "Nothing was changed.\n")
    run("restore", "C-8", schema="restore")
    assert run("claims", "--trash", schema="claims").result == {"claims": []}
