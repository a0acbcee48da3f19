"""Measures engines side by side on the same real documents and queries, each in its own process; by hand.

    python tests/bench/engines_bench.py FOLDER SIZE [SIZE ...] --peers-python PYTHON [--engines factdesk,fts5]
                                        [--articles] [--number 30] [--updates 40]

FOLDER holds the unpacked sets of `shared/data/text` (see corpus.py, also for `--articles`). For each size one table
of figures and one of ratios of Factdesk to each other engine, in Markdown. An engine that is missing is said and left
out; what one cannot do is "-" and in no ratio. Figures are worth something on a quiet machine only: the load is said.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import corpus
from peers.running import EngineFailedError, Pythons, add_arguments, pythons, run
from questions import KINDS, Question, questions

ENGINES = ("factdesk", "fts5", "tantivy", "xapian", "recoll")
Times = list[tuple[float, int] | None]


@dataclass(slots=True)
class Figures:
    """What was measured of one engine."""

    version: str
    built: Mapping[str, float]
    opened: float
    peak: float
    plain: Times
    cut: Times
    updates: list[float] = field(default_factory=list)


def measure(engine: str, which: Pythons, job: dict[str, Any], folder: Path) -> Figures:
    """Build, then ask in a process of its own; EngineFailedError when the engine is missing or fails."""
    python = which.of(engine)
    job = {**job, "place": str(folder / engine)}
    version = run(python, engine, "version", job, folder)["version"]
    built = run(python, engine, "build", job, folder)
    asked = run(python, engine, "ask", job, folder)
    return Figures(version, built, asked["opened"], asked["peak"], asked["plain"], asked["cut"], asked["updates"])


def percentiles(times: Sequence[float]) -> tuple[float, float, float]:
    """Give p50, p95 and p99."""
    if len(times) < 2:
        return (*times, *times, *times)[:3] if times else (0.0, 0.0, 0.0)
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98]


def chosen(times: Times, asked: Sequence[Question], kinds: Sequence[str]) -> list[float]:
    """Give the milliseconds of the queries of these kinds that the engine could answer."""
    return [one[0] for one, question in zip(times, asked, strict=True) if one is not None and question.kind in kinds]


def table(found: Mapping[str, Figures], asked: Sequence[Question], size: int) -> None:
    """Print the figures, one column an engine."""
    print(f"\n| | {' | '.join(found)} |\n|---|{'---|' * len(found)}")

    def row(name: str, cells: Sequence[str]) -> None:
        print(f"| {name} | {' | '.join(cells)} |")

    every = list(found.values())
    row("index, articles/s", [f"{size / one.built['seconds']:,.0f}" for one in every])
    row("index, articles/s of processor", [f"{size / max(one.built['busy'], 1e-3):,.0f}" for one in every])
    row("index, peak memory, MB", [f"{one.built['peak']:,.0f}" for one in every])
    row("index, size, MB", [f"{one.built['bytes'] / 1e6:,.1f}" for one in every])
    row("open, ms", [f"{one.opened:,.0f}" for one in every])
    row("search, peak memory, MB", [f"{one.peak:,.0f}" for one in every])
    row("update until found, ms", [_three(one.updates) for one in every])
    row(f"**all queries ({len(asked)})**", [_three(chosen(one.plain, asked, KINDS)) for one in every])
    row("**with snippets**", [_three(chosen(one.cut, asked, KINDS)) for one in every])
    for kind in KINDS:
        row(kind, [_three(chosen(one.plain, asked, (kind,))) for one in every])
    row("queries without a hit", [str(sum(one is not None and one[1] == 0 for one in each.plain)) for each in every])


def _three(times: Sequence[float]) -> str:
    return " / ".join(f"{value:.2f}" for value in percentiles(times)) if times else "-"


def ratios(found: Mapping[str, Figures], asked: Sequence[Question]) -> None:
    """Print Factdesk to each other engine over the queries that both can answer, with the aims of the issue."""
    ours = found.get("factdesk")
    others = [name for name in found if name != "factdesk"]
    if ours is None or not others:
        return
    print(f"\n| factdesk to | {' | '.join(others)} |\n|---|{'---|' * len(others)}")
    rows: dict[str, list[str]] = {}
    for name in others:
        their = found[name]
        both = [number for number in range(len(asked)) if ours.plain[number] and their.plain[number]]
        for what, mine, yours in (("", ours.plain, their.plain), (", with snippets", ours.cut, their.cut)):
            sides = [percentiles([times[number][0] for number in both]) for times in (mine, yours)]  # type: ignore[index]
            for part, one, other in zip(("p50", "p95", "p99"), *sides, strict=True):
                rows.setdefault(f"query {part}{what}", []).append(f"{one / max(other, 1e-3):.2f}")
        rows.setdefault("queries both can do", []).append(str(len(both)))
        rate = their.built["seconds"] / ours.built["seconds"]
        rows.setdefault("indexing rate", []).append(f"{rate:.2f}")
        rows.setdefault("index size", []).append(f"{ours.built['bytes'] / max(1, their.built['bytes']):.2f}")
        pair = [percentiles(one.updates)[0] for one in (ours, their)]
        rows.setdefault("update p50", []).append(f"{pair[0] / max(pair[1], 1e-3):.2f}")
    for what, cells in rows.items():
        print(f"| {what} | {' | '.join(cells)} |")


def machine() -> str:
    """Name the processor, the cores and the system."""
    cpu = Path("/proc/cpuinfo")
    lines = cpu.read_text(encoding="utf-8").splitlines() if cpu.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0] if names else platform.processor()}, {os.cpu_count()} cores, {platform.platform()}"


def main() -> None:
    """Read the arguments, measure each size."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("sizes", type=int, nargs="+")
    arguments.add_argument("--engines", default=",".join(ENGINES))
    arguments.add_argument("--articles", action="store_true", help="articles only, made up to SIZE by paragraphs")
    arguments.add_argument("--number", type=int, default=30, help="queries of each of the 12 kinds")
    arguments.add_argument("--updates", type=int, default=40)
    add_arguments(arguments)
    given = arguments.parse_args()
    print(f"{machine()}, Python {platform.python_version()}.")
    for size in given.sizes:
        documents = corpus.drawn(given.folder, size, only_articles=given.articles)
        real = sum(one.is_real for one in documents)
        words = sum(len(one.body.split()) for one in documents) / max(1, len(documents))
        languages = dict(Counter(one.language for one in documents).most_common(4))
        print(f"\n### {len(documents):,} documents, {real:,} of them real, {words:.0f} words each, {languages}")
        asked = questions(documents, given.number)
        found: dict[str, Figures] = {}
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            corpus.write(folder / "documents.jsonl", documents)
            job = {
                "documents": str(folder / "documents.jsonl"),
                "asked": [asdict(one) for one in asked],
                "updates": given.updates,
            }
            said = []
            size_now = len(documents)
            del documents
            for engine in given.engines.split(","):
                try:
                    found[engine] = measure(engine, pythons(given), job, folder)
                    said.append(f"{found[engine].version}; load after it {os.getloadavg()[0]:.1f}.")
                except EngineFailedError as error:
                    said.append(f"{engine} left out: {error}.")
                print(f"{size:,}: {engine} done", file=sys.stderr, flush=True)
        print("\n" + " ".join(said))
        if found:
            table(found, asked, size_now)
            ratios(found, asked)


if __name__ == "__main__":
    main()
