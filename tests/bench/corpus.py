"""Real documents out of the unpacked data sets, for measuring engines. Standard library only: every peer's Python
reads it.

    python tests/bench/corpus.py FOLDER                        says how many there are, set by set
    python tests/bench/corpus.py FOLDER --write FILE --size N  writes N of them as JSON lines

FOLDER is where the sets of `shared/data/text` were unpacked. Nothing of them goes into the project.

The order is that of a hash, so any first N are a fair draw from all sets. `--articles` keeps texts of at least 200
characters that are no sentences, posts or claims; where that leaves fewer than N, the rest is put together from whole
real paragraphs and marked (`is_real` false): good for speed and size, never for relevance.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any

LEAST_ARTICLE = 200
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Article:
    """One document. `published` is an ISO day; where the set knows none it is drawn from the hash of the text."""

    id: str
    title: str
    body: str
    outlet: str
    language: str
    published: str
    is_real: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """One data set: its files, what makes (title, body, date) of a row, and whether its texts are articles."""

    name: str
    files: tuple[str, ...]
    language: str
    read: Callable[[Row], tuple[str, str, str]]
    is_articles: bool = False
    outlet: Callable[[Row], str] | None = None


def _text(row: Row) -> tuple[str, str, str]:
    return row.get("title") or "", row["text"], row.get("date") or ""


def _claim(row: Row) -> tuple[str, str, str]:
    return row.get("title") or "", "\n".join(filter(None, (row["claim"], row.get("subtitle")))), row.get("date") or ""


def _press(row: Row) -> tuple[str, str, str]:
    return row.get("title") or "", row["text"], row.get("year") or ""


def _first_line(row: Row) -> tuple[str, str, str]:
    first, _line, rest = row["text"].partition("\n")
    return (first, rest, "") if rest and len(first) < 200 else ("", row["text"], "")


SOURCES = (
    Source("reuters", ("news_en/reuters21578.jsonl.gz",), "en", _text, True),
    Source("bbc", ("news_en/bbc2225.jsonl.gz",), "en", _text, True),
    Source("polnear", ("polnear/dev/*.jsonl",), "en", _first_line, True, lambda row: row["id"].split("_")[0]),
    Source("politifact", ("knownlie_debates/dev/politifact_articles.jsonl",), "en", _text, True),
    Source("bruk", ("docs_uk/bruk.jsonl.gz",), "uk", _press, True, lambda row: row.get("published_in") or ""),
    Source("nashigroshi", ("docs_uk/nashigroshi.jsonl.gz",), "uk", _text, True),
    Source("ua_gec", ("docs_uk/ua_gec.jsonl.gz",), "uk", _text, True),
    Source("ner_uk", ("ner_uk/dev/train.jsonl",), "uk", _text, True),
    Source("cranfield", ("ir_cranfield/corpus.jsonl",), "en", _text),
    Source("cisi", ("ir_cisi/corpus.jsonl",), "en", _text),
    Source("npl", ("ir_npl/corpus.jsonl",), "en", _text),
    Source("snopes", ("checkthat2022_t2a/corpus.jsonl", "checkthat2020_t2/corpus.jsonl"), "en", _claim),
    Source("politifact_claims", ("knownlie_debates/corpus.jsonl",), "en", _claim),
    Source("liar", ("liar/dev/*.jsonl",), "en", lambda row: ("", row["statement"], ""), False),
    Source("tsn", ("docs_uk/tsn_telegram.jsonl.gz",), "uk", _text),
    Source("telegram", ("unlp2025_manipulation/dev/train.jsonl",), "", _text),
    Source("tweets", ("checkthat2020_t1_tweets/dev/*.jsonl", "checkthat20*_t2*/dev/*.queries.jsonl"), "en", _text),
    Source("debates", ("checkthat2019_t1/dev/*.jsonl", "checkthat2020_t5/dev/*.jsonl"), "en", _text),
    Source("claimbuster", ("claimbuster/dev/*.jsonl",), "en", _text),
    Source("news_sentences_en", ("checkthat2025_subjectivity/dev/*_en.jsonl",), "en", _text),
    Source("news_sentences_bg", ("checkthat2025_subjectivity/dev/*_bg.jsonl",), "bg", _text),
    Source("news_sentences_pl", ("checkthat2025_subjectivity/dev/*_pol_*.jsonl",), "pl", _text),
    Source("wmt_uk", ("wmt22_en_uk/dev/*.jsonl",), "uk", lambda row: ("", row["uk"], "")),
    Source("wmt_en", ("wmt22_en_uk/dev/*.jsonl",), "en", lambda row: ("", row["en"], "")),
)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Go through the rows of a file of JSON lines, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as found:
        for line in found:
            yield json.loads(line)


def _pages(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Go through the true texts of the sets of saved pages: outlet, title, text, date."""
    for name in ("article_newspaper4k", "article_scrapinghub"):
        for path in sorted((folder / name / "dev").glob("ground-truth.json")):
            for row in json.loads(path.read_text(encoding="utf-8")).values():
                if row.get("articleBody"):
                    yield name, row.get("title") or "", row["articleBody"], str(row.get("publish_date") or "")


