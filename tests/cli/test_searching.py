"""`search`: hits, filters, what is not understood, and an index that is behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.conftest import Run
from factdesk.cli.searching import Findable
from factdesk.library.library import Library
from factdesk.storage.searchable import KINDS


def test_hits_name_thing_title_and_snippet(sample: Path, run: Run) -> None:
    found = run("search", "corridor", schema="search").result
    assert found["total"] == len(found["hits"]) == sum(found["totals"].values())
    assert {hit["kind"] for hit in found["hits"]} >= {"article", "claim", "evidence"}
    article = next(hit for hit in found["hits"] if hit["id"] == "A-11")
    assert "corridor" in article["snippet"]
    text = run("show", "A-11", schema="show").result["text"]
    assert {text[span["start"] : span["end"]].casefold() for span in article["spans"]} == {"corridor"}


def test_inflected_words_of_ukrainian_are_found(sample: Path, run: Run) -> None:
    found = run("search", "лікарнями", schema="search").result
    assert "A-3" in {hit["id"] for hit in found["hits"]}


def test_filters_narrow(sample: Path, run: Run) -> None:
    def ids(*options: str) -> set[str]:
        return {hit["id"] for hit in run("search", "corridor", *options, schema="search").result["hits"]}

    assert ids("--kind", "claim") == {"C-3"}
    assert ids("--kind", "claim", "--verdict", "true") == set()
    assert ids("--outlet", "Kestrava Regional Ambulance Service", "--kind", "article") == {"A-6"}
    assert "A-3" not in ids("--language", "en")
    assert ids("--status", "review", "--kind", "claim") == {"C-3"}


def test_limit_and_offset_page(sample: Path, run: Run) -> None:
    def ids(*options: str) -> list[str]:
        return [hit["id"] for hit in run("search", "hospital", *options, schema="search").result["hits"]]

    whole = ids("--limit", "6")
    assert (len(whole), ids("--limit", "3", "--offset", "3")) == (6, whole[3:])


@pytest.mark.parametrize(
    "query", ['"open quote', "((", "AND", "*", "status:", "kind:nothing", "a OR", "NOT", "\\", "🚑"]
)
def test_a_slip_of_syntax_never_fails(sample: Path, run: Run, query: str) -> None:
    assert run("search", query, schema="search").code == 0


def test_what_was_not_understood_is_named(sample: Path, run: Run) -> None:
    ignored = run("search", "nonsense:corridor (hospital", schema="search").result["ignored"]
    assert [sentence.split(";")[0] for sentence in ignored] == ["“nonsense:” is no field", "“(” is not closed"]
    ran = run("search", "nonsense:corridor (hospital")
    assert ran.err.splitlines()[1:] == ignored


@pytest.mark.parametrize(
    ("typed", "meant"), [("hospital (corridor", "hospital (corridor)"), ('"busiest year', '"busiest year"')]
)
def test_what_nothing_closes_is_searched_to_the_end_and_named(sample: Path, run: Run, typed: str, meant: str) -> None:
    mended, whole = (run("search", query, schema="search").result for query in (typed, meant))
    assert [hit["id"] for hit in mended["hits"]] == [hit["id"] for hit in whole["hits"]] != []
    assert (len(mended["ignored"]), whole["ignored"]) == (1, [])


@pytest.mark.parametrize(
    ("option", "value"),
    [("--kind", "person"), ("--status", "nearly"), ("--verdict", "flase"), ("--published", "soon")],
)
def test_a_filter_that_can_fit_nothing_is_refused(sample: Path, run: Run, option: str, value: str) -> None:
    ran = run("search", "corridor", option, value, schema="search")
    assert (ran.code, ran.json["error"]["code"]) == (2, "usage")


def test_every_kind_that_is_indexed_can_be_asked_for(sample: Path, run: Run) -> None:
    assert list(map(str, Findable)) == list(map(str, KINDS))
    assert run("search", "corridor", *(word for kind in KINDS for word in ("--kind", kind)), schema="search").code == 0


def test_a_verdict_may_be_named_by_its_words(sample: Path, run: Run) -> None:
    found = run("search", "", "--verdict", "Half true", schema="search").result
    assert {hit["verdict"] for hit in found["hits"]} == {"half_true"}


def test_words_are_printed_one_hit_a_line(sample: Path, run: Run) -> None:
    ran = run("search", "corridor")
    total = run("search", "corridor", schema="search").result["total"]
    assert (ran.out.count("\n"), ran.err) == (total, f"{total} found.\n")
    assert all(line.count("\t") == 2 for line in ran.out.splitlines())


def test_an_index_that_is_gone_is_built_anew(sample: Path, run: Run) -> None:
    before = run("search", "corridor", schema="search").result["total"]
    shutil.rmtree(sample / "index")
    assert run("search", "corridor", schema="search").result["total"] == before
    assert run("check", schema="check").result == {"problems": []}


def test_an_index_that_another_program_has_to_build_is_said_to_be_missing(sample: Path, run: Run) -> None:
    other = Library.open(sample, who="Somebody else")
    try:
        shutil.rmtree(sample / "index")
        ran = run("search", "corridor", schema="search")
        assert (ran.code, ran.json["error"]["code"]) == (1, "conflict")
    finally:
        other.close()


def test_nothing_found_is_not_a_failure(sample: Path, run: Run) -> None:
    ran = run("search", "zyzzyva", schema="search")
    assert (ran.code, ran.result["total"], ran.result["hits"]) == (0, 0, [])


@pytest.mark.parametrize("option", [("--limit", "0"), ("--limit", "x"), ("--offset", "-1"), ("--order", "best")])
def test_options_out_of_range_are_refused(sample: Path, run: Run, option: tuple[str, str]) -> None:
    assert run("search", "corridor", *option, schema="search").code == 2
