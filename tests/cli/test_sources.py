"""`source add`, `sources` and `link`: citations, letters, and the words that bear on a claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run


def test_a_source_is_entered_by_hand(sample: Path, run: Run) -> None:
    source = run(
        "source", "add", "--title", "Call with the pilot", "--type", "personal_communication", "--author", "A. Pilot",
        "--container", "none", "--publisher", "Harbour", "--issued", "2026-03", "--pages", "1", "--url",
        "https://harbour.example/", "--accessed", "2026-03-12", "--place", "By phone", "--number", "7", "--primary",
        "--reliability", "B", "--confidential", schema="source add",
    ).result  # fmt: skip
    assert (source["title"], source["type"], source["level"]) == (
        "Call with the pilot",
        "personal_communication",
        "primary",
    )
    assert (source["issued"], source["place"], source["number"]) == ("2026-03", "By phone", "7")
    assert (source["reliability"], source["is_confidential"], source["article"]) == ("B", True, None)


def test_an_article_becomes_a_source_once(sample: Path, run: Run) -> None:
    first = run("source", "add", "A-1", "--secondary", schema="source add").result
    assert (first["article"], first["title"]) == ("A-1", "Council votes money for a new triage hall")
    second = run("source", "add", "A-1", "--title", "The vote", "--reliability", "B", schema="source add").result
    assert (second["id"], second["title"], second["reliability"]) == (first["id"], "The vote", "B")


def test_a_source_without_article_and_title_is_refused(sample: Path, run: Run) -> None:
    assert run("source", "add", "--primary", schema="source add").code == 2


def test_a_link_may_name_the_article_of_a_source(sample: Path, run: Run) -> None:
    words = "The triage hall opened on 3 November 2025."
    linked = run("link", "C-8", "A-7", "--stance", "supports", "--passage", words, schema="link").result
    assert (linked["source"], linked["passage"], linked["article"]) == ("S-1", words, "A-7")
    assert linked["anchor"]["exact"] == words


def test_a_link_to_an_article_that_is_no_source_says_how(sample: Path, run: Run) -> None:
    ran = run("link", "C-8", "A-1", "--stance", "context", schema="link")
    assert ran.code == 2
    assert "factdesk source add A-1" in ran.json["error"]["hint"]


def test_a_link_without_a_passage_keeps_its_locator(sample: Path, run: Run) -> None:
    linked = run(
        "link", "C-8", "S-7", "--stance", "context", "--locator", "00:01:20", "--note", "To ask", schema="link"
    ).result
    assert (linked["locator"], linked["passage"], linked["note"]) == ("00:01:20", "", "To ask")
    assert (linked["anchor"], linked["credibility"]) == (None, None)


def test_words_heard_in_a_call_are_kept_as_they_were(sample: Path, run: Run) -> None:
    linked = run("link", "C-8", "S-7", "--stance", "supports", "--passage", "It was six weeks.", schema="link").result
    assert (linked["passage"], linked["anchor"]) == ("It was six weeks.", None)


@pytest.mark.parametrize(
    ("words", "code"), [("opened on 4 November 2025", "quote_not_found"), ("2024", "quote_ambiguous")]
)
def test_a_passage_must_stand_in_the_source_once(sample: Path, run: Run, words: str, code: str) -> None:
    before = run("show", "C-8", schema="show").result["evidence"]
    ran = run("link", "C-8", "S-1", "--stance", "supports", "--passage", words, schema="link")
    assert (ran.code, ran.json["error"]["code"]) == (1, code)
    assert ran.json["error"]["hint"]
    assert run("show", "C-8", schema="show").result["evidence"] == before


@pytest.mark.parametrize("missing", [("--stance", "maybe"), ("--stance", "supports", "--credibility", "7"), ()])
def test_a_stance_and_figures_must_be_of_the_code(sample: Path, run: Run, missing: tuple[str, ...]) -> None:
    assert run("link", "C-8", "S-1", *missing, schema="link").code == 2


def test_evidence_is_unlinked_and_linked_again(sample: Path, run: Run) -> None:
    run("delete", "E-1", schema="delete")
    assert run("show", "C-1", schema="show").result["evidence"] == []
    run("restore", "E-1", schema="restore")
    assert [one["id"] for one in run("show", "C-1", schema="show").result["evidence"]] == ["E-1"]


def test_sources_are_listed(sample: Path, run: Run) -> None:
    rows = run("sources", schema="sources").result["sources"]
    assert len(rows) == 8
    assert "S-7\tprimary\tB\t1\tCall with the Ministry of Health, digital services\n" in run("sources").out
    run("delete", "S-8", schema="delete")
    assert [row["id"] for row in run("sources", "--trash", schema="sources").result["sources"]] == ["S-8"]
