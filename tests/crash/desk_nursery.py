"""Forks desks that file, mark, edit and index until they are killed; the protocol is that of `nursery.py`."""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

from factdesk.capture.pasting import payload
from factdesk.capture.readers import read
from factdesk.library.filing import article_draft
from factdesk.library.filing_values import FilingDraft, Origin
from factdesk.library.library import Library
from factdesk.model.enums import Kind, TwinChoice
from factdesk.model.ids import ArticleId, ClaimId
from factdesk.model.values.claims import ClaimPatch

WORDS = "the ferry carried 1,200 children"


def say(words: str) -> None:
    os.write(1, (words + "\n").encode())


class Desk:
    """Tells each thing once it is safe."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.seed = seed
        self.library = Library.open(folder, who="Ann")
        self.article = ArticleId(0)
        self.claim = ClaimId(0)

    def run(self) -> None:
        self.file()
        while True:
            self.random.choice((self.file, self.edit, self.edit, self.index))()

    def file(self) -> None:
        nonce = f"desk{self.seed}x{self.random.randrange(10**9)}"
        words = f"Harbour news {nonce}\n\nIn May {WORDS}, said the office. " + "The pier was full. " * 40
        source = payload(words)
        draft = FilingDraft(Origin.text(words), source, read(source), _sha256(source.data), (), 0.0)
        changes = self.library.filing.file(draft, article_draft(draft.captured), TwinChoice.KEEP_BOTH, None)
        self.article = ArticleId(changes.new(Kind.ARTICLE))
        say(json.dumps({"article": self.article, "nonce": nonce}))
        self.claim = ClaimId(self.library.claims.mark_quote(self.article, WORDS).new(Kind.CLAIM))
        say(json.dumps({"claim": self.claim}))

    def edit(self) -> None:
        nonce = f"note{self.seed}x{self.random.randrange(10**9)}"
        self.library.claims.edit(self.claim, ClaimPatch(rationale=nonce))
        say(json.dumps({"edited": self.claim, "rationale": nonce}))

    def index(self) -> None:
        self.library.indexing.drain()
        say(json.dumps({"indexed": True}))


def _sha256(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def main() -> None:
    for line in sys.stdin:
        _go, folder, seed = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            Desk(Path(folder), int(seed)).run()
        say(json.dumps({"child": child}))
        os.waitpid(child, 0)
        say(json.dumps({"dead": child}))


if __name__ == "__main__":
    main()
