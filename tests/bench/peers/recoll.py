"""Recoll: indexes files on the disk with its own program, and is asked through Debian's Python module."""

from __future__ import annotations

import html
import os
import subprocess
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import recoll.recoll as program  # type: ignore[import-not-found]
from corpus import Article
from questions import Question

from peers.peer import LIMIT, Peer, folder_size


class Engine(Peer):
    """A folder of HTML files, one a document, dated by their time of change; all settings as they come but for the
    folder, the quiet log, the priority (0, as the others have it) and the speller, which is off."""

    def __init__(self, place: Path) -> None:
        super().__init__(place)
        self.files, self.conf = place / "files", place / "conf"

    def version(self) -> str:
        found = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}", "recollcmd"], capture_output=True, text=True, check=False
        )
        return f"Recoll {found.stdout.strip() or 'of unknown version'}, English stems"

    def prepare(self, documents: Iterable[Article]) -> None:
        self.conf.mkdir()
        # With the speller on, each word that is not in the index starts a program, which changes no result.
        settings = (
            f"topdirs = {self.files}\nindexstemminglanguages = english\nloglevel = 2\nidxniceprio = 0\nnoaspell = 1\n"
        )
        (self.conf / "recoll.conf").write_text(settings, encoding="utf-8")
        for one in documents:
            self._write(one)

    def _write(self, one: Article) -> Path:
        path = self.files / one.id[:2] / f"{one.id}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        paragraphs = "".join(f"<p>{html.escape(part)}</p>\n" for part in one.body.split("\n"))
        path.write_text(
            f'<html><head><meta charset="utf-8"><title>{html.escape(one.title)}</title>'
            f'<meta name="author" content="{html.escape(one.outlet)}"></head><body>{paragraphs}</body></html>',
            encoding="utf-8",
        )
        when = datetime.fromisoformat(one.published).timestamp()
        os.utime(path, (when, when))
        return path

    def build(self, documents: Iterable[Article]) -> None:
        self._index()

    def _index(self, *paths: str) -> None:
        subprocess.run(
            ["recollindex", "-c", str(self.conf), *(("-i", *paths) if paths else ())],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def size(self) -> int:
        return folder_size(self.conf / "xapiandb")

    def open(self) -> None:
        self.base = program.connect(confdir=str(self.conf))
        self.base.setAbstractParams(maxchars=250, contextwords=4)

    def search(self, question: Question, *, with_snippets: bool = False) -> list[str] | None:
        kind, words = question.kind, question.words
        if kind in {"fuzzy", "facet"}:
            return None
        text = " ".join(words)
        if kind == "phrase":
            text = f'"{text}"'
        elif kind.startswith("prefix"):
            text = words[0] + "*"
        elif kind == "boolean":
            text = f"{words[0]} OR {words[1]} -{question.without}"
        elif kind == "date":
            text += f" date:{question.start}/{question.end}"
        query = self.base.query()
        query.execute(text, stemming=1, stemlang="english")
        ids = []
        for found in query.fetchmany(LIMIT):
            if with_snippets:
                query.makedocabstract(found)
            ids.append(_id(found.url))
        return ids

    def rank(self, text: str, *, is_any: bool, limit: int) -> list[str]:
        """What the window offers as "all terms" (its default beside the query language) and "any term"."""
        plain = "".join(one if one.isalnum() or one in "'’ʼ-" else " " for one in text)
        asked = program.SearchData(type="AND", stemlang="english")
        asked.addclause(type="or" if is_any else "and", qstring=plain)
        query = self.base.query()
        query.executesd(asked)
        return [_id(found.url) for found in query.fetchmany(limit)]

    def update(self, article: Article) -> None:
        path = self._write(article)
        os.utime(path)
        self._index(str(path))
        self.open()


def _id(url: str) -> str:
    return url.rsplit("/", 1)[1].removesuffix(".html")
