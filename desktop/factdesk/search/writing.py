"""Writes documents into a Whoosh index: one commit a batch, sealed, and merged so that neither waits long."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

from factdesk.search.analysis import Analysed
from factdesk.search.codec import BlockCodec, BlockReader
from factdesk.search.pool import Pool
from factdesk.search.schema import row, schema
from factdesk.search.seal import Seal, sync_folder
from factdesk.search.whoosh_parts import NO_MERGE, TOC, FileIndex, FileStorage, SegmentWriter

INDEX = "MAIN"
# How long another process may take to let go of the index.
LOCK_SECONDS = 5.0
# Memory for the postings of one segment, in bytes; what is more goes into a segment of its own.
MEMORY = 250_000_000
# Segments of about one size are merged once there are so many of them.
FANOUT = 6
# A commit merges at most so much text (length in forms of words; an article of news has about 400), or four times
# what it brings itself: one edit stays quick, and the many edits that a merge puts off are caught up by a batch.
MERGE_AT_ONCE = 8_000
MERGE_FACTOR = 4
# More segments than this are merged even so, smallest first: each costs every search.
MOST_SEGMENTS = 32


class SealedStorage(FileStorage):  # type: ignore[misc]
    """Whoosh's folder of files; the rename that makes a commit valid is preceded by its seal."""

    def __init__(self, folder: Path, seal: Seal) -> None:
        super().__init__(str(folder))
        self._seal = seal

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename; a list of segments is sealed first, and on the disk afterwards."""
        is_commit = newname.endswith(".toc")
        folder = Path(self.folder)
        if is_commit:
            self._seal.write(int(newname.removesuffix(".toc").rpartition("_")[2]), folder / oldname)
        super().rename_file(oldname, newname, safe)
        if is_commit:
            sync_folder(folder)


def create(folder: Path, seal: Seal) -> None:
    """Make an empty index in a new folder."""
    folder.mkdir(parents=True)
    TOC.create(SealedStorage(folder, seal), schema(), INDEX)


class Writer:
    """One batch. Either `commit` or `cancel` ends it; nobody sees anything of it before `commit` returns."""

    def __init__(self, folder: Path, seal: Seal, *, is_merging: bool = True) -> None:
        """Take the index's lock; Whoosh's LockError when another process has it, OSError when the disk refuses."""
        self._seal = seal
        self._is_merging = is_merging
        index = FileIndex(SealedStorage(folder, seal), schema=schema(), indexname=INDEX)
        self._writer: Any = SegmentWriter(index, timeout=LOCK_SECONDS, codec=BlockCodec())
        self._pool = self._writer.pool = Pool()
        self._length = 0

    @property
    def is_full(self) -> bool:
        """Whether the batch has taken its share of memory and is better committed."""
        return self._pool.size > MEMORY

    def add(self, document: Analysed) -> None:
        """Add a document."""
        self._length += len(document.stems)
        self._writer.add_document(**row(document))

    def delete(self, number: int) -> None:
        """Delete a document by its number in the index as it was when the batch began."""
        self._writer.delete_document(number)

    def commit(self) -> None:
        """Bring the batch to the disk; OSError leaves the index as it was."""
        self._writer.commit(mergetype=self._merge if self._is_merging else NO_MERGE)
        self._seal.tidy(self._seal.generation())

    def cancel(self) -> None:
        """Drop the batch, also one whose commit failed, with every file it began: the disk may be full."""
        writer = self._writer
        self._pool.cleanup()
        with suppress(OSError, ValueError):
            if not writer.perdocwriter.is_closed:
                writer.perdocwriter.close()
        writer.fieldwriter.abandon()
        shutil.rmtree(writer.temp_storage().folder, ignore_errors=True)
        if self._seal.generation() != writer.generation:
            for path in self._seal.folder.glob(f"{writer.newsegment.segment_id()}.*"):
                path.unlink(missing_ok=True)
        if writer.writelock.fd is not None:
            writer.writelock.release()

    def _merge(self, writer: Any, segments: list[Any]) -> list[Any]:
        """Whoosh's hook: merge some of the segments into the one being written; give the others."""
        merged = _to_merge(segments, max(MERGE_AT_ONCE, MERGE_FACTOR * self._length))
        for segment in merged:
            if segment.doc_count() > 0:
                reader = BlockReader(writer.storage, writer.schema, segment)
                writer.add_reader(reader)
                reader.close()
        gone = {segment.segment_id() for segment in merged}
        return [segment for segment in segments if segment.segment_id() not in gone]


def _to_merge(segments: list[Any], at_once: int) -> list[Any]:
    """Choose what to merge: segments with nothing left, full tiers, and the smallest when there are too many."""
    by_size = sorted(segments, key=_length)
    chosen = [segment for segment in by_size if segment.doc_count() == 0]
    rest = [segment for segment in by_size if segment.doc_count() > 0]
    tiers: dict[int, list[Any]] = {}
    for segment in rest:
        tiers.setdefault(_tier(_length(segment)), []).append(segment)
    budget = at_once
    for tier in sorted(tiers):
        members = tiers[tier]
        cost = sum(map(_length, members))
        if len(members) >= FANOUT and cost <= budget:
            chosen += members
            budget -= cost
    left = [segment for segment in rest if segment not in chosen]
    return chosen + left[: max(0, len(left) - MOST_SEGMENTS)]


def _length(segment: Any) -> int:
    """Give the length of what is left in a segment, in forms of words."""
    whole = segment.doc_count_all()
    lengths: dict[str, int] = getattr(segment, "_fieldlengths", {})
    return int(lengths.get("stem", whole) * segment.doc_count() / max(1, whole))


def _tier(length: int) -> int:
    """Give the order of magnitude, in powers of `FANOUT`."""
    tier = 0
    while length >= FANOUT:
        length //= FANOUT
        tier += 1
    return tier
