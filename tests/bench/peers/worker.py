"""Runs one engine's part of a measurement in a process of its own, and writes what came out as JSON.

    PYTHON tests/bench/peers/worker.py ENGINE TASK JOB.json RESULT.json

Tasks: "version"; "build" and "ask" for speed; "rank" (build, then rank every query of a list) for quality. Standard
library only, so any Python that has the engine's module will do.
"""

from __future__ import annotations

import importlib
import itertools
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Not this folder: its files have the names of the packages that they drive.
sys.path.pop(0)
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import corpus
from questions import Question

from peers.peer import Peer

Job = dict[str, Any]


def _peak() -> float:
    """Give the most memory of this process, or of the largest it started if that is more, in MB. (`ru_maxrss` of a
    process begins with what its parent had, so Linux is asked for its own mark.)"""
    marks = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    own = next(int(line.split()[1]) for line in marks if line.startswith("VmHWM"))
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def _busy() -> float:
    """Give the processor's seconds of this process and of those it started."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def version(peer: Peer, job: Job) -> Job:
    """Name the engine; it fails where the engine is missing."""
    return {"version": peer.version()}


def build(peer: Peer, job: Job) -> Job:
    """Index the documents of a file."""
    path, limit = Path(job["documents"]), job.get("limit")

    def documents() -> Any:
        return itertools.islice(corpus.read(path), limit)

    peer.empty()
    peer.prepare(documents())
    start, busy = time.perf_counter(), _busy()
    peer.build(documents())
    return {
        "seconds": time.perf_counter() - start,
        "busy": _busy() - busy,
        "peak": _peak(),
        "bytes": peer.size(),
    }


def ask(peer: Peer, job: Job) -> Job:
    """Open, ask every question without and with snippets, replace documents until they are found."""
    start = time.perf_counter()
    peer.open()
    opened = time.perf_counter() - start
    asked = [Question(**{**one, "words": tuple(one["words"])}) for one in job["asked"]]
    plain = [_timed(lambda one=one: peer.search(one)) for one in asked]
    cut = [_timed(lambda one=one: peer.search(one, with_snippets=True)) for one in asked]
    peak = _peak()
    updates = []
    for number, article in enumerate(itertools.islice(corpus.read(Path(job["documents"])), job["updates"])):
        mark = "zqx" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}")
        changed = corpus.Article(
            article.id,
            article.title,
            f"{article.body} {mark}",
            article.outlet,
            article.language,
            article.published,
        )
        start = time.perf_counter()
        peer.update(changed)
        found = peer.search(Question("rare word", (mark,)))
        updates.append((time.perf_counter() - start) * 1000)
        if found != [article.id]:
            raise AssertionError(f"an update is not found: {found}")
    return {"opened": opened * 1000, "plain": plain, "cut": cut, "peak": peak, "updates": updates}


def _timed(work: Callable[[], list[str] | None]) -> tuple[float, int] | None:
    """Give milliseconds and the number of ids found; None when the engine cannot."""
    start = time.perf_counter()
    found = work()
    return None if found is None else ((time.perf_counter() - start) * 1000, len(found))


def rank(peer: Peer, job: Job) -> Job:
    """Index, and rank the queries of a file by each way of joining that is asked for."""
    build(peer, job)
    peer.open()
    runs: dict[str, dict[str, list[str]]] = {}
    for joined in job["joined"]:
        runs[joined] = {
            one["id"]: peer.rank(one["text"], is_any=joined == "any", limit=job["most"]) for one in job["queries"]
        }
    return {"runs": runs}


TASKS: dict[str, Callable[[Peer, Job], Job]] = {"version": version, "build": build, "ask": ask, "rank": rank}


def main() -> None:
    """Run one task."""
    name, task, job, result = sys.argv[1:]
    given: Job = json.loads(Path(job).read_text(encoding="utf-8"))
    peer: Peer = importlib.import_module(f"peers.{name}").Engine(Path(given["place"]))
    Path(result).write_text(json.dumps(TASKS[task](peer, given), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
