"""Filing throughput from real HTML by stage: read, extract, database, index. Run by hand.

    python tests/bench/filing_bench.py FOLDER [--most 300] [--workers 2]

FOLDER holds real pages (any depth). Each stage is timed apart over the same files; the last line is everything
together as `factdesk file` does it, with readers in worker processes.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from factdesk.capture.files import read_file
from factdesk.capture.readers import read
from factdesk.compute import Here, Workers
from factdesk.errors import UserError
from factdesk.library.filing import article_draft
from factdesk.library.filing_values import FilingDraft, Origin
from factdesk.library.library import Library
from factdesk.model.enums import FilingOutcome, TwinChoice


def timed(name: str, work: Callable[[], int]) -> float:
    """Run and print one line."""
    started = time.perf_counter()
    count = work()
    seconds = time.perf_counter() - started
    print(f"{name:<34} {count:>6} in {seconds:8.2f} s   {count / seconds:9.1f} a second")
    return seconds


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=300)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.rglob("*.htm*") if path.is_file())[: options.most]
    home = Path(tempfile.mkdtemp(prefix="factdesk-bench-"))
    library = Library.create(home / "bench.factdesk", who="Bench", compute=Here())
    payloads, drafts = [], []

    def reading() -> int:
        payloads.extend((path, read_file(path)) for path in paths)
        return len(payloads)

    def extracting() -> int:
        for path, payload in payloads:
            try:
                captured = read(payload)
            except UserError:
                continue
            digest = hashlib.sha256(payload.data).hexdigest()
            drafts.append(FilingDraft(Origin.file(path), payload, captured, digest, (), 0.0))
        return len(drafts)

    def writing() -> int:
        for draft in drafts:
            library.filing.file(draft, article_draft(draft.captured), TwinChoice.KEEP_BOTH, None)
        return len(drafts)

    read(read_file(paths[0]))
    timed("read the bytes", reading)
    extract = timed("extract the text", extracting)
    database = timed("originals and database", writing)
    index = timed("index", library.indexing.drain)
    print(f"database / extract {database / extract:.2f}   index / extract {index / extract:.2f}")
    library.close()

    workers = Workers(options.workers)
    together = Library.create(home / "together.factdesk", who="Bench", compute=workers)

    def filing() -> int:
        items = together.filing.file_many([Origin.file(path) for path in paths])
        return sum(item.outcome is not FilingOutcome.FAILED for item in items)

    timed(f"file_many, {options.workers} workers", filing)
    timed("index after it", together.indexing.drain)
    together.close()
    workers.close()
    shutil.rmtree(home)


if __name__ == "__main__":
    main()
