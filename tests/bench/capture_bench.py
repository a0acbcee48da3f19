"""How fast pages and files are read, by stage, beside trafilatura alone on the same bytes. Run by hand:

python tests/bench/capture_bench.py FOLDER [FOLDER…]    (HTML may be packed with gzip)
"""

from __future__ import annotations

import gzip
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import trafilatura

from factdesk.capture import kinds
from factdesk.capture.assemble import Fields, assemble
from factdesk.capture.captured import Payload
from factdesk.capture.markup import choice, main_text, tree
from factdesk.capture.markup.fields import fields
from factdesk.capture.markup.walk import blocks
from factdesk.capture.readers import read
from factdesk.capture.sniff import sniff
from factdesk.errors import UserError

T = TypeVar("T")


class Watch:
    """Adds up the seconds of named stages."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def run(self, stage: str, work: Callable[[], T]) -> T:
        """Run and count."""
        begun = time.perf_counter()
        try:
            return work()
        finally:
            self.seconds[stage] += time.perf_counter() - begun

    def tell(self, title: str, count: int, size: int) -> None:
        """Print a table."""
        whole = sum(self.seconds.values())
        print(f"\n{title}: {count} files, {size / 1e6:.1f} MB")
        for stage, seconds in self.seconds.items():
            print(f"  {stage:<24}{1000 * seconds / count:8.1f} ms a file {100 * seconds / whole:5.0f} %")


def payloads(folders: list[str]) -> Iterator[Payload]:
    """Give every file below the folders, unpacked when it is packed with gzip."""
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                data = path.read_bytes()
                packed = path.suffix == ".gz"
                yield Payload(gzip.decompress(data) if packed else data, path.name.removesuffix(".gz"))


def pages(found: list[Payload]) -> None:
    """Time the stages of reading pages."""
    watch, peer = Watch(), Watch()
    for page in found:
        parsed = watch.run("decode and parse", lambda page=page: tree.parse(page.data))
        if parsed is None:
            continue
        said = watch.run("fields", lambda parsed=parsed: fields(parsed.root, "", is_plain=parsed.is_plain))
        walked = watch.run("blocks", lambda parsed=parsed: tuple(blocks(parsed.root)))
        watch.run("extract (trafilatura)", lambda parsed=parsed: main_text.extract(parsed.root))
        # `chosen` extracts again: its own share is what is left after the line above is taken off.
        kept = watch.run(
            "extract and choose",
            lambda parsed=parsed, walked=walked, said=said: choice.chosen(
                parsed, walked, said.fields.title.value, said.description, ""
            ),
        )
        passages = kept or [block.passage for block in walked]
        if passages:
            watch.run(
                "lay out, language",
                lambda passages=passages, page=page: assemble(
                    passages, Fields(), name=page.name, media_type=kinds.HTML, tool=""
                ),
            )
        peer.run("trafilatura.extract", lambda page=page: trafilatura.extract(page.data, include_comments=False))
    size = sum(len(page.data) for page in found)
    watch.tell("Pages, by stage", len(found), size)
    peer.tell("The peer", len(found), size)


def files(found: list[Payload]) -> None:
    """Time the whole reading of every file, by kind."""
    watches: dict[str, Watch] = defaultdict(Watch)
    counts: dict[str, list[int]] = defaultdict(list)
    for payload in found:
        kind = sniff(payload.data, payload.name)
        try:
            watches[kind].run("read", lambda payload=payload: read(payload))
        except UserError:
            watches[kind].seconds["read"] += 0.0
        counts[kind].append(len(payload.data))
    for kind, watch in watches.items():
        if watch.seconds["read"]:
            watch.tell(kind, len(counts[kind]), sum(counts[kind]))


def main() -> None:
    """Read the folders given and print the tables."""
    found = list(payloads(sys.argv[1:]))
    for payload in found[:3]:
        try:
            read(payload)  # loads the libraries, so that no stage pays for it
        except UserError as error:
            print(error)
    pages([payload for payload in found if sniff(payload.data, payload.name) == kinds.HTML])
    files(found)


if __name__ == "__main__":
    main()
