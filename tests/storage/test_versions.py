"""Versions: immutable texts with their blocks, numbered, each with its original."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factdesk.errors import NotFoundError
from factdesk.model.enums import BlockKind
from factdesk.model.values.text import Block, CanonicalText
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, TEXT, WHO, a_version, add_version, an_article

spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))
blocks = st.builds(
    lambda kind, span, level, page, row, column: Block(kind, min(span), max(span), level, page, row, column),
    st.sampled_from(BlockKind), spans, st.integers(0, 6), st.none() | st.integers(1, 900),
    st.none() | st.integers(1, 90), st.none() | st.integers(1, 90),
)  # fmt: skip
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=200).map(lambda t: unicodedata.normalize("NFC", t))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(texts, st.lists(blocks, max_size=5))
def test_text_and_blocks_come_back_as_they_went(storage: Storage, text: str, parts: list[Block]) -> None:
    content = CanonicalText(text, tuple(parts))
    filed = an_article(storage)
    with storage.begin(Verb.ADD_VERSION, WHO, AT) as unit:
        version = unit.versions.add(filed.article, a_version(storage, text, content=content))
    with storage.read() as stores:
        assert stores.versions.text(version).content == content


def test_row_tells_of_the_capture_and_the_original(storage: Storage) -> None:
    filed = an_article(storage)
    with storage.read() as stores:
        row = stores.versions.row(filed.version)
        text = stores.versions.text(filed.version)
    data = TEXT.encode()
    assert (row.number, row.captured_at, row.captured_by, row.captured_from) == (1, AT, WHO, "pasted")
    assert row.text_hash == hashlib.sha256(data).hexdigest() == row.original_sha256
    assert (row.original_size, row.media_type, row.original_name) == (len(data), "text/plain", "ward.txt")
    assert row.word_count == len(TEXT.split())
    assert (text.version, text.title, text.language) == (row, "Ward closes", "en")


def test_versions_are_numbered_within_their_article(storage: Storage) -> None:
    first, second = an_article(storage), an_article(storage, "Other.")
    third = add_version(storage, first.article, "Third.")
    with storage.read() as stores:
        assert [row.number for row in stores.versions.of_article(first.article)] == [1, 2]
        assert [row.number for row in stores.versions.of_article(second.article)] == [1]
        assert stores.versions.latest(first.article).id == third
        latest = stores.versions.latest_of(frozenset({first.article, second.article, 99}))
    assert {article: row.id for article, row in latest.items()} == {
        first.article: third, second.article: second.version,
    }  # fmt: skip


def test_one_original_may_serve_two_articles(storage: Storage) -> None:
    first = an_article(storage)
    an_article(storage)
    with storage.read() as stores:
        assert len(stores.versions.originals()) == 1
        assert set(stores.versions.owners_of_originals().values()) == {first.article}


def test_text_altered_behind_our_back_is_found(storage: Storage) -> None:
    filed = an_article(storage)
    an_article(storage, "Untouched.")
    with storage._database.writing() as session:
        session.connection().exec_driver_sql(f"UPDATE version SET text = 'Altered' WHERE id = {filed.version}")
    with storage.read() as stores:
        assert list(stores.versions.changed_texts()) == [filed.version]


def test_what_is_missing_is_named(storage: Storage) -> None:
    with storage.read() as stores:
        for ask in (stores.versions.row, stores.versions.text):
            with pytest.raises(NotFoundError, match="V-9"):
                ask(9)
        with pytest.raises(NotFoundError, match="A-9"):
            stores.versions.latest(9)
    with pytest.raises(NotFoundError, match="A-9"), storage.begin(Verb.ADD_VERSION, WHO, AT) as unit:
        unit.versions.add(9, a_version(storage))
