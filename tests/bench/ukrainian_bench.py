"""Measures recall@20 on the sixty queries of judged_uk.py; by hand.

    python tests/bench/ukrainian_bench.py FOLDER --peers-python PYTHON [--engines factdesk,fts5,recoll] [--misses]

FOLDER holds the unpacked sets of `shared/data/text`. Words are joined as each engine does by default, which for one or
two words is what a person gets. `--misses` names the queries that do not find all.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).resolve().parent))

import corpus
from judged_uk import CASES, documents, relevant
from measures import recall
from peers.running import EngineFailedError, add_arguments, pythons, run

DEPTH = 20


def main() -> None:
    """Rank with each engine and print recall by kind of query."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--engines", default="factdesk,fts5,recoll")
    arguments.add_argument("--misses", action="store_true")
    add_arguments(arguments)
    given = arguments.parse_args()
    wanted = relevant(given.folder)
    kinds: dict[str, list[str]] = {}
    for case in CASES:
        kinds.setdefault(case.kind, []).append(case.text)
    kinds["all"] = [case.text for case in CASES]
    said: list[str] = []
    print("| recall@20 | " + " | ".join(f"{kind} ({len(texts)})" for kind, texts in kinds.items()) + " |")
    print("|---|" + "---|" * len(kinds))
    for engine in given.engines.split(","):
        with tempfile.TemporaryDirectory() as temporary:
            place = Path(temporary)
            corpus.write(place / "documents.jsonl", list(documents(given.folder)))
            job = {
                "place": str(place / "index"),
                "documents": str(place / "documents.jsonl"),
                "queries": [{"id": case.text, "text": case.text} for case in CASES],
                "joined": ["typed"],
                "most": DEPTH,
            }
            try:
                ranked = run(pythons(given).of(engine), engine, "rank", job, place)["runs"]["typed"]
            except EngineFailedError as error:
                said.append(f"Left out: {engine} ({error}).")
                continue
        shares = {text: recall(ranked[text], wanted[text], DEPTH) for text in wanted}
        cells = " | ".join(f"{fmean(shares[text] for text in texts):.3f}" for texts in kinds.values())
        print(f"| {engine} | {cells} |", flush=True)
        if given.misses:
            said.append(f"{engine}: " + ", ".join(f"{text} {share:.2f}" for text, share in shares.items() if share < 1))
    print("\n" + "\n\n".join(said))


if __name__ == "__main__":
    main()
