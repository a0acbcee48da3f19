"""kill -9 at a hundred random points: all that was acknowledged is there, nothing is half there."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factdesk.model.enums import Kind
from factdesk.model.tables import Tally, table_of
from factdesk.model.values.scopes import ArticleScope, ClaimScope
from factdesk.storage import tallies
from factdesk.storage.store import Storage
from storage.factories import AT, a_claim, an_article, create

LIBRARIES, KILLS = 10, 10
TESTS = Path(__file__).resolve().parent.parent


class Nursery:
    """The process that forks writers, and what they acknowledged."""

    def __init__(self, script: str = "nursery.py") -> None:
        paths = os.pathsep.join((str(TESTS), str(TESTS.parent / "desktop")))
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name(script))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": paths},
        )
        assert self.process.stdout is not None
        self.out = self.process.stdout.fileno()
        self.buffer = b""

    def run(self, folder: Path, seed: int, acks: int, seconds: float) -> list[dict[str, Any]]:
        """Let a writer work until it has told of `acks` deeds and some more time has gone by; then kill it."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"go\t{folder}\t{seed}\n".encode())
        self.process.stdin.flush()
        heard: list[dict[str, Any]] = []
        child = 0
        while len(heard) < acks or not child:
            message = self._line()
            child = message.pop("child", child)
            heard += [message] if message else []
        select.select([], [], [], seconds)
        os.kill(child, signal.SIGKILL)
        while "dead" not in (message := self._line()):
            heard.append(message)
        return heard

    def close(self) -> None:
        self.process.communicate()

    def _line(self) -> dict[str, Any]:
        while b"\n" not in self.buffer:
            data = os.read(self.out, 65536)
            assert data, "the nursery died"
            self.buffer += data
        line, _newline, self.buffer = self.buffer.partition(b"\n")
        message: dict[str, Any] = json.loads(line)
        return message


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


@pytest.mark.parametrize("library", range(LIBRARIES))
def test_killed_writer_loses_nothing_it_acknowledged(nursery: Nursery, tmp_path: Path, library: int) -> None:
    dice = random.Random()
    folder = tmp_path / "L"
    create(folder).close()
    heard: list[dict[str, Any]] = []
    for kill in range(KILLS):
        heard += nursery.run(folder, 100 * library + kill, dice.randrange(1, 6), dice.uniform(0, 0.012))
        storage = Storage.open(folder, at=AT)
        assert not storage.is_read_only
        check_acknowledged(storage, heard)
        check_whole(storage)
        storage.close()
    check_goes_on(folder)


def check_acknowledged(storage: Storage, heard: list[dict[str, Any]]) -> None:
    said = {message["edited"]: message["statement"] for message in heard if "edited" in message}
    with storage.read() as stores:
        for message in heard:
            if "article" in message:
                text = stores.versions.text(message["version"])
                assert len(text.content.text) == message["text"]
                assert storage.originals.verify(text.version.original_sha256)
            if "claim" in message:
                assert stores.claims.detail(message["claim"]).row.anchor.exact == "closed in 2019"
        for claim, statement in said.items():
            assert stores.claims.detail(claim).row.statement >= statement
        events = [message["event"] for message in heard if message.get("event")]
        assert stores.history.last()[0] >= max(events, default=0)
        drained = max((message["drained"] for message in heard if "drained" in message), default=0)
        assert all(row.seq > drained for row in stores.outbox.pending())


def check_whole(storage: Storage) -> None:
    assert storage.check_database() == ""
    with storage.read() as stores:
        assert stores.history.verify() == ()
        articles = stores.articles.rows(ArticleScope())
        claims = stores.claims.rows(ClaimScope())
        assert [row for row in articles if row.version_count != 1] == []
        assert len(claims) == sum(row.claim_count for row in articles) == stores.searchables.count(Kind.CLAIM)
        assert len(articles) == stores.searchables.count(Kind.ARTICLE)
        assert all(
            storage.originals.path(sha256).stat().st_size == size for sha256, size in stores.versions.originals()
        )
        assert list(stores.versions.changed_texts()) == []
    with storage._database.reading() as session:
        for values in session.execute(table_of(Tally).select()).mappings():
            counted = {"article_id": values["article_id"], **tallies.counted(session, values["article_id"])}
            assert counted == dict(values)
    assert list(storage.originals.folder.rglob("*.part")) == []


def check_goes_on(folder: Path) -> None:
    storage = Storage.open(folder, at=AT)
    filed = an_article(storage)
    a_claim(storage, filed.version)
    while storage.undo("Olena", AT).event is not None:
        pass
    with storage.read() as stores:
        assert stores.articles.rows(ArticleScope()) == ()
        assert stores.history.verify() == ()
    storage.close()
