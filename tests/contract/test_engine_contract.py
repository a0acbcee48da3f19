"""What every engine must do: each is run through the same suite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factdesk.errors import Cancelled
from factdesk.progress import CancelToken, SilentProgress
from factdesk.search.engine import Engine, EngineMaker, Health, Order, SearchRequest
from factdesk.search.later import LaterEngine
from factdesk.search.query import parse
from factdesk.search.whoosh_engine import WhooshEngine
from search.documents import NEWS, a_document, ask, found, numbers

ENGINES: dict[str, EngineMaker] = {
    "whoosh": WhooshEngine,
    "whoosh, loaded later": lambda folder: LaterEngine(lambda: WhooshEngine(folder)),
}


@pytest.fixture(params=ENGINES)
def maker(request: pytest.FixtureRequest) -> EngineMaker:
    return ENGINES[request.param]


@pytest.fixture
def empty(maker: EngineMaker, tmp_path: Path) -> Iterator[Engine]:
    engine = maker(tmp_path / "index")
    engine.clear()
    yield engine
    engine.close()


@pytest.fixture
def engine(empty: Engine) -> Engine:
    empty.write(NEWS)
    return empty


def test_a_new_folder_has_no_index(maker: EngineMaker, tmp_path: Path) -> None:
    assert maker(tmp_path / "index").health() is Health.MISSING


def test_opening_makes_nothing(maker: EngineMaker, tmp_path: Path) -> None:
    maker(tmp_path / "index").health()
    assert list(tmp_path.iterdir()) == []


def test_a_cleared_index_is_ready_and_empty(empty: Engine) -> None:
    assert empty.health() is Health.READY
    assert ask(empty, "").total == 0
    assert empty.keys() == frozenset()


def test_writing_gives_the_number_of_documents(empty: Engine) -> None:
    assert empty.write(NEWS) == len(NEWS)
    assert empty.write(()) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("run", {"article-1"}),
        ("child", {"article-1"}),
        ("війна", {"article-2"}),
        ("київ", {"article-2"}),
        ("п'ятдесят", {"article-2"}),
        ("журналист", {"article-3"}),
        ("дом ребенок", {"article-3"}),
        ("council officials", {"article-1"}),
        ("council нова", set()),
        ("council OR школа", {"article-1", "article-3"}),
        ("ward NOT minutes", {"article-1", "claim-345"}),
        ("ward -minutes -council", {"claim-345"}),
        ("(council OR minutes) ward", {"article-1", "evidence-7"}),
        ('"running out of money"', {"article-1"}),
        ('"out running"', set()),
        ('"міська рада"', {"article-2"}),
        ("counc*", {"article-1"}),
        ("жур*", {"article-3"}),
        ("kind:claim", {"claim-345"}),
        ("kind:claim OR kind:evidence", {"claim-345", "evidence-7"}),
        ("outlet:times", {"article-1", "claim-345"}),
        ('outlet:"new york"', {"article-1", "claim-345"}),
        ('outlet:"york new"', set()),
        ("author:halloran", {"article-1"}),
        ("author:коваль", {"article-2"}),
        ("claimant:halloran", {"claim-345"}),
        ("status:in-review", {"claim-345"}),
        ("verdict:mostly_false", {"claim-345"}),
        ('verdict:"mostly false"', {"claim-345"}),
        ("stance:refutes", {"evidence-7"}),
        ('tag:"city hall"', {"article-1"}),
        ("language:uk", {"article-2"}),
        ("lang:(uk OR ru)", {"article-2", "article-3"}),
        ("title:ward", {"claim-345"}),
        ("id:C-345", {"claim-345"}),
        ("C-345", {"claim-345"}),
        ("a-0001", {"article-1"}),
        ("published:2026", {"article-1", "claim-345"}),
        ("published:2026-03", {"article-1", "claim-345"}),
        ("published:2026-03-05", {"article-1", "claim-345"}),
        ("published:2025-11..2025-12", {"article-2"}),
        ("published:2025-11-01..2025-11-15", set()),
        ("published:..2025", {"article-2", "article-3"}),
        ("published:2025..", {"article-1", "article-2", "claim-345"}),
        ("-published:2020..", {"evidence-7"}),
        ("", {"article-1", "article-2", "article-3", "claim-345", "evidence-7"}),
        ("((", set()),
    ],
)
def test_a_query_finds(engine: Engine, text: str, expected: set[str]) -> None:
    assert found(engine, text) == expected


def test_a_word_being_typed_finds_what_begins_so(engine: Engine) -> None:
    assert found(engine, "counc") == set()
    assert found(engine, "counc", is_typing=True) == {"article-1"}
    assert found(engine, "ward counc", is_typing=True) == {"article-1"}


def test_a_word_never_meets_the_stem_of_another_language(empty: Engine) -> None:
    # "dies" is a form of the English "die" and a word of its own in German.
    empty.write([a_document(1, "dies", language="de"), a_document(2, "dies", language="en")])
    assert found(empty, "dying") == {"article-2"}
    assert found(empty, "dies") == {"article-1", "article-2"}


def test_texts_without_a_known_language_are_found_by_their_words(empty: Engine) -> None:
    empty.write([a_document(1, "runs", language=""), a_document(2, "runs", language="xx")])
    assert found(empty, "runs") == {"article-1", "article-2"}
    assert found(empty, "run") == set()


def test_a_title_counts_more_than_a_body(empty: Engine) -> None:
    empty.write([a_document(1, "ward and so on", title="Other"), a_document(2, "other and so on", title="Ward")])
    assert numbers(empty, "ward") == [2, 1]


def test_a_thing_comes_first_under_its_public_id(empty: Engine) -> None:
    empty.write([a_document(1, "The A-2 and the A-2 and the A-2"), a_document(2, "Something else")])
    assert numbers(empty, "A-2") == [2, 1]


def test_writing_replaces_by_key(engine: Engine) -> None:
    engine.write([a_document(1, "Wholly other words")])
    assert found(engine, "council") == set()
    assert found(engine, "wholly") == {"article-1"}
    assert len(engine.keys()) == len(NEWS)


def test_the_last_of_two_with_one_key_counts(empty: Engine) -> None:
    assert empty.write([a_document(1, "former"), a_document(1, "latter")]) == 1
    assert found(empty, "former") == set()
    assert found(empty, "latter") == {"article-1"}


def test_what_is_gone_is_not_found(engine: Engine) -> None:
    engine.write((), gone=["article-1", "claim-9999"])
    assert engine.keys() == {document.key for document in NEWS} - {"article-1"}
    assert found(engine, "council") == set()
    assert ask(engine, "").total == len(NEWS) - 1


def test_what_is_deleted_is_not_found(engine: Engine) -> None:
    assert engine.write([a_document(1, "council", is_deleted=True)]) == 0
    assert found(engine, "council") == set()
    assert engine.keys() == {document.key for document in NEWS} - {"article-1"}


def test_keys_are_those_of_all_documents(engine: Engine) -> None:
    assert engine.keys() == {document.key for document in NEWS}


def test_a_page_follows_the_page_before(empty: Engine) -> None:
    empty.write(a_document(number, "ward " * number) for number in range(1, 31))
    whole = numbers(empty, "ward", limit=30)
    pages = [number for offset in range(0, 30, 7) for number in numbers(empty, "ward", offset=offset, limit=7)]
    assert pages == whole
    assert sorted(whole) == list(range(1, 31))
    assert numbers(empty, "ward", offset=40) == []


def test_totals_count_all_hits(engine: Engine) -> None:
    hits = ask(engine, "ward", limit=1)
    assert len(hits.hits) == 1
    assert hits.total == 3
    assert hits.totals_by_kind == {"article": 1, "claim": 1, "evidence": 1}


def test_each_kind_gives_as_many_as_asked(empty: Engine) -> None:
    empty.write(a_document(number, "ward", kind=kind) for kind in ("article", "claim", "note") for number in range(5))
    hits = ask(empty, "ward", per_kind=2)
    assert sorted(hit.kind for hit in hits.hits) == ["article", "article", "claim", "claim", "note", "note"]
    assert hits.total == 15


def test_hits_come_by_date(empty: Engine) -> None:
    dates = {1: "2026-03-05", 2: "", 3: "2024", 4: "2026-11"}
    empty.write(a_document(number, "ward", published=date) for number, date in dates.items())
    assert numbers(empty, "ward", order=Order.NEWEST) == [4, 1, 3, 2]
    assert numbers(empty, "ward", order=Order.OLDEST) == [3, 1, 4, 2]
    assert numbers(empty, "ward", order=Order.NEWEST, limit=2) == [4, 1]
    assert numbers(empty, "ward", order=Order.OLDEST, limit=2) == [3, 1]


def test_facets_count_what_the_query_finds(engine: Engine) -> None:
    facets = ask(engine, "ward").facets
    assert facets["kind"] == {"article": 1, "claim": 1, "evidence": 1}
    assert facets["outlet"] == {"The New York Times": 2}
    assert facets["claimant"] == {"Ines Halloran": 1}
    assert facets["status"] == {"in_review": 1}
    assert facets["verdict"] == {"Mostly false": 1}
    assert facets["tag"] == {"money": 1, "city hall": 1}
    assert facets["language"] == {"en": 3}
    assert facets["published"] == {"2026": 2, "2026-03": 2}
    assert ask(engine, "ward", with_facets=False).facets == {}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"kind": {"claim"}}, {"claim-345"}),
        ({"kind": {"claim", "evidence"}}, {"claim-345", "evidence-7"}),
        ({"kind": {"claim"}, "outlet": {"Вестник"}}, set()),
        ({"outlet": {"The New York Times"}}, {"article-1", "claim-345"}),
        ({"tag": {"city hall", "no such"}}, {"article-1"}),
        ({"language": {"en"}, "verdict": {"Mostly false"}}, {"claim-345"}),
        ({"published": {"2026"}}, {"article-1", "claim-345"}),
        ({"published": {"2026-03"}}, {"article-1", "claim-345"}),
        ({"published": {"2023.."}}, {"article-1", "claim-345"}),
        ({"published": {"2020..2024"}}, set()),
        ({"outlet": set()}, {"article-1", "claim-345", "evidence-7"}),
    ],
)
def test_filters_keep(engine: Engine, filters: dict[str, set[str]], expected: set[str]) -> None:
    chosen = {name: frozenset(values) for name, values in filters.items()}
    assert found(engine, "ward", filters=chosen) == expected


def test_a_filter_leaves_its_own_facet_open(engine: Engine) -> None:
    hits = ask(engine, "ward", filters={"kind": frozenset(("claim",))})
    assert hits.totals_by_kind == {"claim": 1}
    assert hits.facets["kind"] == {"article": 1, "claim": 1, "evidence": 1}
    assert hits.facets["outlet"] == {"The New York Times": 1}


def test_words_come_commonest_first(empty: Engine) -> None:
    empty.write([a_document(1, "ward warden"), a_document(2, "ward Warsaw"), a_document(3, "ward warden")])
    assert empty.words("WAR", 2) == ("ward", "warden")
    assert empty.words("wars", 5) == ("warsaw",)
    assert empty.words("x", 5) == ()
    assert empty.words("", 5) == ()


def test_a_search_that_was_cancelled_stops(engine: Engine) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        engine.search(SearchRequest(parse("ward")), cancel)


def test_a_rebuild_leaves_only_what_it_was_given(engine: Engine) -> None:
    engine.rebuild(
        [a_document(50, "fresh"), a_document(51, "trash", is_deleted=True)], 2, SilentProgress(), CancelToken()
    )
    assert engine.keys() == {"article-50"}
    assert found(engine, "") == {"article-50"}


def test_a_cancelled_rebuild_leaves_the_old_index(engine: Engine) -> None:
    cancel = CancelToken()

    def documents() -> Iterator[object]:
        yield a_document(50, "fresh")
        cancel.cancel()
        yield a_document(51, "fresh")

    with pytest.raises(Cancelled):
        engine.rebuild(documents(), 2, SilentProgress(), cancel)  # type: ignore[arg-type]
    assert found(engine, "council") == {"article-1"}
    assert found(engine, "fresh") == set()


def test_a_rebuild_reports_how_far_it_is(empty: Engine) -> None:
    seen: list[tuple[int, int | None]] = []

    class Watching:
        def report(self, done: int, total: int | None, words: str = "") -> None:
            seen.append((done, total))

    empty.rebuild((a_document(number, "x") for number in range(60)), 60, Watching(), CancelToken())
    assert seen[0] == (0, 60)
    assert seen[-1] == (60, 60)


def test_an_index_is_there_when_it_is_opened_again(maker: EngineMaker, tmp_path: Path) -> None:
    first = maker(tmp_path / "index")
    first.clear()
    first.write(NEWS)
    first.close()
    second = maker(tmp_path / "index")
    assert second.health() is Health.READY
    assert found(second, "council") == {"article-1"}
    second.close()


def test_what_one_engine_writes_another_sees_at_once(maker: EngineMaker, tmp_path: Path) -> None:
    writing, reading = maker(tmp_path / "index"), maker(tmp_path / "index")
    writing.clear()
    for number in range(1, 6):
        writing.write([a_document(number, f"ward{number}")])
        assert found(reading, f"ward{number}") == {f"article-{number}"}
    writing.rebuild([a_document(9, "other")], 1, SilentProgress(), CancelToken())
    assert found(reading, "") == {"article-9"}
    for one in (writing, reading):
        one.close()
