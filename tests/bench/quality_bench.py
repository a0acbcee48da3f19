"""Measures how well engines rank, on the judged collections, every query typed as it is; by hand.

    python tests/bench/quality_bench.py FOLDER --peers-python PYTHON [--engines factdesk,fts5] [--only cranfield]
                                        [--keep FOLDER]

FOLDER holds the unpacked sets of `shared/data/text`. Each engine runs in its own process with its defaults. "Typed" is
how an engine joins words as it comes, "any" is by OR (Xapian and bm25s do that as they come). `--keep` leaves the
rankings there and takes those that are there already. See collections_judged.py for what may be tuned on.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).resolve().parent))

import corpus
from collections_judged import CORPORA, JUDGED, Judged, documents, judgements, queries
from measures import average_precision, ndcg, recall
from peers.running import EngineFailedError, Pythons, add_arguments, pythons, run

# Engine, and the ways of joining words that are measured of it.
ENGINES: dict[str, tuple[str, ...]] = {
    "factdesk": ("typed", "any"),
    "fts5": ("typed", "any"),
    "recoll": ("typed", "any"),
    "xapian": ("typed",),
    "tantivy": ("any",),
    "bm25s": ("any",),
}
# How far a ranking is looked at: MAP needs all of it only where a query has many relevant documents.
DEPTHS = {"cranfield": 1000, "cisi": 1000, "npl": 1000}
DEPTH = 100
Ranked = Mapping[str, Sequence[str]]
Relevant = Mapping[str, frozenset[str]]
MEASURES: dict[str, Callable[[Sequence[str], frozenset[str]], float]] = {
    "nDCG@10": lambda ranked, relevant: ndcg(ranked, relevant, 10),
    "recall@20": lambda ranked, relevant: recall(ranked, relevant, 20),
    "MAP": average_precision,
    "MAP@5": lambda ranked, relevant: average_precision(ranked, relevant, 5),
    "hit@5": lambda ranked, relevant: float(recall(ranked, relevant, 5) > 0),
}


def rankings(
    engine: str, found: Sequence[Judged], folder: Path, python: str, keep: Path
) -> dict[str, dict[str, list[str]]]:
    """Give the ranking of every query of one corpus by each way of joining; taken from `keep` when it is there."""
    name = found[0].corpus
    kept = keep / f"{name}.{engine}.json"
    if kept.exists():
        runs: dict[str, dict[str, list[str]]] = json.loads(kept.read_text(encoding="utf-8"))
        return runs
    asked = {key: text for judged in found for key, text in queries(folder, judged).items()}
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        corpus.write(place / "documents.jsonl", list(documents(folder, name)))
        job = {
            "place": str(place / "index"),
            "documents": str(place / "documents.jsonl"),
            "queries": [{"id": key, "text": text} for key, text in asked.items()],
            "joined": ENGINES[engine],
            "most": DEPTHS.get(name, DEPTH),
        }
        runs = run(python, engine, "rank", job, place)["runs"]
    kept.write_text(json.dumps(runs), encoding="utf-8")
    return runs


def measured(ranked: Ranked, relevant: Relevant, asked: Sequence[str], measure: str) -> float:
    """Give the mean over queries; one without an answer counts 0."""
    return fmean(MEASURES[measure](ranked.get(key, ()), relevant[key]) for key in asked)


def table(measure: str, rows: Mapping[Judged, Mapping[str, float]], columns: Sequence[str]) -> None:
    """Print one measure: the best of a row in bold, means apart for what was tuned on and what was not."""
    print(f"\n### {measure}\n\n| | {' | '.join(columns)} | published |\n|---|{'---|' * len(columns)}---|")
    for is_development, name in ((True, "tuned on"), (False, "only reported")):
        part = {judged: values for judged, values in rows.items() if judged.is_development is is_development}
        for judged, values in part.items():
            said = judged.published if measure in judged.published else ""
            print(f"| {judged.name} | {_cells(values, columns)} | {said} |")
        if part:
            means = {
                column: fmean(values[column] for values in part.values())
                for column in columns
                if all(column in values for values in part.values())
            }
            print(f"| *mean, {name}* | {_cells(means, columns)} | |")


def _cells(values: Mapping[str, float], columns: Sequence[str]) -> str:
    best = max((round(value, 3) for value in values.values()), default=0.0)
    shown = {column: f"{value:.3f}".lstrip("0") for column, value in values.items()}
    return " | ".join(
        "-" if column not in values else f"**{shown[column]}**" if round(values[column], 3) == best else shown[column]
        for column in columns
    )


def measure_all(folder: Path, engines: Sequence[str], only: Sequence[str], keep: Path, which: Pythons) -> None:
    """Rank all and print a table a measure."""
    scores: dict[str, dict[Judged, dict[str, float]]] = {measure: {} for measure in MEASURES}
    columns = [f"{engine}, {joined}" for engine in engines for joined in ENGINES[engine]]
    missing: dict[str, str] = {}
    for name in CORPORA:
        found = [judged for judged in JUDGED if judged.corpus == name and (not only or judged.corpus in only)]
        for engine in engines if found else ():
            if engine in missing:
                continue
            try:
                runs = rankings(engine, found, folder, which.of(engine), keep)
            except EngineFailedError as error:
                missing[engine] = str(error)
                continue
            for judged in found:
                relevant, asked = judgements(folder, judged), list(queries(folder, judged))
                for measure, of in scores.items():
                    row = of.setdefault(judged, {})
                    for joined, ranked in runs.items():
                        row[f"{engine}, {joined}"] = measured(ranked, relevant, asked, measure)
            print(f"{name}: {engine} done", file=sys.stderr, flush=True)
    order = {judged: number for number, judged in enumerate(JUDGED)}
    for measure, rows in scores.items():
        table(measure, dict(sorted(rows.items(), key=lambda row: order[row[0]])), columns)
    for engine, why in missing.items():
        print(f"\nLeft out: {engine} ({why}).")
    print("\nQueries: " + ", ".join(f"{one.name} {len(queries(folder, one)):,}" for one in JUDGED) + ".")


def main() -> None:
    """Read the arguments and measure."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--engines", default=",".join(ENGINES))
    arguments.add_argument("--only", default="", help="corpora, with commas")
    arguments.add_argument("--keep", type=Path)
    add_arguments(arguments)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        keep = given.keep or Path(temporary)
        keep.mkdir(parents=True, exist_ok=True)
        only = [one for one in given.only.split(",") if one]
        measure_all(given.folder, given.engines.split(","), only, keep, pythons(given))


if __name__ == "__main__":
    main()
