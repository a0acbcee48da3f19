"""Tantivy through its Python binding (`tantivy` is the package, this file is `peers.tantivy`)."""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import tantivy  # type: ignore[import-not-found]
from corpus import Article
from questions import Question

from peers.peer import LIMIT, Peer

_FIELDS = ["title", "body"]
_SPECIAL = re.compile(r"[^\w\s]+")


class Engine(Peer):
    """Both texts by "en_stem", one writing thread, as one process of ours."""

    threads = 1

    def version(self) -> str:
        return f"Tantivy {importlib.metadata.version('tantivy')}, en_stem, {self.threads} thread"

    def _schema(self) -> Any:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        for field in _FIELDS:
            builder.add_text_field(field, stored=True, tokenizer_name="en_stem")
        builder.add_text_field("outlet", stored=True, tokenizer_name="raw", fast=True)
        builder.add_date_field("published", stored=True, indexed=True, fast=True)
        return builder.build()

    def _document(self, one: Article) -> Any:
        return tantivy.Document(
            id=one.id, title=one.title, body=one.body, outlet=one.outlet, published=_day(one.published)
        )

    def build(self, documents: Iterable[Article]) -> None:
        writer = tantivy.Index(self._schema(), path=str(self.place)).writer(200_000_000, self.threads)
        for one in documents:
            writer.add_document(self._document(one))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        self.schema = self._schema()
        self.index = tantivy.Index.open(str(self.place))
        self.searcher = self.index.searcher()
        self.writer: Any = None

    def search(self, question: Question, *, with_snippets: bool = False) -> list[str] | None:
        query = self._query(question)
        result = self.searcher.search(query, LIMIT)
        if question.kind == "facet":
            self.searcher.aggregate(query, {"outlets": {"terms": {"field": "outlet", "size": 100}}})
        cut = None
        if with_snippets and result.hits:
            cut = tantivy.SnippetGenerator.create(self.searcher, query, self.schema, "body")
        ids = []
        for _score, address in result.hits:
            document = self.searcher.doc(address)
            if cut is not None:
                cut.snippet_from_doc(document).to_html()
            ids.append(document["id"][0])
        return ids

    def _query(self, question: Question) -> Any:
        kind, words, of = question.kind, question.words, tantivy.Query
        parse = self.index.parse_query
        either, must, never = tantivy.Occur.Should, tantivy.Occur.Must, tantivy.Occur.MustNot
        if kind == "phrase":
            return parse(f'"{" ".join(words)}"', _FIELDS)
        if kind.startswith("prefix"):
            pattern = re.escape(words[0]) + ".*"
            return of.boolean_query([(either, of.regex_query(self.schema, field, pattern)) for field in _FIELDS])
        if kind == "fuzzy":
            near = [of.fuzzy_term_query(self.schema, field, words[0], distance=1) for field in _FIELDS]
            return of.boolean_query([(either, one) for one in near])
        if kind == "boolean":
            wanted = parse(f'"{words[0]}" OR "{words[1]}"', _FIELDS)
            return of.boolean_query([(must, wanted), (never, parse(f'"{question.without}"', _FIELDS))])
        query = parse(" AND ".join(f'"{word}"' for word in words), _FIELDS)
        if kind == "date":
            days = of.range_query(
                self.schema, "published", tantivy.FieldType.Date, _day(question.start), _day(question.end)
            )
            return of.boolean_query([(must, query), (must, days)])
        return query

    def rank(self, text: str, *, is_any: bool, limit: int) -> list[str]:
        words = _SPECIAL.sub(" ", text).casefold().split()
        if not words:
            return []
        query = self.index.parse_query((" OR " if is_any else " AND ").join(f'"{word}"' for word in words), _FIELDS)
        hits = self.searcher.search(query, limit).hits
        return [self.searcher.doc(address)["id"][0] for _score, address in hits]

    def update(self, article: Article) -> None:
        if self.writer is None:
            self.writer = self.index.writer(50_000_000, 1)
        self.writer.delete_documents_by_term("id", article.id)
        self.writer.add_document(self._document(article))
        self.writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()


def _day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
