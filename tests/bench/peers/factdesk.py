"""Factdesk through its engine port and its query parser. `FACTDESK_DESKTOP` names another checkout's `desktop`."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus import Article
from questions import Question

from peers.peer import LIMIT, Peer, folder_size

sys.path.insert(0, os.environ.get("FACTDESK_DESKTOP", str(Path(__file__).resolve().parents[3] / "desktop")))

from factdesk.library.searching import FEW
from factdesk.progress import CancelToken, SilentProgress
from factdesk.search import nodes
from factdesk.search.engine import Hits, SearchDocument, SearchRequest
from factdesk.search.folding import parts, tokens
from factdesk.search.query import Query, parse, spelled, widened
from factdesk.search.snippets import snippet
from factdesk.search.whoosh_engine import WhooshEngine

KIND = "article"


class Engine(Peer):
    """The default engine. Ids are numbers there, so a table beside it keeps ours with the texts for snippets, as the
    library's database does; it is not part of the index's size."""

    can_be_fuzzy = hasattr(nodes, "Similar")

    def version(self) -> str:
        return f"Factdesk, {type(self._engine()).__name__}"

    def _engine(self) -> WhooshEngine:
        return WhooshEngine(self.place / "index", key=b"bench")

    def prepare(self, documents: Iterable[Article]) -> None:
        base = sqlite3.connect(self.place / "texts.db")
        base.execute("create table texts(number integer primary key, id text unique, body text, language text)")
        rows = ((number, one.id, one.body, one.language) for number, one in enumerate(documents, start=1))
        base.executemany("insert into texts values (?, ?, ?, ?)", rows)
        base.commit()
        base.close()

    def build(self, documents: Iterable[Article]) -> None:
        def all_of_them() -> Iterator[SearchDocument]:
            for number, one in enumerate(documents, start=1):
                yield _document(number, one)

        engine = self._engine()
        engine.rebuild(all_of_them(), 0, SilentProgress(), CancelToken())
        engine.close()

    def size(self) -> int:
        return folder_size(self.place / "index")

    def open(self) -> None:
        self.texts = sqlite3.connect(self.place / "texts.db")
        self.ids = dict(self.texts.execute("select number, id from texts"))
        self.engine = self._engine()
        self.engine.health()

    def search(self, question: Question, *, with_snippets: bool = False) -> list[str] | None:
        kind, words = question.kind, question.words
        text = " ".join(words)
        if kind == "phrase":
            text = f'"{text}"'
        elif kind.startswith("prefix"):
            text += "*"
        elif kind == "boolean":
            text = f"({words[0]} OR {words[1]}) NOT {question.without}"
        elif kind == "date":
            text += f" published:{question.start}..{question.end}"
        elif kind == "fuzzy":
            if not self.can_be_fuzzy:
                return None
            text += "~"
        query = parse(text)
        request = SearchRequest(query, limit=LIMIT, with_facets=kind == "facet")
        numbers = [hit.id for hit in self.engine.search(request, CancelToken()).hits]
        if with_snippets:
            for number in numbers:
                body, language = self.texts.execute(
                    "select body, language from texts where number = ?", (number,)
                ).fetchone()
                snippet(body, query, language)
        return [self.ids[number] for number in numbers]

    def rank(self, text: str, *, is_any: bool, limit: int) -> list[str]:
        query = any_of(text) if is_any else parse(text)
        hits = self._find(query, limit)
        wider = None if is_any else widened(query)
        if wider is not None and hits.total <= FEW:
            hits = self._find(wider, limit)
        return [self.ids[hit.id] for hit in hits.hits]

    def _find(self, query: Query, limit: int) -> Hits:
        """Ask as the library does, names in their other spellings too."""
        query = spelled(query, self.engine.spellings)
        return self.engine.search(SearchRequest(query, limit=limit, with_facets=False), CancelToken())

    def update(self, article: Article) -> None:
        (number,) = self.texts.execute("select number from texts where id = ?", (article.id,)).fetchone()
        self.engine.write([_document(number, article)])
        self.texts.execute("update texts set body = ? where number = ?", (article.body, number))
        self.texts.commit()


def _document(number: int, one: Article) -> SearchDocument:
    return SearchDocument(
        KIND,
        number,
        number,
        one.title,
        one.body,
        language=one.language,
        outlet=one.outlet,
        published=one.published,
        public_id=f"A-{number}",
    )


def any_of(text: str) -> Query:
    """Give a query for any of the words: each for itself, those of phrases and those joined by hyphens too."""
    words = dict.fromkeys(word for token in tokens(text) for word in parts(token.group()))
    return Query(nodes.Or(tuple(map(nodes.Word, words))) if words else nodes.Nothing(), (), text)
