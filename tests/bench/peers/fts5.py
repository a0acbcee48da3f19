"""SQLite FTS5 with porter over unicode61 and bm25, as an application would set it up."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

from corpus import Article
from questions import Question

from peers.peer import LIMIT, Peer

_WORD = re.compile(r"\w+")


def _quoted(words: Iterable[str]) -> list[str]:
    return [f'"{word}"' for word in words]


class Engine(Peer):
    """External content, so that the texts stand once; ranked by bm25 with the default weights."""

    def version(self) -> str:
        return f"SQLite FTS5 {sqlite3.sqlite_version}, porter unicode61"

    def build(self, documents: Iterable[Article]) -> None:
        base = sqlite3.connect(self.place / "fts.db")
        base.executescript(
            """pragma journal_mode=wal; pragma synchronous=full;
            create table articles(number integer primary key, id text unique, title text, body text, outlet text,
                                  published text);
            create index by_published on articles(published);
            create virtual table fts using fts5(title, body, content='articles', content_rowid='number',
                                                tokenize='porter unicode61 remove_diacritics 2');"""
        )
        for number, one in enumerate(documents, start=1):
            row = (number, one.id, one.title, one.body, one.outlet, one.published)
            base.execute("insert into articles values (?, ?, ?, ?, ?, ?)", row)
            base.execute("insert into fts(rowid, title, body) values (?, ?, ?)", (number, one.title, one.body))
        base.commit()
        base.execute("pragma wal_checkpoint(truncate)")
        base.close()

    def open(self) -> None:
        self.base = sqlite3.connect(self.place / "fts.db")
        self.base.execute("pragma synchronous=full")
        self.base.execute("select rowid from fts where fts match 'a' limit 1").fetchall()

    def search(self, question: Question, *, with_snippets: bool = False) -> list[str] | None:
        kind, words = question.kind, _quoted(question.words)
        if kind == "fuzzy":
            return None
        if kind == "phrase":
            match = f'"{" ".join(question.words)}"'
        elif kind.startswith("prefix"):
            match = words[0] + "*"
        elif kind == "boolean":
            match = f'({words[0]} OR {words[1]}) NOT "{question.without}"'
        else:
            match = " AND ".join(words)
        shown = ", snippet(fts, 1, '[', ']', '…', 32)" if with_snippets else ""
        dated = "and published between ? and ?" if kind == "date" else ""
        given = [match, question.start, question.end] if kind == "date" else [match]
        rows = self.base.execute(
            f"select id{shown} from fts join articles on number = fts.rowid where fts match ? {dated} "
            f"order by rank limit {LIMIT}",
            given,
        ).fetchall()
        if kind == "facet":
            counts = "select outlet, count(*) from fts join articles on number = fts.rowid where fts match ? group by 1"
            self.base.execute(counts, [match]).fetchall()
        return [row[0] for row in rows]

    def rank(self, text: str, *, is_any: bool, limit: int) -> list[str]:
        words = list(dict.fromkeys(_WORD.findall(text.casefold())))[:500]
        match = (" OR " if is_any else " AND ").join(_quoted(words))
        if not match:
            return []
        query = "select id from fts join articles on number = fts.rowid where fts match ? order by rank limit ?"
        return [row[0] for row in self.base.execute(query, (match, limit))]

    def update(self, article: Article) -> None:
        base = self.base
        number, title, body = base.execute(
            "select number, title, body from articles where id = ?", (article.id,)
        ).fetchone()
        base.execute("insert into fts(fts, rowid, title, body) values ('delete', ?, ?, ?)", (number, title, body))
        base.execute("update articles set title = ?, body = ? where number = ?", (article.title, article.body, number))
        base.execute("insert into fts(rowid, title, body) values (?, ?, ?)", (number, article.title, article.body))
        base.commit()
