"""On any documents and any plan our evaluation finds the documents that stock Whoosh finds in the same files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.progress import CancelToken
from factdesk.search.engine import SearchDocument, SearchRequest
from factdesk.search.nodes import And, Everything, InField, Node, Not, Nothing, Or, Phrase, Prefix, Word
from factdesk.search.plan import AllOf, AnyOf, AnyTerm, NoneOf, Row, Starts, Step, Within, plan
from factdesk.search.query import Query
from factdesk.search.schema import schema
from factdesk.search.whoosh_engine import WhooshEngine
from factdesk.search.whoosh_parts import FileIndex, FileStorage
from search.documents import KEY, a_document
from search.stock import stock_index

VOCABULARY = ("run", "running", "ward", "wards", "war", "city", "hall", "cities", "e-mail", "U.S.")
OUTLETS = ("", "City News", "News of the Ward")

words = st.sampled_from(VOCABULARY)
bodies = st.lists(words, max_size=12).map(" ".join)
documents = st.builds(
    lambda number, title, body, language, outlet, kind: a_document(
        number, body, title=title, language=language, outlet=outlet, kind=kind
    ),
    st.integers(1, 25),
    bodies,
    bodies,
    st.sampled_from(["en", "de", ""]),
    st.sampled_from(OUTLETS),
    st.sampled_from(["article", "claim"]),
)
batches = st.lists(
    st.tuples(st.lists(documents, max_size=8), st.lists(st.integers(1, 25), max_size=3)), min_size=1, max_size=5
)
leaves: st.SearchStrategy[Node] = st.one_of(
    st.builds(Word, words),
    st.builds(lambda word: Word(word, is_open=True), words),
    st.builds(Prefix, st.sampled_from(["r", "wa", "city", "e-m"])),
    st.builds(lambda some: Phrase(tuple(some)), st.lists(st.sampled_from(VOCABULARY[:8]), min_size=1, max_size=3)),
    st.builds(lambda word: InField("outlet", Word(word)), st.sampled_from(["news", "city", "ward"])),
    st.just(InField("kind", Word("claim"))),
    st.builds(lambda word: InField("title", Word(word)), words),
    st.just(Everything()),
    st.just(Nothing()),
)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda nodes: And(tuple(nodes))),
        st.lists(inner, min_size=1, max_size=3).map(lambda nodes: Or(tuple(nodes))),
        inner.map(Not),
    ),
    max_leaves=6,
)


def stock(step: Step) -> Any:  # noqa: PLR0911  (one line a kind of step)
    """Say a plan in Whoosh's own queries."""
    from whoosh import query

    match step:
        case AnyTerm(field, terms):
            return query.Or([query.Term(field, term) for term in terms])
        case Row(field, terms):
            return query.Phrase(field, list(terms))
        case Starts(field, prefix):
            return query.Prefix(field, prefix)
        case AllOf(steps):
            return query.And([stock(one) for one in steps])
        case AnyOf(steps):
            return query.Or([stock(one) for one in steps])
        case NoneOf(inner):
            return query.And([query.Every(), query.Not(stock(inner))])
        case Everything():
            return query.Every()
        case Nothing() | Within():
            return query.NullQuery
    raise AssertionError(step)


@contextmanager
def written(changes: list[tuple[list[SearchDocument], list[int]]]) -> Iterator[tuple[WhooshEngine, Path]]:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "index"
        engine = WhooshEngine(folder, key=KEY)
        engine.clear()
        for some, gone in changes:
            engine.write(some, [f"article-{number}" for number in gone])
        yield engine, folder
        engine.close()


def ours(engine: WhooshEngine, root: Node) -> set[str]:
    hits = engine.search(SearchRequest(Query(root), limit=1000), CancelToken())
    return {f"{hit.kind}-{hit.id}" for hit in hits.hits}


def theirs(folder: Path, step: Step) -> set[str]:
    index = FileIndex(FileStorage(str(folder)), schema=schema())
    if index.doc_count_all() == 0:
        return set()
    with index.searcher() as searcher:
        stored = [searcher.stored_fields(number) for number in searcher.docs_for_query(stock(step))]
    return {f"{row['kind']}-{row['id']}" for row in stored}


@given(batches, st.lists(trees, min_size=1, max_size=6))
@settings(max_examples=40)
def test_we_find_what_stock_whoosh_finds(
    changes: list[tuple[list[SearchDocument], list[int]]], roots: list[Node]
) -> None:
    with written(changes) as (engine, folder):
        for root in roots:
            assert ours(engine, root) == theirs(folder, plan(root, ("", "de", "en")))


@given(st.lists(documents, max_size=9, unique_by=lambda one: one.key), st.lists(trees, min_size=1, max_size=5))
@settings(max_examples=40)
def test_we_find_what_stock_whoosh_finds_in_an_index_of_its_own(some: list[SearchDocument], roots: list[Node]) -> None:
    with (
        written([(some, [])]) as (engine, _folder),
        TemporaryDirectory() as folder,
        stock_index(Path(folder), some).searcher() as searcher,
    ):
        for root in roots:
            step = stock(plan(root, ("", "de", "en")))
            numbers = searcher.docs_for_query(step) if some else ()
            assert ours(engine, root) == {searcher.stored_fields(number)["key"] for number in numbers}


@given(batches)
@settings(max_examples=20)
def test_many_commits_equal_a_fresh_build(changes: list[tuple[list[SearchDocument], list[int]]]) -> None:
    now: dict[str, SearchDocument] = {}
    for some, gone in changes:
        for number in gone:
            now.pop(f"article-{number}", None)
        now.update({document.key: document for document in some})
    with written(changes) as (engine, _folder), written([(list(now.values()), [])]) as (fresh, _other):
        assert engine.keys() == fresh.keys() == set(now)
        for word in VOCABULARY:
            assert ours(engine, Word(word)) == ours(fresh, Word(word))
