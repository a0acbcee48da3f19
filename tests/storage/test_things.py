"""Any thing by its kind and id."""

from __future__ import annotations

import pytest

from factdesk.errors import NotFoundError
from factdesk.model.enums import Kind, StrikeReason
from factdesk.model.values.desk import ThingRef
from factdesk.model.verbs import Verb
from factdesk.storage.memos import NewMemo
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, a_claim, a_contact, a_source, an_anchor, an_article, an_evidence

TITLES = {
    Kind.ARTICLE: "Ward closes",
    Kind.VERSION: "Ward closes",
    Kind.CLAIM: "closed in 2019",
    Kind.STRIKE: "said",
    Kind.SOURCE: "City budget",
    Kind.EVIDENCE: "closed",
    Kind.CONTACT: "Press office",
    Kind.NOTE: "Ask them",
    Kind.PERSON: "Adam",
    Kind.TAG: "city",
    Kind.SCALE: "Default",
    Kind.MEMO: "Ward closes",
}


@pytest.fixture
def filled(storage: Storage) -> Storage:
    filed = an_article(storage, tags=("city",))
    claim = a_claim(storage, filed.version)
    source = a_source(storage)
    an_evidence(storage, claim, source)
    a_contact(storage, source)
    with storage.begin(Verb.EXPORT_MEMO, WHO, AT) as unit:
        unit.strikes.add(filed.version, an_anchor("said"), StrikeReason.SCENE)
        unit.notes.add(Kind.CLAIM, claim, "  Ask\n them ")
        unit.desk.add_person("Adam")
        unit.memos.add(NewMemo(filed.article, filed.version, "", "", "", (claim,)))
    return storage


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_title_or_is_not_found(filled: Storage, kind: Kind) -> None:
    with filled.read() as stores:
        assert stores.things.resolve(kind, 1) == ThingRef(kind, 1, TITLES[kind])
        assert stores.things.title(kind, 99) == ""
        with pytest.raises(NotFoundError, match="99"):
            stores.things.resolve(kind, 99)


def test_claim_is_called_by_what_it_states(storage: Storage) -> None:
    claim = a_claim(storage, an_article(storage).version, statement="It\nclosed " + "x" * 300)
    with storage.read() as stores:
        title = stores.things.title(Kind.CLAIM, claim)
    assert title.startswith("It closed xxx")
    assert (len(title), title[-1]) == (200, "…")


def test_thing_in_the_trash_is_still_known(storage: Storage) -> None:
    filed = an_article(storage)
    storage.undo(WHO, AT)
    with storage.read() as stores:
        assert stores.things.resolve(Kind.ARTICLE, filed.article).title == "Ward closes"
