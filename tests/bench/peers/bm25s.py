"""Plain BM25: bm25s with its defaults (Lucene's variant, k1 1.5, b 0.75, English stop words, no stemmer)."""

from __future__ import annotations

import importlib.metadata
import json
from collections.abc import Iterable

import bm25s  # type: ignore[import-not-found]
from corpus import Article
from questions import Question

from peers.peer import Peer


class Engine(Peer):
    """For quality only: it keeps nothing but scores, so it has no phrases, prefixes or updates."""

    def version(self) -> str:
        return f"bm25s {importlib.metadata.version('bm25s')}, defaults"

    def build(self, documents: Iterable[Article]) -> None:
        found = [(one.id, f"{one.title} {one.body}") for one in documents]
        retriever = bm25s.BM25()
        retriever.index(bm25s.tokenize([text for _id, text in found], show_progress=False), show_progress=False)
        retriever.save(str(self.place / "index"))
        (self.place / "ids.json").write_text(json.dumps([one for one, _text in found]), encoding="utf-8")

    def open(self) -> None:
        self.ids = json.loads((self.place / "ids.json").read_text(encoding="utf-8"))
        self.retriever = bm25s.BM25.load(str(self.place / "index"))

    def search(self, question: Question, *, with_snippets: bool = False) -> list[str] | None:
        return None

    def rank(self, text: str, *, is_any: bool, limit: int) -> list[str]:
        tokens = bm25s.tokenize([text], show_progress=False, return_ids=False)
        if not tokens[0]:
            return []
        numbers, scores = self.retriever.retrieve(tokens, k=min(limit, len(self.ids)), show_progress=False)
        return [self.ids[number] for number, score in zip(numbers[0], scores[0], strict=True) if score > 0]
