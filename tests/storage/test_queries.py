"""No query a row: each list takes as many statements for 60 things as for one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event

from factdesk.model.enums import Kind, Stance
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.evidence import EvidenceDraft
from factdesk.model.values.scopes import ArticleScope, ClaimScope
from factdesk.model.verbs import Verb
from factdesk.storage.memos import NewMemo
from factdesk.storage.store import Storage
from factdesk.storage.stores import Stores
from storage.factories import AT, WHO, a_contact, a_source, a_version, an_anchor, create
from storage.factories import an_article as file_article

MANY = 60
IDS = range(1, MANY + 1)
ALL = frozenset(IDS)

QUERIES: dict[str, tuple[Callable[[Stores], object], int]] = {
    "articles.rows": (lambda s: s.articles.rows(ArticleScope()), 2),
    "articles.rows of a tag": (lambda s: s.articles.rows(ArticleScope(tag="t", text="ward")), 2),
    "articles.by_ids": (lambda s: s.articles.by_ids(ALL), 2),
    "articles.detail": (lambda s: s.articles.detail(1), 4),
    "articles.outlets": (lambda s: s.articles.outlets(), 1),
    "versions.of_article": (lambda s: s.versions.of_article(1), 1),
    "versions.latest_of": (lambda s: s.versions.latest_of(ALL), 1),
    "claims.rows": (lambda s: s.claims.rows(ClaimScope()), 2),
    "claims.of_version": (lambda s: s.claims.of_version(1), 2),
    "claims.detail": (lambda s: s.claims.detail(1), 5),
    "claims.details": (lambda s: s.claims.details(ALL), 4),
    "anchors.of_version": (lambda s: s.anchors.of_version(1, Kind.CLAIM), 1),
    "sources.rows": (lambda s: s.sources.rows(), 2),
    "sources.detail": (lambda s: s.sources.detail(1), 6),
    "evidence.of_claim": (lambda s: s.evidence.of_claim(1), 1),
    "evidence.of_version": (lambda s: s.evidence.of_version(1), 1),
    "contacts.of_source": (lambda s: s.contacts.of_source(1), 1),
    "notes.of": (lambda s: s.notes.of(Kind.CLAIM, 1), 1),
    "tags.rows": (lambda s: s.tags.rows(), 3),
    "memos.rows": (lambda s: s.memos.rows(), 5),
    "counting.counts": (lambda s: s.counting.counts(WHO, "2026-03-02"), 8),
    "twins.exact": (lambda s: s.twins.exact("0", "u", "0"), 3),
    "twins.near": (lambda s: s.twins.near((7,)), 2),
    "history.rows": (lambda s: s.history.rows(), 2),
    "history.next_undo": (lambda s: s.history.next_undo(), 1),
    "outbox.pending": (lambda s: s.outbox.pending(), 1),
    "documents of articles": (lambda s: s.searchables.documents(Kind.ARTICLE, IDS), 2),
    "documents of claims": (lambda s: s.searchables.documents(Kind.CLAIM, IDS), 2),
    "documents of sources": (lambda s: s.searchables.documents(Kind.SOURCE, IDS), 2),
    "documents of evidence": (lambda s: s.searchables.documents(Kind.EVIDENCE, IDS), 1),
    "documents of notes": (lambda s: s.searchables.documents(Kind.NOTE, IDS), 1),
    "documents of memos": (lambda s: s.searchables.documents(Kind.MEMO, IDS), 1),
}


def fill(storage: Storage, count: int) -> None:
    """Give everything `count` times, and `count` of everything to the first of each."""
    for _ in range(count):
        filed = file_article(storage, canonical_url="u", tags=("t",), bands=(7,))
        source = a_source(storage, article_id=1)
        a_contact(storage, 1)
        new = a_version(storage)
        with storage.begin(Verb.MARK_CLAIM, WHO, AT) as unit:
            version = unit.versions.add(1, new)
            claims = [unit.claims.add(one, an_anchor("ward")) for one in (1, filed.version)]
            for claim in claims:
                unit.anchors.set_place(Kind.CLAIM, claim, version, an_anchor("ward"))
                unit.claims.patch(claim, ClaimPatch(tags=("t", "u")))
            unit.notes.add(Kind.CLAIM, 1, "note")
            unit.memos.add(NewMemo(1, 1, "", "", "", tuple(claims)))
            for one in (1, source):
                unit.evidence.add(EvidenceDraft(1, one, Stance.SUPPORTS, version_id=1, anchor=an_anchor("12 %")))


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    made = {}
    for count in (1, MANY):
        storage = create(tmp_path_factory.mktemp("queries") / str(count))
        fill(storage, count)
        storage.close()
        made[count] = storage.folder
    return made


@pytest.mark.parametrize("name", QUERIES)
def test_list_takes_a_fixed_number_of_statements(libraries: dict[int, Path], name: str) -> None:
    query, most = QUERIES[name]
    used = {count: statements(folder, query) for count, folder in libraries.items()}
    assert used[MANY] == used[1]
    assert used[1] <= most


def statements(folder: Path, query: Callable[[Stores], object]) -> int:
    storage = Storage.open(folder, at=AT, read_only=True)
    seen: list[str] = []

    def note(*args: object) -> None:
        if str(args[2]).startswith("SELECT"):
            seen.append(str(args[2]))

    event.listen(storage._database._engine, "before_cursor_execute", note)
    try:
        with storage.read() as stores:
            query(stores)
    finally:
        storage.close()
    return len(seen)
