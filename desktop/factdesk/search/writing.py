"""Writes documents into a Whoosh index: one commit a batch, sealed before it counts."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

from factdesk.search.analysis import Analysed
from factdesk.search.codec import BlockCodec, BlockReader
from factdesk.search.pool import Pool
from factdesk.search.schema import row, schema
from factdesk.search.seal import INDEX, Seal, sync_folder
from factdesk.search.whoosh_parts import TOC, FileIndex, FileStorage, SegmentWriter

# How long another process may take to let go of the index.
LOCK_SECONDS = 5.0
# Memory for the postings of one segment, in bytes; what is more goes into a segment of its own.
MEMORY = 250_000_000


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

    def __init__(self, folder: Path, seal: Seal) -> None:
        """Take the index's lock; Whoosh's LockError when another process has it, OSError when the disk refuses."""
        self._seal = seal
        index = FileIndex(SealedStorage(folder, seal), schema=schema(), indexname=INDEX)
        self._writer: Any = SegmentWriter(index, timeout=LOCK_SECONDS, codec=BlockCodec())
        self._pool = self._writer.pool = Pool()
        self._merged: frozenset[str] = frozenset()

    @property
    def is_full(self) -> bool:
        """Whether the batch has taken its share of memory and is better committed."""
        return self._pool.size > MEMORY

    def add(self, document: Analysed) -> None:
        """Add a document."""
        self._writer.add_document(**row(document))

    def merge(self, names: frozenset[str]) -> None:
        """Write the documents of these segments anew, as one."""
        self._merged = names

    def delete(self, number: int) -> None:
        """Delete a document by its number in the index as it was when the batch began."""
        self._writer.delete_document(number)

    def commit(self) -> None:
        """Bring the batch to the disk; OSError leaves the index as it was."""
        self._writer.commit(mergetype=self._merge)
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
        lock = writer.writelock
        if lock is not None and lock.fd is not None:
            lock.release()

    def _merge(self, writer: Any, segments: list[Any]) -> list[Any]:
        """Whoosh's hook: write some of the segments into the one being written; give the others."""
        left = []
        for segment in segments:
            if segment.segment_id() not in self._merged:
                left.append(segment)
            elif segment.doc_count() > 0:
                reader = BlockReader(writer.storage, writer.schema, segment)
                writer.add_reader(reader)
                reader.close()
        return left
