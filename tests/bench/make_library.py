"""Makes a library of real texts to measure on. Run by hand.

    python tests/bench/make_library.py LIBRARY.factdesk COUNT FILE.jsonl[.gz]…

Each line of a file is an object with `text` and, where known, `title`, `lang` and `date`. The articles are filed by
the library's own verb, one commit each, then indexed.
"""

from __future__ import annotations

import gzip
import hashlib
import itertools
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factdesk.capture.captured import Captured, Guess, Payload, ReadBlock
from factdesk.library.filing import article_draft
from factdesk.library.filing_values import FilingDraft, Origin
from factdesk.library.library import Library
from factdesk.model.enums import BlockKind, Role, TwinChoice
from factdesk.model.values.text import Block


def texts(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """Give the lines of all files in turn."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def draft_of(row: dict[str, Any]) -> FilingDraft:
    """Make the draft that reading would have made: paragraphs, title, language, date."""
    paragraphs = [" ".join(part.split()) for part in row["text"].split("\n") if part.strip()] or ["-"]
    blocks, at = [], 0
    for words in paragraphs:
        blocks.append(ReadBlock(Block(BlockKind.PARAGRAPH, at, at + len(words))))
        at += len(words) + 1
    text = "\n".join(paragraphs)
    data = text.encode()
    captured = Captured(
        text,
        tuple(blocks),
        "text/plain",
        "bench",
        title=Guess(str(row.get("title") or paragraphs[0][:80])),
        outlet=Guess(str(row.get("source") or row.get("outlet") or "")),
        language=Guess(str(row.get("lang") or row.get("language") or "")),
        published=Guess(str(row.get("date") or "")[:10]),
    )
    return FilingDraft(
        Origin.text(text), Payload(data, "pasted.txt"), captured, hashlib.sha256(data).hexdigest(), (), 0.0
    )


def main() -> None:
    """Make it."""
    folder, count, *files = sys.argv[1:]
    library = Library.create(Path(folder), who="Bench")
    started = time.perf_counter()
    for number, row in enumerate(itertools.islice(texts([Path(name) for name in files]), int(count)), start=1):
        draft = draft_of(row)
        library.filing.file(draft, article_draft(draft.captured, role=Role.REFERENCE), TwinChoice.KEEP_BOTH, None)
        if number % 1000 == 0:
            print(f"{number} filed, {number / (time.perf_counter() - started):.0f} a second", flush=True)
    started = time.perf_counter()
    written = library.indexing.drain()
    print(f"{written} indexed, {written / (time.perf_counter() - started):.0f} a second")
    library.close()


if __name__ == "__main__":
    main()
