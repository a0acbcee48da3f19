"""A state machine walks the whole storage: any deeds, undo, redo and restarts, in any order.

Always: the chain holds, an index fed from the outbox equals a rebuilt one, the tallies equal a count, and what a
person sees follows a stack of pictures. At the end every deed is undone and the start stands there again.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factdesk.model.enums import AnchorState, Kind, Stance, Status, StrikeReason
from factdesk.model.tables import Tally, columns_of
from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.values.evidence import EvidenceDraft
from factdesk.model.values.sources import Citation, SourceDraft, SourcePatch
from factdesk.model.verbs import Verb
from factdesk.storage import tallies
from factdesk.storage.searchable import Searchable
from factdesk.storage.store import Storage
from storage.factories import AT, TEXT, WHO, a_version, an_anchor, an_article, create
from storage.pictures import picture

words = st.sampled_from(("closed in 2019", "12 %", "Marta Kovalenko", "Пам’ять", "🙂"))
short = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
pick = st.integers(0, 1000)
groups = st.sampled_from(("", "", "g", "h"))
names = st.lists(st.sampled_from(("city", "City", "figures", "здоров’я")), max_size=3)


class Desk(RuleBasedStateMachine):
    """One library, the pictures it went through, and an index that hears of it by the outbox alone."""

    @initialize()
    def open(self) -> None:
        self.root = Path(
            tempfile.mkdtemp(prefix="machine-", dir=Path.home())
        )  # the home of the test, which pytest takes away
        self.storage = create(self.root / "L")
        self.now = AT
        self.index: dict[str, Searchable] = {}
        self.done: list[tuple[dict[str, Any], str]] = []
        self.undone: list[dict[str, Any]] = []
        self.seen = self._picture()

    def teardown(self) -> None:
        if not hasattr(self, "storage"):
            return
        try:
            while self.done:
                self._undo()
            assert self.seen["articles"] == ()
            with self.storage.read() as stores:
                assert stores.history.next_undo() is None
                assert stores.history.verify() == ()
        finally:
            self.storage.close()
            shutil.rmtree(self.root)

    @rule(extra=short, tags=names)
    def file(self, extra: str, tags: list[str]) -> None:
        self.now += timedelta(seconds=1)
        an_article(self.storage, TEXT + extra, at=self.now, title=extra, tags=tuple(tags))
        self._did("")

    @rule(which=pick, extra=short)
    def add_version(self, which: int, extra: str) -> None:
        new = a_version(self.storage, TEXT + "\n" + extra)
        with self.storage.read() as stores:
            article = self._one("articles", which)
            claims = stores.claims.of_version(stores.versions.latest(article).id) if article else ()
        if article is None:
            return
        with self.storage.begin(Verb.ADD_VERSION, WHO, self._tick()) as unit:
            version = unit.versions.add(article, new)
            for number, claim in enumerate(claims):
                anchor, state = (claim.anchor, AnchorState.ANCHORED) if number % 2 else (None, AnchorState.ORPHAN)
                unit.anchors.set_place(Kind.CLAIM, claim.id, version, anchor, state)
        self._did("")

    @rule(which=pick, words=words, statement=short)
    def mark(self, which: int, words: str, statement: str) -> None:
        with self.storage.begin(Verb.MARK_CLAIM, WHO, self._tick()) as unit:
            article = self._one("articles", which)
            if article is not None:
                unit.claims.add(unit.versions.latest(article).id, an_anchor(words), statement=statement)
        self._did("")

    @rule(which=pick, statement=short, status=st.sampled_from(Status), tags=names, group=groups)
    def edit_claim(self, which: int, statement: str, status: Status, tags: list[str], group: str) -> None:
        with self.storage.begin(Verb.EDIT_CLAIM, WHO, self._tick(), group) as unit:
            claim = self._one("claims", which)
            if claim is not None:
                unit.claims.patch(claim, ClaimPatch(statement=statement, status=status, tags=tuple(tags)))
        self._did(group)

    @rule(which=pick, title=short, tags=names, group=groups)
    def edit_article(self, which: int, title: str, tags: list[str], group: str) -> None:
        with self.storage.begin(Verb.EDIT_ARTICLE, WHO, self._tick(), group) as unit:
            article = self._one("articles", which)
            if article is not None:
                unit.articles.patch(article, ArticlePatch(title=title, outlet=title, tags=tuple(tags)))
        self._did(group)

    @rule(which=pick, title=short)
    def link(self, which: int, title: str) -> None:
        with self.storage.begin(Verb.LINK_EVIDENCE, WHO, self._tick()) as unit:
            claim = self._one("claims", which)
            if claim is not None:
                source = unit.sources.add(SourceDraft(Citation(title=title)))
                unit.evidence.add(EvidenceDraft(claim, source, Stance.REFUTES, passage=title))
        self._did("")

    @rule(which=pick, title=short)
    def edit_source(self, which: int, title: str) -> None:
        with self.storage.begin(Verb.EDIT_SOURCE, WHO, self._tick()) as unit:
            source = self._one("sources", which)
            if source is not None:
                unit.sources.patch(source, SourcePatch(citation=Citation(title=title)))
        self._did("")

    @rule(kind=st.sampled_from(("articles", "claims", "sources")), which=pick)
    def delete(self, kind: str, which: int) -> None:
        with self.storage.begin(Verb.DELETE_CLAIM, WHO, self._tick()) as unit:
            thing = self._one(kind, which)
            if thing is not None:
                getattr(unit, kind).delete(thing)
        self._did("")

    @rule(which=pick, text=short, group=groups)
    def note(self, which: int, text: str, group: str) -> None:
        with self.storage.begin(Verb.WRITE_NOTE, WHO, self._tick(), group) as unit:
            claim = self._one("claims", which)
            if claim is not None:
                unit.notes.add(Kind.CLAIM, claim, text)
        self._did(group)

    @rule(which=pick, words=words)
    def strike(self, which: int, words: str) -> None:
        with self.storage.begin(Verb.STRIKE, WHO, self._tick()) as unit:
            article = self._one("articles", which)
            if article is not None:
                unit.strikes.add(unit.versions.latest(article).id, an_anchor(words), StrikeReason.SCENE)
        self._did("")

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self._undo()

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.done.append((self.seen, "redone"))
        assert self.storage.redo(WHO, self._tick()).event is not None
        self.seen = self._picture()
        assert self.seen == self.undone.pop()

    @rule()
    def reopen(self) -> None:
        self.storage.close()
        self.storage = Storage.open(self.root / "L", at=self.now)

    @rule(limit=st.integers(1, 20))
    def drain(self, limit: int) -> None:
        self._drain(limit)

    @invariant()
    def menus_tell_the_truth(self) -> None:
        if hasattr(self, "storage"):
            with self.storage.read() as stores:
                assert (stores.history.next_undo() is not None) == bool(self.done)
                assert (stores.history.next_redo() is not None) == bool(self.undone)

    @invariant()
    def tallies_equal_a_count(self) -> None:
        if hasattr(self, "storage"):
            with self.storage._database.reading() as session:
                for row in session.query(*columns_of(Tally)).all():
                    counted = tallies.counted(session, row.article_id)
                    assert (row.versions, row.verdicts, row.tags) == tuple(counted.values())

    @invariant()
    def index_equals_a_rebuild(self) -> None:
        if hasattr(self, "storage"):
            while self._drain(50):
                pass
            assert self.index == {one.key: one for one in self.storage.searchables(batch=3)}

    def _drain(self, limit: int) -> int:
        with self.storage.read() as stores:
            rows = stores.outbox.pending(limit)
            for row in rows:
                for one in stores.searchables.documents(row.kind, (row.id,)):
                    self.index[one.key] = one
        return self.storage.take_off_outbox(rows[-1].seq) if rows else 0

    def _did(self, group: str) -> None:
        """Note a deed, unless nothing changed; deeds of one group that follow each other are one step."""
        with self.storage.read() as stores:
            event = stores.history.rows(limit=1)[0]
        new = self._picture()
        if event.id == getattr(self, "last", 1) or event.verb in {"undo", "redo", "create_library"}:
            return
        self.last = event.id
        if not (group and self.done and self.done[-1][1] == group and self.follows):
            self.done.append((self.seen, group))
        self.follows = True
        self.seen = new
        self.undone.clear()

    def _undo(self) -> None:
        before, _group = self.done.pop()
        self.undone.append(self.seen)
        assert self.storage.undo(WHO, self._tick()).event is not None
        self.seen = self._picture()
        assert self.seen == before
        self.follows = False

    follows = False

    def _picture(self) -> dict[str, Any]:
        with self.storage.read() as stores:
            return picture(stores)

    def _one(self, kind: str, which: int) -> int | None:
        rows = self.seen[kind]
        ids = sorted(rows) if isinstance(rows, dict) else sorted(row.id for row in rows)
        return ids[which % len(ids)] if ids else None

    def _tick(self) -> Any:
        self.now += timedelta(seconds=1)
        return self.now


Desk.TestCase.settings = settings(
    max_examples=10, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
test_desk = Desk.TestCase
