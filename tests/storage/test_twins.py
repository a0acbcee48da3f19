"""Twins: the same bytes, the same text, the same address, or nearly the same words."""

from __future__ import annotations

from factdesk.model.enums import TwinKind
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from factdesk.storage.versions import text_hash
from storage.factories import AT, TEXT, WHO, a_claim, add_version, an_article

NOTHING = "f" * 64


def test_firmest_likeness_of_an_article_stands_once(storage: Storage) -> None:
    filed = an_article(storage, canonical_url="https://x.org/a")
    a_claim(storage, filed.version)
    with storage.read() as stores:
        row = stores.versions.row(filed.version)
        (twin,) = stores.twins.exact(row.original_sha256, "https://x.org/a", row.text_hash)
        (text,) = stores.twins.exact(NOTHING, "https://x.org/a", text_hash(TEXT))
        (url,) = stores.twins.exact(NOTHING, "https://x.org/a", NOTHING)
    assert (twin.kind, text.kind, url.kind) == (TwinKind.BYTES, TwinKind.TEXT, TwinKind.URL)
    assert (twin.article_id, twin.version_id, twin.claim_count, twin.likeness) == (filed.article, filed.version, 1, 1.0)
    assert (twin.title, twin.version_number, twin.captured_at) == ("Ward closes", 1, AT)


def test_address_leads_to_the_newest_version(storage: Storage) -> None:
    filed = an_article(storage, canonical_url="https://x.org/a")
    second = add_version(storage, filed.article, "Second.")
    with storage.read() as stores:
        (twin,) = stores.twins.exact("", "https://x.org/a", "")
    assert twin.version_id == second


def test_nothing_matches_nothing(storage: Storage) -> None:
    an_article(storage)
    with storage.read() as stores:
        assert stores.twins.exact("", "", "") == ()
        assert stores.twins.near(()) == ()
        assert stores.twins.exact(NOTHING, "https://x.org/b", NOTHING) == ()


def test_trash_holds_no_twins(storage: Storage) -> None:
    filed = an_article(storage, canonical_url="https://x.org/a", bands=(5,))
    with storage.begin(Verb.DELETE_ARTICLE, WHO, AT) as unit:
        unit.articles.delete(filed.article)
    with storage.read() as stores:
        assert stores.twins.exact("", "https://x.org/a", text_hash(TEXT)) == ()
        assert stores.twins.near((5,)) == ()


def test_near_texts_come_by_shared_bands_the_most_alike_first(storage: Storage) -> None:
    far = an_article(storage, "a", bands=(1, 70, 80))
    near = an_article(storage, "b", bands=(1, 2, 2**64 - 1))
    an_article(storage, "c", bands=(90,))
    with storage.read() as stores:
        found = stores.twins.near((1, 2, 2**64 - 1, 3))
        assert [one.version_id for one in stores.twins.near((1, 2), limit=1)] == [near.version]
    assert [one.version_id for one in found] == [near.version, far.version]
    twin = found[0].twin(0.93)
    assert (twin.kind, twin.likeness, twin.article_id) == (TwinKind.NEAR, 0.93, near.article)
