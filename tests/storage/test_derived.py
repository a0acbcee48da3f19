"""What the index must hear of after each kind of write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from factdesk.model.enums import AnchorState, Credibility, Kind, Reliability, Status
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.evidence import EvidencePatch
from factdesk.model.values.sources import Citation, SourcePatch
from factdesk.model.verbs import Verb
from factdesk.storage.memos import NewMemo
from factdesk.storage.store import Storage
from factdesk.storage.unit import UnitOfWork
from storage.factories import AT, WHO, a_claim, a_contact, a_source, an_anchor, an_article, an_evidence


@dataclass(frozen=True)
class Spine:
    article: int
    version: int
    claim: int
    source: int
    evidence: int
    contact: int
    note: int


@pytest.fixture
def spine(storage: Storage) -> Spine:
    filed = an_article(storage)
    claim = a_claim(storage, filed.version)
    source = a_source(storage)
    evidence = an_evidence(storage, claim, source, version_id=filed.version, anchor=an_anchor("Spending rose"))
    contact = a_contact(storage, source)
    with storage.begin(Verb.WRITE_NOTE, WHO, AT) as unit:
        note = unit.notes.add(Kind.CLAIM, claim, "Ask the ministry")
    with storage.read() as stores:
        upto = stores.outbox.last()
    storage.take_off_outbox(upto)
    return Spine(filed.article, filed.version, claim, source, evidence, contact, note)


Write = Callable[[UnitOfWork, Spine], object]
A, C, S, E, N, M = "article", "claim", "source", "evidence", "note", "memo"
CASES: list[tuple[str, Write, set[str]]] = [
    ("article title", lambda u, s: u.articles.patch(s.article, ArticlePatch(title="New")), {A, C, E, N}),
    ("article status", lambda u, s: u.articles.patch(s.article, ArticlePatch(status=Status.DONE)), {A}),
    ("article tags", lambda u, s: u.articles.patch(s.article, ArticlePatch(tags=("x",))), {A}),
    ("article assignee", lambda u, s: u.articles.patch(s.article, ArticlePatch(assignee="Ihor")), set()),
    ("article to the trash", lambda u, s: u.articles.delete(s.article), {A, C, E, N}),
    ("claim statement", lambda u, s: u.claims.patch(s.claim, ClaimPatch(statement="It closed")), {C}),
    ("claim assignee", lambda u, s: u.claims.patch(s.claim, ClaimPatch(assignee="Ihor")), set()),
    ("claim tags", lambda u, s: u.claims.patch(s.claim, ClaimPatch(tags=("x",))), {C}),
    ("claim to the trash", lambda u, s: u.claims.delete(s.claim), {C, E, N}),
    (
        "claim words",
        lambda u, s: u.anchors.set_place(Kind.CLAIM, s.claim, s.version, None, AnchorState.ORPHAN),
        {C},
    ),
    (
        "evidence words",
        lambda u, s: u.anchors.set_place(Kind.EVIDENCE, s.evidence, s.version, an_anchor("ward closed")),
        {E},
    ),
    ("source title", lambda u, s: u.sources.patch(s.source, SourcePatch(citation=Citation(title="T"))), {S, E}),
    ("source letter", lambda u, s: u.sources.patch(s.source, SourcePatch(reliability=Reliability.B)), set()),
    ("contact", lambda u, s: u.contacts.delete(s.contact), {S}),
    ("evidence note", lambda u, s: u.evidence.patch(s.evidence, EvidencePatch(note="p. 4")), {E}),
    (
        "evidence credibility",
        lambda u, s: u.evidence.patch(s.evidence, EvidencePatch(credibility=Credibility.TWO)),
        set(),
    ),
    ("evidence to the trash", lambda u, s: u.evidence.delete(s.evidence), {E}),
    ("note", lambda u, s: u.notes.patch(s.note, "Asked"), {N}),
    ("person", lambda u, s: u.desk.add_person("Marta"), set()),
    (
        "memo",
        lambda u, s: u.memos.add(NewMemo(s.article, s.version, "editor", "m.docx", "0" * 64, (s.claim,))),
        {M},
    ),
]


@pytest.mark.parametrize(("write", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_write_tells_the_index_what_changed(storage: Storage, spine: Spine, write: Write, expected: set[str]) -> None:
    with storage.begin(Verb.EDIT_ARTICLE, WHO, AT) as unit:
        write(unit, spine)
    with storage.read() as stores:
        rows = stores.outbox.pending()
    assert {row.kind.value for row in rows} == expected
    assert len({(row.kind, row.id) for row in rows}) == len(rows)


def test_new_version_tells_of_its_article_alone(storage: Storage, spine: Spine) -> None:
    filed = an_article(storage, "Something else.")
    with storage.read() as stores:
        assert [(row.kind, row.id) for row in stores.outbox.pending()] == [(Kind.ARTICLE, filed.article)]
    assert spine.article != filed.article


def test_evidence_touches_its_claim_and_source(storage: Storage, spine: Spine) -> None:
    with storage.begin(Verb.UNLINK_EVIDENCE, WHO, AT) as unit:
        unit.evidence.delete(spine.evidence)
    assert unit.changes.ids == {
        Kind.EVIDENCE: frozenset({spine.evidence}),
        Kind.CLAIM: frozenset({spine.claim}),
        Kind.SOURCE: frozenset({spine.source}),
    }


def test_undo_tells_the_index_too(storage: Storage, spine: Spine) -> None:
    with storage.begin(Verb.EDIT_CLAIM, WHO, AT) as unit:
        unit.claims.patch(spine.claim, ClaimPatch(statement="It closed"))
    with storage.read() as stores:
        storage_upto = stores.outbox.last()
    storage.take_off_outbox(storage_upto)
    storage.undo(WHO, AT)
    with storage.read() as stores:
        assert [(row.kind, row.id) for row in stores.outbox.pending()] == [(Kind.CLAIM, spine.claim)]
