"""The judged collections: their documents, queries and judgements, and which may be looked at while tuning.

Documents that differ in nothing but case, blanks and punctuation count as one, and so do judgements of them: which of
two equal texts comes first would otherwise be luck (the claims of CheckThat! 2020 hold hundreds of such pairs, of
which one is judged).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus import Article, lines

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One set of queries. `half` 0 or 1 keeps the queries whose hash is even or odd (None: all). `is_development`:
    may be tuned on; the others are only reported. `published` is what others measured, with its source."""

    name: str
    corpus: str
    queries: str
    judgements: str
    is_development: bool
    half: int | None = None
    published: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents that queries are asked of."""

    files: tuple[str, ...]
    language: str
    read: Callable[[Row], tuple[str, str]]


def _abstract(row: Row) -> tuple[str, str]:
    return row.get("title") or "", row["text"]


def _claim(row: Row) -> tuple[str, str]:
    return row.get("title") or "", row["claim"]


def _untitled(row: Row) -> tuple[str, str]:
    return "", row["text"]


CORPORA = {
    "cranfield": Corpus(("ir_cranfield/corpus.jsonl",), "en", _abstract),
    "cisi": Corpus(("ir_cisi/corpus.jsonl",), "en", _abstract),
    "npl": Corpus(("ir_npl/corpus.jsonl",), "en", _abstract),
    "checkthat2020": Corpus(("checkthat2020_t2/corpus.jsonl",), "en", _claim),
    "checkthat2022": Corpus(("checkthat2022_t2a/corpus.jsonl",), "en", _claim),
    "knownlie": Corpus(("knownlie_debates/corpus.jsonl",), "en", _claim),
    "news_en": Corpus(("news_en/bbc2225.jsonl.gz", "news_en/reuters21578.jsonl.gz"), "en", _untitled),
    "docs_uk": Corpus(
        ("docs_uk/bruk.jsonl.gz", "docs_uk/nashigroshi.jsonl.gz", "docs_uk/ua_gec.jsonl.gz"), "uk", _untitled
    ),
}

_EN, _UK = "known_item_en/dev", "known_item_uk/dev"
_CT20, _CT22 = "checkthat2020_t2/dev", "checkthat2022_t2a/dev"
_README = "README of the data"
JUDGED = (
    # Looked at while tuning.
    Judged("cranfield", "cranfield", "ir_cranfield/queries.jsonl", "ir_cranfield/qrels.tsv", True,
           published=f"nDCG@10 .377 FTS5 porter ({_README})"),
    Judged("checkthat2020 train", "checkthat2020", f"{_CT20}/train.queries.jsonl", f"{_CT20}/train.qrels", True),
    Judged("known_item_en, even", "news_en", f"{_EN}/queries.jsonl", f"{_EN}/qrels.tsv", True, 0),
    Judged("known_item_uk, even", "docs_uk", f"{_UK}/queries.jsonl", f"{_UK}/qrels.tsv", True, 0),
    # Reported only.
    Judged("cisi", "cisi", "ir_cisi/queries.jsonl", "ir_cisi/qrels.tsv", False,
           published=f"nDCG@10 .314 FTS5 porter ({_README})"),
    Judged("npl", "npl", "ir_npl/queries.jsonl", "ir_npl/qrels.tsv", False,
           published=f"nDCG@10 .432 FTS5 porter ({_README})"),
    Judged("checkthat2020 dev", "checkthat2020", f"{_CT20}/dev.queries.jsonl", f"{_CT20}/dev.qrels", False,
           published=f"MAP@5 .895 FTS5 porter, .906 with e5 fused, both on its sealed test ({_README})"),
    Judged("checkthat2022 dev-test", "checkthat2022", f"{_CT22}/dev-test.queries.jsonl", f"{_CT22}/dev-test.qrels",
           False, published=f"MAP@5 .884 FTS5 porter on its sealed test ({_README})"),
    Judged("knownlie", "knownlie", "knownlie_debates/dev/train.queries.jsonl", "knownlie_debates/dev/train.qrels",
           False, published=f"MAP@5 .474 FTS5 porter, .484 with a sentence encoder, sealed test ({_README})"),
    Judged("known_item_en, odd", "news_en", f"{_EN}/queries.jsonl", f"{_EN}/qrels.tsv", False, 1,
           published=f"hit@5 .865 FTS5 porter on its sealed part ({_README})"),
    Judged("known_item_uk, odd", "docs_uk", f"{_UK}/queries.jsonl", f"{_UK}/qrels.tsv", False, 1,
           published=f"hit@5 .692 plain FTS5, .790 with lemmas, on its sealed part ({_README})"),
)  # fmt: skip


def documents(folder: Path, corpus: str) -> Iterator[Article]:
    """Go through the documents of a corpus under their own ids, equal ones left out."""
    first = _first_of_equals(folder, corpus)
    for key, title, body in _rows(folder, corpus):
        if first[key] == key:
            yield Article(key, title, body, "", CORPORA[corpus].language, "2020-01-01")


def _rows(folder: Path, corpus: str) -> Iterator[tuple[str, str, str]]:
    of = CORPORA[corpus]
    for name in of.files:
        for row in lines(folder / name):
            title, body = of.read(row)
            if body.strip():
                yield str(row["id"]), title, body


@cache
def _first_of_equals(folder: Path, corpus: str) -> dict[str, str]:
    """Give for each document the first that is equal to it."""
    firsts: dict[str, str] = {}
    return {
        key: firsts.setdefault("".join(filter(str.isalnum, f"{title} {body}".casefold())), key)
        for key, title, body in _rows(folder, corpus)
    }


def queries(folder: Path, judged: Judged) -> dict[str, str]:
    """Give the text of each query that has a relevant document."""
    relevant = judgements(folder, judged)
    return {
        one["id"]: one["text"]
        for one in lines(folder / judged.queries)
        if one["id"] in relevant and (judged.half is None or _half(one["id"]) == judged.half)
    }


def judgements(folder: Path, judged: Judged) -> dict[str, frozenset[str]]:
    """Give the relevant documents of each query (judged above 0)."""
    first = _first_of_equals(folder, judged.corpus)
    found: dict[str, set[str]] = {}
    with (folder / judged.judgements).open(encoding="utf-8") as rows:
        for row in rows:
            query, _zero, document, value = row.split()
            if int(value) > 0:
                found.setdefault(query, set()).add(first.get(document, document))
    return {query: frozenset(relevant) for query, relevant in found.items()}


def _half(query: str) -> int:
    return hashlib.sha256(query.encode()).digest()[0] % 2
