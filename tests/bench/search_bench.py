"""Measures the engine against SQLite FTS5 on the same texts in one run; by hand, never in the suite.

    python tests/bench/search_bench.py FOLDER [SIZE ...]

FOLDER holds *.jsonl.gz files with one {"title", "text"} a line, at any depth; a file under a folder whose name ends
in "_uk" is Ukrainian, the others are English. Prints one table a size, with times in milliseconds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice, zip_longest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from factdesk.progress import CancelToken, SilentProgress
from factdesk.search.engine import SearchDocument, SearchRequest
from factdesk.search.folding import TOKEN
from factdesk.search.query import parse
from factdesk.search.whoosh_engine import WhooshEngine

PAGE = 50
KINDS = ("rare word", "common word", "two words", "phrase", "prefix 2", "prefix 3", "prefix 5", "either, not")


def texts(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Go through title, text, language and file of all articles, the files taking turns."""
    files = sorted(folder.rglob("*.jsonl.gz"))
    for row in chain.from_iterable(zip_longest(*map(_articles, files))):
        if row is not None and len(row[1]) > 200:
            yield row


def _articles(path: Path) -> Iterator[tuple[str, str, str, str]]:
    language = "uk" if path.parent.name.endswith("_uk") else "en"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row.get("title") or "", row["text"], language, path.name.split(".")[0]


def documents(folder: Path, size: int) -> list[SearchDocument]:
    """Give `size` articles as documents, with invented dates."""
    chance = random.Random(7)
    return [
        SearchDocument(
            "article",
            number,
            number,
            title,
            text,
            language=language,
            outlet=outlet,
            published=f"{chance.randint(2015, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            public_id=f"A-{number}",
        )
        for number, (title, text, language, outlet) in enumerate(islice(texts(folder), size), start=1)
    ]


