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


class Timed(WhooshEngine):
    """Notes when a commit could be seen, before the merge that may follow it."""

    seen = 0.0

    def _merge(self, brought: int) -> None:
        self.seen = time.perf_counter()
        super()._merge(brought)


def timed(work: Callable[[str], object], given: Sequence[str]) -> tuple[list[float], list[float]]:
    """Give the milliseconds of each call by the clock, and of the processor."""
    clock, processor = [], []
    for one in given:
        start, busy = time.perf_counter(), time.thread_time()
        work(one)
        processor.append((time.thread_time() - busy) * 1000)
        clock.append((time.perf_counter() - start) * 1000)
    return clock, processor


def percentiles(times: Sequence[float]) -> tuple[float, float, float]:
    """Give p50, p95 and p99."""
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98]


def machine() -> str:
    """Name the processor."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0] if names else 'unknown processor'}, {len(names)} cores, Python {sys.version.split()[0]}"


def compare(engine: WhooshEngine, peer: Fts5, kind: str, given: Sequence[str]) -> None:
    """Ask both the same and print a row: p50 / p95 / p99 in ms by the clock and of the processor."""
    is_typing = kind == "as you type"

    def ask(text: str) -> object:
        request = SearchRequest(parse(text, is_typing=is_typing), limit=PAGE, per_kind=10 if is_typing else None)
        return engine.search(request, CancelToken())

    columns = [
        percentiles(times) for work in (ask, lambda text: peer.search(kind, text)) for times in timed(work, given)
    ]
    ratio = " / ".join(f"{one / max(other, 0.001):.1f}" for one, other in zip(columns[1], columns[3], strict=True))
    cells = " | ".join(" / ".join(f"{value:.2f}" for value in values) for values in columns)
    print(f"| {kind} ({len(given)}) | {cells} | {ratio} |")


def updates(engine: Timed, found: Sequence[SearchDocument]) -> None:
    """Write single documents again and print how long until they can be found, and until the call is over."""
    visible, whole = [], []
    for document in found[:60]:
        start = time.perf_counter()
        engine.write([document])
        visible.append((engine.seen - start) * 1000)
        whole.append((time.perf_counter() - start) * 1000)
    for name, times in (("one update, until it is found", visible), ("one update, with merging", whole)):
        print(f"| {name} ({len(times)}) | {' / '.join(f'{value:.0f}' for value in percentiles(times))} | | | | |")


def build(engine: WhooshEngine, peer: Fts5, found: Sequence[SearchDocument]) -> None:
    """Build both and print articles a second by the clock and of the processor."""
    rates = []
    for work in (lambda: engine.rebuild(found, len(found), SilentProgress(), CancelToken()), lambda: peer.build(found)):
        start, busy = time.perf_counter(), time.process_time()
        work()
        rates += [len(found) / (time.perf_counter() - start), len(found) / (time.process_time() - busy)]
    cells = " | ".join(f"{rate:,.0f}" for rate in rates)
    print(f"| index, articles/s | {cells} | {rates[1] / rates[3]:.2f} |")


def measure(folder: Path, size: int, number: int) -> None:
    """Build both, ask both, print the table."""
    found = documents(folder, size)
    by_language = Counter(document.language for document in found)
    words = sum(len(document.body.split()) for document in found) / len(found)
    print(f"\n### {len(found):,} articles ({dict(by_language)}), {words:.0f} words each\n")
    print("| p50 / p95 / p99 in ms | factdesk, clock | processor | FTS5, clock | processor | ratio (processor) |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        engine, peer = Timed(place / "index", key=b"bench"), Fts5(place)
        build(engine, peer, found)
        engine.close()
        start = time.perf_counter()
        engine.health()
        opened = (time.perf_counter() - start) * 1000
        for kind, given in queries(found, number).items():
            compare(engine, peer, kind, given)
        updates(engine, found)
        ours = sum(path.stat().st_size for path in (place / "index").iterdir()) / 1e6
        theirs = sum(path.stat().st_size for path in place.glob("fts.db*")) / 1e6
        print(f"| size, MB | {ours:,.1f} | | {theirs:,.1f} | | {ours / theirs:.2f} |")
        print(f"| open, verify and warm, ms | {opened:.0f} | | | | |")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| peak memory of this run, with its texts, MB | {peak:.0f} | | | | |")


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
