"""Forks writers that never stop by themselves: imports once, so that a hundred of them cost little.

For each line "go FOLDER SEED" on stdin a child opens the library and writes until it is killed. It prints one JSON
line for each deed that came back, and only then; the parent prints the child's number before and "dead" after.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

from factdesk.model.values.articles import ArticlePatch
from factdesk.model.values.claims import ClaimPatch
from factdesk.model.verbs import Verb
from factdesk.storage.store import Storage
from storage.factories import AT, WHO, a_claim, an_article


def say(words: str) -> None:
    os.write(1, (words + "\n").encode())


class Writer:
    """Files, marks, edits, undoes and drains at random, telling each thing once it is safe."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.storage = Storage.open(folder, at=AT)
        self.seed = seed
        with self.storage.read() as stores:
            self.number = stores.history.last()[0]
            self.article, self.version = 0, 0

    def run(self) -> None:
        self.file()
        while True:
            self.random.choice((self.file, self.mark, self.edit, self.edit, self.retag, self.undo, self.drain))()

    def file(self) -> None:
        text = f"The ward closed in 2019. {self.seed} {self.random.random()} " + "word " * self.random.randrange(4000)
        filed = an_article(self.storage, text)
        self.article, self.version = filed.article, filed.version
        self.claim = a_claim(self.storage, filed.version, text=text)
        say(json.dumps({"article": filed.article, "version": filed.version, "text": len(text), "claim": self.claim}))

    def mark(self) -> None:
        say(json.dumps({"claim": a_claim(self.storage, self.version)}))

    def edit(self) -> None:
        self.number += 1
        with self.storage.begin(Verb.EDIT_CLAIM, WHO, AT, "typing") as unit:
            unit.claims.patch(self.claim, ClaimPatch(statement=f"{self.number:09}"))
        say(json.dumps({"edited": self.claim, "statement": f"{self.number:09}", "event": unit.changes.event}))

    def retag(self) -> None:
        with self.storage.begin(Verb.TAG, WHO, AT) as unit:
            unit.articles.patch(self.article, ArticlePatch(tags=(f"t{self.random.randrange(9)}",)))
        say(json.dumps({"event": unit.changes.event or 0}))

    def undo(self) -> None:
        """Take back a tagging, so that the words above stay comparable."""
        with self.storage.read() as stores:
            step = stores.history.next_undo()
        if step is not None and step.verb is Verb.TAG:
            say(json.dumps({"event": self.storage.undo(WHO, AT).event}))

    def drain(self) -> None:
        with self.storage.read() as stores:
            rows = stores.outbox.pending(limit=2)
        if rows:
            self.storage.take_off_outbox(rows[-1].seq)
            say(json.dumps({"drained": rows[-1].seq}))


def main() -> None:
    for line in sys.stdin:
        _go, folder, seed = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            Writer(Path(folder), int(seed)).run()
        say(json.dumps({"child": child}))
        os.waitpid(child, 0)
        say(json.dumps({"dead": child}))


if __name__ == "__main__":
    main()