def queries(found: Sequence[SearchDocument], number: int) -> dict[str, list[str]]:
    """Draw queries of each kind from the words of the documents."""
    chance = random.Random(11)
    counts: Counter[str] = Counter()
    for document in found:
        counts.update({word.casefold() for word in TOKEN.findall(document.body) if word.isalpha() and len(word) > 3})
    ranked = [word for word, _count in counts.most_common()]
    common = ranked[20:400]
    rare = [word for word in ranked if 2 <= counts[word] <= max(3, len(found) // 500)]

    def pair() -> list[str]:
        words = [word for word in TOKEN.findall(chance.choice(found).body[:2000]) if word.isalpha() and len(word) > 3]
        at = chance.randrange(max(1, len(words) - 1))
        return words[at : at + 2] if len(words) > 1 else [common[0], common[1]]

    draw: dict[str, Callable[[], str]] = {
        "rare word": lambda: chance.choice(rare),
        "common word": lambda: chance.choice(common),
        "two words": lambda: " ".join(pair()),
        "phrase": lambda: '"' + " ".join(pair()) + '"',
        "prefix 2": lambda: chance.choice(ranked[:5000])[:2] + "*",
        "prefix 3": lambda: chance.choice(ranked[:5000])[:3] + "*",
        "prefix 5": lambda: chance.choice([word for word in ranked[:5000] if len(word) > 5])[:5] + "*",
        "either, not": lambda: f"({chance.choice(rare)} OR {chance.choice(common)}) NOT {chance.choice(common)}",
    }
    made = {kind: [draw[kind]() for _ in range(number)] for kind in KINDS}
    typed = [" ".join(pair()) for _ in range(number)]
    made["as you type"] = [text[:end] for text in typed for end in range(1, len(text) + 1) if text[end - 1] != " "]
    return made


class Fts5:
    """The peer: FTS5 with porter over unicode61, bm25, as an application would set it up."""

    def __init__(self, folder: Path) -> None:
        self.base = sqlite3.connect(folder / "fts.db")
        self.base.executescript(
            """pragma journal_mode=wal; pragma synchronous=full;
            create virtual table fts using fts5(title, body, tokenize='porter unicode61 remove_diacritics 2');"""
        )

    def build(self, found: Sequence[SearchDocument]) -> None:
        """Insert all in one transaction."""
        self.base.executemany(
            "insert into fts(rowid, title, body) values (?, ?, ?)", ((d.id, d.title, d.body) for d in found)
        )
        self.base.commit()

    def search(self, kind: str, text: str) -> int:
        """Give the number of hits of a page, best first."""
        words = text.strip('"').rstrip("*").split()
        if kind == "phrase":
            match = f'"{" ".join(words)}"'
        elif kind.startswith("prefix"):
            match = f'"{words[0]}"*'
        elif kind == "either, not":
            match = text
        else:
            match = " AND ".join(f'"{word}"' for word in words) + ("*" if kind == "as you type" else "")
        rows = self.base.execute(f"select rowid from fts where fts match ? order by rank limit {PAGE}", (match,))
        return len(rows.fetchall())


def timed(work: Callable[[str], object], given: Sequence[str]) -> list[float]:
    """Give the milliseconds of each call."""
    times = []
    for one in given:
        start = time.perf_counter()
        work(one)
        times.append((time.perf_counter() - start) * 1000)
    return times


def percentiles(times: Sequence[float]) -> tuple[float, float, float]:
    """Give p50, p95 and p99."""
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98]


def machine() -> str:
    """Name the processor."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0] if names else 'unknown processor'}, {len(names)} cores, Python {sys.version.split()[0]}"


def measure(folder: Path, size: int, number: int) -> None:
    """Build both, ask both, print the table."""
    found = documents(folder, size)
    by_language = Counter(document.language for document in found)
    words = sum(len(document.body.split()) for document in found)
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        start = time.perf_counter()
        peer = Fts5(place)
        peer.build(found)
        peer_built = time.perf_counter() - start
        engine = WhooshEngine(place / "index", key=b"bench")
        start = time.perf_counter()
        engine.rebuild(found, len(found), SilentProgress(), CancelToken())
        built = time.perf_counter() - start
        engine.close()
        start = time.perf_counter()
        engine.search(SearchRequest(parse("a")), CancelToken())
        opened = time.perf_counter() - start
        start = time.perf_counter()
        engine.words("ab", 5)
        listed = time.perf_counter() - start
        bytes_ = sum(path.stat().st_size for path in (place / "index").iterdir())
        peer_bytes = sum(path.stat().st_size for path in place.glob("fts.db*"))
        print(f"\n### {len(found):,} articles ({dict(by_language)}), {words / len(found):.0f} words each\n")
        print("| | factdesk | FTS5 | ratio |\n|---|---|---|---|")
        rates = len(found) / built, len(found) / peer_built
        print(f"| index, articles/s | {rates[0]:,.0f} | {rates[1]:,.0f} | {rates[0] / rates[1]:.2f} |")
        print(f"| size, MB | {bytes_ / 1e6:,.1f} | {peer_bytes / 1e6:,.1f} | {bytes_ / peer_bytes:.2f} |")
        for kind, given in queries(found, number).items():
            is_typing = kind == "as you type"

            def ask(text: str, is_typing: bool = is_typing) -> object:
                query = parse(text, is_typing=is_typing)
                request = SearchRequest(query, limit=PAGE, per_kind=10 if is_typing else None)
                return engine.search(request, CancelToken())

            ours = percentiles(timed(ask, given))
            theirs = percentiles(timed(lambda text, kind=kind: peer.search(kind, text), given))
            row = " | ".join(" / ".join(f"{value:.2f}" for value in values) for values in (ours, theirs))
            ratio = " / ".join(f"{one / other:.1f}" for one, other in zip(ours, theirs, strict=True))
            print(f"| {kind} ({len(given)}), p50 / p95 / p99 ms | {row} | {ratio} |")
        edits = timed(lambda _n: engine.write([found[int(_n)]]), [str(n) for n in range(0, 40)])
        seen = percentiles(edits)
        print(f"| one update, visible, p50 / p95 / p99 ms | {seen[0]:.0f} / {seen[1]:.0f} / {seen[2]:.0f} | | |")
        print(f"| open and verify; first list of words, ms | {opened * 1000:.0f}; {listed * 1000:.0f} | | |")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| peak memory of the run so far, MB | {peak:.0f} | | |")


def main() -> None:
    """Read the arguments and measure each size."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("sizes", type=int, nargs="*", default=[1000, 20_000])
    arguments.add_argument("--queries", type=int, default=40)
    given = arguments.parse_args()
    print(machine())
    for size in given.sizes:
        measure(given.folder, size, given.queries)


if __name__ == "__main__":
    main()
