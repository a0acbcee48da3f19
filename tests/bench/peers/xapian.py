"""Xapian through Debian's binding, with its query parser."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import xapian  # type: ignore[import-not-found]
from corpus import Article
from questions import Question

from peers.peer import LIMIT, Peer

_OUTLET, _DAY, _ID = 0, 1, 2


class Engine(Peer):
    """Stemmed in English (Xapian has no Ukrainian), title and body under one prefix, texts kept for snippets."""

    def version(self) -> str:
        return f"Xapian {xapian.version_string()}, BM25, English stems"

    def _document(self, one: Article) -> Any:
        document = xapian.Document()
        self.generator.set_document(document)
        self.generator.index_text(one.title)
        self.generator.increase_termpos()
        self.generator.index_text(one.body)
        document.set_data(one.body)
        document.add_value(_OUTLET, one.outlet)
        document.add_value(_DAY, one.published.replace("-", ""))
        document.add_value(_ID, one.id)
        document.add_boolean_term("Q" + one.id)
        return document

    def _generator(self) -> None:
        self.stem = xapian.Stem("en")
        self.generator = xapian.TermGenerator()
        self.generator.set_stemmer(self.stem)

    def build(self, documents: Iterable[Article]) -> None:
        self._generator()
        base = xapian.WritableDatabase(str(self.place), xapian.DB_CREATE_OR_OVERWRITE)
        for one in documents:
            base.add_document(self._document(one))
        base.commit()
        base.close()

    def open(self) -> None:
        self._generator()
        self.base = xapian.Database(str(self.place))
        self.enquire = xapian.Enquire(self.base)
        self.parser = xapian.QueryParser()
        self.parser.set_database(self.base)
        self.parser.set_stemmer(self.stem)
        self.parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        self.parser.set_max_expansion(2000, xapian.Query.WILDCARD_LIMIT_MOST_FREQUENT)
        self.writer: Any = None

    def search(self, question: Question, *, with_snippets: bool = False) -> list[str] | None:
        kind, words = question.kind, question.words
        if kind == "fuzzy":
            return None
        text = " AND ".join(words)
        if kind == "phrase":
            text = f'"{" ".join(words)}"'
        elif kind.startswith("prefix"):
            text = words[0] + "*"
        elif kind == "boolean":
            text = f"({words[0]} OR {words[1]}) NOT {question.without}"
        flags = xapian.QueryParser.FLAG_DEFAULT | xapian.QueryParser.FLAG_WILDCARD
        query = self.parser.parse_query(text, flags)
        if kind == "date":
            days = question.start.replace("-", ""), question.end.replace("-", "")
            within = xapian.Query(xapian.Query.OP_VALUE_RANGE, _DAY, *days)
            query = xapian.Query(xapian.Query.OP_FILTER, query, within)
        self.enquire.set_query(query)
        self.enquire.clear_matchspies()
        spy = xapian.ValueCountMatchSpy(_OUTLET)
        if kind == "facet":
            self.enquire.add_matchspy(spy)
            found = self.enquire.get_mset(0, LIMIT, self.base.get_doccount())
            _counts = {item.term: item.termfreq for item in spy.values()}
        else:
            found = self.enquire.get_mset(0, LIMIT)
        ids = []
        for match in found:
            document = match.document
            if with_snippets:
                found.snippet(document.get_data().decode(), 250, self.stem)
            ids.append(document.get_value(_ID).decode())
        return ids

    def rank(self, text: str, *, is_any: bool, limit: int) -> list[str]:
        """Xapian's parser joins by OR as it comes; "as typed" and "any" differ in nothing but operators."""
        plain = " ".join("".join(one if one.isalnum() else " " for one in text).casefold().split())
        try:
            query = self.parser.parse_query(plain if is_any else text)
        except xapian.QueryParserError:
            query = self.parser.parse_query(plain)
        self.enquire.clear_matchspies()
        self.enquire.set_query(query)
        return [match.document.get_value(_ID).decode() for match in self.enquire.get_mset(0, limit)]

    def update(self, article: Article) -> None:
        if self.writer is None:
            self.writer = xapian.WritableDatabase(str(self.place), xapian.DB_OPEN)
        self.writer.replace_document("Q" + article.id, self._document(article))
        self.writer.commit()
        self.base.reopen()