def documents(folder: Path, *, only_articles: bool = False) -> Iterator[Article]:
    """Go through all real documents in the folder, duplicates (same body but for blanks and case) left out."""
    seen: set[bytes] = set()

    def made(outlet: str, language: str, parts: tuple[str, str, str]) -> Article | None:
        title, body, date = parts[0].strip(), parts[1].strip(), parts[2]
        digest = hashlib.sha256(" ".join(body.casefold().split()).encode()).digest()
        if not body or digest in seen or (only_articles and len(body) < LEAST_ARTICLE):
            return None
        seen.add(digest)
        return Article(digest.hex()[:16], title, body, outlet, language, _day(date, digest))

    for outlet, *parts in _pages(folder):
        article = made(outlet, "en", (parts[0], parts[1], parts[2]))
        if article is not None:
            yield article
    for source in SOURCES:
        if only_articles and not source.is_articles:
            continue
        for path in chain.from_iterable(sorted(folder.glob(pattern)) for pattern in source.files):
            for row in lines(path):
                outlet = (source.outlet(row) if source.outlet else "") or source.name
                article = made(outlet, source.language or row.get("lang") or "", source.read(row))
                if article is not None:
                    yield article


def _day(written: str, digest: bytes) -> str:
    """Give an ISO day of a date as the sets write them; without one, a day drawn from the hash (2015 to 2026)."""
    chance = int.from_bytes(digest[:4], "big")
    drawn = f"{2015 + chance % 12}-{1 + chance // 12 % 12:02}-{1 + chance // 144 % 28:02}"
    if len(written) >= 10 and written[4] == written[7] == "-" and written[:4].isdigit():
        return written[:10]
    if len(written) == 4 and written.isdigit():
        return written + drawn[4:]
    day, month, year = (*written.strip().split(" ")[0].split("-"), "", "", "")[:3]
    if month in _MONTHS and day.isdigit() and year.isdigit():
        return f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}"
    return drawn


def drawn(folder: Path, size: int, *, only_articles: bool = False) -> list[Article]:
    """Give `size` documents in the order of their hash (fewer when there are fewer and none may be put together)."""
    found = sorted(documents(folder, only_articles=only_articles), key=lambda article: article.id)
    if only_articles and size > len(found):
        found += recombined(found, size - len(found))
    return found[:size]


def recombined(found: Sequence[Article], number: int) -> list[Article]:
    """Put documents together from whole real paragraphs of one language, as long as real ones are."""
    chance = random.Random(20261124)
    paragraphs: dict[str, list[str]] = {}
    for article in found:
        for part in article.body.split("\n"):
            if len(part) > 40:
                paragraphs.setdefault(article.language, []).append(part.strip())
    made = []
    for at in range(number):
        like = chance.choice(found)
        pool = paragraphs[like.language]
        parts: list[str] = []
        while sum(map(len, parts)) < len(like.body):
            parts.append(chance.choice(pool))
        made.append(
            Article(f"made{at:012}", parts[0][:90], "\n".join(parts), like.outlet, like.language, like.published, False)
        )
    return made


def write(path: Path, found: Sequence[Article]) -> None:
    """Write documents as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(asdict(article), ensure_ascii=False) + "\n" for article in found)


def read(path: Path) -> Iterator[Article]:
    """Go through documents written by `write`, one in memory at a time."""
    for row in lines(path):
        yield Article(**row)


def main() -> None:
    """Count, or write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--articles", action="store_true")
    arguments.add_argument("--write", type=Path)
    arguments.add_argument("--size", type=int, default=100_000)
    given = arguments.parse_args()
    if given.write:
        found = drawn(given.folder, given.size, only_articles=given.articles)
        write(given.write, found)
        print(f"{len(found):,} written, {sum(article.is_real for article in found):,} of them real")
        return
    found = list(documents(given.folder, only_articles=given.articles))
    named = {source.name: source for source in SOURCES}
    of = Counter((article.outlet if article.outlet in named else "(named outlets)") for article in found)
    for name, number in of.most_common():
        print(f"{name:20} {number:8,}")
    words = sum(len(article.body.split()) for article in found) / max(1, len(found))
    languages = dict(Counter(article.language for article in found))
    print(f"{len(found):,} real documents, {languages}, {words:.0f} words each")


if __name__ == "__main__":
    main()
